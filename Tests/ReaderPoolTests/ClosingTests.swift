import Casework
import Foundation
import ReaderPool
import ReaderProtocol
import Synchronization
import TestSupport
import Testing

/// What becomes of questions when a pool is closed, and in which order they are answered.
@Suite(.serialized) struct ClosingTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private final class Answers: Sendable {
    let results = Mutex<[(page: Int, failure: ReaderFailure?)]>([])
    var pages: [Int] { results.withLock { $0.map(\.page) } }
    var failures: [ReaderFailure?] { results.withLock { $0.map(\.failure) } }
  }

  private func pool(_ reader: String) -> ReaderPool {
    ReaderPool(
      program: reader, width: 1,
      limits: ReaderLimits(
        addressSpaceMegabytes: 4096, cpuSeconds: 60, recycleAfterRequests: 100,
        recycleAboveMegabytes: 400))
  }

  private func ask(_ pool: ReaderPool, page: Int, priority: Int = 0, _ answers: Answers) {
    let request = ReaderRequest.read(
      DocumentFile(path: "\(scratch.path)/missing.pdf", mediaType: .pdf),
      page: PageSurvey(number: page, width: 612, height: 792),
      ReadingSettings(
        languages: "eng", dpi: 100, maxPixelsPerSide: 2000, bornDigitalImageCoverage: 0.02,
        blankInkCoverage: 0.002, previewDpi: 50, previewQuality: 50))
    pool.ask(request, scope: .nothing, deadline: 60, priority: priority) { result in
      let failure: ReaderFailure? =
        if case .failure(let failure) = result { failure } else { nil }
      answers.results.withLock { $0.append((page, failure)) }
    }
  }

  @Test func `closing now kills the reader in the middle of its page`() throws {
    let reader = try scratch.faultyReader("spin-1")
    let pool = pool(reader)
    let answers = Answers()
    ask(pool, page: 1, answers)
    ask(pool, page: 2, answers)
    try #require(eventually(within: 30) { !ReaderLog(of: reader).entries.isEmpty })
    pool.close(now: true)
    #expect(answers.failures == [.cancelled, .cancelled])
    let log = ReaderLog(of: reader).entries
    #expect(log.map(\.page) == [1], "neither page is begun any more")
    #expect(!Processes.isRunning(log[0].pid))
  }

  @Test func `closing lets the page in hand be read and drops the ones that wait`() throws {
    let reader = try scratch.faultyReader("hold-1")
    let pool = pool(reader)
    let answers = Answers()
    ask(pool, page: 1, answers)
    try #require(eventually(within: 30) { !ReaderLog(of: reader).entries.isEmpty })
    ask(pool, page: 2, answers)
    pool.cancel(now: false)
    #expect(answers.failures == [.cancelled])
    try Data().write(to: URL(fileURLWithPath: reader + ".go"))
    pool.close()
    #expect(answers.pages == [2, 1])
    #expect(answers.failures == [.cancelled, nil])
  }

  @Test func `a closed pool takes no questions`() throws {
    let pool = pool(try scratch.faultyReader("none-0"))
    pool.close()
    let answers = Answers()
    ask(pool, page: 1, answers)
    #expect(answers.failures == [.cancelled])
  }

  @Test func `smaller priorities go first and equal ones in their order`() throws {
    let reader = try scratch.faultyReader("hold-1")
    let pool = pool(reader)
    let answers = Answers()
    ask(pool, page: 1, answers)
    try #require(eventually(within: 30) { !ReaderLog(of: reader).entries.isEmpty })
    for (page, priority) in [(2, 5), (3, 1), (4, 5), (5, 1)] {
      ask(pool, page: page, priority: priority, answers)
    }
    try Data().write(to: URL(fileURLWithPath: reader + ".go"))
    #expect(eventually(within: 30) { answers.pages.count == 5 })
    pool.close()
    #expect(answers.pages == [1, 3, 5, 2, 4])
  }
}
