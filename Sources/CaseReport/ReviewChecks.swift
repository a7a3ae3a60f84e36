import Casework

/// Checks that ended alike.
struct CheckGroup {
  let anchor: String
  let heading: String
  let count: Int
  let checks: [CheckCard]

  /// Deficiency candidates, what is for review, what is satisfied, and apart from these the checks
  /// that only inform. A check that waits for the answer to another stands below that one, and is not
  /// counted: one cause is one question. A group without checks is left out.
  static func groups(of results: CheckResults, _ findings: ReviewFindings) -> [CheckGroup] {
    let decisive = results.checks.filter(\.isDecisive)
    // A finding that several checks rest on has its picture at the first of them.
    var shown: [FindingID: String] = [:]
    func group(_ anchor: String, _ heading: String, _ checks: [Check]) -> CheckGroup? {
      guard !checks.isEmpty else { return nil }
      let questions = checks.filter { results.question(behind: $0) == nil }
      let inOrder = questions.flatMap { [$0] + results.waiting(for: $0) }
      return CheckGroup(
        anchor: anchor, heading: heading, count: questions.count,
        checks: inOrder.map { check in
          CheckCard(
            check, waitsBelow: results.question(behind: check) != nil, findings, shown: &shown)
        })
    }
    return [
      group("deficient", "Deficiency candidates", decisive.filter { $0.outcome == .deficient }),
      group(
        "review", "For review",
        decisive.filter { [.review, .notExamined].contains($0.outcome) }),
      group("satisfied", "Satisfied", decisive.filter { $0.outcome == .satisfied }),
      group(
        "advisory", "For information, without effect on the outcome",
        results.checks.filter { !$0.isDecisive }),
    ].compactMap { $0 }
  }
}

extension CheckResults {
  /// What decides the case, or has to be decided: the checks that count and are not satisfied,
  /// deficiencies first. Those that wait for the answer to another come with that one.
  var openChecks: [Check] {
    [Check.Outcome.deficient, .review, .notExamined].flatMap { outcome in
      checks.filter { $0.isDecisive && $0.outcome == outcome && question(behind: $0) == nil }
    }
  }

  /// The check that counts, is open too, and has to be answered before `check` can be; `nil` where
  /// `check` is a question of its own.
  func question(behind check: Check) -> Check? {
    var (found, next): (Check?, String?) = (nil, check.waitsFor)
    // No more steps than there are checks, should two wait for each other.
    for _ in checks {
      guard check.isDecisive, let id = next,
        let open = checks.first(where: { $0.id == id }), open.isDecisive, open.id != check.id,
        open.outcome != .satisfied
      else { break }
      // A deficiency that was found is not waited for: it has a group of its own.
      guard open.outcome != .deficient else { break }
      (found, next) = (open, open.waitsFor)
    }
    return found
  }

  /// The checks that `question` has to be answered for.
  func waiting(for question: Check) -> [Check] {
    checks.filter { self.question(behind: $0)?.id == question.id }
  }
}

/// One check with its evidence.
struct CheckCard {
  struct Evidence {
    let finding: String
    let findingAnchor: String
    let caption: String
    let pageAnchor: String
    let pageWords: String
    let picture: String
    let hasPicture: Bool
    let alternative: String
    /// The check above that has the picture.
    let shownAt: ShownAt?
  }

  struct ShownAt {
    let check: String
    let checkAnchor: String
  }

  struct Variant {
    let policy: String
    let start: String
    let end: String
    let lastDay: String
    let margin: String
    let result: String
  }

  let anchor: String
  let id: String
  let title: String
  let outcome: String
  let outcomeClass: String
  let symbol: String
  let rule: String
  let reason: String
  let witnesses: [String]
  let hasWitnesses: Bool
  let waitsFor: String
  let waitsForAnchor: String
  let isWaiting: Bool
  /// Below the check that it waits for.
  let nestingClass: String
  let evidence: [Evidence]
  let hasEvidence: Bool
  let variants: [Variant]
  let hasVariants: Bool
  let variantSummary: String

  /// - Parameter shown: the findings whose pictures are above, by the check that has them.
  init(
    _ check: Check, waitsBelow: Bool, _ findings: ReviewFindings, shown: inout [FindingID: String]
  ) {
    anchor = Anchor.check(check.id)
    id = check.id
    title = check.title
    outcome = check.outcomeInWords
    outcomeClass = check.outcome.rawValue
    symbol = check.outcome.symbol
    rule = check.rule
    reason = check.reason.asSentence
    witnesses = check.witnesses
    hasWitnesses = !witnesses.isEmpty
    waitsFor = check.waitsFor ?? ""
    waitsForAnchor = check.waitsFor.map(Anchor.check) ?? ""
    isWaiting = check.waitsFor != nil
    nestingClass = waitsBelow ? "waiting" : ""
    var evidence: [Evidence] = []
    for id in check.evidence {
      guard let finding = findings[id] else { continue }
      let above = shown[id]
      evidence.append(
        Evidence(
          finding: id.rawValue, findingAnchor: Anchor.finding(id), caption: finding.caption,
          pageAnchor: Anchor.page(finding.place.page),
          pageWords: Anchor.words(finding.place.page),
          picture: above == nil ? finding.picture : "",
          hasPicture: above == nil && !finding.picture.isEmpty,
          alternative: finding.alternative,
          shownAt: above.map { ShownAt(check: $0, checkAnchor: Anchor.check($0)) }))
      if above == nil, !finding.picture.isEmpty { shown[id] = check.id }
    }
    self.evidence = evidence
    hasEvidence = !evidence.isEmpty
    variants = check.variants.map {
      Variant(
        policy: $0.policy, start: $0.start.description, end: $0.end.description,
        lastDay: $0.lastDay.description, margin: Self.margin($0.marginDays),
        result: $0.isWithin ? "✓ within" : "✕ outside")
    }
    hasVariants = !variants.isEmpty
    variantSummary = Self.summary(of: check.variants)
  }

  private static func margin(_ days: Int) -> String {
    days < 0 ? "\(counted("day")(-days)) late" : "\(counted("day")(days)) left"
  }

  private static func summary(of variants: [Check.Variant]) -> String {
    let within = variants.count { $0.isWithin }
    let margins = variants.map(\.marginDays)
    guard let least = margins.min(), let most = margins.max() else { return "" }
    let outcome =
      within == variants.count
      ? "all within the period"
      : within == 0 ? "all outside the period" : "\(within) of them within the period"
    let range =
      least == most ? margin(least) : "from \(margin(least)) to \(margin(most))"
    return
      "\(counted("combination")(variants.count)) of policy and date reading: \(outcome), \(range)."
  }
}
