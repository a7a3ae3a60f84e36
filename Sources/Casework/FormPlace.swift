/// A place on a form that is to be filled in, as its description has it.
package struct FormPlace: Codable, Hashable, Sendable {
  package enum Kind: String, Codable, CaseIterable, Sendable {
    case text, date, signature
    case checkBox = "check-box"
    /// None, whatever it looks like.
    case none
  }

  /// What it is called in messages and findings; no two places of a form have one name.
  package var name: String
  package var kind: Kind
  /// The printed words that say what belongs there: those of the blank first, then how other
  /// editions have them.
  package var labels: [String]
  /// Where what is filled in stands, seen from the label; `nil` where that is not known, as of a box to
  /// tick.
  package var value: FieldValueSide?
  /// Headings under which the label is the topmost of its kind; none where it stands once only.
  package var section: [String]
  /// Of the blank, from 1; `nil` of a place that is on no blank.
  package var page: Int?
  /// In points of the blank; there with `page`.
  package var box: Box?
  /// Of a place to sign: who signs there.
  package var signer: Attestation.Role?
  /// Of a date: the part that it plays.
  package var date: DatedFact.Role?

  package init(
    name: String, kind: Kind, labels: [String], value: FieldValueSide? = nil,
    section: [String] = [], page: Int? = nil, box: Box? = nil,
    signer: Attestation.Role? = nil, date: DatedFact.Role? = nil
  ) {
    self.name = name
    self.kind = kind
    self.labels = labels
    self.value = value
    self.section = section
    self.page = page
    self.box = box
    self.signer = signer
    self.date = date
  }

  private enum CodingKeys: CodingKey {
    case name, kind, labels, value, section, page, box, signer, date
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    name = try values.decode(String.self, forKey: .name)
    kind = try values.decode(Kind.self, forKey: .kind)
    labels = try values.decodeIfPresent([String].self, forKey: .labels) ?? []
    value = try values.decodeIfPresent(FieldValueSide.self, forKey: .value)
    section = try values.decodeIfPresent([String].self, forKey: .section) ?? []
    page = try values.decodeIfPresent(Int.self, forKey: .page)
    box = try values.decodeIfPresent(Box.self, forKey: .box)
    signer = try values.decodeIfPresent(Attestation.Role.self, forKey: .signer)
    date = try values.decodeIfPresent(DatedFact.Role.self, forKey: .date)
  }
}
