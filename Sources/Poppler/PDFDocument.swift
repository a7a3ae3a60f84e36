internal import CPoppler

/// An open PDF file: one `PopplerDocument`, released with the last reference.
///
/// Poppler keeps caches per document without locking, so a document and its pages stay on the
/// thread that opened it.
package final class PDFDocument {
  private let handle: OpaquePointer

  /// Opens the file at the absolute path `path` without a password.
  package init(path: String) throws(PDFError) {
    var error: UnsafeMutablePointer<GError>?
    defer { g_clear_error(&error) }
    guard let uri = g_filename_to_uri(path, nil, &error) else { throw .unreadable }
    defer { g_free(uri) }
    guard let handle = poppler_document_new_from_file(uri, nil, &error) else {
      throw PDFError(error)
    }
    self.handle = handle
  }

  /// Opens the file that `bytes` are, without a password.
  package init(bytes: [UInt8]) throws(PDFError) {
    var error: UnsafeMutablePointer<GError>?
    defer { g_clear_error(&error) }
    let copy = g_bytes_new(bytes, UInt(bytes.count))
    defer { g_bytes_unref(copy) }
    guard let handle = poppler_document_new_from_bytes(copy, nil, &error) else {
      throw PDFError(error)
    }
    self.handle = handle
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(handle)) }

  package var pageCount: Int { Int(poppler_document_get_n_pages(handle)) }

  /// How many files are embedded in the document.
  package var attachmentCount: Int {
    poppler_document_has_attachments(handle) == 0
      ? 0 : Int(poppler_document_get_n_attachments(handle))
  }

  /// The page at `index`, counted from 0, on paper of `scale` points a unit of the file; `nil` where
  /// the document's page tree has a hole there.
  package func page(at index: Int, scale: Double = 1) -> PDFPage? {
    guard (0..<pageCount).contains(index) else { return nil }
    return PDFPage(
      adopting: poppler_document_get_page(handle, Int32(clamping: index)), scale: scale)
  }

  package static var popplerVersion: String {
    poppler_get_version().map { String(cString: $0) } ?? "unknown"
  }
}
