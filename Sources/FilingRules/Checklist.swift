package import Casework

/// Applies a rule set to a case: every row of the checklist, whatever the others come to.
///
/// Pure: the same facts and rules give the same results.
package func check(_ facts: CaseFacts, by rules: CaseRules) -> CheckResults {
  let ruleSet = rules.ruleSet
  let examination = Examination(FilingFacts(facts), rules: rules)
  var passages = PassageList()
  var checks = ChecklistRow.allCases.filter { $0 != .summary }.map { row in
    Check(examination.finding(for: row), row: row, ruleSet: ruleSet, &passages)
  }
  let disposition = Disposition(of: checks)
  checks.append(
    Check(summary(of: checks, disposition), row: .summary, ruleSet: ruleSet, &passages))
  let citations = examination.citations.named.map { named in
    Citation(
      kind: named.kind, number: named.number, isCertain: named.isCertain,
      evidence: passages.ids(of: named.quotes))
  }
  return CheckResults(
    ruleSet: ruleSet.id, disposition: disposition, checks: checks, passages: passages.passages,
    citations: citations)
}

extension Disposition {
  /// Deficient anywhere decisive, else any decisive review, else ready.
  init(of checks: [Check]) {
    let outcomes = Set(checks.filter(\.isDecisive).map(\.outcome))
    self =
      if outcomes.contains(.deficient) {
        .deficiencyCandidate
      } else if outcomes.contains(.review) {
        .review
      } else {
        .ready
      }
  }
}

extension Check {
  fileprivate init(
    _ finding: Finding, row: ChecklistRow, ruleSet: RuleSet, _ passages: inout PassageList
  ) {
    guard let description = ruleSet.checks[row.rawValue] else {
      preconditionFailure("a validated rule set has every row")
    }
    self.init(
      id: row.rawValue, rule: "\(ruleSet.id)/\(description.rule)", title: description.title,
      outcome: finding.outcome,
      isDecisive: description.standing == .decisive && !finding.onlyInforms,
      reason: finding.reason,
      evidence: (finding.evidence + passages.ids(of: finding.quotes)).unique,
      variants: finding.variants)
  }
}

/// The whole case in one row. It only repeats the others, so it only informs.
private func summary(of checks: [Check], _ disposition: Disposition) -> Finding {
  func ids(_ outcome: Check.Outcome) -> String {
    checks.filter { $0.isDecisive && $0.outcome == outcome }.map(\.id).joined(separator: ", ")
  }
  let (deficient, review) = (ids(.deficient), ids(.review))
  var parts: [String] = []
  if !deficient.isEmpty { parts.append("Deficiency candidates: \(deficient).") }
  if !review.isEmpty { parts.append("For a person to decide: \(review).") }
  if parts.isEmpty { parts.append("Every decisive row is satisfied.") }
  parts.append("A person decides; nothing is sent, rejected or deleted.")
  let outcome: Check.Outcome =
    switch disposition {
    case .ready: .satisfied
    case .review: .review
    case .deficiencyCandidate: .deficient
    }
  return Finding(outcome: outcome, onlyInforms: true, reason: parts.joined(separator: " "))
}

extension [FindingID] {
  /// Each once, in the order in which they came.
  fileprivate var unique: [FindingID] {
    var seen: Set<FindingID> = []
    return filter { seen.insert($0).inserted }
  }
}
