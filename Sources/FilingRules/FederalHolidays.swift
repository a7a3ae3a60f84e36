package import Casework

/// The legal public holidays of the United States on the days on which offices keep them.
///
/// 5 U.S.C. 6103(a), with (b) for those that fall on a Saturday (kept the Friday before) and
/// Executive Order 11582 for those on a Sunday (kept the Monday after). Days off that a President
/// grants for one year are not in it, nor is Inauguration Day, which only the capital keeps.
package enum FederalHolidays {
  /// The years that the rules below are right for: from the first Martin Luther King Day, to where
  /// nobody can know what Congress will have changed.
  package static let years = 1986...2060

  /// A day of a year that ``years`` does not cover.
  package struct UncoveredYear: Error, Hashable, Sendable {
    package var year: Int

    package init(year: Int) { self.year = year }
  }

  /// Whether offices are closed on `date` for a holiday; weekends are no holidays.
  package static func isKept(on date: CivilDate) throws(UncoveredYear) -> Bool {
    guard years.contains(date.year) else { throw UncoveredYear(year: date.year) }
    return kept.contains(date)
  }

  /// The year after the last, too: its New Year's Day may be kept on 31 December.
  private static let kept = Set((years.lowerBound...years.upperBound + 1).flatMap(observed(in:)))

  /// The days that are kept for the holidays of `year`, in their order.
  private static func observed(in year: Int) -> [CivilDate] {
    var days: [CivilDate] = [
      day(year, 1, 1),  // New Year's Day
      nth(3, .monday, year, 1),  // Birthday of Martin Luther King, Jr.
      nth(3, .monday, year, 2),  // Washington's Birthday
      nth(-1, .monday, year, 5),  // Memorial Day
    ]
    if year >= 2021 { days.append(day(year, 6, 19)) }  // Juneteenth, Public Law 117-17
    days += [
      day(year, 7, 4),  // Independence Day
      nth(1, .monday, year, 9),  // Labor Day
      nth(2, .monday, year, 10),  // Columbus Day
      day(year, 11, 11),  // Veterans Day
      nth(4, .thursday, year, 11),  // Thanksgiving Day
      day(year, 12, 25),  // Christmas Day
    ]
    return days.map(observed)
  }

  private static func observed(_ date: CivilDate) -> CivilDate {
    switch date.weekday {
    case .saturday: date.adding(days: -1)
    case .sunday: date.adding(days: 1)
    default: date
    }
  }

  /// The last for -1.
  private static func nth(_ n: Int, _ weekday: Weekday, _ year: Int, _ month: Int) -> CivilDate {
    guard let date = CivilDate(n, weekday, month: month, year: year) else {
      preconditionFailure("every year has this day")
    }
    return date
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    guard let date = CivilDate(year: year, month: month, day: day) else {
      preconditionFailure("every year has this day")
    }
    return date
  }
}
