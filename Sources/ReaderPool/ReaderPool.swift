import Dispatch
import Foundation
import Glibc
package import ReaderProtocol
import Synchronization

/// Reader processes at work: as many as the run is wide, fed from one list of questions.
///
/// Concurrency model: every reader belongs to one thread of its own (not one of Dispatch's, which
/// must not wait for a child) that starts it, asks it, kills it when it passes a deadline, replaces
/// it when it dies or has grown, and asks a question once more in a fresh process before it gives
/// up. What is shared stands in `state`; answers are delivered on the reader's thread and should be
/// handed on at once.
package final class ReaderPool: Sendable {
  /// A question, and who wants the answer.
  private struct Question: Sendable {
    var request: ReaderRequest
    var deadline: Int
    /// Smaller goes first.
    var priority: Int
    var answer: @Sendable (Result<ReaderReply, ReaderFailure>) -> Void
  }

  private struct State {
    /// Sorted, the next one last.
    var questions: [Question] = []
    var isClosed = false
    var isCancelled = false
    var pids: Set<pid_t> = []
    var usage = ReaderUsage()
  }

  private let state = Mutex(State())
  private let waiting = DispatchSemaphore(value: 0)
  private let finished = DispatchGroup()
  private let program: String
  private let limits: ReaderLimits
  package let width: Int

  /// A pool of up to `width` readers; they start when there is something to ask.
  package init(program: String, width: Int, limits: ReaderLimits) {
    precondition(width > 0, "a pool has at least one reader")
    self.program = program
    self.width = width
    self.limits = limits
    // A reader that dies while it is being asked must not take the parent with it.
    signal(SIGPIPE, SIG_IGN)
    for number in 1...width {
      finished.enter()
      let thread = Thread { [self] in
        work()
        finished.leave()
      }
      thread.name = "jurat.reader.\(number)"
      thread.start()
    }
  }

  /// Asks a reader. `answer` is called exactly once, on a thread of the pool.
  ///
  /// - Parameters:
  ///   - deadline: seconds before the reader is killed; it is tried twice.
  ///   - priority: smaller goes first; equal ones in the order in which they came.
  package func ask(
    _ request: ReaderRequest, deadline: Int, priority: Int = 0,
    answer: @escaping @Sendable (Result<ReaderReply, ReaderFailure>) -> Void
  ) {
    let question = Question(
      request: request, deadline: deadline, priority: priority, answer: answer)
    let isAccepted = state.withLock { state in
      guard !state.isClosed else { return false }
      let index = state.questions.firstIndex { $0.priority <= priority } ?? state.questions.count
      state.questions.insert(question, at: index)
      return true
    }
    if isAccepted { waiting.signal() } else { answer(.failure(.cancelled)) }
  }

  /// Asks a reader and waits; for a command's own thread, never for one of Dispatch's.
  package func askAndWait(_ request: ReaderRequest, deadline: Int) throws -> ReaderReply {
    let done = DispatchSemaphore(value: 0)
    let result = Mutex<Result<ReaderReply, ReaderFailure>>(.failure(.cancelled))
    ask(request, deadline: deadline) { answer in
      result.withLock { $0 = answer }
      done.signal()
    }
    done.wait()
    return try result.withLock { $0 }.get()
  }

  /// Takes no more questions, answers those that are waiting with `cancelled` and, where `now`,
  /// kills the readers in the middle of their pages. Returns when all have gone.
  @discardableResult
  package func close(now: Bool = false) -> ReaderUsage {
    cancel(now: now)
    finished.wait()
    return state.withLock { $0.usage }
  }

  /// As `close`, without waiting.
  package func cancel(now: Bool) {
    let dropped = state.withLock { state in
      state.isClosed = true
      state.isCancelled = state.isCancelled || now
      if now { for pid in state.pids { kill(-pid, SIGKILL) } }
      defer { state.questions = [] }
      return state.questions
    }
    for question in dropped { question.answer(.failure(.cancelled)) }
    for _ in 0..<width { waiting.signal() }
  }

  // MARK: One reader's thread

  private func work() {
    var slot = Slot()
    while let question = next() {
      question.answer(answer(to: question, slot: &slot))
    }
    end(&slot)
  }

  /// The reader of one thread, where it has one.
  private struct Slot: ~Copyable {
    var reader: ReaderProcess?
  }

  private func next() -> Question? {
    while true {
      waiting.wait()
      let (question, isClosed) = state.withLock { ($0.questions.popLast(), $0.isClosed) }
      if let question { return question }
      if isClosed { return nil }
    }
  }

  private func answer(to question: Question, slot: inout Slot)
    -> Result<ReaderReply, ReaderFailure>
  {
    var failure = ReaderFailure.cancelled
    for _ in 1...2 {
      do throws(ReaderFailure) {
        return .success(try attempt(question, slot: &slot))
      } catch {
        end(&slot)
        failure = error
        if state.withLock({ $0.isCancelled }) { return .failure(.cancelled) }
        if case .cannotStart = error { break }
      }
    }
    return .failure(failure)
  }

  private func attempt(_ question: Question, slot: inout Slot) throws(ReaderFailure)
    -> ReaderReply
  {
    if slot.reader == nil { slot.reader = try started() }
    // The closing of the pool may have come between the start and its being known.
    if state.withLock({ $0.isCancelled }) { throw .cancelled }
    guard let reply = try slot.reader?.ask(question.request, deadline: question.deadline) else {
      throw .cancelled
    }
    if let count = slot.reader?.requestCount, let memory = slot.reader?.residentMegabytes,
      count >= limits.recycleAfterRequests || memory > limits.recycleAboveMegabytes
    {
      end(&slot)
    }
    return reply
  }

  private func started() throws(ReaderFailure) -> ReaderProcess {
    let reader = try ReaderProcess(program: program, limits: limits)
    let pid = reader.pid
    state.withLock { _ = $0.pids.insert(pid) }
    return reader
  }

  private func end(_ slot: inout Slot) {
    guard let reader = slot.reader.take() else { return }
    let pid = reader.pid
    state.withLock { _ = $0.pids.remove(pid) }
    let usage = reader.end()
    state.withLock { $0.usage = $0.usage + usage }
  }
}
