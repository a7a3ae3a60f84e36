internal import Casework
internal import Leptonica

/// What is on a page on which no word was plainly read.
///
/// A page is only called blank on this evidence: punch holes, shadows of staples and edges, dust
/// and lint are no ink, and one stroke as long as a short signature is.
struct BlankPaper {
  /// The share of the page that is ink, 0 to 1.
  var inkShare: Double
  /// The longer side, in points, of the largest piece of ink.
  var largestPiece: Double

  /// The boxes of its pieces, in points.
  private let pieces: [Box]

  /// A stroke of this many points (a quarter inch) is writing, however little ink there is.
  static let shortestStroke = 18.0

  /// `nil` where it cannot be measured.
  init?(page: Pix, pointsPerPixel: Double) {
    // 150 dots per inch are enough, and take out the grain of the paper.
    let scale = min(1, pointsPerPixel * 150 / 72)
    guard let small = page.reduced(by: scale),
      let bitmap = small.inkBitmap(level: InkThresholds.inkLevel)
    else { return nil }
    let points = pointsPerPixel / scale
    let ink = bitmap.components().filter { piece in
      !Self.isDirt(piece, points: points, width: small.width, height: small.height)
    }
    pieces = ink.map { Box($0.box, pointsPerPixel: points) }
    inkShare =
      Double(ink.reduce(0) { $0 + $1.pixels.inkCount }) / Double(small.width * small.height)
    largestPiece = Double(ink.map { max($0.box.width, $0.box.height) }.max() ?? 0) * points
  }

  func isBlank(below inkCoverage: Double) -> Bool {
    inkShare < inkCoverage && largestPiece < Self.shortestStroke
  }

  /// Whether there is ink in `box`, in points, that is neither dirt nor shines through: tesseract
  /// reads a punch hole as an O, and from the back the words of the front.
  func hasInk(in box: Box) -> Bool { pieces.contains { $0.intersection(box) != nil } }

  private static func isDirt(
    _ piece: InkComponent, points: Double, width: Int, height: Int
  ) -> Bool {
    let box = Margins(piece.box, points: points, width: width, height: height)
    // Dust: under half a millimetre.
    if box.longerSide < 1.5 { return true }
    // The shadow of an edge: it touches the border, and lies within half an inch of it.
    if box.nearest < 4, box.farSideOfNearest < 36 { return true }
    // Its inner side, where the rest is as light as paper: along the edge, within a quarter inch.
    if box.depth < 18, box.longerSide > 72 { return true }
    // A punch hole, 5 to 10 mm across, filled or as a ring, in the margin.
    if box.farSideOfNearest < 60, (14...28).contains(box.longerSide),
      box.shorterSide > 0.7 * box.longerSide
    {
      return true
    }
    // A staple or its shadow, near a corner, level or slanted.
    guard box.isWithinCorner(of: 72), (14...40).contains(box.longerSide) else { return false }
    return box.shorterSide < 8 || isSlantedStroke(piece, points: points)
  }

  /// Thin, and from one corner of its box to the opposite one.
  private static func isSlantedStroke(_ piece: InkComponent, points: Double) -> Bool {
    let (width, height) = (piece.box.width, piece.box.height)
    let (left, upper) = (width / 2, height / 2)
    func ink(_ x: Int, _ y: Int) -> Int {
      piece.pixels.inkCount(
        in: PixelBox(
          x: x, y: y, width: x == 0 ? left : width - left, height: y == 0 ? upper : height - upper))
    }
    let falling = ink(0, 0) + ink(left, upper)
    let rising = ink(left, 0) + ink(0, upper)
    let total = max(1, falling + rising)
    let diagonal = Double(width * width + height * height).squareRoot() * points
    let thickness = Double(total) * points * points / diagonal
    return thickness < 5 && max(falling, rising) * 10 >= total * 9
  }

  /// How far a piece is from the borders of the page, in points.
  private struct Margins {
    let longerSide: Double
    let shorterSide: Double
    private let across: (near: Double, far: Double)
    private let down: (near: Double, far: Double)

    init(_ piece: PixelBox, points: Double, width: Int, height: Int) {
      longerSide = Double(max(piece.width, piece.height)) * points
      shorterSide = Double(min(piece.width, piece.height)) * points
      across = Self.distances(from: piece.x, length: piece.width, of: width, points: points)
      down = Self.distances(from: piece.y, length: piece.height, of: height, points: points)
    }

    /// Of the near and the far side of the piece from the border that it is nearer to.
    private static func distances(
      from start: Int, length: Int, of side: Int, points: Double
    ) -> (near: Double, far: Double) {
      let near = min(start, side - start - length)
      return (Double(near) * points, Double(near + length) * points)
    }

    var nearest: Double { min(across.near, down.near) }
    /// How deep the piece reaches into the page from the border nearest to it.
    var farSideOfNearest: Double { across.near <= down.near ? across.far : down.far }

    /// The same from the border along which it lies.
    var depth: Double { min(across.far, down.far) }

    func isWithinCorner(of points: Double) -> Bool { across.far < points && down.far < points }
  }
}
