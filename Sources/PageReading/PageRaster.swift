internal import Casework
internal import Leptonica

/// The pixels of one page, square and the same for both images.
struct PageRaster {
  /// 8 bits a pixel.
  var grey: Pix
  /// 32 bits a pixel; `nil` where the page shows no colour.
  var colour: Pix?
  let pointsPerPixel: Double
  /// The page came as a negative, and these are the pixels of its positive.
  var isInverted = false
  /// Of the picture that the page is.
  var scanResolution: ScanResolution?
  /// What poppler said while it drew the page.
  var messages: [String] = []
  /// What is wrong with the picture that the page is.
  var damage: PictureDamage?

  var dotsPerInch: Double { 72 / pointsPerPixel }

  /// In points.
  var width: Double { Double(grey.width) * pointsPerPixel }
  var height: Double { Double(grey.height) * pointsPerPixel }

  func turned(clockwise degrees: Int) throws(PageFailure) -> PageRaster {
    guard degrees != 0 else { return self }
    guard let grey = grey.rotated(clockwise: degrees) else { throw .notRendered("out of memory") }
    var turned = self
    turned.grey = grey
    turned.colour = colour?.rotated(clockwise: degrees)
    return turned
  }

  /// Without the lines that dirt on the scanner's glass drew; in colour they stay.
  func without(_ streaks: Streaks) throws(PageFailure) -> PageRaster {
    guard !streaks.isEmpty else { return self }
    guard let erased = streaks.erased() else { throw .notRendered("out of memory") }
    var clean = self
    clean.grey = erased
    return clean
  }

  /// Of a negative, its positive: a copy of microfilm, or a file that takes its black for white.
  ///
  /// A page of print is nearly black or nearly white almost everywhere, and a negative is mostly
  /// black. Colour pictures and those with many greys stay as they are, and so does a slip on the
  /// black lid of a scanner: its paper is light.
  func positive() throws(PageFailure) -> PageRaster {
    guard colour == nil, let (dark, light) = grey.extremeTones, dark >= NegativeThresholds.darkest,
      light >= NegativeThresholds.leastLight, dark + light >= NegativeThresholds.extremes,
      !showsPaper
    else { return self }
    guard let inverted = grey.inverted() else { throw .notRendered("out of memory") }
    var positive = self
    positive.grey = inverted
    positive.isInverted = true
    return positive
  }

  /// Whether the light on the page is a piece of paper, light for the most part in squares of half an
  /// inch, and not the writing of a negative.
  private var showsPaper: Bool {
    guard let squares = grey.reduced(by: min(1, 2 / dotsPerInch)) else { return false }
    let bytes = squares.greyBytes
    let light = bytes.indices.filter { bytes[$0] >= NegativeThresholds.lightSquare }
    let (columns, rows) = (light.map { $0 % squares.width }, light.map { $0 / squares.width })
    guard light.count >= NegativeThresholds.fewestSquares, let left = columns.min(),
      let right = columns.max(), let top = rows.min(), let bottom = rows.max()
    else { return false }
    return 2 * light.count >= (right - left + 1) * (bottom - top + 1)
  }

  /// As a JPEG of at most `dotsPerInch`; empty where memory ran out.
  func preview(dotsPerInch: Int, quality: Int) -> [UInt8] {
    let image = colour ?? grey
    let scale = min(1, Double(dotsPerInch) / self.dotsPerInch)
    return image.reduced(by: scale)?.jpeg(quality: quality) ?? []
  }
}

/// Shares of the pixels of a page, 0 to 1.
private enum NegativeThresholds {
  /// The densest print covers under a third of its page; a form with black bars, a little more.
  static let darkest = 0.65
  /// A few words; without any light there is nothing to read either way round.
  static let leastLight = 0.001
  /// The mean grey of a square of half an inch on paper with print.
  static let lightSquare = 150
  /// Half of a business card.
  static let fewestSquares = 6
  /// Print scanned in grey has up to a tenth of its pixels in between, at the edges of letters.
  static let extremes = 0.85
}
