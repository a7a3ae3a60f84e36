import Casework

/// Dates with the month in words.
extension DateParser {
  /// "June 3, 2024", "Jun. 3rd '24", "June third, two thousand twenty-four", "June 3-5, 2024".
  func monthFirst(_ index: Int) -> WrittenDate? {
    guard let month = month(index) else { return nil }
    var dayStart = skipBlanks(month.end)
    if isWord(dayStart, "the") { dayStart += 1 }
    if isSymbol(dayStart, "-", "/", ",") { dayStart += 1 }
    guard let days = days(dayStart) else {
      return joinedDayAndYear(month, at: index, dayStart)
        ?? faxDate(month, at: index, dayStart) ?? halfReadDay(month, at: index, dayStart)
    }
    // "June 20 24" is a year in a place printed "20__", not the 20th.
    if !days.isOrdinal, let year = year(dayStart), year.digitCount == 4,
      number(dayStart + 1)?.text.utf8.count == 2
    {
      return nil
    }
    var end = skipBlanks(days.end)
    if isSymbol(end, "-", "/"), gap(before: end) == .none { end += 1 }
    let year = leadingYear(end, allowsShort: true)
    // "You may 12 times" is no day of May.
    if year == nil, let first = token(index), isAmbiguousMonth(first), !first.isCapitalised,
      !days.isOrdinal
    {
      return nil
    }
    return date(
      index, month: month, days: days, year: year,
      end: year?.end ?? days.end, isSure: true)
  }

  /// "3 June 2024", "3rd day of June, 2024", "03JUN2024", "3-5 June 2024", "3 de junio de 2024".
  func dayFirst(_ index: Int) -> WrittenDate? {
    guard let days = days(index), !isTiedToAmount(index) else { return nil }
    // "Feb 9, Mar 14": the number is the day of the month before it.
    if isSymbol(days.end, ","), followsMonth(index) { return nil }
    var next = skipBlanks(days.end)
    // "9\" June 2014": the small letters of an ordinal.
    if isSymbol(next, "\"", "”", "“", "*"), gap(before: next) == .none { next += 1 }
    var saysDay = false
    if isWord(next, "day", "dia", "jour") {
      saysDay = true
      next = skipBlanks(next + 1)
    }
    if isSymbol(next, ",") { next += 1 }
    if isWord(next, "of", "de") || saysDay && isWord(next, "ot", "af", "0f", "oi", "o", "cf") {
      next = skipBlanks(next + 1)
    }
    if isWord(next, "the"), isWord(next + 1, "month"), isWord(next + 2, "of") { next += 3 }
    if isSymbol(next, "-", "/", "."), gap(before: next) == .none { next += 1 }
    if let month = month(next) {
      // Across the cells of a row only the words of a sentence hold a date together.
      guard saysDay || gap(before: next) != .wide else { return nil }
      var end = skipBlanks(month.end)
      if isSymbol(end, "-", "/"), gap(before: end) == .none { end += 1 }
      let year = leadingYear(end, allowsShort: true)
      return date(
        index, month: month, days: days, year: year, end: year?.end ?? month.end,
        isSure: days.value.count == 1)
    }
    // "this 3 day of 6, 24"
    guard saysDay, let number = number(next), (1...12).contains(number.value),
      number.text.utf8.count <= 2
    else { return nil }
    let month = Part(value: number.value, end: next + 1, slips: number.slips)
    var end = month.end
    if isSymbol(end, "/", "-") { end += 1 }
    guard let year = leadingYear(end, allowsShort: true) else { return nil }
    return date(index, month: month, days: days, year: year, end: year.end, isSure: true)
  }

  /// "2024-Jun-3", "2024 June 3", and "24 JUN 3 AM" as recorders' stamps have it.
  func yearFirst(_ index: Int) -> WrittenDate? {
    guard let number = number(index) else { return nil }
    let isFull = number.text.utf8.count == 4 && (1600...2199).contains(number.value)
    guard isFull || number.text.utf8.count == 2 else { return nil }
    var next = index + 1
    if isSymbol(next, "'") { next += 1 }
    if isSymbol(next, "-", "/", ".", ",") { next += 1 }
    guard let month = month(next), gap(before: next) != .wide else { return nil }
    next = month.end
    if isSymbol(next, "-", "/", ".") { next += 1 }
    guard let day = day(next), gap(before: next) != .wide,
      token(day.end)?.gap != DateToken.Gap.none || !isNumber(day.end)
    else { return nil }
    if !isFull {
      guard number.value > 31 || saysTime(day.end) else { return nil }
    } else if let year = year(day.end), year.digitCount == 4 {
      return nil
    }
    let value = isFull ? number.value : policy.year(ofTwoDigits: number.value)
    let year = YearPart(
      years: [.init(value: value, weight: isFull ? 1 : 0.9)], end: day.end, slips: number.slips,
      digitCount: 4)
    let days = Days(value: day.value...day.value, end: day.end, slips: day.slips)
    return date(index, month: month, days: days, year: year, end: day.end, isSure: true)
  }

  /// "23 NOV 24 AM 9:31", "'24 JUL 11": recorders' and clerks' stamps have the year first. Without the
  /// apostrophe the first number may be the day.
  func clerksStamp(_ index: Int) -> Found? {
    let hasApostrophe = isSymbol(index, "'")
    let start = hasApostrophe ? index + 1 : index
    guard let first = number(start), first.text.utf8.count == 2, first.slips == 0,
      let month = month(start + 1), month.slips == 0, gap(before: start + 1) != .wide,
      let second = number(month.end), second.text.utf8.count == 2, second.slips == 0,
      (1...31).contains(second.value), gap(before: month.end) == .space,
      number(month.end + 1) == nil || isSymbol(month.end + 2, ":")
    else { return nil }
    let isStamp = hasApostrophe || saysTime(month.end + 1)
    guard isStamp || Self.likelyYears.contains(first.value) else { return nil }
    func day(_ year: Int, _ day: Int) -> ClosedRange<CivilDate>? {
      CivilDate(year: policy.year(ofTwoDigits: year), month: month.value, day: day)
        .map { $0...$0 }
    }
    var intervals: [(days: ClosedRange<CivilDate>, weight: Double)] = []
    if let days = day(first.value, second.value) {
      intervals.append((days, hasApostrophe ? 0.93 : isStamp ? 0.7 : 0.33))
    }
    if !hasApostrophe, first.value <= 31, let days = day(second.value, first.value) {
      intervals.append((days, isStamp ? 0.25 : 0.62))
    }
    return intervals.isEmpty ? nil : Found(tokens: index..<(month.end + 1), intervals: intervals)
  }

  /// Two digits that may be a year of what is complained of, and a day as well.
  private static let likelyYears = 15...31

  /// "June 2024", "early June of 2024", "the last week of May 2024", "June '24", "May/June 2024".
  func monthAndYear(_ index: Int) -> WrittenDate? {
    let (part, start) = part(index)
    guard let month = month(start), let first = tokens[safe: start] else { return nil }
    var end = month.end
    if isSymbol(end, "-", "/"), gap(before: end) == .none { end += 1 }
    guard let year = leadingYear(end, allowsShort: false) else {
      return part == .whole || isAmbiguousMonth(first) && !first.isCapitalised
        ? nil
        : WrittenDate(
          tokens: index..<month.end,
          options: [.init(span: .month(month.value, part), weight: 0.95)], years: [],
          slips: month.slips)
    }
    // "may 2020", "march 2019" in lower case are as likely a verb.
    if isAmbiguousMonth(first), !first.isCapitalised, part == .whole,
      start > 0 || year.end < tokens.count
    {
      return nil
    }
    if number(start)?.slips ?? 0 > 0 { return nil }
    // A fuzzy name needs a day to be believed.
    if month.slips > 0, CalendarWords.month(first.text) == nil, month.end == start + 1 {
      return nil
    }
    return WrittenDate(
      tokens: index..<year.end, options: [.init(span: .month(month.value, part), weight: 0.95)],
      years: year.years, slips: month.slips + year.slips, hasBlankYear: year.isBlank)
  }

  private func isAmbiguousMonth(_ token: DateToken) -> Bool {
    ["may", "march", "mars", "mar", "dec", "sept"].contains(token.text)
  }

  struct Days {
    var value: ClosedRange<Int>
    var end: Int
    var slips: Int
    var isOrdinal = false
  }

  /// One day, or "3-5", "3rd to 5th", "3, 4 and 7" as the days from the first to the last.
  private func days(_ index: Int) -> Days? {
    guard let first = day(index) else { return nil }
    var days = Days(
      value: first.value...first.value, end: first.end, slips: first.slips,
      isOrdinal: first.isOrdinal)
    var next = first.end
    while true {
      let joint = next
      if isSymbol(joint, "-", "&")
        || isWord(joint, "to", "through", "thru", "and", "or", "al", "au", "y", "et")
      {
        next = joint + 1
      } else if isSymbol(joint, ","), let listed = day(joint + 1), isListed(after: listed.end) {
        next = joint + 1
        if isWord(next, "and") || isSymbol(next, "&") { next += 1 }
      } else {
        return days
      }
      if isWord(next, "the", "el", "le") { next += 1 }
      guard let day = day(next), day.value > days.value.upperBound,
        day.isOrdinal || number(next)?.text.utf8.count ?? 1 <= 2,
        !(isSymbol(joint, "-") && isSymbol(day.end, "-", "/")),
        !isSymbol(day.end, ":"), number(next)?.value != 20 || year(next)?.digitCount != 4
      else { return days }
      days.value = days.value.lowerBound...day.value
      days.end = day.end
      days.slips += day.slips
      next = day.end
    }
  }

  /// Whether a list of days goes on: "3, 4 and 7" or "3, 4, 2024", not "3, 24".
  private func isListed(after index: Int) -> Bool {
    if isWord(index, "and", "or") || isSymbol(index, "&") { return true }
    guard isSymbol(index, ",") else { return false }
    if isWord(index + 1, "and", "or") { return true }
    return year(index + 1)?.digitCount == 4
  }

  /// "June 32024": the day and the year without a space between.
  private func joinedDayAndYear(_ month: Part, at start: Int, _ index: Int) -> WrittenDate? {
    guard allowsSlips, let number = number(index), (5...6).contains(number.text.utf8.count),
      let year = Int(number.text.suffix(4)), (1900...2099).contains(year),
      let day = Int(number.text.dropLast(4)), (1...31).contains(day)
    else { return nil }
    return WrittenDate(
      tokens: start..<(index + 1),
      options: [.init(span: .days(month: month.value, day...day), weight: WrittenDate.sure)],
      years: [.init(value: year, weight: 1)], slips: month.slips + number.slips + 1)
  }

  /// "Aug051308:20": the day, the year and the hour of a fax header without the spaces between.
  private func faxDate(_ month: Part, at start: Int, _ index: Int) -> WrittenDate? {
    guard allowsSlips, let number = number(index), number.text.utf8.count == 6, number.slips == 0,
      isSymbol(index + 1, ":"), self.number(index + 2) != nil, number.value % 100 < 24,
      (1...31).contains(number.value / 10_000)
    else { return nil }
    let (day, year) = (number.value / 10_000, number.value / 100 % 100)
    return WrittenDate(
      tokens: start..<(index + 1),
      options: [.init(span: .days(month: month.value, day...day), weight: WrittenDate.sure)],
      years: [.init(value: policy.year(ofTwoDigits: year), weight: 0.9)],
      slips: month.slips + 1)
  }

  /// "APR F4 1975", "June ?4, 2024": one of the day's digits was not read, so it may be any.
  private func halfReadDay(_ month: Part, at start: Int, _ index: Int) -> WrittenDate? {
    guard allowsSlips, month.slips == 0, let token = token(index) else { return nil }
    var (text, end) = (token.text, index + 1)
    if token.kind == .symbol, "?*#".contains(text), let number = number(end),
      gap(before: end) == .none
    {
      text += number.text
      end += 1
    }
    let digits = text.map(\.wholeNumberValue)
    guard text.count == 2, digits.count(where: { $0 != nil }) == 1, token.kind != .number,
      let year = leadingYear(end, allowsShort: false), year.digitCount == 4
    else { return nil }
    let days = (1...31).filter { day in
      digits[0].map { $0 == day / 10 } ?? true && digits[1].map { $0 == day % 10 } ?? true
    }
    return WrittenDate(
      tokens: start..<year.end,
      options: days.map {
        .init(span: .days(month: month.value, $0...$0), weight: 0.6 / Double(days.count))
      },
      years: year.years, slips: year.slips)
  }

  private func date(
    _ start: Int, month: Part, days: Days, year: YearPart?, end: Int, isSure: Bool
  ) -> WrittenDate {
    WrittenDate(
      tokens: start..<end,
      options: [
        .init(
          span: .days(month: month.value, days.value), weight: isSure ? WrittenDate.sure : 0.95)
      ],
      years: year?.years ?? [], slips: month.slips + days.slips + (year?.slips ?? 0),
      hasBlankYear: year?.isBlank ?? false)
  }

  /// Whether the number at `index` is an amount or the end of a time: "$12", "11:30", "1.5".
  private func isTiedToAmount(_ index: Int) -> Bool {
    if isSymbol(index - 1, "$", "€", "£") { return true }
    return isSymbol(index - 1, ":", ".") && gap(before: index) == .none
      && tokens[safe: index - 2]?.kind == .number
  }

  private func isNumber(_ index: Int) -> Bool { number(index) != nil }

  /// Whether a time of day stands at `index`: "AM", "8:31", "08 31 AM".
  private func saysTime(_ index: Int) -> Bool {
    isWord(index, "am", "pm", "a", "p") || number(index) != nil && isSymbol(index + 1, ":")
  }
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
