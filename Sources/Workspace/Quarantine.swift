import Casework
package import FileStore
import Glibc

/// What could not be taken, and why: `quarantine/<id>/`, with `why.json` and, once a report has told of
/// it, `told`.
///
/// An id begins with `q-` for a packet that is no case, `aside-` for files that were left out of one,
/// `case-` for a case that cannot go on.
package struct Quarantine: Sendable {
  private let workspace: Workspace

  package init(_ workspace: Workspace) { self.workspace = workspace }

  /// The reason where nothing was left out that anybody meant: it is not told.
  static let nothingMeant = "left by programs"

  package struct Entry: Codable, Hashable, Sendable {
    package var id: String
    package var reason: String
  }

  private struct Why: Codable {
    var reason: String
    var packetName: String
    var files: [IntakePlan.File]
  }

  /// Moves files of a claim into quarantine; those that are there already are left.
  func add(
    _ id: String, files: [IntakePlan.File], of claim: Claim, packetName: String, reason: String
  ) throws {
    let target = try makeFolder(id, Why(reason: reason, packetName: packetName, files: files))
    for (index, file) in files.enumerated() {
      let path = "\(claim.folder)/\(file.path)"
      guard try Files.kind(of: path) != nil else { continue }
      let kept = "\(target)/file-\(index + 1)"
      try Files.rename(path, to: kept)
      if let status = try Files.statusIfThere(kept), status.kind == .file, status.isOwn {
        try Files.makePrivate(kept, modified: status.modified / 1_000_000_000)
      }
    }
    try Files.sync(target)
  }

  /// Moves something of the workspace that is in the way into quarantine, under a name of its own.
  package func setAside(_ path: String, as name: String, reason: String) throws {
    var number = 1
    while try Files.kind(of: "\(workspace.quarantine)/\(name)-\(number)") != nil { number += 1 }
    let target = try makeFolder(
      "\(name)-\(number)", Why(reason: reason, packetName: "", files: []))
    try Files.rename(path, to: "\(target)/file-1")
    try Files.sync(target)
    try Files.syncFolder(of: path)
  }

  private func makeFolder(_ id: String, _ why: Why) throws -> String {
    let target = "\(workspace.quarantine)/\(id)"
    try Files.makeFolder(target)
    try Files.write(CanonicalJSON.encode(why), to: "\(target)/why.json")
    return target
  }

  /// What no report has told of yet, sorted by id.
  package func untold() throws -> [Entry] {
    var entries: [Entry] = []
    for id in try Files.names(in: workspace.quarantine) {
      let folder = "\(workspace.quarantine)/\(id)"
      guard try Files.kind(of: "\(folder)/told") == nil else { continue }
      let why = try Files.contents(of: "\(folder)/why.json")
        .flatMap { try? CanonicalJSON.decode(Why.self, from: $0) }
      if why == nil, try isInWork(id) { continue }
      if why?.reason == Self.nothingMeant { continue }
      entries.append(Entry(id: id, reason: why?.reason ?? "its why.json cannot be read"))
    }
    return entries
  }

  /// Its claim is still there, and will say why.
  private func isInWork(_ id: String) throws(FileProblem) -> Bool {
    guard let claim = id.split(separator: "-").last else { return false }
    return try Files.kind(of: "\(workspace.claims)/\(claim)") == .folder
  }

  /// A report has told of these.
  package func markTold(_ ids: [String]) throws(FileProblem) {
    for id in ids { try Files.write([], to: "\(workspace.quarantine)/\(id)/told") }
  }
}
