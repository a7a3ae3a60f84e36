package import Casework

/// Why a bundle could not be written, other than a file system call that failed.
package enum BundleError: Error, Equatable, Sendable {
  /// An original is not the file that was taken in.
  case originalChanged(document: DocumentID, expected: Digest, found: Digest)
  /// No file was given for a document of the case.
  case originalMissing(document: DocumentID)
}

extension BundleError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .originalChanged(let document, let expected, let found):
      "the original of \(document.rawValue) has changed since it was taken in: its SHA-256 was "
        + "\(expected.rawValue) and is \(found.rawValue)"
    case .originalMissing(let document):
      "no original was given for \(document.rawValue)"
    }
  }
}
