import Casework
import Dispatch
import FileStore
import Foundation
import Synchronization
import TestSupport
import Testing
import Workspace

struct IntakeTests {
  private let scratch: ScratchFolder
  private let workspace: Workspace
  private let inbox: Inbox
  private let intake: Intake

  init() throws {
    scratch = try ScratchFolder()
    let ignored = IgnoredNames([
      "Thumbs.db", ".DS_Store", "~$*", "@eaDir", ".@__thumb", "#recycle",
    ])
    inbox = Inbox(at: try scratch.folder("inbox"), settleSeconds: 0, ignoredNames: ignored)
    workspace = try Workspace(at: "\(scratch.path)/workspace")
    intake = Intake(
      workspace: workspace, limits: PacketLimits(fileBytes: 100, packetBytes: 1000, files: 20),
      ignoredNames: ignored, version: 1)
  }

  private static let pdf = Array("%PDF-1.7 made up".utf8)
  private static let tiff = Array("II*\0 made up".utf8)

  private func claim(_ packet: String) throws -> String {
    try #require(try eventually(within: 10, make: { try intake.claimed(packet, from: inbox) }))
  }

  private func take(_ packet: String) throws -> Intake.Result {
    try intake.finish(claim(packet)).result
  }

  private func takenCase(_ packet: String) throws -> CaseID {
    let result = try take(packet)
    guard case .taken(let id) = result else {
      Issue.record("\(result)")
      throw CancellationError()
    }
    return id
  }

  private func documents(_ id: CaseID) throws -> [IngestedDocument] {
    try workspace.caseFolder(id).read(
      [IngestedDocument].self, from: "documents.json", of: .ingest)
  }

  private struct Why: Decodable {
    struct File: Decodable {
      var path: String
      var leftOut: LeftOutFile?
    }
    var reason: String
    var files: [File]
  }

  private func why(_ id: String) throws -> Why {
    let bytes = try #require(try Files.contents(of: "\(workspace.quarantine)/\(id)/why.json"))
    return try CanonicalJSON.decode(Why.self, from: bytes)
  }

  // MARK: Packets that are one case

  @Test func `packets of the same bytes may be taken in at once`() throws {
    let claims = try (1...16).map { number in
      try scratch.write("inbox/scan-\(number).pdf", Self.pdf)
      return try claim("scan-\(number).pdf")
    }
    let results = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: claims.count) { [intake] index in
      let result = Result { try intake.finish(claims[index]).result }
      results.withLock { $0.append("\(result)") }
    }
    let id = try #require(try workspace.cases().first)
    let first = Result<Intake.Result, any Error>.success(.taken(id))
    let others = Result<Intake.Result, any Error>.success(.duplicate(of: id))
    #expect(
      results.withLock { $0.sorted() }
        == (["\(first)"] + Array(repeating: "\(others)", count: 15)).sorted())
  }

  @Test func `a single file is a packet`() throws {
    try scratch.write("inbox/scan.pdf", Self.pdf)
    let documents = try documents(takenCase("scan.pdf"))
    #expect(documents.map(\.mediaType) == [.pdf])
    #expect(documents.map(\.byteCount) == [Self.pdf.count])
    let original = workspace.originalPath(documents[0])
    #expect(try Files.contents(of: original) == Self.pdf)
    #expect(try inbox.packets().isEmpty)
    #expect(try Files.names(in: workspace.claims).isEmpty)
  }

  @Test func `files of nested folders are documents in the order of their names`() throws {
    try scratch.write("inbox/p/2.tif", Self.tiff)
    try scratch.write("inbox/p/1/deep/b.pdf", Self.pdf + [2])
    try scratch.write("inbox/p/1/a.pdf", Self.pdf)
    let documents = try documents(takenCase("p"))
    #expect(documents.map(\.id.rawValue) == ["d01", "d02", "d03"])
    #expect(documents.map(\.sha256) == [.of(Self.pdf), .of(Self.pdf + [2]), .of(Self.tiff)])
  }

  @Test func `numbered files are documents in the order of their numbers`() throws {
    for name in ["scan_10", "scan_2", "Scan_1", "01 Scan (2)", "01 Scan", "01 Scan (10)", "1"] {
      try scratch.write("inbox/p/\(name).pdf", Self.pdf + Array(name.utf8))
    }
    let order = ["1", "01 Scan", "01 Scan (2)", "01 Scan (10)", "Scan_1", "scan_2", "scan_10"]
    #expect(
      try documents(takenCase("p")).map(\.sha256) == order.map { .of(Self.pdf + Array($0.utf8)) })
  }

  @Test func `names that are not UTF-8 are names like any other`() throws {
    // "Müller" and "Möller" in Latin-1: mended, both are M?ller.
    for byte: UInt8 in [0xFC, 0xF6] {
      let folder = Array("\(inbox.path)/M".utf8) + [byte] + Array("ller".utf8)
      try #require((folder + [0]).withUnsafeBytes { mkdir($0.baseAddress!, 0o700) } == 0)
      let file = folder + Array("/Antr".utf8) + [0xE4] + Array("ge.pdf\0".utf8)
      let descriptor = file.withUnsafeBytes {
        open($0.bindMemory(to: CChar.self).baseAddress!, O_WRONLY | O_CREAT, 0o600)
      }
      try #require(write(descriptor, Self.pdf + [byte], Self.pdf.count + 1) == Self.pdf.count + 1)
      close(descriptor)
    }
    let packets = try inbox.packets()
    #expect(packets.count == 2)
    for packet in packets {
      #expect(try eventually(within: 10) { try inbox.isSettled(packet) })
      #expect(try documents(takenCase(packet)).map(\.mediaType) == [.pdf])
    }
    #expect(try workspace.cases().count == 2)
    #expect(try inbox.packets().isEmpty)
    #expect(try Files.names(in: workspace.claims).isEmpty)
  }

  @Test func `the same bytes are one original, and the same packet one case`() throws {
    try scratch.write("inbox/a/x.pdf", Self.pdf)
    try scratch.write("inbox/b/y.pdf", Self.pdf)
    let id = try takenCase("a")
    #expect(try take("b") == .duplicate(of: id))
    #expect(try workspace.cases() == [id])
    #expect(try Files.names(in: "\(workspace.path)/originals").count == 1)
    #expect(try Files.names(in: "\(workspace.caseFolder(id).path)/arrivals").count == 2)
  }

  @Test
  func `an original that is not what its name says is restored by a packet that has the bytes`()
    throws
  {
    try scratch.write("inbox/a/x.pdf", Self.pdf)
    let original = workspace.originalPath(try documents(takenCase("a"))[0])
    try Files.write([], to: original)
    try scratch.write("inbox/b/y.pdf", Self.pdf)
    _ = try take("b")
    #expect(try Files.contents(of: original) == Self.pdf)
    let told = try Quarantine(workspace).untold().map(\.id)
    let digits = Digest.of(Self.pdf).rawValue.prefix(16)
    #expect(told == ["original-\(digits)-1"])
  }

  @Test func `the same documents in another order are another case`() throws {
    try scratch.write("inbox/a/1.pdf", Self.pdf)
    try scratch.write("inbox/a/2.tif", Self.tiff)
    try scratch.write("inbox/b/1.tif", Self.tiff)
    try scratch.write("inbox/b/2.pdf", Self.pdf)
    #expect(try takenCase("a") != takenCase("b"))
  }

  @Test func `a case id reveals nothing of names`() throws {
    try scratch.write("inbox/Jane Doe v Acme.pdf", Self.pdf)
    let id = try takenCase("Jane Doe v Acme.pdf")
    #expect(id.rawValue.wholeMatch(of: /c-[0-9a-f]{16}/) != nil)
  }

  // MARK: What is no document

  @Test func `what the sender did not mean is set aside and the rest taken`() throws {
    let outside = try scratch.write("secret.pdf", Self.pdf + [7])
    try scratch.write("inbox/p/.DS_Store", [0, 0])
    try scratch.write("inbox/p/.page 4.pdf", Self.pdf + [4])
    try scratch.write("inbox/p/Thumbs.db", [0])
    try scratch.write("inbox/p/empty.pdf", [])
    try scratch.write("inbox/p/good.pdf", Self.pdf)
    try scratch.write("inbox/p/large.pdf", Self.pdf + [UInt8](repeating: 0, count: 100))
    try FileManager.default.createSymbolicLink(
      atPath: "\(inbox.path)/p/link.pdf", withDestinationPath: outside)
    let id = try takenCase("p")
    #expect(try documents(id).map(\.sha256) == [.of(Self.pdf)])
    let aside = try #require(try Files.names(in: workspace.quarantine).first)
    #expect(aside.hasPrefix("aside-"))
    let reasons = try why(aside).files.compactMap(\.leftOut?.reason)
    #expect(reasons == [.leftByProgram, .hidden, .empty, .tooLarge, .notAFile, .leftByProgram])
    #expect(
      try workspace.caseFolder(id).leftOut().map(\.reason)
        == [.empty, .hidden, .notAFile, .tooLarge])
    #expect(
      try why(aside).reason
        == "4 files of the packet were left out: 1 hidden, 1 empty, "
        + "1 larger than ingest.maxFileMegabytes, 1 a link or a device")
    #expect(
      workspace.caseFolder(id).record(of: .ingest)?.alerts == [try why(aside).reason],
      "the report tells of it")
    #expect(try Quarantine(workspace).untold().map(\.id) == [aside])
    #expect(try Files.contents(of: outside) == Self.pdf + [7], "links are not followed")
  }

  @Test func `what stands below an ignored or hidden folder is set aside with it`() throws {
    try scratch.write("inbox/p/@eaDir/1.pdf/thumbnail.jpg", [0xFF, 0xD8, 0xFF])
    try scratch.write("inbox/p/.@__thumb/1.pdf", Self.tiff + [2])
    try scratch.write("inbox/p/~$letter.docx", [0])
    try scratch.write("inbox/p/1.pdf", Self.pdf)
    #expect(try documents(takenCase("p")).map(\.sha256) == [.of(Self.pdf)])
    let aside = try #require(try Files.names(in: workspace.quarantine).first)
    #expect(
      try why(aside).files.compactMap(\.leftOut?.reason)
        == [.hidden, .leftByProgram, .leftByProgram],
      "no program leaves a TIFF in a folder of thumbnails")
  }

  @Test func `an unknown file beside a document stays with the case`() throws {
    try scratch.write("inbox/p/1.pdf", Self.pdf)
    try scratch.write("inbox/p/2.docx", Array("PK".utf8))
    #expect(try documents(takenCase("p")).map(\.mediaType) == [.pdf, .unknown])
  }

  @Test(arguments: ["folder", "dots", "empty", "docx", "link"])
  func `a packet without a document is quarantined with a reason`(kind: String) throws {
    switch kind {
    case "folder": _ = try scratch.folder("inbox/\(kind)")
    case "dots": try scratch.write("inbox/\(kind)/.hidden", [1])
    case "empty": try scratch.write("inbox/\(kind)", [])
    case "docx": try scratch.write("inbox/\(kind)", Array("PK".utf8))
    default:
      try FileManager.default.createSymbolicLink(
        atPath: "\(inbox.path)/\(kind)", withDestinationPath: "/etc/passwd")
    }
    guard case .quarantined(let id, let reason) = try take(kind) else {
      Issue.record("\(kind) was not quarantined")
      return
    }
    let reasons = [
      "folder": "an empty folder", "empty": "it is empty",
      "link": "it is a link or a device", "dots": "it is hidden",
    ]
    #expect(reason == reasons[kind, default: "no file in it is a PDF, TIFF, JPEG or PNG"])
    #expect(try why(id).reason == reason)
    #expect(try workspace.cases().isEmpty)
    #expect(try inbox.packets().isEmpty)
    #expect(try Files.names(in: workspace.claims).isEmpty)
    #expect(
      try Files.names(in: "\(workspace.quarantine)/\(id)").count == (kind == "folder" ? 1 : 2))
  }

  // MARK: Packets that have to wait

  @Test func `hidden entries of the inbox are no packets`() throws {
    try scratch.write("inbox/.uploading.pdf", Self.pdf)
    #expect(try inbox.packets().isEmpty)
  }

  @Test func `what a file server or a file manager leaves in the inbox is no packet`() throws {
    try scratch.write("inbox/@eaDir/c1/thumbnail.jpg", [0xFF, 0xD8, 0xFF])
    try scratch.write("inbox/#recycle/old.pdf", Self.pdf)
    try scratch.write("inbox/THUMBS.DB", [0])
    try scratch.write("inbox/thumbs.db.pdf", Self.pdf)
    #expect(try inbox.packets() == ["thumbs.db.pdf"])
  }

  @Test func `a folder that has just been made is not settled`() throws {
    _ = try scratch.folder("inbox/p")
    #expect(
      try !Inbox(at: inbox.path, settleSeconds: 3600, ignoredNames: IgnoredNames([]))
        .isSettled("p"))
  }

  @Test func `a clock that was ahead where the file was made keeps no packet waiting`() throws {
    let file = try scratch.write("inbox/p/1.pdf", Self.pdf)
    let ahead = Date(timeIntervalSinceNow: 10 * 365 * 86_400)
    try FileManager.default.setAttributes([.modificationDate: ahead], ofItemAtPath: file)
    #expect(try eventually(within: 10) { try inbox.isSettled("p") })
  }

  @Test func `a packet that changed lately is not settled`() throws {
    try scratch.write("inbox/p/1.pdf", Self.pdf)
    #expect(try eventually(within: 10) { try inbox.isSettled("p") })
    #expect(
      try !Inbox(at: inbox.path, settleSeconds: 3600, ignoredNames: IgnoredNames([])).isSettled("p")
    )
  }

  @Test func `a packet that somebody writes to goes back to the inbox`() throws {
    let file = try scratch.write("inbox/p/1.pdf", Self.pdf)
    let writer = try #require(FileHandle(forWritingAtPath: file))
    #expect(try !inbox.isSettled("p"))
    #expect(try intake.claim("p", from: inbox) == .waiting(nights: 1))
    #expect(try intake.claim("p", from: inbox) == .waiting(nights: 2))
    #expect(try inbox.packets() == ["p"])
    #expect(try Files.names(in: workspace.claims).isEmpty)
    try writer.close()
    #expect(try eventually(within: 10) { try inbox.isSettled("p") })
    _ = try takenCase("p")
  }
}

extension Intake {
  /// The claim of the packet; `nil` where it has to wait.
  func claimed(_ packet: String, from inbox: Inbox) throws -> String? {
    if case .claim(let claim) = try claim(packet, from: inbox) { claim } else { nil }
  }
}
