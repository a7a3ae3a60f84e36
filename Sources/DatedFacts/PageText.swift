import Casework

/// The words of a reading as passages of text, with the way back from a character to its word.
struct PageText {
  /// Lines that follow each other in one block, joined by line breaks: a date may begin at the end
  /// of one and end on the next.
  struct Passage {
    var characters: [Character] = []
    /// For every character the index of its word in `words`; -1 for what stands between words.
    var wordIndices: [Int] = []
  }

  struct PlacedWord {
    var word: Word
    /// Index into `Reading.lines`.
    var line: Int
    /// Index into the words of that line.
    var position: Int
  }

  private(set) var words: [PlacedWord] = []
  private(set) var passages: [Passage] = []

  init(_ reading: Reading) {
    var previous: TextLine?
    for (index, line) in reading.lines.enumerated() where !line.words.isEmpty {
      if let last = previous, Self.continues(last, line) {
        appendSeparator("\n")
      } else {
        passages.append(Passage())
      }
      append(line, at: index)
      previous = line
    }
  }

  private mutating func append(_ line: TextLine, at index: Int) {
    for (position, word) in line.words.enumerated() {
      if position > 0 { appendSeparator(Self.separator(line.words[position - 1], word)) }
      words.append(PlacedWord(word: word, line: index, position: position))
      for character in word.text {
        passages[passages.count - 1].characters.append(character)
        passages[passages.count - 1].wordIndices.append(words.count - 1)
      }
    }
  }

  /// A tab where the gap between two words of a line is as wide as between cells.
  private static func separator(_ left: Word, _ right: Word) -> Character {
    let height = max(left.box.height, right.box.height, 7)
    return right.box.x - left.box.maxX > 2.2 * height ? "\t" : " "
  }

  private mutating func appendSeparator(_ separator: Character) {
    passages[passages.count - 1].characters.append(separator)
    passages[passages.count - 1].wordIndices.append(-1)
  }

  /// Whether `next` stands right below `line`, as the next line of the same block.
  private static func continues(_ line: TextLine, _ next: TextLine) -> Bool {
    let height = max(min(line.box.height, next.box.height), 6)
    let gap = next.box.y - line.box.maxY
    let overlap = min(line.box.maxX, next.box.maxX) - max(line.box.x, next.box.x)
    return gap > -0.7 * height && gap < 1.6 * height && overlap > 0
  }
}

extension PageText.Passage {
  /// The indices of the words that have characters in `range`, in order.
  func words(in range: Range<Int>) -> [Int] {
    var indices: [Int] = []
    for index in wordIndices[range] where index >= 0 && indices.last != index {
      indices.append(index)
    }
    return indices
  }
}
