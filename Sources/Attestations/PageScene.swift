internal import Casework
internal import PageLayout

/// One page made ready for looking around: its text in short segments, its rules as sloping lines,
/// its marks.
struct PageScene {
  let page: PageReference
  /// The reading with its lines split wherever a wide gap parts two columns, so that a label and
  /// what stands beside it are lines of their own, and its marks wherever a rule runs between two.
  let reading: Reading
  let rules: [RuledLine]
  let uprights: [Box]
  /// The usual height of a word.
  let wordHeight: Double
  let role: PageRole

  init(_ page: PageReference, _ reading: Reading, role: PageRole) {
    self.page = page
    self.role = role
    let heights = reading.words.filter { $0.confidence >= SceneThresholds.surelyRead }
      .map(\.box.height).sorted()
    wordHeight = heights.isEmpty ? 9 : heights[heights.count / 2]
    var split = reading
    split.lines = reading.lines.flatMap { Self.segments(of: $0) }
    let rules =
      reading.rules.filter { $0.direction == .horizontal }
      .map { RuledLine($0.box, skew: reading.skew) }
      + Self.underscores(in: reading).map { RuledLine($0, skew: reading.skew) }
    uprights = reading.rules.filter { $0.direction == .vertical }.map(\.box)
    self.rules = rules
    split.marks = reading.marks.flatMap { MarkSplit.parts(of: $0, at: rules) }
    self.reading = split
  }

  var marks: [Mark] { reading.marks }

  /// Whether the words are read so well that an empty place can be believed to be empty.
  var isWellRead: Bool {
    reading.words.count >= SceneThresholds.enoughWords
      && (reading.meanConfidence ?? 1) >= SceneThresholds.wellRead
      && (reading.textSource == .pdf || reading.resolution >= SceneThresholds.fineEnough)
  }

  /// Where the middle of `phrase` lies in `box`, or anywhere with `nil`.
  func places(of phrase: Phrase, least: Double, in box: Box?) -> [PhraseMatch] {
    reading.places(of: phrase, least: least).filter {
      box?.contains(x: $0.box.midX, y: $0.box.midY) ?? true
    }
  }

  /// The words whose middle lies in `box`.
  func words(in box: Box) -> [Word] {
    reading.words.filter { box.contains(x: $0.box.midX, y: $0.box.midY) }
  }

  func marks(touching box: Box) -> [Mark] { marks.filter { $0.box.intersection(box) != nil } }

  /// Whether printed words stand on most of the rule.
  func isUnderline(_ rule: RuledLine) -> Bool {
    let covered = reading.words.filter { word in
      let height = rule.y(at: word.box.midX) - word.box.maxY
      return word.confidence >= SceneThresholds.surelyRead && height > -4 && height < 5
    }.reduce(0) { $0 + rule.overlap($1.box.x, $1.box.maxX) }
    return covered > SceneThresholds.underlined * rule.width
  }

  /// Whether the mark is a piece of a printed line that was not read: no higher than print, with
  /// words beside it.
  func isUnreadPrint(_ mark: Mark) -> Bool {
    guard mark.box.height < 1.4 * wordHeight else { return false }
    return reading.words.contains { word in
      word.confidence >= SceneThresholds.surelyRead && abs(word.box.midY - mark.box.midY) < 4.5
        && word.box.x - mark.box.maxX < 10 && mark.box.x - word.box.maxX < 10
    }
  }

  /// How much the lines of words in `box` slope against the page's, as points to the point: the mean,
  /// weighed by their length.
  func slope(ofTextIn box: Box) -> Double {
    let own = reading.slope
    var (sum, length) = (0.0, 0.0)
    for line in reading.lines {
      let feet = line.words.filter {
        $0.box.share(within: box) > 0.6 && $0.text.contains(where: \.isLetterOrNumber)
          && !$0.text.contains { "gjpqy,;()/|_".contains($0) }
      }.map { (x: $0.box.midX, y: $0.box.maxY) }
      guard let first = feet.first, let last = feet.last, last.x - first.x > 20 else { continue }
      sum += abs((last.y - first.y) / (last.x - first.x) - own) * (last.x - first.x)
      length += last.x - first.x
    }
    return length > 0 ? sum / length : 0
  }

  private static func segments(of line: TextLine) -> [TextLine] {
    var segments: [[Word]] = []
    for word in line.words {
      let gap = segments.last?.last.map { word.box.x - $0.box.maxX } ?? .infinity
      if gap > SceneThresholds.columnGap * max(6, min(line.box.height, 14)) {
        segments.append([word])
      } else {
        segments[segments.count - 1].append(word)
      }
    }
    return segments.compactMap { words in
      Box.around(words.map(\.box)).map { TextLine(box: $0, words: words) }
    }
  }

  /// Lines typed with underscores, where the raster showed none.
  private static func underscores(in reading: Reading) -> [Box] {
    reading.words.compactMap { word in
      let count = word.text.count { $0 == "_" }
      guard count >= 5, count * 2 > word.text.count else { return nil }
      let box = Box(x: word.box.x, y: word.box.maxY - 1, width: word.box.width, height: 1)
      let isRuled = reading.rules.contains {
        $0.direction == .horizontal && $0.box.insetBy(dx: 0, dy: -6).intersection(box) != nil
      }
      return isRuled ? nil : box
    }
  }
}

/// A horizontal rule, from its left to its right end.
struct RuledLine: Hashable {
  var x: Double
  var maxX: Double
  private var leftY: Double
  private var rightY: Double

  /// - Parameter skew: degrees by which the page slopes, positive clockwise: the end that lies
  ///   lower in `box` is the right one then.
  init(_ box: Box, skew: Double) {
    x = box.x
    maxX = box.maxX
    // A rule of the page's own slope fills its box from corner to corner.
    let middle = box.midY
    let rise = max(0, box.height - 2) / 2
    leftY = skew > 0 ? middle - rise : middle + rise
    rightY = skew > 0 ? middle + rise : middle - rise
    if skew == 0 {
      leftY = middle
      rightY = middle
    }
  }

  var width: Double { maxX - x }

  func y(at position: Double) -> Double {
    guard width > 0 else { return leftY }
    return leftY + (rightY - leftY) * min(1, max(0, (position - x) / width))
  }

  /// How far the rule and the span overlap.
  func overlap(_ from: Double, _ to: Double) -> Double { max(0, min(maxX, to) - max(x, from)) }
}

extension Box {
  func contains(x: Double, y: Double) -> Bool {
    x >= self.x && x <= maxX && y >= self.y && y <= maxY
  }

  /// The share of this box that `other` covers, 0 to 1.
  func share(within other: Box) -> Double {
    guard area > 0 else { return contains(x: x, y: y) ? 1 : 0 }
    return (intersection(other)?.area ?? 0) / area
  }
}
