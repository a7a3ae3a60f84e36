internal import Casework
internal import PageLayout

/// The box before a phrase by which the filer reports himself.
enum SelfReportBox {
  /// What stands in it; `nil` where the phrase stands nowhere.
  static func state(on sheets: [Sheet], phrases: [Phrase]) -> Attestation.State? {
    var states: [Attestation.State] = []
    for sheet in sheets {
      let boxes = CheckBoxes(on: sheet)
      for phrase in phrases {
        for place in sheet.places(of: phrase) {
          states.append(state(before: place, on: sheet, boxes))
        }
      }
    }
    // One checked box decides; an unclear one outweighs empty ones.
    return [.present, .uncertain, .blank].first(where: states.contains)
  }

  private static func state(
    before phrase: PhraseMatch, on sheet: Sheet, _ boxes: CheckBoxes
  ) -> Attestation.State {
    let zone = Box(
      x: phrase.box.x - BoxThresholds.reach, y: phrase.box.y - BoxThresholds.slack,
      width: BoxThresholds.reach, height: phrase.box.height + 2 * BoxThresholds.slack)
    if let state = CheckBoxes.state(ofFieldIn: zone, on: sheet) { return state }
    let before = sheet.segments[phrase.line].words[..<phrase.words.lowerBound]
      .last { $0.box.intersection(zone) != nil }
    if let said = before.flatMap({ CheckBoxes.state(ofSignInPlace: $0.text) }) { return said }
    if isWrittenAnswer(phrase, on: sheet, boxes) { return .present }
    return state(of: sheet.marks, in: zone, boxes)
  }

  /// The phrase is a line of its own on a page without boxes: what the filer wrote, not a label.
  private static func isWrittenAnswer(
    _ phrase: PhraseMatch, on sheet: Sheet, _ boxes: CheckBoxes
  ) -> Bool {
    sheet.segments[phrase.line].words.count == phrase.words.count && boxes.squares.isEmpty
  }

  private static func state(
    of marks: [Mark], in zone: Box, _ boxes: CheckBoxes
  ) -> Attestation.State {
    let own = marks.filter { $0.box.midY > zone.y && $0.box.midY < zone.maxY }
      .filter {
        $0.box.intersection(zone) != nil && $0.box.height < BoxThresholds.highestTick
      }
    guard let ink = own.map(\.inkArea).max() else { return .blank }
    guard let state = boxes.state(ofInk: ink) else { return .uncertain }
    guard state == .uncertain else { return state }
    // One of several: a cross in a box near by speaks against this one.
    let isAnswered = boxes.squares.contains {
      boxes.state(ofInk: $0.inkArea) == .present && $0.inkArea > ink
        && abs($0.box.midY - zone.midY) < BoxThresholds.sameQuestion
    }
    return isAnswered ? .blank : .uncertain
  }
}

/// Lengths in points.
private enum BoxThresholds {
  /// How far left of its text a box stands.
  static let reach = 34.0
  static let slack = 4.0
  /// A tick over its box is no higher.
  static let highestTick = 36.0
  /// The boxes of one question stand within this height.
  static let sameQuestion = 90.0
}
