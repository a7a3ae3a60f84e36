package import Casework
import FileStore
import Glibc
import Synchronization

/// Takes packets out of the inbox: claimed, digested, put among the originals, made a case.
///
/// Every step may be repeated, so a killed intake is finished by the next run. A file leaves its claim
/// only when the same bytes stand among the originals, or by a rename into quarantine.
package struct Intake: Sendable {
  package let workspace: Workspace
  package let limits: PacketLimits
  package let ignoredNames: IgnoredNames
  /// The stage's semantic version goes into the record of `ingest`.
  package let version: Int

  package init(
    workspace: Workspace, limits: PacketLimits, ignoredNames: IgnoredNames, version: Int
  ) {
    self.workspace = workspace
    self.limits = limits
    self.ignoredNames = ignoredNames
    self.version = version
  }

  /// What became of a packet.
  package enum Result: Codable, Hashable, Sendable {
    case taken(CaseID)
    /// The same documents in the same order came before.
    case duplicate(of: CaseID)
    case quarantined(id: String, reason: String)
  }

  /// Makes a claimed packet a case, or says why it can't be one.
  ///
  /// - Returns: beside the result the claim of what came into the packet too late to be a part of it,
  ///   if anything did; it is to be finished as a packet of its own.
  package func finish(_ id: String) throws -> (result: Result, late: String?) {
    let claim = Claim(id, in: workspace)
    if try !claim.hasPacket, let ending = try ending(of: claim) {
      try claim.dissolve()
      return (ending, nil)
    }
    let plan = try currentPlan(of: claim)
    if let ending = try ending(of: claim) { return (ending, try close(claim, plan)) }
    let result =
      plan.isCase
      ? try makeCase(plan, claim) : .quarantined(id: "q-\(id)", reason: Self.reason(of: plan))
    try Files.write(CanonicalJSON.encode(result), to: claim.endingFile)
    return (result, try close(claim, plan))
  }

  private func ending(of claim: Claim) throws -> Result? {
    guard let bytes = try Files.contents(of: claim.endingFile) else { return nil }
    // Torn, it is found out again: everything before it may be repeated.
    return try? CanonicalJSON.decode(Result.self, from: bytes)
  }

  /// The plan that was kept, where the packet still looks as it did then; else a new one, its documents
  /// among the originals.
  private func currentPlan(of claim: Claim) throws -> IntakePlan {
    let kept = try Files.contents(of: claim.planFile)
      .flatMap { try? CanonicalJSON.decode(IntakePlan.self, from: $0) }
    if let kept, try Files.kind(of: claim.endingFile) != nil { return kept }
    for _ in 1...3 {
      let listing = try PacketListing(of: claim.packet)
      let plan =
        if let kept, kept.signature == listing.signature {
          kept
        } else {
          try makePlan(of: claim, listing)
        }
      try Files.write(CanonicalJSON.encode(plan), to: claim.planFile)
      for file in plan.files where plan.isCase {
        guard let document = file.document else { continue }
        try keep(document, from: "\(claim.folder)/\(file.path)")
      }
      // What was written or added while the packet was digested is part of it.
      if try PacketListing(of: claim.packet).signature == plan.signature { return plan }
    }
    throw FileProblem(.read, claim.packet, code: EBUSY)
  }

  // MARK: A case

  private func makeCase(_ plan: IntakePlan, _ claim: Claim) throws -> Result {
    let id = CaseID(of: plan.documents)
    let isNew = try Self.oneAtATime.withLock { _ in
      try workspace.caseFolder(id).add(
        Arrival(
          packetName: plan.packetName, fileNames: plan.files.map(\.path),
          documents: plan.documents, leftOut: plan.leftOut.meant),
        as: claim.id, version: version)
    }
    return isNew ? .taken(id) : .duplicate(of: id)
  }

  /// Two packets of the same bytes are the same case, and may be taken in at once. The run has the
  /// workspace for itself, so that a lock within the process is enough.
  private static let oneAtATime = Mutex(())

  /// Puts a document among the originals: the same file under a second name, or a copy where the file
  /// system or the file's owner stands against that.
  private func keep(_ document: IngestedDocument, from path: String) throws {
    let original = workspace.originalPath(document)
    if try Files.kind(of: original) != nil, try Digest.ofFile(at: original) != document.sha256 {
      // The disk spoilt it, or lost it with its power; here are the right bytes.
      try Quarantine(workspace).setAside(
        original, as: "original-\(document.sha256.rawValue.prefix(16))",
        reason: "an original was not what its name says; a packet that came with the same bytes "
          + "has restored it")
    }
    let isNew = try Files.kind(of: original) == nil
    if isNew {
      // What has a name among the originals is on the disk.
      try Files.sync(path)
      if try Files.status(of: path).isOwn {
        do throws(FileProblem) {
          try Files.link(path, to: original)
        } catch {
          // EEXIST: the same bytes came with another packet in this moment.
          if error.code != EEXIST {
            guard [EPERM, EACCES, ENOTSUP, EMLINK].contains(error.code) else { throw error }
            try Files.copy(path, to: original)
          }
        }
      } else {
        try Files.copy(path, to: original)
      }
      try Files.sync(original)
      try Files.syncFolder(of: original)
    }
    guard try Digest.ofFile(at: original) == document.sha256 else {
      // It was changed after it was digested: it is still in its packet, and is planned again.
      if isNew { try Files.unlink(original) }
      throw FileProblem(.keep, original, code: EIO)
    }
  }

  // MARK: The end of a claim

  /// Takes the files out of the claim and the claim away. Each step may be repeated.
  ///
  /// - Returns: the claim of what is in the packet and not in the plan.
  private func close(_ claim: Claim, _ plan: IntakePlan) throws -> String? {
    let isQuarantined = if case .quarantined = try ending(of: claim) { true } else { false }
    if isQuarantined {
      try Quarantine(workspace).add(
        "q-\(claim.id)", files: plan.files, of: claim, packetName: plan.packetName,
        reason: Self.reason(of: plan))
    } else {
      let leftOut = plan.files.filter { $0.document == nil }
      if !leftOut.isEmpty {
        try Quarantine(workspace).add(
          "aside-\(claim.id)", files: leftOut, of: claim, packetName: plan.packetName,
          reason: plan.leftOut.meant.inWords ?? Quarantine.nothingMeant)
      }
      for file in plan.files {
        guard let document = file.document else { continue }
        try removeIfKept("\(claim.folder)/\(file.path)", document)
        try Originals.seal(workspace.originalPath(document))
      }
    }
    let late = try separateLateFiles(of: claim, plan)
    try claim.dissolve()
    return late
  }

  /// Removes a file of a claim whose bytes stand among the originals at this moment.
  private func removeIfKept(_ path: String, _ document: IngestedDocument) throws {
    guard let status = try Files.statusIfThere(path), status.kind == .file else { return }
    let original = workspace.originalPath(document)
    let isSameFile = try Files.statusIfThere(original)?.inode == status.inode
    guard
      try isSameFile
        || Digest.ofFile(at: path) == document.sha256
          && Digest.ofFile(at: original) == document.sha256
    else { return }
    try Files.unlink(path)
  }

  private func separateLateFiles(of claim: Claim, _ plan: IntakePlan) throws -> String? {
    guard try claim.hasPacket else { return nil }
    let listing = try PacketListing(of: claim.packet)
    if listing.files.isEmpty {
      do throws(FileProblem) {
        for folder in listing.entries.reversed() { try Files.removeEmptyFolder(folder.path) }
        return nil
      } catch {
        guard error.code == ENOTEMPTY || error.code == EEXIST else { throw error }
      }
    }
    let rest = try Claim.new(of: plan.packetName, in: workspace)
    try Files.rename(claim.packet, to: rest.packet)
    try Files.syncFolder(of: rest.packet)
    try Files.syncFolder(of: claim.packet)
    return rest.id
  }

  /// Why nothing of a packet can be a case.
  private static func reason(of plan: IntakePlan) -> String {
    guard !plan.files.isEmpty else { return "an empty folder" }
    let leftOut = plan.leftOut.meant
    if plan.files.count == 1, let only = leftOut.first { return "it is \(only.reason.inWords)" }
    return "no file in it is a PDF, TIFF, JPEG or PNG"
      + (leftOut.inWords.map { "; \($0)" } ?? "")
  }
}
