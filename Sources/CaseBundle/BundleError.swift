package import Casework
import Glibc

/// Why a bundle could not be written or read.
package enum BundleError: Error, Equatable, Sendable {
  /// An original is not the file that was taken in.
  case originalChanged(document: DocumentID, expected: Digest, found: Digest)
  /// No file was given for a document of the case.
  case originalMissing(document: DocumentID)
  /// A system call failed; `code` is its `errno`.
  case system(operation: String, path: String, code: Int32)

  /// Reads `errno`, so it has to be made right after the call that failed.
  static func failed(to operation: String, _ path: String) -> BundleError {
    .system(operation: operation, path: path, code: errno)
  }
}

extension BundleError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .originalChanged(let document, let expected, let found):
      "the original of \(document.rawValue) has changed since it was taken in: its SHA-256 was "
        + "\(expected.rawValue) and is \(found.rawValue)"
    case .originalMissing(let document):
      "no original was given for \(document.rawValue)"
    case .system(let operation, let path, let code):
      "cannot \(operation) \(path): \(String(cString: strerror(code)))"
    }
  }
}
