import Casework
import FileStore
import TestSupport
import Testing
import Workspace

struct EventLogTests {
  private let scratch: ScratchFolder
  private let workspace: Workspace

  init() throws {
    scratch = try ScratchFolder()
    workspace = try Workspace(at: "\(scratch.path)/workspace")
  }

  private func run(_ name: String, completing cases: [CaseID], isReported: Bool) throws {
    let log = try EventLog(run: name, in: workspace)
    defer { log.close() }
    for id in cases { log.record(.stageDone, caseID: id, stage: .check) }
    if isReported { try Files.write([], to: workspace.reportPath(of: name)) }
  }

  @Test func `work since the last report is what the next one has to tell of`() throws {
    let cases = try (1...4).map {
      try #require(CaseID(rawValue: "c-000000000000000\($0)"))
    }
    #expect(try EventLog.unreportedCases(in: workspace).isEmpty)
    try run("20260101T010000-1", completing: [cases[0]], isReported: false)
    #expect(try EventLog.unreportedCases(in: workspace) == [cases[0]])
    try run("20260102T010000-1", completing: [cases[1]], isReported: true)
    #expect(try EventLog.unreportedCases(in: workspace).isEmpty)
    try run("20260103T010000-1", completing: [cases[2]], isReported: false)
    try run("20260103T020000-1", completing: [cases[3]], isReported: false)
    #expect(try EventLog.unreportedCases(in: workspace) == [cases[2], cases[3]])
  }

  @Test func `a last line that was cut off is left out`() throws {
    let id = try #require(CaseID(rawValue: "c-0000000000000001"))
    try run("20260101T010000-1", completing: [id], isReported: false)
    let folder = "\(workspace.runFolder("20260101T010000-1"))/events"
    let file = try #require(try Files.names(in: folder).first)
    let bytes = try #require(try Files.contents(of: "\(folder)/\(file)"))
    try Files.write(bytes + bytes.prefix(20), to: "\(folder)/\(file)")
    #expect(try EventLog.events(of: "20260101T010000-1", in: workspace).count == 1)
  }
}
