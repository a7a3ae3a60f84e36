package import Casework

/// The check boxes of a page, and what stands in one.
///
/// A box is a field of the document, a sign that a document or OCR has for one, or a small square of
/// ink. The squares of a form are alike, so the lightest of them shows what an empty one looks like;
/// what is between that and a crossed one is uncertain. `present` is checked, `blank` is empty.
package struct CheckBoxes {
  /// The squares of ink that may be boxes. With fewer than two nothing shows what an empty one
  /// looks like.
  package let squares: [Mark]
  /// The ink of the lightest of them; `nil` with fewer than two.
  package let reference: Double?

  /// - Parameter isNone: says of a square that it is none, as of an unread letter.
  package init(on sheet: Sheet, except isNone: (Mark) -> Bool = { _ in false }) {
    squares = sheet.marks.filter { Self.isSquare($0.box) && !isNone($0) }
    reference = squares.count < CheckBoxThresholds.fewest ? nil : squares.map(\.inkArea).min()
  }

  package static func isSquare(_ box: Box) -> Bool {
    CheckBoxThresholds.side.contains(box.width) && CheckBoxThresholds.side.contains(box.height)
      && abs(box.width - box.height) < CheckBoxThresholds.unevenness
  }

  /// The marks that are outlines to tick or to fill, as a form has them: squares and rings, each drawn
  /// around white, with others of their size on the page. Ink in them makes them no signature.
  package static func outlines(among marks: [Mark]) -> Set<Mark> {
    let candidates = marks.filter {
      isSquare(piece(of: $0)) && $0.eulerNumber <= 0
        && min($0.box.width, $0.box.height) <= CheckBoxThresholds.side.upperBound
    }
    return Set(
      candidates.filter { mark in
        candidates.contains {
          ($0 != mark || mark.pieceCount > 1)
            && areAlike(piece(of: $0), piece(of: mark))
        }
      })
  }

  private static func piece(of mark: Mark) -> Box {
    Box(x: 0, y: 0, width: mark.largestPieceWidth, height: mark.largestPieceHeight)
  }

  /// Whether two boxes are of one size, as those of a form are.
  package static func areAlike(_ one: Box, _ other: Box) -> Bool {
    abs(one.width - other.width) < CheckBoxThresholds.sameSize
      && abs(one.height - other.height) < CheckBoxThresholds.sameSize
  }

  // MARK: - What stands in a box

  /// By its ink; `nil` where no other boxes show what an empty one looks like.
  package func state(ofInk ink: Double) -> Attestation.State? {
    reference.map { reference in
      if ink >= reference * CheckBoxThresholds.checkedRatio { return .present }
      return ink <= reference * CheckBoxThresholds.emptyRatio ? .blank : .uncertain
    }
  }

  /// Whether so much of a square is ink that it holds a cross, whatever other boxes look like.
  package static func isCrossed(fill: Double) -> Bool { fill >= CheckBoxThresholds.checkedFill }

  /// Of the document's field that touches `zone`; `nil` where there is none.
  package static func state(ofFieldIn zone: Box, on sheet: Sheet) -> Attestation.State? {
    sheet.fields.first { $0.kind == .button && $0.box.intersection(zone) != nil }
      .map { state(of: $0, on: sheet) }
  }

  /// Of a button among the document's fields; uncertain where the page shows something else.
  package static func state(of button: FormField, on sheet: Sheet) -> Attestation.State {
    if sheet.reading.isContradicted(in: button.box) { return .uncertain }
    return button.value == "on" ? .present : .blank
  }

  // MARK: - Signs

  /// Of a sign that is a check box wherever it stands; `nil` of other words.
  package static func state(ofSign text: String) -> Attestation.State? {
    switch text {
    case "☐", "□", "❏", "❑", "[]", "[_]", "[ ]": .blank
    case "☒", "☑", "☓", "[x]", "[X]", "[✓]", "[✔]": .present
    default: nil
    }
  }

  private static let checked: Set<String> = [
    "X", "x", "XX", "xx", "Xx", "XI", "Xl", "&", "&I", "&l", "E&I", "✓", "✔", "✗", "✘", "☒", "☑",
    "V", "v", "/",
  ]
  private static let empty: Set<String> = [
    "□", "☐", "O", "o", "0", "C", "CO", "CI", "Cl", "L", "LJ", "D",
  ]

  /// What OCR makes of a box, where one is known to stand: `X`, `[x]`, `V` where it is checked,
  /// `[ ]`, `O` where not; `nil` of other words.
  package static func state(ofSignInPlace text: String) -> Attestation.State? {
    if let state = state(ofSign: text) { return state }
    let inside = text.filter { !"[](){}|_.,:;".contains($0) }
    if Self.checked.contains(inside) { return .present }
    if Self.empty.contains(inside) { return .blank }
    return inside.isEmpty && text.contains("[") ? .blank : nil
  }
}

/// Lengths in points, ratios of ink.
package enum CheckBoxThresholds {
  /// Check boxes are printed 7 to 14 points wide.
  static let side = 6.0...18.0
  static let unevenness = 3.0
  /// The outlines of one form differ by less: an error of a pixel at each side.
  static let sameSize = 1.5
  /// A square by itself is a letter or dirt.
  static let fewest = 2
  /// A cross adds two thirds of the ink of its frame at least: its diagonals are as long as 2.8 of the
  /// four sides.
  static let checkedRatio = 1.45
  static let emptyRatio = 1.2
  /// On scans of the samples the outline of an empty box fills 0.40 to 0.42 of it, one with a cross
  /// in it 0.66 to 0.70.
  static let checkedFill = 0.55
  /// A tick drawn over its box.
  package static let largestTick = 30.0
  package static let narrowestTick = 6.0
}
