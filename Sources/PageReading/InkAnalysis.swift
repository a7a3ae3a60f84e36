internal import Casework
internal import Leptonica

/// What of a page's ink is neither print nor dirt: its ruled lines and its marks.
struct InkAnalysis {
  /// Left to right within top to bottom.
  var rules: [Rule] = []
  /// Top to bottom.
  var marks: [Mark] = []
  /// The share of the page that is ink, 0 to 1, without specks, edge shadows and punch holes.
  var inkCoverage = 0.0
  var impressions: [Box] = []
  /// All ink, print and dirt too; `nil` where there is so much of it that it is noise.
  var ink: PageInk?

  /// Measures the ink of one upright page.
  ///
  /// Lines are found by opening with long bricks and taken out; words that were surely read are
  /// covered; what is left is grouped by nearness into marks.
  ///
  /// - Parameters:
  ///   - grey: 8 bits a pixel.
  ///   - colour: 32 bits a pixel and of the size of `grey`; `nil` for a page without colour.
  ///   - words: as they were read, boxes in points.
  ///   - isDrawn: the pixels were drawn from the document's own lines and letters, and not scanned.
  static func analyse(
    grey: Pix, colour: Pix?, words: [Word], pointsPerPixel: Double, isDrawn: Bool = false
  ) -> InkAnalysis {
    guard
      let page = InkPage(
        grey: grey, colour: colour, pointsPerPixel: pointsPerPixel, isDrawn: isDrawn)
    else { return InkAnalysis() }
    let (ruled, afterRules) = InkRules(page).split()
    let masked = InkWords(page, words).removed(from: afterRules) ?? afterRules
    let (kept, dropped) = InkMarks(page).find(in: masked)
    let total = Double(max(1, page.grey.width * page.grey.height))
    let clean = page.ink.piecesLarger(thanWidth: page.speck, height: page.speck) ?? page.ink
    return InkAnalysis(
      rules: ruled, marks: kept,
      inkCoverage: max(0, Double(clean.inkCount - dropped)) / total,
      impressions: Impressions.find(on: page),
      ink: PageInk(
        InkBitmap(width: page.ink.width, height: page.ink.height, words: page.ink.bitRows),
        pointsPerPixel: page.pointsPerPixel))
  }
}

/// The rasters of one page at the resolution at which ink is measured.
struct InkPage {
  let grey: Pix
  let colour: Pix?
  let ink: Pix
  let pointsPerPixel: Double

  init?(grey: Pix, colour: Pix?, pointsPerPixel: Double, isDrawn: Bool) {
    let ideal = pointsPerPixel * InkThresholds.dotsPerInch / 72
    // Half is by far the cheapest reduction; whatever is nearly right is left as it is.
    let factor = (0.45...0.55).contains(ideal) ? 0.5 : ideal > 0.8 ? 1 : ideal
    guard let small = grey.reduced(by: factor),
      let ink = small.inkBitmap(level: InkThresholds.inkLevel)
    else { return nil }
    self.grey = small
    self.colour = colour.flatMap { $0.sampled(width: small.width, height: small.height) }
    let scale = pointsPerPixel * Double(grey.width) / Double(max(1, small.width))
    self.pointsPerPixel = scale
    self.ink = isDrawn ? Self.hairlines(of: small, pointsPerPixel: scale)?.union(ink) ?? ink : ink
  }

  /// Lines thinner than a pixel, which are drawn in a light grey: on paper they are lines like others.
  private static func hairlines(of grey: Pix, pointsPerPixel: Double) -> Pix? {
    func pixels(_ points: Double) -> Int { max(1, Int((points / pointsPerPixel).rounded())) }
    let thick = pixels(InkThresholds.thickestRule)
    guard let tinted = grey.darker(than: InkThresholds.faintestHairline),
      let across = tinted.opened(width: pixels(InkThresholds.ruleOpening), height: 1),
      let down = tinted.opened(width: 1, height: pixels(InkThresholds.verticalRuleOpening)),
      // Grey ground is as long, and higher.
      let grounds = tinted.opened(width: thick, height: thick)
    else { return nil }
    return across.union(down)?.subtracting(grounds)
  }

  /// A length of points as pixels, at least one.
  func pixels(_ points: Double) -> Int { max(1, Int((points / pointsPerPixel).rounded())) }

  var speck: Int { pixels(InkThresholds.speck) }

  /// Pixels by which ink is made thicker before rules are looked for: a line that slopes steps from
  /// row to row, and made thicker still holds a long brick. On coarse rasters it is thick enough.
  var ruleGrowth: Int { pointsPerPixel < 0.65 ? 3 : 1 }

  /// Whether the box lies within the margin where the sheet's edge casts its shadow.
  func isAtEdge(_ box: Box) -> Bool {
    let edge = 2 * InkThresholds.edge
    let width = Double(grey.width) * pointsPerPixel
    let height = Double(grey.height) * pointsPerPixel
    return box.maxX < edge || box.x > width - edge || box.maxY < edge || box.y > height - edge
  }

  func points(_ box: PixelBox) -> Box { Box(box, pointsPerPixel: pointsPerPixel) }

  /// The pixels that `box` touches.
  func pixels(_ box: Box) -> PixelBox {
    let x = Int((box.x / pointsPerPixel).rounded(.down))
    let y = Int((box.y / pointsPerPixel).rounded(.down))
    return PixelBox(
      x: x, y: y, width: Int((box.maxX / pointsPerPixel).rounded(.up)) - x,
      height: Int((box.maxY / pointsPerPixel).rounded(.up)) - y)
  }
}
