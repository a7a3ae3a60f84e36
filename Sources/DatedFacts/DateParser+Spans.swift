import Casework

/// Ranges, seasons, parts of months and the words that widen a date.
extension DateParser {
  /// What a parse at one place found: a date, or two dates with all between them.
  struct Found {
    var tokens: Range<Int>
    var intervals: [(days: ClosedRange<CivilDate>, weight: Double)]
    var isOpenEnded = false
    var isOrderAmbiguous = false
    var slips = 0
    /// Enough of a date is written to say so although no day can be read from it.
    var isIncomplete = false
  }

  /// The date or range that begins at `index`, with the words before it that belong to it.
  func found(_ index: Int) -> Found? {
    if isWord(index, "from", "between", "entre", "desde", "du"),
      let range = range(index + 1, led: index)
    {
      return range
    }
    if let since = since(index) { return since }
    if let approximate = approximate(index) { return approximate }
    if let week = weekOf(index) { return week }
    if let offset = offset(index) { return offset }
    return range(index, led: nil) ?? single(index, start: index)
  }

  /// The longest of the forms that a single date at `index` can have.
  func date(_ index: Int) -> WrittenDate? {
    let isRevision = saysRevision(index)
    let candidates = [
      monthFirst(index), dayFirst(index), numeric(index), yearFirst(index), monthAndYear(index),
      season(index), compact(index), numericMonth(index, isRevision: isRevision),
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

  private func single(_ index: Int, start: Int) -> Found? {
    var dateStart = index
    let weekday = weekday(index)
    if let weekday { dateStart = weekday.end }
    guard var date = date(dateStart) else { return nil }
    if let weekday { date = weighted(date, by: weekday.value) }
    var found = Found(
      tokens: start..<date.tokens.upperBound, intervals: date.intervals,
      isOrderAmbiguous: date.options.count > 1, slips: date.slips)
    if found.intervals.isEmpty {
      // Half a date is worth a word only where a day is named.
      guard date.options.contains(where: \.span.saysMoreThanMonth),
        date.slips == 0 || date.hasBlankYear || !date.years.isEmpty
      else { return nil }
      found.isIncomplete = true
      found.isOrderAmbiguous = false
    }
    if let end = openEnd(found.tokens.upperBound) {
      found.isOpenEnded = true
      found.tokens = found.tokens.lowerBound..<end
    }
    return found
  }

  // MARK: - Ranges

  /// Two dates and what joins them; `led` is the index of "from" or "between" before them.
  private func range(_ index: Int, led: Int?) -> Found? {
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
    if let end = openEnd(found.tokens.upperBound) {
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
  private func skipLead(_ start: Int) -> Int {
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
    return index
  }

  // MARK: - Words around a date

  /// "since June 2023", "beginning on or about June 3, 2024": it went on from there.
  private func since(_ index: Int) -> Found? {
    guard isWord(index, "since", "beginning", "starting", "commencing", "desde", "depuis")
    else { return nil }
    let start = skipLead(index + 1)
    let isAbout = (index + 1..<start).contains { isWord($0, "about", "around", "approximately") }
    var found: Found?
    if let single = single(start, start: index) {
      found = isAbout ? widened(single) : single
    } else if let year = wholeYear(start) {
      found = Found(tokens: index..<year.tokens.upperBound, intervals: year.intervals)
    }
    found?.isOpenEnded = true
    return found
  }

  /// "on or about June 3, 2024", "circa June 2024".
  private func approximate(_ index: Int) -> Found? {
    var next = index
    if isWord(next, "on", "in") {
      next += 1
      guard isWord(next, "or") || isSymbol(next, "/") else { return nil }
      next += 1
    }
    guard isWord(next, "about", "around", "approximately", "approx", "circa", "roughly") else {
      return nil
    }
    next += 1
    while isSymbol(next, ".", ",", ":") || isWord(next, "the") { next += 1 }
    return (range(next, led: nil) ?? single(next, start: index)).map { found in
      var found = widened(found)
      found.tokens = index..<found.tokens.upperBound
      return found
    }
  }

  /// The days by which "about" widens a day, and a longer stretch.
  static let aboutDays = 3
  static let aboutLongerDays = 15

  private func widened(_ found: Found) -> Found {
    var found = found
    found.intervals = found.intervals.map { interval in
      let isDay = interval.days.lowerBound == interval.days.upperBound
      let by = isDay ? Self.aboutDays : Self.aboutLongerDays
      let days =
        interval.days.lowerBound.adding(days: -by)...interval.days.upperBound.adding(days: by)
      return (days, interval.weight)
    }
    return found
  }

  /// "the week of June 3, 2024": a week with that day in it.
  private func weekOf(_ index: Int) -> Found? {
    guard isWord(index, "week"), isWord(index + 1, "of", "ending", "beginning") else { return nil }
    guard var found = single(index + 2, start: index), !found.isIncomplete else { return nil }
    found.intervals = found.intervals.map { interval in
      (
        interval.days.lowerBound.adding(days: -6)...interval.days.upperBound.adding(days: 6),
        interval.weight
      )
    }
    return found
  }

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
  private func season(_ index: Int) -> WrittenDate? {
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

  /// "early 2024", "late in 2023".
  private func earlyYear(_ index: Int) -> WrittenDate? {
    let (part, start) = part(index)
    guard part == .early || part == .middle || part == .late, let number = number(start),
      number.text.utf8.count == 4, (1900...2099).contains(number.value)
    else { return nil }
    return WrittenDate(
      tokens: index..<(start + 1), options: [.init(span: .year(part), weight: 0.9)],
      years: [.init(value: number.value, weight: 1)], slips: number.slips)
  }

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

  /// Where the words after a date end that say that it went on: "to present", "and continuing".
  private func openEnd(_ start: Int) -> Int? {
    var index = start
    for _ in 0..<7 {
      guard let token = token(index) else { return nil }
      if isWord(
        index, "present", "ongoing", "continuing", "continues", "onward", "onwards", "thereafter",
        "now", "presente")
      {
        return index + 1
      }
      if isWord(index, "later", "after"), isWord(index - 1, "and") {
        // "and after my work" goes on to something else.
        let next = self.token(index + 1)
        return next == nil || next?.kind == .symbol ? index + 1 : nil
      }
      if isWord(index, "today"), isWord(index - 1, "and", "to", "until", "till", "through", "thru")
      {
        return index + 1
      }
      if isWord(index, "current"), isWord(index - 1, "to", "until", "-") { return index + 1 }
      if isWord(index, "date"), isWord(index - 1, "to") { return index + 1 }
      let isJoint =
        token.kind == .symbol && ["-", ",", ":", "(", "."].contains(token.text)
        || token.kind == .blank
        || isWord(
          index, "to", "until", "till", "through", "thru", "and", "the", "is", "still", "was",
          "has", "been", "then", "up", "al", "a", "later", "after", "date", "current", "occurred")
      guard isJoint else { return nil }
      index += 1
    }
    return nil
  }

  /// The weekday before a date, with what separates them.
  private func weekday(_ index: Int) -> (value: Int, end: Int)? {
    guard let word = word(index), let value = CalendarWords.weekday(word) else { return nil }
    var end = index + 1
    while isSymbol(end, ",", ".", "(") || isWord(end, "the") { end += 1 }
    return (value, end)
  }

  /// Gives the reading on the weekday that is written nearly all the weight, where one is.
  private func weighted(_ date: WrittenDate, by weekday: Int) -> WrittenDate {
    guard date.options.count > 1, let year = date.years.first else { return date }
    var date = date
    let matches = date.options.map {
      $0.span.interval(in: year.value)?.lowerBound.weekday.rawValue == weekday
    }
    guard matches.contains(true), matches.contains(false) else { return date }
    for index in date.options.indices {
      date.options[index].weight = matches[index] ? 0.9 : 0.05
    }
    return date
  }

  /// Whether the words before `index` speak of a form's revision: "Rev.", "Revised", "(Rev".
  private func saysRevision(_ index: Int) -> Bool {
    var before = index - 1
    while isSymbol(before, ".", ":", "(", "-") || isWord(before, "date") { before -= 1 }
    return isWord(before, "rev", "revised", "revision", "ed", "edition", "version", "eff")
  }
}
