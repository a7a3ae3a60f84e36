internal import CPoppler

/// A character of the text layer and where it stands.
package struct PDFCharacter: Hashable, Sendable {
  package var scalar: Unicode.Scalar
  package var box: PDFBox
}

extension PDFPage {
  /// Whether the page draws any text, visible or not.
  package var hasText: Bool {
    guard let text = poppler_page_get_text(handle) else { return false }
    defer { g_free(text) }
    return String(cString: text).unicodeScalars.contains { !$0.properties.isWhitespace }
  }

  /// The text layer in poppler's reading order, blanks and line ends included.
  package var characters: [PDFCharacter] {
    guard let text = poppler_page_get_text(handle) else { return [] }
    defer { g_free(text) }
    var rectangles: UnsafeMutablePointer<PopplerRectangle>?
    var count: UInt32 = 0
    guard poppler_page_get_text_layout(handle, &rectangles, &count) != 0, let rectangles else {
      return []
    }
    defer { g_free(rectangles) }
    let boxes = UnsafeBufferPointer(start: rectangles, count: Int(count))
    // Poppler has one rectangle for every Unicode scalar of its text.
    return zip(String(cString: text).unicodeScalars, boxes).map { scalar, area in
      PDFCharacter(scalar: scalar, box: box(area))
    }
  }
}
