internal import Casework
internal import Tesseract

/// The text layer of a page, held against its pixels.
///
/// The layer is what a program wrote into the file, the pixels are what lies on the table
/// (docs/decisions/0025-the-layer-is-a-witness.md). A word that is not to be seen does not count.
/// Of the lines that findings rest on, what is seen counts, and where the two differ the reading
/// says both.
struct LayerWitness {
  /// What the page shows, as far as it was looked at.
  private(set) var lines: [TextLine]
  private(set) var contradictions: [Contradiction] = []
  /// What speaks against the layer as a whole.
  private(set) var fault: LayerFault?

  var wordCount: Int { lines.reduce(0) { $0 + $1.words.count } }

  /// How many pairs of words were compared, and how many of them are different words.
  private var compared = 0
  private var different = 0

  /// - Parameters:
  ///   - layer: of the upright page; all of it.
  ///   - pieces: reads what is compared.
  init(_ layer: [TextLine], with pieces: PieceReader) throws {
    lines = layer.compactMap { $0.filtered { !$0.isText || pieces.shows($0) } }
    if 2 * wordCount < layer.reduce(0, { $0 + $1.words.count }) {
      fault = .invisible
      return
    }
    for part in Self.telling(lines) where !isOften {
      try examine(part, seen: try pieces.words(in: part.box, .line), with: pieces)
    }
    if isOften { fault = .notShown }
  }

  /// - Parameters:
  ///   - layer: of the upright page; the lines of it that count.
  ///   - recognised: all that was recognised on the same page.
  init(_ layer: [TextLine], recognised: [TextLine], with pieces: PieceReader) throws {
    lines = layer.compactMap { $0.filtered { !$0.isText || pieces.shows($0) } }
    let seen = recognised.flatMap(\.words)
    for (index, line) in lines.enumerated() where !isOften {
      let seen = seen.filter { line.box.contains($0.box) || $0.box.covers(line.box) }
      try examine(Part(line: index, words: line.words, box: line.box), seen: seen, with: pieces)
    }
    if isOften { fault = .notShown }
  }

  /// Compares words of a line with those that were seen in their place, and looks again where they
  /// differ.
  private mutating func examine(_ part: Part, seen: [Word], with pieces: PieceReader) throws {
    var pairs = WordPair.pairs(said: part.words, seen: seen)
    if pairs.contains(where: \.isDoubtful) {
      pairs = WordPair.pairs(
        said: part.words, seen: try pieces.words(in: part.box, .line, .second))
    }
    for pair in pairs {
      let verdict = pair.verdict
      if verdict != .unread { compared += 1 }
      guard pair.isDoubtful, let box = Box.around((pair.said + pair.seen).map(\.box)) else {
        continue
      }
      if verdict == .differs { different += 1 }
      contradictions.append(Contradiction(box: box, said: pair.said.text, seen: pair.seen.text))
      if pair.isSurelySeen { lines[part.line].replace(pair.said, with: pair.seen) }
    }
  }

  /// Differences are often what is wrong with the layer, not with a word of it: a third of the words
  /// compared. A recogniser gets fewer than one in twenty wrong of print that a computer drew.
  private var isOften: Bool { different >= 4 && 3 * different >= compared }

  // MARK: - What is compared

  /// Words of a line, side by side.
  private struct Part {
    /// Index of the line.
    var line: Int
    var words: [Word]
    var box: Box
  }

  /// What findings rest on: numbers with the words about them, which may be dates; short lines, which
  /// are labels and their values; and for the page as a whole its longest lines.
  private static func telling(_ lines: [TextLine]) -> [Part] {
    let numbers = lines.indices.flatMap { parts(withNumbers: lines[$0], $0) }
    let short = lines.indices.filter { lines[$0].words.count <= mostLabelWords }
    let long = lines.indices.filter { lines[$0].words.count > mostLabelWords }
      .sorted { (lines[$1].words.count, $0) < (lines[$0].words.count, $1) }
    let whole = (long.prefix(sampledLines) + short.prefix(mostParts)).map {
      Part(line: $0, words: lines[$0].words, box: lines[$0].box)
    }
    return whole
      + numbers.filter { part in !whole.contains { $0.line == part.line } }.prefix(mostParts)
  }

  /// The numbers of a line that may be of a date, each with a month's name before or after it.
  private static func parts(withNumbers line: TextLine, _ index: Int) -> [Part] {
    var ranges: [Range<Int>] = []
    for position in line.words.indices where line.words[position].mayBeOfDate {
      let range = max(0, position - 1)..<min(line.words.count, position + 2)
      if let last = ranges.last, range.lowerBound <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        ranges.append(range)
      }
    }
    return ranges.compactMap { range in
      let words = Array(line.words[range])
      return Box.around(words.map(\.box)).map { Part(line: index, words: words, box: $0) }
    }
  }

  /// A label has seldom more words.
  private static let mostLabelWords = 4
  private static let sampledLines = 3
  /// Of a kind, so that a page of a telephone book costs no more than a scan.
  private static let mostParts = 40
}

extension WordPair {
  /// A number of the layer at a place where something is drawn and nothing can be read.
  fileprivate var isUnreadNumber: Bool {
    seen.isEmpty && said.text.count(where: \.isASCIIDigit) >= 2
  }

  /// A second look may settle it.
  fileprivate var isDoubtful: Bool { verdict == .differs || isUnreadNumber }

  /// What was seen may stand for what was said.
  fileprivate var isSurelySeen: Bool {
    seen.map(\.confidence).min().map { $0 >= Self.leastSureness } ?? false
  }
}

extension TextLine {
  fileprivate mutating func replace(_ old: [Word], with new: [Word]) {
    guard let index = words.firstIndex(where: { $0 == old.first }) else { return }
    words.removeAll(where: old.contains)
    words.insert(contentsOf: new, at: min(index, words.count))
  }
}

extension Word {
  /// A letter or a figure, not a mere sign: those are too small to be told from a blank.
  fileprivate var isText: Bool { !text.plain.isEmpty }

  /// It has figures as a date has, and is no sum of money.
  fileprivate var mayBeOfDate: Bool {
    (1...8).contains(text.count(where: \.isASCIIDigit)) && !text.contains { "$€£§%".contains($0) }
  }
}
