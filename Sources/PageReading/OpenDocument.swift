internal import Leptonica
internal import Poppler
internal import ReaderProtocol

/// A document that is open for reading, kept while the parent asks for its pages.
enum OpenDocument {
  case pdf(PDFFile)
  case images(ImageFile)

  /// The page at `number`, counted from 1, drawn as the document shows it with `dotsPerInch`, or
  /// fewer where a side would pass `maxPixelsPerSide`; black on white, though it came as a negative.
  func raster(
    page number: Int, dotsPerInch: Int, maxPixelsPerSide: Int
  ) throws(PageFailure) -> PageRaster {
    switch self {
    case .pdf(let file):
      guard let page = file.document.page(at: number - 1) else {
        throw .notRendered("the document has no such page")
      }
      return try page.raster(dotsPerInch: dotsPerInch, maxPixelsPerSide: maxPixelsPerSide)
        .positive()
    case .images(let file):
      return try file.raster(
        page: number, dotsPerInch: dotsPerInch, maxPixelsPerSide: maxPixelsPerSide
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

extension PDFPage {
  func raster(dotsPerInch: Int, maxPixelsPerSide: Int) throws(PageFailure) -> PageRaster {
    let (width, height) = size
    guard width.isFinite, height.isFinite, width > 0, height > 0 else {
      throw .notRendered("it has no size")
    }
    // One pixel less, for sides that are rounded up.
    let scale = min(Double(dotsPerInch) / 72, Double(maxPixelsPerSide - 1) / max(width, height))
    let (drawn, messages) = PopplerMessages.during {
      render(scale: scale) { pixels in
        Pix(
          rgb32: pixels.bytes, width: pixels.width, height: pixels.height, stride: pixels.stride,
          resolution: Int((scale * 72).rounded()))
      }
    }
    guard let drawn, let grey = drawn.grey() else {
      throw .notRendered("no picture came of it")
    }
    return PageRaster(
      grey: grey, colour: drawn.hasColour ? drawn : nil, pointsPerPixel: 1 / scale,
      messages: messages)
  }
}
