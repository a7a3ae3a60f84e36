internal import Casework

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
}

/// Gathers what may be stamps on a page: they are found by how they stand apart.
struct StampCandidates {
  let scene: PageScene

  func find() -> [StampCandidate] {
    let frames = frames()
    func isFramed(_ box: Box) -> Bool { frames.contains { box.share(within: $0) > 0.6 } }
    let marks = scene.marks.filter {
      max($0.box.width, $0.box.height) >= StampThresholds.leastPiece
    }
    let loose = marks.filter { !isFramed($0.box) }
    let words = scene.reading.words.filter { word in
      word.text.contains { $0.isLetter || $0.isNumber } && !isFramed(word.box)
    }
    let framed = frames.map { frame in
      StampCandidate(
        kind: .frame, box: frame, marks: marks.filter { $0.box.share(within: frame) > 0.6 })
    }
    let ink = candidates(
      .ink, of: loose, words.filter(isOdd), across: StampThresholds.inkAcross,
      down: StampThresholds.inkDown)
    let blocks = candidates(
      .block, of: loose, words.filter { $0.source == .ocr },
      across: StampThresholds.blockAcross * scene.wordHeight,
      down: StampThresholds.blockDown * scene.wordHeight
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
      && (word.confidence < SceneThresholds.surelyRead
        || word.box.height > StampThresholds.largeWord * scene.wordHeight)
  }

  /// Print of the page's own size that read well is text, however far it stands from the rest.
  private func isUnlikeText(_ block: StampCandidate) -> Bool {
    let words = scene.words(in: block.box)
    let odd = Double(words.count(where: isOdd))
    return odd >= StampThresholds.leastOdd * Double(max(1, words.count))
      || SealWords(scene: scene).purpose(in: block.box) != nil
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
    return boxes.near(Array(boxes.indices), across: across, down: down)
      .flatMap { parts($0, across, down, 0) }
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

  /// Rules that hang together and make up three sides of a rectangle of a stamp's size.
  private func frames() -> [Box] {
    let rules = scene.reading.rules
    let boxes = rules.map(\.box)
    let gap = StampThresholds.frameGap
    return boxes.near(Array(boxes.indices), across: gap, down: gap).compactMap { members in
      guard let frame = Box.around(members.map { boxes[$0] }),
        StampThresholds.frameWidth.contains(frame.width),
        StampThresholds.frameHeight.contains(frame.height)
      else { return nil }
      func covered(_ direction: Rule.Direction, at position: Double) -> Double {
        members.filter { rules[$0].direction == direction }.map { boxes[$0] }.filter {
          abs((direction == .horizontal ? $0.midY : $0.midX) - position) < gap
        }.reduce(0) { $0 + (direction == .horizontal ? $1.width : $1.height) }
      }
      let sides = [
        covered(.horizontal, at: frame.y) / frame.width,
        covered(.horizontal, at: frame.maxY) / frame.width,
        covered(.vertical, at: frame.x) / frame.height,
        covered(.vertical, at: frame.maxX) / frame.height,
      ]
      return sides.count { $0 > 0.5 } >= 3 ? frame : nil
    }
  }
}

extension [Box] {
  /// The groups into which `members` fall when two boxes belong together that are nearer than
  /// `across` and `down` (points).
  func near(_ members: [Int], across: Double, down: Double) -> [[Int]] {
    var groups: [[Int]] = []
    // From left to right: a group that has fallen behind by more than `across` is complete.
    var open: [(members: [Int], right: Double)] = []
    for index in members.sorted(by: { (self[$0].x, self[$0].y) < (self[$1].x, self[$1].y) }) {
      let box = self[index]
      groups += open.filter { $0.right + across <= box.x }.map(\.members)
      open.removeAll { $0.right + across <= box.x }
      let touched = open.indices.filter { group in
        open[group].members.contains { other in
          let other = self[other]
          return Swift.max(box.x, other.x) - Swift.min(box.maxX, other.maxX) < across
            && Swift.max(box.y, other.y) - Swift.min(box.maxY, other.maxY) < down
        }
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
  /// Intersection over union, 0 to 1.
  func overlap(with other: Box) -> Double {
    let common = intersection(other)?.area ?? 0
    let all = area + other.area - common
    return all > 0 ? common / all : 0
  }
}
