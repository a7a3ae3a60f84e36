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
    of phrases: [String], value: FieldValueSide, on sheet: Sheet
  ) -> [FieldLabel] {
    phrases.flatMap { phrase in
      let whole = sheet.lines.wording(Phrase(phrase)).compactMap { match -> FieldLabel? in
        guard match.parts.count == 1, let part = match.parts.first else { return nil }
        return FieldLabel(line: sheet.lines[part.line], words: part.words, box: part.box)
      }.filter { $0.isAlone(besides: value) }
      return whole.isEmpty ? runTogether(phrase, on: sheet) : whole
    }
  }

  /// No word stands right before or after it, but for a value that follows.
  private func isAlone(besides value: FieldValueSide) -> Bool {
    if !line.isApart(at: words.lowerBound) {
      let before = line.words[words.lowerBound - 1]
      if before.text.count(where: \.isLetterOrNumber) > 1 { return false }
    }
    return value == .beside || words.upperBound >= line.words.count
      || line.isApart(at: words.upperBound)
  }

  /// Text layers run the labels of neighbouring fields together: `Street addressCity`.
  private static func runTogether(_ phrase: String, on sheet: Sheet) -> [FieldLabel] {
    let sought = phrase.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = sought.first, let last = sought.last else { return [] }
    return sheet.lines.flatMap { line in
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

  /// A rule no farther under a label than this, in points, parts it from its value: print is higher.
  private static let nearestRule = 7.0
  /// As high as a field is, in points.
  private static let height = 24.0

  /// Where the value stands, as far as the rules around it go.
  package func zone(_ side: FieldValueSide, on sheet: Sheet) -> Box {
    switch side {
    case .below: zoneBelow(on: sheet)
    case .above: zoneAbove(on: sheet)
    case .beside:
      Box(
        x: box.maxX + 1, y: box.y - 3, width: max(0, sheet.width - box.maxX - 1),
        height: box.height + 6)
    }
  }

  private func zoneBelow(on sheet: Sheet) -> Box {
    let top = box.maxY
    let bottom =
      rules(on: sheet).map { $0.y(at: box.midX) }.filter { $0 > top + Self.nearestRule }.min()
      ?? (top + Self.height)
    return Box(
      x: box.x - 6, y: top, width: max(0, right(on: sheet) - box.x + 6),
      height: max(0, min(bottom - top, Self.height + 8)))
  }

  /// Over the line on which one writes, which stands right above the label.
  private func zoneAbove(on sheet: Sheet) -> Box {
    let line = rules(on: sheet).filter { rule in
      let y = rule.y(at: box.midX)
      return y > box.y - 14 && y < box.midY
    }.map(\.maxX).max()
    let end = line ?? min(right(on: sheet), box.x + 300)
    return Box(
      x: box.x - 6, y: box.y - Self.height, width: max(0, end - box.x + 6), height: Self.height)
  }

  /// The next upright rule, or the next word beside the label, or the edge of the page.
  private func right(on sheet: Sheet) -> Double {
    func levelled(_ box: Box) -> Box { sheet.levelled(box, around: self.box.midX) }
    let rules = sheet.uprights.map(levelled).filter {
      $0.y < box.maxY && $0.maxY > box.y && $0.x > box.maxX
    }.map(\.x)
    let next = sheet.words.map { levelled($0.box) }.filter {
      $0.x > box.maxX && $0.midY > box.y && $0.midY < box.maxY
    }.map { $0.x - 3 }
    return min(rules.min() ?? sheet.width, next.min() ?? sheet.width)
  }

  /// The rules that stand over or under the label.
  private func rules(on sheet: Sheet) -> [RuledLine] {
    sheet.rules.filter { $0.overlap(box.x, box.maxX) > 0 }
  }
}
