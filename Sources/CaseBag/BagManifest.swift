/// A payload or tag manifest: the SHA-512 that every file has to have.
struct BagManifest {
  let name: String
  /// By the path of the file.
  private(set) var digests: [String: String] = [:]
  private(set) var problems: [BagProblem] = []

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    for (index, line) in lines.enumerated() {
      let digest = line.prefix { $0.isHexDigit }
      let rest = line.dropFirst(digest.count)
      guard digest.utf8.count == 128, rest.hasPrefix("  ") else {
        problems.append(BagProblem(name, "line \(index + 1) is not a SHA-512 and a path"))
        continue
      }
      let path = String(rest.dropFirst(2))
      if digests.updateValue(String(digest), forKey: path) != nil {
        problems.append(BagProblem(name, "'\(path)' is listed twice"))
      }
    }
  }
}
