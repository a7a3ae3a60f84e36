import Casework

/// A piece of a line as citations are made of: letters, digits, or one other character.
struct CitationToken {
  enum Kind { case letters, digits, other }

  var kind: Kind
  var text: String
  /// Index into the words that were read.
  var word: Int
  /// The first piece of its word.
  var startsWord: Bool
  /// The last piece of its word.
  var endsWord: Bool

  var lowercased: String { text.lowercased() }

  static func tokens(of words: [Word]) -> [CitationToken] {
    words.indices.flatMap { tokens(of: words[$0].text, word: $0) }
  }

  private static func tokens(of text: String, word: Int) -> [CitationToken] {
    var tokens: [CitationToken] = []
    for character in text {
      let kind: Kind =
        character.isLetter
        ? .letters : character.isNumber && character.isASCII ? .digits : .other
      if kind != .other, let last = tokens.indices.last, tokens[last].kind == kind {
        tokens[last].text.append(character)
      } else {
        tokens.append(
          CitationToken(
            kind: kind, text: String(character), word: word, startsWord: tokens.isEmpty,
            endsWord: false))
      }
    }
    if let last = tokens.indices.last { tokens[last].endsWord = true }
    return tokens
  }
}
