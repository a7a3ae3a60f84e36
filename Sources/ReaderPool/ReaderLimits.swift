package import ReaderProtocol

/// What a reader may use before it is stopped or replaced, and what documents may cost.
package struct ReaderLimits: Sendable {
  /// Passed to the reader, which lowers its own limits before it opens anything.
  package var addressSpaceMegabytes: Int
  /// For one question; set from outside, so that the reader cannot lift it.
  package var cpuSeconds: Int
  package var recycleAfterRequests: Int
  package var recycleAboveMegabytes: Int
  /// Seconds of a first try. What takes longer is asked again, with its whole deadline, when nothing
  /// else waits.
  package var firstTrySeconds: Int
  /// Pages of a document that passed their whole deadline before its other pages are not tried.
  package var giveUpAfterTimeouts: Int
  /// Seconds that readers may spend on reading one document, and on all documents of one scope.
  package var documentSeconds: Int
  package var caseSeconds: Int
  package var answers: AnswerLimits

  package init(
    addressSpaceMegabytes: Int, cpuSeconds: Int, recycleAfterRequests: Int,
    recycleAboveMegabytes: Int, firstTrySeconds: Int = 30, giveUpAfterTimeouts: Int = 3,
    documentSeconds: Int = 10_800, caseSeconds: Int = 21_600,
    answers: AnswerLimits = AnswerLimits(words: 5_000, megabytes: 256)
  ) {
    self.addressSpaceMegabytes = addressSpaceMegabytes
    self.cpuSeconds = cpuSeconds
    self.recycleAfterRequests = recycleAfterRequests
    self.recycleAboveMegabytes = recycleAboveMegabytes
    self.firstTrySeconds = firstTrySeconds
    self.giveUpAfterTimeouts = giveUpAfterTimeouts
    self.documentSeconds = documentSeconds
    self.caseSeconds = caseSeconds
    self.answers = answers
  }
}

/// What one reader process may look at: the files of one case. It is never asked about another.
package struct ReaderScope: Hashable, Sendable {
  /// Absolute paths of files, and of folders whose files may be read.
  package var readable: [String]

  package init(readable: [String]) { self.readable = readable }

  /// Nothing but what readers need in any case.
  package static let nothing = ReaderScope(readable: [])
}
