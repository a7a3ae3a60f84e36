import Casework

/// Dates that are told by how far they are from a date.
extension DateParser {
  /// "two weeks before June 3, 2024": the day that is meant, and the one that is written.
  ///
  /// A limit ("within 30 days after June 3, 2024") means the written day only.
  func offset(_ index: Int) -> Found? {
    guard !isWord(index - 1, "within", "than", "least", "most", "every"),
      let amount = amount(index), let unit = unit(amount.end)
    else { return nil }
    let relation = amount.end + 1
    let sign: Int
    var next = relation + 1
    switch word(relation) {
    case "before": sign = -1
    case "prior" where isWord(next, "to"):
      sign = -1
      next += 1
    case "after", "following", "from", "since": sign = 1
    default: return nil
    }
    if isWord(next, "the") { next += 1 }
    guard let date = date(next) ?? wholeYear(next), !date.intervals.isEmpty, date.slips == 0
    else { return nil }
    // "the 30 days following April 4, 2024": all of them.
    if isWord(index - 1, "the"), amount.value > 1 {
      return Found(
        tokens: index..<date.tokens.upperBound,
        intervals: date.intervals.map { interval in
          let end = unit.moved(interval.days.upperBound, by: sign * amount.value)
          return (
            min(interval.days.lowerBound, end)...max(interval.days.upperBound, end),
            interval.weight * 0.9
          )
        })
    }
    let moved = date.intervals.map { interval in
      func moved(_ day: CivilDate) -> CivilDate { unit.moved(day, by: sign * amount.value) }
      return (
        days: moved(interval.days.lowerBound)...moved(interval.days.upperBound),
        weight: interval.weight * 0.6
      )
    }
    return Found(
      tokens: index..<date.tokens.upperBound,
      intervals: moved + date.intervals.map { ($0.days, $0.weight * 0.3) })
  }

  private func amount(_ index: Int) -> (value: Int, end: Int)? {
    if isWord(index, "a", "one") { return (1, index + 1) }
    if let number = number(index), (1...99).contains(number.value) {
      return (number.value, index + 1)
    }
    guard let read = NumberWords.belowHundred(numberWord, from: index), !read.isOrdinal else {
      return nil
    }
    return (read.value, read.end)
  }

  private enum Unit {
    case days(Int)
    case months(Int)

    /// Months and years end on the same date, or on the month's last.
    func moved(_ day: CivilDate, by count: Int) -> CivilDate {
      switch self {
      case .days(let days): day.adding(days: count * days)
      case .months(let months): day.adding(months: count * months)
      }
    }
  }

  private func unit(_ index: Int) -> Unit? {
    switch word(index) {
    case "day", "days": .days(1)
    case "week", "weeks": .days(7)
    case "month", "months": .months(1)
    case "year", "years": .months(12)
    default: nil
    }
  }
}
