internal import CPoppler

/// Why poppler could not open a file.
package enum PDFError: Error, Hashable, Sendable {
  /// A password is needed.
  case encrypted
  /// No PDF, or one that poppler cannot make sense of.
  case damaged
  /// The file could not be read at all.
  case unreadable

  init(_ error: UnsafeMutablePointer<GError>?) {
    guard let error, error.pointee.domain == poppler_error_quark() else {
      self = .unreadable
      return
    }
    self = error.pointee.code == Int32(POPPLER_ERROR_ENCRYPTED.rawValue) ? .encrypted : .damaged
  }
}
