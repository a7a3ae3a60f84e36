package import Casework

extension FormField {
  /// What stands in a text or choice field as a line of words, all of them in its box.
  package var line: TextLine? {
    guard kind != .button, let value, !value.isEmpty else { return nil }
    return TextLine(
      box: box,
      words: value.split(whereSeparator: \.isWhitespace).map {
        Word(text: String($0), box: box, confidence: 1, source: .pdf)
      })
  }
}
