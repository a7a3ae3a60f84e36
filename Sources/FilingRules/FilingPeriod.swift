package import Casework

/// How long after an event a complaint may be filed, with every reading of the rule that nobody
/// has ruled out yet.
package struct FilingPeriod: Codable, Hashable, Sendable {
  package var lengths: [Length]
  package var starts: [StartEvent]
  package var ends: [EndEvent]
  package var counting: [Counting]
  package var rollover: [Rollover]

  /// A period in words, in months, and in what it may mean in days.
  package struct Length: Codable, Hashable, Sendable {
    /// As the rule says it, such as `one year`.
    package var name: String
    /// For the methods that count by the calendar.
    package var months: Int
    /// For the method that counts days: 365 for a year, 182 and 183 for half of one.
    package var days: [Int]
  }

  /// What the period runs from.
  package enum StartEvent: String, Codable, CaseIterable, Sendable {
    case firstAct = "first-act"
    case lastAct = "last-act"
    case learned
  }

  /// What has to happen before the period is over, in the order in which things happen.
  package enum EndEvent: String, Codable, CaseIterable, Sendable {
    case signed, notarized, postmarked, received
  }

  package enum Counting: String, Codable, CaseIterable, Sendable {
    /// The same day of the month, or the last of a month that has no such day.
    case anniversary
    /// The same, but the first of the next month where a month has no such day.
    case anniversaryDayAfter = "anniversary-day-after"
    /// So many days after the event.
    case days
    /// The day of the event is the first day of the period, so it ends the day before the
    /// anniversary.
    case inclusiveStart = "inclusive-start"
  }

  /// What happens to a last day on which nothing can be filed.
  package enum Rollover: String, Codable, CaseIterable, Sendable {
    case none
    /// From Saturday and Sunday to Monday.
    case weekend
    /// From Saturday, Sunday and federal holidays to the next day that is neither.
    case weekendAndHolidays = "weekend-and-holidays"
  }
}

/// One way of counting a period, with nothing left open.
package struct CountingMethod: Hashable, Sendable {
  package enum Span: Hashable, Sendable {
    case anniversary(months: Int)
    case anniversaryDayAfter(months: Int)
    case days(Int)
    case inclusiveStart(months: Int)
  }
  package var span: Span
  package var rollover: FilingPeriod.Rollover

  package init(span: Span, rollover: FilingPeriod.Rollover) {
    self.span = span
    self.rollover = rollover
  }

  /// The last day of a period that an event on `start` sets going. A later start never ends sooner.
  ///
  /// - Throws: ``FederalHolidays/UncoveredYear`` where holidays count and the table does not reach.
  package func lastDay(from start: CivilDate) throws(FederalHolidays.UncoveredYear) -> CivilDate {
    var day =
      switch span {
      case .anniversary(let months): start.adding(months: months)
      case .anniversaryDayAfter(let months): Self.anniversaryOrDayAfter(start, months)
      case .days(let days): start.adding(days: days)
      case .inclusiveStart(let months): start.adding(months: months).adding(days: -1)
      }
    while try isRolledOver(day) { day = day.adding(days: 1) }
    return day
  }

  private static func anniversaryOrDayAfter(_ start: CivilDate, _ months: Int) -> CivilDate {
    let anniversary = start.adding(months: months)
    return anniversary.day == start.day ? anniversary : anniversary.adding(days: 1)
  }

  private func isRolledOver(_ day: CivilDate) throws(FederalHolidays.UncoveredYear) -> Bool {
    guard rollover != .none else { return false }
    if day.weekday == .saturday || day.weekday == .sunday { return true }
    guard rollover == .weekendAndHolidays else { return false }
    return try FederalHolidays.isKept(on: day)
  }
}

extension FilingPeriod.Length {
  /// The ways of counting this length that `counting` and `rollover` admit.
  func methods(
    counting: [FilingPeriod.Counting], rollover: [FilingPeriod.Rollover]
  ) -> [CountingMethod] {
    let spans: [CountingMethod.Span] = counting.flatMap { counting -> [CountingMethod.Span] in
      switch counting {
      case .anniversary: [.anniversary(months: months)]
      case .anniversaryDayAfter: [.anniversaryDayAfter(months: months)]
      case .days: days.map { .days($0) }
      case .inclusiveStart: [.inclusiveStart(months: months)]
      }
    }
    return spans.flatMap { span in
      rollover.map { CountingMethod(span: span, rollover: $0) }
    }
  }
}

extension CountingMethod.Span {
  /// For the table of variants, such as `365 days`.
  package var inWords: String {
    switch self {
    case .anniversary: "to the same date"
    case .anniversaryDayAfter: "to the same date or the day after the month's last"
    case .days(let days): "\(days) days"
    case .inclusiveStart: "the day of the event counted"
    }
  }
}

extension FilingPeriod.Rollover {
  package var inWords: String {
    switch self {
    case .none: "no rollover"
    case .weekend: "weekends rolling over"
    case .weekendAndHolidays: "weekends and holidays rolling over"
    }
  }
}

extension FilingPeriod.StartEvent {
  package var inWords: String {
    switch self {
    case .firstAct: "the first act"
    case .lastAct: "the last act"
    case .learned: "the day it was learned of"
    }
  }
}

extension FilingPeriod.EndEvent {
  package var inWords: String {
    switch self {
    case .signed: "signing"
    case .notarized: "notarization"
    case .postmarked: "the postmark"
    case .received: "receipt"
    }
  }
}
