/// What a person says of a case in place of the machine: of one of its findings, of a page, or of the
/// case itself.
package struct Amendment: Codable, Hashable, Sendable {
  /// Counted from 1, in the order in which they were made; withdrawn ones keep theirs.
  package var number: Int
  package var subject: Subject
  package var change: Change
  /// Who says so.
  package var by: String
  package var note: String

  package init(number: Int, subject: Subject, change: Change, by: String, note: String) {
    self.number = number
    self.subject = subject
    self.change = change
    self.by = by
    self.note = note
  }

  /// What it is said of. A finding is known again by its place: its id may be another one after a
  /// rerun.
  package enum Subject: Codable, Hashable, Sendable {
    case attestation(id: FindingID, kind: Attestation.Kind, place: Place)
    case date(id: FindingID, place: Place)
    case page(at: PageReference)
    case wholeCase

    /// As it was called when the amendment was made: `t1-1-1406`, `d01:3`, or empty for the whole case.
    package var name: String {
      switch self {
      case .attestation(let id, _, _), .date(let id, _): id.rawValue
      case .page(let page): "\(page.document.rawValue):\(page.page)"
      case .wholeCase: ""
      }
    }
  }

  /// What is otherwise. Files and the command line write it as a field and a value.
  package enum Change: Hashable, Sendable {
    case date(CaseIdentity.Days)
    case dateRole(DatedFact.Role)
    case attestationState(Attestation.State)
    case attestationRole(Attestation.Role)
    case pageRole(PageRole)
    case complainant(String)
    case respondent(String)
    case programme(String)
    case received(CaseIdentity.Days)
  }

  package enum Field: String, Codable, CaseIterable, Sendable {
    case date, role, state, complainant, respondent, programme, received
  }

  /// The stage whose findings it changes.
  package var stage: Stage {
    switch change {
    case .pageRole, .programme: .classify
    case .attestationState, .attestationRole: .attest
    case .date, .dateRole: .dates
    case .complainant, .respondent, .received: .check
    }
  }
}

extension Amendment.Change {
  /// What `value` says in `field` of such a subject; `nil` where the subject has no such field, or the
  /// field no such value.
  ///
  /// Days are `2024-04-09`, or `2024-04-01..2024-04-30` where only an interval is known.
  package init?(of subject: Amendment.Subject, _ field: Amendment.Field, to value: String) {
    func made<Value>(_ value: Value?, _ change: (Value) -> Self) -> Self? { value.map(change) }
    let name = value.allSatisfy(\.isWhitespace) ? nil : value
    let change: Self? =
      switch (subject, field) {
      case (.date, .date): made(CaseIdentity.Days(value)) { .date($0) }
      case (.date, .role): made(DatedFact.Role(rawValue: value)) { .dateRole($0) }
      case (.attestation, .state):
        made(Attestation.State(rawValue: value)) { .attestationState($0) }
      case (.attestation, .role): made(Attestation.Role(rawValue: value)) { .attestationRole($0) }
      case (.page, .role): made(PageRole(rawValue: value)) { .pageRole($0) }
      case (.wholeCase, .complainant): made(name) { .complainant($0) }
      case (.wholeCase, .respondent): made(name) { .respondent($0) }
      case (.wholeCase, .programme): made(name) { .programme($0) }
      case (.wholeCase, .received): made(CaseIdentity.Days(value)) { .received($0) }
      default: nil
      }
    guard let change else { return nil }
    self = change
  }

  package var field: Amendment.Field {
    switch self {
    case .date: .date
    case .dateRole, .attestationRole, .pageRole: .role
    case .attestationState: .state
    case .complainant: .complainant
    case .respondent: .respondent
    case .programme: .programme
    case .received: .received
    }
  }

  package var value: String {
    switch self {
    case .date(let days), .received(let days): days.description
    case .dateRole(let role): role.rawValue
    case .attestationState(let state): state.rawValue
    case .attestationRole(let role): role.rawValue
    case .pageRole(let role): role.rawValue
    case .complainant(let name), .respondent(let name), .programme(let name): name
    }
  }
}

extension Amendment.Subject {
  /// As files have it: an object with those of `finding`, `kind`, `document`, `page` and `box` that say what
  /// it is said of; an empty one for the whole case.
  private enum CodingKeys: String, CodingKey { case finding, kind, document, page, box }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    guard let document = try values.decodeIfPresent(DocumentID.self, forKey: .document) else {
      self = .wholeCase
      return
    }
    let page = PageReference(
      document: document, page: try values.decode(Int.self, forKey: .page))
    guard let id = try values.decodeIfPresent(FindingID.self, forKey: .finding) else {
      self = .page(at: page)
      return
    }
    let place = Place(page: page, box: try values.decode(Box.self, forKey: .box))
    let kind = try values.decodeIfPresent(Attestation.Kind.self, forKey: .kind)
    self =
      kind.map { .attestation(id: id, kind: $0, place: place) } ?? .date(id: id, place: place)
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    func encode(_ page: PageReference) throws {
      try values.encode(page.document, forKey: .document)
      try values.encode(page.page, forKey: .page)
    }
    func encode(_ id: FindingID, at place: Place) throws {
      try values.encode(id, forKey: .finding)
      try encode(place.page)
      try values.encode(place.box, forKey: .box)
    }
    switch self {
    case .wholeCase: break
    case .page(let page): try encode(page)
    case .date(let id, let place): try encode(id, at: place)
    case .attestation(let id, let kind, let place):
      try encode(id, at: place)
      try values.encode(kind, forKey: .kind)
    }
  }
}

extension Amendment {
  private enum CodingKeys: String, CodingKey { case number, subject, field, value, by, note }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    number = try values.decode(Int.self, forKey: .number)
    subject = try values.decode(Subject.self, forKey: .subject)
    let field = try values.decode(Field.self, forKey: .field)
    let value = try values.decode(String.self, forKey: .value)
    guard let change = Change(of: subject, field, to: value) else {
      throw DecodingError.dataCorruptedError(
        forKey: .value, in: values, debugDescription: "\(field.rawValue) cannot be \(value)")
    }
    self.change = change
    by = try values.decode(String.self, forKey: .by)
    note = try values.decode(String.self, forKey: .note)
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(number, forKey: .number)
    try values.encode(subject, forKey: .subject)
    try values.encode(change.field, forKey: .field)
    try values.encode(change.value, forKey: .value)
    try values.encode(by, forKey: .by)
    try values.encode(note, forKey: .note)
  }
}

extension CaseIdentity.Days: CustomStringConvertible {
  /// Reads `2024-04-09` or `2024-04-01..2024-04-30`.
  package init?(_ text: String) {
    let days = text.split(separator: "..", omittingEmptySubsequences: false).map {
      CivilDate(String($0))
    }
    guard (1...2).contains(days.count), let first = days[0], let last = days[days.count - 1],
      first <= last
    else { return nil }
    self.init(earliest: first, latest: last)
  }

  package var description: String {
    earliest == latest ? "\(earliest)" : "\(earliest)..\(latest)"
  }
}
