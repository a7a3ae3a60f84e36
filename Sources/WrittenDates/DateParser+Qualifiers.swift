import Casework

/// The words around a date that widen it, leave its end open or tell which of its readings is meant.
extension DateParser {
  /// "since June 2023", "beginning on or about June 3, 2024": it went on from there.
  func since(_ index: Int) -> Found? {
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

  /// "from June 3, 2024 on", "continuous from June 3, 2024": it goes on.
  func onward(_ index: Int) -> Found? {
    var next = index
    let isContinuous = isWord(next, "continuous", "continuously", "continuing", "ongoing")
    if isContinuous { next += 1 }
    guard isWord(next, "from"), var found = single(skipLead(next + 1), start: index),
      !found.isIncomplete
    else { return nil }
    let end = found.tokens.upperBound
    let goesOn = isWord(end, "on", "forth", "out") && !mayBeginValue(end + 1)
    guard isContinuous || goesOn || found.isOpenEnded else { return nil }
    found.isOpenEnded = true
    if goesOn { found.tokens = index..<(end + 1) }
    return found
  }

  /// Whether the words go on to something, as in "from June 3, 2024 on Main Street".
  private func mayBeginValue(_ index: Int) -> Bool {
    guard let next = token(index) else { return false }
    return next.kind != .symbol && next.gap < .wide
  }

  /// "on or about June 3, 2024", "circa June 2024".
  func approximate(_ index: Int) -> Found? {
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

  /// Whether the words after a date say that it is not exact: "(approximately)", "or thereabouts".
  func approximateEnd(_ start: Int) -> Int? {
    var index = start
    if isSymbol(index, "(") { index += 1 }
    if isWord(index, "or"), isWord(index + 1, "so", "thereabouts") { return index + 2 }
    guard index > start, isWord(index, "approximately", "approx", "approximate", "estimated")
    else { return nil }
    index += 1
    while isSymbol(index, ".", ")") { index += 1 }
    return index
  }

  /// The days by which "about" widens a day, a part of a month, and a longer stretch.
  static let aboutDays = 3
  static let aboutPartDays = 7
  static let aboutLongerDays = 15

  func widened(_ found: Found) -> Found {
    var found = found
    found.intervals = found.intervals.map { interval in
      let length = interval.days.upperBound.dayNumber - interval.days.lowerBound.dayNumber + 1
      let by =
        length == 1 ? Self.aboutDays : length < 28 ? Self.aboutPartDays : Self.aboutLongerDays
      let days =
        interval.days.lowerBound.adding(days: -by)...interval.days.upperBound.adding(days: by)
      return (days, interval.weight)
    }
    return found
  }

  /// "the week of June 3, 2024": a week with that day in it.
  func weekOf(_ index: Int) -> Found? {
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

  /// Where the words after a date end that say that it went on: "to present", "and continuing".
  func openEnd(_ start: Int) -> Int? {
    var index = start
    // A dash or an arrow, and nothing after it.
    if isSymbol(index, "-") {
      let end = isSymbol(index + 1, ">") ? index + 2 : index + 1
      if token(end) == nil { return end }
    }
    for _ in 0..<7 {
      guard let token = token(index) else { return nil }
      if let phrase = Self.goingOn.first(where: { isPhrase($0, at: index) }) {
        return index + phrase.count
      }
      if isWord(index, "still"), self.token(index + 1) == nil { return index + 1 }
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
      let isLed =
        isSymbol(index - 1, "-", ">")
        || isWord(index - 1, "and", "to", "until", "till", "through", "thru")
      if isWord(index, "today", "current"), isLed { return index + 1 }
      if isWord(index, "date"), isWord(index - 1, "to") { return index + 1 }
      let isJoint =
        token.kind == .symbol && ["-", ",", ":", "(", ".", ">"].contains(token.text)
        || token.kind == .blank
        || isWord(
          index, "to", "until", "till", "through", "thru", "and", "the", "is", "still", "was",
          "has", "been", "then", "up", "al", "a", "later", "after", "date", "current", "occurred",
          "it", "this")
      guard isJoint else { return nil }
      index += 1
    }
    return nil
  }

  /// What says that something has not ended, wherever it stands after a date.
  private static let goingOn: [[String]] = [
    "to this day", "to this date", "until this day", "until this date", "this very day",
    "the date of this complaint", "the date of filing", "the day of this complaint",
    "every day since", "every week since", "every month since", "each day since",
    "each week since", "each month since", "ever since", "has not stopped", "have not stopped",
    "not stopped", "has not ended", "has never stopped", "does not stop", "so far",
    "hasta la fecha", "hasta hoy", "a la fecha", "hasta el presente", "hasta la actualidad",
    "forward", "forwards", "still going on", "still goes on", "is going on", "goes on",
  ].map { $0.split(separator: " ").map(String.init) }

  /// The weekday before a date, with what separates them.
  func weekday(_ index: Int) -> (value: Int, end: Int)? {
    guard let word = word(index), let value = CalendarWords.weekday(word) else { return nil }
    var end = index + 1
    while isSymbol(end, ",", ".", "(") || isWord(end, "the") { end += 1 }
    return (value, end)
  }

  /// Gives the reading on the weekday that is written nearly all the weight, where one is. Where
  /// none is, something was misread or miswritten, and no reading is sure.
  func weighted(_ date: WrittenDate, by weekday: Int) -> WrittenDate {
    guard let year = date.years.first else { return date }
    var date = date
    let days = date.options.map { $0.span.interval(in: year.value) }
    let matches = days.map { $0?.lowerBound.weekday.rawValue == weekday }
    guard matches.contains(true) else {
      if days.allSatisfy({ $0.map { $0.lowerBound == $0.upperBound } ?? false }) {
        for index in date.options.indices { date.options[index].weight *= 0.6 }
      }
      return date
    }
    guard matches.contains(false) else { return date }
    for index in date.options.indices {
      date.options[index].weight = matches[index] ? 0.9 : 0.05
    }
    return date
  }

  /// Whether the words before `index` speak of a form's revision: "Rev.", "Revised", "(Rev".
  func saysRevision(_ index: Int) -> Bool {
    var before = index - 1
    while isSymbol(before, ".", ":", "(", "-") || isWord(before, "date") { before -= 1 }
    return isWord(before, "rev", "revised", "revision", "ed", "edition", "version", "eff")
  }
}
