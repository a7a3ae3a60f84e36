import Glibc

/// The files of a bag, found without following links.
struct BagListing {
  /// Byte counts by path relative to the bag, `/` between the parts.
  private(set) var files: [ExactPath: Int] = [:]
  private(set) var hasPayloadFolder = false
  private(set) var problems: [BagProblem] = []

  init(of root: String) {
    var pending = [""]
    while let folder = pending.popLast() {
      guard let names = Self.names(in: folder.isEmpty ? root : root + "/" + folder) else {
        problems.append(.error(folder.isEmpty ? nil : folder, "the folder cannot be listed"))
        continue
      }
      for name in names {
        guard let name else {
          problems.append(.error(folder, "it holds a file whose name is not UTF-8"))
          continue
        }
        let path = folder.isEmpty ? name : folder + "/" + name
        if visit(path, in: root) { pending.append(path) }
      }
    }
  }

  /// Takes note of one entry and returns whether it is a folder.
  private mutating func visit(_ path: String, in root: String) -> Bool {
    var status = stat()
    guard lstat(root + "/" + path, &status) == 0 else {
      problems.append(.error(path, "it cannot be looked at"))
      return false
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      if path == "data" { hasPayloadFolder = true }
      return true
    case S_IFREG: files[ExactPath(path)] = Int(status.st_size)
    case S_IFLNK: problems.append(.error(path, "it is a symbolic link"))
    default: problems.append(.error(path, "it is neither a file nor a folder"))
    }
    return false
  }

  /// The names in a folder, `nil` for one that is not UTF-8; `nil` where it cannot be read.
  private static func names(in folder: String) -> [String?]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String?] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}
