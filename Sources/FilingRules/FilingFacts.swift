import Casework
import DatedFacts
import IdentityMasking
import PageLayout

/// What a rule may read of a case, indexed.
///
/// Dates of birth are left out here, and hidden in the texts as identity numbers are: no rule can
/// see one. Nothing else in ``CaseFacts`` is about what a person is.
struct FilingFacts {
  let leftOut: [LeftOutFile]
  /// What people say of the case itself.
  let amendments: [Amendment]
  /// What people said of findings that are not there any more.
  let unmatchedAmendments: [Amendment]
  let documents: [CaseFacts.DocumentFacts]
  let classification: Classification
  let attestations: [Attestation]
  let dates: [DatedFact]

  private let classified: [PageReference: ClassifiedPage]
  private let outcomes: [PageReference: PageOutcome]
  private let sheets: [PageReference: Sheet]
  /// What was read line by line, then what stands in the document's own form fields.
  let lines: [PageReference: [TextLine]]

  init(_ facts: CaseFacts) {
    let facts = facts.withReadings(IdentityMask.masked)
    leftOut = facts.leftOut
    amendments = facts.amendments
    unmatchedAmendments = facts.unmatchedAmendments
    documents = facts.documents
    classification = facts.classification
    attestations = facts.attestations
    dates = facts.dates.filter { $0.role != .birth }
    classified = Dictionary(
      facts.classification.pages.map { ($0.page, $0) }, uniquingKeysWith: { first, _ in first })
    outcomes = Dictionary(
      facts.pages.map { ($0.page, $0) }, uniquingKeysWith: { first, _ in first })
    sheets = Dictionary(
      facts.pages.compactMap { page in
        page.reading.map { (page.page, Sheet($0, of: page.page)) }
      }, uniquingKeysWith: { first, _ in first })
    lines = sheets.mapValues { $0.lines + $0.reading.fieldLines }
  }

  /// How sure something has to be to be held against anybody: readings of a page, a page's role, a
  /// blank place. 0 to 1.
  static let sureness = 0.7

  /// All pages, in the order of the documents.
  var pages: [PageReference] { documents.flatMap(\.pages).map(\.page) }

  /// The pages that have one of `roles`.
  func pages(_ roles: PageRole...) -> [PageReference] {
    classification.pages.filter { roles.contains($0.role) }.map(\.page)
  }

  /// The pages of the complaint itself.
  var complaintPages: [PageReference] { pages(.form, .continuation) }

  /// Whether the complaint form was found at all.
  var hasForm: Bool { classification.pages.contains { $0.role == .form } }

  func role(of page: PageReference) -> PageRole { classified[page]?.role ?? .unknown }

  /// What spoke for the role of the page and against it, in words for the reviewer.
  func roleReason(of page: PageReference) -> String { classified[page]?.reason ?? "" }

  /// Not a page of the complaint by what was told of it, and not surely none.
  func mayBeOfComplaint(_ page: PageReference) -> Bool {
    switch role(of: page) {
    case .form, .continuation, .certificate, .unknown: true
    case .supporting, .powerOfAttorney, .transmittal: roleConfidence(of: page) < Self.sureness
    case .separator, .envelope, .faxCover, .blank: false
    }
  }

  func roleConfidence(of page: PageReference) -> Double { classified[page]?.confidence ?? 0 }

  func sheet(of page: PageReference) -> Sheet? { sheets[page] }

  /// Those of `pages` that were read.
  func sheets(of pages: [PageReference]) -> [Sheet] { pages.compactMap { sheets[$0] } }

  /// All that a page says, one line to a row.
  func text(of page: PageReference) -> String {
    (lines[page] ?? []).map(\.text).joined(separator: "\n")
  }

  /// Whether what was recognised on the page can be relied on; a page of the document's own text
  /// always can.
  func isWellRead(_ page: PageReference) -> Bool {
    guard let outcome = outcomes[page], outcome.state != .failed else { return false }
    return sheets[page]?.doubts.contains(.lowConfidence) != true
  }

  /// Whether the file says one thing at the place and its page shows another.
  func isContradicted(_ place: Place) -> Bool {
    sheet(of: place.page)?.reading.isContradicted(in: place.box) ?? false
  }

  /// Attestations of a kind on pages of one of `roles`.
  func attestations(_ kind: Attestation.Kind, on roles: PageRole...) -> [Attestation] {
    attestations.filter { $0.kind == kind && roles.contains(role(of: $0.place.page)) }
  }

  /// Pages that may have more dates than were kept.
  var overfullPages: [PageReference] {
    Dictionary(grouping: dates, by: \.place.page)
      .filter { $0.value.count >= DatedFact.mostOnAPage }.keys.sorted()
  }

  /// What of the packet was not seen, although a finding relies on it, and the row that asks about
  /// it; `nil` where all of it was.
  func gap(against reliance: Finding.Reliance) -> (words: String, row: ChecklistRow)? {
    guard reliance >= .onAllDocuments else { return nil }
    if documents.isEmpty { return ("there is no document", .everythingOpened) }
    if let leftOut = leftOut.inWords { return (leftOut, .everythingOpened) }
    if let closed = documents.first(where: { $0.survey.state != .opened }) {
      return ("\(closed.ingested.id.rawValue) could not be opened", .everythingOpened)
    }
    if let form = documents.first(where: { $0.survey.isDynamicForm }) {
      return ("\(form.ingested.id.rawValue) is drawn by its viewer", .everythingOpened)
    }
    guard reliance >= .onAllPages else { return nil }
    if let failed = documents.flatMap(\.pages).first(where: { $0.state == .failed }) {
      return ("\(failed.page.inWords) could not be read in full", .everythingOpened)
    }
    if let full = overfullPages.first {
      return ("\(full.inWords) has more dates than are looked at", .everythingOpened)
    }
    guard reliance >= .onAllWords else { return nil }
    let mayBelong = pages(.form, .continuation, .certificate, .unknown)
    if let poor = mayBelong.first(where: { !isWellRead($0) }) {
      return ("\(poor.inWords) was read with little confidence", .legible)
    }
    return nil
  }
}

extension PageReference {
  /// As a reviewer looks for it: `d01 page 3`.
  var inWords: String { "\(document.rawValue) page \(page)" }
}

extension [PageReference] {
  /// `d01 page 3, d02 page 1`.
  var inWords: String { map(\.inWords).joined(separator: ", ") }
}
