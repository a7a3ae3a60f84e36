import Casework

/// Parts the ink of two signatures that touch, one above the other, each on a rule of its own.
enum MarkSplit {
  /// The mark itself, or one part a rule.
  static func parts(of mark: Mark, at rules: [RuledLine]) -> [Mark] {
    let box = mark.box
    guard box.height >= 2 * leastHeight, box.height <= LayoutThresholds.highestSignature else {
      return [mark]
    }
    let crossing = rules.filter { rule in
      let y = rule.y(at: box.midX)
      return rule.overlap(box.x, box.maxX) >= 0.6 * box.width && y > box.y + leastHeight
        && y < box.maxY + 6
    }.map { $0.y(at: box.midX) }.sorted()
    // The lowest rule carries the lower signature; one at least has to part it from the upper.
    guard let lowest = crossing.last, lowest > box.maxY - 2 * leastHeight, crossing.count >= 2
    else {
      return [mark]
    }
    var parts: [Mark] = []
    var top = box.y
    for (index, y) in crossing.enumerated() {
      let bottom = index == crossing.count - 1 ? box.maxY : y + 2
      guard bottom - top >= leastHeight else { continue }
      parts.append(part(of: mark, from: top, to: bottom))
      top = bottom
    }
    return parts.count >= 2 ? parts : [mark]
  }

  private static let leastHeight = LayoutThresholds.leastPartHeight

  private static func part(of mark: Mark, from top: Double, to bottom: Double) -> Mark {
    let share = (bottom - top) / mark.box.height
    var part = mark
    part.box.y = top
    part.box.height = bottom - top
    part.inkArea *= share
    part.largestPieceHeight = min(mark.largestPieceHeight, bottom - top)
    part.pieceCount = max(1, Int(Double(mark.pieceCount) * share))
    part.eulerNumber = Int(Double(mark.eulerNumber) * share)
    return part
  }
}
