import Casework
import FileStore
import Glibc

/// A bag (BagIt 1.0, RFC 8493) while it is being written.
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
  init(creating root: String) throws(FileProblem) {
    self.root = root
    guard try Files.kind(of: root) == nil else {
      throw FileProblem(.makeFolder, root, code: EEXIST)
    }
    try Files.makeFolder(root)
  }

  /// Adds a payload file; `path` is relative to `data/`.
  mutating func add(_ path: String, _ bytes: [UInt8]) throws(FileProblem) {
    payload["data/" + path] = try write("data/" + path, bytes)
  }

  /// Adds a copy of the file at `source` to the payload and returns its SHA-256.
  @discardableResult
  mutating func add(_ path: String, copyOf source: String) throws(FileProblem) -> Digest {
    let path = "data/" + path
    try makeParent(of: path)
    var digest = FileDigest([.sha256, .sha512])
    try Files.create(absolute(path)) { append throws(FileProblem) in
      try Files.read(source) { piece throws(FileProblem) in
        digest.update(piece)
        try append(piece)
      }
    }
    payload[path] = Entry(sha512: digest[.sha512], byteCount: digest.byteCount)
    return Digest(rawValue: digest[.sha256])
  }

  /// Adds the file at `source` to the payload, under a second name where the file system has that, so
  /// that its bytes are on the disk once. For what can be made again only: someone who edits it in the
  /// bag changes both.
  mutating func add(_ path: String, sharing source: String) throws(FileProblem) {
    let name = "data/" + path
    try makeParent(of: name)
    do {
      try Files.link(source, to: absolute(name))
    } catch {
      // Another file system, or too many names already.
      try add(path, copyOf: source)
      return
    }
    var digest = FileDigest([.sha512])
    try Files.read(absolute(name)) { piece throws(FileProblem) in digest.update(piece) }
    payload[name] = Entry(sha512: digest[.sha512], byteCount: digest.byteCount)
  }

  /// Writes the tag files, syncs everything and returns what identifies the bag.
  mutating func close(bagInfo: [(String, String)]) throws(FileProblem) -> BundleReceipt {
    let byteCount = payload.values.reduce(0) { $0 + $1.byteCount }
    let information =
      bagInfo + [(TagFiles.payloadSum, TagFiles.payloadSum(byteCount: byteCount, payload.count))]
    try addTag(TagFiles.declaration, TagFiles.declarationText)
    try addTag(
      TagFiles.information, information.map { "\($0): \(Self.singleLine($1))\n" }.joined())
    let manifest = Self.manifest(payload)
    try addTag(TagFiles.payloadManifest, manifest)
    let tagManifest = Self.manifest(tags)
    _ = try write(TagFiles.tagManifest, Array(tagManifest.utf8))
    try sync()
    return BundleReceipt(
      payloadManifest: FileDigest.of(Array(manifest.utf8), .sha256),
      tagManifest: FileDigest.of(Array(tagManifest.utf8), .sha256),
      fileCount: payload.count, byteCount: byteCount)
  }

  private mutating func addTag(_ path: String, _ text: String) throws(FileProblem) {
    tags[path] = try write(path, Array(text.utf8))
  }

  private mutating func write(_ path: String, _ bytes: [UInt8]) throws(FileProblem) -> Entry {
    try makeParent(of: path)
    try Files.create(absolute(path)) { append throws(FileProblem) in
      try bytes.span.bytes.withUnsafeBytes { buffer throws(FileProblem) in try append(buffer) }
    }
    return Entry(sha512: FileDigest.of(bytes, .sha512), byteCount: bytes.count)
  }

  private mutating func makeParent(of path: String) throws(FileProblem) {
    let parts = path.split(separator: "/").dropLast()
    for count in parts.indices {
      let folder = parts[...count].joined(separator: "/")
      if folders.insert(folder).inserted { try Files.makeFolder(absolute(folder)) }
    }
  }

  private func sync() throws(FileProblem) {
    for path in payload.keys.sorted() + tags.keys.sorted() + [TagFiles.tagManifest] {
      try Files.sync(absolute(path))
    }
    // Deepest first, so that no folder is on the disk before what it names.
    for folder in folders.sorted(by: >) { try Files.sync(absolute(folder)) }
    try Files.sync(root)
  }

  private func absolute(_ path: String) -> String { root + "/" + path }

  private static func manifest(_ entries: [String: Entry]) -> String {
    entries.sorted { $0.key < $1.key }.map { "\($1.sha512)  \($0)\n" }.joined()
  }

  private static func singleLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

/// The files of a bag beside its payload. A bag has all of them and no other.
enum TagFiles {
  static let declaration = "bagit.txt"
  static let declarationText = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
  static let information = "bag-info.txt"
  static let payloadManifest = "manifest-sha512.txt"
  static let tagManifest = "tagmanifest-sha512.txt"
  static let all = [declaration, information, payloadManifest, tagManifest]

  /// The label in `bag-info.txt` of how many bytes and files the payload has.
  static let payloadSum = "Payload-Oxum"

  static func payloadSum(byteCount: Int, _ fileCount: Int) -> String { "\(byteCount).\(fileCount)" }
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
