import Casework
import Testing

@Suite("Civil dates")
struct CivilDateTests {
  @Test("every day from 1900 to 2100 follows the day before it, and comes back from its number")
  func everyDay() throws {
    var number = try #require(CivilDate(year: 1900, month: 1, day: 1)).dayNumber
    var weekday = try #require(CivilDate(year: 1900, month: 1, day: 1)).weekday.rawValue
    for year in 1900...2100 {
      for month in 1...12 {
        for day in 1...CivilDate.daysIn(month: month, year: year) {
          let date = try #require(CivilDate(year: year, month: month, day: day))
          guard date.dayNumber == number, CivilDate(dayNumber: number) == date,
            date.weekday.rawValue == weekday, CivilDate(date.description) == date
          else {
            Issue.record("\(date) has the number \(date.dayNumber), not \(number)")
            return
          }
          number += 1
          weekday = (weekday + 1) % 7
        }
      }
    }
  }

  @Test(
    "weekdays that calendars agree on",
    arguments: [
      ("1900-01-01", Weekday.monday), ("1970-01-01", .thursday), ("1999-12-31", .friday),
      ("2000-02-29", .tuesday), ("2024-02-29", .thursday), ("2024-09-02", .monday),
      ("2100-03-01", .monday),
    ])
  func anchors(text: String, weekday: Weekday) throws {
    #expect(try #require(CivilDate(text)).weekday == weekday)
  }

  @Test(
    "no date where no calendar has one",
    arguments: [
      (2023, 2, 29), (2100, 2, 29), (2024, 2, 30), (2024, 4, 31), (2024, 13, 1), (2024, 0, 1),
      (2024, 1, 0), (0, 1, 1), (2024, 1, 32), (10_000, 1, 1),
    ])
  func impossible(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(
    "text that is not YYYY-MM-DD is no date",
    arguments: [
      "2024-6-3", "2024/06/03", "20240603", "2024-06-03 ", "+024-06-03", "2024-02-30", "", "--",
      "2024-06-03-01", "٢٠٢٤-٠٦-٠٣",
    ])
  func notADate(text: String) { #expect(CivilDate(text) == nil) }

  @Test(
    "months later, on the last day where the month is shorter",
    arguments: [
      ("2023-08-31", 6, "2024-02-29"), ("2023-08-29", 6, "2024-02-29"),
      ("2024-02-29", 12, "2025-02-28"), ("2023-02-28", 12, "2024-02-28"),
      ("2024-01-31", 1, "2024-02-29"), ("2024-03-31", -1, "2024-02-29"),
      ("2024-12-15", 1, "2025-01-15"), ("2024-01-15", -1, "2023-12-15"),
      ("2024-07-04", 0, "2024-07-04"),
    ])
  func addingMonths(start: String, months: Int, end: String) throws {
    #expect(try #require(CivilDate(start)).adding(months: months).description == end)
  }

  @Test(
    "days later, over leap days and ends of years",
    arguments: [
      ("2023-03-01", 365, "2024-02-29"), ("2024-02-28", 1, "2024-02-29"),
      ("2023-12-31", 1, "2024-01-01"), ("2024-03-01", -1, "2024-02-29"),
      ("1900-02-28", 1, "1900-03-01"), ("1970-01-01", -1, "1969-12-31"),
    ])
  func addingDays(start: String, days: Int, end: String) throws {
    #expect(try #require(CivilDate(start)).adding(days: days).description == end)
  }

  @Test("dates are ordered by the calendar")
  func order() throws {
    let dates = try ["2023-12-31", "2024-01-01", "2024-01-02", "2024-02-01"].map {
      try #require(CivilDate($0))
    }
    #expect(dates.shuffled().sorted() == dates)
  }
}
