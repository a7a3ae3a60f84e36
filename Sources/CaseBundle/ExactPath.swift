/// A path within a bag, equal to those of the same bytes only.
///
/// Two `String`s are equal when they look the same, however their accents are composed; on disk
/// they are two files, and a bag may hold both.
struct ExactPath: Hashable, Comparable, CustomStringConvertible {
  let description: String

  init(_ path: some StringProtocol) { description = String(path) }

  static func == (left: ExactPath, right: ExactPath) -> Bool {
    left.description.utf8.elementsEqual(right.description.utf8)
  }

  static func < (left: ExactPath, right: ExactPath) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }

  func hash(into hasher: inout Hasher) {
    for byte in description.utf8 { hasher.combine(byte) }
  }

  var isPayload: Bool { description.hasPrefix(BundlePaths.payload + "/") }
}

extension ExactPath: ExpressibleByStringLiteral {
  init(stringLiteral path: String) { self.init(path) }
}
