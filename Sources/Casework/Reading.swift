/// Dots per inch of a scan.
package struct ScanResolution: Codable, Hashable, Sendable {
  package var across: Double
  package var down: Double

  package init(across: Double, down: Double) {
    self.across = across
    self.down = down
  }

  package var coarser: Double { min(across, down) }

  /// Fax machines scan 8.04 or 16.08 dots a millimetre and 3.85, 7.7 or 15.4 lines (ITU-T T.4): no two
  /// numbers that any other scanner has together. A scan that a program made a little smaller, to keep
  /// clear of a margin, may have one of them both ways.
  package var isOfFax: Bool {
    func isNear(_ value: Double, _ known: [Double]) -> Bool {
      known.contains { abs(value - $0) < 0.007 * $0 }
    }
    return [(across, down), (down, across)].contains { dots, lines in
      isNear(dots, [204.2, 408.4]) && isNear(lines, [97.8, 195.6, 391.2])
    }
  }
}

/// What was read from one page. All boxes are in points of the upright page, origin top left.
package struct Reading: Codable, Hashable, Sendable {
  /// Points of the upright page.
  package var width: Double
  package var height: Double
  /// Degrees clockwise by which the page, as its document shows it, was turned to be upright.
  package var rotation: Int
  /// Degrees by which the text was found to slope, positive clockwise; the boxes are of the
  /// page as it is, not of a deskewed copy.
  package var skew: Double
  /// Dots per inch of the raster that was read.
  package var resolution: Double
  /// Of the scan that the page is, whatever it was drawn at; `nil` where it is none.
  package var scanResolution: ScanResolution?
  package var textSource: TextSource
  /// Why the text layer that the page brings along was not taken; `nil` where it was, or there is
  /// none.
  package var layerSetAside: LayerFault?
  /// Where the text layer or a form field says one thing and the pixels show another. `lines` has
  /// what the pixels show, `fields` what the file says.
  package var contradictions: [Contradiction]
  /// In reading order.
  package var lines: [TextLine]
  package var rules: [Rule]
  package var marks: [Mark]
  package var fields: [FormField]
  /// Of pages of few words only; on others nobody asks for them.
  package var barcodes: [Barcode]
  /// Round places where the relief of the paper shows and no ink is: embossed seals, perhaps.
  package var impressions: [Box]
  /// Lines that dirt on the scanner's glass drew from edge to edge; they were taken out of the raster
  /// before it was read.
  package var streaks: [Box]
  /// The share of the page that is dark, 0 to 1.
  package var inkCoverage: Double
  /// All of its ink, for comparing it with a blank form; `nil` on a blank page and of noise.
  package var ink: PageInk?

  package init(
    width: Double, height: Double, rotation: Int = 0, skew: Double = 0, resolution: Double,
    scanResolution: ScanResolution? = nil, textSource: TextSource, layerSetAside: LayerFault? = nil,
    contradictions: [Contradiction] = [], lines: [TextLine] = [], rules: [Rule] = [],
    marks: [Mark] = [], fields: [FormField] = [], barcodes: [Barcode] = [],
    impressions: [Box] = [], streaks: [Box] = [], inkCoverage: Double = 0, ink: PageInk? = nil
  ) {
    self.width = width
    self.height = height
    self.rotation = rotation
    self.skew = skew
    self.resolution = resolution
    self.scanResolution = scanResolution
    self.textSource = textSource
    self.layerSetAside = layerSetAside
    self.contradictions = contradictions
    self.lines = lines
    self.rules = rules
    self.marks = marks
    self.fields = fields
    self.barcodes = barcodes
    self.impressions = impressions
    self.streaks = streaks
    self.inkCoverage = inkCoverage
    self.ink = ink
  }

  package var words: [Word] { lines.flatMap(\.words) }

  /// Whether the file and the pixels contradict each other somewhere in `box`.
  package func isContradicted(in box: Box) -> Bool {
    contradictions.contains { $0.concerns(box) }
  }

  /// The mean confidence of the words that were recognised from the raster; `nil` without any.
  package var meanConfidence: Double? {
    let recognised = words.filter { $0.source == .ocr }
    guard !recognised.isEmpty else { return nil }
    let sum = recognised.reduce(0) { $0 + $1.confidence }
    return (sum / Double(recognised.count)).roundedToHundredth
  }

  /// The lines, one to a row.
  package var text: String { lines.map(\.text).joined(separator: "\n") }
}

package enum TextSource: String, Codable, Sendable {
  case ocr, pdf, mixed, none
}

/// What is wrong with a text layer that was set aside for what the pixels show.
package enum LayerFault: String, Codable, Sendable {
  /// Its characters have no meaning: a font without a Unicode table.
  case unreadable
  /// Most of its words are not to be seen.
  case invisible
  /// Its words are to be seen, and are others.
  case notShown = "not-what-the-page-shows"
}

/// A place of which the file says one thing and the pixels show another.
package struct Contradiction: Codable, Hashable, Sendable {
  /// How sure anything can be that one of them says, 0 to 1.
  package static let confidence = 0.5

  package var box: Box
  /// By the text layer, or the value of a form field; empty where that is. Of a check box `on` or `off`.
  package var said: String
  /// As it was recognised, in the same words; empty where nothing could be.
  package var seen: String

  package init(box: Box, said: String, seen: String) {
    self.box = box
    self.said = said
    self.seen = seen
  }

  /// Whether it is about what stands in `other`: they share more than a quarter of the smaller. The
  /// boxes of neighbouring lines touch.
  package func concerns(_ other: Box) -> Bool {
    box.intersection(other).map { 4 * $0.area > min(box.area, other.area) } ?? false
  }
}

package struct TextLine: Codable, Hashable, Sendable {
  package var box: Box
  package var words: [Word]

  package init(box: Box, words: [Word]) {
    self.box = box
    self.words = words
  }

  package var text: String { words.map(\.text).joined(separator: " ") }

  /// The line with the words that `isKept` accepts; `nil` where none is left.
  package func filtered(_ isKept: (Word) -> Bool) -> TextLine? {
    let kept = words.filter(isKept)
    guard let box = Box.around(kept.map(\.box)) else { return nil }
    return TextLine(box: box, words: kept)
  }
}

package struct Word: Codable, Hashable, Sendable {
  package enum Source: String, Codable, Sendable { case ocr, pdf }

  package var text: String
  package var box: Box
  /// 0 to 1. A word of the document's own text layer has 1.
  package var confidence: Double
  package var source: Source

  package init(text: String, box: Box, confidence: Double, source: Source) {
    self.text = text
    self.box = box
    self.confidence = confidence
    self.source = source
  }
}

/// A straight ruled line.
package struct Rule: Codable, Hashable, Sendable {
  package enum Direction: String, Codable, Sendable { case horizontal, vertical }

  package var direction: Direction
  package var box: Box

  package init(direction: Direction, box: Box) {
    self.direction = direction
    self.box = box
  }
}

/// A field of a PDF form on the upright page.
package struct FormField: Codable, Hashable, Sendable {
  package enum Kind: String, Codable, Sendable { case text, button, choice, signature, unknown }

  package var name: String
  package var kind: Kind
  /// The text of a text or choice field, `on` or `off` of a check box; `nil` where it is empty.
  package var value: String?
  package var box: Box

  package init(name: String, kind: Kind, value: String?, box: Box) {
    self.name = name
    self.kind = kind
    self.value = value
    self.box = box
  }
}

/// A group of ink that is neither a ruled line nor part of a confidently read word: handwriting,
/// a signature, a seal, a stamp, a drawing, dirt.
package struct Mark: Codable, Hashable, Sendable {
  package var box: Box
  /// Dark area in square points.
  package var inkArea: Double
  /// Mean stroke width in points (twice the ink area over its outline).
  package var strokeWidth: Double
  /// How many connected pieces of ink it is made of.
  package var pieceCount: Int
  /// Width and height in points of its largest connected piece.
  package var largestPieceWidth: Double
  package var largestPieceHeight: Double
  /// Holes enclosed by ink, per piece (Euler number of the group: pieces minus holes).
  package var eulerNumber: Int
  /// Mean saturation of its pixels, 0 (grey) to 1; 0 where the scan has no colour.
  package var saturation: Double
  /// Mean darkness of its pixels, 0 (white) to 1 (black).
  package var darkness: Double

  package init(
    box: Box, inkArea: Double, strokeWidth: Double, pieceCount: Int, largestPieceWidth: Double,
    largestPieceHeight: Double, eulerNumber: Int, saturation: Double, darkness: Double
  ) {
    self.box = box
    self.inkArea = inkArea
    self.strokeWidth = strokeWidth
    self.pieceCount = pieceCount
    self.largestPieceWidth = largestPieceWidth
    self.largestPieceHeight = largestPieceHeight
    self.eulerNumber = eulerNumber
    self.saturation = saturation
    self.darkness = darkness
  }
}

/// How the reading of one page ended. Every page has exactly one.
package struct PageOutcome: Codable, Hashable, Sendable {
  package enum State: String, Codable, Sendable { case read, blank, failed }

  package var page: PageReference
  package var state: State
  /// Why it failed, such as `crashed: signal 11`; `nil` unless `state` is `failed`.
  package var failure: String?
  /// There for `read` and `blank` pages, and for a failed page of which a part could be drawn: what was
  /// found on that part. Nothing is known to be missing from such a page.
  package var reading: Reading?

  /// Only a part of the page could be drawn, and that part was read.
  package var isPartlyRead: Bool { state == .failed && reading != nil }

  package init(page: PageReference, state: State, failure: String? = nil, reading: Reading? = nil) {
    self.page = page
    self.state = state
    self.failure = failure
    self.reading = reading
  }
}
