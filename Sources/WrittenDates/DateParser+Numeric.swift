import Casework

/// Dates in numbers only.
extension DateParser {
  /// "06/03/2024", "6-3-24", "06.03.2024", "2024-06-03", "06/03 2024", "6/3/'24", "1/15/20__".
  func numeric(_ index: Int) -> WrittenDate? {
    guard let first = numberPart(index), isFreeBefore(index, afterAnyWord: true),
      let firstJoint = joint(index + 1), let second = numberPart(firstJoint.end)
    else { return nil }
    let text = (first: first.text, second: second.text)
    if first.text.utf8.count <= 2, let joined = joinedSecond(second, at: firstJoint.end) {
      return numericDate(
        index..<(firstJoint.end + 1), first, joined.day, years: joined.years,
        slips: first.slips + second.slips + 1, weight: 0.9)
    }
    guard text.second.utf8.count <= 2, let secondJoint = joint(firstJoint.end + 1) else {
      return nil
    }
    let third = secondJoint.end
    if text.first.utf8.count == 4 {
      return yearMonthDay(index, first, firstJoint, second, secondJoint)
    }
    guard text.first.utf8.count <= 2 else { return nil }
    if first.value > 31, first.text.utf8.count == 2 {
      return shortYearMonthDay(index, first, firstJoint, second, secondJoint)
    }
    guard let year = numericYear(third), isFreeAfter(year.end),
      isPlausible(index, first, firstJoint, second, secondJoint, year)
    else { return nil }
    let weight = year.digitCount == 2 ? 0.97 : 1
    let isMixed = firstJoint.symbol != secondJoint.symbol
    return numericDate(
      index..<year.end, first, second, years: year.years, isBlank: year.isBlank,
      slips: first.slips + second.slips + year.slips + firstJoint.slips + secondJoint.slips,
      weight: isMixed ? weight * 0.9 : weight)
  }

  /// "20240603", and in a field for a date "06032024" as well.
  func compact(_ index: Int) -> WrittenDate? {
    guard let number = number(index), number.text.utf8.count == 8, number.slips == 0,
      isFreeAfter(index + 1), !isSymbol(index - 1, "$", "#", "("), !isSymbol(index + 1, "("),
      index == 0 || isDateField || gap(before: index) > .none || isSymbol(index - 1, "-", ":", "_")
    else { return nil }
    let digits = number.value
    let (year, month, day) = (digits / 10_000, digits / 100 % 100, digits % 100)
    var options: [WrittenDate.Option] = []
    var years: [WrittenDate.Year] = []
    if (1950...2099).contains(year), Span.days(month: month, day...day).interval(in: year) != nil {
      options = [.init(span: .days(month: month, day...day), weight: 0.8)]
      years = [.init(value: year, weight: 1)]
    } else if isDateField, (1900...2099).contains(digits % 10_000) {
      options = ordered(digits / 1_000_000, digits / 10_000 % 100, weight: 0.9)
      years = [.init(value: digits % 10_000, weight: 1)]
    }
    return options.isEmpty
      ? nil : WrittenDate(tokens: index..<(index + 1), options: options, years: years)
  }

  /// "06/2024" as a month, which footers of forms have; "6-24" only where `isRevision`.
  func numericMonth(_ index: Int, isRevision: Bool) -> WrittenDate? {
    guard let first = number(index), isFreeBefore(index), first.slips == 0,
      isSymbol(index + 1, "/") || isRevision && isSymbol(index + 1, "-", "."),
      gap(before: index + 1) == .none, gap(before: index + 2) == .none,
      let second = number(index + 2), isFreeAfter(index + 3)
    else { return nil }
    let (month, year) = first.text.utf8.count == 4 ? (second, first) : (first, second)
    guard (1...12).contains(month.value), month.text.utf8.count <= 2 else { return nil }
    let value: Int
    switch year.text.utf8.count {
    case 4 where (1950...2099).contains(year.value): value = year.value
    case 2 where isRevision: value = policy.year(ofTwoDigits: year.value)
    default: return nil
    }
    if first.text.utf8.count == 4, !isRevision { return nil }
    return WrittenDate(
      tokens: index..<(index + 3),
      options: [.init(span: .month(month.value, .whole), weight: 0.95)],
      years: [.init(value: value, weight: 1)])
  }

  /// "06/03" as a day without its year, which only a range can give it.
  func monthAndDay(_ index: Int) -> WrittenDate? {
    guard let first = number(index), isFreeBefore(index), isSymbol(index + 1, "/"),
      let second = number(index + 2), first.text.utf8.count <= 2, second.text.utf8.count <= 2,
      !isSymbol(index + 3, "/")
    else { return nil }
    let options = ordered(first.value, second.value, weight: WrittenDate.sure)
    return options.isEmpty
      ? nil : WrittenDate(tokens: index..<(index + 3), options: options, years: [])
  }

  // MARK: - Parts

  struct Joint {
    var symbol: String
    var end: Int
    var slips = 0
    var isSpaced: Bool
  }

  /// What stands between two numbers of a date: a separator, or a space alone.
  private func joint(_ index: Int) -> Joint? {
    guard let token = token(index) else { return nil }
    if token.kind == .symbol, ["/", "-", ".", "\\", "|", ","].contains(token.text) {
      let isSpaced = token.gap != .none || gap(before: index + 1) != .none
      switch token.text {
      case "\\", "|":
        return allowsSlips ? Joint(symbol: "/", end: index + 1, slips: 1, isSpaced: isSpaced) : nil
      case ".", ",":
        return isSpaced ? nil : Joint(symbol: token.text, end: index + 1, isSpaced: false)
      default:
        // "06//03" and "06/-03" are one separator that was read twice.
        let isDoubled = allowsSlips && isSymbol(index + 1, "/", "-")
        return Joint(
          symbol: token.text, end: isDoubled ? index + 2 : index + 1, slips: isDoubled ? 1 : 0,
          isSpaced: isSpaced)
      }
    }
    if token.gap == .space,
      token.kind == .number || token.looseDigits != nil || isSymbol(index, "'")
    {
      return Joint(symbol: " ", end: index, isSpaced: true)
    }
    return nil
  }

  /// A number, or two letters at most that look like one.
  private func numberPart(_ index: Int) -> DateToken? {
    guard let token = token(index) else { return nil }
    if token.kind == .number { return token }
    guard allowsSlips, token.kind == .word, let digits = token.looseDigits,
      digits.utf8.count <= 2, let value = Int(digits)
    else { return nil }
    var number = token
    number.kind = .number
    number.text = digits
    number.value = value
    number.slips = digits.utf8.count
    return number
  }

  private func numericYear(_ index: Int) -> YearPart? {
    if let year = year(index), year.years.isEmpty || year.digitCount == 2 { return year }
    if let number = number(index), let joined = year(index), joined.digitCount == 4 {
      // "1/15/20 24" may be 2024 in a place printed "20__", or 2020 and another number.
      if number.text == "20", joined.end > index + 1, joined.years.count == 1,
        gap(before: index + 1) == .space
      {
        return YearPart(
          years: [
            .init(value: joined.years[0].value, weight: 0.65), .init(value: 2020, weight: 0.3),
          ], end: joined.end, slips: joined.slips, digitCount: 4)
      }
      guard joined.years.allSatisfy({ (1900...2100).contains($0.value) }) else { return nil }
      return joined
    }
    guard let loose = numberPart(index), loose.kind == .number, token(index)?.kind == .word else {
      return nil
    }
    guard loose.text.utf8.count == 2 else { return nil }
    return YearPart(
      years: [.init(value: policy.year(ofTwoDigits: loose.value), weight: 0.9)], end: index + 1,
      slips: loose.slips, digitCount: 2)
  }

  /// "0312024" after "06/": a day and a year whose separator was lost or read as 1.
  private func joinedSecond(_ token: DateToken, at index: Int)
    -> (day: DateToken, years: [WrittenDate.Year])?
  {
    guard allowsSlips, (5...7).contains(token.text.utf8.count), isFreeAfter(index + 1),
      isSymbol(index - 1, "/"), let year = Int(token.text.suffix(4)),
      (1900...2099).contains(year)
    else { return nil }
    var day = String(token.text.dropLast(4))
    if day.utf8.count == 3 || day.utf8.count == 2 && (Int(day) ?? 0) > 31 {
      guard day.last == "1" || day.last == "7" else { return nil }
      day.removeLast()
    }
    guard let value = Int(day), (1...31).contains(value) else { return nil }
    var part = token
    part.text = day
    part.value = value
    return (part, [.init(value: year, weight: 1)])
  }

  /// No other number or separator is tied to the date's beginning.
  private func isFreeBefore(_ index: Int, afterAnyWord: Bool = false) -> Bool {
    guard gap(before: index) == .none, let previous = tokens[safe: index - 1] else {
      return !isSymbol(index - 1, "$", "#", "§") && (afterAnyWord || !isRejecting(index - 1))
    }
    switch previous.kind {
    case .number, .ordinal: return false
    case .word, .blank: return true
    case .symbol:
      if ["$", "#", "§", "€", "£", "%"].contains(previous.text) { return false }
      guard ["/", "-", ".", ",", ":"].contains(previous.text) else { return true }
      // "certificate no. 12-31-99"
      if previous.text == ".", isWord(index - 2, "no", "nr", "num") { return false }
      return previous.text == ":" || tokens[safe: index - 2]?.kind != .number
        || previous.text == "-" && gap(before: index) == .none && isDateEnd(index - 2)
    }
  }

  /// Whether the number at `index` may be the year of a date that a dash joins to another.
  private func isDateEnd(_ index: Int) -> Bool {
    isSymbol(index - 1, "/")
      || tokens[safe: index].map { (1900...2099).contains($0.value) && $0.text.utf8.count == 4 }
        ?? false
  }

  /// A word that says that the numbers after it are not a date.
  private func isRejecting(_ index: Int) -> Bool {
    guard let word = tokens[safe: index], word.kind == .word else { return false }
    return [
      "version", "ver", "v", "section", "sec", "rule", "chapter", "article", "page", "phone", "tel",
      "fax", "ip", "lot", "lots", "ratio", "score", "apt", "ssn", "psalm", "verse", "claim", "no",
      "policy", "invoice", "docket", "mrn", "account", "acct",
    ].contains(word.text)
  }

  /// No other number or separator is tied to the date's end.
  private func isFreeAfter(_ index: Int) -> Bool {
    guard let next = tokens[safe: index], next.gap == .none else { return true }
    switch next.kind {
    case .number, .ordinal: return false
    case .word: return next.text == "t" || next.text == "and" || next.text == "at"
    case .blank: return true
    case .symbol:
      if next.text == "%" { return false }
      guard ["/", "-", "."].contains(next.text), let after = tokens[safe: index + 1],
        after.gap == .none
      else { return true }
      // "12-10-2031-B" is the number of a claim.
      if next.text == "-", after.kind == .word, after.text.utf8.count == 1 { return false }
      guard after.kind == .number else { return true }
      // A range: "06/03/2024-06/05/2024".
      return next.text == "-" && (isSymbol(index + 2, "/") || isSymbol(index + 2, "-"))
        && isSymbol(index + 4, "/", "-")
    }
  }

  private func isPlausible(
    _ index: Int, _ first: DateToken, _ firstJoint: Joint, _ second: DateToken,
    _ secondJoint: Joint, _ year: YearPart
  ) -> Bool {
    let isLong = year.digitCount == 4 || year.isBlank
    let isPadded = first.text.utf8.count == 2 && second.text.utf8.count == 2
    let symbols = [firstJoint.symbol, secondJoint.symbol]
    // "FAX 6/5/24" is a date, "Section 6/5/24" none.
    if symbols == ["/", "/"] {
      return isLong || isWord(index - 1, "fax") || !isRejecting(index - 1)
    }
    if symbols == ["-", "-"] {
      return isLong
        || !firstJoint.isSpaced && !secondJoint.isSpaced && !isRejecting(index - 1)
          && !isRejecting(index - 2)
    }
    if symbols == [".", "."] {
      return isLong || isPadded && !isRejecting(index - 1) && !isRejecting(index - 2)
    }
    if symbols == [" ", " "] {
      guard isLong, tokens[safe: index - 1]?.kind != .number || gap(before: index) == .line else {
        return false
      }
      guard number(year.end) == nil || gap(before: year.end) == .line else { return false }
      return isPadded || isDateField
    }
    // One separator lost or read as another.
    return isLong && symbols.contains { $0 == "/" || $0 == "-" } && !symbols.contains(",")
      || isLong && symbols == ["/", ","]
  }

  // MARK: - Orders

  private func yearMonthDay(
    _ index: Int, _ first: DateToken, _ firstJoint: Joint, _ second: DateToken,
    _ secondJoint: Joint
  ) -> WrittenDate? {
    guard (1900...2100).contains(first.value), let third = numberPart(secondJoint.end),
      third.text.utf8.count <= 2, isFreeAfter(secondJoint.end + 1),
      firstJoint.symbol == secondJoint.symbol,
      firstJoint.symbol != " "
        || second.text.utf8.count == 2 && third.text.utf8.count == 2
          && (tokens[safe: index - 1]?.kind != .number) && number(secondJoint.end + 1) == nil
    else { return nil }
    let slips = first.slips + second.slips + third.slips
    let isSwapped = second.value > 12 && (1...12).contains(third.value)
    let (month, day) = isSwapped ? (third.value, second.value) : (second.value, third.value)
    guard (1...31).contains(day), (1...12).contains(month) else { return nil }
    return WrittenDate(
      tokens: index..<(secondJoint.end + 1),
      options: [
        .init(
          span: .days(month: month, day...day), weight: isSwapped ? 0.5 : WrittenDate.sure)
      ],
      years: [.init(value: first.value, weight: 1)], slips: slips)
  }

  /// "98-06-03": the first number can only be a year.
  private func shortYearMonthDay(
    _ index: Int, _ first: DateToken, _ firstJoint: Joint, _ second: DateToken,
    _ secondJoint: Joint
  ) -> WrittenDate? {
    guard first.slips == 0, second.text.utf8.count == 2, firstJoint.symbol == secondJoint.symbol,
      ["/", "-"].contains(firstJoint.symbol), !firstJoint.isSpaced, !secondJoint.isSpaced,
      let third = number(secondJoint.end), third.text.utf8.count == 2,
      isFreeAfter(secondJoint.end + 1),
      (1...12).contains(second.value), (1...31).contains(third.value), !isRejecting(index - 1)
    else { return nil }
    return WrittenDate(
      tokens: index..<(secondJoint.end + 1),
      options: [.init(span: .days(month: second.value, third.value...third.value), weight: 0.7)],
      years: [.init(value: policy.year(ofTwoDigits: first.value), weight: 1)],
      slips: second.slips + third.slips)
  }

  private func numericDate(
    _ tokens: Range<Int>, _ first: DateToken, _ second: DateToken, years: [WrittenDate.Year],
    isBlank: Bool = false, slips: Int, weight: Double
  ) -> WrittenDate? {
    guard (1...31).contains(first.value), (1...31).contains(second.value) else { return nil }
    let options = ordered(first.value, second.value, weight: WrittenDate.sure * weight)
    guard !options.isEmpty else { return nil }
    return WrittenDate(
      tokens: tokens, options: options, years: years, slips: slips, hasBlankYear: isBlank)
  }

  /// What two numbers mean as month and day. Where only one order gives a month, the policy has
  /// no say: nobody writes a thirteenth month.
  private func ordered(_ first: Int, _ second: Int, weight: Double) -> [WrittenDate.Option] {
    func option(_ month: Int, _ day: Int, _ share: Double, _ order: DatePolicy.Order)
      -> WrittenDate.Option
    {
      .init(span: .days(month: month, day...day), weight: weight * share, order: order)
    }
    switch ((1...12).contains(first), (1...12).contains(second)) {
    case (true, true) where first == second: return [option(first, second, 1, .both)]
    case (true, true):
      return switch policy.order {
      case .monthFirst: [option(first, second, 1, .monthFirst)]
      case .dayFirst: [option(second, first, 1, .dayFirst)]
      case .both:
        [option(first, second, 0.62, .monthFirst), option(second, first, 0.36, .dayFirst)]
      }
    case (true, false):
      return [option(first, second, policy.order == .dayFirst ? 0.7 : 1, .monthFirst)]
    case (false, true):
      return [option(second, first, policy.order == .monthFirst ? 0.7 : 0.95, .dayFirst)]
    case (false, false): return []
    }
  }
}
