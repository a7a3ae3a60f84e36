import CLinux
import Casework
package import FileStore
import Glibc

/// The folder into which packets are put: every folder or file directly in it is one.
package struct Inbox: Sendable {
  /// Absolute, links followed.
  package let path: String
  /// A packet that changed within so many seconds is left alone.
  package let settleSeconds: Int
  package let ignoredNames: IgnoredNames

  package init(at path: String, settleSeconds: Int, ignoredNames: IgnoredNames) {
    self.path = Files.resolved(Workspace.absolute(path))
    self.settleSeconds = settleSeconds
    self.ignoredNames = ignoredNames
  }

  /// The names of the packets that are there, ignored ones left out.
  package func packets() throws(FileProblem) -> [String] {
    guard try Files.kind(of: path) == .folder else {
      throw FileProblem(.list, path, code: ENOTDIR)
    }
    return try Files.names(in: path).filter { !ignoredNames.contain($0) }
  }

  func path(of packet: String) -> String { "\(path)/\(packet)" }

  /// Whether nothing in the packet changed lately and nobody is writing to it.
  ///
  /// A folder changes as files come into it, so an empty one may be the beginning of a packet.
  package func isSettled(_ packet: String) throws(FileProblem) -> Bool {
    try isSettled(PacketListing(of: path(of: packet)), knownAs: nil)
  }

  /// - Parameter earlier: the signature that the packet had in an earlier night. Where it still has it,
  ///   the times of its files say nothing: a clock was set back.
  func isSettled(_ listing: PacketListing, knownAs earlier: Digest?) -> Bool {
    let isKnown = earlier == listing.signature
    let now = Int(time(nil))
    return listing.entries.allSatisfy { entry in
      let age = now - entry.status.changed / 1_000_000_000
      return (isKnown || age >= settleSeconds) && !Self.hasWriter(entry)
    }
  }

  /// Somebody has the file open for writing. `false` where the file system cannot tell.
  static func hasWriter(_ entry: PacketListing.Entry) -> Bool {
    guard entry.status.kind == .file,
      let descriptor = try? Files.open(entry.path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    else { return false }
    defer { close(descriptor) }
    return jurat_has_writer(descriptor) == 1
  }
}
