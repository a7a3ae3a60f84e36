import Casework

/// Single dates, ranges, seasons and parts of months.
extension DateParser {
  /// What a parse at one place found: a date, or two dates with all between them.
  struct Found {
    var tokens: Range<Int>
    var intervals: [(days: ClosedRange<CivilDate>, weight: Double)]
    var isOpenEnded = false
    var isOrderAmbiguous = false
    var forcedOrder: DatePolicy.Order?
    var slips = 0
    /// Enough of a date is written to say so although no day can be read from it.
    var isIncomplete = false
    /// Of an incomplete date whose year is not written and has no place to be.
    var spansWithoutYear: [Span] = []
  }

  /// The date or range that begins at `index`, with the words before it that belong to it.
  func found(_ index: Int) -> Found? {
    if isWord(index, "from", "between", "entre", "desde", "du"),
      let range = range(index + 1, led: index)
    {
      return range
    }
    if let stamp = clerksStamp(index) { return stamp }
    if let months = months(index) { return months }
    if let quarter = quarter(index) { return quarter }
    if let onward = onward(index) { return onward }
    if let since = since(index) { return since }
    if let approximate = approximate(index) { return approximate }
    if let week = weekOf(index) { return week }
    if let offset = offset(index) { return offset }
    if let bounded = bounded(index) { return bounded }
    if let year = yearInPassing(index) { return year }
    return range(index, led: nil) ?? single(index, start: index)
  }

  /// The longest of the forms that a single date at `index` can have.
  func date(_ index: Int) -> WrittenDate? {
    let isRevision = saysRevision(index)
    let candidates = [
      monthFirst(index), dayFirst(index), numeric(index), yearFirst(index), monthAndYear(index),
      season(index), holiday(index), compact(index), numericMonth(index, isRevision: isRevision),
    ]
    var best: WrittenDate?
    for case let candidate? in candidates {
      guard let current = best else {
        best = candidate
        continue
      }
      // A day with its year beats a longer run without one.
      let hasYear = (!candidate.years.isEmpty, !current.years.isEmpty)
      if hasYear.0 != hasYear.1 {
        if hasYear.0 { best = candidate }
      } else if candidate.tokens.upperBound > current.tokens.upperBound {
        best = candidate
      }
    }
    return best
  }

  func single(_ index: Int, start: Int) -> Found? {
    var dateStart = index
    let weekday = weekday(index)
    if let weekday { dateStart = weekday.end }
    guard var date = date(dateStart) else { return nil }
    if let weekday { date = weighted(date, by: weekday.value) }
    if date.options.count > 1, let order = order(before: dateStart),
      let meant = date.options.first(where: { $0.order == order })
    {
      date.options = [.init(span: meant.span, weight: WrittenDate.sure, order: order)]
    }
    var found = Found(
      tokens: start..<date.tokens.upperBound, intervals: date.intervals,
      isOrderAmbiguous: Set(date.options.map(\.order)).count > 1,
      forcedOrder: date.forcedOrder,
      slips: date.slips)
    if found.intervals.isEmpty {
      // Half a date is worth a word only where a day is named.
      guard date.options.contains(where: \.span.saysMoreThanMonth),
        date.slips == 0 || date.hasBlankYear || !date.years.isEmpty
      else { return nil }
      found.isIncomplete = true
      found.isOrderAmbiguous = false
      if date.years.isEmpty, !date.hasBlankYear {
        found.spansWithoutYear = date.options.map(\.span)
      }
    }
    if let end = approximateEnd(found.tokens.upperBound), !found.isIncomplete {
      found = widened(found)
      found.tokens = found.tokens.lowerBound..<end
    }
    if let (bound, end) = bound(after: found.tokens.upperBound), !found.isIncomplete {
      found = open(found, bound)
      found.tokens = found.tokens.lowerBound..<end
    }
    if let end = openEnd(skipTime(found.tokens.upperBound)) {
      found.isOpenEnded = true
      found.tokens = found.tokens.lowerBound..<end
    }
    return found
  }

  // MARK: - Ranges

  /// Two dates and what joins them; `led` is the index of "from" or "between" before them.
  func range(_ index: Int, led: Int?) -> Found? {
    let start = skipLead(index)
    guard var first = rangePart(start, isLed: led != nil) else { return nil }
    if let weekday = weekday(start) { first = weighted(first, by: weekday.value) }
    let afterFirst = skipTime(first.tokens.upperBound)
    var joint = afterFirst
    if isSymbol(joint, ",", ".") { joint += 1 }
    let isBetween = led.map { isWord($0, "between", "entre") } ?? false
    guard
      isSymbol(joint, "-") || isSymbol(joint, "/") && first.years.isEmpty
        || isWord(joint, "to", "through", "thru", "until", "till", "al", "hasta", "au")
        || isBetween && isWord(joint, "and", "y", "et") || isBetween && isSymbol(joint, "&")
    else { return nil }
    joint += 1
    if isSymbol(joint, ":") { joint += 1 }
    joint = skipLead(joint)
    guard var second = rangePart(joint, isLed: led != nil) else { return nil }
    if let weekday = weekday(joint) { second = weighted(second, by: weekday.value) }
    let intervals = intervals(from: first, to: second)
    guard !intervals.isEmpty else { return nil }
    var found = Found(
      tokens: (led ?? index)..<second.tokens.upperBound, intervals: intervals,
      isOrderAmbiguous: intervals.count > 1, slips: first.slips + second.slips)
    if let end = openEnd(skipTime(found.tokens.upperBound)) {
      found.isOpenEnded = true
      found.tokens = found.tokens.lowerBound..<end
    }
    return found
  }

  /// One end of a range, which may leave its year to the other end.
  private func rangePart(_ index: Int, isLed: Bool) -> WrittenDate? {
    let start = weekday(index)?.end ?? index
    if let date = date(start) { return date }
    if var date = monthAndDay(start) {
      if isSymbol(date.tokens.upperBound, ","),
        let year = leadingYear(date.tokens.upperBound, allowsShort: false)
      {
        date.years = year.years
        date.tokens = date.tokens.lowerBound..<year.end
      }
      return date
    }
    if let month = month(start) {
      return WrittenDate(
        tokens: start..<month.end,
        options: [.init(span: .month(month.value, .whole), weight: 0.95)], years: [],
        slips: month.slips)
    }
    return isLed ? wholeYear(start) : nil
  }

  private func intervals(from first: WrittenDate, to second: WrittenDate)
    -> [(days: ClosedRange<CivilDate>, weight: Double)]
  {
    guard !(first.years.isEmpty && second.years.isEmpty) else { return [] }
    let hasCommonOrder = first.options.contains { option in
      option.order != nil && second.options.contains { $0.order == option.order }
    }
    var intervals: [(days: ClosedRange<CivilDate>, weight: Double)] = []
    for start in first.options {
      for end in second.options where !hasCommonOrder || start.order == end.order {
        // An end that has one order only settles that of the other.
        let weight =
          hasCommonOrder && first.options.count != second.options.count
          ? max(start.weight, end.weight) : min(start.weight, end.weight)
        for years in Self.yearPairs(first.years, second.years) {
          guard let from = start.span.interval(in: years.first),
            let to = end.span.interval(in: years.second), from.lowerBound <= to.upperBound
          else { continue }
          intervals.append((from.lowerBound...to.upperBound, weight * years.weight))
          break
        }
      }
    }
    return intervals
  }

  /// The years of both ends; where one end has none, that of the other or the next to it.
  private static func yearPairs(_ first: [WrittenDate.Year], _ second: [WrittenDate.Year])
    -> [(first: Int, second: Int, weight: Double)]
  {
    if first.isEmpty {
      return second.flatMap {
        [($0.value, $0.value, $0.weight), ($0.value - 1, $0.value, $0.weight)]
      }
    }
    if second.isEmpty {
      return first.flatMap {
        [($0.value, $0.value, $0.weight), ($0.value, $0.value + 1, $0.weight)]
      }
    }
    return first.flatMap { start in
      second.map { (start.value, $0.value, min(start.weight, $0.weight)) }
    }
  }

  /// A comma, "on", "in", "the", "about" and the like before an end of a range.
  func skipLead(_ start: Int) -> Int {
    var index = start
    for _ in 0..<5 {
      guard
        isSymbol(index, ":", ",")
          || isWord(
            index, "on", "in", "the", "about", "around", "or", "approximately", "el", "le", "date")
      else { return index }
      index += 1
    }
    return index
  }

  /// "at 3:00 p.m." after a date.
  func skipTime(_ start: Int) -> Int {
    var index = start
    if isWord(index, "at") || isSymbol(index, ",", "@") { index += 1 }
    guard number(index) != nil, isSymbol(index + 1, ":") else { return start }
    index += 1
    while isSymbol(index, ":"), number(index + 1) != nil { index += 2 }
    for _ in 0..<4
    where isWord(index, "am", "pm", "a", "p", "m", "hours", "hrs") || isSymbol(index, ".") {
      index += 1
    }
    if isWord(
      index, "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "akst", "hst", "utc", "gmt")
    {
      index += 1
    }
    return index
  }

  /// "June, July and August 2023", "May and June 2024": from the first month to the last.
  func months(_ index: Int) -> Found? {
    guard let first = month(index), first.slips == 0 else { return nil }
    var (end, count) = (first.end, 1)
    var last = first
    while true {
      var next = end
      if isSymbol(next, ",") { next += 1 }
      if isWord(next, "and", "y", "et") || isSymbol(next, "&") { next += 1 }
      guard next > end, let month = month(next), month.slips == 0 else { break }
      (end, count, last) = (month.end, count + 1, month)
    }
    guard count > 1, let year = leadingYear(end, allowsShort: false), year.digitCount == 4,
      !isWord(index - 1, "of", "de") || !isWord(index - 2, "day", "dia") && day(index - 2) == nil,
      number(index - 1) == nil
    else { return nil }
    let intervals = year.years.compactMap {
      value -> (days: ClosedRange<CivilDate>, weight: Double)? in
      let firstYear = last.value < first.value ? value.value - 1 : value.value
      guard let from = Span.month(first.value, .whole).interval(in: firstYear),
        let to = Span.month(last.value, .whole).interval(in: value.value)
      else { return nil }
      return (from.lowerBound...to.upperBound, 0.95 * value.weight)
    }
    return intervals.isEmpty
      ? nil : Found(tokens: index..<year.end, intervals: intervals, slips: year.slips)
  }

  /// "Q3 2023", "the third quarter of 2023".
  func quarter(_ index: Int) -> Found? {
    let (value, end): (Int, Int)
    if let text = word(index), text.count == 2, text.hasPrefix("q"),
      let digit = text.last?.wholeNumberValue
    {
      (value, end) = (digit, index + 1)
    } else if isWord(index, "q"), let number = number(index + 1) {
      (value, end) = (number.value, index + 2)
    } else if let ordinal = day(index), ordinal.isOrdinal, isWord(ordinal.end, "quarter") {
      (value, end) = (ordinal.value, ordinal.end + 1)
    } else {
      return nil
    }
    guard (1...4).contains(value), let year = leadingYear(end, allowsShort: false),
      year.digitCount == 4
    else { return nil }
    let intervals = year.years.compactMap {
      year -> (days: ClosedRange<CivilDate>, weight: Double)? in
      let last = CivilDate.daysIn(month: 3 * value, year: year.value)
      guard let from = CivilDate(year: year.value, month: 3 * value - 2, day: 1),
        let to = CivilDate(year: year.value, month: 3 * value, day: last)
      else { return nil }
      return (from...to, 0.95 * year.weight)
    }
    return Found(tokens: index..<year.end, intervals: intervals, slips: year.slips)
  }

  // MARK: - Stretches without a day

  /// "early", "the end of", "the last week of" and where the month begins after it.
  func part(_ index: Int) -> (part: Span.Part, end: Int) {
    if isWord(index, "early", "mid", "late", "beginning", "start", "middle", "end") {
      var next = index + 1
      while isSymbol(next, "-") || isWord(next, "of", "in", "to", "de", "the") { next += 1 }
      switch word(index) {
      case "early", "beginning", "start": return (.early, next)
      case "late", "end": return (.late, next)
      default: return (.middle, next)
      }
    }
    if isWord(index + 1, "week"), isWord(index + 2, "of", "in") {
      if isWord(index, "last") { return (.lastWeek, index + 3) }
      if let number = day(index), number.isOrdinal, number.value <= 5 {
        return (.week(number.value), index + 3)
      }
    }
    return (.whole, index)
  }

  /// "Summer 2023", "the fall of 2023", "winter 2023-2024".
  func season(_ index: Int) -> WrittenDate? {
    let (_, start) = part(index)
    guard let word = word(start), let season = CalendarWords.season(word),
      let year = leadingYear(start + 1, allowsShort: false), !year.years.isEmpty
    else {
      return part(index).end > index ? earlyYear(index) : nil
    }
    if season == .winter, isSymbol(year.end, "-", "/"), gap(before: year.end) == .none,
      let second = number(year.end + 1)
    {
      let first = year.years[0].value
      if second.value == first + 1 || second.value == (first + 1) % 100 {
        return WrittenDate(
          tokens: index..<(year.end + 2), options: [.init(span: .winterFrom, weight: 0.9)],
          years: [.init(value: first, weight: 1)])
      }
    }
    return WrittenDate(
      tokens: index..<year.end, options: [.init(span: .season(season), weight: 0.9)],
      years: year.years, slips: year.slips)
  }

  /// "early 2024", "late in 2023", "the last week of 2023".
  func earlyYear(_ index: Int) -> WrittenDate? {
    let (part, start) = part(index)
    guard [.early, .middle, .late, .lastWeek].contains(part), let number = number(start),
      number.text.utf8.count == 4, (1900...2099).contains(number.value)
    else { return nil }
    return WrittenDate(
      tokens: index..<(start + 1), options: [.init(span: .year(part), weight: 0.9)],
      years: [.init(value: number.value, weight: 1)], slips: number.slips)
  }

  /// "in 2023", "during the year 2023", "in 2022 through May 3, 2023".
  func yearInPassing(_ index: Int) -> Found? {
    guard isWord(index, "in", "during", "throughout", "year") else { return nil }
    var next = index
    for _ in 0..<5
    where isWord(next, "in", "during", "throughout", "the", "calendar", "year", "of", "all") {
      next += 1
    }
    guard let year = wholeYear(next) else { return nil }
    if let range = range(next, led: index) { return range }
    // "in 2000 words", "in 2021 dollars"
    if let word = word(next + 1), Self.counted.contains(word) { return nil }
    return Found(tokens: index..<year.tokens.upperBound, intervals: year.intervals)
  }

  private static let counted: Set<String> = [
    "words", "pages", "dollars", "copies", "hours", "days", "weeks", "feet", "miles", "units",
    "people", "patients", "cases", "characters",
  ]

  /// A year alone, which is a date only after words that say so.
  func wholeYear(_ index: Int) -> WrittenDate? {
    guard let number = number(index), number.text.utf8.count == 4, number.slips == 0,
      (1900...2099).contains(number.value),
      !isSymbol(index + 1, "/", "-", ".") || gap(before: index + 2) != .none
        || self.number(index + 2)?.text.utf8.count == 4
    else { return nil }
    return WrittenDate(
      tokens: index..<(index + 1), options: [.init(span: .year(.whole), weight: 0.8)],
      years: [.init(value: number.value, weight: 1)])
  }
}
