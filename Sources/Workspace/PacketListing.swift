package import Casework
package import FileStore

/// What is in a packet, looked at once: links and devices included but not followed.
package struct PacketListing: Sendable {
  package struct Entry: Hashable, Sendable {
    package var path: String
    package var status: Files.Status
    /// A folder that jurat's account may not look into.
    package var isClosed = false
  }

  /// Absolute.
  let root: String
  /// The packet itself, then folder by folder in the order of their names.
  package private(set) var entries: [Entry] = []

  package init(of root: String) throws(FileProblem) {
    self.root = root
    try add(root)
  }

  private mutating func add(_ path: String) throws(FileProblem) {
    var entry = Entry(path: path, status: try Files.status(of: path))
    guard entry.status.kind == .folder else { return entries.append(entry) }
    let names =
      path == root
      ? try Files.names(in: path)
      : try Files.unlessRefused { () throws(FileProblem) in try Files.names(in: path) }
    entry.isClosed = names == nil
    entries.append(entry)
    for name in (names ?? []).sorted(by: NaturalOrder.precedes) { try add("\(path)/\(name)") }
  }

  /// All but the folders that can be looked into.
  package var files: [Entry] { entries.filter { $0.status.kind != .folder || $0.isClosed } }

  /// Changes when a file comes, goes, or is written to.
  package var signature: Digest {
    .of(
      entries.map { entry in
        let status = entry.status
        let content = status.kind == .folder ? "" : " \(status.size) \(status.modified)"
        return "\(status.kind)\(content) \(entry.path.dropFirst(root.count))\n"
      }.joined())
  }
}
