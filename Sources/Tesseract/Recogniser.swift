internal import CTesseract

/// Why a recogniser could not be made.
package struct RecogniserError: Error, Hashable, Sendable {
  package var reason: String
}

/// A word as tesseract read it. The box is in pixels of the raster, origin top left.
package struct RecognisedWord: Hashable, Sendable {
  package var text: String
  /// 0 to 100.
  package var confidence: Double
  package var left: Int
  package var top: Int
  package var right: Int
  package var bottom: Int
}

/// Tesseract with its models loaded, for one language setting; LSTM models only.
///
/// Stays on one thread. Loading the English model takes about a quarter of a second.
package final class Recogniser {
  package let languages: String
  private let handle: OpaquePointer

  /// Loads the models of `languages`, such as `eng+spa`, from tesseract's own model folder
  /// (`TESSDATA_PREFIX` where that is set).
  package init(languages: String) throws(RecogniserError) {
    guard let handle = TessBaseAPICreate() else {
      throw RecogniserError(reason: "tesseract could not be started")
    }
    guard TessBaseAPIInit2(handle, nil, languages, OEM_LSTM_ONLY) == 0 else {
      TessBaseAPIDelete(handle)
      throw RecogniserError(reason: "tesseract has no usable model for '\(languages)'")
    }
    self.handle = handle
    self.languages = languages
  }

  deinit {
    TessBaseAPIEnd(handle)
    TessBaseAPIDelete(handle)
  }

  package static var version: String {
    TessVersion().map { String(cString: $0) } ?? "unknown"
  }

  /// The folder in which tesseract looks for models; empty where it does not say.
  ///
  /// Tesseract works out the folder when models are loaded, and has no other way to ask. Asking it
  /// for one that cannot be there costs nothing; a model costs a tenth of a second.
  package static var modelFolder: String {
    guard let handle = TessBaseAPICreate() else { return "" }
    defer { TessBaseAPIDelete(handle) }
    // It complains about the model on standard error otherwise.
    TessBaseAPISetVariable(handle, "debug_file", "/dev/null")
    guard TessBaseAPIInit2(handle, nil, "/", OEM_LSTM_ONLY) != 0 else { return "" }
    return TessBaseAPIGetDatapath(handle).map { String(cString: $0) } ?? ""
  }

  /// What an image holds.
  package enum Layout: Sendable {
    /// A page with whatever is on it.
    case page
    /// Lines of text under each other.
    case block
    case line

    fileprivate var mode: TessPageSegMode {
      switch self {
      case .page: PSM_AUTO
      case .block: PSM_SINGLE_BLOCK
      case .line: PSM_SINGLE_LINE
      }
    }
  }

  /// Reads an image once and returns its lines in reading order; `nil` where tesseract gave up.
  ///
  /// `grey` holds `width` times `height` bytes without padding. What the page taught the
  /// recogniser is forgotten afterwards, so that a page reads the same whatever came before it.
  package func lines(
    grey: [UInt8], width: Int, height: Int, resolution: Int, layout: Layout = .page
  ) -> [[RecognisedWord]]? {
    guard width > 0, height > 0, grey.count == width * height else { return nil }
    TessBaseAPIClearAdaptiveClassifier(handle)
    TessBaseAPISetPageSegMode(handle, layout.mode)
    defer { TessBaseAPIClear(handle) }
    return grey.withUnsafeBufferPointer { bytes in
      TessBaseAPISetImage(
        handle, bytes.baseAddress, Int32(clamping: width), Int32(clamping: height), 1,
        Int32(clamping: width))
      TessBaseAPISetSourceResolution(handle, Int32(clamping: resolution))
      guard TessBaseAPIRecognize(handle, nil) == 0 else { return nil }
      return recognisedLines()
    }
  }

  private func recognisedLines() -> [[RecognisedWord]] {
    // There is no iterator where nothing was recognised.
    guard let iterator = TessBaseAPIGetIterator(handle) else { return [] }
    defer { TessResultIteratorDelete(iterator) }
    // The same object under the name of its base class.
    guard let position = TessResultIteratorGetPageIterator(iterator) else { return [] }
    var lines: [[RecognisedWord]] = []
    repeat {
      if TessPageIteratorIsAtBeginningOf(position, RIL_TEXTLINE) != 0 || lines.isEmpty {
        lines.append([])
      }
      if let word = word(at: iterator, position) { lines[lines.count - 1].append(word) }
    } while TessResultIteratorNext(iterator, RIL_WORD) != 0
    return lines.filter { !$0.isEmpty }
  }

  private func word(at iterator: OpaquePointer, _ position: OpaquePointer) -> RecognisedWord? {
    guard let text = TessResultIteratorGetUTF8Text(iterator, RIL_WORD) else { return nil }
    defer { TessDeleteText(text) }
    let string = String(cString: text)
    var left: Int32 = 0
    var top: Int32 = 0
    var right: Int32 = 0
    var bottom: Int32 = 0
    guard string.contains(where: { !$0.isWhitespace }),
      TessPageIteratorBoundingBox(position, RIL_WORD, &left, &top, &right, &bottom) != 0
    else { return nil }
    return RecognisedWord(
      text: string, confidence: Double(TessResultIteratorConfidence(iterator, RIL_WORD)),
      left: Int(left), top: Int(top), right: Int(right), bottom: Int(bottom))
  }
}
