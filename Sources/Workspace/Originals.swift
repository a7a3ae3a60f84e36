package import Casework
package import FileStore

/// The originals: mail as it came, `originals/<sha256>.<ext>`, never written again.
package enum Originals {
  /// The modification time of every original, in seconds since 1970. One that has another was touched.
  private static let timestamp = 1

  /// Marks the original as it is now.
  static func seal(_ path: String) throws(FileProblem) {
    if try isTouched(Files.status(of: path)) {
      try Files.makePrivate(path, modified: timestamp)
    }
  }

  private static func isTouched(_ status: Files.Status) -> Bool {
    status.modified != timestamp * 1_000_000_000
  }

  /// Whether the original is there and what it was. Its bytes are read where size or time have
  /// changed, and where `thoroughly`.
  package static func isWhole(
    _ document: IngestedDocument, at path: String, thoroughly: Bool
  ) throws(FileProblem) -> Bool {
    guard let status = try Files.statusIfThere(path), status.kind == .file,
      status.size == document.byteCount
    else { return false }
    guard thoroughly || isTouched(status) else { return true }
    guard try Digest.ofFile(at: path) == document.sha256 else { return false }
    try seal(path)
    return true
  }

  /// Puts the bytes of `source` in the place of a damaged original, where they are the right ones.
  package static func restore(
    _ document: IngestedDocument, at path: String, from source: String
  ) throws(FileProblem) -> Bool {
    guard try Files.kind(of: source) == .file,
      try Digest.ofFile(at: source) == document.sha256
    else { return false }
    try Files.copy(source, to: path)
    try seal(path)
    return true
  }
}
