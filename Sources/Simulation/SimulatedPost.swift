import Casework
import FileStore
import Foundation
import Glibc
import Synchronization
import Workspace

/// A folder with an inbox, the packets in it, and the workspace of its nights.
final class SimulatedPost: Sendable {
  let folder: String
  let inbox: Inbox
  var workspacePath: String { "\(folder)/workspace" }
  let packets: [Packet]
  private let state = Mutex(State())

  /// What was put into the inbox under one name, and what has to become of it.
  struct Packet {
    var name: String
    /// By path relative to the inbox.
    var files: [String: String] = [:]
    /// The texts of its documents in their order; of none, if nothing of it can be read.
    var documents: [String] = []
    var leftOut: [LeftOutFile] = []

    /// The case that it is; `nil` where it is none.
    var caseID: CaseID? {
      guard !documents.isEmpty else { return nil }
      return CaseID(
        of: documents.enumerated().map { index, text in
          IngestedDocument(
            id: DocumentID(position: index + 1), sha256: .of(text), byteCount: text.utf8.count,
            mediaType: .pdf)
        })
    }

    /// What people and scan programs call the documents of a packet: the tenth comes after the ninth.
    static func name(ofDocument number: Int) -> String { "\(number + 8).pdf" }

    mutating func add(_ path: String, _ text: String, leftOut reason: LeftOutFile.Reason? = nil) {
      files["\(name)/\(path)"] = text
      guard let reason else { return documents.append(text) }
      let file = LeftOutFile(reason: reason, byteCount: text.utf8.count)
      if reason.mayBeMeant { leftOut.append(file) }
    }
  }

  private struct State {
    var mail: Set<Digest> = []
    var isChanged = false
  }

  /// The digests of every file that was put in.
  var mail: Set<Digest> { state.withLock { $0.mail } }
  /// Something came or changed later, so that the cases may be others than in undisturbed nights.
  var isChanged: Bool { state.withLock { $0.isChanged } }

  /// - Parameter seed: which packets there are.
  init(in folder: String, seed: UInt64) throws {
    self.folder = folder
    try Files.makeFolder("\(folder)/inbox")
    inbox = Inbox(
      // `time` may lag behind the times of files by one.
      at: "\(folder)/inbox", settleSeconds: -1, ignoredNames: IgnoredNames(["Thumbs.db"]))
    packets = Self.packets(seed: seed)
    for file in packets.flatMap(\.files) { try put(file.key, file.value) }
  }

  private static func packets(seed: UInt64) -> [Packet] {
    var numbers = SeededNumbers(seed: seed, "packets")
    var packets: [Packet] = []
    for number in 1...Int.random(in: 1...3, using: &numbers) {
      var packet = Packet(name: "packet-\(number)")
      switch Int.random(in: 0..<8, using: &numbers) {
      case 0:
        packet.name = "letter-\(number).docx"
        packet.files[packet.name] = "PK letter \(number)"
      case 1:
        packet.name = "single-\(number).pdf"
        packet.documents = ["%PDF-1.7 \(numbers.next() % 4)"]
        packet.files[packet.name] = packet.documents[0]
      case 2 where !packets.isEmpty:
        // The same once more, under another name.
        for (index, text) in (packets.randomElement(using: &numbers)?.documents ?? []).enumerated()
        {
          packet.add(Packet.name(ofDocument: index + 1), text)
        }
        if packet.documents.isEmpty { packet.add(Packet.name(ofDocument: 1), "%PDF-1.7 \(number)") }
      default:
        for document in 1...Int.random(in: 1...2, using: &numbers) {
          packet.add(Packet.name(ofDocument: document), "%PDF-1.7 \(numbers.next() % 1000)")
        }
      }
      if packet.files.keys.contains(where: { $0.contains("/") }) {
        addLeftOut(to: &packet, number, &numbers)
      }
      packets.append(packet)
    }
    return packets
  }

  private static func addLeftOut(
    to packet: inout Packet, _ number: Int, _ numbers: inout SeededNumbers
  ) {
    switch Int.random(in: 0..<6, using: &numbers) {
    case 0: packet.add(".hidden.pdf", "%PDF-1.7 hidden \(number)", leftOut: .hidden)
    case 1:
      packet.add("a/.note.txt", "one \(number)", leftOut: .hidden)
      packet.add("b/.note.txt", "another \(number)", leftOut: .hidden)
    case 2: packet.add("empty.pdf", "", leftOut: .empty)
    case 3: packet.add("Thumbs.db", "thumbs \(number)", leftOut: .leftByProgram)
    default: break
    }
  }

  private func put(_ name: String, _ text: String) throws {
    let path = "\(inbox.path)/\(name)"
    try Files.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
    try write(text, to: path)
  }

  private func write(_ text: String, to path: String) throws {
    // Who sends a file of the same name again means the later one.
    let replaced = try Files.kind(of: path) == .file ? Digest.ofFile(at: path) : nil
    try Files.write(Array(text.utf8), to: path)
    state.withLock { state in
      if let replaced { state.mail.remove(replaced) }
      state.mail.insert(.of(text))
    }
  }

  // MARK: What senders do later

  /// A further file for a packet of a name that has been there.
  func deliverAgain(_ text: String) throws {
    state.withLock { $0.isChanged = true }
    try put("packet-1/again.pdf", text)
  }

  /// Puts a file into a packet wherever it is now: in the inbox, or claimed. In the place of a document
  /// where `replacing`.
  ///
  /// - Parameter claim: the folder of the claim whose packet it is; `nil` for whichever is found.
  func deliverLate(_ text: String, replacing: Bool, claim: String? = nil) throws {
    let claims = "\(workspacePath)/claims"
    let places =
      try claim.map { ["\($0)/packet"] } ?? inbox.packets().map { "\(inbox.path)/\($0)" }
      + Files.names(in: claims).map { "\(claims)/\($0)/packet" }
    for place in places where try Files.kind(of: place) == .folder {
      let path = replacing ? "\(place)/\(Packet.name(ofDocument: 1))" : "\(place)/late.pdf"
      if replacing, try Files.kind(of: path) != .file { continue }
      try write(text, to: path)
      state.withLock { $0.isChanged = true }
      return
    }
  }

  // MARK: Where it is

  /// The mail of which no file in `places` has the bytes any more.
  func mail(notIn places: [String]) throws -> Set<Digest> {
    try places.reduce(into: mail) { $0.subtract(try Self.digests(below: "\(folder)/\($1)")) }
  }

  /// The digests of all files below `path`.
  static func digests(below path: String) throws -> Set<Digest> {
    switch try Files.kind(of: path) {
    case .folder:
      return try Files.names(in: path).reduce(into: []) {
        $0.formUnion(try digests(below: "\(path)/\($1)"))
      }
    case .file: return [try Digest.ofFile(at: path)]
    default: return []
    }
  }

  /// Makes every lease that this process holds one of a process that has gone, as the end of a process
  /// would.
  func loseLeases() throws {
    let workspace = try Workspace(at: workspacePath)
    for folder in try ["\(workspacePath)/leases"]
      + workspace.cases().map({ workspace.caseFolder($0).path })
    {
      for name in try Files.names(in: folder) where name.split(separator: ".").count == 2 {
        guard let bytes = try Files.contents(of: "\(folder)/\(name)"),
          var lease = try? JSONSerialization.jsonObject(with: Data(bytes))
            as? [String: [String: Any]]
        else { continue }
        lease["identity"]?["started"] = 1
        try Files.write(
          [UInt8](JSONSerialization.data(withJSONObject: lease)), to: "\(folder)/\(name)")
      }
    }
  }

  func remove() { try? Files.remove(folder) }
}
