import Casework

/// A page drawn by hand for a test: lines of words at given places.
///
/// Every character is 6 points wide and 10 high, so a line's box follows from its text.
struct PageSketch {
  private(set) var reading = Reading(width: 612, height: 792, resolution: 300, textSource: .ocr)

  /// Adds a line whose top left corner is at `x`, `y`. Two spaces or more stay as wide a gap.
  mutating func line(
    _ text: String, x: Double = 72, y: Double, confidence: Double = 0.95, height: Double = 10
  ) {
    var words: [Word] = []
    var column = 0
    for piece in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !piece.isEmpty {
        words.append(
          Word(
            text: String(piece),
            box: Box(
              x: x + 6 * Double(column), y: y, width: 6 * Double(piece.count), height: height),
            confidence: confidence, source: .ocr))
      }
      column += piece.count + 1
    }
    guard let box = Box.around(words.map(\.box)) else { return }
    reading.lines.append(TextLine(box: box, words: words))
  }

  /// Gives every word with `text` another confidence and, where given, another top and height.
  mutating func change(
    _ text: String, confidence: Double, y: Double? = nil, height: Double? = nil
  ) {
    for line in reading.lines.indices {
      for word in reading.lines[line].words.indices
      where reading.lines[line].words[word].text == text {
        reading.lines[line].words[word].confidence = confidence
        if let y { reading.lines[line].words[word].box.y = y }
        if let height { reading.lines[line].words[word].box.height = height }
      }
    }
  }

  mutating func mark(_ box: Box) {
    reading.marks.append(
      Mark(
        box: box, inkArea: box.area * 0.3, strokeWidth: 1.2, pieceCount: 4,
        largestPieceWidth: box.width / 2, largestPieceHeight: box.height, eulerNumber: 3,
        saturation: 0.4, darkness: 0.7))
  }

  mutating func field(_ name: String, _ value: String?, _ box: Box) {
    reading.fields.append(FormField(name: name, kind: .text, value: value, box: box))
  }

  mutating func edit(_ change: (inout Reading) -> Void) { change(&reading) }
}

extension PageReference {
  static let first = PageReference(document: DocumentID(position: 1), page: 1)
}
