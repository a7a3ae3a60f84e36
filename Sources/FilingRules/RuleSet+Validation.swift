import Casework
package import PipelineFiles

extension RuleSet: Validated {
  package var unusableValues: [UnusableValue] {
    effectiveProblems + numberProblems + periodProblems + policyProblems + phraseProblems
      + rowProblems
  }

  private var effectiveProblems: [UnusableValue] {
    var problems: [UnusableValue] = []
    if effective.status == .adopted, effective.from == nil {
      problems.append(
        UnusableValue("effective.from", "is needed for an edition that is adopted; write its day"))
    }
    if let from = effective.from, let until = effective.until, until < from {
      problems.append(
        UnusableValue("effective.until", "is \(until), before effective.from; write a later day"))
    }
    return problems
  }

  private var numberProblems: [UnusableValue] {
    var problems: [UnusableValue] = []
    for (key, number, allowed) in [
      ("pages.limit", pages.limit, 1...1_000),
      ("notaries.longestCommission", notaries.longestCommission, 1...100),
      ("provisions.principles", provisions.principles ?? 1, 1...99),
      ("provisions.rules", provisions.rules ?? 1, 1...99),
      ("provisions.standards", provisions.standards ?? 1, 1...99),
    ] where !allowed.contains(number) {
      problems.append(
        UnusableValue(
          key, "is \(number); set it from \(allowed.lowerBound) to \(allowed.upperBound)"))
    }
    if !(0...72).contains(pages.smallType) {
      problems.append(
        UnusableValue("pages.smallType", "is \(pages.smallType); set it from 0 to 72 points"))
    }
    return problems
  }

  private var periodProblems: [UnusableValue] {
    let period = filingPeriod
    var problems: [UnusableValue] = []
    for (key, count, distinct) in [
      ("lengths", period.lengths.count, Set(period.lengths).count),
      ("starts", period.starts.count, Set(period.starts).count),
      ("ends", period.ends.count, Set(period.ends).count),
      ("counting", period.counting.count, Set(period.counting).count),
      ("rollover", period.rollover.count, Set(period.rollover).count),
    ] where count == 0 || distinct != count {
      problems.append(
        UnusableValue("filingPeriod.\(key)", "has to name at least one, and each only once"))
    }
    for (index, length) in period.lengths.enumerated() {
      let key = "filingPeriod.lengths[\(index + 1)]"
      if !(1...1_200).contains(length.months) {
        problems.append(
          UnusableValue("\(key).months", "is \(length.months); set it from 1 to 1200"))
      }
      if length.days.isEmpty || !length.days.allSatisfy({ (1...36_600).contains($0) }) {
        problems.append(
          UnusableValue("\(key).days", "has to name numbers of days from 1 to 36600, such as [365]")
        )
      }
    }
    return problems
  }

  private var policyProblems: [UnusableValue] {
    var problems: [UnusableValue] = []
    if policies.withoutForm == .accept {
      problems.append(
        UnusableValue("policies.withoutForm", "is accept; it may be ask or refuse"))
    }
    // What the checker sees of these is too little to hold it against anybody.
    for (key, answer, _) in policies.all where key != "withoutForm" && answer == .refuse {
      problems.append(UnusableValue("policies.\(key)", "is refuse; it may be ask or accept"))
    }
    for (act, answer) in notarialActs.sorted(by: { $0.key < $1.key }) {
      if NotaryBlock.Act(rawValue: act) == nil {
        problems.append(
          UnusableValue("notarialActs.\(act)", "unknown kind of notarial act; take it out"))
      } else if answer == .refuse {
        problems.append(
          UnusableValue("notarialActs.\(act)", "is refuse; it may be ask or accept"))
      }
    }
    return problems
  }

  private var phraseProblems: [UnusableValue] {
    [
      ("notaries.statesWithoutSeal", notaries.statesWithoutSeal),
      ("notaries.commissionWithoutEnd", notaries.commissionWithoutEnd),
    ].flatMap { key, phrases in
      phrases.enumerated().filter { $0.element.normalisedWords.isEmpty }.map { index, phrase in
        UnusableValue("\(key)[\(index + 1)]", "is '\(phrase)'; write words")
      }
    }
  }

  private var rowProblems: [UnusableValue] {
    var problems: [UnusableValue] = []
    for row in ChecklistRow.allCases where checks[row.rawValue] == nil {
      problems.append(
        UnusableValue("checks.\(row.rawValue)", "is missing; every row of the checklist is needed"))
    }
    for id in checks.keys.sorted() where ChecklistRow(rawValue: id) == nil {
      problems.append(UnusableValue("checks.\(id)", "unknown row of the checklist; take it out"))
    }
    for (id, row) in checks.sorted(by: { $0.key < $1.key }) {
      let isSlug = row.rule.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || $0 == 45
      }
      if row.rule.isEmpty || !isSlug {
        problems.append(
          UnusableValue(
            "checks.\(id).rule", "is '\(row.rule)'; write lower-case words joined by hyphens"))
      }
    }
    return problems
  }
}
