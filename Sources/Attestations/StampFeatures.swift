internal import Casework
import Foundation
internal import PageLayout

/// What of a candidate speaks for or against a stamp. The names are those of the fitted weights
/// (`StampModel+Weights.swift`) and of `stamp-features`, which prints them for the fit.
///
/// Lengths are in heights of the page's print where not said otherwise, so that they do not depend
/// on the size of its type.
package enum StampFeature: String, CaseIterable, Sendable {
  /// Logarithms of width and height: a stamp is neither a speck nor a page.
  case logWidth, logHeight
  /// The share of the box that its marks' ink covers.
  case density
  case strokeWidth
  /// Pieces to ten points of width; holes to 500 square points.
  case pieces, holes
  /// Height of the largest piece; its width and height as shares of the candidate's.
  case pieceHeight, pieceWidthShare, pieceHeightShare
  /// How many words stand in it, how many were surely read, their mean confidence and height, and
  /// the share of those that were not read well.
  case words, sureWords, confidence, wordSize, oddWords
  /// The share of the words that stock stamps bear; of capital letters; of figures.
  case stockWords, capitals, figures
  /// The share of figures in what is higher than wide: the numbers of a pleading's lines.
  case numberColumn
  /// How much its lines of words slope against the page's (a tenth of a point to the point is 1).
  case slope
  /// Above the first quarter of the page: how far, 0 to 1.
  case top
  /// Over the lines of a letterhead, aligned with them; as above, the farther up the more.
  case logo, logoAtTop
  /// Nothing is printed above it.
  case topmost
  /// White to its left and right, and to the nearest print at all (points, 0 to 1 for 40 and 50).
  case spaceLeft, spaceRight, spaceAround
  /// A piece of a printed row.
  case inRow
  /// How much of it stands on a rule.
  case onRule
  /// Lines that share its left edge, its right edge, its base line.
  case leftAligned, rightAligned, baseAligned
  /// How much its ink looks like a hand's (`ScriptScore`), and that the largest mark stands under the
  /// close of a letter, or on a line to sign.
  case script, underClose, onLine
  /// A frame of rules.
  case frame
  /// How much of a frame's four sides is there, 0 to 4.
  case frameSides
  /// A block of print: as above, of those alone.
  case block, blockOddWords, blockSpace, blockRightAligned, blockLeftAligned
}

/// Measures the candidates of one page.
struct StampMeasures {
  private let sheet: Sheet
  private let words: SealWords
  private let settings: MarkSettings
  private let lines: [Box]

  init(sheet: Sheet, lexicon: Lexicon) {
    self.sheet = sheet
    words = SealWords(sheet: sheet, stamps: lexicon.stamps)
    settings = MarkSettings(sheet: sheet, closings: lexicon.letters.closings)
    lines = sheet.segments.map(\.box)
  }

  func features(of candidate: StampCandidate) -> [StampFeature: Double] {
    let box = candidate.box
    let (width, height) = (max(box.width, 1), max(box.height, 1))
    let size = sheet.usualHeight
    var values: [StampFeature: Double] = [:]
    values[.logWidth] = log(width / size)
    values[.logHeight] = log(height / size)
    ink(candidate, width, height, &values)

    let inside = sheet.words.filter { $0.box.share(within: box) > 0.6 }
    let odd = inside.count { !$0.isSurelyRead }
    values[.words] = min(6, Double(inside.count))
    values[.sureWords] = min(8, Double(inside.count { $0.confidence >= 0.8 }))
    values[.confidence] = inside.isEmpty ? 0.3 : inside.mean(\.confidence)
    values[.wordSize] = inside.isEmpty ? 1 : inside.mean(\.box.height) / size
    values[.oddWords] = Double(odd) / Double(max(1, inside.count))
    position(box, width, height, &values)
    wording(inside, box, &values)

    values[.frame] = candidate.kind == .frame ? 1 : 0
    values[.frameSides] = candidate.frameSides
    if candidate.kind == .block {
      values[.block] = 1
      for (own, general) in Self.ofBlocks { values[own] = values[general] }
    }
    return values
  }

  private static let ofBlocks: [(own: StampFeature, general: StampFeature)] = [
    (.blockOddWords, .oddWords), (.blockSpace, .spaceAround), (.blockRightAligned, .rightAligned),
    (.blockLeftAligned, .leftAligned),
  ]

  private func ink(
    _ candidate: StampCandidate, _ width: Double, _ height: Double,
    _ values: inout [StampFeature: Double]
  ) {
    let marks = candidate.marks
    let ink = marks.reduce(0) { $0 + $1.inkArea }
    let pieces = marks.reduce(0) { $0 + $1.pieceCount }
    let holes = pieces - marks.reduce(0) { $0 + $1.eulerNumber }
    let density = min(1, ink / (width * height))
    let stroke = ink > 0 ? marks.reduce(0) { $0 + $1.inkArea * $1.strokeWidth } / ink : 0
    let tallest = marks.map(\.largestPieceHeight).max() ?? 0
    values[.density] = density
    values[.strokeWidth] = min(1, stroke / sheet.usualHeight)
    values[.pieces] = min(6, Double(pieces) / max(1, width / 10))
    values[.holes] = min(6, Double(holes) / max(1, width * height / 500))
    values[.pieceHeight] = min(6, tallest / sheet.usualHeight)
    values[.pieceWidthShare] = (marks.map(\.largestPieceWidth).max() ?? 0) / width
    values[.pieceHeightShare] = tallest / height
    values[.script] =
      marks.map { sheet.scriptScore(of: $0) }.max() ?? 0
    if let largest = marks.max(by: { ($0.inkArea, $1.box.y) < ($1.inkArea, $0.box.y) }) {
      let setting = settings.setting(of: largest)
      values[.underClose] = setting == .close ? 1 : 0
      values[.onLine] = setting == .rule ? 1 : 0
    }
  }

  private func wording(_ words: [Word], _ box: Box, _ values: inout [StampFeature: Double]) {
    let letters = words.flatMap(\.text).filter(\.isLetterOrNumber)
    let count = Double(max(1, letters.count))
    values[.capitals] = Double(letters.count(where: \.isUppercase)) / count
    values[.figures] = Double(letters.count(where: \.isNumber)) / count
    // In a sentence such a word is said of something; on a stamp it stands by itself.
    values[.stockWords] =
      (values[.inRow] ?? 0) > 0
      ? 0 : Double(self.words.stockWords(in: box)) / Double(max(1, words.count))
    values[.numberColumn] = box.height > 1.5 * box.width ? values[.figures] : 0
    values[.slope] = min(1, 10 * sheet.slope(ofTextIn: box))
  }

  private func position(
    _ box: Box, _ width: Double, _ height: Double, _ values: inout [StampFeature: Double]
  ) {
    let print = sheet.words.filter {
      $0.isSurelyRead && $0.box.share(within: box) <= 0.3
    }.map(\.box)
    let others = lines.filter { $0.share(within: box) < 0.3 }
    let beside = print.filter { $0.isInRow(with: box, share: 0.3) }
    let left = beside.filter { $0.maxX <= box.x + 3 }.map { box.x - $0.maxX }.min() ?? 40
    let right = beside.filter { $0.x >= box.maxX - 3 }.map { $0.x - box.maxX }.min() ?? 40
    let near =
      print.map {
        max($0.x - box.maxX, box.x - $0.maxX, $0.y - box.maxY, box.y - $0.maxY, 0)
      }.min() ?? 50
    let isHigh = box.midY < StampThresholds.head * sheet.height
    let isLogo =
      isHigh
      && others.contains { line in
        (-2..<20).contains(line.y - box.maxY)
          && min(line.maxX, box.maxX) - max(line.x, box.x) > 0.3 * min(line.width, width)
          && (abs(line.x - box.x) < 4 || abs(line.maxX - box.maxX) < 4
            || abs(line.midX - box.midX) < 6)
      }
    let top = max(0, 0.25 - box.midY / sheet.height) * 4
    values[.top] = top
    values[.logo] = isLogo ? 1 : 0
    values[.logoAtTop] = isLogo ? top : 0
    values[.topmost] = isHigh && !print.contains { $0.maxY < box.y } ? 1 : 0
    values[.spaceLeft] = min(40, left) / 40
    values[.spaceRight] = min(40, right) / 40
    values[.spaceAround] = min(50, near) / 50
    values[.inRow] = min(left, right) < 14 && height < 2.2 * sheet.usualHeight ? 1 : 0
    let carrying =
      sheet.reading.rules.filter { rule in
        rule.direction == .horizontal && rule.box.y > box.y + height / 2
          && rule.box.y < box.maxY + 8
      }.map { min($0.box.maxX, box.maxX) - max($0.box.x, box.x) }.max() ?? 0
    values[.onRule] = min(1, max(0, carrying / width))
    values[.leftAligned] = min(4, Double(others.count { abs($0.x - box.x) < 2.5 }))
    values[.rightAligned] = min(4, Double(others.count { abs($0.maxX - box.maxX) < 2.5 }))
    values[.baseAligned] = min(3, Double(others.count { abs($0.maxY - box.maxY) < 2.5 }))
  }
}

extension [Word] {
  fileprivate func mean(_ value: (Word) -> Double) -> Double {
    reduce(0) { $0 + value($1) } / Double(Swift.max(1, count))
  }
}
