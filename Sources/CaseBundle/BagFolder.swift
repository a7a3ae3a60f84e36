/// A BagIt bag (RFC 8493) while it is being written.
///
/// Files are digested as they are written and synced at the end, all together: the first sync
/// makes the disk write them all, so that the others cost little.
struct BagFolder {
  private struct Entry {
    var sha512: String
    var byteCount: Int
  }

  private let root: String
  /// Relative to the bag; the payload's under `data/`.
  private var payload: [String: Entry] = [:]
  private var tags: [String: Entry] = [:]
  private var folders: Set<String> = []

  /// Makes the folder, which must not be there yet.
  init(creating root: String) throws(BundleError) {
    self.root = root
    try BundleFile.makeFolder(root)
  }

  /// Adds a payload file; `path` is relative to `data/`.
  mutating func add(_ path: String, _ bytes: [UInt8]) throws(BundleError) {
    payload["data/" + path] = try write("data/" + path, bytes)
  }

  /// Adds a copy of the file at `source` to the payload and returns its SHA-256.
  @discardableResult
  mutating func add(_ path: String, copyOf source: String) throws(BundleError) -> String {
    let path = "data/" + path
    try makeParent(of: path)
    var digest = FileDigest([.sha256, .sha512])
    let file = try BundleFile(creating: absolute(path))
    try BundleFile(reading: source).forEachPiece { piece throws(BundleError) in
      digest.update(piece)
      try file.append(piece)
    }
    let digests = digest.digests
    payload[path] = Entry(sha512: digests[.sha512] ?? "", byteCount: digest.byteCount)
    return digests[.sha256] ?? ""
  }

  /// Writes the tag files, syncs everything and returns what identifies the bag.
  mutating func close(bagInfo: [(String, String)]) throws(BundleError) -> BundleReceipt {
    let byteCount = payload.values.reduce(0) { $0 + $1.byteCount }
    let information = bagInfo + [("Payload-Oxum", "\(byteCount).\(payload.count)")]
    try addTag("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    try addTag(
      "bag-info.txt", information.map { "\($0): \(Self.singleLine($1))\n" }.joined())
    let manifest = Self.manifest(payload)
    try addTag("manifest-sha512.txt", manifest)
    let tagManifest = Self.manifest(tags)
    _ = try write("tagmanifest-sha512.txt", Array(tagManifest.utf8))
    try synchronise()
    return BundleReceipt(
      payloadManifest: FileDigest.of(Array(manifest.utf8), .sha256),
      tagManifest: FileDigest.of(Array(tagManifest.utf8), .sha256),
      fileCount: payload.count, byteCount: byteCount)
  }

  private mutating func addTag(_ path: String, _ text: String) throws(BundleError) {
    tags[path] = try write(path, Array(text.utf8))
  }

  private mutating func write(_ path: String, _ bytes: [UInt8]) throws(BundleError) -> Entry {
    try makeParent(of: path)
    let file = try BundleFile(creating: absolute(path))
    try bytes.span.bytes.withUnsafeBytes { buffer throws(BundleError) in
      try file.append(buffer)
    }
    return Entry(sha512: FileDigest.of(bytes, .sha512), byteCount: bytes.count)
  }

  private mutating func makeParent(of path: String) throws(BundleError) {
    let parts = path.split(separator: "/").dropLast()
    for count in parts.indices {
      let folder = parts[...count].joined(separator: "/")
      if folders.insert(folder).inserted { try BundleFile.makeFolder(absolute(folder)) }
    }
  }

  private func synchronise() throws(BundleError) {
    for path in payload.keys.sorted() + tags.keys.sorted() + ["tagmanifest-sha512.txt"] {
      try BundleFile.synchronise(absolute(path))
    }
    // Deepest first, so that no folder is on the disk before what it names.
    for folder in folders.sorted(by: >) { try BundleFile.synchronise(absolute(folder)) }
    try BundleFile.synchronise(root)
  }

  private func absolute(_ path: String) -> String { root + "/" + path }

  private static func manifest(_ entries: [String: Entry]) -> String {
    entries.sorted { $0.key < $1.key }.map { "\($1.sha512)  \($0)\n" }.joined()
  }

  private static func singleLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

/// What identifies a finished bundle, for the record that is kept outside of it: BagIt itself does
/// not notice when a tag manifest is taken away.
package struct BundleReceipt: Codable, Hashable, Sendable {
  /// The SHA-256 of `manifest-sha512.txt`: the same for the same case, settings and originals.
  package var payloadManifest: String
  /// The SHA-256 of `tagmanifest-sha512.txt`: of this one bag with its times.
  package var tagManifest: String
  /// Of the payload.
  package var fileCount: Int
  package var byteCount: Int
}
