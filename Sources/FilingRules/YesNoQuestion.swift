import Casework
import PageLayout

/// A question with a box to tick for yes and one for no, on one line.
enum YesNoQuestion: String {
  case yes, no

  /// How far left of its word a box may be, in points.
  private static let reach = 16.0
  /// A tick adds at least this share of the ink of an empty box.
  private static let tickRatio = 1.4

  /// The answer to the first of `questions` that stands on `pages`, and the words that ask it;
  /// `nil` where none is there or can be told.
  static func answer(
    to questions: [String], boxes: FormDescription.YesNoBoxes?, on pages: [PageReference],
    in facts: FilingFacts
  ) -> (answer: YesNoQuestion, quote: Quote)? {
    for (answer, quote) in answers(to: questions, boxes: boxes, on: pages, in: facts) {
      if let answer { return (answer, quote) }
    }
    return nil
  }

  /// Every place on `pages` where one of `questions` stands, with the answer where it can be told.
  ///
  /// - Parameter boxes: By the form's description; what they say and what the words and the ink beside
  ///   them do have to agree.
  static func answers(
    to questions: [String], boxes: FormDescription.YesNoBoxes?, on pages: [PageReference],
    in facts: FilingFacts
  ) -> [(answer: YesNoQuestion?, quote: Quote)] {
    facts.sheets(of: pages).flatMap { sheet in
      questions.flatMap { sheet.lines.wording(Phrase($0)) }.compactMap { match in
        let parts = match.parts.map { (line: sheet.lines[$0.line], words: $0.words) }
        let read = answer(after: match.box, on: sheet)
        let ticked = boxes.flatMap { answer(in: $0, on: sheet.page, of: facts) }
        let agreed = read == nil || ticked == nil || read == ticked ? ticked ?? read : nil
        return Quote(parts, on: sheet.page).map { (agreed, $0) }
      }
    }
  }

  /// Of boxes that were found by the form's description: one ticked, and the other surely not.
  private static func answer(
    in boxes: FormDescription.YesNoBoxes, on page: PageReference, of facts: FilingFacts
  ) -> YesNoQuestion? {
    func state(_ name: String) -> Attestation.State? {
      facts.attestations.first {
        $0.kind == .checkBox && $0.field == name && $0.place.page == page
      }?.state
    }
    switch (state(boxes.ifYes), state(boxes.ifNo)) {
    case (.present, .blank): return .yes
    case (.blank, .present): return .no
    default: return nil
    }
  }

  private static func answer(after question: Box, on sheet: Sheet) -> YesNoQuestion? {
    let row = sheet.words.filter { word in
      let box = sheet.levelled(word.box, around: question.midX)
      return box.midY > question.y && box.midY < question.maxY && box.x > question.maxX
    }
    func word(_ text: String) -> Word? { row.first { $0.text.normalisedWords == [text] } }
    guard let yes = word("yes"), let no = word("no"),
      ![yes, no].contains(where: {
        CheckBoxes.state(ofFieldIn: zone(left: $0), on: sheet) == .uncertain
      })
    else { return nil }
    switch (isTicked(yes, in: row, on: sheet), isTicked(no, in: row, on: sheet)) {
    case (true, false): return .yes
    case (false, true): return .no
    default: break
    }
    let (yesInk, noInk) = (ink(beside: yes, on: sheet), ink(beside: no, on: sheet))
    // An empty box is ink too; the difference between the two tells.
    if yesInk.area > noInk.area * tickRatio, noInk.area > 0 { return .yes }
    if noInk.area > yesInk.area * tickRatio, yesInk.area > 0 { return .no }
    // A box that was read as letters leaves no ink; the other one tells where it is surely ticked.
    if CheckBoxes.isCrossed(fill: yesInk.fill), noInk.area == 0 { return .yes }
    if CheckBoxes.isCrossed(fill: noInk.fill), yesInk.area == 0 { return .no }
    return nil
  }

  /// A field of the document that is on, or a word that OCR made of a ticked box.
  private static func isTicked(_ word: Word, in row: [Word], on sheet: Sheet) -> Bool {
    let zone = zone(left: word)
    if let state = CheckBoxes.state(ofFieldIn: zone, on: sheet) { return state == .present }
    return row.contains { other in
      // A slash parts the two words.
      other.text != "/" && other.box.intersection(zone) != nil
        && CheckBoxes.state(ofSignInPlace: other.text) == .present
    }
  }

  /// The ink in square points, and the greatest share of a mark's box that is ink.
  private static func ink(beside word: Word, on sheet: Sheet) -> (area: Double, fill: Double) {
    let zone = zone(left: word)
    let marks = sheet.marks.filter {
      $0.box.width <= reach && $0.box.intersection(zone) != nil
    }
    return (
      marks.reduce(0) { $0 + $1.inkArea },
      marks.map { $0.inkArea / max($0.box.area, 1) }.max() ?? 0
    )
  }

  private static func zone(left word: Word) -> Box {
    Box(x: word.box.x - reach, y: word.box.y - 2, width: reach, height: word.box.height + 4)
  }
}
