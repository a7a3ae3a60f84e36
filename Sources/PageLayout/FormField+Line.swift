package import Casework

extension Reading {
  /// What stands in the text and choice fields that are filled in.
  package var fieldLines: [TextLine] { fields.compactMap(line(of:)) }

  /// What stands in a text or choice field as a line of words, all of them in its box; what the pixels
  /// contradict is not sure. `nil` of other fields and empty ones.
  func line(of field: FormField) -> TextLine? {
    guard field.kind != .button, let value = field.value, !value.isEmpty else { return nil }
    let confidence = isContradicted(in: field.box) ? Contradiction.confidence : 1
    return TextLine(
      box: field.box,
      words: value.split(whereSeparator: \.isWhitespace).map {
        Word(text: String($0), box: field.box, confidence: confidence, source: .pdf)
      })
  }
}

extension FormField {
  /// "txtDateSigned_2" as "txt", "date", "signed".
  package static func words(ofName name: String) -> [String] {
    var words: [String] = []
    var previous: Character?
    for character in name {
      if character.isLetter {
        let begins =
          !(previous?.isLetter ?? false)
          || character.isUppercase && previous?.isLowercase ?? false
        if begins { words.append("") }
        words[words.count - 1] += character.folded
      }
      previous = character
    }
    return words
  }
}
