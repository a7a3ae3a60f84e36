/// Words that a check rests on: as much of the text as can be pointed at.
package struct Passage: Codable, Hashable, Sendable {
  /// `p1` for the first of a case.
  package var id: FindingID
  /// The words themselves; a reviewer is shown the line around them as well.
  package var place: Place
  /// As it was read, on one line. Birth dates and identity numbers are blocks.
  package var text: String
  /// The mean of the words, 0 to 1. What stands in the document's own text or fields has 1.
  package var confidence: Double
  /// Something on its lines is hidden, so there is no picture of it either.
  package var isMasked: Bool

  package init(
    id: FindingID, place: Place, text: String, confidence: Double, isMasked: Bool = false
  ) {
    self.id = id
    self.place = place
    self.text = text
    self.confidence = confidence
    self.isMasked = isMasked
  }
}

/// A provision of the Code that the complaint names.
package struct Citation: Codable, Hashable, Sendable {
  package enum Kind: String, Codable, CaseIterable, Sendable {
    case principle, rule, standard
    /// A number in the field of the rules, and nothing that says what it is of.
    case unclear
  }

  package var kind: Kind
  package var number: Int
  /// Whether it surely says so: `55` in the field of the rules may be `S 5`, and is not counted.
  package var isCertain: Bool
  /// Passages, in the order of the pages.
  package var evidence: [FindingID]

  package init(kind: Kind, number: Int, isCertain: Bool, evidence: [FindingID]) {
    self.kind = kind
    self.number = number
    self.isCertain = isCertain
    self.evidence = evidence
  }
}
