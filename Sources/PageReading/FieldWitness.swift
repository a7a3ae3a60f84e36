internal import Casework
internal import Tesseract

/// The values of form fields, held against what is drawn in their boxes.
///
/// A viewer draws the picture that was kept with the field, which may be of another value.
enum FieldWitness {
  struct Testimony {
    var contradictions: [Contradiction] = []
    /// What was read where the file says something else or nothing.
    var lines: [TextLine] = []
  }

  /// - Parameters:
  ///   - fields: of the upright page.
  ///   - words: what the page says without them, as far as it is known.
  static func testimony(
    of fields: [FormField], on words: [Word], with pieces: PieceReader
  ) throws -> Testimony {
    var testimony = Testimony()
    testimony.contradictions = ButtonWitness(fields, with: pieces).contradictions
    for field in fields where field.kind == .text || field.kind == .choice {
      let value = field.value ?? ""
      // The frame of a field is often drawn on the edge of its box.
      let inside = field.box.insetBy(dx: frame, dy: frame)
      guard value.count <= longestValue, inside.width > 0, inside.height > 0 else { continue }
      // A label may be printed within the box; of an empty field nothing else is known to be its.
      let others = words.filter { value.isEmpty || $0.source == .pdf }
      func seen(_ look: PieceReader.Look) throws -> [Word] {
        try pieces.words(in: inside, inside.height > lineHeight ? .block : .line, look).filter {
          word in
          word.isMoreThanDirt && inside.contains(word.box)
            && !others.contains { $0.box.covers(word.box) }
        }
      }
      var drawn: [Word] = []
      let isEmpty = !pieces.shows(inside)
      if !isEmpty {
        drawn = try seen(.first)
        if !value.isBorneOut(by: drawn) { drawn = try seen(.second) }
      }
      guard isEmpty ? !value.plain.isEmpty : value.isRefuted(by: drawn) else { continue }
      testimony.contradictions.append(
        Contradiction(box: field.box, said: value, seen: drawn.text))
      if let box = Box.around(drawn.map(\.box)) {
        testimony.lines.append(TextLine(box: box, words: drawn))
      }
    }
    return testimony
  }

  /// Points.
  private static let frame = 1.5
  /// A higher field may hold several lines.
  private static let lineHeight = 26.0
  /// A statement that fills its field is not read again to be compared.
  private static let longestValue = 80
}

extension String {
  /// Whether `seen`, the words in a field, are what this value looks like. A part of a longer value
  /// may be seen, or a label beside it.
  fileprivate func isBorneOut(by seen: [Word]) -> Bool {
    let (said, shown) = (plain, seen.text.plain)
    if said.isEmpty { return shown.count < 2 }
    return agrees(with: seen.text) || seen.contains { agrees(with: $0.text) }
      || min(said.count, shown.count) >= 4 && (said.contains(shown) || shown.contains(said))
  }

  /// Whether something else is seen than this value. Letters that were not surely read may be
  /// anything, as in a font like handwriting; a number has to be borne out.
  fileprivate func isRefuted(by seen: [Word]) -> Bool {
    guard !isBorneOut(by: seen) else { return false }
    // Single figures are hard to read.
    return count(where: \.isASCIIDigit) >= 2
      || seen.map(\.confidence).min().map { $0 >= WordPair.leastSureness } ?? false
  }
}
