import Casework

/// A stretch of the year as it is written, without the year.
enum Span: Hashable {
  /// One day, or the days of one month from the first to the last that are named.
  case days(month: Int, ClosedRange<Int>)
  case month(Int, Part)
  case season(Season)
  /// A winter that begins in the year that is written.
  case winterFrom
  case year(Part)

  enum Part: Hashable {
    case whole, early, middle, late
    /// Counted from 1.
    case week(Int)
    case lastWeek
  }

  /// The days that the span may mean in `year`; `nil` where the calendar has no such day.
  ///
  /// The bounds are generous: "the last week of May" may be the last whole week or the last days.
  func interval(in year: Int) -> ClosedRange<CivilDate>? {
    switch self {
    case .days(let month, let days):
      Self.between((year, month, days.lowerBound), (year, month, days.upperBound))
    case .month(let month, let part):
      Self.interval(of: part, month: month, year: year)
    case .season(let season):
      switch season {
      case .spring: Self.between((year, 3, 1), (year, 6, 30))
      case .summer: Self.between((year, 6, 1), (year, 9, 30))
      case .fall: Self.between((year, 9, 1), (year, 12, 31))
      case .winter: Self.between((year, 12, 1), (year + 1, 3, 31))
      }
    case .winterFrom: Self.between((year, 12, 1), (year + 1, 3, 31))
    case .year(let part):
      switch part {
      case .early: Self.between((year, 1, 1), (year, 4, 30))
      case .middle: Self.between((year, 4, 1), (year, 9, 30))
      case .late: Self.between((year, 7, 1), (year, 12, 31))
      case .lastWeek: Self.between((year, 12, 19), (year, 12, 31))
      case .whole, .week: Self.between((year, 1, 1), (year, 12, 31))
      }
    }
  }

  /// It is not the name of a whole month, season or year, which may be a word in passing.
  var saysMoreThanMonth: Bool {
    switch self {
    case .days: true
    case .month(_, let part): part != .whole
    case .season, .winterFrom, .year: false
    }
  }

  private static func interval(of part: Part, month: Int, year: Int) -> ClosedRange<CivilDate>? {
    guard (1...12).contains(month) else { return nil }
    let last = CivilDate.daysIn(month: month, year: year)
    let days =
      switch part {
      case .whole: 1...last
      case .early: 1...15
      case .middle: 8...23
      case .late: 16...last
      case .week(let number): (number * 7 - 6)...max(number * 7 - 6, min(number * 7 + 6, last))
      case .lastWeek: (last - 12)...last
      }
    return between((year, month, days.lowerBound), (year, month, days.upperBound))
  }

  private static func between(_ first: (Int, Int, Int), _ last: (Int, Int, Int))
    -> ClosedRange<CivilDate>?
  {
    guard let earliest = CivilDate(year: first.0, month: first.1, day: first.2),
      let latest = CivilDate(year: last.0, month: last.1, day: last.2), earliest <= latest
    else { return nil }
    return earliest...latest
  }
}

/// A date as it is written: what its parts may be, with or without a year.
struct WrittenDate {
  struct Option {
    var span: Span
    /// 0 to 1.
    var weight: Double
    /// Which number was taken for the month; `nil` where the writing leaves no choice.
    var order: DatePolicy.Order?
  }
  struct Year {
    var value: Int
    /// 0 to 1.
    var weight: Double
  }

  /// Indices of the tokens that it is made of.
  var tokens: Range<Int>
  var options: [Option]
  /// Empty where the year is not written.
  var years: [Year]
  /// Characters that had to be taken for others.
  var slips = 0
  /// The year's place is there and nothing stands in it.
  var hasBlankYear = false

  static let sure = 0.98

  /// The order of its numbers where only one gives a day and they were read as they are.
  var forcedOrder: DatePolicy.Order? {
    guard options.count == 1, slips == 0, options[0].order != .both else { return nil }
    return options[0].order
  }

  /// One interval a reading, before like readings are put together.
  var intervals: [(days: ClosedRange<CivilDate>, weight: Double)] {
    let penalty = (0..<min(slips, 4)).reduce(1.0) { weight, _ in weight * 0.7 }
    return options.flatMap { option in
      years.flatMap { year -> [(days: ClosedRange<CivilDate>, weight: Double)] in
        let weight = option.weight * year.weight * penalty
        // "Winter 2023" begins in that year or ends in it.
        if option.span == .season(.winter) {
          return [year.value - 1, year.value].compactMap { value in
            option.span.interval(in: value).map { ($0, weight / 2) }
          }
        }
        return option.span.interval(in: year.value).map { [($0, weight)] } ?? []
      }
    }
  }
}

extension [DateReading] {
  /// The readings of `intervals`, like ones put together, the likeliest first.
  init(merging intervals: [(days: ClosedRange<CivilDate>, weight: Double)]) {
    var weights: [ClosedRange<CivilDate>: Double] = [:]
    for interval in intervals { weights[interval.days, default: 0] += interval.weight }
    let sum = weights.values.reduce(0, +)
    let scale = sum > 1 ? 1 / sum : 1
    self =
      weights
      .map {
        DateReading(
          earliest: $0.key.lowerBound, latest: $0.key.upperBound,
          confidence: ($0.value * scale).roundedDownToHundredth)
      }
      .sorted { ($1.confidence, $0.earliest, $0.latest) < ($0.confidence, $1.earliest, $1.latest) }
  }
}

extension Double {
  /// So that readings whose confidences add up to 1 do so after rounding, too.
  package var roundedDownToHundredth: Double { Double(Int(self * 100 + 1e-6)) / 100 }
}
