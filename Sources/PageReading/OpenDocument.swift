internal import Casework
internal import Leptonica
internal import Poppler
internal import QPDF
internal import ReaderProtocol

/// A document that is open for reading, kept while the parent asks for its pages.
enum OpenDocument {
  case pdf(PDFFile)
  case images(ImageFile)

  var isPDF: Bool {
    if case .pdf = self { true } else { false }
  }

  /// The page at `number`, counted from 1, on paper of `scale` points a unit of the file, drawn as the document shows it with `dotsPerInch`, or
  /// fewer where a side would pass `maxPixelsPerSide`; black on white, though it came as a negative.
  func raster(
    page number: Int, scale: Double, dotsPerInch: Int, maxPixelsPerSide: Int
  ) throws(PageFailure) -> PageRaster {
    switch self {
    case .pdf(let file):
      guard let page = file.document.page(at: number - 1, scale: scale) else {
        throw .notRendered("the document has no such page")
      }
      return try page.raster(dotsPerInch: dotsPerInch, maxPixelsPerSide: maxPixelsPerSide)
        .positive()
    case .images(let file):
      return try file.raster(
        page: number, scale: scale, dotsPerInch: dotsPerInch, maxPixelsPerSide: maxPixelsPerSide
      ).positive()
    }
  }

  /// Why not everything on the page is on its `raster`, as a clause; `nil` where everything is.
  func undrawn(page number: Int, on raster: PageRaster) -> String? {
    switch self {
    case .pdf(let file):
      UndrawnPictures.reason(in: file, page: number, messages: raster.messages)
    case .images: raster.damage.map { UndrawnPictures.reason($0) }
    }
  }
}

extension OpenDocument {
  /// Of the scan that the page is; `nil` where it is none.
  func scanResolution(of page: PageSurvey, on raster: PageRaster) -> ScanResolution? {
    guard case .pdf(let file) = self else { return raster.scanResolution }
    guard let shown = file.document.page(at: page.number - 1, scale: page.scale) else { return nil }
    return ScanResolution.of(
      file.pictures?.drawn(onPage: page.number - 1).pictures ?? [],
      at: shown.imageBoxes(rotation: page.rotation).map { Box($0) },
      on: Box(x: 0, y: 0, width: page.width, height: page.height), coverage: page.imageCoverage,
      rotation: page.rotation)
  }
}

extension PDFPage {
  func raster(dotsPerInch: Int, maxPixelsPerSide: Int) throws(PageFailure) -> PageRaster {
    let (width, height) = size
    guard width.isFinite, height.isFinite, width > 0, height > 0 else {
      throw .notRendered("it has no size")
    }
    // One pixel less, for sides that are rounded up.
    let pixelsPerPoint = min(
      Double(dotsPerInch) / 72, Double(maxPixelsPerSide - 1) / max(width, height))
    let (drawn, messages) = PopplerMessages.during {
      render(pixelsPerPoint: pixelsPerPoint) { pixels in
        Pix(
          rgb32: pixels.bytes, width: pixels.width, height: pixels.height, stride: pixels.stride,
          resolution: Int((pixelsPerPoint * 72).rounded()))
      }
    }
    guard let drawn, let grey = drawn.grey() else {
      throw .notRendered("no picture came of it")
    }
    return PageRaster(
      grey: grey, colour: drawn.hasColour ? drawn : nil, pointsPerPixel: 1 / pixelsPerPoint,
      messages: messages)
  }
}
