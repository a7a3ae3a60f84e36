internal import Casework
internal import Phrases

/// The box before a phrase by which the filer reports himself.
enum SelfReportBox: Hashable {
  /// The phrase stands nowhere.
  case absent
  case empty
  case checked
  case unclear

  static func state(on readings: [Reading], phrases: [Phrase]) -> SelfReportBox {
    var states: [SelfReportBox] = []
    for reading in readings {
      for phrase in phrases {
        for place in reading.places(of: phrase) { states.append(state(before: place, on: reading)) }
      }
    }
    // One checked box decides; an unclear one outweighs empty ones.
    for state in [checked, unclear, empty] where states.contains(state) { return state }
    return .absent
  }

  private static func state(before phrase: PhraseMatch, on reading: Reading) -> SelfReportBox {
    let zone = Box(
      x: phrase.box.x - BoxThresholds.reach, y: phrase.box.y - BoxThresholds.slack,
      width: BoxThresholds.reach, height: phrase.box.height + 2 * BoxThresholds.slack)
    if let field = reading.fields.first(where: {
      $0.kind == .button && $0.box.intersection(zone) != nil
    }) {
      return field.value == "on" ? .checked : .empty
    }
    let before = reading.lines[phrase.line].words[..<phrase.words.lowerBound]
      .last { $0.box.intersection(zone) != nil }
    if let before, let said = state(of: before.text) { return said }
    if isWrittenAnswer(phrase, on: reading) { return .checked }
    return state(of: reading.marks, in: zone)
  }

  /// The phrase is a line of its own on a page without boxes: what the filer wrote, not a label.
  private static func isWrittenAnswer(_ phrase: PhraseMatch, on reading: Reading) -> Bool {
    reading.lines[phrase.line].words.count == phrase.words.count
      && !reading.marks.contains { isBox($0.box) }
  }

  /// What OCR makes of a box: `X`, `[x]`, `☒` where it is checked, `[ ]`, `□`, `O` where not.
  private static func state(of text: String) -> SelfReportBox? {
    let inside = text.filter { !"[](){}|_.,:;".contains($0) }
    if ["X", "x", "✓", "✔", "✗", "✘", "☒", "☑", "XX", "xx", "Xx", "X]", "V", "v", "/"]
      .contains(inside)
    {
      return .checked
    }
    if ["□", "☐", "O", "o", "0", "C", "CO", "L", "LJ", "D"].contains(inside) { return .empty }
    return inside.isEmpty && text.contains("[") ? .empty : nil
  }

  /// Judged against the other boxes of the page: all empty boxes of a form are alike, and one with
  /// a cross in it holds much more ink.
  private static func state(of marks: [Mark], in zone: Box) -> SelfReportBox {
    let own = marks.filter { $0.box.midY > zone.y && $0.box.midY < zone.maxY }
      .filter { $0.box.intersection(zone) != nil && $0.box.height < BoxThresholds.largestSide * 2 }
    guard let ink = own.map(\.inkArea).max() else { return .empty }
    let boxes = marks.filter { isBox($0.box) }
    guard let reference = boxes.map(\.inkArea).min(), boxes.count >= BoxThresholds.fewestBoxes
    else { return .unclear }
    if ink >= reference * BoxThresholds.checkedRatio { return .checked }
    if ink <= reference * BoxThresholds.emptyRatio { return .empty }
    // One of several: a cross in a box near by speaks against this one.
    let isAnswered = boxes.contains {
      $0.inkArea >= reference * BoxThresholds.checkedRatio && $0.inkArea > ink
        && abs($0.box.midY - zone.midY) < BoxThresholds.sameQuestion
    }
    return isAnswered ? .empty : .unclear
  }

  private static func isBox(_ box: Box) -> Bool {
    let sides = BoxThresholds.smallestSide...BoxThresholds.largestSide
    return sides.contains(box.width) && sides.contains(box.height)
      && abs(box.width - box.height) < 3
  }
}

/// Distances in points, ratios of ink. Check boxes are printed 7 to 14 points wide.
private enum BoxThresholds {
  /// How far left of its text a box stands.
  static let reach = 34.0
  static let slack = 4.0
  static let smallestSide = 6.0
  static let largestSide = 18.0
  /// A cross in a box adds at least as much ink as two thirds of the frame (its diagonals are as
  /// long as 2.8 of the 4 sides).
  static let checkedRatio = 1.45
  static let emptyRatio = 1.2
  /// The boxes of one question stand within this height.
  static let sameQuestion = 90.0
  /// So many boxes on the page tell what an empty one looks like.
  static let fewestBoxes = 2
}
