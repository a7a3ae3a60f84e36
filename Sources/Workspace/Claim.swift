import Casework
import FileStore
import Glibc

/// A packet between the inbox and its case: the folder `claims/<id>/`.
///
///     name.json     what the packet was called in the inbox
///     packet        the file or folder itself
///     intake.json   what becomes of every file of it
///     ending.json   what became of it; from then on its files are on their way out
///
/// Nothing is removed from `packet` whose bytes are not kept elsewhere.
struct Claim: Sendable {
  let id: String
  let folder: String

  init(_ id: String, in workspace: Workspace) {
    self.id = id
    folder = "\(workspace.claims)/\(id)"
  }

  /// A claim of its own for a packet called `name`, without the packet yet.
  static func new(of name: String, in workspace: Workspace) throws -> Claim {
    let claim = Claim(String(UInt64.random(in: .min ... .max), radix: 16), in: workspace)
    try Files.makeFolder(claim.folder)
    try Files.write(CanonicalJSON.encode(name), to: claim.nameFile)
    return claim
  }

  var packet: String { "\(folder)/packet" }
  /// A packet that is being copied; nothing but copies are in it.
  var unfinishedCopy: String { "\(folder)/copy" }
  var nameFile: String { "\(folder)/name.json" }
  var planFile: String { "\(folder)/intake.json" }
  var endingFile: String { "\(folder)/ending.json" }

  /// The packet's name; empty where it is not known any more.
  var name: String {
    get throws {
      let bytes = try Files.contents(of: nameFile) ?? []
      return (try? CanonicalJSON.decode(String.self, from: bytes)) ?? ""
    }
  }

  var hasPacket: Bool {
    get throws(FileProblem) { try Files.kind(of: packet) != nil }
  }

  /// Removes the claim, in which no packet is any more. Whatever else may be in it stays.
  func dissolve() throws(FileProblem) {
    try Files.remove(unfinishedCopy)
    for name in try Files.names(in: folder) where Files.isAbandoned(name) {
      try Files.unlink("\(folder)/\(name)")
    }
    // The ending goes last: while it is there, the claim is known to be over.
    for file in [nameFile, planFile, endingFile] { try Files.unlink(file) }
    try Files.removeEmptyFolder(folder)
  }
}

// MARK: - Out of the inbox

extension Intake {
  /// How a packet came out of the inbox.
  package enum Claimed: Hashable, Sendable {
    case claim(String)
    /// Still in the inbox, because it changes; `nights` counts this one.
    case waiting(nights: Int)
    /// It was taken in an earlier night, and could not be removed from the inbox.
    case takenBefore
  }

  /// Moves the packet out of the inbox, unless it is still changing.
  ///
  /// Where it cannot be moved (the inbox is on another file system, or belongs to somebody else) it is
  /// copied, compared and then removed; where it cannot be removed, what it was is written down.
  package func claim(_ packet: String, from inbox: Inbox) throws -> Claimed {
    let memory = PacketMemory(of: packet, in: workspace)
    let path = inbox.path(of: packet)
    var listing = try PacketListing(of: path)
    let known = try memory.recall()
    if let known, !known.taken.isEmpty {
      guard let rest = try removeTaken(listing, memory: memory, known.taken) else {
        return .takenBefore
      }
      listing = rest
    }
    guard inbox.isSettled(listing, knownAs: known?.signature),
      let claim = try take(packet, listing, from: inbox, memory: memory)
    else { return .waiting(nights: try memory.wait(listing)) }
    return .claim(claim.id)
  }

  /// `nil` where somebody writes to it.
  private func take(
    _ packet: String, _ listing: PacketListing, from inbox: Inbox, memory: PacketMemory
  ) throws -> Claim? {
    let claim = try Claim.new(of: packet, in: workspace)
    do throws(FileProblem) {
      try Files.rename(listing.root, to: claim.packet)
    } catch {
      guard [EXDEV, EACCES, EPERM, EROFS].contains(error.code) else {
        try claim.dissolve()
        throw error
      }
      return try copy(listing, to: claim, memory: memory)
    }
    try Files.syncFolder(of: claim.packet)
    try Files.syncFolder(of: listing.root)
    // Nobody can open it by its old name any more; who had it open before is seen now.
    if try PacketListing(of: claim.packet).entries.contains(where: Inbox.hasWriter),
      try Files.kind(of: listing.root) == nil
    {
      try Files.rename(claim.packet, to: listing.root)
      try claim.dissolve()
      return nil
    }
    try memory.forget()
    return claim
  }

  private func copy(_ listing: PacketListing, to claim: Claim, memory: PacketMemory) throws
    -> Claim?
  {
    do {
      for entry in listing.entries {
        let target = claim.unfinishedCopy + entry.path.dropFirst(listing.root.count)
        switch entry.status.kind {
        case .folder: try Files.makeFolder(target)
        case .file: try Files.copy(entry.path, to: target)
        // What it leads to is not part of the packet; that there was one is told.
        case .other: try Files.makeLink(target, to: "not-copied")
        }
      }
      guard try PacketListing(of: listing.root).signature == listing.signature else {
        try claim.dissolve()
        return nil
      }
    } catch {
      try? claim.dissolve()
      throw error
    }
    try Files.rename(claim.unfinishedCopy, to: claim.packet)
    try Files.syncFolder(of: claim.packet)
    // The claim stands, whatever happens now: what stays in the inbox will be known again, and if not,
    // it is a duplicate.
    try? removeCopied(listing, claim: claim, memory: memory)
    return claim
  }

  private func removeCopied(_ listing: PacketListing, claim: Claim, memory: PacketMemory) throws {
    let copy = try PacketListing(of: claim.packet)
    var taken: [String: Digest] = [:]
    for entry in copy.files where entry.status.kind == .file {
      taken[String(entry.path.dropFirst(copy.root.count))] = try Digest.ofFile(at: entry.path)
    }
    try memory.keep(.init(signature: listing.signature, nights: 0, taken: taken))
    _ = try removeTaken(listing, memory: memory, taken)
  }

  /// Removes from the inbox what was taken in by copying, each file compared in that moment.
  ///
  /// - Returns: what is in the packet beside it; `nil` where nothing is.
  private func removeTaken(
    _ listing: PacketListing, memory: PacketMemory, _ taken: [String: Digest]
  ) throws -> PacketListing? {
    var isAllTaken = true
    for entry in listing.entries.reversed() {
      do throws(FileProblem) {
        switch entry.status.kind {
        case .folder: try Files.removeEmptyFolder(entry.path)
        case .other: try Files.unlink(entry.path)
        case .file:
          let digest = taken[String(entry.path.dropFirst(listing.root.count))]
          if try Digest.ofFile(at: entry.path) == digest {
            try Files.unlink(entry.path)
          } else {
            isAllTaken = false
          }
        }
      } catch {
        guard error.isNotAllowed || [EROFS, ENOTEMPTY, EEXIST].contains(error.code) else {
          throw error
        }
      }
    }
    guard try Files.kind(of: listing.root) != nil else {
      try memory.forget()
      return nil
    }
    let rest = try PacketListing(of: listing.root)
    if isAllTaken {
      try memory.keep(.init(signature: rest.signature, nights: 0, taken: taken))
      return nil
    }
    return rest
  }

  /// The claims that a run before this one left unfinished, by the names of their packets.
  package func unfinishedClaims() throws -> [String] {
    let claims = try Files.names(in: workspace.claims).filter { id in
      let claim = Claim(id, in: workspace)
      if try claim.hasPacket { return true }
      if try Files.kind(of: claim.endingFile) != nil { return true }
      // Killed before its rename, it has taken nothing out of the inbox.
      try claim.dissolve()
      return false
    }
    let named = try claims.map { (id: $0, name: try Claim($0, in: workspace).name) }
    return named.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map(\.id)
  }

  /// What a claim's packet is called in logs and reports.
  package func packetID(ofClaim id: String) -> PacketID {
    PacketID(name: (try? Claim(id, in: workspace).name) ?? "")
  }
}
