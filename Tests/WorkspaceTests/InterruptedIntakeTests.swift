import Casework
import FileStore
import Foundation
import Synchronization
import TestSupport
import Testing
import Workspace

/// Whatever call of the system fails in the middle of an intake, and wherever it is killed: the packet
/// is whole somewhere, and the next run finishes it.
struct InterruptedIntakeTests {
  /// What is done to the calls of one intake.
  enum Trouble: CaseIterable {
    /// One call fails.
    case badDisk, fullDisk, noRight
    /// One call fails and none after it is made: the process is gone, or the plug is pulled.
    case killed

    var code: Int32 {
      switch self {
      case .badDisk: EIO
      case .fullDisk: ENOSPC
      case .noRight: EACCES
      case .killed: EIO
      }
    }
  }

  /// How the packet leaves the inbox.
  enum Way: CaseIterable { case renamed, copied }

  private static let first = Array("%PDF-1.7 first".utf8)
  private static let second = Array("%PDF-1.7 second".utf8)
  private static let hidden = Array("%PDF-1.7 hidden".utf8)
  private static let letter = Array("PK a letter".utf8)

  /// A workspace and an inbox with a packet of two documents and a hidden file, and a letter that is no
  /// packet.
  private final class Post {
    let scratch: ScratchFolder
    let workspace: Workspace
    let inbox: Inbox
    let intake: Intake

    init() throws {
      scratch = try ScratchFolder(isInMemory: true)
      inbox = Inbox(
        at: try scratch.folder("inbox"), settleSeconds: 0, ignoredNames: IgnoredNames([]))
      workspace = try Workspace(at: "\(scratch.path)/workspace")
      intake = Intake(
        workspace: workspace, limits: PacketLimits(fileBytes: 100, packetBytes: 1000, files: 20),
        ignoredNames: IgnoredNames([]), version: 1)
      try scratch.write("inbox/p/1.pdf", first)
      try scratch.write("inbox/p/deep/2.pdf", second)
      try scratch.write("inbox/p/.aside", hidden)
      try scratch.write("inbox/letter.docx", letter)
    }

    /// What a run does with the inbox.
    func takeAllIn() throws {
      var claims = try intake.unfinishedClaims()
      for packet in try inbox.packets() {
        // A program that another test starts may have a file open for a moment.
        let claimed = try eventually(within: 10) { () -> Intake.Claimed? in
          let claimed = try intake.claim(packet, from: inbox)
          if case .waiting = claimed { return nil }
          return claimed
        }
        if case .claim(let claim)? = claimed { claims.append(claim) }
      }
      while let claim = claims.popLast() {
        if let late = try intake.finish(claim).late { claims.append(late) }
      }
    }

    /// The bytes of all files below the inbox and the workspace.
    func everything() throws -> Set<[UInt8]> {
      let files = try #require(FileManager.default.enumerator(atPath: scratch.path))
      return try Set(
        files.compactMap { file in
          let path = "\(scratch.path)/\(file)"
          return try Files.kind(of: path) == .file ? try Files.contents(of: path) : nil
        })
    }

    func expectWhole(_ circumstances: String) throws {
      let cases = try workspace.cases()
      #expect(cases == [CaseID(of: documents)], "\(circumstances)")
      let folder = workspace.caseFolder(CaseID(of: documents))
      #expect(folder.record(of: .ingest).map(folder.isIntact) == true, "\(circumstances)")
      #expect(try folder.documents().map(\.sha256) == documents.map(\.sha256), "\(circumstances)")
      #expect(try folder.leftOut().map(\.reason) == [.hidden], "\(circumstances)")
      for document in try folder.documents() {
        #expect(
          try Originals.isWhole(
            document, at: workspace.originalPath(document), thoroughly: true), "\(circumstances)")
      }
      #expect(
        Set(try Quarantine(workspace).untold().map(\.reason)) == [
          "1 file of the packet was left out: 1 hidden",
          "no file in it is a PDF, TIFF, JPEG or PNG",
        ], "\(circumstances)")
      #expect(try Files.names(in: workspace.claims).isEmpty, "\(circumstances)")
      #expect(try inbox.packets().isEmpty, "\(circumstances)")
    }

    private var documents: [IngestedDocument] {
      [first, second].enumerated().map { index, bytes in
        IngestedDocument(
          id: DocumentID(position: index + 1), sha256: .of(bytes), byteCount: bytes.count,
          mediaType: .pdf)
      }
    }
  }

  private static var all: Set<[UInt8]> { [first, second, hidden, letter] }

  @Test(arguments: Trouble.allCases, Way.allCases)
  func `no call can fail so that anything is lost`(trouble: Trouble, way: Way) throws {
    var point = 0
    var wasReached = true
    while wasReached {
      point += 1
      let post = try Post()
      let calls = Mutex(0)
      let fails: FileFaults.Plan = { [inbox = post.inbox.path, point] operation, path in
        let number = calls.withLock { calls in
          calls += 1
          return calls
        }
        if number == point || trouble == .killed && number > point { return trouble.code }
        let leavesInbox = operation == .rename && path.hasPrefix(inbox)
        return way == .copied && leavesInbox ? EXDEV : nil
      }
      let circumstances = "\(trouble) at call \(point), \(way)"
      _ = try? FileFaults.with(fails, below: post.scratch.path) { try post.takeAllIn() }
      wasReached = calls.withLock { $0 >= point }
      #expect(try post.everything().isSuperset(of: Self.all), "lost: \(circumstances)")
      // The next two nights. A packet that was copied and not removed comes once more, as a duplicate.
      try post.workspace.sweep()
      try post.takeAllIn()
      try post.takeAllIn()
      #expect(try post.everything().isSuperset(of: Self.all), "lost later: \(circumstances)")
      // What may not be read is left out of the case, even if it might be tomorrow.
      if trouble != .noRight { try post.expectWhole(circumstances) }
    }
    #expect(point > 50, "there are that many calls")
  }

  @Test
  func `what is put into the packet while it is taken in is a part of it, or a packet itself`()
    throws
  {
    var point = 0
    var wasReached = true
    let late = Array("%PDF-1.7 late".utf8)
    while wasReached {
      point += 1
      let post = try Post()
      let calls = Mutex(0)
      let added = Mutex(0)
      let adds: FileFaults.Plan = { [scratch = post.scratch, point] _, _ in
        let number = calls.withLock { calls in
          calls += 1
          return calls
        }
        guard number == point else { return nil }
        // Whoever has the folder open finds it wherever it is.
        for packet in Self.packets(below: scratch.path) {
          if (try? Data(late).write(to: URL(filePath: "\(packet)/3.pdf"))) != nil {
            added.withLock { $0 += 1 }
          }
        }
        return nil
      }
      try FileFaults.with(adds, below: post.scratch.path) { _ = try post.takeAllIn() }
      wasReached = calls.withLock { $0 >= point }
      try post.takeAllIn()
      let isAdded = added.withLock { $0 > 0 }
      #expect(
        try post.everything().isSuperset(of: isAdded ? Self.all.union([late]) : Self.all),
        "lost: added at call \(point)")
      #expect(try Files.names(in: post.workspace.claims).isEmpty)
    }
  }

  private static func packets(below scratch: String) -> [String] {
    let claims =
      (try? FileManager.default.contentsOfDirectory(atPath: "\(scratch)/workspace/claims"))
    return ["\(scratch)/inbox/p"]
      + (claims ?? []).map { "\(scratch)/workspace/claims/\($0)/packet" }
  }

  @Test func `killed before the packet was moved, it is still in the inbox`() throws {
    let post = try Post()
    try post.scratch.write("workspace/claims/abc/name.json", Array("\"p\"".utf8))
    #expect(try post.intake.unfinishedClaims().isEmpty)
    #expect(try Files.names(in: post.workspace.claims).isEmpty)
    #expect(try post.inbox.packets() == ["letter.docx", "p"])
  }
}
