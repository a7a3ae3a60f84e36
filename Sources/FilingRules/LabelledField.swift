import Casework

/// A field of a form with its label in its upper left corner, and what stands in it.
struct LabelledField {
  /// As high as a field below its label may be, in points.
  private static let height = 24.0
  /// Handwriting covers at least so much, in square points; less is dirt.
  private static let leastInk = 4.0

  /// What was read in it; empty where nothing was.
  var text: String
  /// There are words, marks or a form value in it.
  var isFilled: Bool

  /// The fields labelled `label` on a page, in reading order.
  static func fields(labelled label: String, on reading: Reading) -> [LabelledField] {
    reading.places(of: label).map { place in
      let zone = zone(below: place, on: reading)
      let words = reading.words.filter {
        zone.x <= $0.box.midX && $0.box.midX <= zone.maxX && zone.y <= $0.box.midY
          && $0.box.midY <= zone.maxY
      }
      let value = reading.fields.first {
        $0.kind != .button && $0.box.intersection(zone) != nil && $0.value?.isEmpty == false
      }?.value
      let ink = reading.marks.filter { $0.box.intersection(zone) != nil }
        .reduce(0) { $0 + $1.inkArea }
      let text = value ?? words.map(\.text).joined(separator: " ")
      return LabelledField(text: text, isFilled: !text.isEmpty || ink >= leastInk)
    }
  }

  /// From below the label to the next rules, or a line's height where the page has none.
  private static func zone(below label: Reading.Phrase, on reading: Reading) -> Box {
    let top = label.box.maxY
    let right =
      reading.rules.filter {
        $0.direction == .vertical && $0.box.x > label.box.maxX && $0.box.y < label.box.maxY
          && $0.box.maxY > label.box.y
      }.map(\.box.x).min() ?? reading.width
    let bottom =
      reading.rules.filter {
        $0.direction == .horizontal && $0.box.y > top + 4 && $0.box.x < label.box.maxX
          && $0.box.maxX > label.box.x
      }.map(\.box.y).min() ?? (top + height)
    return Box(
      x: label.box.x - 6, y: top, width: right - label.box.x + 6,
      height: max(0, min(bottom - top, height + 8)))
  }
}

/// A question with a box to tick for yes and one for no, on one line.
enum YesNoQuestion: String {
  case yes, no

  /// How far left of its word a box may be, in points.
  private static let reach = 16.0
  /// A tick adds at least this share of the ink of an empty box.
  private static let tickRatio = 1.4

  /// The answer to the first of `questions` that stands on the page; `nil` where it is not there or
  /// cannot be told.
  static func answer(to questions: [String], on reading: Reading) -> YesNoQuestion? {
    for question in questions {
      for place in reading.places(of: question) {
        if let answer = answer(after: place, on: reading) { return answer }
      }
    }
    return nil
  }

  private static func answer(after place: Reading.Phrase, on reading: Reading) -> YesNoQuestion? {
    let row = reading.words.filter {
      $0.box.midY > place.box.y && $0.box.midY < place.box.maxY && $0.box.x > place.box.maxX
    }
    func word(_ text: String) -> Word? { row.first { $0.text.normalisedWords == [text] } }
    guard let yes = word("yes"), let no = word("no") else { return nil }
    switch (isTicked(yes, in: row, on: reading), isTicked(no, in: row, on: reading)) {
    case (true, false): return .yes
    case (false, true): return .no
    default: break
    }
    let (yesInk, noInk) = (ink(beside: yes, on: reading), ink(beside: no, on: reading))
    // An empty box is ink too; only the difference between the two tells.
    if yesInk > noInk * tickRatio, noInk > 0 { return .yes }
    if noInk > yesInk * tickRatio, yesInk > 0 { return .no }
    return nil
  }

  /// A field of the document that is on, or a word that OCR made of a ticked box.
  private static func isTicked(_ word: Word, in row: [Word], on reading: Reading) -> Bool {
    let zone = zone(left: word)
    let isOn = reading.fields.contains {
      $0.kind == .button && $0.value == "on" && $0.box.intersection(zone) != nil
    }
    if isOn { return true }
    return row.contains { other in
      let sign = other.text.filter { !"[](){}|".contains($0) }
      return other.box.intersection(zone) != nil
        && ["x", "X", "✓", "✔", "✗", "☒", "☑"].contains(sign)
    }
  }

  private static func ink(beside word: Word, on reading: Reading) -> Double {
    let zone = zone(left: word)
    return reading.marks.filter { $0.box.width <= reach && $0.box.intersection(zone) != nil }
      .reduce(0) { $0 + $1.inkArea }
  }

  private static func zone(left word: Word) -> Box {
    Box(x: word.box.x - reach, y: word.box.y - 2, width: reach, height: word.box.height + 4)
  }
}
