package import Casework

/// Finds dates in plain text and says which days each of them may mean.
///
/// Reads the forms that letters, forms, stamps and sworn statements use in English, and months in
/// Spanish and French. It knows nothing of today: what is not written stays unknown.
package struct DateGrammar: Sendable {
  private let policy: DatePolicy

  package init(policy: DatePolicy) { self.policy = policy }

  /// The dates in `text`, one passage, in order. Line breaks count as spaces.
  package func dates(in text: String) -> [DateExpression] {
    dates(in: Array(text), isDateField: false)
  }

  /// - Parameter isDateField: the text is the value of a field for a date, where eight digits
  ///   without a separator are a date, too.
  package func dates(in characters: [Character], isDateField: Bool) -> [DateExpression] {
    let tokens = DateTokenizer.tokens(of: characters)
    let found = found(in: tokens, isDateField: isDateField)
    return found.indices.map { index in
      let date = found[index]
      let start = index > 0 ? found[index - 1].tokens.upperBound : 0
      let end = index + 1 < found.count ? found[index + 1].tokens.lowerBound : tokens.count
      let cue = RoleCue.role(of: date.tokens, in: tokens, within: start..<end)
      return DateExpression(
        range: tokens[date.tokens.lowerBound].range
          .lowerBound..<tokens[date.tokens.upperBound - 1]
          .range.upperBound,
        readings: [DateReading](merging: date.intervals), isOpenEnded: date.isOpenEnded,
        role: cue?.role, roleDistance: cue?.distance ?? 0,
        isOrderAmbiguous: date.isOrderAmbiguous, spansWithoutYear: date.spansWithoutYear,
        forcedOrder: date.forcedOrder)
    }
  }

  /// Whether `text`, which names no day, says that something has not ended: "ongoing", "to present".
  package static func saysThatItGoesOn(_ text: String) -> Bool {
    let tokens = DateTokenizer.tokens(of: Array(text))
    // No number is read, so the policy for numbers does not matter.
    let parser = DateParser(
      tokens: tokens, policy: DatePolicy(), allowsSlips: false, isDateField: false)
    return tokens.indices.contains { index in
      tokens[index].kind == .word
        && (tokens[index].text == "current" || parser.openEnd(index) != nil)
    }
  }

  /// Whether `words` beside a date leave it the day that it names: weekdays, times of day and what
  /// only joins. Of anything else nothing was made, and it may say that another day is meant.
  package static func areIdle(_ words: [String]) -> Bool {
    words.allSatisfy { word in
      word.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != ":" }.allSatisfy { part in
        let text = String(part).folded
        return idleWords.contains(text) || CalendarWords.weekday(text) != nil
          || text.wholeMatch(of: /\d{1,2}:\d\d(am|pm)?/) != nil
          || !text.contains { $0.isLetter || $0.isNumber }
      }
    }
  }

  private static let idleWords: Set<String> = [
    "on", "the", "of", "from", "to", "and", "at", "date", "dated", "day", "am", "pm", "a", "p", "m",
    "noon",
  ]

  private func found(in tokens: [DateToken], isDateField: Bool) -> [DateParser.Found] {
    func parser(allowsSlips: Bool) -> DateParser {
      DateParser(
        tokens: tokens, policy: policy, allowsSlips: allowsSlips, isDateField: isDateField)
    }
    let lenient = parser(allowsSlips: true)
    let literal = parser(allowsSlips: false)
    var all: [DateParser.Found] = []
    var index = 0
    while index < tokens.count {
      guard tokens[index].mayBeginDate, var date = lenient.found(index) else {
        index += 1
        continue
      }
      if let better = Self.better(than: date, lenient) { date = better }
      if date.slips > 0 { date.addLiteral(of: literal) }
      all.append(date)
      index = date.tokens.upperBound
    }
    return DateList.sharingYears(all, in: tokens)
  }

  /// A date that begins within `date` and goes on after it, or that is whole where `date` is not:
  /// "June 15, 2024" in "page 3 June 15, 2024".
  private static func better(than date: DateParser.Found, _ parser: DateParser)
    -> DateParser.Found?
  {
    let last = parser.tokens[date.tokens.upperBound - 1]
    guard date.isIncomplete || last.kind == .number && last.text.utf8.count == 2 else { return nil }
    for start in date.tokens.dropFirst() where parser.tokens[start].mayBeginDate {
      guard let other = parser.found(start), !other.isIncomplete else { continue }
      if date.isIncomplete || other.tokens.upperBound > date.tokens.upperBound { return other }
    }
    return nil
  }
}

extension DateParser.Found {
  /// Puts what the characters as they are say before what they say when some are taken for others.
  fileprivate mutating func addLiteral(of parser: DateParser) {
    for start in tokens where start == 0 || parser.tokens[start].gap > .none {
      guard let literal = parser.found(start), literal.tokens.upperBound <= tokens.upperBound,
        !literal.isIncomplete
      else { continue }
      intervals =
        literal.intervals.map { ($0.days, $0.weight * 0.6) }
        + intervals.map { ($0.days, $0.weight * 0.35) }
      return
    }
  }
}

extension DateToken {
  /// Cheap to ask of every token: most words can begin no date.
  fileprivate var mayBeginDate: Bool {
    switch kind {
    case .number, .ordinal: true
    case .symbol: text == "'"
    case .blank: false
    case .word:
      looseDigits != nil || CalendarWords.month(text) != nil || Self.openingWords.contains(text)
        || CalendarWords.weekday(text) != nil || CalendarWords.season(text) != nil
        || NumberWords.cardinal(text) != nil || NumberWords.ordinal(text) != nil
        || CalendarWords.monthLike(text) != nil || CalendarWords.mayBeginMonth(text)
        || DateParser.openingBounds.contains(text) || DateParser.openingHolidays.contains(text)
    }
  }

  private static let openingWords: Set<String> = [
    "from", "between", "entre", "desde", "du", "since", "beginning", "starting", "commencing",
    "depuis", "on", "in", "about", "around", "approximately", "approx", "circa", "roughly", "week",
    "early", "mid", "late", "start", "middle", "end", "last", "during", "throughout", "year",
    "continuous", "continuously", "continuing", "ongoing", "q", "q1", "q2", "q3", "q4",
  ]
}
