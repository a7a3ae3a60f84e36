package import Casework
import FileStore

/// What `jurat check --format json` prints: the checks of a case under rules that may be others than
/// those that it was checked by.
package struct CheckingDocument: Encodable, Sendable {
  let schema = "jurat.checking/1"
  let caseId: CaseID
  let asOf: OrNull<CivilDate>
  let ruleSet: String
  let disposition: Disposition
  /// What the case's own record says; `null` where it was not checked so far.
  let recorded: OrNull<Recorded>
  let checks: [CheckEntry]

  struct Recorded: Encodable, Sendable {
    let ruleSet: String
    let disposition: Disposition
    /// The rows of which the outcome is another here, with the outcome that is recorded.
    let differing: [String: Check.Outcome]
  }

  /// - Parameters:
  ///   - asOf: the day on which an edition has to be in force to be admissible; `nil` for any.
  ///   - recorded: what the case's own stage `check` left.
  package init(
    caseID: CaseID, asOf: CivilDate?, results: CheckResults, recorded: CheckResults?
  ) {
    caseId = caseID
    self.asOf = OrNull(asOf)
    ruleSet = results.ruleSet
    disposition = results.disposition
    checks = results.checks.map(CheckEntry.init)
    let outcomes = Dictionary(
      results.checks.map { ($0.id, $0.outcome) }, uniquingKeysWith: { first, _ in first })
    self.recorded = OrNull(
      recorded.map { own in
        Recorded(
          ruleSet: own.ruleSet, disposition: own.disposition,
          differing: Dictionary(
            own.checks.filter { outcomes[$0.id] != $0.outcome }.map { ($0.id, $0.outcome) },
            uniquingKeysWith: { first, _ in first }))
      })
  }

  package func json() throws -> [UInt8] { try CanonicalJSON.encode(self, isIndented: true) }

  /// For a person at a terminal: the disposition, then every row with its reason.
  package func text() -> String {
    let day = asOf.value.map { " as of \($0)" } ?? ""
    var lines = ["\(caseId.rawValue)  \(disposition.rawValue) under \(ruleSet)\(day)"]
    if let recorded = recorded.value {
      lines.append(
        "recorded: \(recorded.disposition.rawValue) under \(recorded.ruleSet); "
          + (recorded.differing.isEmpty
            ? "every outcome is the same"
            : "other outcomes: \(recorded.differing.keys.sorted().joined(separator: ", "))"))
    }
    lines.append("")
    for check in checks {
      let was = recorded.value?.differing[check.id].map { " (recorded: \($0.rawValue))" } ?? ""
      let weight = check.decisive ? "" : ", advisory"
      lines.append("\(check.id)  \(check.outcome.rawValue)\(weight)\(was)  \(check.reason)")
      for witness in check.witnesses { lines.append("        \(witness)") }
      if let row = check.waitsFor.value { lines.append("        waits for \(row)") }
      for variant in check.variants {
        lines.append(
          "        \(variant.within ? "in " : "out")  \(variant.policy): \(variant.start) to "
            + "\(variant.end), last day \(variant.lastDay), \(counted("day")(variant.marginDays))")
      }
    }
    return lines.joined(separator: "\n")
  }
}
