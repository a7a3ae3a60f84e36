import Casework

/// What one row of the checklist comes to, before the rule set says how much it weighs.
struct Finding {
  var outcome: Check.Outcome
  /// A row of which the checker cannot judge at all informs the reviewer, whatever its standing.
  var onlyInforms = false
  var reason: String
  /// Attestations and dates.
  var evidence: [FindingID] = []
  /// Words; they get their ids in ``PassageList``.
  var quotes: [Quote] = []
  var variants: [Check.Variant] = []

  static func satisfied(
    _ reason: String, _ evidence: [FindingID] = [], quoting quotes: [Quote] = []
  ) -> Finding {
    Finding(outcome: .satisfied, reason: reason, evidence: evidence, quotes: quotes)
  }

  /// On positive evidence only. Where the packet was not read well, ``Examination`` makes it a
  /// review.
  static func deficient(
    _ reason: String, _ evidence: [FindingID] = [], quoting quotes: [Quote] = []
  ) -> Finding {
    Finding(outcome: .deficient, reason: reason, evidence: evidence, quotes: quotes)
  }

  static func review(
    _ reason: String, _ evidence: [FindingID] = [], quoting quotes: [Quote] = []
  ) -> Finding {
    Finding(outcome: .review, reason: reason, evidence: evidence, quotes: quotes)
  }

  /// A review that does not keep a case from being ready.
  static func note(
    _ reason: String, _ evidence: [FindingID] = [], quoting quotes: [Quote] = []
  ) -> Finding {
    Finding(
      outcome: .review, onlyInforms: true, reason: reason, evidence: evidence, quotes: quotes)
  }
}

extension RuleSet.Answer {
  /// What becomes of a case in which the open question came up.
  func finding(
    _ reason: String, _ evidence: [FindingID] = [], quoting quotes: [Quote] = []
  ) -> Finding {
    switch self {
    case .ask:
      .review(
        reason + " Whether that is in order is an open question.", evidence, quoting: quotes)
    case .accept: .satisfied(reason + " The rule set accepts it.", evidence, quoting: quotes)
    case .refuse: .deficient(reason, evidence, quoting: quotes)
    }
  }
}
