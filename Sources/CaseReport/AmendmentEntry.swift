import Casework

/// What a person says of a case, and what the machine found in its place, for `case.json`. When it was
/// said is in the case's history: `case.json` has no times.
struct AmendmentEntry: Encodable, Sendable {
  let number: Int
  let field: Amendment.Field
  let value: String
  /// What the machine or an earlier amendment had there; `null` where nothing was, or nothing is there
  /// any more.
  let was: OrNull<String>
  /// Whether what it was said of is still found.
  let applied: Bool
  let by: String
  let note: String
  /// The id that the finding has now; `null` of pages and of the case, and where nothing is found.
  let finding: OrNull<FindingID>
  /// `null` of the case.
  let document: OrNull<DocumentID>
  let page: OrNull<Int>

  private init(
    _ amendment: Amendment, _ applied: AmendedBy?, finding: FindingID?, at place: PageReference?,
    isOfBirth: Bool
  ) {
    let isMasked = isOfBirth && amendment.change.field == .date
    number = amendment.number
    field = amendment.change.field
    value = isMasked ? DatedFact.maskedText : amendment.change.value
    was = OrNull(
      applied.flatMap { $0.was.isEmpty ? nil : isMasked ? DatedFact.maskedText : $0.was })
    self.applied = applied != nil
    by = amendment.by
    note = amendment.note
    self.finding = OrNull(finding)
    document = OrNull(place?.document)
    page = OrNull(place?.page)
  }

  static func entries(of facts: CaseFacts, _ results: CheckResults) -> [AmendmentEntry] {
    var findings: [Int: FindingID] = [:]
    for attestation in facts.attestations {
      for amended in attestation.amendedBy { findings[amended.number] = attestation.id }
    }
    for date in facts.dates {
      for amended in date.amendedBy { findings[amended.number] = date.id }
    }
    let births = Set(facts.dates.filter { $0.role == .birth }.map(\.id))
    let applied = facts.appliedAmendments + results.identity.amendedBy
    return facts.amendments.map { amendment in
      AmendmentEntry(
        amendment, applied.first { $0.number == amendment.number },
        finding: findings[amendment.number], at: amendment.subject.page,
        isOfBirth: findings[amendment.number].map(births.contains) ?? false)
    }
  }
}

extension Amendment.Subject {
  /// `nil` of the whole case.
  var page: PageReference? {
    switch self {
    case .attestation(_, _, let place), .date(_, let place): place.page
    case .page(let page): page
    case .wholeCase: nil
    }
  }
}
