import Casework
import FilingRules
import Testing

@Suite("Window arithmetic")
struct FilingPeriodTests {
  /// One row of the vectors in the design's research on dates, computed independently of this code.
  struct Vector: CustomTestStringConvertible, Sendable {
    var event: String
    var anniversary: String
    var days: String
    var inclusive: String
    /// The anniversary moved off weekends and holidays.
    var rolled: String
    var half: String
    /// Half a year moved off weekends and holidays.
    var halfRolled: String
    var testDescription: String { event }
  }

  static let vectors = [
    Vector(
      event: "2023-02-28", anniversary: "2024-02-28", days: "2024-02-28", inclusive: "2024-02-27",
      rolled: "2024-02-28", half: "2023-08-28", halfRolled: "2023-08-28"),
    Vector(
      event: "2023-03-01", anniversary: "2024-03-01", days: "2024-02-29", inclusive: "2024-02-29",
      rolled: "2024-03-01", half: "2023-09-01", halfRolled: "2023-09-01"),
    Vector(
      event: "2024-02-28", anniversary: "2025-02-28", days: "2025-02-27", inclusive: "2025-02-27",
      rolled: "2025-02-28", half: "2024-08-28", halfRolled: "2024-08-28"),
    Vector(
      event: "2024-02-29", anniversary: "2025-02-28", days: "2025-02-28", inclusive: "2025-02-27",
      rolled: "2025-02-28", half: "2024-08-29", halfRolled: "2024-08-29"),
    Vector(
      event: "2024-03-01", anniversary: "2025-03-01", days: "2025-03-01", inclusive: "2025-02-28",
      rolled: "2025-03-03", half: "2024-09-01", halfRolled: "2024-09-03"),
    Vector(
      event: "2023-08-31", anniversary: "2024-08-31", days: "2024-08-30", inclusive: "2024-08-30",
      rolled: "2024-09-03", half: "2024-02-29", halfRolled: "2024-02-29"),
    Vector(
      event: "2023-08-29", anniversary: "2024-08-29", days: "2024-08-28", inclusive: "2024-08-28",
      rolled: "2024-08-29", half: "2024-02-29", halfRolled: "2024-02-29"),
    Vector(
      event: "2024-07-04", anniversary: "2025-07-04", days: "2025-07-04", inclusive: "2025-07-03",
      rolled: "2025-07-07", half: "2025-01-04", halfRolled: "2025-01-06"),
    Vector(
      event: "2023-12-25", anniversary: "2024-12-25", days: "2024-12-24", inclusive: "2024-12-24",
      rolled: "2024-12-26", half: "2024-06-25", halfRolled: "2024-06-25"),
  ]

  func last(
    _ start: String, _ span: CountingMethod.Span, _ rollover: FilingPeriod.Rollover = .none
  ) throws -> String {
    try CountingMethod(span: span, rollover: rollover).lastDay(from: day(start)).description
  }

  @Test("the vectors of the research come out", arguments: vectors)
  func vector(_ vector: Vector) throws {
    #expect(try last(vector.event, .anniversary(months: 12)) == vector.anniversary)
    #expect(try last(vector.event, .days(365)) == vector.days)
    #expect(try last(vector.event, .inclusiveStart(months: 12)) == vector.inclusive)
    #expect(
      try last(vector.event, .anniversary(months: 12), .weekendAndHolidays) == vector.rolled)
    #expect(try last(vector.event, .anniversary(months: 6)) == vector.half)
    #expect(
      try last(vector.event, .anniversary(months: 6), .weekendAndHolidays) == vector.halfRolled)
  }

  @Test("a weekend alone rolls to Monday, holiday or not")
  func weekend() throws {
    #expect(try last("2023-08-31", .anniversary(months: 12), .weekend) == "2024-09-02")
    #expect(try last("2024-07-04", .anniversary(months: 12), .weekend) == "2025-07-04")
  }

  @Test("a month without the day ends on its last, or the day after")
  func dayAfter() throws {
    #expect(try last("2024-02-29", .anniversaryDayAfter(months: 12)) == "2025-03-01")
    #expect(try last("2023-08-31", .anniversaryDayAfter(months: 6)) == "2024-03-01")
    #expect(try last("2023-08-29", .anniversaryDayAfter(months: 6)) == "2024-02-29")
  }

  @Test("half a year twice is not a year")
  func halves() throws {
    let half = try last("2023-08-31", .anniversary(months: 6))
    #expect(try last(half, .anniversary(months: 6)) == "2024-08-29")
  }

  @Test(
    "a later event never has an earlier last day",
    arguments: [
      CountingMethod.Span.anniversary(months: 6), .anniversaryDayAfter(months: 6), .days(183),
      .inclusiveStart(months: 12), .anniversary(months: 1),
    ], FilingPeriod.Rollover.allCases)
  func monotonic(span: CountingMethod.Span, rollover: FilingPeriod.Rollover) throws {
    let method = CountingMethod(span: span, rollover: rollover)
    var start = day("2019-12-31")
    var previous = try method.lastDay(from: start)
    while start < day("2024-03-02") {
      start = start.adding(days: 1)
      let next = try method.lastDay(from: start)
      #expect(next >= previous, "\(start)")
      previous = next
    }
  }

  @Test("outside the table of holidays there is an error, and only where holidays count")
  func uncovered() throws {
    #expect(throws: FederalHolidays.UncoveredYear(year: 2061)) {
      try last("2060-07-01", .anniversary(months: 12), .weekendAndHolidays)
    }
    #expect(throws: FederalHolidays.UncoveredYear(year: 1985)) {
      try last("1984-07-01", .anniversary(months: 12), .weekendAndHolidays)
    }
    #expect(try last("2060-07-01", .anniversary(months: 12), .weekend) == "2061-07-01")
  }

  @Test(
    "federal holidays are kept on the days that the Office of Personnel Management lists",
    arguments: [
      // 2021: Juneteenth for the first time, kept on the Friday; New Year 2022 kept in 2021.
      "2021-01-01", "2021-01-18", "2021-02-15", "2021-05-31", "2021-06-18", "2021-07-05",
      "2021-09-06", "2021-10-11", "2021-11-11", "2021-11-25", "2021-12-24", "2021-12-31",
      "2022-06-20", "2022-12-26", "2023-01-02", "2023-11-10", "2024-07-04", "2024-11-11",
    ])
  func holidays(_ text: String) throws {
    #expect(try FederalHolidays.isKept(on: day(text)))
  }

  @Test(
    "other days are none",
    arguments: ["2020-06-19", "2021-07-04", "2022-01-01", "2023-11-11", "2024-11-29", "2022-12-31"])
  func notHolidays(_ text: String) throws {
    #expect(try !FederalHolidays.isKept(on: day(text)))
  }
}
