import Casework
import FileStore
import Foundation
import TestSupport
import Testing
import Workspace

/// An intake that was killed, at each point where it can be: the next run finishes it.
struct InterruptedIntakeTests {
  private let scratch: ScratchFolder
  private let workspace: Workspace
  private let inbox: Inbox
  private let intake: Intake

  init() throws {
    scratch = try ScratchFolder()
    inbox = Inbox(at: try scratch.folder("inbox"), settleSeconds: 0, ignoredNames: IgnoredNames([]))
    workspace = try Workspace(at: "\(scratch.path)/workspace")
    intake = Intake(
      workspace: workspace, maxFileBytes: 100, ignoredNames: IgnoredNames([]), version: 1)
    try scratch.write("inbox/p/1.pdf", Self.first)
    try scratch.write("inbox/p/2.pdf", Self.second)
    try scratch.write("inbox/p/.aside", [1])
  }

  private static let first = Array("%PDF-1.7 first".utf8)
  private static let second = Array("%PDF-1.7 second".utf8)

  private func expectWhole(_ id: CaseID) throws {
    let folder = workspace.caseFolder(id)
    let record = try #require(folder.record(of: .ingest))
    #expect(folder.isIntact(record))
    let documents = try folder.read([IngestedDocument].self, from: "documents.json", of: .ingest)
    #expect(documents.map(\.sha256) == [.of(Self.first), .of(Self.second)])
    for (document, bytes) in zip(documents, [Self.first, Self.second]) {
      #expect(try Files.contents(of: workspace.originalPath(document)) == bytes)
    }
    #expect(try Files.names(in: "\(folder.path)/arrivals").count == 1)
    let aside = try Files.names(in: workspace.quarantine)
    #expect(aside.count == 1)
    #expect(try Files.names(in: "\(workspace.quarantine)/\(aside[0])").count == 2)
    #expect(try Files.names(in: workspace.claims).isEmpty)
    #expect(try intake.unfinishedClaims().isEmpty)
  }

  private func finishWhatIsLeft() throws {
    let claims = try intake.unfinishedClaims()
    #expect(claims.count == 1)
    guard case .taken(let id) = try intake.finish(try #require(claims.first)) else {
      Issue.record("the claim is not taken as a first arrival")
      return
    }
    try expectWhole(id)
  }

  @Test func `killed before the packet was moved, it is still in the inbox`() throws {
    try scratch.write("workspace/claims/abc/name.json", Array("\"p\"".utf8))
    #expect(try intake.unfinishedClaims().isEmpty)
    #expect(try Files.names(in: workspace.claims).isEmpty)
    #expect(try inbox.packets() == ["p"])
  }

  @Test func `killed after the packet was moved`() throws {
    try #require(try eventually(within: 10, make: { try intake.claim("p", from: inbox) }) != nil)
    try finishWhatIsLeft()
  }

  /// Every state of the disk between the claim and its end is one of a finished intake from which
  /// later steps have been taken back.
  @Test(arguments: 0...4)
  func `killed while the case was made`(stepsDone: Int) throws {
    let claim = try #require(
      try eventually(within: 10, make: { try intake.claim("p", from: inbox) }))
    let folder = "\(workspace.claims)/\(claim)"
    // A copy of the claim as it was: what `finish` removes last.
    let before = "\(scratch.path)/before"
    try FileManager.default.copyItem(atPath: folder, toPath: before)
    guard case .taken(let id) = try intake.finish(claim) else {
      Issue.record("not taken")
      return
    }
    try FileManager.default.moveItem(atPath: before, toPath: folder)
    let record = workspace.caseFolder(id)
    let asides = try Files.names(in: workspace.quarantine)
    let aside = "\(workspace.quarantine)/\(try #require(asides.first))"
    // 4: only the claim is left to be removed. 3: nothing is set aside yet. 2: no record.
    // 1: no arrival. 0: one of two originals is kept.
    if stepsDone < 4 { try Files.remove(aside) }
    if stepsDone < 3 { try Files.remove("\(record.path)/ingest") }
    if stepsDone < 2 { try Files.remove(record.path) }
    if stepsDone < 1 {
      let originals = "\(workspace.path)/originals"
      try Files.remove("\(originals)/\(Digest.of(Self.second).rawValue).pdf")
    } else {
      try Files.remove("\(folder)/packet/2.pdf")
    }
    try Files.remove("\(folder)/packet/1.pdf")
    // `finish` wrote what it was going to do before it did it.
    try writePlan(of: id, in: folder, stepsDone: stepsDone)
    try finishWhatIsLeft()
  }

  private struct Plan: Encodable {
    struct File: Encodable {
      var path: String
      var document: IngestedDocument?
      var refusal: String?
    }
    var packetName = "p"
    var files: [File]
  }

  private func writePlan(of id: CaseID, in folder: String, stepsDone: Int) throws {
    if stepsDone >= 4 { try Files.remove("\(folder)/packet/.aside") }
    let documents = [Self.first, Self.second].enumerated().map { index, bytes in
      IngestedDocument(
        id: DocumentID(position: index + 1), sha256: .of(bytes), byteCount: bytes.count,
        mediaType: .pdf)
    }
    let plan = Plan(files: [
      .init(
        path: "packet/.aside", document: nil,
        refusal: "a file of the file manager, not of the sender"),
      .init(path: "packet/1.pdf", document: documents[0], refusal: nil),
      .init(path: "packet/2.pdf", document: documents[1], refusal: nil),
    ])
    try Files.write(CanonicalJSON.encode(plan), to: "\(folder)/intake.json")
  }
}
