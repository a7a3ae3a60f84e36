internal import Casework

/// The check boxes of a form page, with what stands in them.
///
/// A box is a field of the document, a sign that a document or OCR has for one, or a small square of
/// ink before a word. The squares of a form are alike, so the lightest of them shows what an empty one
/// looks like; what is between that and a crossed one is uncertain.
struct CheckBoxes {
  let scene: PageScene

  struct Found {
    var box: Box
    var state: Attestation.State
    var confidence: Double
    /// The words that it stands before.
    var label: String
    var reason: String
  }

  func find() -> [Found] {
    guard scene.role == .form else { return [] }
    var found: [Found] = []
    for candidate in fields() + signs() + squares()
    where !found.contains(where: { $0.box.isNested(with: candidate.box) }) {
      found.append(candidate)
    }
    return found.sorted { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }
  }

  private func fields() -> [Found] {
    scene.reading.fields.filter { $0.kind == .button && $0.value != nil }.compactMap { field in
      label(after: field.box).map {
        Found(
          box: field.box, state: field.value == "on" ? .present : .blank, confidence: 0.98,
          label: $0, reason: "a field of the document's form")
      }
    }
  }

  private func signs() -> [Found] {
    scene.reading.words.compactMap { word in
      guard let state = Self.state(ofSign: word.text) else { return nil }
      return label(after: word.box).map {
        Found(
          box: word.box, state: state, confidence: word.source == .pdf ? 0.95 : 0.8, label: $0,
          reason: "a sign for a check box")
      }
    }
  }

  static func state(ofSign text: String) -> Attestation.State? {
    switch text {
    case "☐", "□", "❏", "❑", "[]", "[_]", "[ ]": .blank
    case "☒", "☑", "☓", "[x]", "[X]", "[✓]", "[✔]": .present
    default: nil
    }
  }

  private func squares() -> [Found] {
    let squares = scene.marks.filter { isSquare($0.box) && !followsWord($0.box) }
    guard squares.count >= CheckBoxThresholds.fewest,
      let lightest = squares.map(\.inkArea).min()
    else { return [] }
    // A tick reaches over its box: where the other boxes are in one column it is known by that.
    let ticked = scene.marks.filter { mark in
      !isSquare(mark.box)
        && max(mark.box.width, mark.box.height) <= CheckBoxThresholds.largestTick
        && min(mark.box.width, mark.box.height) >= CheckBoxThresholds.side.lowerBound
        && squares.contains { abs($0.box.x - mark.box.x) < 4 }
    }
    return (squares.map { (mark: $0, isTick: false) } + ticked.map { (mark: $0, isTick: true) })
      .compactMap { mark, isTick in
        guard let label = label(after: mark.box) else { return nil }
        let state = isTick ? .present : state(of: mark, lightest: lightest)
        return Found(
          box: mark.box, state: state, confidence: state == .uncertain ? 0.5 : 0.85, label: label,
          reason: "a square of ink before words")
      }
  }

  private func state(of mark: Mark, lightest: Double) -> Attestation.State {
    let ratio = mark.inkArea / lightest
    let fill = mark.inkArea / max(1, mark.box.area)
    // The letter of a section in white on black looks like a box that was filled.
    if fill > CheckBoxThresholds.solidFill { return .uncertain }
    if ratio >= CheckBoxThresholds.checkedRatio || fill >= CheckBoxThresholds.checkedFill {
      return .present
    }
    return ratio <= CheckBoxThresholds.emptyRatio ? .blank : .uncertain
  }

  /// An unread letter (`Section A`) is as square as a box, and stands closer to the word before it.
  private func followsWord(_ box: Box) -> Bool {
    scene.reading.words.contains { word in
      abs(word.box.midY - box.midY) < box.height / 2
        && (-1..<CheckBoxThresholds.afterWord).contains(box.x - word.box.maxX)
        && word.text.contains(where: \.isLetter)
    }
  }

  private func isSquare(_ box: Box) -> Bool {
    CheckBoxThresholds.side.contains(box.width) && CheckBoxThresholds.side.contains(box.height)
      && abs(box.width - box.height) < CheckBoxThresholds.unevenness
  }

  /// The words right of a box up to the next one; `nil` where none begin there.
  private func label(after box: Box) -> String? {
    for line in scene.reading.lines {
      guard abs(line.box.midY - box.midY) < max(box.height, line.box.height) / 2 + 2 else {
        continue
      }
      let words = line.words.drop { $0.box.midX < box.maxX }
      guard let first = words.first, first.box.x - box.maxX < CheckBoxThresholds.reach,
        first.confidence >= SceneThresholds.surelyRead,
        first.text.contains(where: \.isLetter), Self.state(ofSign: first.text) == nil
      else { continue }
      let own = words.prefix { Self.state(ofSign: $0.text) == nil }
      return own.prefix(CheckBoxThresholds.mostWords).map(\.text).joined(separator: " ")
    }
    return nil
  }
}

/// Lengths in points, ratios of ink.
enum CheckBoxThresholds {
  /// Check boxes are printed 7 to 14 points wide.
  static let side = 6.0...18.0
  static let unevenness = 3.0
  /// A tick drawn over its box.
  static let largestTick = 30.0
  /// A box stands this near before its words.
  static let reach = 20.0
  static let mostWords = 12
  /// A space between two words is narrower, the white before a box wider.
  static let afterWord = 6.0
  /// A square by itself is a letter or dirt.
  static let fewest = 2
  /// A cross adds two thirds of the ink of its frame at least: its diagonals are as long as 2.8 of the
  /// four sides.
  static let checkedRatio = 1.45
  static let emptyRatio = 1.2
  /// On scans of the samples the outline of an empty box fills 0.40 to 0.42 of it, one with a cross
  /// in it 0.66 to 0.70.
  static let checkedFill = 0.55
  static let solidFill = 0.75
}
