import Glibc
package import ReaderProtocol

/// What a reader answered, with the attachments of the same message.
package struct ReaderReply: Sendable {
  package let answer: ReaderAnswer
  package let attachments: [[UInt8]]

  package init(_ answer: ReaderAnswer, _ attachments: [[UInt8]]) {
    self.answer = answer
    self.attachments = attachments
  }
}

/// Why a reader gave no answer.
package enum ReaderFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// It died of a signal, in both of two attempts.
  case crashed(signal: Int32)
  /// It left by itself without an answer.
  case exited(status: Int32)
  case timedOut(seconds: Int)
  /// Something that is no message came out of its pipe.
  case babbled
  /// Its answer was refused as it came in: it cannot be true.
  case nonsense(reason: String)
  /// Its answer was refused as it came in: there is more in it than is taken.
  case tooMuch(reason: String)
  /// It was not asked any more: what the document or the case may cost has been used up.
  case notTried(reason: String)
  /// It did not come up at all. Every further page would fail as this one.
  case cannotStart(reason: String)
  /// The run is being stopped; the page is as it was before.
  case cancelled

  /// As recorded with a page, such as `crashed: signal 11`.
  package var description: String {
    switch self {
    case .crashed(signal: SIGXCPU): "timed out: its CPU time was used up"
    case .crashed(let signal): "crashed: signal \(signal)"
    case .exited(let status): "crashed: the reader left with status \(status)"
    case .timedOut(let seconds): "timed out: no answer in \(seconds) s"
    case .babbled: "crashed: the reader's answer was garbled"
    case .nonsense(let reason): "the reader's answer makes no sense: \(reason)"
    case .tooMuch(let reason): "too much to take: \(reason)"
    case .notTried(let reason): "not tried: \(reason)"
    case .cannotStart(let reason): "the reader does not start: \(reason)"
    case .cancelled: "cancelled"
    }
  }

  /// The page took longer than it may, by the clock or by the processor.
  var isTimeout: Bool {
    switch self {
    case .timedOut, .crashed(signal: SIGXCPU): true
    default: false
    }
  }
}
