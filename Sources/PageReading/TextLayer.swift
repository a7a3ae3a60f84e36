internal import Casework
internal import Foundation
internal import Poppler

/// The words that a PDF page brings along.
struct TextLayer {
  /// On the page as shown, in poppler's reading order.
  var lines: [TextLine]
  /// Degrees clockwise by which most of the text has to be turned to run from left to right.
  var rotation: Int

  var wordCount: Int { lines.reduce(0) { $0 + $1.words.count } }

  /// `nil` where there is no text, or more than a fifth of it has no meaning (a font without a
  /// Unicode table): such a layer misleads.
  init?(of characters: [PDFCharacter]) {
    let visible = characters.filter { !$0.scalar.properties.isWhitespace }
    let meaningless = visible.count { Self.isMeaningless($0.scalar) }
    guard !visible.isEmpty, meaningless * 5 <= visible.count else { return nil }
    var letters = [0: 0, 90: 0, 180: 0, 270: 0]
    lines = characters.split(whereSeparator: { $0.scalar == "\n" }).compactMap { line in
      let words = line.split(whereSeparator: { $0.scalar.properties.isWhitespace }).flatMap(
        Self.apart
      ).compactMap { word -> Word? in
        if let direction = Self.rotation(of: word) { letters[direction, default: 0] += word.count }
        return Self.word(of: word)
      }
      guard let box = Box.around(words.map(\.box)) else { return nil }
      return TextLine(box: box, words: words)
    }
    // The least turn wins a draw.
    rotation = letters.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
    if lines.isEmpty { return nil }
  }

  private static func isMeaningless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .privateUse, .unassigned, .control, .surrogate: true
    default: scalar == "\u{FFFD}"
    }
  }

  /// `run` cut where its characters stand apart: poppler puts no blank between the cells of a row.
  ///
  /// A space is about a quarter as wide as its font is high; what stands farther apart, or runs back,
  /// is another word.
  private static func apart(_ run: ArraySlice<PDFCharacter>) -> [ArraySlice<PDFCharacter>] {
    var words: [ArraySlice<PDFCharacter>] = []
    var start = run.startIndex
    for index in run.indices.dropFirst() {
      let (last, next) = (Box(run[index - 1].box), Box(run[index].box))
      let size = max(last.width, last.height, next.width, next.height)
      let across = max(next.x - last.maxX, last.x - next.maxX)
      let down = max(next.y - last.maxY, last.y - next.maxY)
      if max(across, down) > 0.35 * size {
        words.append(run[start..<index])
        start = index
      }
    }
    return words + [run[start...]]
  }

  private static func word(of characters: ArraySlice<PDFCharacter>) -> Word? {
    var text = String(String.UnicodeScalarView(characters.map(\.scalar)))
    // Ligatures are a matter of the font: "\u{FB01}led" is the word "filed".
    if text.unicodeScalars.contains(where: { (0xFB00...0xFB06).contains($0.value) }) {
      text = text.precomposedStringWithCompatibilityMapping
    }
    guard let box = Box.around(characters.map { Box($0.box) }) else { return nil }
    return Word(text: text, box: box, confidence: 1, source: .pdf)
  }

  /// Which way the word has to be turned to run from left to right; `nil` for a single letter.
  private static func rotation(of word: ArraySlice<PDFCharacter>) -> Int? {
    guard word.count >= 2, let first = word.first, let last = word.last else { return nil }
    let across = Box(last.box).midX - Box(first.box).midX
    let down = Box(last.box).midY - Box(first.box).midY
    if abs(across) >= abs(down) { return across >= 0 ? 0 : 180 }
    // Text that runs upwards is level after a quarter clockwise.
    return down < 0 ? 90 : 270
  }
}

extension TextLine {
  func turned(clockwise degrees: Int, pageWidth: Double, pageHeight: Double) -> TextLine {
    guard degrees != 0 else { return self }
    func turned(_ box: Box) -> Box {
      box.turned(clockwise: degrees, pageWidth: pageWidth, pageHeight: pageHeight)
    }
    return TextLine(
      box: turned(box),
      words: words.map {
        Word(text: $0.text, box: turned($0.box), confidence: $0.confidence, source: $0.source)
      })
  }
}
