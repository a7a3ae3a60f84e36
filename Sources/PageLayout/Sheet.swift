package import Casework
import Foundation

/// One page made ready, once, for everything that looks around on it.
///
/// All lengths are in points of the upright page, origin top left.
package struct Sheet: Sendable {
  package let page: PageReference
  package let reading: Reading
  /// Those of all lines, in their order.
  package let words: [Word]
  /// The median height of the words that were read surely: that of print.
  package let usualHeight: Double
  /// How far down a line of text goes for every point to the right: a scan is seldom straight.
  package let slope: Double
  /// The lines split wherever a wide gap parts two columns, so that a label and what stands beside it
  /// are lines of their own.
  package let segments: [TextLine]
  /// The segments and the lines, for looking for phrases.
  let searchedSegments: [SearchedLine]
  let searchedLines: [SearchedLine]
  /// The horizontal ruled lines, and those typed with underscores where the raster showed none.
  package let rules: [RuledLine]
  /// The vertical ruled lines.
  package let uprights: [Box]
  /// The marks, in two wherever a rule runs between signatures that touch.
  package let marks: [Mark]

  package init(_ reading: Reading, of page: PageReference) {
    self.page = page
    self.reading = reading
    words = reading.words
    let heights = words.filter(\.isSurelyRead).map(\.box.height).sorted()
    usualHeight = heights.isEmpty ? LayoutThresholds.heightOfPrint : heights[heights.count / 2]
    let isMeasured = abs(reading.skew) < LayoutThresholds.steepestSkew
    slope = isMeasured ? tan(reading.skew * .pi / 180) : 0
    segments = reading.lines.flatMap(\.segments)
    searchedSegments = segments.map { SearchedLine($0) }
    searchedLines = reading.lines.map { SearchedLine($0) }
    let level = reading.rules.filter { $0.direction == .horizontal }.map(\.box)
    let rules = (level + Self.underscores(in: words, besides: level))
      .map { RuledLine($0, skew: reading.skew) }
    self.rules = rules
    uprights = reading.rules.filter { $0.direction == .vertical }.map(\.box)
    marks = reading.marks.flatMap { MarkSplit.parts(of: $0, at: rules) }
  }

  package var width: Double { reading.width }
  package var height: Double { reading.height }
  /// The lines as they were read, in reading order.
  package var lines: [TextLine] { reading.lines }
  /// The fields of the document's own form.
  package var fields: [FormField] { reading.fields }

  /// The words whose middle lies in `box`.
  package func words(in box: Box) -> [Word] { words.filter { box.holdsMiddle(of: $0.box) } }

  package func marks(touching box: Box) -> [Mark] {
    marks.filter { $0.box.intersection(box) != nil }
  }

  /// `box` moved to where it would be if the page were turned straight around `x`.
  package func levelled(_ box: Box, around x: Double) -> Box {
    var moved = box
    moved.y -= slope * (box.midX - x)
    return moved
  }

  /// Whether printed words stand on most of the rule.
  package func isUnderline(_ rule: RuledLine) -> Bool {
    let covered = words.filter { word in
      let height = rule.y(at: word.box.midX) - word.box.maxY
      return word.isSurelyRead && height > -4 && height < 5
    }.reduce(0) { $0 + rule.overlap($1.box.x, $1.box.maxX) }
    return covered > LayoutThresholds.underlined * rule.width
  }

  /// How much the lines of words in `box` slope against the page's, as points to the point: the mean,
  /// weighed by their length.
  package func slope(ofTextIn box: Box) -> Double {
    var (sum, length) = (0.0, 0.0)
    for line in segments {
      let feet = line.words.filter {
        $0.box.share(within: box) > 0.6 && $0.hasText
          && !$0.text.contains { "gjpqy,;()/|_".contains($0) }
      }.map { (x: $0.box.midX, y: $0.box.maxY) }
      guard let first = feet.first, let last = feet.last, last.x - first.x > 20 else { continue }
      sum += abs((last.y - first.y) / (last.x - first.x) - slope) * (last.x - first.x)
      length += last.x - first.x
    }
    return length > 0 ? sum / length : 0
  }

  private static func underscores(in words: [Word], besides rules: [Box]) -> [Box] {
    words.compactMap { word in
      let count = word.text.count { $0 == "_" }
      guard count >= 5, count * 2 > word.text.count else { return nil }
      let box = Box(x: word.box.x, y: word.box.maxY - 1, width: word.box.width, height: 1)
      let isRuled = rules.contains { $0.insetBy(dx: 0, dy: -6).intersection(box) != nil }
      return isRuled ? nil : box
    }
  }
}

// MARK: - How well it was read

/// What keeps a page from showing that a place on it is empty.
package enum ReadingDoubt: Hashable, Sendable {
  /// Too few words were read to show that others would have been.
  case fewWords
  /// The words were read with little confidence on the whole.
  case lowConfidence
  /// With so little that they say nothing.
  case illegible
  /// The raster is so coarse that thin ink is lost.
  case coarse
}

extension Sheet {
  /// What speaks against the reading; the document's own text is never in doubt.
  package var doubts: Set<ReadingDoubt> {
    var doubts: Set<ReadingDoubt> = []
    // A few recognised words, as of a stamp, say nothing of a page that is the document's own text.
    let recognised = words.count { $0.source == .ocr }
    let isOwnText = Double(recognised) < LayoutThresholds.fewRecognised * Double(words.count)
    let confidence = isOwnText ? 1 : reading.meanConfidence ?? 1
    if words.count < LayoutThresholds.enoughWords { doubts.insert(.fewWords) }
    if confidence < LayoutThresholds.wellRead { doubts.insert(.lowConfidence) }
    if confidence < LayoutThresholds.legible { doubts.insert(.illegible) }
    if let resolution = reading.scanResolution?.coarser,
      resolution < LayoutThresholds.fineEnough
    {
      doubts.insert(.coarse)
    }
    return doubts
  }

  /// Whether the words are read so well that an empty place can be believed to be empty.
  package var isWellRead: Bool { doubts.isEmpty }
}

extension Word {
  /// Print that was read.
  package var isSurelyRead: Bool { confidence >= LayoutThresholds.surelyRead }

  /// There are letters or figures in it.
  package var hasText: Bool { text.contains(where: \.isLetterOrNumber) }
}

extension Character {
  package var isLetterOrNumber: Bool { isLetter || isNumber }
}
