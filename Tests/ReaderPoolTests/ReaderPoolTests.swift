import Casework
import Dispatch
import Foundation
import ReaderPool
import ReaderProtocol
import Synchronization
import TestSupport
import Testing

/// Readers that go wrong, each on its page. The pages are those of a file that is not there: a
/// reader answers at once that it can't be opened, which is all that the pool has to pass on.
@Suite(.serialized) struct ReaderPoolTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static let limits = ReaderLimits(
    addressSpaceMegabytes: 4096, cpuSeconds: 60, recycleAfterRequests: 100,
    recycleAboveMegabytes: 400)

  private func question(_ page: Int) -> ReaderRequest {
    .read(
      DocumentFile(path: "\(scratch.path)/missing.pdf", mediaType: .pdf),
      page: PageSurvey(number: page, width: 612, height: 792),
      ReadingSettings(
        languages: "eng", dpi: 100, maxPixelsPerSide: 2000, bornDigitalImageCoverage: 0.02,
        blankInkCoverage: 0.002, previewDpi: 50, previewQuality: 50))
  }

  /// Asks for pages one after the other; `nil` stands for an answer, as any working reader gives.
  private func failures(_ pool: ReaderPool, pages: ClosedRange<Int>, deadline: Int = 60)
    -> [ReaderFailure?]
  {
    pages.map { page in
      do {
        _ = try pool.askAndWait(question(page), deadline: deadline)
        return nil
      } catch {
        return error as? ReaderFailure
      }
    }
  }

  @Test(arguments: [
    ("segfault-2", ReaderFailure.crashed(signal: 11)),
    ("exit-2", .exited(status: 3)),
    ("spin-2", .timedOut(seconds: 2)),
    ("babble-2", .babbled),
    ("hangup-2", .crashed(signal: 9)),
  ])
  func `a reader that goes wrong on a page costs that page only`(
    fault: String, failure: ReaderFailure
  ) throws {
    let reader = try scratch.faultyReader(fault)
    let pool = ReaderPool(program: reader, width: 1, limits: Self.limits)
    #expect(failures(pool, pages: 1...3, deadline: 2) == [nil, failure, nil])
    pool.close()

    let log = ReaderLog(of: reader).entries
    #expect(log.map(\.page) == [1, 2, 2, 3], "the page is tried twice, the others once")
    #expect(log[0].pid == log[1].pid, "a good reader goes on to the next page")
    #expect(Set(log.dropFirst().map(\.pid)).count == 3, "a fresh process after every fault")
    #expect(log.allSatisfy { !Processes.isRunning($0.pid) }, "no reader is left")
  }

  @Test func `a page that fails once is read at the second attempt`() throws {
    let reader = try scratch.faultyReader("segfault-2-once")
    let pool = ReaderPool(program: reader, width: 1, limits: Self.limits)
    #expect(failures(pool, pages: 1...2) == [nil, nil])
    pool.close()
    #expect(ReaderLog(of: reader).entries.map(\.page) == [1, 2, 2])
  }

  @Test func `a reader that is not there is said to be so`() throws {
    let pool = ReaderPool(
      program: "\(scratch.path)/no-such-reader", width: 1, limits: Self.limits)
    defer { pool.close() }
    for failure in failures(pool, pages: 1...2) {
      guard case .cannotStart(let reason) = failure else {
        Issue.record("\(String(describing: failure))")
        continue
      }
      #expect(reason.contains("no-such-reader"))
      #expect(reason.contains("No such file"))
    }
  }

  @Test func `a reader that does not listen is timed out like one that does not answer`() throws {
    try scratch.write("deaf", Array("#!/bin/sh\nexec sleep 60\n".utf8))
    chmod("\(scratch.path)/deaf", 0o700)
    let pool = ReaderPool(program: "\(scratch.path)/deaf", width: 1, limits: Self.limits)
    defer { pool.close(now: true) }
    let field = ShownFormField(
      name: String(repeating: "a", count: 1000), kind: .text, value: nil,
      box: ShownBox(Box(x: 0, y: 0, width: 1, height: 1)))
    // More than a pipe holds.
    let page = PageSurvey(
      number: 1, width: 612, height: 792, fields: Array(repeating: field, count: 1000))
    guard case .read(let file, _, let settings) = question(1) else { return }
    #expect(throws: ReaderFailure.timedOut(seconds: 1)) {
      try pool.askAndWait(.read(file, page: page, settings), deadline: 1)
    }
  }

  @Test func `a document whose pages take too long is given up`() throws {
    var limits = Self.limits
    limits.giveUpAfterTimeouts = 2
    let pool = ReaderPool(
      program: try scratch.faultyReader("spin-0"), width: 1, limits: limits)
    defer { pool.close(now: true) }
    #expect(
      failures(pool, pages: 1...4, deadline: 1) == [
        .timedOut(seconds: 1), .timedOut(seconds: 1),
        .notTried(reason: "2 pages of the document took too long"),
        .notTried(reason: "2 pages of the document took too long"),
      ])
  }

  @Test func `a document has so many seconds, and a case`() throws {
    var limits = Self.limits
    limits.documentSeconds = 1
    let pool = ReaderPool(
      program: try scratch.faultyReader("spin-1"), width: 1, limits: limits)
    defer { pool.close(now: true) }
    let found = failures(pool, pages: 1...2, deadline: 2)
    #expect(found[0] == .timedOut(seconds: 2))
    #expect(found[1] == .notTried(reason: "the document has had its 1 s"))
  }

  @Test func `what takes too long lets the pages of other documents go first`() throws {
    var limits = Self.limits
    limits.firstTrySeconds = 1
    let pool = ReaderPool(program: try scratch.faultyReader("spin-1"), width: 1, limits: limits)
    defer { pool.close(now: true) }
    let order = Mutex<[String]>([])
    let postponed = Mutex(0)
    let done = DispatchSemaphore(value: 0)
    func ask(_ name: String, page: Int) {
      guard case .read(_, let survey, let settings) = question(page) else { return }
      let file = DocumentFile(path: "\(scratch.path)/\(name).pdf", mediaType: .pdf)
      pool.ask(
        .read(file, page: survey, settings), scope: ReaderScope(readable: [file.path]), deadline: 2,
        postponed: { postponed.withLock { $0 += 1 } },
        answer: { _ in
          order.withLock { $0.append("\(name)\(page)") }
          done.signal()
        })
    }
    for page in [1, 2] { ask("slow", page: page) }
    for page in [2, 3] { ask("good", page: page) }
    for _ in 1...4 { done.wait() }
    // The page that hangs is tried last, with its whole deadline.
    #expect(order.withLock { $0.suffix(2).sorted() } == ["slow1", "slow2"])
    #expect(order.withLock { Array($0.prefix(2)) } == ["good2", "good3"])
    #expect(postponed.withLock { $0 } == 1)
  }

  @Test func `a reader is asked about one case only`() throws {
    let reader = try scratch.faultyReader("none-0")
    let pool = ReaderPool(program: reader, width: 1, limits: Self.limits)
    for (page, scope) in [(1, "a"), (2, "a"), (3, "b")] {
      _ = try? pool.askAndWait(
        question(page), scope: ReaderScope(readable: ["/\(scope)"]), deadline: 60)
    }
    pool.close()
    let pids = ReaderLog(of: reader).entries.map(\.pid)
    #expect(pids[0] == pids[1] && pids[1] != pids[2])
  }

  @Test func `a reader is replaced after so many pages`() throws {
    var limits = Self.limits
    limits.recycleAfterRequests = 2
    let reader = try scratch.faultyReader("none-0")
    let pool = ReaderPool(program: reader, width: 1, limits: limits)
    #expect(failures(pool, pages: 1...5) == [nil, nil, nil, nil, nil])
    let usage = pool.close()
    let pids = ReaderLog(of: reader).entries.map(\.pid)
    #expect(pids[0] == pids[1] && pids[2] == pids[3])
    #expect(Set(pids).count == 3)
    #expect(usage.processes == 3)
    #expect(usage.peakMegabytes > 0)
    #expect(usage.cpuSeconds > 0)
  }

  @Test func `a reader that has grown is replaced`() throws {
    var limits = Self.limits
    limits.recycleAboveMegabytes = 1
    let reader = try scratch.faultyReader("none-0")
    let pool = ReaderPool(program: reader, width: 1, limits: limits)
    #expect(failures(pool, pages: 1...3) == [nil, nil, nil])
    pool.close()
    #expect(Set(ReaderLog(of: reader).entries.map(\.pid)).count == 3)
  }

  @Test func `a reader has one thread, a clean signal mask and a group of its own`() throws {
    let reader = try scratch.faultyReader("none-0")
    let pool = ReaderPool(program: reader, width: 1, limits: Self.limits)
    #expect(failures(pool, pages: 1...1) == [nil])
    pool.close()
    let fields = try #require(ReaderLog(of: reader).entries.first?.fields)
    #expect(fields["threads"] == "1")
    #expect(fields["mask"] == "0000000000000000")
    #expect(fields["ownGroup"] == "true")
  }
}
