package import ReaderProtocol

/// Who answers questions about documents: processes (``ReaderPool``), or a simulation.
package protocol Readers: Sendable {
  /// How many questions are answered at once.
  var width: Int { get }

  /// Asks. `answer` is called exactly once, on any thread.
  ///
  /// - Parameters:
  ///   - scope: what may be looked at for it; the same for all questions about one case.
  ///   - deadline: seconds. A first try has fewer (``ReaderLimits/firstTrySeconds``); what takes longer is
  ///     asked once more when nothing else waits.
  ///   - priority: smaller goes first; equal ones in the order in which they came.
  ///   - isPostponed: it goes when nothing else waits.
  ///   - postponed: called when questions of the scope are postponed because they take too long, once.
  func ask(
    _ request: ReaderRequest, scope: ReaderScope, deadline: Int, priority: Int, isPostponed: Bool,
    postponed: @escaping @Sendable () -> Void,
    answer: @escaping @Sendable (Result<ReaderReply, ReaderFailure>) -> Void)

  /// Takes no more questions, answers those that are waiting with `cancelled` and, where `now`, drops
  /// those in hand. Returns when none is in hand any more.
  @discardableResult func close(now: Bool) -> ReaderUsage

  /// As `close`, without waiting.
  func cancel(now: Bool)
}

extension Readers {
  package func ask(
    _ request: ReaderRequest, scope: ReaderScope, deadline: Int, priority: Int = 0,
    postponed: @escaping @Sendable () -> Void = {},
    answer: @escaping @Sendable (Result<ReaderReply, ReaderFailure>) -> Void
  ) {
    ask(
      request, scope: scope, deadline: deadline, priority: priority, isPostponed: false,
      postponed: postponed, answer: answer)
  }
}
