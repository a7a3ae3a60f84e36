package import Casework

extension Digest {
  /// The SHA-256 of `bytes`.
  package static func of(_ bytes: some Sequence<UInt8>) -> Digest {
    Digest(rawValue: FileDigest.of(Array(bytes), .sha256))
  }

  /// The SHA-256 of the UTF-8 of `text`.
  package static func of(_ text: String) -> Digest { of(text.utf8) }

  /// The SHA-256 of the file at `path`, which must not be a symbolic link.
  package static func ofFile(at path: String) throws(FileProblem) -> Digest {
    var digest = FileDigest([.sha256])
    try Files.read(path) { piece in digest.update(piece) }
    return Digest(rawValue: digest[.sha256])
  }
}
