internal import Casework
internal import Leptonica
internal import ReaderProtocol

/// Pieces of a page as pictures.
enum Crops {
  /// The longest side of the page at which crops are cut.
  private static let maxPixelsPerSide = 16_000

  /// One PNG a box, in order; the page is drawn once. A box that lies off the page gives an empty
  /// picture.
  static func pictures(
    of document: OpenDocument, page: Int, settings: CropSettings
  ) throws(PageFailure) -> [[UInt8]] {
    let raster = try document.raster(
      page: page, scale: settings.scale, dotsPerInch: settings.dpi,
      maxPixelsPerSide: maxPixelsPerSide
    ).turned(clockwise: settings.rotation)
    let image = raster.colour ?? raster.grey
    let scale = 1 / raster.pointsPerPixel
    return settings.boxes.map { box in
      // Values far off the page must not trap when they become whole numbers.
      let onPage = box.intersection(
        Box(x: 0, y: 0, width: raster.width, height: raster.height))
      guard let onPage else { return [] }
      let left = Int(onPage.x * scale)
      let top = Int(onPage.y * scale)
      let piece = image.clipped(
        x: left, y: top, width: max(1, Int((onPage.maxX * scale).rounded()) - left),
        height: max(1, Int((onPage.maxY * scale).rounded()) - top))
      return piece?.png() ?? []
    }
  }
}
