internal import Casework
internal import PageLayout

/// What stands around a mark that is in no labelled place.
enum MarkSetting: Hashable {
  case none
  /// On a rule that is no blank of a sentence.
  case rule
  /// In the blank of a printed sentence, or in the field of another label.
  case field
  /// Under the close of a letter.
  case close

  var reason: String {
    switch self {
    case .none: "ink like a signature, by itself on the page"
    case .field: "ink like a signature, too high for the field that it stands in"
    case .rule: "ink like a signature stands on a line without a label"
    case .close: "ink like a signature stands under the close of a letter"
    }
  }
}

/// Finds out the settings of the marks of a page.
struct MarkSettings {
  private let sheet: Sheet
  private let closes: [Box]

  init(sheet: Sheet, closings: [Phrase]) {
    self.sheet = sheet
    closes = closings.flatMap { sheet.places(of: $0, least: 0.88) }
      .filter { $0.words.lowerBound == 0 }.map(\.box)
  }

  func setting(of mark: Mark) -> MarkSetting {
    let isUnderClose = closes.contains {
      mark.box.midY > $0.midY && mark.box.y < $0.maxY + 80
        && mark.box.x < $0.maxX + 160 && mark.box.maxX > $0.x - 60
    }
    if isUnderClose { return .close }
    let under = sheet.rules.filter { rule in
      guard rule.width > AttestationThresholds.shortestPlace,
        rule.width < sheet.width * 0.6,
        rule.overlap(mark.box.x, mark.box.maxX) > 0.5 * mark.box.width
      else { return false }
      let y = rule.y(at: mark.box.midX)
      return y > mark.box.midY - 2 && y < mark.box.maxY + 8
    }
    if under.contains(where: { !isInSentence($0) }) { return .rule }
    return under.isEmpty ? .none : .field
  }

  /// Whether the rule is a blank in a printed sentence (`this ___ day of ___, 20__`) or the field of
  /// another label (`State of ___`).
  private func isInSentence(_ rule: RuledLine) -> Bool {
    func hasWord(at x: Double, _ edge: (Word) -> Double) -> Bool {
      sheet.segments.contains { line in
        line.words.contains { word in
          let drop = rule.y(at: x) - word.box.maxY
          return word.isSurelyRead && drop > -5 && drop < 7
            && abs(edge(word) - x) < 16 && word.text.contains(where: \.isLetter)
            && !Self.leads(word, in: line)
        }
      }
    }
    return hasWord(at: rule.x) { $0.box.maxX } || hasWord(at: rule.maxX) { $0.box.x }
  }

  /// `By`, `Entered by`, `Prepared by`: somebody signs behind it. In a longer line it is part of a
  /// sentence (`acknowledged before me by ___`).
  private static func leads(_ word: Word, in line: TextLine) -> Bool {
    guard Phrase.normalised(word.text) == Array("by".utf8) else { return false }
    return line.words.count { $0.box.x <= word.box.x } <= 3
  }
}
