package import Casework

extension TextLine {
  /// The parts into which wide gaps divide the line.
  package var segments: [TextLine] {
    var segments: [[Word]] = []
    for word in words {
      if let last = segments.last?.last, !isColumnGap(between: last, and: word) {
        segments[segments.count - 1].append(word)
      } else {
        segments.append([word])
      }
    }
    return segments.compactMap { words in
      Box.around(words.map(\.box)).map { TextLine(box: $0, words: words) }
    }
  }

  /// Whether the white between two of its words that follow each other parts columns.
  package func isColumnGap(between left: Word, and right: Word) -> Bool {
    let bounds = LayoutThresholds.lineHeight
    let height = max(bounds.lowerBound, min(box.height, bounds.upperBound))
    return right.box.x - left.box.maxX > LayoutThresholds.columnGap * height
  }

  /// Whether more than the space between two words parts the word at `index` from the one before it,
  /// or it is the first.
  package func isApart(at index: Int) -> Bool {
    guard index > 0 else { return true }
    let (before, word) = (words[index - 1].box, words[index].box)
    return word.x - before.maxX >= LayoutThresholds.wordSpace * max(before.height, word.height)
  }

  /// Whether `next` stands right below, as the next line of the same block.
  package func isContinued(by next: TextLine) -> Bool {
    let height = max(min(box.height, next.box.height), 6)
    let gap = next.box.y - box.maxY
    return gap > -0.7 * height && gap < 1.6 * height
      && min(box.maxX, next.box.maxX) > max(box.x, next.box.x)
  }
}

extension [TextLine] {
  /// The lines in runs, each right below the one before it.
  package var blocks: [[TextLine]] {
    reduce(into: []) { blocks, line in
      if let last = blocks.last?.last, last.isContinued(by: line) {
        blocks[blocks.count - 1].append(line)
      } else {
        blocks.append([line])
      }
    }
  }
}
