import Casework
import PageLayout

/// The printed words that say what belongs in a place.
extension BlankGround {
  /// Of a place to write: the words before it on its line, those right below it, or those above.
  func label(of box: Box) -> [Word] {
    let before = words(before: box, on: box.maxY)
    let below = wordsUnder(box)
    if let last = before.last {
      // "X", "/s/" and "$" lead to a line and do not say what it is for.
      let saysSomething = before.reduce(0) { $0 + $1.text.count(where: \.isLetter) } > 2
      let isNear = last.text.hasSuffix(":") || box.x - last.box.maxX < 8
      if below.isEmpty || isNear && saysSomething { return before }
    }
    if !below.isEmpty { return below }
    let above = wordsOver(box)
    return above.isEmpty ? words(after: box, on: box.maxY) : above
  }

  /// Of a box to tick: the words behind it, else those before it.
  func label(ofBox box: Box) -> [Word] {
    let after = words(after: box, on: box.maxY, within: LearningThresholds.besideBox)
    return after.isEmpty ? words(before: box, on: box.maxY) : after
  }

  /// The words of its line on both sides.
  func context(of box: Box) -> [Word] {
    words(before: box, on: box.maxY) + words(after: box, on: box.maxY)
  }

  private func row(at bottom: Double, height: Double) -> [Word] {
    print.filter { $0.box.midY < bottom + 3 && $0.box.maxY > bottom - min(height, 14) }
  }

  /// The nearest first.
  private func run(_ words: [Word], from edge: Double, within reach: Double, leftwards: Bool)
    -> [Word]
  {
    var (found, edge, reach) = ([Word](), edge, reach)
    for word in words {
      let gap = leftwards ? edge - word.box.maxX : word.box.x - edge
      guard gap < reach, found.count < LearningThresholds.mostWords,
        !isParted(edge, leftwards ? word.box.maxX : word.box.x, at: word.box)
      else { break }
      found.append(word)
      edge = leftwards ? word.box.x : word.box.maxX
      reach = 1.6 * max(word.box.height, 6)
    }
    return found
  }

  /// Whether a line to write on, a box or the side of a cell stands between two words of a row.
  private func isParted(_ one: Double, _ two: Double, at box: Box) -> Bool {
    let (left, right) = (min(one, two), max(one, two))
    // The frame of the box itself stands at the edge.
    let isBySide = upright.contains {
      $0.midX > left + 1.5 && $0.midX < right - 1.5 && $0.y < box.midY && $0.maxY > box.midY
    }
    let isBySquare = squares.contains {
      $0.midX > left && $0.midX < right && $0.y < box.maxY && $0.maxY > box.y
    }
    return isBySide || isBySquare
      || level.contains {
        $0.midX > left && $0.midX < right && $0.y > box.midY - 2 && $0.y < box.maxY + 5
      }
  }

  func words(before box: Box, on bottom: Double) -> [Word] {
    let row = row(at: bottom, height: box.height).filter { $0.box.midX < box.x }
      .sorted { $0.box.maxX > $1.box.maxX }
    return run(row, from: box.x, within: LearningThresholds.before, leftwards: true).reversed()
  }

  func words(
    after box: Box, on bottom: Double, within reach: Double = LearningThresholds.after
  ) -> [Word] {
    let row = row(at: bottom, height: box.height).filter { $0.box.midX > box.maxX }
      .sorted { $0.box.x < $1.box.x }
    return run(row, from: box.maxX, within: reach, leftwards: false)
  }

  /// Small print right under a line, in its width.
  func wordsUnder(_ box: Box) -> [Word] {
    let near = print.filter {
      (-2..<LearningThresholds.below).contains($0.box.y - box.maxY) && $0.box.midX > box.x - 6
        && $0.box.midX < box.maxX + 6
    }
    guard let first = near.min(by: { $0.box.y < $1.box.y }) else { return [] }
    let line = near.filter { $0.box.isInRow(with: first.box, share: 0.4) }
      .sorted { $0.box.x < $1.box.x }
    // A sentence that goes on beyond the line is none of its.
    let isLonger = print.contains { word in
      guard word.box.isInRow(with: first.box, share: 0.4), !line.contains(word) else {
        return false
      }
      return line.contains {
        (0..<5).contains($0.box.x - word.box.maxX) || (0..<5).contains(word.box.x - $0.box.maxX)
      }
    }
    return isLonger || line.count > LearningThresholds.mostWords ? [] : line
  }

  /// Of a cell with nothing printed in it: the words of the cell to its left, or the head of its column.
  func label(ofEmptyCell cell: Box) -> [Word] {
    let beside = cells.filter {
      abs($0.maxX - cell.x) < 4 && $0.isInRow(with: cell, share: 0.6)
    }.map { print(in: $0) }.first { !$0.isEmpty }
    if let beside, beside.count <= LearningThresholds.mostWords { return beside }
    let over = wordsOver(cell, within: LearningThresholds.columnHeight)
    return over.isEmpty ? label(of: cell) : over
  }

  private func wordsOver(_ box: Box, within reach: Double = LearningThresholds.above) -> [Word] {
    let near = print.filter {
      (-2..<reach).contains(box.y - $0.box.maxY) && $0.box.midX > box.x - 4
        && $0.box.midX < box.maxX
    }
    guard let last = near.max(by: { $0.box.maxY < $1.box.maxY }) else { return [] }
    return Array(
      near.filter { $0.box.isInRow(with: last.box, share: 0.4) }.sorted { $0.box.x < $1.box.x }
        .prefix(LearningThresholds.mostWords))
  }
}
