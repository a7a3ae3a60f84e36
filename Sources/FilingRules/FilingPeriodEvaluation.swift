import Casework

/// A filing period applied to the events of a case, under every reading and every policy.
struct FilingPeriodEvaluation {
  enum Verdict: Hashable {
    case inTime
    case outOfTime
    case undecided
  }

  private(set) var verdict: Verdict = .undecided
  private(set) var code: ReasonCode = .filingDaysUnknown
  /// In words for the reviewer.
  private(set) var reason = ""
  private(set) var variants: [Check.Variant] = []
  private(set) var evidence: [FindingID] = []

  private let period: FilingPeriod
  private let events: CaseEvents

  /// - Parameter period: Of the rule set that is applied.
  init(_ period: FilingPeriod, to events: CaseEvents) {
    self.period = period
    self.events = events
    evidence =
      (events.firstAct?.evidence ?? []) + (events.learned?.evidence ?? [])
      + FilingPeriod.EndEvent.allCases.flatMap { events.ends[$0]?.evidence ?? [] }
      + events.possibleActs.map(\.id)
    guard events.firstAct != nil else {
      code = .periodStartNotFound
      reason = "No date of occurrence was found by the checker."
      return
    }
    guard period.ends.contains(where: { events.ends[$0] != nil }) else {
      let sought = period.ends.map(\.inWords).joined(separator: ", ")
      code = .periodEndNotFound
      reason = "No date of \(sought) was found by the checker."
      return
    }
    variants = shownVariants()
    if let contradiction {
      code = .datesOutOfOrder
      reason = "The dates contradict each other: \(contradiction)."
      return
    }
    decide()
  }

  /// Two events that cannot have been in the order in which things happen: a stamp of receipt from
  /// before the signature is that of an earlier filing, or was misread.
  private var contradiction: String? {
    let known = events.chronology(withLearning: false)
    for (index, first) in known.enumerated() {
      for second in known.dropFirst(index + 1) where first.days.latestBegin > second.days.latest {
        return
          "\(first.name) (\(first.days.inWords)) comes after \(second.name) (\(second.days.inWords))"
      }
    }
    return nil
  }

  private mutating func decide() {
    var (inside, outside) = (Margins(), Margins())
    var uncoveredYear: Int?
    do throws(FederalHolidays.UncoveredYear) {
      for length in period.lengths {
        for method in length.methods(counting: period.counting, rollover: period.rollover) {
          for start in period.starts {
            for end in period.ends {
              inside.add(try leastMargin(method, start, end))
              outside.add(try greatestMargin(method, start, end))
            }
          }
        }
      }
    } catch {
      uncoveredYear = error.year
    }
    if let uncoveredYear {
      let known = FederalHolidays.years
      code = .holidaysUnknown
      reason =
        "A period would end in \(uncoveredYear); federal holidays are known from "
        + "\(known.lowerBound) to \(known.upperBound)."
    } else if inside.isKnown, let least = inside.least, least >= 0 {
      verdict = .inTime
      code = .inTime
      reason =
        "In time under every admissible reading and policy, with at least \(days(least)) left."
    } else if outside.isKnown, let greatest = outside.greatest, greatest < 0 {
      verdict = .outOfTime
      code = .outOfTime
      reason =
        "Out of time under every admissible reading and policy: the period was over for at least "
        + "\(days(-greatest))."
    } else {
      (code, reason) = undecided(
        actsWouldBeInTime: outside.isKnown && (outside.greatest ?? -1) >= 0)
    }
  }

  private struct Margins {
    private(set) var isKnown = true
    private(set) var least: Int?
    private(set) var greatest: Int?

    /// - Parameter margin: `nil` where a policy cannot be applied.
    mutating func add(_ margin: Int?) {
      guard let margin else {
        isKnown = false
        return
      }
      least = Swift.min(least ?? margin, margin)
      greatest = Swift.max(greatest ?? margin, margin)
    }
  }

  /// What the period may run from and to, each with its days.
  var daysInWords: String {
    let ends = period.ends.compactMap { end in events.ends[end].map { (end.inWords, $0) } }
    return (starts.map { ($0.name, $0.days) } + ends)
      .map { "\($0.0) \($0.1.inWords)" }.joined(separator: ", ")
  }

  // MARK: - Bounds

  /// Days left in the worst case; `nil` where something is not known.
  private func leastMargin(
    _ method: CountingMethod, _ start: FilingPeriod.StartEvent, _ end: FilingPeriod.EndEvent
  ) throws(FederalHolidays.UncoveredYear) -> Int? {
    guard let start = earliestStart(start), let end = latestEnd(end) else { return nil }
    return try method.lastDay(from: start).dayNumber - end.dayNumber
  }

  /// Days left in the best case; `nil` where something is not known.
  private func greatestMargin(
    _ method: CountingMethod, _ start: FilingPeriod.StartEvent, _ end: FilingPeriod.EndEvent
  ) throws(FederalHolidays.UncoveredYear) -> Int? {
    guard let start = latestStart(start), let end = earliestEnd(end) else { return nil }
    return try method.lastDay(from: start).dayNumber - end.dayNumber
  }

  /// The least day on which the period can have begun. Nobody learns of an act before it is done,
  /// so the first act bounds a day of learning that is not known.
  private func earliestStart(_ event: FilingPeriod.StartEvent) -> CivilDate? {
    guard let firstAct = events.firstAct, let lastAct = events.lastAct, firstAct.isComplete else {
      return nil
    }
    switch event {
    case .firstAct: return firstAct.knownEarliest
    case .lastAct: return lastAct.knownEarliest
    case .learned:
      guard let learned = events.learned, learned.isComplete, learned.knownEarliest != nil else {
        return firstAct.knownEarliest
      }
      return learned.knownEarliest
    }
  }

  /// The greatest day on which the period can have begun, where that is sure. Conduct that goes on
  /// has no last act.
  private func latestStart(_ event: FilingPeriod.StartEvent) -> CivilDate? {
    let days =
      switch event {
      case .firstAct: events.firstAct
      case .lastAct: events.isOngoing || events.mayBeOngoing ? nil : events.lastAct
      case .learned: events.learned
      }
    guard let days, days.isSure, let latest = days.knownLatest else { return nil }
    return event == .lastAct ? max(latest, events.latestPossibleAct ?? latest) : latest
  }

  /// The greatest day on which the end event can have happened. What is not known, or may have
  /// been on several days, happened before whatever comes after it.
  private func latestEnd(_ event: FilingPeriod.EndEvent) -> CivilDate? {
    let own = events.ends[event].flatMap { $0.isComplete ? $0 : nil }
    if let own, own.isOneDay { return own.latest }
    let later = FilingPeriod.EndEvent.allCases.drop { $0 != event }.dropFirst()
      .compactMap { events.ends[$0] }.filter(\.isComplete).compactMap(\.knownLatest)
    return (later + [own?.knownLatest].compactMap(\.self)).min()
  }

  /// The least day on which the end event can have happened, where that is sure. What is not known
  /// happened after whatever comes before it.
  private func earliestEnd(_ event: FilingPeriod.EndEvent) -> CivilDate? {
    if let days = events.ends[event] { return days.isSure ? days.knownEarliest : nil }
    return FilingPeriod.EndEvent.allCases.prefix { $0 != event }
      .compactMap { events.ends[$0] }.filter(\.isSure).compactMap(\.knownEarliest).max()
  }

  // MARK: - What is shown

  /// - Parameter actsWouldBeInTime: it is not out of time if the later days of the statement are acts.
  private func undecided(actsWouldBeInTime: Bool) -> (code: ReasonCode, reason: String) {
    var code = ReasonCode.filingDaysUnknown
    var parts: [String] = []
    let margins = variants.map(\.marginDays)
    if let least = margins.min(), let greatest = margins.max() {
      if least >= 0 {
        code = .inTimeAsRead
        parts.append("In time, with at least \(days(least)) left, by the dates that were read.")
      } else if greatest < 0 {
        code = .outOfTimeAsRead
        parts.append("Out of time by at least \(days(-greatest)), by the dates that were read.")
      } else {
        code = .readingsAndPoliciesDiffer
        parts.append(
          "The readings and policies differ: from \(days(-least)) over to \(days(greatest)) left.")
      }
    }
    if events.isOngoing {
      parts.append("The conduct is said to go on.")
    } else if events.mayBeOngoing {
      parts.append("Whether the conduct goes on is asked on the form, and the answer was not read.")
    }
    if actsWouldBeInTime, !events.possibleActs.isEmpty, (margins.max() ?? 0) < 0 {
      parts.append(
        "The statement names later days, and a person has to say whether they are acts: "
          + events.possibleActs.prefix(6).map(\.readings[0].inWords).joined(separator: ", ")
          + (events.possibleActs.count > 6 ? " and more." : "."))
    }
    let bounded = starts.filter(\.days.isHalfOpen).map { "\($0.name) (\($0.days.inWords))" }
    if !bounded.isEmpty {
      parts.append("Only a bound is named of \(bounded.joined(separator: ", ")).")
    }
    for (name, days) in starts where !days.wordsBeside.isEmpty {
      let words = days.wordsBeside.map { "“\($0)”" }.joined(separator: ", ")
      parts.append("Beside \(name) stand words that were not understood: \(words).")
    }
    let unsure = starts.filter { !$0.days.isComplete }.map(\.name)
    let read = FilingPeriod.EndEvent.allCases.filter { events.ends[$0]?.isComplete == false }
      .map(\.inWords)
    if !(unsure + read).isEmpty {
      parts.append(
        "Handwritten or not read in full, so a person should read it: "
          + (unsure + read).joined(separator: ", ") + ".")
    }
    let missing = period.ends.filter { events.ends[$0] == nil }.map(\.inWords)
    if !missing.isEmpty {
      parts.append("Not found by the checker: the date of \(missing.joined(separator: ", ")).")
    }
    if period.starts.contains(.learned), events.learned == nil {
      parts.append("Not found by the checker: the day on which it was learned of.")
    }
    return (code, parts.joined(separator: " "))
  }

  private var starts: [(name: String, days: EventDays)] {
    period.starts.compactMap { event in
      let days =
        switch event {
        case .firstAct: events.firstAct
        case .lastAct: events.isOngoing ? nil : events.lastAct
        case .learned: events.learned
        }
      return days.map { (event.inWords, $0) }
    }
  }

  /// A row for each pair of events and days, the ways of counting that end on the same day in one.
  private func shownVariants() -> [Check.Variant] {
    var rows: [Check.Variant] = []
    for length in period.lengths {
      let methods = length.methods(counting: period.counting, rollover: period.rollover)
      for (name, startDays) in starts {
        for start in startDays.shown {
          let lastDays = Self.lastDays(from: start, methods)
          for end in period.ends {
            guard let endDays = events.ends[end] else { continue }
            for (lastDay, words) in lastDays {
              for day in Set([endDays.knownEarliest, endDays.knownLatest].compactMap(\.self))
                .sorted()
              {
                rows.append(
                  Check.Variant(
                    policy: "\(length.name) from \(name) to \(end.inWords): \(words)",
                    start: start, end: day, lastDay: lastDay,
                    marginDays: lastDay.dayNumber - day.dayNumber))
              }
            }
          }
        }
      }
    }
    return rows
  }

  /// The last days that the ways of counting come to, in order, each with those ways in words. A
  /// rollover is only said where it makes a difference.
  private static func lastDays(
    from start: CivilDate, _ methods: [CountingMethod]
  ) -> [(CivilDate, String)] {
    var spans: [CountingMethod.Span] = []
    var rollovers: [CountingMethod.Span: [CivilDate: [FilingPeriod.Rollover]]] = [:]
    for method in methods {
      // A year without a table of holidays is said in the reason.
      guard let lastDay = try? method.lastDay(from: start) else { continue }
      if !spans.contains(method.span) { spans.append(method.span) }
      rollovers[method.span, default: [:]][lastDay, default: []].append(method.rollover)
    }
    var words: [CivilDate: [String]] = [:]
    for span in spans {
      let byDay = rollovers[span] ?? [:]
      for (lastDay, rollovers) in byDay {
        let said = byDay.count == 1 ? "" : ", " + rollovers.map(\.inWords).joined(separator: " or ")
        words[lastDay, default: []].append(span.inWords + said)
      }
    }
    return words.sorted { $0.key < $1.key }.map { ($0.key, $0.value.joined(separator: "; ")) }
  }

  private func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
}

extension EventDays {
  /// All days worth showing where they are few, else the first and the last.
  fileprivate var shown: [CivilDate] {
    days.count <= 3 ? days : [knownEarliest, knownLatest].compactMap(\.self)
  }
}
