import Attestations
import BlankForms
package import Casework
import DatedFacts
import FileStore
import FilingRules
import PageLayout
import PageRoles
import PipelineFiles
import Workspace

extension Configuration {
  fileprivate var pageClassifier: PageClassifier { PageClassifier(forms: forms, lexicon: lexicon) }
  fileprivate var attestationFinder: AttestationFinder {
    AttestationFinder(forms: forms, lexicon: lexicon)
  }
  fileprivate var dateFinder: DateFinder {
    DateFinder(forms: forms, policy: settings.dates, lexicon: lexicon)
  }

  /// What the stages from `classify` to `dates` find in `documents`, with nothing kept.
  package func facts(in documents: [CaseFacts.DocumentFacts]) -> CaseFacts {
    let matched = matchedPages(of: documents)
    let classification = pageClassifier.classify(documents, on: matched)
    let attestations = attestationFinder.attestations(
      in: documents, classification: classification, on: matched)
    return CaseFacts(
      documents: documents, classification: classification, attestations: attestations,
      dates: dateFinder.facts(
        in: documents, classification: classification, attestations: attestations, on: matched))
  }

  /// The pages that fit a page of a form whose blank is known.
  func matchedPages(of documents: [CaseFacts.DocumentFacts]) -> [PageReference: MatchedPage] {
    let matcher = formMatcher
    guard !matcher.isEmpty else { return [:] }
    return documents.flatMap(\.pages).reduce(into: [:]) { matched, page in
      matched[page.page] = page.reading.flatMap { matcher.match($0) }
    }
  }
}

// The stages that make findings out of readings: each a pure function, called with what the earlier
// ones left.

/// The role of every page: `classification.json`.
package struct ClassifyStage: StageProgram {
  package let stage = Stage.classify
  package let version = 10
  package static let output = "classification.json"

  package init() {}

  package func keyParts(in context: StageContext) throws -> [String: String] {
    try context.configuration.parts(
      .formIDs, .programs, .titles, .anchors, .continuation, .selfReport, .notaryWording,
      .letterWording, .places, .blanks)
  }

  package func finish(in context: StageContext) throws -> [OutputFile] {
    let classification = context.configuration.pageClassifier.classify(
      try context.documentFacts(), on: try context.matchedPages()
    ).amended(by: context.amendments)
    return [OutputFile(name: Self.output, bytes: try CanonicalJSON.encode(classification))]
  }
}

/// Signatures, notary blocks, seals: `attestations.json`.
package struct AttestStage: StageProgram {
  package let stage = Stage.attest
  package let version = 13
  package static let output = "attestations.json"

  package init() {}

  package func keyParts(in context: StageContext) throws -> [String: String] {
    try context.configuration.parts(
      .signatureLabels, .fieldLabels, .notaryWording, .letterWording, .signatureWording,
      .stampWording, .places, .blanks)
  }

  package func finish(in context: StageContext) throws -> [OutputFile] {
    let attestations = context.configuration.attestationFinder.attestations(
      in: try context.documentFacts(), classification: try context.classification(),
      on: try context.matchedPages()
    ).amended(by: context.amendments)
    return [OutputFile(name: Self.output, bytes: try CanonicalJSON.encode(attestations))]
  }
}

/// Dated facts: `dates.json`.
package struct DatesStage: StageProgram {
  package let stage = Stage.dates
  package let version = 12
  package static let output = "dates.json"

  package init() {}

  package func keyParts(in context: StageContext) throws -> [String: String] {
    var parts = try context.configuration.parts(.dateLabels, .notaryWording, .places, .blanks)
    parts["settings"] = context.settings.canonicalText(of: .dates)
    return parts
  }

  package func finish(in context: StageContext) throws -> [OutputFile] {
    let facts = context.configuration.dateFinder.facts(
      in: try context.documentFacts(), classification: try context.classification(),
      attestations: try context.attestations(), on: try context.matchedPages()
    ).amended(by: context.amendments)
    let full = Dictionary(grouping: facts, by: \.place.page)
      .filter { $0.value.count >= DatedFact.mostOnAPage }
    for page in full.keys.sorted() {
      context.alert(
        "\(OCRStage.name(of: page)) has more dates than the \(DatedFact.mostOnAPage) that are looked at"
      )
    }
    return [OutputFile(name: Self.output, bytes: try CanonicalJSON.encode(facts))]
  }
}

/// The checks of the rule set and the disposition: `results.json`.
package struct CheckStage: StageProgram {
  package let stage = Stage.check
  package let version = 15
  package static let output = "results.json"

  package init() {}

  package func keyParts(in context: StageContext) throws -> [String: String] {
    ["rules": try context.configuration.digest(ofRulesFor: try? context.classification())]
  }

  package func finish(in context: StageContext) throws -> [OutputFile] {
    let facts = try context.caseFacts()
    let results = check(facts, by: try context.configuration.caseRules(for: facts.classification))
    return [OutputFile(name: Self.output, bytes: try CanonicalJSON.encode(results))]
  }
}
