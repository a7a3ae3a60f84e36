package import Casework
import FileStore
import Foundation
import Glibc
import Synchronization

/// Takes packets out of the inbox: claimed by rename, hashed, put among the originals, made a case.
///
/// A claim lives in `claims/<id>/`: `packet` is what was renamed out of the inbox; `intake.json`,
/// once there, says what becomes of every file. From then on each step may be repeated, so a
/// killed intake is finished by the next run.
package struct Intake: Sendable {
  package let workspace: Workspace
  package let maxFileBytes: Int
  package let ignoredNames: IgnoredNames
  /// The stage's semantic version goes into the record of `ingest`.
  package let version: Int

  package init(
    workspace: Workspace, maxFileBytes: Int, ignoredNames: IgnoredNames, version: Int
  ) {
    self.workspace = workspace
    self.maxFileBytes = maxFileBytes
    self.ignoredNames = ignoredNames
    self.version = version
  }

  /// What became of a packet.
  package enum Result: Hashable, Sendable {
    case taken(CaseID)
    /// The same documents in the same order came before.
    case duplicate(of: CaseID)
    case quarantined(id: String, reason: String)
    /// Somebody was still writing to it; it is back in the inbox.
    case leftForNextNight
  }

  /// Moves the packet out of the inbox and returns its claim.
  ///
  /// - Throws: `FileProblem`; `EXDEV` where inbox and workspace are not on one file system.
  package func claim(_ packet: String, from inbox: Inbox) throws -> String? {
    let claim = String(UInt64.random(in: .min ... .max), radix: 16)
    let folder = "\(workspace.claims)/\(claim)"
    try Files.makeFolder(folder)
    try Files.write(CanonicalJSON.encode(packet), to: "\(folder)/name.json")
    do {
      try Files.rename("\(inbox.path)/\(packet)", to: "\(folder)/packet")
    } catch {
      try Files.remove(folder)
      throw error
    }
    try Files.syncFolder(of: "\(folder)/packet")
    try Files.syncFolder(of: "\(inbox.path)/\(packet)")
    // Nobody can open it by its old name any more; who had it open before is seen now.
    if try Inbox.files(below: "\(folder)/packet").contains(where: Inbox.hasWriter),
      Files.kind(of: "\(inbox.path)/\(packet)") == nil
    {
      try Files.rename("\(folder)/packet", to: "\(inbox.path)/\(packet)")
      try Files.remove(folder)
      return nil
    }
    return claim
  }

  /// The claims that a run before this one left unfinished.
  package func unfinishedClaims() throws -> [String] {
    try Files.names(in: workspace.claims).filter {
      // A claim that was killed before its rename has taken nothing out of the inbox.
      let folder = "\(workspace.claims)/\($0)"
      let hasPacket = Files.kind(of: "\(folder)/packet") != nil
      if !hasPacket, Files.kind(of: "\(folder)/intake.json") == nil { try Files.remove(folder) }
      return Files.kind(of: folder) != nil
    }
  }

  /// Makes a claimed packet a case, or says why it can't be one.
  package func finish(_ claim: String) throws -> Result {
    let folder = "\(workspace.claims)/\(claim)"
    let intake = try planned(claim, folder: folder)
    let documents = intake.files.compactMap(\.document)
    let result: Result
    if documents.contains(where: { $0.mediaType != .unknown }) {
      result = try makeCase(documents, intake: intake, claim: claim, folder: folder)
    } else {
      result = try quarantine(intake, folder: folder)
    }
    try Files.remove(folder)
    return result
  }

  // MARK: What is in the packet

  private struct Plan: Codable {
    struct File: Codable {
      /// Relative to the claim.
      var path: String
      var document: IngestedDocument?
      /// Why it is no document of the case; `nil` where it is.
      var refusal: String?
    }
    var packetName: String
    var files: [File]
  }

  private func planned(_ claim: String, folder: String) throws -> Plan {
    if let bytes = try Files.contents(of: "\(folder)/intake.json") {
      return try CanonicalJSON.decode(Plan.self, from: bytes)
    }
    let nameBytes = try Files.contents(of: "\(folder)/name.json") ?? []
    var plan = Plan(
      packetName: (try? CanonicalJSON.decode(String.self, from: nameBytes)) ?? "", files: [])
    var position = 0
    for path in try Inbox.files(below: "\(folder)/packet") {
      let relative = String(path.dropFirst(folder.count + 1))
      if let refusal = try refusal(of: path, within: "\(folder)/packet") {
        plan.files.append(.init(path: relative, document: nil, refusal: refusal))
        continue
      }
      position += 1
      let document = IngestedDocument(
        id: DocumentID(position: position), sha256: try Digest.ofFile(at: path),
        byteCount: try Files.status(of: path).size, mediaType: try MediaType.sniffed(at: path))
      plan.files.append(.init(path: relative, document: document, refusal: nil))
    }
    try Files.write(CanonicalJSON.encode(plan), to: "\(folder)/intake.json")
    return plan
  }

  /// - Parameter packet: the claimed file or folder; what is below an ignored folder in it is ignored.
  private func refusal(of path: String, within packet: String) throws -> String? {
    guard Files.kind(of: path) == .file else { return "it is a link or a device, not a file" }
    let names = path.dropFirst(packet.count).split(separator: "/")
    if names.contains(where: { ignoredNames.contain(String($0)) }) {
      return "left by a program, not meant by the sender"
    }
    let size = try Files.status(of: path).size
    if size == 0 { return "it is empty" }
    if size > maxFileBytes { return "it is larger than ingest.maxFileMegabytes allows" }
    return nil
  }

  // MARK: What becomes of it

  private func makeCase(
    _ documents: [IngestedDocument], intake: Plan, claim: String, folder: String
  ) throws -> Result {
    let identity = Digest.of(documents.map { "\($0.sha256.rawValue)\n" }.joined())
    guard let id = CaseID(rawValue: "c-\(identity.rawValue.prefix(16))") else {
      preconditionFailure("a SHA-256 has more than sixteen hexadecimal digits")
    }
    for file in intake.files {
      guard let document = file.document else { continue }
      try keep(document, from: "\(folder)/\(file.path)")
    }
    let isNew = try Self.oneAtATime.withLock { _ in
      try record(documents, of: intake, claim: claim, in: workspace.caseFolder(id))
    }
    try setAside(intake.files.filter { $0.document == nil }, intake: intake, folder: folder)
    return isNew ? .taken(id) : .duplicate(of: id)
  }

  /// Two packets of the same bytes are the same case, and may be taken in at once. The run has the
  /// workspace for itself, so that a lock within the process is enough.
  private static let oneAtATime = Mutex(())

  /// Makes the case, or only adds an arrival to it; returns whether it is new.
  private func record(
    _ documents: [IngestedDocument], of intake: Plan, claim: String, in caseFolder: CaseFolder
  ) throws -> Bool {
    // A killed finish of this very claim left its arrival: then the case is ours, not an older one.
    let arrivals = "\(caseFolder.path)/arrivals"
    let earlier = try Files.names(in: arrivals).filter { !$0.hasPrefix("\(claim).json") }
    try Files.makeFolder(arrivals)
    try Files.write(
      CanonicalJSON.encode(
        Arrival(packetName: intake.packetName, fileNames: intake.files.map(\.path))),
      to: "\(arrivals)/\(claim).json")
    if caseFolder.record(of: .ingest) == nil {
      let output = try caseFolder.write(
        CanonicalJSON.encode(documents), as: "documents.json", in: .ingest)
      try caseFolder.commit(
        StageRecord(
          stage: .ingest, key: ingestKey(documents), outputs: [output], attempt: 1))
    }
    return earlier.isEmpty
  }

  /// The key of `ingest`: its version and the documents.
  package func ingestKey(_ documents: [IngestedDocument]) -> StageKey {
    StageKey(parts: [
      "version": String(version),
      "documents": documents.map(\.sha256.rawValue).joined(separator: " "),
    ])
  }

  private struct Arrival: Codable {
    var packetName: String
    var fileNames: [String]
  }

  private func keep(_ document: IngestedDocument, from path: String) throws {
    let original = workspace.originalPath(document)
    if Files.kind(of: original) == nil {
      try Files.rename(path, to: original)
      chmod(original, 0o600)
      let descriptor = open(original, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0, fsync(descriptor) == 0 else { throw FileProblem("sync", original) }
      close(descriptor)
      try Files.syncFolder(of: original)
    }
    guard try Digest.ofFile(at: original) == document.sha256 else {
      throw FileProblem("keep the bytes of", original, code: EIO)
    }
  }

  private struct Why: Codable {
    var reason: String
    var packetName: String
    var files: [Plan.File]
  }

  private func quarantine(_ intake: Plan, folder: String) throws -> Result {
    let ofOneFile = intake.files.first { $0.path == "packet" }?.refusal
    let reason =
      ofOneFile
      ?? (intake.files.isEmpty ? "an empty folder" : "no file in it is a PDF, TIFF, JPEG or PNG")
    let id = "q-" + (folder.split(separator: "/").last.map(String.init) ?? "")
    try move(intake.files, to: id, reason: reason, intake: intake, folder: folder)
    return .quarantined(id: id, reason: reason)
  }

  /// Files of a taken packet that are no documents: kept, and counted with nobody.
  private func setAside(_ files: [Plan.File], intake: Plan, folder: String) throws {
    guard !files.isEmpty else { return }
    let id = "aside-" + (folder.split(separator: "/").last.map(String.init) ?? "")
    try move(files, to: id, reason: "left out of its case", intake: intake, folder: folder)
  }

  private func move(
    _ files: [Plan.File], to id: String, reason: String, intake: Plan, folder: String
  ) throws {
    let target = "\(workspace.quarantine)/\(id)"
    try Files.makeFolder(target)
    try Files.write(
      CanonicalJSON.encode(Why(reason: reason, packetName: intake.packetName, files: files)),
      to: "\(target)/why.json")
    for (index, file) in files.enumerated() where Files.kind(of: "\(folder)/\(file.path)") != nil {
      let kept = "\(target)/file-\(index + 1)"
      try Files.rename("\(folder)/\(file.path)", to: kept)
      if Files.kind(of: kept) == .file { chmod(kept, 0o600) }
    }
    try Files.syncFolder(of: "\(target)/why.json")
  }
}
