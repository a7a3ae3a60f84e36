internal import CZBar

/// A barcode as zbar read it. The box is in pixels of the image, origin top left.
package struct ScannedBarcode: Hashable, Sendable {
  package enum Symbology: Hashable, Sendable { case code39, code128, qr }

  package var symbology: Symbology
  package var text: String
  package var left: Int
  package var top: Int
  package var right: Int
  package var bottom: Int
}

/// Reads the barcodes of one image.
///
/// Made anew for each image: zbar looks for QR codes with random numbers that go on from image to
/// image, and a page has to read the same whatever came before it. Stays on one thread.
package final class BarcodeScanner {
  private let handle: OpaquePointer

  /// Those that check themselves or have long starts and stops. Zbar reads others (interleaved 2 of
  /// 5, DataBar) out of rows of print as well.
  private static let symbologies: [(zbar_symbol_type_t, ScannedBarcode.Symbology)] = [
    (ZBAR_CODE39, .code39), (ZBAR_CODE128, .code128), (ZBAR_QRCODE, .qr),
  ]

  /// Characters; a shorter code 39, which has no check digit, is mostly print.
  private static let shortestCode39: Int32 = 3

  /// - Parameter spacing: Pixels from one line that is scanned to the next.
  package init?(spacing: Int) {
    guard let handle = zbar_image_scanner_create() else { return nil }
    self.handle = handle
    // It would tell the desktop what it read.
    zbar_image_scanner_request_dbus(handle, 0)
    set(ZBAR_NONE, ZBAR_CFG_ENABLE, 0)
    for (symbology, _) in Self.symbologies { set(symbology, ZBAR_CFG_ENABLE, 1) }
    set(ZBAR_CODE39, ZBAR_CFG_MIN_LEN, Self.shortestCode39)
    set(ZBAR_NONE, ZBAR_CFG_POSITION, 1)
    set(ZBAR_NONE, ZBAR_CFG_X_DENSITY, Int32(clamping: spacing))
    set(ZBAR_NONE, ZBAR_CFG_Y_DENSITY, Int32(clamping: spacing))
  }

  deinit { zbar_image_scanner_destroy(handle) }

  private func set(_ symbology: zbar_symbol_type_t, _ key: zbar_config_t, _ value: Int32) {
    zbar_image_scanner_set_config(handle, symbology, key, value)
  }

  package static var version: String {
    var (major, minor, patch): (UInt32, UInt32, UInt32) = (0, 0, 0)
    zbar_version(&major, &minor, &patch)
    return "\(major).\(minor).\(patch)"
  }

  /// What stands in an image of `width` times `height` bytes of grey without padding, from the top.
  package func barcodes(grey: [UInt8], width: Int, height: Int) -> [ScannedBarcode] {
    guard width > 0, height > 0, grey.count == width * height, let image = zbar_image_create()
    else { return [] }
    defer { zbar_image_destroy(image) }
    zbar_image_set_format(image, Self.greyFormat)
    zbar_image_set_size(image, UInt32(clamping: width), UInt32(clamping: height))
    return grey.withUnsafeBytes { bytes in
      // Zbar only reads them, and gives nothing back to free.
      zbar_image_set_data(image, bytes.baseAddress, UInt(bytes.count), nil)
      guard zbar_scan_image(handle, image) > 0 else { return [] }
      var found: [ScannedBarcode] = []
      var symbol = zbar_image_first_symbol(image)
      while let current = symbol {
        if let barcode = Self.barcode(current) { found.append(barcode) }
        symbol = zbar_symbol_next(current)
      }
      return found.sorted { ($0.top, $0.left, $0.text) < ($1.top, $1.left, $1.text) }
    }
  }

  /// The four characters `Y800`: one byte a pixel.
  private static let greyFormat = "Y800".utf8.reversed().reduce(UInt(0)) { $0 << 8 | UInt($1) }

  private static func barcode(_ symbol: OpaquePointer) -> ScannedBarcode? {
    let type = zbar_symbol_get_type(symbol)
    guard let symbology = symbologies.first(where: { $0.0 == type })?.1,
      let data = zbar_symbol_get_data(symbol)
    else { return nil }
    let bytes = UnsafeRawBufferPointer(start: data, count: Int(zbar_symbol_get_data_length(symbol)))
    let corners = (0..<zbar_symbol_get_loc_size(symbol)).map {
      (x: Int(zbar_symbol_get_loc_x(symbol, $0)), y: Int(zbar_symbol_get_loc_y(symbol, $0)))
    }
    guard let left = corners.map(\.x).min(), let right = corners.map(\.x).max(),
      let top = corners.map(\.y).min(), let bottom = corners.map(\.y).max()
    else { return nil }
    return ScannedBarcode(
      symbology: symbology, text: String(decoding: bytes, as: UTF8.self), left: left, top: top,
      right: right, bottom: bottom)
  }
}
