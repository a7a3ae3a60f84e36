import Glibc
import Synchronization

/// Files and folders of jurat: private to the account that runs jurat (0700 and 0600), and
/// either wholly there or not at all.
package enum Files {
  /// Writes `bytes` to `path` so that a crash leaves the old file or the new one, never a part.
  ///
  /// Temporary file in the same folder, `fsync`, `rename`, `fsync` of the folder.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    let temporary = "\(path).tmp.\(getpid()).\(counter.wrappingAdd(1, ordering: .relaxed).newValue)"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileProblem("create", temporary) }
    do throws(FileProblem) {
      try append(bytes, to: descriptor, path: temporary)
      guard fsync(descriptor) == 0 else { throw FileProblem("sync", temporary) }
      guard close(descriptor) == 0 else { throw FileProblem("close", temporary) }
      try rename(temporary, to: path)
    } catch {
      unlink(temporary)
      throw error
    }
    try syncFolder(of: path)
  }

  /// Opens a file or folder that is there; below 0 with `errno` where that fails. Programs that are
  /// started do not get it.
  package static func openDescriptor(_ path: String, _ flags: Int32) -> Int32 {
    SystemPath.with(path) { open($0, flags | O_CLOEXEC) }
  }

  /// Writes all of `bytes` to an open file.
  package static func append(
    _ bytes: [UInt8], to descriptor: Int32, path: String
  ) throws(FileProblem) {
    try bytes.span.bytes.withUnsafeBytes { buffer throws(FileProblem) in
      try append(buffer, to: descriptor, path: path)
    }
  }

  private static func append(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String
  ) throws(FileProblem) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest)
      let count = Glibc.write(descriptor, piece.baseAddress, piece.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw FileProblem("write", path)
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Makes the file, which must not be there yet, of what `body` appends piece by piece. It is on the
  /// disk only after `sync`.
  package static func create(
    _ path: String,
    _ body: ((UnsafeRawBufferPointer) throws(FileProblem) -> Void) throws(FileProblem) -> Void
  ) throws(FileProblem) {
    let descriptor = SystemPath.with(path) {
      open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    }
    guard descriptor >= 0 else { throw FileProblem("create", path) }
    defer { close(descriptor) }
    try body { piece throws(FileProblem) in try append(piece, to: descriptor, path: path) }
  }

  /// Returns when the disk has what was written to the file or folder at `path`.
  package static func sync(_ path: String) throws(FileProblem) {
    let descriptor = openDescriptor(path, O_RDONLY)
    guard descriptor >= 0 else { throw FileProblem("open", path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileProblem("sync", path) }
  }

  /// Calls `body` with one piece of the file after another. A symbolic link is refused.
  package static func read(
    _ path: String, _ body: (UnsafeRawBufferPointer) throws(FileProblem) -> Void
  ) throws(FileProblem) {
    let descriptor = openDescriptor(path, O_RDONLY | O_NOFOLLOW)
    guard descriptor >= 0 else { throw FileProblem("open", path) }
    defer { close(descriptor) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw FileProblem("read", path)
      }
      if count == 0 { return }
      try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// The whole file, or `nil` where there is none.
  package static func contents(of path: String) throws(FileProblem) -> [UInt8]? {
    let descriptor = openDescriptor(path, O_RDONLY)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw FileProblem("open", path)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileProblem("look at", path) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
    var length = 0
    while true {
      if length == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
      let count = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress.map { $0 + length }, $0.count - length)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileProblem("read", path)
      }
      if count == 0 { break }
      length += count
    }
    bytes.removeLast(bytes.count - length)
    return bytes
  }

  package static func rename(_ path: String, to newPath: String) throws(FileProblem) {
    let result = SystemPath.with(path) { old in
      SystemPath.with(newPath) { new in Glibc.rename(old, new) }
    }
    guard result == 0 else {
      throw FileProblem("rename to \(newPath) the file", path)
    }
  }

  /// Makes the folder and those above it; no error where it is there.
  package static func makeFolder(_ path: String) throws(FileProblem) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw FileProblem("make the folder", path)
    }
    try makeFolder(String(path[..<slash]))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw FileProblem("make the folder", path)
    }
  }

  /// Makes what was done in the folder of `path` last through a pulled plug.
  package static func syncFolder(of path: String) throws(FileProblem) {
    try sync(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
  }

  /// The names in a folder, sorted by their bytes; none where there is no such folder.
  package static func names(in folder: String) throws(FileProblem) -> [String] {
    guard let directory = SystemPath.with(folder, { opendir($0) }) else {
      if errno == ENOENT { return [] }
      throw FileProblem("list the folder", folder)
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        SystemPath.string($0.prefix { $0 != 0 })
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package enum Kind: Sendable { case file, folder, other }

  /// What stands at `path`, links not followed; `nil` where nothing does.
  package static func kind(of path: String) -> Kind? {
    var status = stat()
    guard SystemPath.with(path, { lstat($0, &status) }) == 0 else { return nil }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  /// Size in bytes, and when content or name last changed, in seconds since 1970.
  ///
  /// That is the change time, which the system's own clock sets: the modification time comes from
  /// whoever copied the file, and a scanner's clock may be years ahead.
  package static func status(of path: String) throws(FileProblem) -> (size: Int, changed: Int) {
    var status = stat()
    guard SystemPath.with(path, { lstat($0, &status) }) == 0 else {
      throw FileProblem("look at", path)
    }
    return (Int(status.st_size), status.st_ctim.tv_sec)
  }

  /// Removes a file, or a folder with all that is in it; no error where nothing is there.
  package static func remove(_ path: String) throws(FileProblem) {
    switch kind(of: path) {
    case nil: return
    case .folder:
      for name in try names(in: path) { try remove("\(path)/\(name)") }
      guard SystemPath.with(path, { rmdir($0) }) == 0 || errno == ENOENT else {
        throw FileProblem("remove", path)
      }
    default:
      guard SystemPath.with(path, { unlink($0) }) == 0 || errno == ENOENT else {
        throw FileProblem("remove", path)
      }
    }
  }

  private static let counter = Atomic<Int>(0)
}

extension Files {
  /// The working folder of the process.
  package static var workingFolder: String {
    guard let buffer = getcwd(nil, 0) else { return "/" }
    defer { free(buffer) }
    return String(cString: buffer)
  }
}
