internal import CTIFF
internal import Synchronization

/// What libtiff says while it decodes, beside the pixels that it gives all the same.
///
/// Leptonica takes the plain handlers of libtiff away whenever it opens a file; these are the
/// extended ones, which it leaves alone.
enum TIFFMessages {
  private static let heard = Mutex<[PictureDamage]>([])

  /// The result of `body`, and the first that was said of pixels in the meantime.
  static func during<Result>(_ body: () -> Result) -> (Result, damage: PictureDamage?) {
    TIFFSetErrorHandlerExt { _, module, format, _ in TIFFMessages.hear(module, format) }
    TIFFSetWarningHandlerExt { _, module, format, _ in
      // Most warnings are of tags. Those of decoders are of rows that they had to guess.
      guard let module, TIFFMessages.isDecoder(String(cString: module)) else { return }
      TIFFMessages.hear(module, format)
    }
    defer {
      TIFFSetErrorHandlerExt(nil)
      TIFFSetWarningHandlerExt(nil)
    }
    heard.withLock { $0 = [] }
    let result = body()
    return (result, heard.withLock { $0.first })
  }

  private static func hear(
    _ module: UnsafePointer<CChar>?, _ format: UnsafePointer<CChar>?
  ) {
    let text = format.map { String(cString: $0) } ?? ""
    let isEnd = ["EOF", "Not enough data", "Read error", "bytes expected"].contains {
      text.contains($0)
    }
    heard.withLock { if $0.count < 100 { $0.append(isEnd ? .endsEarly : .isDamaged) } }
  }

  private static func isDecoder(_ module: String) -> Bool {
    module.contains("Decode") || module == "JPEGLib"
  }
}
