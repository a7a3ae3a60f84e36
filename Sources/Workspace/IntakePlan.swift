import Casework
import FileStore

/// What becomes of every file of a claimed packet: `intake.json`.
struct IntakePlan: Codable {
  struct File: Codable {
    /// Relative to the claim.
    var path: String
    var document: IngestedDocument?
    /// Why it is no document of the case; `nil` where it is.
    var leftOut: LeftOutFile?
  }

  var packetName: String
  /// What the packet looked like when the plan was made.
  var signature: Digest
  var files: [File]

  var documents: [IngestedDocument] { files.compactMap(\.document) }
  /// Whether the packet is a case: one of its documents may be read.
  var isCase: Bool { documents.contains { $0.mediaType != .unknown } }
  var leftOut: [LeftOutFile] { files.compactMap(\.leftOut) }
}

/// How large a packet may be.
package struct PacketLimits: Sendable {
  package var fileBytes: Int
  package var packetBytes: Int
  package var files: Int

  package init(fileBytes: Int, packetBytes: Int, files: Int) {
    self.fileBytes = fileBytes
    self.packetBytes = packetBytes
    self.files = files
  }
}

extension Intake {
  /// Decides about every file of the claimed packet, digesting those that become documents.
  func makePlan(of claim: Claim, _ listing: PacketListing) throws -> IntakePlan {
    var plan = IntakePlan(packetName: try claim.name, signature: listing.signature, files: [])
    var count = 0
    var byteCount = 0
    for entry in listing.files {
      let path = String(entry.path.dropFirst(claim.folder.count + 1))
      var reason = try reasonToLeaveOut(entry, of: listing)
      if reason == nil {
        count += 1
        byteCount += entry.status.size
        if count > limits.files || byteCount > limits.packetBytes { reason = .beyondLimit }
      }
      let document: IngestedDocument? =
        if reason == nil {
          try readableDocument(entry, position: plan.documents.count + 1)
        } else {
          nil
        }
      if document == nil, reason == nil { reason = .unreadable }
      let size = entry.status.kind == .file ? entry.status.size : nil
      plan.files.append(
        .init(
          path: path, document: document,
          leftOut: reason.map { LeftOutFile(reason: $0, byteCount: size) }))
    }
    return plan
  }

  /// `nil` where jurat has no right to read it. Any other failure is one of the disk.
  private func readableDocument(_ entry: PacketListing.Entry, position: Int) throws
    -> IngestedDocument?
  {
    try Files.unlessRefused { () throws(FileProblem) in
      IngestedDocument(
        id: DocumentID(position: position), sha256: try Digest.ofFile(at: entry.path),
        byteCount: entry.status.size, mediaType: try MediaType.sniffed(at: entry.path))
    }
  }

  private func reasonToLeaveOut(_ entry: PacketListing.Entry, of packet: PacketListing) throws
    -> LeftOutFile.Reason?
  {
    if entry.isClosed { return .unreadable }
    let names = entry.path.dropFirst(packet.root.count).split(separator: "/").map(String.init)
    let isListed = names.contains(where: ignoredNames.list)
    let isHidden = names.contains(where: IgnoredNames.isHidden)
    guard entry.status.kind == .file else { return isListed ? .leftByProgram : .notAFile }
    if isListed {
      // No program leaves a PDF or a TIFF under such a name.
      let type = try Files.unlessRefused { () throws(FileProblem) in
        try MediaType.sniffed(at: entry.path)
      }
      return type == .pdf || type == .tiff ? .hidden : .leftByProgram
    }
    if isHidden { return .hidden }
    if entry.status.size == 0 { return .empty }
    return entry.status.size > limits.fileBytes ? .tooLarge : nil
  }
}
