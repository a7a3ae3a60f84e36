internal import Leptonica

/// The pixels of one page, square and the same for both images.
struct PageRaster {
  /// 8 bits a pixel.
  let grey: Pix
  /// 32 bits a pixel; `nil` where the page shows no colour.
  let colour: Pix?
  let pointsPerPixel: Double
  /// The page came as a negative, and these are the pixels of its positive.
  var isInverted = false
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
    return PageRaster(
      grey: grey, colour: colour?.rotated(clockwise: degrees), pointsPerPixel: pointsPerPixel,
      isInverted: isInverted, messages: messages, damage: damage)
  }

  /// Without the lines that dirt on the scanner's glass drew; in colour they stay.
  func without(_ streaks: Streaks) throws(PageFailure) -> PageRaster {
    guard !streaks.isEmpty else { return self }
    guard let erased = streaks.erased() else { throw .notRendered("out of memory") }
    return PageRaster(
      grey: erased, colour: colour, pointsPerPixel: pointsPerPixel, isInverted: isInverted,
      messages: messages, damage: damage)
  }

  /// Of a negative, its positive: a copy of microfilm, or a file that takes its black for white.
  ///
  /// A page of print is nearly black or nearly white almost everywhere, and a negative is mostly
  /// black. Colour pictures and those with many greys stay as they are.
  func positive() throws(PageFailure) -> PageRaster {
    guard colour == nil, let (dark, light) = grey.extremeTones, dark >= NegativeThresholds.darkest,
      light >= NegativeThresholds.leastLight, dark + light >= NegativeThresholds.extremes
    else { return self }
    guard let inverted = grey.inverted() else { throw .notRendered("out of memory") }
    return PageRaster(
      grey: inverted, colour: nil, pointsPerPixel: pointsPerPixel, isInverted: true,
      messages: messages, damage: damage)
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
  /// Print scanned in grey has up to a tenth of its pixels in between, at the edges of letters.
  static let extremes = 0.85
}
