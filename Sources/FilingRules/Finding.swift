import Casework

/// What one row of the checklist comes to, before the rule set says how much it weighs.
struct Finding {
  var outcome: Check.Outcome
  /// A row of which the checker cannot judge at all informs the reviewer, whatever its standing.
  var onlyInforms = false
  /// The kind of `reason`; where that says several things, of the first.
  var code: ReasonCode
  var reason: String
  /// What it rests on; where that is not there, the row was not examined.
  var rests = Reliance.onWhatWasFound
  /// Of a deficiency: what speaks for it, each of these apart from the others.
  var witnesses: [String] = []
  /// The row that asks the question which has to be answered first.
  var waitsFor: ChecklistRow?
  /// Attestations and dates.
  var evidence: [FindingID] = []
  /// Words; they get their ids in ``PassageList``.
  var quotes: [Quote] = []
  var variants: [Check.Variant] = []

  /// How much of the packet has to have been seen for the row to say what it says.
  enum Reliance: Comparable {
    /// Something was found, whatever else there is.
    case onWhatWasFound
    /// Nothing else is in a document that could not be opened.
    case onAllDocuments
    /// Nor on a page that could not be read in full.
    case onAllPages
    /// Nor in words that were read with little confidence.
    case onAllWords
  }

  static func satisfied(
    _ code: ReasonCode, _ reason: String, _ evidence: [FindingID] = [],
    quoting quotes: [Quote] = [], resting rests: Reliance = .onWhatWasFound
  ) -> Finding {
    Finding(
      outcome: .satisfied, code: code, reason: reason, rests: rests, evidence: evidence,
      quotes: quotes)
  }

  /// A row that knows only how to find wording, and found none: that is no proof that it is in order,
  /// so it is never satisfied by it; nor does it keep a case from being ready.
  static func nothingFound(_ reason: String, quoting quotes: [Quote] = []) -> Finding {
    var finding = note(.noWordingFound, reason, quoting: quotes)
    finding.rests = .onAllWords
    return finding
  }

  /// On two witnesses that do not come from each other, and with nothing that speaks against them. In
  /// a packet that was not read well, ``Examination`` makes it a review.
  static func deficient(
    _ code: ReasonCode, _ reason: String, because first: String, and second: String,
    _ others: String?..., by evidence: [FindingID] = [], quoting quotes: [Quote] = []
  ) -> Finding {
    Finding(
      outcome: .deficient, code: code, reason: reason,
      witnesses: [first, second] + others.compactMap(\.self),
      evidence: evidence, quotes: quotes)
  }

  static func review(
    _ code: ReasonCode, _ reason: String, _ evidence: [FindingID] = [],
    quoting quotes: [Quote] = [], resting rests: Reliance = .onWhatWasFound,
    waitingFor row: ChecklistRow? = nil
  ) -> Finding {
    Finding(
      outcome: .review, code: code, reason: reason, rests: rests, waitsFor: row,
      evidence: evidence, quotes: quotes)
  }

  /// There was nothing to look at, and `row` asks why.
  static func notExamined(
    _ code: ReasonCode, _ reason: String, _ evidence: [FindingID] = [],
    quoting quotes: [Quote] = [], waitingFor row: ChecklistRow
  ) -> Finding {
    Finding(
      outcome: .notExamined, code: code, reason: reason, waitsFor: row, evidence: evidence,
      quotes: quotes)
  }

  /// A review that does not keep a case from being ready.
  static func note(
    _ code: ReasonCode, _ reason: String, _ evidence: [FindingID] = [], quoting quotes: [Quote] = []
  ) -> Finding {
    Finding(
      outcome: .review, onlyInforms: true, code: code, reason: reason, evidence: evidence,
      quotes: quotes)
  }
}

/// One of the things that a row may find amiss at once.
struct Problem {
  let code: ReasonCode
  let words: String
  let quotes: [Quote]

  init(_ code: ReasonCode, _ words: String, quoting quotes: [Quote] = []) {
    self.code = code
    self.words = words
    self.quotes = quotes
  }
}

extension RuleSet.Answer {
  /// What becomes of a case in which the open question came up.
  func finding(
    _ code: ReasonCode, _ reason: String, _ evidence: [FindingID] = [], quoting quotes: [Quote] = []
  ) -> Finding {
    switch self {
    // Only the packet without a form may be refused, which has a row of its own.
    case .ask, .refuse:
      .review(
        code, reason + " Whether that is in order is an open question.", evidence, quoting: quotes)
    case .accept: .satisfied(code, reason + " The rule set accepts it.", evidence, quoting: quotes)
    }
  }
}
