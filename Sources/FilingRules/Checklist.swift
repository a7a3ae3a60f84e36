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
  let identity = examination.identity(&passages)
  return CheckResults(
    ruleSet: ruleSet.id, disposition: disposition, checks: checks, passages: passages.passages,
    citations: citations, identity: identity,
    edition: ruleSet.editionStatus)
}

extension Examination {
  /// By what people tell the case from others.
  fileprivate func identity(_ passages: inout PassageList) -> CaseIdentity {
    func read(_ fields: [LabelledField]) -> CaseIdentity.Name? {
      guard let quote = fields.namesRead.first ?? fields.compactMap(\.value).first else {
        return nil
      }
      return CaseIdentity.Name(
        text: quote.text, isSure: quote.confidence >= FilingFacts.sureness,
        evidence: passages.ids(of: [quote]))
    }
    func oneInterval(_ days: EventDays) -> CaseIdentity.Days? {
      days.isHalfOpen ? nil : CaseIdentity.Days(earliest: days.earliest, latest: days.latest)
    }
    var identity = CaseIdentity(
      complainant: read(parties.complainant), respondent: read(parties.respondent),
      received: events.receivedOnPaper.flatMap(oneInterval),
      filing: CaseIdentity.Filing(filingPeriodEvaluation.variants))
    for amendment in facts.amendments { identity.amend(by: amendment) }
    return identity
  }
}

extension CaseIdentity {
  fileprivate mutating func amend(by amendment: Amendment) {
    let was: String?
    switch amendment.change {
    case .complainant(let name):
      was = complainant?.text
      complainant = Name(text: name, isSure: true, evidence: complainant?.evidence ?? [])
    case .respondent(let name):
      was = respondent?.text
      respondent = Name(text: name, isSure: true, evidence: respondent?.evidence ?? [])
    case .received(let days):
      was = received?.description
      received = days
    case .date, .dateRole, .attestationState, .attestationRole, .pageRole, .programme: return
    }
    amendedBy.append(AmendedBy(amendment, was: was ?? ""))
  }
}

extension Disposition {
  /// Deficient anywhere decisive, else anything decisive that is not satisfied, else ready.
  init(of checks: [Check]) {
    let outcomes = Set(checks.filter(\.isDecisive).map(\.outcome))
    self =
      if outcomes.contains(.deficient) {
        .deficiencyCandidate
      } else if outcomes.isSubset(of: [.satisfied]) {
        .ready
      } else {
        .review
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
      source: description.source,
      outcome: finding.outcome,
      isDecisive: description.standing == .decisive && !finding.onlyInforms,
      code: finding.code, reason: finding.reason, witnesses: finding.witnesses,
      waitsFor: finding.waitsFor?.rawValue,
      evidence: (finding.evidence + passages.ids(of: finding.quotes)).unique,
      variants: finding.variants)
  }
}

/// The whole case in one row. It only repeats the others, so it only informs.
private func summary(of checks: [Check], _ disposition: Disposition) -> Finding {
  func ids(_ outcome: Check.Outcome) -> String {
    checks.filter { $0.isDecisive && $0.outcome == outcome }.map(\.id).joined(separator: ", ")
  }
  let open: [(Check.Outcome, String)] = [
    (.deficient, "Deficiency candidates"), (.review, "For a person to decide"),
    (.notExamined, "Not examined"),
  ]
  var parts = open.compactMap { outcome, words in
    ids(outcome).isEmpty ? nil : "\(words): \(ids(outcome))."
  }
  if parts.isEmpty { parts.append("Every decisive row is satisfied.") }
  parts.append("A person decides; nothing is sent, rejected or deleted.")
  let outcome: Check.Outcome =
    switch disposition {
    case .ready: .satisfied
    case .review: .review
    case .deficiencyCandidate: .deficient
    }
  return Finding(
    outcome: outcome, onlyInforms: true, code: .summary, reason: parts.joined(separator: " "))
}

extension [FindingID] {
  /// Each once, in the order in which they came.
  fileprivate var unique: [FindingID] {
    var seen: Set<FindingID> = []
    return filter { seen.insert($0).inserted }
  }
}
