import CLinux
package import FileStore
import Glibc

/// The folder into which packets are put: every folder or file directly in it is one.
package struct Inbox: Sendable {
  package let path: String
  /// A packet that changed within so many seconds is left alone.
  package let settleSeconds: Int
  package let ignoredNames: IgnoredNames

  package init(at path: String, settleSeconds: Int, ignoredNames: IgnoredNames) {
    self.path = Workspace.absolute(path)
    self.settleSeconds = settleSeconds
    self.ignoredNames = ignoredNames
  }

  /// The names of the packets that are there, ignored ones left out.
  package func packets() throws(FileProblem) -> [String] {
    guard Files.kind(of: path) == .folder else {
      throw FileProblem("list the inbox", path, code: ENOENT)
    }
    return try Files.names(in: path).filter { !ignoredNames.contain($0) }
  }

  /// Whether nothing in the packet changed lately and nobody is writing to it.
  ///
  /// A folder changes as files come into it, so an empty one may be the beginning of a packet.
  package func isSettled(_ packet: String) throws(FileProblem) -> Bool {
    let now = Int(time(nil))
    for entry in try Self.entries(below: "\(path)/\(packet)") {
      if now - (try Files.status(of: entry).changed) < settleSeconds { return false }
      if Files.kind(of: entry) == .file, Self.hasWriter(entry) { return false }
    }
    return true
  }

  /// The files below `path` (or `path` itself), links and devices included but not followed, folder
  /// by folder in the order of their names.
  package static func files(below path: String) throws(FileProblem) -> [String] {
    try entries(below: path).filter { Files.kind(of: $0) != .folder }
  }

  /// `path`, and the files and folders below it.
  private static func entries(below path: String) throws(FileProblem) -> [String] {
    var entries = [path]
    guard Files.kind(of: path) == .folder else { return entries }
    for name in try Files.names(in: path).sorted(by: NaturalOrder.precedes) {
      entries += try Self.entries(below: "\(path)/\(name)")
    }
    return entries
  }

  /// Somebody has the file open for writing. `false` where the file system cannot tell.
  static func hasWriter(_ file: String) -> Bool {
    let descriptor = Files.openDescriptor(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return jurat_has_writer(descriptor) == 1
  }
}
