internal import Casework
internal import Poppler
internal import QPDF

extension ScanResolution {
  /// Pictures that cover less than this share of a page are on it, they are not the page.
  private static let leastCoverage = 0.5

  /// That of the finest picture of a page that pictures cover, whatever it is drawn at; `nil` where the
  /// page is no scan. Copiers put print and paper into pictures of their own, and the print
  /// is the finer one.
  ///
  /// - Parameters:
  ///   - boxes: of the pictures on the shown page, in points. Poppler makes that of a picture whose pixels
  ///     are not square too flat; a single one that is a scan is as large as the page.
  ///   - rotation: the page's own.
  static func of(
    _ pictures: [StoredPicture], at boxes: [Box], on page: Box, coverage: Double, rotation: Int
  ) -> ScanResolution? {
    guard coverage >= leastCoverage,
      let box = boxes.count == 1 ? page : boxes.max(by: { $0.area < $1.area }),
      let picture = pictures.max(by: { $0.pixelCount < $1.pixelCount }), picture.pixelCount > 0,
      box.width > 0, box.height > 0
    else { return nil }
    let size = (Double(picture.width), Double(picture.height))
    let asRotated = rotation % 180 == 0 ? size : (size.1, size.0)
    // A picture may be turned as it is drawn. Its pixels are square then; those of faxes are not.
    let ways = [asRotated, (asRotated.1, asRotated.0)].map { pixels in
      ScanResolution(across: pixels.0 / box.width * 72, down: pixels.1 / box.height * 72)
    }
    return ways.first { abs($0.across / $0.down - 1) < 0.05 } ?? ways[0]
  }

  /// The same scan where a point of the file is `scale` points of paper.
  func onPaper(scaledBy scale: Double) -> ScanResolution {
    ScanResolution(across: across / scale, down: down / scale)
  }

  var roundedToTenth: ScanResolution {
    ScanResolution(across: across.roundedToTenth, down: down.roundedToTenth)
  }
}

extension StoredPicture {
  fileprivate var pixelCount: Double { Double(width) * Double(height) }
}
