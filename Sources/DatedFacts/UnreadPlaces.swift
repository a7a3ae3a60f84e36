import Casework
import PageLayout
import WrittenDates

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
    _ sheet: Sheet, _ labels: [PlacedLabel], _ attestations: [Attestation], taken: [Box]
  ) {
    var places: [Place] = []
    for label in labels {
      guard let role = label.role, Self.roles.contains(role) else { continue }
      let width = Self.width(of: label, among: labels, on: sheet)
      let right = Self.right(of: label, width)
      let sides = Self.sides(of: label, among: labels, on: sheet, taken: taken)
      let near =
        label.pointsRight
        ? []
        : (sides.below ? [Self.below(label, width)] : [])
          + (sides.above ? [Self.above(label, width)] : [])
      guard
        !([right] + near).contains(where: { box in
          taken.contains { $0.intersection(box) != nil }
        })
      else { continue }
      if let place = Self.content(of: right, label, role, on: sheet) {
        places.append(place)
      } else if let box = near.first(where: { Self.hasUnreadWriting($0, on: sheet) }) {
        let text = Self.words(in: box, of: sheet).map(\.text).joined(separator: " ")
        places.append(Place(role: role, text: text, box: box, isOpenEnded: false))
      } else if role == .occurrence, !label.pointsRight, sides.below,
        let place = Self.words(below: label, width, labels, on: sheet)
      {
        places.append(place)
      }
    }
    for attestation in attestations where attestation.kind == .notary {
      guard let date = attestation.notary?.elements[.date], date.state != .blank,
        let box = date.box, !taken.contains(where: { $0.intersection(box) != nil }),
        !places.contains(where: { $0.box.intersection(box) != nil }),
        Self.digitCount(date.text ?? "") > 0 || Self.hasInk(box, sheet)
      else { continue }
      places.append(
        Place(role: .notarized, text: date.text ?? "", box: box, isOpenEnded: false))
    }
    self.places = places
  }

  /// On which sides the place of a label may be. A form has the values of one row all on one side, so
  /// a date that was read at another label of the row shows it for all.
  private static func sides(
    of label: PlacedLabel, among labels: [PlacedLabel], on sheet: Sheet, taken: [Box]
  ) -> (below: Bool, above: Bool) {
    let row = labels.filter {
      $0.role != nil && !$0.pointsRight && abs($0.box.midY - label.box.midY) < label.box.height
    }
    func hasDate(_ zone: (PlacedLabel, Double) -> Box) -> Bool {
      row.contains { other in
        let box = zone(other, width(of: other, among: labels, on: sheet))
        return taken.contains { box.holdsMiddle(of: $0) }
      }
    }
    let (below, above) = (hasDate(Self.below), hasDate(Self.above))
    return below == above ? (true, true) : (below, above)
  }

  static let roles: Set<DatedFact.Role> = [
    .occurrence, .learned, .signed, .commissionExpires,
  ]

  /// How far the place of a label may go to the right from the label's left edge: to the next
  /// label of the row, or a cell's width.
  private static func width(
    of label: PlacedLabel, among labels: [PlacedLabel], on sheet: Sheet
  ) -> Double {
    var right = min(label.box.maxX + 200, sheet.width - 18)
    for other in labels where other.box.x > label.box.maxX {
      if abs(other.box.midY - label.box.midY) < label.box.height { right = min(right, other.box.x) }
    }
    return right - 4 - label.box.x
  }

  private static func right(of label: PlacedLabel, _ width: Double) -> Box {
    Box(
      x: label.box.maxX + 2, y: label.box.y - 0.5 * label.box.height,
      width: max(0, width - label.box.width - 2), height: 1.7 * label.box.height)
  }

  /// The height of a line to write on, in points.
  private static let lineHeight = 22.0

  /// Under a label in the corner of a cell.
  private static func below(_ label: PlacedLabel, _ width: Double) -> Box {
    Box(
      x: label.box.x - 2, y: label.box.maxY + 1, width: min(width, 170), height: lineHeight)
  }

  /// Words right under a label of occurrences that are no date: "current", "see attached". Of when
  /// it happened, that something was answered must not be overlooked.
  private static func words(
    below label: PlacedLabel, _ width: Double, _ labels: [PlacedLabel], on sheet: Sheet
  ) -> Place? {
    let zone = below(label, width)
    let words = words(in: zone, of: sheet).filter { word in
      !labels.contains { $0.box.intersection(word.box) != nil }
    }
    guard !words.isEmpty, words.count <= 5, let box = Box.around(words.map(\.box)) else {
      return nil
    }
    let text = words.map(\.text).joined(separator: " ")
    return Place(
      role: .occurrence, text: text, box: box, isOpenEnded: DateGrammar.saysThatItGoesOn(text))
  }

  /// Over a caption under a rule.
  private static func above(_ label: PlacedLabel, _ width: Double) -> Box {
    Box(
      x: label.box.x - 2, y: label.box.y - lineHeight - 1, width: min(width, 170),
      height: lineHeight)
  }

  private static func words(in box: Box, of sheet: Sheet) -> [Word] {
    sheet.words(in: box).filter(\.hasText)
  }

  /// Whether ink stands in the box of which no word was read surely, or a few words with numbers
  /// that are doubtful or as tall as handwriting.
  private static func hasUnreadWriting(_ box: Box, on sheet: Sheet) -> Bool {
    let words = words(in: box, of: sheet)
    if hasInk(box, sheet), words.allSatisfy({ $0.confidence < 0.6 }) { return true }
    let digits = digitCount(words.map(\.text).joined(separator: " "))
    return words.count <= 4 && (2...8).contains(digits)
      && words.contains { word in
        word.text.contains(where: \.isASCIIDigit)
          && (word.confidence < 0.9 || word.box.height > 1.45 * sheet.usualHeight)
      }
  }

  private static func content(
    of box: Box, _ label: PlacedLabel, _ role: DatedFact.Role, on sheet: Sheet
  ) -> Place? {
    guard box.width > 12 else { return nil }
    let words = words(in: box, of: sheet)
    let text = words.map(\.text).joined(separator: " ")
    if role == .occurrence, label.pointsRight || words.count <= 3,
      DateGrammar.saysThatItGoesOn(text),
      let around = Box.around(words.map(\.box))
    {
      return Place(role: role, text: text, box: around, isOpenEnded: true)
    }
    let digits = digitCount(text)
    let isLikeDate = digits >= 2 && digits <= 8 && words.count <= 5
    guard isLikeDate || hasInk(box, sheet) && words.allSatisfy({ $0.confidence < 0.6 }) else {
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

  /// Whether ink as tall as handwriting lies in the box: not the tail of something else, and not
  /// the rule between two cells.
  private static func hasInk(_ box: Box, _ sheet: Sheet) -> Bool {
    sheet.marks.contains { mark in
      mark.largestPieceHeight >= 5 && mark.box.width >= 6 && mark.box.share(within: box) > 0.4
    }
  }
}
