import FileStore

/// The files of a bag, found without following links.
struct BagListing {
  /// Byte counts by path relative to the bag, `/` between the parts.
  private(set) var files: [String: Int] = [:]
  private(set) var problems: [BagProblem] = []

  init(of root: String) {
    list("", in: root)
  }

  private mutating func list(_ folder: String, in root: String) {
    do {
      for name in try Files.names(in: root + "/" + folder) {
        let path = folder.isEmpty ? name : folder + "/" + name
        guard name.utf8.allSatisfy(Self.isPlain) else {
          problems.append(BagProblem(path, "jurat gives no file or folder such a name"))
          continue
        }
        switch try Files.kind(of: root + "/" + path) {
        case .folder: list(path, in: root)
        case .file: files[path] = try Files.status(of: root + "/" + path).size
        case .other: problems.append(BagProblem(path, "it is neither a file nor a folder"))
        case nil: problems.append(BagProblem(path, "it went away while it was looked at"))
        }
      }
    } catch {
      problems.append(BagProblem(folder.isEmpty ? nil : folder, "\(error)"))
    }
  }

  /// Names are made of ASCII letters, digits, hyphens and full stops alone, so that no two that
  /// differ look the same.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
