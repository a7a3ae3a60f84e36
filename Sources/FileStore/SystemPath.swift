/// Paths as the file system has them: bytes, which need not be UTF-8.
///
/// Old zip files and old shares have names in Latin-1. A Swift string can't hold such bytes, and a
/// mended name is the name of no file. So in a name that is not UTF-8, every byte that is not ASCII
/// stands as one scalar of a private-use block, U+10FF00 plus the byte, and goes back to that byte
/// in every call to the system (as Python does it with surrogates, PEP 383). No two names of a
/// folder become one string, and names that are UTF-8 stay as they are.
package enum SystemPath {
  private static let block: ClosedRange<UInt32> = 0x10FF80...0x10FFFF

  /// The string for a name that the system gave.
  static func string(_ bytes: some Collection<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self),
      !text.unicodeScalars.contains(where: isByte)
    {
      return text
    }
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      let value = byte < 0x80 ? UInt32(byte) : 0x10FF00 + UInt32(byte)
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }

  /// Calls `body` with the bytes of `path`, ended by a zero.
  package static func with<Result>(_ path: String, _ body: (UnsafePointer<CChar>) -> Result)
    -> Result
  {
    guard path.unicodeScalars.contains(where: isByte) else { return path.withCString(body) }
    var bytes: [UInt8] = []
    for scalar in path.unicodeScalars {
      if isByte(scalar) {
        bytes.append(UInt8(scalar.value & 0xFF))
      } else {
        bytes += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    bytes.append(0)
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { chars in
        chars.baseAddress.map(body) ?? path.withCString(body)
      }
    }
  }

  private static func isByte(_ scalar: Unicode.Scalar) -> Bool { block.contains(scalar.value) }
}
