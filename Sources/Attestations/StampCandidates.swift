internal import Casework
internal import PageLayout

/// Ink and words that may be one stamp or seal.
struct StampCandidate: Hashable {
  enum Kind: Hashable {
    /// Ink that is no print, with the words in it that did not read well.
    case ink
    /// A block of print that stands by itself.
    case block
    /// A ruled frame.
    case frame
  }
  var kind: Kind
  var box: Box
  var marks: [Mark]
  /// How much of the four sides of a frame is there, 0 to 4.
  var frameSides = 0.0
}

/// Gathers what may be stamps on a page: they are found by how they stand apart.
struct StampCandidates {
  let sheet: Sheet
  let lexicon: Lexicon

  func find() -> [StampCandidate] {
    let frames = frames()
    func isFramed(_ box: Box) -> Bool {
      frames.contains { $0.sideCount >= 3 && box.share(within: $0.box) > 0.6 }
    }
    let marks = sheet.marks.filter {
      max($0.box.width, $0.box.height) >= StampThresholds.leastPiece
    }
    let loose = marks.filter { !isFramed($0.box) }
    let words = sheet.words.filter { word in
      word.hasText && !isFramed(word.box)
    }
    let framed = frames.map { frame in
      StampCandidate(
        kind: .frame, box: frame.box, marks: marks.filter { $0.box.share(within: frame.box) > 0.6 },
        frameSides: frame.sides.reduce(0, +))
    }
    let ink = candidates(
      .ink, of: loose, words.filter(isOdd), across: StampThresholds.inkAcross,
      down: StampThresholds.inkDown)
    let blocks = candidates(
      .block, of: loose, words.filter { $0.source == .ocr },
      across: StampThresholds.blockAcross * sheet.usualHeight,
      down: StampThresholds.blockDown * sheet.usualHeight
    ).filter { block in
      block.box.width <= StampThresholds.widestBlock
        && block.box.height <= StampThresholds.highestBlock
        && max(block.box.width, block.box.height) >= StampThresholds.leastBlock
        && !ink.contains { $0.box.overlap(with: block.box) > 0.9 }
        && isUnlikeText(block)
    }
    return framed + ink + blocks
  }

  /// A word that was not read well or is larger than print. What a document says itself is print.
  private func isOdd(_ word: Word) -> Bool {
    word.source == .ocr
      && (!word.isSurelyRead
        || word.box.height > StampThresholds.largeWord * sheet.usualHeight)
  }

  /// Level print of the page's own size that read well is text, however far it stands from the rest.
  private func isUnlikeText(_ block: StampCandidate) -> Bool {
    let words = sheet.words(in: block.box).filter { $0.hasText }
    let odd = Double(words.count(where: isOdd))
    return odd >= StampThresholds.leastOdd * Double(max(1, words.count))
      || SealWords(sheet: sheet, stamps: lexicon.stamps).purpose(in: block.box) != nil
      || sheet.slope(ofTextIn: block.box) > StampThresholds.unlikeSlope
  }

  private func candidates(
    _ kind: StampCandidate.Kind, of marks: [Mark], _ words: [Word], across: Double, down: Double
  ) -> [StampCandidate] {
    let boxes = marks.map(\.box) + words.map(\.box)
    func parts(_ members: [Int], _ across: Double, _ down: Double, _ depth: Int) -> [[Int]] {
      guard let box = Box.around(members.map { boxes[$0] }) else { return [] }
      guard box.width > StampThresholds.widest || box.height > StampThresholds.highest else {
        return [members]
      }
      // Too large for a stamp: what is nearest together may be one.
      guard depth < 2 else { return [] }
      return boxes.near(members, across: across / 2, down: down / 2)
        .flatMap { parts($0, across / 2, down / 2, depth + 1) }
    }
    return boxes.near(
      Array(boxes.indices), across: across, down: down, heights: StampThresholds.gapInHeights
    ).flatMap { parts($0, across, down, 0) }
      .compactMap { members in
        guard let box = Box.around(members.map { boxes[$0] }),
          max(box.width, box.height) >= StampThresholds.leastSide,
          min(box.width, box.height) >= StampThresholds.leastHeight
        else { return nil }
        return StampCandidate(
          kind: kind, box: box,
          marks: members.filter { $0 < marks.count }.map { marks[$0] })
      }
  }

  private struct Frame {
    var box: Box
    /// What of each of its four sides is there, 0 to 1.
    var sides: [Double]

    /// How many of its sides are there for the most part.
    var sideCount: Int { sides.count { $0 > 0.5 } }

    /// Nothing of its left and right sides is there: two lines to write on, and what stands between
    /// them.
    var isPairOfLines: Bool { sides[2] < 0.25 && sides[3] < 0.25 }
  }

  /// Rules that hang together and make up two sides of a rectangle of a stamp's size at least: a
  /// frame that was pressed on unevenly is seldom whole.
  private func frames() -> [Frame] {
    let (across, down) = (sides(.horizontal), sides(.vertical))
    let boxes = across + down
    let gap = StampThresholds.frameGap
    return boxes.near(Array(boxes.indices), across: gap, down: gap).compactMap { members in
      guard let box = Box.around(members.map { boxes[$0] }),
        StampThresholds.frameWidth.contains(box.width),
        StampThresholds.frameHeight.contains(box.height)
      else { return nil }
      let level = members.filter { $0 < across.count }.map { boxes[$0] }
      let upright = members.filter { $0 >= across.count }.map { boxes[$0] }
      let widths = [box.y, box.maxY].map { edge in
        level.filter { abs($0.midY - edge) < gap }.reduce(0) { $0 + $1.width } / box.width
      }
      let heights = [box.x, box.maxX].map { edge in
        upright.filter { abs($0.midX - edge) < gap }.reduce(0) { $0 + $1.height } / box.height
      }
      let frame = Frame(box: box, sides: (widths + heights).map { min(1, $0) })
      return frame.sideCount >= 2 && !frame.isPairOfLines ? frame : nil
    }
  }

  /// Rules, and straight strokes that are too short for one.
  private func sides(_ direction: Rule.Direction) -> [Box] {
    let strokes = sheet.marks.map(\.box).filter {
      let (long, thick) =
        direction == .horizontal ? ($0.width, $0.height) : ($0.height, $0.width)
      return thick <= StampThresholds.thickestSide && long >= StampThresholds.shortestSide
    }
    return sheet.reading.rules.filter { $0.direction == direction }.map(\.box) + strokes
  }
}

extension [Box] {
  /// The groups into which `members` fall when two boxes belong together that are nearer than
  /// `across` and `down` (points), or side by side and nearer than `heights` times the lower of them.
  func near(_ members: [Int], across: Double, down: Double, heights: Double = 0) -> [[Int]] {
    var groups: [[Int]] = []
    let farthest = Swift.max(across, StampThresholds.widestGap)
    // From left to right: a group that has fallen behind by more than `farthest` is complete.
    var open: [(members: [Int], right: Double)] = []
    for index in members.sorted(by: { (self[$0].x, self[$0].y) < (self[$1].x, self[$1].y) }) {
      let box = self[index]
      groups += open.filter { $0.right + farthest <= box.x }.map(\.members)
      open.removeAll { $0.right + farthest <= box.x }
      let touched = open.indices.filter { group in
        open[group].members.contains { self[$0].isNear(box, across, down, heights) }
      }
      var joined = (members: [index], right: box.maxX)
      for group in touched.reversed() {
        joined.members = open[group].members + joined.members
        joined.right = Swift.max(joined.right, open[group].right)
        open.remove(at: group)
      }
      open.append(joined)
    }
    return (groups + open.map(\.members)).map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }
}

extension Box {
  fileprivate func isNear(
    _ other: Box, _ across: Double, _ down: Double, _ heights: Double
  ) -> Bool {
    let gap = max(x, other.x) - min(maxX, other.maxX)
    let below = max(y, other.y) - min(maxY, other.maxY)
    if gap < across && below < down { return true }
    let lower = min(height, other.height)
    return max(height, other.height) <= StampThresholds.tallestType && below < -0.3 * lower
      && gap < min(StampThresholds.widestGap, heights * lower)
  }
}
