import Crypto

/// The digests that bags are made of, by the names that manifests use.
enum DigestAlgorithm: String, CaseIterable, Sendable {
  case md5, sha1, sha256, sha512

  fileprivate var function: any HashFunction {
    switch self {
    case .md5: Insecure.MD5()
    case .sha1: Insecure.SHA1()
    case .sha256: SHA256()
    case .sha512: SHA512()
    }
  }
}

/// Digests of one stream of bytes, several kinds at once.
struct FileDigest {
  private var functions: [DigestAlgorithm: any HashFunction]
  private(set) var byteCount = 0

  init(_ algorithms: some Sequence<DigestAlgorithm>) {
    functions = Dictionary(
      algorithms.map { ($0, $0.function) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func update(_ piece: UnsafeRawBufferPointer) {
    byteCount += piece.count
    for algorithm in functions.keys { functions[algorithm]?.update(bufferPointer: piece) }
  }

  /// In lower-case hexadecimal digits.
  var digests: [DigestAlgorithm: String] { functions.mapValues { Self.hexadecimal($0) } }

  private static func hexadecimal(_ function: some HashFunction) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in function.finalize() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func of(_ bytes: [UInt8], _ algorithm: DigestAlgorithm) -> String {
    var digest = FileDigest([algorithm])
    bytes.withUnsafeBytes { digest.update($0) }
    return digest.digests[algorithm] ?? ""
  }
}
