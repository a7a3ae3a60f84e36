import Casework

/// Dates that stand in a list and leave their year to one of it: "March 8, April 12, 2024".
enum DateList {
  /// `dates` with the year of their neighbours where they have none and only a comma, a semicolon or
  /// "and" lies between them; before all others the year that is written after them.
  static func sharingYears(
    _ dates: [DateParser.Found], in tokens: [DateToken]
  ) -> [DateParser.Found] {
    var dates = dates
    for index in dates.indices.reversed().dropFirst()
    where !dates[index].spansWithoutYear.isEmpty
      && isListed(dates[index], dates[index + 1], tokens)
    {
      dates[index].take(yearOf: dates[index + 1], before: true)
    }
    for index in dates.indices.dropFirst()
    where !dates[index].spansWithoutYear.isEmpty
      && isListed(dates[index - 1], dates[index], tokens)
    {
      dates[index].take(yearOf: dates[index - 1], before: false)
    }
    // "2024: Jan 5, Feb 9"
    if let first = dates.first, let year = headingYear(before: first.tokens.lowerBound, tokens) {
      for index in dates.indices where !dates[index].spansWithoutYear.isEmpty {
        dates[index].take(year: year)
      }
    }
    return dates
  }

  private static func isListed(
    _ first: DateParser.Found, _ second: DateParser.Found, _ tokens: [DateToken]
  ) -> Bool {
    let end = first.tokens.upperBound
    let between = tokens[end..<max(end, second.tokens.lowerBound)]
    return between.count <= 3
      && between.allSatisfy { token in
        switch token.kind {
        case .symbol: [",", ";", "&", ".", "/"].contains(token.text)
        case .word: ["and", "or", "then", "on", "y", "et"].contains(token.text)
        case .number, .ordinal, .blank: false
        }
      }
  }

  private static func headingYear(before index: Int, _ tokens: [DateToken]) -> Int? {
    guard index >= 2, tokens[index - 1].kind == .symbol, tokens[index - 1].text == ":",
      tokens[index - 2].kind == .number, (1900...2099).contains(tokens[index - 2].value)
    else { return nil }
    return tokens[index - 2].value
  }
}

extension DateParser.Found {
  /// Unsure enough that no day of a list is held against anybody by itself.
  private static let shared = 0.85

  fileprivate mutating func take(yearOf other: DateParser.Found, before: Bool) {
    guard let best = other.intervals.max(by: { $0.weight < $1.weight }) else { return }
    let neighbour = before ? best.days.lowerBound : best.days.upperBound
    // A list goes on in time: "November 30, December 4 and January 8, 2024".
    let years = [neighbour.year, neighbour.year + (before ? -1 : 1)]
    let fitting = years.first { year in
      spansWithoutYear.contains { span in
        span.interval(in: year).map {
          before ? $0.lowerBound <= neighbour : $0.upperBound >= neighbour
        } ?? false
      }
    }
    take(year: fitting ?? neighbour.year)
  }

  fileprivate mutating func take(year: Int) {
    let spans = spansWithoutYear.compactMap { $0.interval(in: year) }
    guard !spans.isEmpty else { return }
    intervals = spans.map { ($0, Self.shared / Double(spans.count)) }
    isIncomplete = false
    spansWithoutYear = []
  }
}
