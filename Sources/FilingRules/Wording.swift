import Casework

extension String {
  /// The words in lower case, with nothing but letters and digits in them.
  var normalisedWords: [String] {
    split(whereSeparator: \.isWhitespace).map { word in
      String(
        String.UnicodeScalarView(
          word.lowercased().unicodeScalars.filter {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
          }))
    }.filter { !$0.isEmpty }
  }

  /// The words between single spaces, with one at either end, so that whole words are found.
  var asWording: String { " " + normalisedWords.joined(separator: " ") + " " }
}

extension Reading {
  /// Where a phrase stands within one line.
  struct Phrase {
    var line: TextLine
    /// Indices into the words of the line.
    var words: Range<Int>
    var box: Box
  }

  /// The places where `phrase` stands, in reading order.
  func places(of phrase: String) -> [Phrase] {
    let sought = phrase.normalisedWords
    guard !sought.isEmpty else { return [] }
    return lines.flatMap { line in
      let words = line.words.map { $0.text.normalisedWords.joined() }
      return words.indices.compactMap { start -> Phrase? in
        let end = start + sought.count
        guard end <= words.count, Array(words[start..<end]) == sought,
          let box = Box.around(line.words[start..<end].map(\.box))
        else { return nil }
        return Phrase(line: line, words: start..<end, box: box)
      }
    }
  }
}
