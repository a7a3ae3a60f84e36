import Casework

/// Days that are named as the end of what is meant, and not as the day itself.
extension DateParser {
  enum Bound { case notBefore, notAfter }

  /// "after March 1, 2023", "no later than March 1, 2023": any day on one side of it.
  func bounded(_ index: Int) -> Found? {
    guard let (bound, end) = bound(before: index) else { return nil }
    let start = skipLead(end)
    guard let found = single(start, start: index), !found.isIncomplete else { return nil }
    return open(found, bound)
  }

  /// What a date means together with the words before it that make a bound of it.
  func open(_ found: Found, _ bound: Bound) -> Found {
    var found = found
    found.intervals = found.intervals.map { interval in
      switch bound {
      case .notBefore: (interval.days.lowerBound...CivilDate.openEnd, interval.weight)
      case .notAfter: (CivilDate.openBeginning...interval.days.upperBound, interval.weight)
      }
    }
    found.isOrderAmbiguous = false
    return found
  }

  /// The words at `index` that lead such a date, and where they end.
  private func bound(before index: Int) -> (bound: Bound, end: Int)? {
    // "My commission is good until March 14, 2027" is the day itself, and so is "received by".
    let isTerm = isWord(
      index - 1, "valid", "expires", "expire", "effective", "good", "runs", "received", "signed",
      "filed", "sworn")
    // "not until June 3, 2024" is that day.
    // "within 30 days after June 3, 2024" limits the days, not the date.
    let isLimit = isWord(
      index - 1, "day", "days", "week", "weeks", "month", "months", "year", "years")
    guard !isTerm, !isLimit, !(isWord(index - 1, "not") && isWord(index, "until", "till")) else {
      return nil
    }
    for (bound, phrases) in Self.leadingBounds {
      if let phrase = phrases.first(where: { isPhrase($0, at: index) }) {
        return (bound, index + phrase.count)
      }
    }
    return nil
  }

  /// The bound that the words after a date make of it, and where they end.
  func bound(after index: Int) -> (bound: Bound, end: Int)? {
    let start = isSymbol(index, ",", "(") ? index + 1 : index
    for (bound, phrases) in Self.followingBounds {
      if let phrase = phrases.first(where: { isPhrase($0, at: start) }) {
        return (bound, start + phrase.count)
      }
    }
    return nil
  }

  func isPhrase(_ words: [String], at index: Int) -> Bool {
    words.indices.allSatisfy { word(index + $0) == words[$0] }
  }

  private static func phrases(_ texts: String...) -> [[String]] {
    texts.map { $0.split(separator: " ").map(String.init) }
  }

  /// The longer ones first.
  private static let leadingBounds: [(Bound, [[String]])] = [
    (
      .notAfter,
      phrases(
        "no later than", "not later than", "on or before", "at or before", "any time before",
        "some time before", "sometime before", "not after", "earlier than", "prior to",
        "up until", "up to", "before", "until", "till", "by", "antes del", "antes de", "hasta")
    ),
    (
      .notBefore,
      phrases(
        "no earlier than", "not earlier than", "no sooner than", "on or after", "at or after",
        "any time after", "some time after", "sometime after", "not before", "later than",
        "subsequent to", "after", "following", "despues del", "despues de")
    ),
  ]

  private static let followingBounds: [(Bound, [[String]])] = [
    (.notBefore, phrases("or later", "or after", "or thereafter", "at the earliest")),
    (
      .notAfter,
      phrases("or earlier", "or before", "or sooner", "at the latest", "at latest", "and before")
    ),
  ]

  /// Where such words may begin.
  static let openingBounds = Set(
    leadingBounds.flatMap(\.1).compactMap(\.first))
}
