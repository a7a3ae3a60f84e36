import Casework

/// Checks that are not open, of one kind; folded away.
struct CheckGroup {
  let anchor: String
  let heading: String
  let count: Int
  let checks: [CheckCard]

  /// What is satisfied, and the checks that only inform. A group without checks is left out.
  static func groups(of results: CheckResults, _ findings: ReviewFindings) -> [CheckGroup] {
    func group(_ anchor: String, _ heading: String, _ isIn: (Check) -> Bool) -> CheckGroup? {
      let checks = results.checks.filter(isIn)
      guard !checks.isEmpty else { return nil }
      return CheckGroup(
        anchor: anchor, heading: heading, count: checks.count,
        checks: checks.map { CheckCard($0, waiting: [], isFirst: false, findings) })
    }
    return [
      group("satisfied", "Satisfied") { $0.isDecisive && $0.outcome == .satisfied },
      group("advisory", "For information, without effect on the outcome") {
        !$0.isDecisive && results.question(behind: $0) == nil
      },
    ].compactMap(\.self)
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
    /// What an amendment may be of: `attestation`, `date`, or `passage`, which none is of.
    let subjectKind: String
    let caption: String
    let pageAnchor: String
    let pageWords: String
    let picture: String
    let hasPicture: Bool
    let alternative: String
  }

  /// A check that waits for the answer to this one.
  struct Waiting {
    let anchor: String
    let id: String
    let title: String
    let outcome: String
    let reason: String
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
  let source: String
  let hasSource: Bool
  let reason: String
  let witnesses: [String]
  let hasWitnesses: Bool
  let waitsFor: String
  let waitsForAnchor: String
  let isWaiting: Bool
  let waiting: [Waiting]
  let isAsked: Bool
  let isFirst: Bool
  let evidence: [Evidence]
  let hasEvidence: Bool
  let variants: [Variant]
  let hasVariants: Bool
  let variantSummary: String

  /// - Parameters:
  ///   - waiting: the checks that it has to be answered for.
  ///   - isFirst: of those that are open; it is unfolded.
  init(_ check: Check, waiting: [Check], isFirst: Bool, _ findings: ReviewFindings) {
    anchor = Anchor.check(check.id)
    id = check.id
    title = check.title
    outcome = check.outcomeInWords
    outcomeClass = check.outcome.rawValue
    symbol = check.outcome.symbol
    rule = check.rule
    source = check.source?.asSentence ?? ""
    hasSource = !source.isEmpty
    reason = check.reason.asSentence
    witnesses = check.witnesses
    hasWitnesses = !witnesses.isEmpty
    waitsFor = check.waitsFor ?? ""
    waitsForAnchor = check.waitsFor.map(Anchor.check) ?? ""
    isWaiting = check.waitsFor != nil
    self.isFirst = isFirst
    self.waiting = waiting.map {
      Waiting(
        anchor: Anchor.check($0.id), id: $0.id, title: $0.title, outcome: $0.outcomeInWords,
        reason: $0.reason.asSentence)
    }
    isAsked = !waiting.isEmpty
    evidence = check.evidence.compactMap { id in
      findings[id].map { finding in
        Evidence(
          finding: id.rawValue, subjectKind: finding.kind.rawValue, caption: finding.caption,
          pageAnchor: Anchor.page(finding.place.page),
          pageWords: Anchor.words(finding.place.page), picture: finding.picture,
          hasPicture: !finding.picture.isEmpty, alternative: finding.alternative)
      }
    }
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
