internal import Leptonica

/// The pixels of one page, square and the same for both images.
struct PageRaster {
  /// 8 bits a pixel.
  let grey: Pix
  /// 32 bits a pixel; `nil` where the page shows no colour.
  let colour: Pix?
  let pointsPerPixel: Double

  var dotsPerInch: Double { 72 / pointsPerPixel }

  /// In points.
  var width: Double { Double(grey.width) * pointsPerPixel }
  var height: Double { Double(grey.height) * pointsPerPixel }

  func turned(clockwise degrees: Int) throws(PageFailure) -> PageRaster {
    guard degrees != 0 else { return self }
    guard let grey = grey.rotated(clockwise: degrees) else { throw .notRendered("out of memory") }
    return PageRaster(
      grey: grey, colour: colour?.rotated(clockwise: degrees), pointsPerPixel: pointsPerPixel)
  }

  /// As a JPEG of at most `dotsPerInch`; empty where memory ran out.
  func preview(dotsPerInch: Int, quality: Int) -> [UInt8] {
    let image = colour ?? grey
    let scale = min(1, Double(dotsPerInch) / self.dotsPerInch)
    return image.reduced(by: scale)?.jpeg(quality: quality) ?? []
  }
}
