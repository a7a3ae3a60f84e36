package import Casework

/// The words of a reading as passages of text, with the way back from a character to its word.
package struct PageText: Sendable {
  /// Lines that follow each other in one block, joined by line breaks: a date may begin at the end
  /// of one and end on the next.
  package struct Passage: Sendable {
    package var characters: [Character] = []
    /// For every character the index of its word in `words`; -1 for what stands between words.
    package var wordIndices: [Int] = []
  }

  package struct PlacedWord: Sendable {
    package var word: Word
    /// Index into `Reading.lines`.
    package var line: Int
    /// Index into the words of that line.
    package var position: Int
  }

  package private(set) var words: [PlacedWord] = []
  package private(set) var passages: [Passage] = []

  package init(_ reading: Reading) {
    var previous: TextLine?
    for row in Self.rows(of: reading.lines) {
      guard let first = row.first, let last = row.last else { continue }
      if let previous, previous.isContinued(by: reading.lines[first]) {
        appendSeparator("\n")
      } else {
        passages.append(Passage())
      }
      for index in row {
        if index != first { appendSeparator("\t") }
        append(reading.lines[index], at: index)
      }
      previous = reading.lines[last]
    }
  }

  /// The lines in reading order, those that are pieces of one row together, from left to right.
  ///
  /// A text layer has what was filled into the blanks of a sentence ("this [10th] day of [June],
  /// [2024]") as lines of their own, anywhere in its order. A piece has few words and stands right
  /// beside another on one height; the lines of columns have more words. OCR parts a sentence at a wide
  /// blank: there only what goes on with "day of" is put together, and after that the blanks of the
  /// month and the year.
  private static func rows(of lines: [TextLine]) -> [[Int]] {
    var rows = lines.indices.filter { !lines[$0].words.isEmpty }.map { [$0] }
    let hasLayer = lines.contains { $0.words.first?.source == .pdf }
    guard rows.count <= mostLines, hasLayer || lines.contains(where: \.saysDay) else {
      return rows
    }
    var index = 0
    while index < rows.count {
      let end = lines[rows[index][rows[index].count - 1]]
      let saysDay = rows[index].contains { lines[$0].saysDay }
      let next = rows.indices.filter { other in
        guard other != index else { return false }
        let start = lines[rows[other][0]]
        return hasLayer && areBeside(end, start)
          || (start.goesOnWithDay || saysDay && start.words.count <= mostPieceWords)
            && areOnOneRow(end, start, within: widestBlank)
      }.min { lines[rows[$0][0]].box.x < lines[rows[$1][0]].box.x }
      guard let next else {
        index += 1
        continue
      }
      rows[index] += rows[next]
      rows.remove(at: next)
      if next < index { index -= 1 }
    }
    return rows
  }

  private static let mostPieceWords = 4
  /// Times the height of the words: a blank for an ordinal, of an inch and a half at most.
  private static let widestBlank = 12.0
  /// No form has more; every line is compared with every other.
  private static let mostLines = 1_000

  private static func areBeside(_ left: TextLine, _ right: TextLine) -> Bool {
    min(left.words.count, right.words.count) <= mostPieceWords
      && areOnOneRow(left, right, within: 4)
  }

  /// - Parameter heights: how far one may end before the other begins, in heights of their words.
  private static func areOnOneRow(
    _ left: TextLine, _ right: TextLine, within heights: Double
  ) -> Bool {
    guard let end = left.words.last?.box, let start = right.words.first?.box else { return false }
    let height = max(end.height, start.height)
    let gap = start.x - end.maxX
    return gap > -0.3 * height && gap < heights * height
      && abs(start.midY - end.midY) < 0.5 * min(end.height, start.height)
  }

  private mutating func append(_ line: TextLine, at index: Int) {
    for (position, word) in line.words.enumerated() {
      if position > 0 {
        let isWide = line.isColumnGap(between: line.words[position - 1], and: word)
        appendSeparator(isWide ? "\t" : " ")
      }
      words.append(PlacedWord(word: word, line: index, position: position))
      for character in word.text {
        passages[passages.count - 1].characters.append(character)
        passages[passages.count - 1].wordIndices.append(words.count - 1)
      }
    }
  }

  private mutating func appendSeparator(_ separator: Character) {
    passages[passages.count - 1].characters.append(separator)
    passages[passages.count - 1].wordIndices.append(-1)
  }
}

extension PageText.Passage {
  /// The indices of the words that have characters in `range`, in order.
  package func words(in range: Range<Int>) -> [Int] {
    var indices: [Int] = []
    for index in wordIndices[range] where index >= 0 && indices.last != index {
      indices.append(index)
    }
    return indices
  }
}

extension TextLine {
  /// It begins with "day of", which always goes on from a number.
  fileprivate var goesOnWithDay: Bool {
    words.count > 2 && words[0].text.folded == "day" && words[1].text.folded == "of"
  }

  /// "day of" stands in it, or all but its month.
  fileprivate var saysDay: Bool {
    zip(words, words.dropFirst()).contains {
      $0.text.folded == "day" && $1.text.folded == "of"
    }
  }
}
