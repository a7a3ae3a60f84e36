import Casework
package import FileStore

/// What is known of a packet that is still in the inbox: `inbox/<packet id>.json`.
package struct PacketMemory: Sendable {
  struct Record: Codable {
    /// What the packet looked like.
    var signature: Digest
    /// How many nights it has been waiting.
    var nights: Int
    /// What was taken in of it and may still be here, because it has to be removed file by file: digests
    /// by path relative to the packet.
    var taken: [String: Digest] = [:]
  }

  private let file: String

  init(of packet: String, in workspace: Workspace) {
    file = "\(workspace.packetMemories)/\(PacketID(name: packet)).json"
  }

  /// `nil` where nothing is known.
  func recall() throws(FileProblem) -> Record? {
    guard let bytes = try Files.contents(of: file) else { return nil }
    return try? CanonicalJSON.decode(Record.self, from: bytes)
  }

  /// What is on record of a packet that is still changing; `nights` counts this one.
  func wait(_ listing: PacketListing) throws -> Int {
    let known = try recall()
    let nights = (known?.nights ?? 0) + 1
    try keep(Record(signature: listing.signature, nights: nights, taken: known?.taken ?? [:]))
    return nights
  }

  func keep(_ record: Record) throws {
    try Files.write(CanonicalJSON.encode(record), to: file)
  }

  func forget() throws(FileProblem) { try Files.unlink(file) }

  /// Forgets all packets but `packets`: the others have gone.
  package static func forgetAll(but packets: [String], in workspace: Workspace) throws(FileProblem)
  {
    let kept = Set(packets.map { "\(PacketID(name: $0)).json" })
    for name in try Files.names(in: workspace.packetMemories) where !kept.contains(name) {
      try Files.unlink("\(workspace.packetMemories)/\(name)")
    }
  }
}
