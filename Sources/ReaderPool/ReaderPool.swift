import Dispatch
import Foundation
import Glibc
package import ReaderProtocol
import Synchronization

/// Reader processes at work: as many as the run is wide, fed from one list of questions.
///
/// Concurrency model: every reader belongs to one thread of its own (not one of Dispatch's, which
/// must not wait for a child) that starts it, asks it, kills it when it passes a deadline, replaces
/// it when it dies, has grown or is asked about another case, and asks a question once more in a
/// fresh process before it gives up. What is shared stands in `state`; answers are delivered on the reader's thread and should be
/// handed on at once.
package final class ReaderPool: Readers {
  private struct State {
    var queue: QuestionQueue
    var isClosed = false
    var isCancelled = false
    var pids: Set<pid_t> = []
    var usage = ReaderUsage()
  }

  private let state: Mutex<State>
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
    state = Mutex(State(queue: QuestionQueue(limits: limits)))
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

  package func ask(
    _ request: ReaderRequest, scope: ReaderScope, deadline: Int, priority: Int,
    isPostponed: Bool, postponed: @escaping @Sendable () -> Void,
    answer: @escaping @Sendable (Result<ReaderReply, ReaderFailure>) -> Void
  ) {
    let question = Question(
      request: request, scope: scope, deadline: deadline, priority: priority,
      isPostponed: isPostponed, postponed: postponed, answer: answer)
    if let refusal = add(question) { answer(.failure(refusal)) }
  }

  /// - Returns: why the question will not be asked; `nil` where it will.
  private func add(_ question: Question) -> ReaderFailure? {
    let refusal = state.withLock { $0.isClosed ? .cancelled : $0.queue.add(question) }
    if refusal == nil { waiting.signal() }
    return refusal
  }

  /// Asks a reader and waits; for a command's own thread, never for one of Dispatch's.
  package func askAndWait(
    _ request: ReaderRequest, scope: ReaderScope = .nothing, deadline: Int
  ) throws -> ReaderReply {
    let done = DispatchSemaphore(value: 0)
    let result = Mutex<Result<ReaderReply, ReaderFailure>>(.failure(.cancelled))
    ask(request, scope: scope, deadline: deadline) { answer in
      result.withLock { $0 = answer }
      done.signal()
    }
    done.wait()
    return try result.withLock { $0 }.get()
  }

  @discardableResult
  package func close(now: Bool = false) -> ReaderUsage {
    cancel(now: now)
    finished.wait()
    return state.withLock { $0.usage }
  }

  package func cancel(now: Bool) {
    let dropped = state.withLock { state in
      state.isClosed = true
      state.isCancelled = state.isCancelled || now
      if now { for pid in state.pids { kill(-pid, SIGKILL) } }
      return state.queue.removeAll()
    }
    for question in dropped { question.answer(.failure(.cancelled)) }
    for _ in 0..<width { waiting.signal() }
  }

  // MARK: One reader's thread

  private func work() {
    var slot = Slot()
    while let question = next(for: slot.reader?.scope) { see(to: question, slot: &slot) }
    end(&slot)
  }

  /// The reader of one thread, where it has one.
  private struct Slot: ~Copyable {
    var reader: ReaderProcess?
  }

  private func next(for scope: ReaderScope?) -> Question? {
    while true {
      waiting.wait()
      let (question, isClosed) = state.withLock { ($0.queue.next(for: scope), $0.isClosed) }
      if let question { return question }
      if isClosed { return nil }
    }
  }

  /// Tries to get an answer. What took too long a first time is put back into the queue.
  private func see(to question: Question, slot: inout Slot) {
    let clock = ContinuousClock()
    let begun = clock.now
    let result = answer(to: question, slot: &slot)
    let failure: ReaderFailure? = if case .failure(let failure) = result { failure } else { nil }
    let seconds = (clock.now - begun) / .seconds(1)
    let (dropped, postponed) = state.withLock {
      $0.queue.note(question, seconds: seconds, failure: failure)
    }
    postponed?()
    for (question, refusal) in dropped { question.answer(.failure(refusal)) }
    var again = question
    again.isPostponed = true
    guard failure?.isTimeout == true, !question.isPostponed, add(again) == nil else {
      return question.answer(result)
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
        if case .tooMuch = error { break }
        if error.isTimeout { break }
      }
    }
    return .failure(failure)
  }

  private func attempt(_ question: Question, slot: inout Slot) throws(ReaderFailure)
    -> ReaderReply
  {
    if let scope = slot.reader?.scope, scope != question.scope { end(&slot) }
    if slot.reader == nil { slot.reader = try started(question.scope) }
    // The closing of the pool may have come between the start and its being known.
    if state.withLock({ $0.isCancelled }) { throw .cancelled }
    let deadline =
      question.isPostponed ? question.deadline : min(question.deadline, limits.firstTrySeconds)
    guard let reply = try slot.reader?.ask(question.request, deadline: deadline, limits) else {
      throw .cancelled
    }
    if let count = slot.reader?.requestCount, let memory = slot.reader?.residentMegabytes,
      count >= limits.recycleAfterRequests || memory > limits.recycleAboveMegabytes
    {
      end(&slot)
    }
    return reply
  }

  private func started(_ scope: ReaderScope) throws(ReaderFailure) -> ReaderProcess {
    let reader = try ReaderProcess(program: program, scope: scope, limits: limits)
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
