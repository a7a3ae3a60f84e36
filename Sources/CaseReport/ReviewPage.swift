import Casework
import Mustache

/// `review.html`: the page on which a person decides a case, opened from disk. Beside it in the bag are
/// the pictures that it shows; nothing else is outside of it.
///
/// The stored properties, here and in the structures within, are the names of `ReviewTemplate`. None
/// is optional: Mustache looks for a missing name in what is around it.
package struct ReviewPage {
  struct Fact {
    let label: String
    let value: String
  }

  /// What could not be opened or read.
  struct ClosedDocument {
    /// The anchor to go to.
    let target: String
    let subject: String
    let question: String
  }

  /// What the rule set leaves open.
  struct OpenQuestion {
    /// A row that depends on the answer.
    struct Row {
      let id: String
      let anchor: String
      let outcome: String
    }

    let key: String
    let rows: [Row]
  }

  let style = PageStyle.css + ReviewStyle.css
  /// At the head of every printed sheet.
  let printHeading: String
  let script = ReviewScript.script.text
  let scriptDigest = ReviewScript.script.digest
  /// For the script, as JSON.
  let data: String
  let caseID: String
  /// Who complains of whom.
  let name: String
  let disposition: String
  let dispositionClass: String
  let dispositionSymbol: String
  let explanation: String
  /// What one looks for first.
  let facts: [Fact]
  let moreFacts: [Fact]
  let openQuestions: [OpenQuestion]
  let hasOpenQuestions: Bool
  let closedDocuments: [ClosedDocument]
  let questions: [CheckCard]
  let amendments: AmendmentTable
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
    let findings = ReviewFindings(facts, passages: results.passages, crops: inputs.crops)
    caseID = inputs.caseID.rawValue
    name = results.identity.inWords
    printHeading = PageStyle.printHeading("\(name), \(caseID)")
    disposition = results.disposition.inWords
    dispositionClass = results.disposition.rawValue
    dispositionSymbol = results.disposition.symbol
    explanation = results.disposition.explanation
    (self.facts, moreFacts) = Self.facts(inputs)
    openQuestions = Self.openQuestions(results)
    hasOpenQuestions = !openQuestions.isEmpty
    closedDocuments = Self.closedDocuments(facts)
    let open = results.openChecks
    questions = open.enumerated().map { index, check in
      CheckCard(check, waiting: results.waiting(for: check), isFirst: index == 0, findings)
    }
    amendments = AmendmentTable(AmendmentEntry.entries(of: facts, results))
    openCount = closedDocuments.count + questions.count
    isOpen = openCount > 0
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
    data = try PageData.json(ReviewData(inputs, findings, sections, open: open))
  }

  package func html() throws -> String {
    let (template, library) = try Self.template.get()
    return template.render(TemplateMembers(of: self), library: library)
  }

  /// Parsed once: that took longer than a page.
  private static let template = Result {
    let parts = [
      "card": ReviewTemplate.card, "where": ReviewTemplate.place,
      "thumbnail": ReviewTemplate.thumbnail,
    ]
    return (
      try MarkupText.template(ReviewTemplate.html),
      MustacheLibrary(templates: try parts.mapValues(MarkupText.template))
    )
  }

  private static func openQuestions(_ results: CheckResults) -> [OpenQuestion] {
    results.edition.openQuestions.map { key in
      OpenQuestion(
        key: key,
        rows: (results.edition.dependents?[key] ?? []).compactMap { id in
          results.checks.first { $0.id == id }.map {
            OpenQuestion.Row(
              id: id, anchor: Anchor.check(id), outcome: $0.outcomeInWords.lowercased())
          }
        })
    }
  }

  private static func facts(_ inputs: BundleInputs) -> (first: [Fact], more: [Fact]) {
    let facts = inputs.facts
    let pages = facts.documents.flatMap {
      PageEntry.pages(of: $0, classification: facts.classification)
    }
    let identity = inputs.results.identity
    var first = [
      Fact(label: "Received", value: identity.received?.inWords ?? "no day was read"),
      Fact(label: "Last day of filing", value: identity.filing?.inWords ?? "not known"),
      Fact(
        label: "Packet",
        value: counted("document")(facts.documents.count) + ", " + counted("page")(pages.count)),
      Fact(label: "Came as", value: inputs.arrivals.map(\.inWords).joined(separator: "; ")),
    ]
    if let origin = inputs.arrivals.first?.origin {
      first.append(Fact(label: "Made of", value: origin.inWords))
    }
    var rows = [
      Fact(label: "Complainant", value: identity.complainant.inWords),
      Fact(label: "Respondent", value: identity.respondent.inWords),
      Fact(label: "Programme", value: facts.classification.program ?? "no known form found"),
      Fact(label: "Kind", value: facts.classification.kind.inWords),
      Fact(
        label: "Rule set",
        value: "\(inputs.results.ruleSet), \(inputs.results.edition.inWords)"),
      Fact(label: "Made by", value: inputs.made.inWords),
      Fact(
        label: "The complaint itself",
        value: facts.classification.complaintPages.inWords),
    ]
    if !inputs.overrides.isEmpty {
      let changes = inputs.overrides.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
      rows.append(
        Fact(label: "Settings changed for this case", value: changes.joined(separator: ", ")))
    }
    return (first, rows)
  }

  /// It stands before the checks, because every one of them rests on it.
  private static func closedDocuments(_ facts: CaseFacts) -> [ClosedDocument] {
    var decisions: [ClosedDocument] = []
    for document in facts.documents {
      let id = document.ingested.id
      let name = Anchor.words(id)
      if document.survey.state != .opened {
        decisions.append(
          ClosedDocument(
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
          return ClosedDocument(
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
  }
}

/// What people said in place of the machine.
struct AmendmentTable {
  struct Row {
    let number: String
    let subject: String
    let value: String
    let was: String
    let by: String
    let note: String
  }

  let rows: [Row]
  let hasRows: Bool

  init(_ entries: [AmendmentEntry]) {
    rows = entries.map { entry in
      let place = entry.document.value.map { "\($0.rawValue):\(entry.page.value ?? 0)" } ?? "case"
      let subject = entry.finding.value?.rawValue ?? place
      return Row(
        number: String(entry.number), subject: "\(entry.field.rawValue) of \(subject)",
        value: entry.value,
        was: entry.applied ? entry.was.value ?? "nothing" : "nothing is found there any more",
        by: entry.by, note: entry.note)
    }
    hasRows = !rows.isEmpty
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
