import Casework
import WrittenDates

/// The readings of dates of which the file says one thing and the page shows another: both are kept,
/// and neither is sure.
struct ContestedDates {
  private let reading: Reading
  private let grammar: DateGrammar

  init(_ reading: Reading, _ grammar: DateGrammar) {
    self.reading = reading
    self.grammar = grammar
  }

  /// `own`, the readings of a date whose text is `text`, where nothing contradicts it; else with those
  /// that it has by the other witness.
  func readings(_ own: [DateReading], of text: String, in box: Box) -> [DateReading] {
    let contradictions = reading.contradictions.filter { $0.concerns(box) }
    guard !contradictions.isEmpty else { return own }
    var others: [DateReading] = []
    for contradiction in contradictions {
      let (said, seen) = (contradiction.said.bare, contradiction.seen.bare)
      for (one, other) in [(said, seen), (seen, said)] where !one.isEmpty && !other.isEmpty {
        guard let place = text.firstRange(of: one) else { continue }
        var variant = text
        variant.replaceSubrange(place, with: other)
        others += grammar.dates(in: variant).flatMap(\.readings).filter { reading in
          !(own + others).contains {
            $0.earliest == reading.earliest && $0.latest == reading.latest
          }
        }
      }
    }
    let share = others.isEmpty ? 0 : Contradiction.confidence / 2 / Double(others.count)
    return own.map { $0.scaled(by: Contradiction.confidence) } + others.map { $0.scaled(by: share) }
  }
}

extension String {
  /// Without signs at its ends, and with single blanks.
  fileprivate var bare: String {
    let text = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let letters = text.indices.filter { text[$0].isLetter || text[$0].isNumber }
    guard let first = letters.first, let last = letters.last else { return "" }
    return String(text[first...last])
  }
}
