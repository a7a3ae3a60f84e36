internal import Casework
internal import Leptonica

/// Finds where something was pressed into the paper without ink: embossed seals.
///
/// A scanner's lamp comes from one side, so a relief shows as fine lines a little lighter and a little
/// darker than the paper around them. What is looked for is a round place of a seal's size that is
/// full of such lines and free of ink.
enum Impressions {
  /// Boxes in points. Empty where nothing shows, which says nothing: a black-and-white scan keeps no
  /// relief.
  static func find(on page: InkPage) -> [Box] {
    let reduction = ImpressionThresholds.dotsPerInch / InkThresholds.dotsPerInch
    let points = page.pointsPerPixel / reduction
    func pixels(_ length: Double) -> Int { max(1, Int((length / points).rounded())) }
    guard let grey = page.grey.reduced(by: reduction),
      let relief = grey.relief(radius: pixels(ImpressionThresholds.lineReach)),
      let uneven = relief.brighter(than: ImpressionThresholds.leastRelief),
      let ink = page.ink.sampled(width: grey.width, height: grey.height),
      let nearInk = ink.dilated(
        width: pixels(ImpressionThresholds.inkReach) | 1,
        height: pixels(ImpressionThresholds.inkReach) | 1),
      let clean = uneven.subtracting(nearInk),
      let closed = clean.closed(
        width: pixels(ImpressionThresholds.lineGap), height: pixels(ImpressionThresholds.lineGap)),
      let solid = closed.opened(
        width: pixels(ImpressionThresholds.lineGap) / 2 + 1,
        height: pixels(ImpressionThresholds.lineGap) / 2 + 1)
    else { return [] }
    return solid.components().compactMap { piece in
      let box = Box(piece.box, pointsPerPixel: points)
      let share =
        Double(piece.pixels.inkCount) / Double(max(1, piece.box.width * piece.box.height))
      let isSeal =
        ImpressionThresholds.side.contains(box.width)
        && ImpressionThresholds.side.contains(box.height)
        && ImpressionThresholds.roundness.contains(box.width / box.height)
        && ImpressionThresholds.share.contains(share) && hasFreeCorners(piece)
      return isSeal ? box : nil
    }
  }

  /// A disc leaves the corners of its box free; a block of faint print fills them.
  private static func hasFreeCorners(_ piece: InkComponent) -> Bool {
    let width = piece.box.width / 7
    let height = piece.box.height / 7
    guard width > 0, height > 0 else { return false }
    let corners = [
      (0, 0), (piece.box.width - width, 0), (0, piece.box.height - height),
      (piece.box.width - width, piece.box.height - height),
    ]
    return corners.allSatisfy { x, y in
      piece.pixels.inkCount(in: PixelBox(x: x, y: y, width: width, height: height)) * 3
        < width * height
    }
  }
}

/// Lengths in points, grey in levels of 255. From drawings of relief lines 6 to 14 levels away from
/// the paper, with the grain of a scanner; none of the corpora has a labelled embossed seal.
enum ImpressionThresholds {
  /// A relief's lines are 1 to 2 points wide; the grain of the paper averages out at this resolution.
  static let dotsPerInch = 75.0
  /// A line is told from the paper within this distance.
  static let lineReach = 5.0
  /// Grain and JPEG noise stay below, after averaging.
  static let leastRelief = 4
  /// Print casts shadows, and JPEG rings around it.
  static let inkReach = 9.0
  /// The lines of one seal are nearer than this.
  static let lineGap = 7.0
  /// As of inked seals: 1 to 2 inches across.
  static let side = 60.0...165.0
  static let roundness = 0.8...1.25
  /// How much of its box it fills: a disc fills 0.79, a wide ring less.
  static let share = 0.3...0.88
}
