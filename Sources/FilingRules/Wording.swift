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

  /// What was read line by line, then what stands in the document's own form fields.
  var passages: [String] {
    lines.map(\.text) + fields.filter { $0.kind != .button }.compactMap(\.value)
  }

  /// The places where `phrase` stands, in reading order.
  ///
  /// Text layers run the labels of neighbouring fields together (`addressCity`), so the last of
  /// several words may go on.
  func places(of phrase: String) -> [Phrase] {
    let sought = phrase.normalisedWords
    guard let last = sought.last else { return [] }
    return lines.flatMap { line in
      let words = line.words.map { $0.text.normalisedWords.joined() }
      return words.indices.compactMap { start -> Phrase? in
        let end = start + sought.count
        guard end <= words.count, words[start..<(end - 1)].elementsEqual(sought.dropLast()),
          words[end - 1] == last || sought.count > 1 && words[end - 1].hasPrefix(last)
        else { return nil }
        var boxes = line.words[start..<end].map(\.box)
        boxes[sought.count - 1].width *= Double(last.count) / Double(words[end - 1].count)
        return Box.around(boxes).map { Phrase(line: line, words: start..<end, box: $0) }
      }
    }
  }
}
