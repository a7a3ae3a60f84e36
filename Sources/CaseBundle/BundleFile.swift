import Glibc

/// An open file, closed when the value goes out of scope.
struct BundleFile: ~Copyable {
  private let descriptor: Int32
  private let path: String

  deinit { close(descriptor) }

  private init(_ path: String, flags: Int32, mode: mode_t = 0) throws(BundleError) {
    descriptor = open(path, flags | O_CLOEXEC, mode)
    self.path = path
    if descriptor < 0 { throw .failed(to: "open", path) }
  }

  /// A file to read. A symbolic link is refused: a bag has none.
  init(reading path: String) throws(BundleError) {
    try self.init(path, flags: O_RDONLY | O_NOFOLLOW)
  }

  /// A file that must not be there yet, readable by its owner only.
  init(creating path: String) throws(BundleError) {
    try self.init(path, flags: O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
  }

  /// Calls `body` with one piece of the file after another.
  consuming func forEachPiece(
    _ body: (UnsafeRawBufferPointer) throws(BundleError) -> Void
  ) throws(BundleError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw .failed(to: "read", path) }
      if count == 0 { return }
      try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }

  borrowing func append(_ bytes: UnsafeRawBufferPointer) throws(BundleError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest)
      let count = write(descriptor, piece.baseAddress, piece.count)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw .failed(to: "write", path) }
      rest = rest.dropFirst(count)
    }
  }

  /// Returns when the disk has what was written to the file or folder at `path`.
  static func synchronise(_ path: String) throws(BundleError) {
    let file = try BundleFile(path, flags: O_RDONLY)
    if fsync(file.descriptor) != 0 { throw .failed(to: "sync", path) }
  }

  /// The whole of a file that is known to be small.
  static func contents(of path: String) throws(BundleError) -> [UInt8] {
    var bytes: [UInt8] = []
    try BundleFile(reading: path).forEachPiece { piece throws(BundleError) in
      bytes.append(contentsOf: piece)
    }
    return bytes
  }

  static func makeFolder(_ path: String) throws(BundleError) {
    if mkdir(path, 0o700) != 0 { throw .failed(to: "make the folder", path) }
  }
}
