internal import Casework
internal import FormReading

/// The check boxes of a form page that stand before words, as findings.
struct ListedCheckBoxes {
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
      guard let state = CheckBoxes.state(ofSign: word.text) else { return nil }
      return label(after: word.box).map {
        Found(
          box: word.box, state: state, confidence: word.source == .pdf ? 0.95 : 0.8, label: $0,
          reason: "a sign for a check box")
      }
    }
  }

  private func squares() -> [Found] {
    let boxes = CheckBoxes(on: scene.reading, except: followsWord)
    // A tick reaches over its box: where the other boxes are in one column it is known by that.
    let ticked = scene.marks.filter { mark in
      boxes.reference != nil && !CheckBoxes.isSquare(mark.box)
        && max(mark.box.width, mark.box.height) <= CheckBoxThresholds.largestTick
        && min(mark.box.width, mark.box.height) >= CheckBoxThresholds.narrowestTick
        && boxes.squares.contains { abs($0.box.x - mark.box.x) < 4 }
    }
    return
      (boxes.squares.map { (mark: $0, state: state(of: $0, among: boxes)) }
      + ticked.map { (mark: $0, state: .present) })
      .compactMap { mark, state in
        guard let state, let label = label(after: mark.box) else { return nil }
        return Found(
          box: mark.box, state: state, confidence: state == .uncertain ? 0.5 : 0.85, label: label,
          reason: "a square of ink before words")
      }
  }

  private func state(of mark: Mark, among boxes: CheckBoxes) -> Attestation.State? {
    let fill = mark.inkArea / max(1, mark.box.area)
    // The letter of a section in white on black looks like a box that was filled.
    if fill > ListedCheckBoxThresholds.solidFill { return boxes.reference.map { _ in .uncertain } }
    let state = boxes.state(ofInk: mark.inkArea)
    return state != nil && CheckBoxes.isCrossed(fill: fill) ? .present : state
  }

  /// An unread letter (`Section A`) is as square as a box, and stands closer to the word before it.
  private func followsWord(_ mark: Mark) -> Bool {
    scene.reading.words.contains { word in
      abs(word.box.midY - mark.box.midY) < mark.box.height / 2
        && (-1..<ListedCheckBoxThresholds.afterWord).contains(mark.box.x - word.box.maxX)
        && word.text.contains(where: \.isLetter)
    }
  }

  /// The words right of a box up to the next one; `nil` where none begin there.
  private func label(after box: Box) -> String? {
    for line in scene.reading.lines {
      guard abs(line.box.midY - box.midY) < max(box.height, line.box.height) / 2 + 2 else {
        continue
      }
      let words = line.words.drop { $0.box.midX < box.maxX }
      guard let first = words.first,
        first.box.x - box.maxX < ListedCheckBoxThresholds.reach,
        first.confidence >= SceneThresholds.surelyRead,
        first.text.contains(where: \.isLetter), CheckBoxes.state(ofSign: first.text) == nil
      else { continue }
      let own = words.prefix { CheckBoxes.state(ofSign: $0.text) == nil }
      return own.prefix(ListedCheckBoxThresholds.mostWords).map(\.text).joined(separator: " ")
    }
    return nil
  }
}

/// Lengths in points.
enum ListedCheckBoxThresholds {
  /// A box stands this near before its words.
  static let reach = 20.0
  static let mostWords = 12
  /// A space between two words is narrower, the white before a box wider.
  static let afterWord = 6.0
  static let solidFill = 0.75
}
