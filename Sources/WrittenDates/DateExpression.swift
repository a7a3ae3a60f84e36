package import Casework

/// A date as it stands in a text, with the days that it may mean.
package struct DateExpression: Hashable, Sendable {
  /// Offsets in characters from the start of the text.
  package var range: Range<Int>
  /// The likeliest first; the confidences add up to at most 1. Empty where a date is written that
  /// says no day: the year is left out or left blank, or no calendar has the day (30 February).
  package var readings: [DateReading]
  /// The writing says that it went on after this date: "since", "ongoing", "to present".
  package var isOpenEnded: Bool
  /// The part that the words around it give it; `nil` where they give none.
  package var role: DatedFact.Role?
  /// How many tokens away those words stand; small is near.
  package var roleDistance: Int
  /// The readings differ only in which number is the month.
  package var isOrderAmbiguous: Bool
  /// What is written of a date without a year.
  var spansWithoutYear: [Span]
  /// The order of the numbers where no calendar allows another; `nil` of every other date.
  package var forcedOrder: DatePolicy.Order?

  /// The days that a date without a year means in a year of `known`, those days before all others;
  /// empty of every other date.
  package func readings(inYearsOf known: Set<CivilDate>) -> [DateReading] {
    let years = Set(known.map(\.year)).sorted()
    let intervals = years.flatMap { year in spansWithoutYear.compactMap { $0.interval(in: year) } }
    let named = intervals.filter { $0.lowerBound == $0.upperBound && known.contains($0.lowerBound) }
    let admissible = named.isEmpty ? intervals : named
    return [DateReading](merging: admissible.map { ($0, 0.6 / Double(admissible.count)) })
  }
}
