import CLinux
import Glibc

/// The folder into which packets are put: every folder or file directly in it is one.
package struct Inbox: Sendable {
  package let path: String
  /// A packet that changed within so many seconds is left alone.
  package let settleSeconds: Int

  package init(at path: String, settleSeconds: Int) {
    self.path = Workspace.absolute(path)
    self.settleSeconds = settleSeconds
  }

  /// The names of the packets that are there, hidden ones left out.
  package func packets() throws(FileProblem) -> [String] {
    guard Files.kind(of: path) == .folder else {
      throw FileProblem("list the inbox", path, code: ENOENT)
    }
    return try Files.names(in: path).filter { !$0.hasPrefix(".") }
  }

  /// Whether nothing in the packet changed lately and nobody is writing to it.
  package func isSettled(_ packet: String) throws(FileProblem) -> Bool {
    let now = Int(time(nil))
    for file in try Self.files(below: "\(path)/\(packet)") {
      if now - (try Files.status(of: file).changed) < settleSeconds { return false }
      if Self.hasWriter(file) { return false }
    }
    return true
  }

  /// The files below `path` (or `path` itself), links and devices included but not followed, in
  /// the order of their names.
  package static func files(below path: String) throws(FileProblem) -> [String] {
    guard Files.kind(of: path) == .folder else { return [path] }
    var files: [String] = []
    for name in try Files.names(in: path) { files += try Self.files(below: "\(path)/\(name)") }
    return files
  }

  /// Somebody has the file open for writing. `false` where the file system cannot tell.
  static func hasWriter(_ file: String) -> Bool {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return jurat_has_writer(descriptor) == 1
  }
}
