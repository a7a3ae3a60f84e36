import Casework
import Mustache

/// `review.html`: one page without scripts and without anything outside of it, which a person opens
/// from disk to decide a case.
///
/// The stored properties, here and in the structures within, are the names of `ReviewTemplate`. None
/// is optional: Mustache looks for a missing name in what is around it.
package struct ReviewPage {
  struct Fact {
    let label: String
    let value: String
  }

  struct Decision {
    /// The anchor to go to.
    let target: String
    let subject: String
    let question: String
  }

  let style = ReviewStyle.css
  let caseID: String
  /// Who complains of whom.
  let name: String
  let disposition: String
  let dispositionClass: String
  let dispositionSymbol: String
  let explanation: String
  let facts: [Fact]
  let decisions: [Decision]
  let isOpen: Bool
  let openCount: Int
  let groups: [CheckGroup]
  let dates: [DateRow]
  let hasDates: Bool
  let dateCount: Int
  let attestations: [AttestationCard]
  let hasAttestations: Bool
  let attestationCount: Int
  let entries: [EntryRow]
  let hasEntries: Bool
  let entryCount: Int
  let passages: [PassageRow]
  let hasPassages: Bool
  let passageCount: Int
  let documents: [DocumentSection]

  package init(_ inputs: BundleInputs) throws {
    let facts = inputs.facts
    let results = inputs.results
    let findings = try ReviewFindings(facts, passages: results.passages, crops: inputs.crops)
    caseID = inputs.caseID.rawValue
    name = results.identity.inWords
    disposition = results.disposition.inWords
    dispositionClass = results.disposition.rawValue
    dispositionSymbol = results.disposition.symbol
    explanation = results.disposition.explanation
    self.facts = Self.facts(inputs)
    decisions = Self.decisions(facts, results)
    isOpen = !decisions.isEmpty
    openCount = decisions.count
    groups = CheckGroup.groups(of: results, findings)
    dates = facts.dates.map { DateRow($0.masked, findings) }
    hasDates = !dates.isEmpty
    dateCount = dates.count
    attestations = facts.attestations.filter { !$0.kind.isEntry }
      .map { AttestationCard($0, findings) }
    hasAttestations = !attestations.isEmpty
    attestationCount = attestations.count
    entries = facts.attestations.filter(\.kind.isEntry).map { EntryRow($0, findings) }
    hasEntries = !entries.isEmpty
    entryCount = entries.count
    passages = results.passages.map(PassageRow.init)
    hasPassages = !passages.isEmpty
    passageCount = passages.count
    var sections: [DocumentSection] = []
    for document in facts.documents {
      sections.append(try DocumentSection(document, inputs, findings))
    }
    documents = sections
  }

  package func html() throws -> String {
    try Self.template.get().render(TemplateMembers(of: self))
  }

  /// Parsed once: that took longer than a page.
  private static let template = Result { try MarkupText.template(ReviewTemplate.html) }

  private static func facts(_ inputs: BundleInputs) -> [Fact] {
    let facts = inputs.facts
    let pages = facts.documents.flatMap {
      PageEntry.pages(of: $0, classification: facts.classification)
    }
    let identity = inputs.results.identity
    var rows = [
      Fact(label: "Complainant", value: identity.complainant.inWords),
      Fact(label: "Respondent", value: identity.respondent.inWords),
      Fact(label: "Received", value: identity.received?.inWords ?? "no day was read"),
      Fact(label: "Last day of filing", value: identity.filing?.inWords ?? "not known"),
      Fact(label: "Came as", value: inputs.arrivals.map(\.inWords).joined(separator: "; ")),
      Fact(label: "Programme", value: facts.classification.program ?? "no known form found"),
      Fact(label: "Kind", value: facts.classification.kind.inWords),
      Fact(
        label: "Rule set",
        value: "\(inputs.results.ruleSet), \(inputs.results.edition.inWords)"),
      Fact(
        label: "Packet",
        value: counted("document")(facts.documents.count) + ", " + counted("page")(pages.count)),
      Fact(
        label: "The complaint itself",
        value: facts.classification.complaintPages.inWords),
    ]
    if !inputs.overrides.isEmpty {
      let changes = inputs.overrides.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
      rows.append(
        Fact(label: "Settings changed for this case", value: changes.joined(separator: ", ")))
    }
    return rows
  }

  /// What is open: first what could not be opened or read, because every check rests on it, then
  /// the checks that count, those with a candidate deficiency first.
  private static func decisions(_ facts: CaseFacts, _ results: CheckResults) -> [Decision] {
    var decisions: [Decision] = []
    for document in facts.documents {
      let id = document.ingested.id
      let name = Anchor.words(id)
      if document.survey.state != .opened {
        decisions.append(
          Decision(
            target: Anchor.document(id), subject: name,
            question: "\(document.survey.state.sentence) Read it by other means."))
      }
      let failed = PageEntry.pages(of: document, classification: facts.classification)
        .filter { $0.state == .failed }
      let partlyRead = Set(document.pages.filter(\.isPartlyRead).map(\.page.page))
      decisions += [false, true].compactMap { isPartlyRead in
        let pages = failed.filter { partlyRead.contains($0.number) == isPartlyRead }
        return pages.first.map { first in
          let numbers = pages.map { String($0.number) }.joined(separator: ", ")
          return Decision(
            target: Anchor.page(PageReference(document: id, page: first.number)),
            subject: "\(name), \(pages.count == 1 ? "page" : "pages") \(numbers)",
            question: (isPartlyRead
              ? "Could be drawn and read by the checker only in part. Look at the original: "
              : "Could not be read by the checker. Read it yourself: ")
              + "a signature or a date may stand there.")
        }
      }
    }
    return decisions
      + results.openChecks.map { check in
        let waiting = results.waiting(for: check).map(\.id)
        return Decision(
          target: Anchor.check(check.id), subject: "\(check.id) \(check.title)",
          question: "\(check.outcome.inWords): \(check.reason)"
            + (waiting.isEmpty
              ? "" : " For this answer wait: \(waiting.joined(separator: ", "))."))
      }
  }
}

/// Names of places on the review page, and the words that lead there.
enum Anchor {
  static func document(_ id: DocumentID) -> String { id.rawValue }
  static func page(_ page: PageReference) -> String { "\(page.document.rawValue)-p\(page.page)" }
  static func finding(_ id: FindingID) -> String { "finding-\(id.rawValue)" }
  static func check(_ id: String) -> String { "check-\(id)" }

  static func words(_ id: DocumentID) -> String { "Document \(BundlePaths.number(id))" }
  static func words(_ page: PageReference) -> String {
    "\(words(page.document)), page \(page.page)"
  }
}
