package import Casework
import Foundation
import Glibc

import struct Crypto.SHA256

extension Digest {
  /// The SHA-256 of `bytes`.
  package static func of(_ bytes: some Sequence<UInt8>) -> Digest {
    Digest(sha256: SHA256.hash(data: Array(bytes)))
  }

  /// The SHA-256 of the UTF-8 of `text`.
  package static func of(_ text: String) -> Digest { of(text.utf8) }

  /// The SHA-256 of the file at `path`, read in pieces.
  package static func ofFile(at path: String) throws(FileProblem) -> Digest {
    let descriptor = Files.openDescriptor(path, O_RDONLY | O_NOFOLLOW)
    guard descriptor >= 0 else { throw FileProblem("open", path) }
    defer { close(descriptor) }
    var hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw FileProblem("read", path)
      }
      if count == 0 { break }
      buffer.withUnsafeBytes { hash.update(bufferPointer: .init(rebasing: $0[..<count])) }
    }
    return Digest(sha256: hash.finalize())
  }

  private init(sha256 digest: SHA256.Digest) {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    self.init(rawValue: String(decoding: text, as: UTF8.self))
  }
}
