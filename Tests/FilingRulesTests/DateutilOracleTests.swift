import Casework
import FilingRules
import Foundation
import Testing

/// python-dateutil and the calendar of Python's standard library know nothing of this code.
@Suite("Oracle")
struct DateutilOracleTests {
  /// In the order of `METHODS` below.
  static let spans: [CountingMethod.Span] = [
    .anniversary(months: 12),
    .anniversary(months: 6),
    .anniversaryDayAfter(months: 12),
    .anniversaryDayAfter(months: 6),
    .days(365),
    .days(183),
    .days(182),
    .inclusiveStart(months: 12),
    .inclusiveStart(months: 6),
  ]

  /// For each start day a line: it and the last day by every method, each with every rollover, as
  /// days after 1970-01-01.
  static let script = """
    import sys
    from datetime import date, timedelta
    try:
        from dateutil.relativedelta import relativedelta, MO, TH
    except ImportError:
        sys.exit("python3 has no dateutil; on Debian install python3-dateutil")

    ONE = timedelta(days=1)

    def holidays(year):
        days = [date(year, 1, 1),
                date(year, 1, 1) + relativedelta(weekday=MO(3)),
                date(year, 2, 1) + relativedelta(weekday=MO(3)),
                date(year, 5, 31) + relativedelta(weekday=MO(-1)),
                date(year, 7, 4),
                date(year, 9, 1) + relativedelta(weekday=MO(1)),
                date(year, 10, 1) + relativedelta(weekday=MO(2)),
                date(year, 11, 11),
                date(year, 11, 1) + relativedelta(weekday=TH(4)),
                date(year, 12, 25)]
        if year >= 2021:
            days.append(date(year, 6, 19))
        return {d - ONE if d.weekday() == 5 else d + ONE if d.weekday() == 6 else d for d in days}

    closed = set().union(*(holidays(year) for year in range(1998, 2036)))

    def after(day, months):
        end = day + relativedelta(months=months)
        return end if end.day == day.day else end + ONE

    METHODS = [lambda d: d + relativedelta(months=12), lambda d: d + relativedelta(months=6),
               lambda d: after(d, 12), lambda d: after(d, 6),
               lambda d: d + timedelta(365), lambda d: d + timedelta(183),
               lambda d: d + timedelta(182),
               lambda d: d + relativedelta(months=12) - ONE,
               lambda d: d + relativedelta(months=6) - ONE]

    def weekend(day):
        while day.weekday() > 4:
            day += ONE
        return day

    def holiday(day):
        while day.weekday() > 4 or day in closed:
            day += ONE
        return day

    start = date(1999, 1, 1)
    while start <= date(2032, 12, 31):
        ends = [method(start) for method in METHODS]
        days = [start, *(roll(end) for end in ends for roll in (lambda d: d, weekend, holiday))]
        print(*((day - date(1970, 1, 1)).days for day in days))
        start += ONE
    """

  @Test("every start day from 1999 to 2032 by every method, as python-dateutil has it")
  func everyDay() throws {
    let lines = try Self.runPython(Self.script).split(separator: "\n")
    #expect(lines.count == 12_419)
    let rollovers: [FilingPeriod.Rollover] = [.none, .weekend, .weekendAndHolidays]
    let counted = Self.spans.flatMap { span in
      rollovers.map { CountingMethod(span: span, rollover: $0) }
    }
    var start = day("1999-01-01")
    var differing = 0
    for line in lines {
      let own = try [start.dayNumber] + counted.map { try $0.lastDay(from: start).dayNumber }
      let theirs = line.split(separator: " ").map { Int($0) }
      if own != theirs {
        differing += 1
        // The first is enough to see what is wrong; thousands would bury it.
        if differing == 1 { Issue.record("from \(start): own \(own), dateutil \(theirs)") }
      }
      start = start.adding(days: 1)
    }
    #expect(differing == 0)
  }

  struct PythonFailure: Error, CustomStringConvertible { var description: String }

  /// Runs a script and gives what it printed.
  private static func runPython(_ script: String) throws -> String {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaint = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw PythonFailure(description: "python3 failed: \(complaint)")
    }
    return text
  }
}
