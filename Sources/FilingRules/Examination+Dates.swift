import Casework

/// DAT: what the dates of the case come to.
extension Examination {
  func occurrenceKnown() -> Finding {
    guard let first = events.firstAct, let last = events.lastAct else {
      return facts.hasForm
        ? .review(
          .dateNotFound, "No date of occurrence was read by the checker.",
          quoting: labels(of: .occurrence), resting: .onAllPages) : noForm
    }
    guard !events.areActsOnlyNamed else {
      return .review(
        .dateOnlyInStatement,
        "No date is said to be that of the conduct; the statement names \(first.inWords) first.",
        first.evidence)
    }
    guard first.isComplete else {
      return .review(
        .dateNotReadInFull,
        "A date of occurrence is handwritten or not read in full; a person should read it.",
        first.evidence)
    }
    guard !first.isHalfOpen, !last.isHalfOpen else {
      let days = Set([first.inWords, last.inWords]).sorted().joined(separator: ", ")
      return .review(
        .dateOnlyBounded,
        "Of the conduct only a bound is named (\(days)); a person has to say when it was.",
        first.evidence)
    }
    let until = events.isOngoing ? ", and is said to go on" : ""
    guard first.earliest != last.earliest || first.latest != last.latest else {
      return .satisfied(
        .dateKnown, "The conduct is dated \(first.inWords)\(until).", first.evidence)
    }
    return .satisfied(
      .dateKnown, "The first act is dated \(first.inWords), the last \(last.inWords)\(until).",
      first.evidence)
  }

  func receiptKnown() -> Finding {
    let said = facts.amendments.last { $0.change.field == .received }
    guard let received = events.ends[.received] else {
      return .review(
        .dateNotFound, "No stamp or other mark of the day of receipt was read by the checker.",
        quoting: facts.tops(of: facts.pages(.form, .envelope)), resting: .onAllPages)
    }
    if !received.isComplete, filingPeriodEvaluation.verdict != .undecided {
      return .note(
        .dateNotReadInFull,
        "The day of receipt was not read in full, and the filing period does not depend on it.",
        received.evidence)
    }
    guard received.isComplete, received.isOneDay else {
      return .review(
        received.isComplete ? .dateAmbiguous : .dateNotReadInFull,
        "The day of receipt may be one of several, or was not read in full: \(received.inWords).",
        received.evidence)
    }
    let by = said.map { ", as \($0.by) says" } ?? ""
    return .satisfied(.dateKnown, "Received on \(received.inWords)\(by).", received.evidence)
  }

  func filingPeriod() -> Finding {
    let own = filingPeriodEvaluation
    var finding =
      switch own.verdict {
      case .inTime: Finding.satisfied(own.code, own.reason, own.evidence)
      case .undecided:
        Finding.review(
          own.code, own.reason, own.evidence, quoting: events.ongoingQuotes, waitingFor: unreadDay)
      case .outOfTime:
        Finding.deficient(
          own.code, own.reason,
          because: "Each day was read in full and with confidence: \(own.daysInWords).",
          and:
            "No wording moves them: none says that the conduct goes on, names only a bound, or was "
            + "not understood, and the statement names no later day that brings it into the period.",
          by: own.evidence)
      }
    if own.verdict == .outOfTime {
      let others = admissibleEditions.filter { $0.verdict != .outOfTime }
      if !others.isEmpty {
        finding.outcome = .review
        finding.code = .governingEditionOpen
        finding.reason +=
          " That is not so under " + others.map(\.ruleSet.id).joined(separator: ", ")
          + ", which may govern instead."
      }
    }
    finding.variants = own.variants
    return finding
  }

  /// The row that asks for a day without which no filing period can be told; `nil` where all are
  /// known that are needed.
  private var unreadDay: ChecklistRow? {
    if events.firstAct?.isComplete != true { return .occurrenceKnown }
    let isFiled = FilingPeriod.EndEvent.allCases.contains { events.ends[$0]?.isComplete == true }
    return isFiled ? nil : .receiptKnown
  }

  func governingEdition() -> Finding {
    // Of a packet without a form the programme is not known, nor its editions.
    guard facts.hasForm else { return noForm }
    let others = admissibleEditions
    guard !others.isEmpty else {
      return .satisfied(.onlyEdition, "\(ruleSet.id) is the only edition that may govern.")
    }
    let own = filingPeriodEvaluation.verdict
    let verdicts = ([(ruleSet.id, own)] + others.map { ($0.ruleSet.id, $0.verdict) })
      .map { "\($0.0): \($0.1.inWords)" }.joined(separator: "; ")
    guard own != .undecided, others.allSatisfy({ $0.verdict == own }) else {
      return .review(
        .governingEditionOpen,
        "Which edition governs is open, and it matters or cannot be told: \(verdicts).",
        filingPeriodEvaluation.evidence, waitingFor: own == .undecided ? .filingPeriod : nil)
    }
    return .satisfied(
      .editionsAgree, "Which edition governs is open, and all come to the same: \(verdicts).",
      filingPeriodEvaluation.evidence)
  }

  private var admissibleEditions: [(ruleSet: RuleSet, verdict: FilingPeriodEvaluation.Verdict)] {
    rules.otherEditions.filter(mayGovern).map { edition in
      (edition, FilingPeriodEvaluation(edition.filingPeriod, to: events).verdict)
    }
  }

  /// Whether the edition may have been in force on a day that matters: which one does, the day of
  /// the conduct or the day of filing, is an open question.
  private func mayGovern(_ edition: RuleSet) -> Bool {
    let relevant =
      [events.firstAct, events.lastAct]
      + FilingPeriod.EndEvent.allCases.map {
        events.ends[$0]
      }
    let days = relevant.compactMap(\.self)
    guard !days.isEmpty, days.allSatisfy(\.isComplete), !events.isOngoing, !events.mayBeOngoing
    else { return true }
    return days.contains { edition.mayBeInForce(between: $0.earliest, and: $0.latest) }
  }

  /// What happens comes in this order: conduct, learning of it, signature, notarization, mailing,
  /// receipt.
  func plausibleDates() -> Finding {
    let known = events.chronology(withLearning: true)
    var violations: [String] = []
    for (index, first) in known.enumerated() {
      for second in known.dropFirst(index + 1) where first.days.earliest > second.days.latest {
        violations.append(
          "\(first.name) (\(first.days.inWords)) after \(second.name) (\(second.days.inWords))")
      }
    }
    let evidence = known.flatMap(\.days.evidence)
    guard violations.isEmpty else {
      return .review(
        .datesOutOfOrder,
        "The dates cannot have come in this order: \(violations.joined(separator: "; ")).",
        evidence)
    }
    guard known.count > 1 else {
      return .note(
        .tooFewDatesToCompare, "Fewer than two dates were read by the checker to compare.",
        evidence)
    }
    return .satisfied(.datesInOrder, "The dates can have come in their order.", evidence)
  }

  func otherProceedings() -> Finding {
    let asked = YesNoQuestion.answer(
      to: answers.questions.otherProceedings, boxes: answers.questionBoxes?.otherProceedings,
      on: facts.pages(.form), in: facts)
    let quotes = facts.quotes(
      of: [
        "lawsuit", "lawsuits", "litigation", "docket no", "docket number",
        "civil action", "superior court", "district court", "circuit court", "board complaint",
        "filed suit", "small claims", "malpractice claim",
      ], on: facts.complaintPages)
    if let asked, asked.answer == .yes {
      return ruleSet.policies.otherProceedings.finding(
        .otherProceedingsStated, "The form says that the same facts are before another body.",
        quoting: [asked.quote] + quotes)
    }
    guard quotes.isEmpty else {
      return ruleSet.policies.otherProceedings.finding(
        .otherProceedingsWording, "Wording of other proceedings was found: \(quotes.inWords).",
        quoting: quotes)
    }
    guard facts.hasForm else { return noForm }
    guard let asked, asked.answer == .no else {
      return .nothingFound("No sign of other proceedings was found.")
    }
    return .satisfied(
      .noOtherProceedingsStated,
      "The form says that the same facts are before no other body, and no other sign of it was found.",
      quoting: [asked.quote], resting: .onAllWords)
  }
}

extension FilingPeriodEvaluation.Verdict {
  fileprivate var inWords: String {
    switch self {
    case .inTime: "in time"
    case .outOfTime: "out of time"
    case .undecided: "undecided"
    }
  }
}
