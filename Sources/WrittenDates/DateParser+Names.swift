import Casework

/// Days and years that are named otherwise than by numbers of a calendar.
extension DateParser {
  /// "Thanksgiving 2023", "Labor Day, 2024": the day itself.
  func holiday(_ index: Int) -> WrittenDate? {
    for (words, rule) in Self.holidays where isPhrase(words, at: index) {
      var end = index + words.count
      if isWord(end, "day") { end += 1 }
      guard let year = leadingYear(end, allowsShort: false), year.digitCount == 4,
        let value = year.years.first?.value, let day = rule.day(in: value)
      else { return nil }
      return WrittenDate(
        tokens: index..<year.end,
        options: [
          .init(span: .days(month: day.month, day.day...day.day), weight: 0.9)
        ], years: [.init(value: value, weight: 1)], slips: year.slips)
    }
    return nil
  }

  /// When a holiday is, on whatever day offices keep it.
  private enum Rule {
    case fixed(month: Int, day: Int)
    /// Counted from 1; -1 is the last of the month.
    case nth(Int, Weekday, month: Int)

    func day(in year: Int) -> CivilDate? {
      switch self {
      case .fixed(let month, let day): return CivilDate(year: year, month: month, day: day)
      case .nth(let number, let weekday, let month):
        return CivilDate(number, weekday, month: month, year: year)
      }
    }
  }

  private static let holidays: [(words: [String], rule: Rule)] = named.map { name, rule in
    (name.split(separator: " ").map(String.init), rule)
  }

  private static let named: KeyValuePairs<String, Rule> = [
    "new year s": .fixed(month: 1, day: 1),
    "new years": .fixed(month: 1, day: 1),
    "martin luther king": .nth(3, .monday, month: 1),
    "mlk": .nth(3, .monday, month: 1),
    "valentine s": .fixed(month: 2, day: 14),
    "valentines": .fixed(month: 2, day: 14),
    "presidents": .nth(3, .monday, month: 2),
    "memorial": .nth(-1, .monday, month: 5),
    "mother s": .nth(2, .sunday, month: 5),
    "father s": .nth(3, .sunday, month: 6),
    "juneteenth": .fixed(month: 6, day: 19),
    "independence": .fixed(month: 7, day: 4),
    "fourth of july": .fixed(month: 7, day: 4),
    "labor": .nth(1, .monday, month: 9),
    "columbus": .nth(2, .monday, month: 10),
    "halloween": .fixed(month: 10, day: 31),
    "veterans": .fixed(month: 11, day: 11),
    "thanksgiving": .nth(4, .thursday, month: 11),
    "christmas eve": .fixed(month: 12, day: 24),
    "christmas": .fixed(month: 12, day: 25),
  ]

  /// The words that such a name begins with.
  static let openingHolidays = Set(holidays.compactMap(\.words.first))

  /// A year in Roman numerals, as deeds have it.
  func romanYear(_ index: Int) -> Int? {
    guard let text = word(index), text.utf8.count >= 4, text.hasPrefix("m") else { return nil }
    let values: [Character: Int] = [
      "i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000,
    ]
    let digits = text.compactMap { values[$0] }
    guard digits.count == text.count else { return nil }
    let sum = zip(digits, digits.dropFirst() + [0]).reduce(0) { sum, pair in
      sum + (pair.0 < pair.1 ? -pair.0 : pair.0)
    }
    return (1900...2099).contains(sum) ? sum : nil
  }

  /// Which number of a date comes first, as the label before it says: "dd/mm/yyyy".
  func order(before index: Int) -> DatePolicy.Order? {
    for start in stride(from: index - 1, through: max(0, index - 8), by: -1) {
      guard isSymbol(start + 1, "/", "-", "."), isSymbol(start + 3, "/", "-", ".") else { continue }
      if isWord(start, "dd"), isWord(start + 2, "mm") { return .dayFirst }
      if isWord(start, "mm"), isWord(start + 2, "dd") { return .monthFirst }
    }
    return nil
  }
}
