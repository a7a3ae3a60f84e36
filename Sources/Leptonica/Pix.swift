internal import CTesseract

/// A raster image, owned: one leptonica `PIX`, destroyed with the last reference.
///
/// Every operation returns a new image and leaves this one alone. Not `Sendable`: an image stays
/// on the thread that made it.
package final class Pix {
  typealias Handle = UnsafeMutablePointer<PIX>

  /// For the files of this module only; valid as long as this object lives.
  let handle: Handle

  /// Takes over the reference that a leptonica function returned; `nil` where that failed.
  init?(adopting handle: Handle?) {
    guard let handle else { return nil }
    self.handle = handle
  }

  deinit {
    var handle: Handle? = handle
    pixDestroy(&handle)
  }

  /// In pixels.
  package var width: Int { Int(pixGetWidth(handle)) }
  package var height: Int { Int(pixGetHeight(handle)) }
  /// Bits a pixel: 1, 2, 4, 8, 16 or 32.
  package var depth: Int { Int(pixGetDepth(handle)) }

  /// Whether pixels are numbers of a colour table.
  package var isColourMapped: Bool { pixGetColormap(handle) != nil }

  /// Dots per inch across and down; 0 where the image does not say.
  package var resolution: (x: Int, y: Int) {
    get { (Int(pixGetXRes(handle)), Int(pixGetYRes(handle))) }
    set { pixSetResolution(handle, Int32(clamping: newValue.x), Int32(clamping: newValue.y)) }
  }

  /// Keeps leptonica from writing its messages to standard error.
  package static func silenceMessages() { setMsgSeverity(Int32(L_SEVERITY_NONE)) }

  package static var version: String {
    guard let text = getLeptonicaVersion() else { return "unknown" }
    defer { lept_free(text) }
    let name = String(cString: text)
    return name.hasPrefix("leptonica-") ? String(name.dropFirst(10)) : name
  }
}
