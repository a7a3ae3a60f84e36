import Attestations
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
    let classification = pageClassifier.classify(documents)
    let attestations = attestationFinder.attestations(
      in: documents, classification: classification)
    return CaseFacts(
      documents: documents, classification: classification, attestations: attestations,
      dates: dateFinder.facts(
        in: documents, classification: classification, attestations: attestations))
  }
}

// The stages that make findings out of readings: each a pure function, called with what the earlier
// ones left.

/// The role of every page: `classification.json`.
package struct ClassifyStage: StageProgram {
  package let stage = Stage.classify
  package let version = 8
  package static let output = "classification.json"

  package init() {}

  package func keyParts(in context: StageContext) throws -> [String: String] {
    let configuration = context.configuration
    return [
      "forms.id": try configuration.digest(ofForms: \.id),
      "forms.program": try configuration.digest(ofForms: \.program),
      "forms.titles": try configuration.digest(ofForms: \.titles),
      "forms.anchors": try configuration.digest(ofForms: \.anchors),
      "forms.continuation": try configuration.digest(ofForms: \.continuation),
      "forms.selfReport": try configuration.digest(ofForms: \.selfReport),
      "wording.notary": try configuration.digest(ofWording: \.notary),
      "wording.letters": try configuration.digest(ofWording: \.letters),
    ]
  }

  package func finish(in context: StageContext) throws -> [OutputFile] {
    let classification = context.configuration.pageClassifier.classify(
      try context.documentFacts())
    return [OutputFile(name: Self.output, bytes: try CanonicalJSON.encode(classification))]
  }
}

/// Signatures, notary blocks, seals: `attestations.json`.
package struct AttestStage: StageProgram {
  package let stage = Stage.attest
  package let version = 10
  package static let output = "attestations.json"

  package init() {}

  package func keyParts(in context: StageContext) throws -> [String: String] {
    let configuration = context.configuration
    return [
      "forms.signatureLabels": try configuration.digest(ofForms: \.signatureLabels),
      "forms.fieldLabels": try configuration.digest(ofForms: \.fieldLabels),
      "wording.notary": try configuration.digest(ofWording: \.notary),
      "wording.letters": try configuration.digest(ofWording: \.letters),
      "wording.stamps": try configuration.digest(ofWording: \.stamps),
    ]
  }

  package func finish(in context: StageContext) throws -> [OutputFile] {
    let attestations = context.configuration.attestationFinder.attestations(
      in: try context.documentFacts(), classification: try context.classification())
    return [OutputFile(name: Self.output, bytes: try CanonicalJSON.encode(attestations))]
  }
}

/// Dated facts: `dates.json`.
package struct DatesStage: StageProgram {
  package let stage = Stage.dates
  package let version = 9
  package static let output = "dates.json"

  package init() {}

  package func keyParts(in context: StageContext) throws -> [String: String] {
    [
      "forms.dateLabels": try context.configuration.digest(ofForms: \.dateLabels),
      "wording.notary": try context.configuration.digest(ofWording: \.notary),
      "settings": context.settings.canonicalText(of: .dates),
    ]
  }

  package func finish(in context: StageContext) throws -> [OutputFile] {
    let facts = context.configuration.dateFinder.facts(
      in: try context.documentFacts(), classification: try context.classification(),
      attestations: try context.attestations())
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
  package let version = 10
  package static let output = "results.json"

  package init() {}

  package func keyParts(in context: StageContext) throws -> [String: String] {
    let rules = try context.configuration.caseRules(for: try? context.classification())
    return ["rules": Digest.of(rules.canonicalText).rawValue]
  }

  package func finish(in context: StageContext) throws -> [OutputFile] {
    let facts = try context.caseFacts()
    let results = check(facts, by: try context.configuration.caseRules(for: facts.classification))
    return [OutputFile(name: Self.output, bytes: try CanonicalJSON.encode(results))]
  }
}
