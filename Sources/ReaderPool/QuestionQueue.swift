import ReaderProtocol

/// A question, and who wants the answer.
struct Question: Sendable {
  var request: ReaderRequest
  var scope: ReaderScope
  /// Seconds.
  var deadline: Int
  /// Smaller goes first.
  var priority: Int
  /// It goes when nothing else waits.
  var isPostponed = false
  /// Called when questions of its scope are postponed for the first time.
  var postponed: @Sendable () -> Void
  var answer: @Sendable (Result<ReaderReply, ReaderFailure>) -> Void
}

/// The questions that wait, and what documents have cost so far.
///
/// One packet must not hold up the others: what takes too long goes to the end of the queue, together
/// with the rest of its document, and after some more of that the document is given up.
struct QuestionQueue {
  private struct Cost {
    var seconds = 0.0
    var timeouts = 0
    var failures = 0
  }

  /// Sorted, the next one last.
  private var questions: [Question] = []
  /// By path.
  private var documents: [String: Cost] = [:]
  private var scopes: [ReaderScope: Double] = [:]
  private var slow: Set<String> = []
  private var postponedScopes: Set<ReaderScope> = []
  private let limits: ReaderLimits

  init(limits: ReaderLimits) { self.limits = limits }

  /// So many failures of whatever kind, and the other pages of a document wait for those of others.
  private static let postponeAfterFailures = 3

  /// - Returns: why the question is not worth asking; `nil` where it is in the queue now.
  mutating func add(_ question: Question) -> ReaderFailure? {
    if let refusal = refusal(of: question) { return refusal }
    var question = question
    if let path = question.request.file?.path, slow.contains(path) { question.isPostponed = true }
    insert(question)
    return nil
  }

  private mutating func insert(_ question: Question) {
    let index = questions.firstIndex { !$0.goesBefore(question) } ?? questions.count
    questions.insert(question, at: index)
  }

  /// The next question for a reader of `scope`: one of its own scope, if there is one that need not
  /// wait; else the first of all.
  mutating func next(for scope: ReaderScope?) -> Question? {
    guard let first = questions.last else { return nil }
    let own = questions.lastIndex {
      $0.scope == scope && $0.isPostponed == first.isPostponed && $0.priority <= first.priority
    }
    return questions.remove(at: own ?? questions.count - 1)
  }

  mutating func removeAll() -> [Question] {
    defer { questions = [] }
    return questions
  }

  /// Notes what a question has cost. Returns those that are not worth asking any more, with why, and
  /// who has to hear that its questions are postponed.
  mutating func note(
    _ question: Question, seconds: Double, failure: ReaderFailure?
  ) -> (dropped: [(Question, ReaderFailure)], postponed: (@Sendable () -> Void)?) {
    guard question.request.isReading, let path = question.request.file?.path else {
      return ([], nil)
    }
    documents[path, default: Cost()].seconds += seconds
    scopes[question.scope, default: 0] += seconds
    var postponed: (@Sendable () -> Void)?
    if let failure {
      documents[path]?.failures += 1
      if failure.isTimeout, question.isPostponed { documents[path]?.timeouts += 1 }
      if failure.isTimeout || documents[path]?.failures == Self.postponeAfterFailures {
        postponed = postpone(path, of: question)
      }
    }
    var dropped: [(Question, ReaderFailure)] = []
    questions = questions.filter { waiting in
      guard let refusal = refusal(of: waiting) else { return true }
      dropped.append((waiting, refusal))
      return false
    }
    return (dropped, postponed)
  }

  private mutating func postpone(_ path: String, of question: Question) -> (@Sendable () -> Void)? {
    slow.insert(path)
    let isNew = postponedScopes.insert(question.scope).inserted
    var moved: [Question] = []
    questions.removeAll { waiting in
      guard waiting.request.file?.path == path, !waiting.isPostponed else { return false }
      moved.append(waiting)
      return true
    }
    for var waiting in moved.reversed() {
      waiting.isPostponed = true
      insert(waiting)
    }
    return isNew ? question.postponed : nil
  }

  private func refusal(of question: Question) -> ReaderFailure? {
    guard question.request.isReading, let path = question.request.file?.path else { return nil }
    let cost = documents[path] ?? Cost()
    if cost.timeouts >= limits.giveUpAfterTimeouts {
      return .notTried(reason: "\(cost.timeouts) pages of the document took too long")
    }
    if cost.seconds >= Double(limits.documentSeconds) {
      return .notTried(reason: "the document has had its \(limits.documentSeconds) s")
    }
    if scopes[question.scope, default: 0] >= Double(limits.caseSeconds) {
      return .notTried(reason: "the case has had its \(limits.caseSeconds) s")
    }
    return nil
  }
}

extension Question {
  /// In a list whose last one is the next: whether it is nearer to the front than `other`, so goes
  /// later than it. Equal ones keep their order.
  fileprivate func goesBefore(_ other: Question) -> Bool {
    (isPostponed ? 1 : 0, priority) > (other.isPostponed ? 1 : 0, other.priority)
  }
}
