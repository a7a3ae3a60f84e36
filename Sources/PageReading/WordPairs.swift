internal import Casework

/// Words of one line as two witnesses have them, at one place.
struct WordPair {
  /// From left to right.
  var said: [Word] = []
  var seen: [Word] = []

  /// The words of a line side by side: those that overlap belong together, however each witness
  /// parts them. Words of signs alone are left out.
  static func pairs(said: [Word], seen: [Word]) -> [WordPair] {
    let words =
      said.map { (word: $0, isSaid: true) } + seen.map { (word: $0, isSaid: false) }
    var pairs: [WordPair] = []
    var end = -Double.infinity
    for (word, isSaid) in words.filter({ !$0.word.text.plain.isEmpty })
      .sorted(by: { ($0.word.box.x, $0.word.box.maxX) < ($1.word.box.x, $1.word.box.maxX) })
    {
      // Boxes of neighbours touch, those of one word lie over each other.
      let common = min(end, word.box.maxX) - word.box.x
      if pairs.isEmpty || common < 0.3 * min(word.box.width, pairs[pairs.count - 1].width) {
        pairs.append(WordPair())
        end = word.box.maxX
      }
      if isSaid {
        pairs[pairs.count - 1].said.append(word)
      } else {
        pairs[pairs.count - 1].seen.append(word)
      }
      end = max(end, word.box.maxX)
    }
    return pairs
  }

  private var width: Double { Box.around((said + seen).map(\.box))?.width ?? 0 }

  enum Verdict { case agrees, differs, unread }

  /// What the one says of the other. Short words without a number, and words that were not surely
  /// read, tell nothing; a number that cannot be read is no other number, and not borne out either.
  var verdict: Verdict {
    let text = said.text
    let isNumber = text.contains(where: \.isASCIIDigit)
    guard !said.isEmpty, isNumber || text.plain.count >= Self.fewestLetters,
      let sureness = seen.map(\.confidence).min()
    else { return .unread }
    if text.agrees(with: seen.text) { return .agrees }
    return isNumber || sureness >= Self.leastSureness ? .differs : .unread
  }

  private static let fewestLetters = 3
  /// Of a word that is held against another witness, 0 to 1.
  static let leastSureness = 0.6
}

extension [Word] {
  /// One after the other, with a blank between.
  var text: String { map(\.text).joined(separator: " ") }
}

extension String {
  /// Its letters and figures alone, folded: accents are lost at low resolutions.
  var plain: String { folded.filter { $0.isLetter || $0.isNumber } }

  /// Whether `seen`, as it was recognised, may be this text: its figures are the same and most of
  /// its letters are.
  func agrees(with seen: String) -> Bool {
    let (said, seen) = (plain, seen.plain)
    // "III." is recognised as "Ill."
    if said.withFigures == seen.withFigures { return true }
    guard said.contains(where: \.isASCIIDigit) || seen.contains(where: \.isASCIIDigit) else {
      return Array(said).isLike(Array(seen))
    }
    let (saidFigures, seenFigures) = (said.withFigures, seen.withFigures)
    return saidFigures == seenFigures
      || saidFigures.filter(\.isASCIIDigit) == seenFigures.filter(\.isASCIIDigit)
        && Array(saidFigures).isLike(Array(seenFigures))
  }

  /// Letters that recognition takes for figures are those figures.
  private var withFigures: String {
    String(map { Self.figures[$0] ?? $0 })
  }

  private static let figures: [Character: Character] = [
    "o": "0", "i": "1", "l": "1", "z": "2", "s": "5", "b": "8", "g": "9", "q": "9",
  ]
}

extension [Character] {
  /// Fewer than a third of the letters are others.
  fileprivate func isLike(_ other: [Character]) -> Bool {
    3 * editDistance(from: self, to: other, areAlike: ==) < Swift.max(count, other.count)
  }
}
