import Glibc
import Synchronization

/// Files and folders of jurat: private to the account that runs jurat (0700 and 0600), and
/// either wholly there or not at all.
///
/// The one place where jurat asks the system for files. An error of any call is an error: a folder
/// that cannot be listed is not an empty one.
package enum Files {
  // MARK: One call of the system

  /// Makes one call, unless a fault is to be put in, and returns what it returned: 0 or more.
  @discardableResult
  static func attempt(_ operation: FileOperation, _ path: String, _ call: () -> Int)
    throws(FileProblem) -> Int
  {
    if let code = FileFaults.code(for: operation, path) {
      throw FileProblem(operation, path, code: code)
    }
    while true {
      let result = call()
      if result >= 0 { return result }
      guard errno == EINTR else { throw FileProblem(operation, path) }
    }
  }

  @discardableResult
  private static func attempt(
    _ operation: FileOperation, on path: String, _ call: (UnsafePointer<CChar>) -> Int32
  ) throws(FileProblem) -> Int32 {
    Int32(try attempt(operation, path) { Int(SystemPath.with(path, call)) })
  }

  /// Opens a file or folder that is there. Programs that are started do not get it.
  package static func open(_ path: String, _ flags: Int32) throws(FileProblem) -> Int32 {
    try attempt(.open, on: path) { Glibc.open($0, flags | O_CLOEXEC) }
  }

  /// Opens a new file for writing; `EEXIST` where it is there.
  private static func create(_ path: String) throws(FileProblem) -> Int32 {
    try attempt(.create, on: path) {
      Glibc.open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    }
  }

  // MARK: Writing

  /// Writes `bytes` to `path` so that a crash leaves the old file or the new one, never a part.
  ///
  /// Temporary file in the same folder, `fsync`, `rename`, `fsync` of the folder.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    let temporary = temporaryName(for: path)
    let descriptor = try create(temporary)
    do throws(FileProblem) {
      do throws(FileProblem) {
        try append(bytes, to: descriptor, path: temporary)
        try attempt(.sync, temporary) { Int(fsync(descriptor)) }
      } catch {
        Glibc.close(descriptor)
        throw error
      }
      try attempt(.close, temporary) { Int(Glibc.close(descriptor)) }
      try rename(temporary, to: path)
    } catch {
      try? unlink(temporary)
      throw error
    }
    try syncFolder(of: path)
  }

  /// Writes a file that must not be there yet: its content comes with its name. `EEXIST` where it is.
  /// That it has the name is on the disk after `syncFolder`.
  package static func writeNew(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    let temporary = temporaryName(for: path)
    try write(bytes, to: temporary)
    defer { try? unlink(temporary) }
    try link(temporary, to: path)
  }

  private static func temporaryName(for path: String) -> String {
    "\(path).tmp.\(getpid()).\(counter.wrappingAdd(1, ordering: .relaxed).newValue)"
  }

  /// Whether a file of this name was made for a moment.
  package static func isTemporary(_ name: String) -> Bool { maker(of: name) != nil }

  /// The process that made a file of this name for a moment; `nil` for any other file.
  private static func maker(of name: String) -> pid_t? {
    let marks = [".tmp.", ".draft.", ".now."].compactMap { name.firstRange(of: $0) }
    return marks.first.flatMap { pid_t(name[$0.upperBound...].prefix(while: \.isNumber)) }
  }

  /// Whether a file of this name was made for a moment by a process that has gone.
  package static func isAbandoned(_ name: String) -> Bool {
    guard let process = maker(of: name) else { return false }
    return process == getpid() || kill(process, 0) != 0 && errno == ESRCH
  }

  /// Opens a file, made where it is not there, that grows at its end with every write.
  package static func openForAppending(_ path: String) throws(FileProblem) -> Int32 {
    try attempt(.create, on: path) {
      Glibc.open($0, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    }
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
      let count = try attempt(.write, path) {
        Glibc.write(descriptor, piece.baseAddress, piece.count)
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
    let descriptor = try create(path)
    defer { Glibc.close(descriptor) }
    try body { piece throws(FileProblem) in try append(piece, to: descriptor, path: path) }
  }

  /// Makes a copy of the file under a new name, on the disk when this returns. Links are refused.
  package static func copy(_ path: String, to newPath: String) throws(FileProblem) {
    let temporary = temporaryName(for: newPath)
    do throws(FileProblem) {
      try create(temporary) { append throws(FileProblem) in try read(path, append) }
      try sync(temporary)
      try rename(temporary, to: newPath)
    } catch {
      try? unlink(temporary)
      throw error
    }
    try syncFolder(of: newPath)
  }

  /// Returns when the disk has what was written to the file or folder at `path`.
  package static func sync(_ path: String) throws(FileProblem) {
    let descriptor = try open(path, O_RDONLY)
    defer { Glibc.close(descriptor) }
    try attempt(.sync, path) { Int(fsync(descriptor)) }
  }

  /// Makes what was done in the folder of `path` last through a pulled plug.
  package static func syncFolder(of path: String) throws(FileProblem) {
    try sync(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
  }

  // MARK: Reading

  /// Calls `body` with one piece of the file after another. A symbolic link is refused.
  package static func read(
    _ path: String, _ body: (UnsafeRawBufferPointer) throws(FileProblem) -> Void
  ) throws(FileProblem) {
    let descriptor = try open(path, O_RDONLY | O_NOFOLLOW)
    defer { Glibc.close(descriptor) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = try attempt(.read, path) {
        Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count == 0 { return }
      try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// The first `byteCount` bytes of the file, or all of it where it has fewer. A link is refused.
  package static func beginning(of path: String, byteCount: Int) throws(FileProblem) -> [UInt8] {
    let descriptor = try open(path, O_RDONLY | O_NOFOLLOW)
    defer { Glibc.close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: byteCount)
    let count = try attempt(.read, path) { Glibc.read(descriptor, &bytes, byteCount) }
    return Array(bytes.prefix(count))
  }

  /// The whole file, or `nil` where there is none.
  package static func contents(of path: String) throws(FileProblem) -> [UInt8]? {
    let descriptor: Int32
    do throws(FileProblem) {
      descriptor = try open(path, O_RDONLY)
    } catch {
      if error.isMissing { return nil }
      throw error
    }
    defer { Glibc.close(descriptor) }
    var status = stat()
    try attempt(.lookAt, path) { Int(fstat(descriptor, &status)) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
    var length = 0
    while true {
      if length == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
      let count = try attempt(.read, path) {
        bytes.withUnsafeMutableBytes {
          Glibc.read(descriptor, $0.baseAddress.map { $0 + length }, $0.count - length)
        }
      }
      if count == 0 { break }
      length += count
    }
    bytes.removeLast(bytes.count - length)
    return bytes
  }

  // MARK: Names

  package static func rename(_ path: String, to newPath: String) throws(FileProblem) {
    try attempt(.rename, on: path) { old in
      SystemPath.with(newPath) { new in Glibc.rename(old, new) }
    }
  }

  /// Gives the file a second name, which must not be there yet (`EEXIST`).
  package static func link(_ path: String, to newPath: String) throws(FileProblem) {
    try attempt(.link, on: path) { old in
      SystemPath.with(newPath) { new in Glibc.link(old, new) }
    }
  }

  /// Makes a symbolic link.
  package static func makeLink(_ path: String, to target: String) throws(FileProblem) {
    try attempt(.create, on: path) { symlink(target, $0) }
  }

  /// The same in place of the link that may be there, in one step.
  package static func replaceLink(_ path: String, to target: String) throws(FileProblem) {
    let temporary = temporaryName(for: path)
    try makeLink(temporary, to: target)
    do throws(FileProblem) {
      try rename(temporary, to: path)
    } catch {
      try? unlink(temporary)
      throw error
    }
  }

  /// Makes the folder and those above it; no error where it is there.
  package static func makeFolder(_ path: String) throws(FileProblem) {
    do throws(FileProblem) {
      try attempt(.makeFolder, on: path) { mkdir($0, 0o700) }
    } catch {
      if error.code == EEXIST { return }
      guard error.code == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex
      else { throw error }
      try makeFolder(String(path[..<slash]))
      try makeFolder(path)
    }
  }

  /// The names in a folder, sorted by their bytes; none where there is no such folder.
  package static func names(in folder: String) throws(FileProblem) -> [String] {
    if let code = FileFaults.code(for: .list, folder) {
      throw FileProblem(.list, folder, code: code)
    }
    guard let directory = SystemPath.with(folder, { opendir($0) }) else {
      if errno == ENOENT { return [] }
      throw FileProblem(.list, folder)
    }
    defer { closedir(directory) }
    var names: [String] = []
    while true {
      // Only `errno` tells the end of a folder from a failure in the middle of it.
      errno = 0
      guard let entry = readdir(directory) else {
        guard errno == 0 else { throw FileProblem(.list, folder) }
        break
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        SystemPath.string($0.prefix { $0 != 0 })
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  // MARK: What is there

  package enum Kind: Sendable { case file, folder, other }

  /// What is known of a file or folder without opening it.
  package struct Status: Hashable, Sendable {
    package var kind: Kind
    /// Bytes.
    package var size: Int
    /// Nanoseconds since 1970 when content, name or rights last changed.
    ///
    /// That is the change time, which the system's own clock sets: the modification time comes from
    /// whoever copied the file, and a scanner's clock may be years ahead.
    package var changed: Int
    /// Nanoseconds since 1970: the modification time.
    package var modified: Int
    /// It belongs to the account that runs jurat.
    package var isOwn: Bool
    /// Which file it is on its file system, whatever its name.
    package var inode: UInt64
  }

  /// What stands at `path`, links not followed; `nil` where nothing does.
  package static func statusIfThere(_ path: String) throws(FileProblem) -> Status? {
    var status = stat()
    do throws(FileProblem) {
      try attempt(.lookAt, on: path) { lstat($0, &status) }
    } catch {
      if error.isMissing { return nil }
      throw error
    }
    let kind: Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    func nanoseconds(_ time: timespec) -> Int { time.tv_sec * 1_000_000_000 + time.tv_nsec }
    return Status(
      kind: kind, size: Int(status.st_size), changed: nanoseconds(status.st_ctim),
      modified: nanoseconds(status.st_mtim), isOwn: status.st_uid == geteuid(),
      inode: UInt64(status.st_ino))
  }

  /// The same of something that has to be there.
  package static func status(of path: String) throws(FileProblem) -> Status {
    guard let status = try statusIfThere(path) else {
      throw FileProblem(.lookAt, path, code: ENOENT)
    }
    return status
  }

  /// What stands at `path`, links not followed; `nil` where nothing does.
  package static func kind(of path: String) throws(FileProblem) -> Kind? {
    try statusIfThere(path)?.kind
  }

  /// Gives the file the rights 0600 and a modification time, in seconds since 1970.
  package static func makePrivate(_ path: String, modified: Int) throws(FileProblem) {
    try attempt(.setAttributes, on: path) { chmod($0, 0o600) }
    let times = [timespec(tv_sec: modified, tv_nsec: 0), timespec(tv_sec: modified, tv_nsec: 0)]
    try attempt(.setAttributes, on: path) { utimensat(AT_FDCWD, $0, times, AT_SYMLINK_NOFOLLOW) }
  }

  // MARK: Removing

  /// Removes the name of a file; no error where nothing is there.
  package static func unlink(_ path: String) throws(FileProblem) {
    do throws(FileProblem) {
      try attempt(.remove, on: path) { Glibc.unlink($0) }
    } catch {
      if error.code != ENOENT { throw error }
    }
  }

  /// Removes a file, or a folder with all that is in it; no error where nothing is there. Only for
  /// what can be made again: never for mail.
  package static func remove(_ path: String) throws(FileProblem) {
    switch try kind(of: path) {
    case nil: return
    case .folder:
      for name in try names(in: path) { try remove("\(path)/\(name)") }
      try removeEmptyFolder(path)
    default: try unlink(path)
    }
  }

  /// Removes a folder in which nothing is; no error where it is not there.
  package static func removeEmptyFolder(_ path: String) throws(FileProblem) {
    do throws(FileProblem) {
      try attempt(.remove, on: path) { rmdir($0) }
    } catch {
      if error.code != ENOENT { throw error }
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

  /// `path` from the root with links followed; as it is where that can't be found out.
  package static func resolved(_ path: String) -> String {
    guard let resolved = SystemPath.with(path, { realpath($0, nil) }) else { return path }
    defer { free(resolved) }
    return SystemPath.string(UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
  }
}
