import Casework

/// Places for a date in which something stands that could not be read as one.
///
/// A place that is empty is no finding: that a date is missing is for the rules to say.
struct UnreadPlaces {
  struct Place {
    var role: DatedFact.Role
    var text: String
    var box: Box
    var isOpenEnded: Bool
  }

  let places: [Place]

  /// - Parameter taken: the boxes of the dates that were read.
  init(
    _ reading: Reading, _ labels: [PlacedLabel], _ attestations: [Attestation], taken: [Box]
  ) {
    var places: [Place] = []
    for (index, label) in labels.enumerated() {
      guard let role = label.role, Self.roles.contains(role) else { continue }
      let box = Self.place(of: label, index, among: labels, in: reading)
      guard !taken.contains(where: { $0.intersection(box) != nil }) else { continue }
      if let place = Self.content(of: box, label, role, in: reading) { places.append(place) }
    }
    for attestation in attestations where attestation.kind == .notary {
      guard let date = attestation.notary?.elements[.date], date.state != .blank,
        let box = date.box, !taken.contains(where: { $0.intersection(box) != nil }),
        !places.contains(where: { $0.box.intersection(box) != nil }),
        Self.digitCount(date.text ?? "") > 0 || Self.hasInk(box, reading)
      else { continue }
      places.append(
        Place(role: .notarized, text: date.text ?? "", box: box, isOpenEnded: false))
    }
    self.places = places
  }

  private static let roles: Set<DatedFact.Role> = [
    .occurrence, .learned, .signed, .commissionExpires,
  ]

  /// Right of the label up to the next label of the line, or half the page.
  private static func place(
    of label: PlacedLabel, _ index: Int, among labels: [PlacedLabel], in reading: Reading
  ) -> Box {
    var right = min(label.box.maxX + 200, reading.width - 18)
    for other in labels where other.box.x > label.box.maxX {
      if abs(other.box.midY - label.box.midY) < label.box.height { right = min(right, other.box.x) }
    }
    let x = label.box.maxX + 2
    return Box(
      x: x, y: label.box.y - 0.5 * label.box.height, width: max(0, right - x - 4),
      height: 1.7 * label.box.height)
  }

  private static func content(
    of box: Box, _ label: PlacedLabel, _ role: DatedFact.Role, in reading: Reading
  ) -> Place? {
    guard box.width > 12 else { return nil }
    let words = reading.words.filter { word in
      word.box.midX > box.x && word.box.midX < box.maxX && word.box.midY > box.y
        && word.box.midY < box.maxY && word.text.contains { $0.isLetter || $0.isNumber }
    }
    let text = words.map(\.text).joined(separator: " ")
    if role == .occurrence, label.pointsRight || words.count <= 3, OpenEnd.isSaid(in: text),
      let around = Box.around(words.map(\.box))
    {
      return Place(role: role, text: text, box: around, isOpenEnded: true)
    }
    let digits = digitCount(text)
    let isLikeDate = digits >= 2 && digits <= 8 && words.count <= 5
    guard isLikeDate || hasInk(box, reading) && words.allSatisfy({ $0.confidence < 0.6 }) else {
      return nil
    }
    return Place(role: role, text: text, box: box, isOpenEnded: false)
  }

  /// The digits of `text` but for a century that was printed there ("20__").
  private static func digitCount(_ text: String) -> Int {
    text.split { !$0.isLetter && !$0.isASCIIDigit }
      .filter { $0 != "20" && $0 != "19" }
      .reduce(0) { $0 + $1.count(where: \.isASCIIDigit) }
  }

  /// Whether ink as tall as handwriting lies in the box, and not just the tail of something else.
  private static func hasInk(_ box: Box, _ reading: Reading) -> Bool {
    reading.marks.contains { mark in
      guard mark.largestPieceHeight >= 5, mark.box.area > 0,
        let common = mark.box.intersection(box)
      else { return false }
      return common.area > 0.4 * mark.box.area
    }
  }
}
