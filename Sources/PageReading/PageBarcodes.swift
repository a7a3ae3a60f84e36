internal import Casework
internal import Leptonica
internal import ZBar

/// The barcodes of one page.
enum PageBarcodes {
  /// Barcodes are looked for on pages of fewer words: a sheet that is laid between papers has hardly
  /// any, and on other pages nobody asks for them.
  static let mostWords = 60

  /// Zbar is given so many dots per inch: the bars of office printers are 3 pixels wide then.
  private static let dotsPerInch = 150.0
  /// A line in every so many pixels is scanned; of QR codes zbar wants ten lines through a finder,
  /// which is a quarter inch high on a sheet.
  private static let spacing = 4

  /// From the top, and patch codes alone where there are any; `raster` is of the upright page.
  static func find(on raster: PageRaster) -> [Barcode] {
    guard let page = raster.grey.reduced(by: min(1, dotsPerInch / raster.dotsPerInch)) else {
      return []
    }
    let pointsPerPixel = raster.width / Double(max(1, page.width))
    let patches = patches(page, pointsPerPixel)
    return patches.isEmpty ? scanned(page, pointsPerPixel) : patches
  }

  private static func scanned(_ page: Pix, _ pointsPerPixel: Double) -> [Barcode] {
    let found =
      BarcodeScanner(spacing: spacing)?
      .barcodes(grey: page.greyBytes, width: page.width, height: page.height) ?? []
    return found.map { code in
      Barcode(
        symbology: Barcode.Symbology(code.symbology), text: code.text,
        box: Box(
          x: Double(code.left) * pointsPerPixel, y: Double(code.top) * pointsPerPixel,
          width: Double(code.right - code.left) * pointsPerPixel,
          height: Double(code.bottom - code.top) * pointsPerPixel))
    }
  }

  /// Their bars are wide: half of the dots are enough, and take out the grain of copies.
  private static func patches(_ page: Pix, _ pointsPerPixel: Double) -> [Barcode] {
    guard let small = page.reduced(by: 0.5) else { return [] }
    return PatchCodes.find(
      in: PatchCodes.Raster(
        width: small.width, height: small.height, isDark: small.greyBytes.map { $0 < 128 },
        pointsPerPixel: pointsPerPixel * Double(page.width) / Double(max(1, small.width))))
  }
}

extension Barcode.Symbology {
  fileprivate init(_ symbology: ScannedBarcode.Symbology) {
    self =
      switch symbology {
      case .code39: .code39
      case .code128: .code128
      case .qr: .qr
      }
  }
}
