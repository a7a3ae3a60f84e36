import Casework
import FileStore
import Glibc
import Synchronization
import TestSupport
import Testing
import Workspace

struct CaseHistoryTests {
  private final class CallCounter: Sendable {
    private let calls = Mutex(0)
    var count: Int { calls.withLock { $0 } }

    func next() -> Int {
      calls.withLock { calls in
        calls += 1
        return calls
      }
    }
  }

  private let scratch: ScratchFolder
  private let folder: CaseFolder
  private let results = Digest.of("results")

  init() throws {
    scratch = try ScratchFolder()
    let id = try #require(CaseID(rawValue: "c-0123456789abcdef"))
    folder = try Workspace(at: "\(scratch.path)/workspace").caseFolder(id)
  }

  private func add(_ act: CaseHistory.Act, note: String = "") throws {
    var history = try folder.history()
    try history.add(CaseHistory.Word(act, by: "A. Clerk", note: note), on: results)
  }

  @Test func `the last entry says where the case stands`() throws {
    #expect(try folder.history().standing == .open)
    try add(.hold)
    #expect(try folder.history().standing == .decided(.hold, on: results))
    try add(.close)
    #expect(try folder.isClosed())
    try add(.reopen)
    #expect(try folder.history().standing == .open)
    #expect(try folder.history().entries.map(\.act) == [.hold, .close, .reopen])
  }

  @Test func `an entry that was changed, or taken out, is told by its file`() throws {
    for act in [CaseHistory.Act.accept, .close, .reopen] { try add(act) }
    let second = "\(folder.path)/history/0002.json"
    let bytes = try #require(try Files.contents(of: second))
    let changed = String(decoding: bytes, as: UTF8.self).replacing("close", with: "hold")
    try Files.write(Array(changed.utf8), to: second)
    // The entry after it does not fit any more.
    #expect(throws: DamagedFile(path: "\(folder.path)/history/0003.json")) { try folder.history() }
    #expect(try !folder.isClosed(), "a history that cannot be relied on closes nothing")
    try Files.unlink(second)
    #expect(throws: DamagedFile(path: second)) { try folder.history() }
    try Files.remove("\(folder.path)/history")
    #expect(throws: DamagedFile(path: "\(folder.path)/history/0001.json")) { try folder.history() }
  }

  @Test func `two people who decide in the same moment do not overwrite each other`() throws {
    var one = try folder.history()
    var other = try folder.history()
    try one.add(CaseHistory.Word(.accept, by: "A", note: ""), on: results)
    #expect(throws: CaseHistory.Overtaken.self) {
      try other.add(CaseHistory.Word(.hold, by: "B", note: ""), on: results)
    }
    #expect(try folder.history().entries.map(\.by) == ["A"])
  }

  @Test func `whatever call fails, an entry is there whole or not at all`() throws {
    var failing = 1
    var wasReached = true
    while wasReached {
      for name in ["history", "history.json"] { try Files.remove("\(folder.path)/\(name)") }
      try add(.accept)
      let counter = CallCounter()
      let plan: FileFaults.Plan = { [failing] _, _ in counter.next() == failing ? EIO : nil }
      var isAdded = true
      do {
        try FileFaults.with(plan, below: scratch.path) { try add(.hold) }
      } catch {
        isAdded = false
      }
      let acts = try folder.history().entries.map(\.act)
      #expect(acts == [.accept, .hold] || !isAdded && acts == [.accept], "call \(failing)")
      wasReached = counter.count >= failing
      failing += 1
    }
    #expect(failing > 10)
  }
}
