import Foundation

/// A payload or tag manifest: the digest that every file has to have.
struct BagManifest {
  struct Line {
    var digest: String
    /// As written, before anything is decoded.
    var path: String
  }

  let name: String
  let lines: [Line]
  private(set) var problems: [BagProblem] = []

  var isOfTags: Bool { name.hasPrefix("tagmanifest-") }

  /// `nil` of an algorithm that cannot be checked here.
  var algorithm: DigestAlgorithm? {
    name.split(separator: "-").last.flatMap {
      DigestAlgorithm(rawValue: $0.dropLast(".txt".count).lowercased())
    }
  }

  static func isName(_ path: String) -> Bool {
    (path.hasPrefix("manifest-") || path.hasPrefix("tagmanifest-")) && path.hasSuffix(".txt")
      && !path.contains("/")
  }

  init(name: String, text: String) {
    self.name = name
    var lines: [Line] = []
    for (index, line) in BagTagFile.lines(of: text).enumerated() where !line.isEmpty {
      let digest = line.prefix { $0.isHexDigit }
      let rest = line.dropFirst(digest.count)
      var path = rest.drop { $0 == " " || $0 == "\t" }
      guard !digest.isEmpty, path.startIndex != rest.startIndex, !path.isEmpty else {
        problems.append(.error(name, "line \(index + 1) is not a digest and a path"))
        continue
      }
      if path.first == "*" {
        path = path.dropFirst()
        problems.append(.warning(name, "line \(index + 1) has the mark of md5sum before the path"))
      }
      if path.hasPrefix("./") {
        path = path.dropFirst(2)
        problems.append(.warning(name, "line \(index + 1) has './' before the path"))
      }
      lines.append(Line(digest: digest.lowercased(), path: String(path)))
    }
    self.lines = lines
  }
}

/// Rules for paths in manifests and `fetch.txt`.
enum BagPath {
  /// Why a path may not be used, because it leads out of the bag or would on another system;
  /// `nil` of a good one.
  static func danger(in path: String) -> String? {
    let parts = path.split(whereSeparator: { $0 == "/" || $0 == "\\" })
    if path.hasPrefix("/") || path.hasPrefix("\\") { return "it is an absolute path" }
    if parts.contains("..") { return "it leads out of the bag" }
    if path.hasPrefix("~") { return "it begins with somebody's home folder" }
    let start = path.prefix(2)
    if start.count == 2, start.last == ":", start.first?.isLetter == true {
      return "it names a drive"
    }
    return nil
  }

  /// Line ends and per cent signs as RFC 8493 (2.1.3) has them written: `%0A`, `%0D`, `%25`.
  static func decoded(_ path: String) -> String {
    var result = ""
    var rest = path[...]
    while let mark = rest.firstIndex(of: "%") {
      result += rest[..<mark]
      rest = rest[mark...]
      switch rest.prefix(3).uppercased() {
      case "%0A": result += "\n"
      case "%0D": result += "\r"
      case "%25": result += "%"
      default:
        result += "%"
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst(3)
    }
    return result + rest
  }

  /// Equal for names that look the same and differ in how accents are composed, or in case.
  static func folded(_ path: String) -> String {
    path.precomposedStringWithCanonicalMapping.lowercased()
  }
}
