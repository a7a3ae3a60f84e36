internal import Casework
internal import Leptonica

/// Finds ruled lines and takes them out of the ink.
struct InkRules {
  private let page: InkPage

  init(_ page: InkPage) { self.page = page }

  /// The rules, and the ink without them; strokes that cross a rule stay whole.
  func split() -> (rules: [Rule], rest: Pix) {
    let across = pieces(.horizontal)
    let down = pieces(.vertical)
    var rest = page.ink
    for (direction, found) in [(Rule.Direction.horizontal, across), (.vertical, down)] {
      rest = without(found, direction, rest) ?? rest
    }
    let rules =
      Self.joined(across.map { page.points($0.box) }, .horizontal)
      + Self.joined(down.map { page.points($0.box) }, .vertical)
    return (rules, rest)
  }

  private func pieces(_ direction: Rule.Direction) -> [InkComponent] {
    let isHorizontal = direction == .horizontal
    let length = page.pixels(
      isHorizontal ? InkThresholds.ruleOpening : InkThresholds.verticalRuleOpening)
    let growth = page.ruleGrowth
    guard
      let thick = page.ink.dilated(
        width: isHorizontal ? 1 : growth, height: isHorizontal ? growth : 1),
      let opened = thick.opened(width: isHorizontal ? length : 1, height: isHorizontal ? 1 : length)
    else { return [] }
    return opened.components().filter { isRule($0, isHorizontal: isHorizontal) }
  }

  /// Whether the piece is as long and as thin as a rule. The sheet's own edge is none.
  private func isRule(_ piece: InkComponent, isHorizontal: Bool) -> Bool {
    let box = page.points(piece.box)
    let (length, breadth) = isHorizontal ? (box.width, box.height) : (box.height, box.width)
    let least = isHorizontal ? InkThresholds.shortestRule : InkThresholds.shortestVerticalRule
    guard length >= least, !page.isAtEdge(box) else { return false }
    let added = Double(page.ruleGrowth - 1) * page.pointsPerPixel
    let thickness =
      Double(piece.pixels.inkCount) * page.pointsPerPixel * page.pointsPerPixel / length - added
    return thickness <= InkThresholds.thickestRule
      && breadth <= InkThresholds.thickestRule + added + length * InkThresholds.steepestRule
  }

  private func without(_ pieces: [InkComponent], _ direction: Rule.Direction, _ ink: Pix) -> Pix? {
    guard !pieces.isEmpty,
      let mask = Pix.emptyBitmap(width: ink.width, height: ink.height)?.adding(pieces),
      let rest = ink.subtracting(mask)
    else { return ink }
    // Ink on both sides of the line is a stroke that crosses it: what a closing across the line
    // fills is given back.
    let reach = page.pixels(InkThresholds.thickestRule) + 2
    guard
      let bridged = rest.closed(
        width: direction == .horizontal ? 1 : reach, height: direction == .horizontal ? reach : 1),
      let crossing = bridged.intersection(mask)?.intersection(ink)
    else { return rest }
    return rest.union(crossing)
  }

  /// Pieces of one line made one rule.
  static func joined(_ boxes: [Box], _ direction: Rule.Direction) -> [Rule] {
    let isHorizontal = direction == .horizontal
    let turned = boxes.map {
      isHorizontal ? $0 : Box(x: $0.y, y: $0.x, width: $0.height, height: $0.width)
    }
    var lines: [Box] = []
    for box in turned.sorted(by: { ($0.x, $0.y) < ($1.x, $1.y) }) {
      let match = lines.lastIndex { line in
        let gap = box.x - line.maxX
        let drift = InkThresholds.thickestRule + max(0, gap) * InkThresholds.steepestRule
        // Lines side by side are two lines, however close.
        return gap >= -InkThresholds.thickestRule
          && gap <= (isHorizontal ? InkThresholds.ruleGap : InkThresholds.verticalRuleGap)
          && box.y <= line.maxY + drift && box.maxY >= line.y - drift
          && box.union(line).height
            <= InkThresholds.thickestRule * 2
            + (box.maxX - line.x) * InkThresholds.steepestRule
      }
      if let match { lines[match] = lines[match].union(box) } else { lines.append(box) }
    }
    return
      lines.map { isHorizontal ? $0 : Box(x: $0.y, y: $0.x, width: $0.height, height: $0.width) }
      .sorted { ($0.y, $0.x) < ($1.y, $1.x) }
      .map { Rule(direction: direction, box: $0) }
  }
}
