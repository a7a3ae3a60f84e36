package import Casework

extension RuleSet {
  /// The keys whose values leave a question open, in the order of the file: several values where one
  /// day will be the right one, `ask`, or a day that is not known.
  package var openQuestions: [String] {
    var keys: [String] = []
    if effective.status != .adopted || effective.from == nil { keys.append("effective") }
    if pages.unit == .ask { keys.append("pages.unit") }
    if pages.certificate == .ask { keys.append("pages.certificate") }
    for (key, count) in [
      ("starts", filingPeriod.starts.count), ("ends", filingPeriod.ends.count),
      ("counting", filingPeriod.counting.count), ("rollover", filingPeriod.rollover.count),
    ] where count > 1 {
      keys.append("filingPeriod.\(key)")
    }
    keys += notarialActs.filter { $0.value == .ask }.keys.sorted().map { "notarialActs.\($0)" }
    return keys + policies.answers.filter { $0.answer == .ask }.map { "policies.\($0.key)" }
  }

  /// Whether the edition was in force on `day`, or may have been: an edition that is not adopted, or
  /// whose days are not known, may govern any.
  package func mayBeInForce(on day: CivilDate) -> Bool { mayBeInForce(between: day, and: day) }

  /// The same of any day from `earliest` to `latest`.
  func mayBeInForce(between earliest: CivilDate, and latest: CivilDate) -> Bool {
    guard effective.status == .adopted, let from = effective.from else { return true }
    return latest >= from && effective.until.map { earliest <= $0 } ?? true
  }
}
