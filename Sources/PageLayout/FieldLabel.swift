package import Casework

/// Where the label of a field stands.
package struct FieldLabel {
  package var line: TextLine
  /// Indices into the words of the line.
  package var words: Range<Int>
  package var box: Box

  /// The labels that say one of `phrases` and nothing else ("Name", and not "Name of the case
  /// manager"), in reading order.
  package static func all(
    of phrases: [String], value: FieldValueSide, on reading: Reading
  ) -> [FieldLabel] {
    phrases.flatMap { phrase in
      let whole = reading.lines.wording(Phrase(phrase)).compactMap { match -> FieldLabel? in
        guard match.parts.count == 1, let part = match.parts.first else { return nil }
        return FieldLabel(line: reading.lines[part.line], words: part.words, box: part.box)
      }.filter { $0.isAlone(besides: value) }
      return whole.isEmpty ? runTogether(phrase, on: reading) : whole
    }
  }

  /// No word stands right before or after it, but for a value that follows.
  private func isAlone(besides value: FieldValueSide) -> Bool {
    let gap = 0.8 * box.height
    if words.lowerBound > 0 {
      let before = line.words[words.lowerBound - 1]
      let isWord = before.text.count { $0.isLetter || $0.isNumber } > 1
      if isWord, box.x - before.box.maxX < gap { return false }
    }
    return value == .beside || words.upperBound >= line.words.count
      || line.words[words.upperBound].box.x - box.maxX >= gap
  }

  /// Text layers run the labels of neighbouring fields together: `Street addressCity`.
  private static func runTogether(_ phrase: String, on reading: Reading) -> [FieldLabel] {
    let sought = phrase.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = sought.first, let last = sought.last else { return [] }
    return reading.lines.flatMap { line in
      line.words.indices.compactMap { start -> FieldLabel? in
        let end = start + sought.count
        guard end <= line.words.count else { return nil }
        let (head, tail) = (line.words[start].text, line.words[end - 1].text)
        let (before, after) = (head.dropLast(first.count), tail.dropFirst(last.count))
        guard
          line.words[start..<end].map(\.text).dropFirst().dropLast().elementsEqual(
            sought.dropFirst().dropLast()),
          sought.count > 1 ? head.hasSuffix(first) && tail.hasPrefix(last) : head.hasPrefix(first),
          sought.count == 1 || before.last?.isLowercase ?? true,
          after.first?.isUppercase ?? (sought.count > 1 && !before.isEmpty)
        else { return nil }
        var boxes = line.words[start..<end].map(\.box)
        if sought.count > 1 {
          let share = Double(before.count) / Double(head.count)
          boxes[0].x += boxes[0].width * share
          boxes[0].width *= 1 - share
        }
        boxes[sought.count - 1].width *= Double(last.count) / Double(tail.count)
        return Box.around(boxes).map { FieldLabel(line: line, words: start..<end, box: $0) }
      }
    }
  }

  // MARK: - What belongs to it

  /// As high as a field is, in points.
  private static let height = 24.0

  /// Where the value stands, as far as the rules around it go.
  package func zone(_ side: FieldValueSide, on reading: Reading) -> Box {
    switch side {
    case .below: zoneBelow(on: reading)
    case .above: zoneAbove(on: reading)
    case .beside:
      Box(
        x: box.maxX + 1, y: box.y - 3, width: max(0, reading.width - box.maxX - 1),
        height: box.height + 6)
    }
  }

  private func zoneBelow(on reading: Reading) -> Box {
    let top = box.maxY
    let bottom =
      rules(.horizontal, on: reading).filter { $0.midY > top + 4 }.map(\.midY).min()
      ?? (top + Self.height)
    return Box(
      x: box.x - 6, y: top, width: max(0, right(on: reading) - box.x + 6),
      height: max(0, min(bottom - top, Self.height + 8)))
  }

  /// Over the line on which one writes, which stands right above the label.
  private func zoneAbove(on reading: Reading) -> Box {
    let line = rules(.horizontal, on: reading).filter {
      $0.midY > box.y - 14 && $0.midY < box.midY
    }.map(\.maxX).max()
    let end = line ?? min(right(on: reading), box.x + 300)
    return Box(
      x: box.x - 6, y: box.y - Self.height, width: max(0, end - box.x + 6), height: Self.height)
  }

  /// The next upright rule, or the next word beside the label, or the edge of the page.
  private func right(on reading: Reading) -> Double {
    let rules = rules(.vertical, on: reading).filter { $0.x > box.maxX }.map(\.x)
    let next = reading.words.map { $0.box.levelled(reading.slope, around: box.midX) }.filter {
      $0.x > box.maxX && $0.midY > box.y && $0.midY < box.maxY
    }.map { $0.x - 3 }
    return min(rules.min() ?? reading.width, next.min() ?? reading.width)
  }

  /// The rules that stand over or under the label, or beside it.
  private func rules(_ direction: Rule.Direction, on reading: Reading) -> [Box] {
    reading.rules.filter { $0.direction == direction }
      .map { $0.box.levelled(reading.slope, around: box.midX) }.filter {
        direction == .horizontal
          ? $0.x < box.maxX && $0.maxX > box.x : $0.y < box.maxY && $0.maxY > box.y
      }
  }
}
