package import Casework

extension RuleSet {
  /// The keys whose values leave a question open, in the order of the file: several values where one
  /// day will be the right one, `ask`, or a day that is not known.
  package var openQuestions: [String] { questions.map(\.key) }

  /// What kind of edition it is, and what it leaves open.
  var editionStatus: EditionStatus {
    EditionStatus(
      status: effective.status.rawValue, openQuestions: openQuestions,
      dependents: Dictionary(
        uniqueKeysWithValues: questions.map { ($0.key, $0.rows.map(\.rawValue)) }))
  }

  /// With the rows that depend on the answer.
  private var questions: [(key: String, rows: [ChecklistRow])] {
    var open: [(key: String, rows: [ChecklistRow])] = []
    if effective.status != .adopted || effective.from == nil {
      open.append(("effective", [.filingPeriod, .governingEdition]))
    }
    if pages.unit == .ask { open.append(("pages.unit", [.pageLimit])) }
    if pages.certificate == .ask { open.append(("pages.certificate", [.pageLimit])) }
    for (key, count) in [
      ("starts", filingPeriod.starts.count), ("ends", filingPeriod.ends.count),
      ("counting", filingPeriod.counting.count), ("rollover", filingPeriod.rollover.count),
    ] where count > 1 {
      open.append(("filingPeriod.\(key)", [.filingPeriod]))
    }
    for act in notarialActs.filter({ $0.value == .ask }).keys.sorted() {
      open.append(("notarialActs.\(act)", [.notarialAct]))
    }
    return open
      + policies.all.filter { $0.answer == .ask }.map { ("policies.\($0.key)", [$0.row]) }
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
