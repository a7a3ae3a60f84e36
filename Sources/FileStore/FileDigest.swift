import Crypto

/// Digests of one stream of bytes, several kinds at once.
package struct FileDigest {
  package enum Algorithm: String, Sendable {
    case sha256, sha512

    fileprivate var function: any HashFunction {
      switch self {
      case .sha256: SHA256()
      case .sha512: SHA512()
      }
    }
  }

  private var functions: [Algorithm: any HashFunction]
  package private(set) var byteCount = 0

  package init(_ algorithms: some Sequence<Algorithm>) {
    functions = Dictionary(
      algorithms.map { ($0, $0.function) }, uniquingKeysWith: { first, _ in first })
  }

  package mutating func update(_ piece: UnsafeRawBufferPointer) {
    byteCount += piece.count
    for algorithm in functions.keys { functions[algorithm]?.update(bufferPointer: piece) }
  }

  /// In lower-case hexadecimal digits; empty of an algorithm that was not asked for.
  package subscript(algorithm: Algorithm) -> String {
    functions[algorithm].map { Self.hexadecimal($0) } ?? ""
  }

  private static func hexadecimal(_ function: some HashFunction) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in function.finalize() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  package static func of(_ bytes: [UInt8], _ algorithm: Algorithm) -> String {
    var digest = FileDigest([algorithm])
    bytes.withUnsafeBytes { digest.update($0) }
    return digest[algorithm]
  }
}
