import Casework

/// Reads dates from tokens: the parts that all forms share.
///
/// Every method takes the index of the token to begin at, and returns where what it read ends.
struct DateParser {
  let tokens: [DateToken]
  let policy: DatePolicy
  /// Whether characters may be taken for those that they look like.
  let allowsSlips: Bool
  /// The text is the value of a field for a date: forms that are a date nowhere else are read.
  let isDateField: Bool

  struct Part {
    var value: Int
    var end: Int
    var slips: Int
    var isOrdinal = false
  }

  func token(_ index: Int) -> DateToken? {
    guard tokens.indices.contains(index) else { return nil }
    let token = tokens[index]
    return allowsSlips || token.slips == 0 ? token : nil
  }

  func word(_ index: Int) -> String? {
    guard let token = token(index), token.kind == .word else { return nil }
    return token.text
  }

  func isSymbol(_ index: Int, _ texts: String...) -> Bool {
    guard let token = token(index), token.kind == .symbol else { return false }
    return texts.contains(token.text)
  }

  func isWord(_ index: Int, _ words: String...) -> Bool {
    guard let word = word(index) else { return false }
    return words.contains(word)
  }

  func gap(before index: Int) -> DateToken.Gap {
    tokens.indices.contains(index) ? tokens[index].gap : .line
  }

  func number(_ index: Int) -> DateToken? {
    guard let token = token(index), token.kind == .number else { return nil }
    return token
  }

  /// The words and hyphens from which numbers in words are read.
  func numberWord(_ index: Int) -> String? {
    guard let token = token(index) else { return nil }
    switch token.kind {
    case .word: return token.text
    case .symbol where token.text == "-" || token.text == ",": return token.text
    default: return nil
    }
  }

  func skipBlanks(_ start: Int) -> Int {
    var index = start
    while let token = token(index), token.kind == .blank { index += 1 }
    return index
  }

  /// A day of the month as a number, an ordinal or words.
  func day(_ index: Int) -> Part? {
    guard let first = token(index) else { return nil }
    switch first.kind {
    case .ordinal:
      return Part(value: first.value, end: index + 1, slips: first.slips, isOrdinal: true)
    case .number:
      // "0 3": a day whose digits stand apart.
      if allowsSlips, first.text == "0", let second = number(index + 1), second.gap == .space,
        second.text.utf8.count == 1, second.value > 0
      {
        return Part(value: second.value, end: index + 2, slips: first.slips + second.slips + 1)
      }
      // "MAR 3 1 2024": the wheels of a band dater stand apart.
      if allowsSlips, first.text.utf8.count == 1, (1...3).contains(first.value),
        let second = number(index + 1), second.gap == .space, second.text.utf8.count == 1,
        first.value < 3 || second.value <= 1, followsMonth(index),
        year(index + 2)?.digitCount == 4
      {
        return Part(
          value: 10 * first.value + second.value, end: index + 2,
          slips: first.slips + second.slips)
      }
      guard (1...31).contains(first.value), first.text.utf8.count <= 2 else { return nil }
      var part = Part(value: first.value, end: index + 1, slips: first.slips)
      // "3 rd", "3º", "1.º"
      let next = isSymbol(part.end, ".") && isSymbol(part.end + 1, "º") ? part.end + 1 : part.end
      if isWord(next, "st", "nd", "rd", "th", "er") || isSymbol(next, "º") {
        part.end = next + 1
        part.isOrdinal = true
      }
      return part
    case .word:
      guard let read = NumberWords.belowHundred(numberWord, from: index),
        (1...31).contains(read.value)
      else { return nil }
      return Part(value: read.value, end: read.end, slips: 0, isOrdinal: read.isOrdinal)
    case .symbol, .blank:
      return nil
    }
  }

  func followsMonth(_ index: Int) -> Bool {
    let before = isSymbol(index - 1, ".") ? index - 2 : index - 1
    return tokens[safe: before].map { $0.kind == .word && CalendarWords.month($0.text) != nil }
      ?? false
  }

  /// The name of a month, with the dot of its abbreviation.
  func month(_ index: Int) -> Part? {
    guard let first = token(index), first.kind == .word else { return nil }
    // "Septem ber": both halves together are a name.
    if allowsSlips, let second = token(index + 1), second.kind == .word, second.gap == .space,
      let value = CalendarWords.month(first.text + second.text),
      first.text.utf8.count + second.text.utf8.count >= 4
    {
      return Part(value: value, end: index + 2, slips: 1)
    }
    var slips = first.slips
    guard
      let value = CalendarWords.month(first.text)
        ?? (allowsSlips ? CalendarWords.monthLike(first.text) : nil)
    else { return nil }
    if CalendarWords.month(first.text) == nil { slips += 1 }
    let isDotted =
      isSymbol(index + 1, ".") && gap(before: index + 1) == .none && first.text.utf8.count <= 5
    return Part(value: value, end: isDotted ? index + 2 : index + 1, slips: slips)
  }

  struct YearPart {
    var years: [WrittenDate.Year]
    var end: Int
    var slips: Int
    var digitCount: Int
    /// The place of the year is there and empty.
    var isBlank = false
  }

  /// A year as digits, with two digits, in words, or in a place printed as "20__".
  func year(_ index: Int) -> YearPart? {
    if isSymbol(index, "'"), let number = number(index + 1), number.text.utf8.count == 2 {
      let year = policy.year(ofTwoDigits: number.value)
      return YearPart(
        years: [.init(value: year, weight: 1)], end: index + 2, slips: number.slips, digitCount: 2)
    }
    if let number = number(index) {
      switch number.text.utf8.count {
      case 4:
        guard (1600...2199).contains(number.value) else { return nil }
        return YearPart(
          years: [.init(value: number.value, weight: 1)], end: index + 1, slips: number.slips,
          digitCount: 4)
      case 1, 2, 3:
        return splitYear(index) ?? shortYear(number, at: index)
      default:
        return nil
      }
    }
    if let value = romanYear(index) {
      return YearPart(
        years: [.init(value: value, weight: 0.95)], end: index + 1, slips: 0, digitCount: 4)
    }
    if let read = NumberWords.year(numberWord, from: index), (1600...2199).contains(read.value) {
      return YearPart(
        years: [.init(value: read.value, weight: 1)], end: read.end, slips: 0, digitCount: 4)
    }
    return nil
  }

  private func shortYear(_ number: DateToken, at index: Int) -> YearPart? {
    guard number.text.utf8.count == 2 else { return nil }
    return YearPart(
      years: [.init(value: policy.year(ofTwoDigits: number.value), weight: 0.95)],
      end: index + 1, slips: number.slips, digitCount: 2)
  }

  /// "20 24", "20__24", "20__", "19 2024", "2 024": a year in pieces.
  private func splitYear(_ index: Int) -> YearPart? {
    guard let first = number(index) else { return nil }
    let isCentury = first.text == "20" || first.text == "19"
    let afterBlanks = skipBlanks(index + 1)
    if isCentury, let second = number(afterBlanks), second.gap < .line || afterBlanks > index + 1 {
      let slips = first.slips + second.slips
      if second.text.utf8.count == 2 {
        let end = skipBlanks(afterBlanks + 1)
        let joined = first.value * 100 + second.value
        var years = [WrittenDate.Year(value: joined, weight: 1)]
        // A form printed last century and filled in in this one.
        if first.text == "19", joined + 100 <= policy.twoDigitYearsUntil {
          years = [
            .init(value: joined, weight: 0.5), .init(value: joined + 100, weight: 0.45),
          ]
        }
        return YearPart(years: years, end: end, slips: slips, digitCount: 4)
      }
      if second.text.utf8.count == 4, (1900...2199).contains(second.value) {
        return YearPart(
          years: [.init(value: second.value, weight: 0.9)], end: skipBlanks(afterBlanks + 1),
          slips: slips, digitCount: 4)
      }
    }
    if isCentury, afterBlanks > index + 1 {
      return YearPart(years: [], end: afterBlanks, slips: 0, digitCount: 0, isBlank: true)
    }
    guard allowsSlips else { return nil }
    var digits = first.text
    var next = index + 1
    var slips = first.slips + 1
    while digits.utf8.count < 4, let piece = number(next), piece.gap == .space {
      digits += piece.text
      slips += piece.slips
      next += 1
    }
    guard digits.utf8.count == 4, next > index + 1, first.text != "20", first.text != "19",
      let value = Int(digits), (1900...2099).contains(value), first.text.utf8.count != 2
    else { return nil }
    return YearPart(
      years: [.init(value: value, weight: 0.9)], end: next, slips: slips, digitCount: 4)
  }

  /// A year with what may lead to it: a comma, "of", "in the year of our Lord", "A.D.", "del año".
  ///
  /// - Parameter allowsShort: whether two digits without an apostrophe are a year.
  func leadingYear(_ start: Int, allowsShort: Bool) -> YearPart? {
    var index = skipBlanks(start)
    var hasWords = false
    for _ in 0..<8 {
      guard let token = token(index) else { break }
      if token.kind == .symbol, Self.noise.contains(token.text) {
        index += 1
      } else if isWord(index, "of", "in", "de", "del") && !hasWords || isWord(index, "year", "ano")
        || isWord(index, "the") && isWord(index + 1, "year")
        || hasWords && isWord(index, "our", "lord", "of")
        || isWord(index, "ad", "anno", "domini")
      {
        hasWords = true
        index += 1
      } else if isSymbol(index, "("), isSymbol(index + 2, ")"),
        let name = word(index + 1), CalendarWords.weekday(name) != nil
      {
        // "March 3rd (Sunday) 2024"
        index += 3
      } else if isWord(index, "a"), isSymbol(index + 1, "."), isWord(index + 2, "d") {
        hasWords = true
        index += isSymbol(index + 3, ".") ? 4 : 3
      } else {
        break
      }
    }
    index = skipBlanks(index)
    // "Oct 26 15:50:06 2016"
    let afterTime = skipTime(index)
    if afterTime > index {
      guard let year = year(afterTime), year.digitCount == 4 else { return nil }
      return year
    }
    guard let year = year(index) else { return nil }
    let hasApostrophe = isSymbol(index, "'")
    if year.digitCount == 2, !hasApostrophe {
      guard allowsShort, !hasWords, mayEndDate(year.end) else { return nil }
    }
    return year
  }

  /// What stands between a month and its year, or what a scanner makes of specks and rules there.
  private static let noise: Set<String> = [
    ",", ".", ";", "»", "«", "~", "|", "*", "^", "\"", "”", "“", "•", "·", "=",
  ]

  /// Whether a date that ends in two digits may end before the token at `index`: not where a word
  /// follows that the digits may be counting ("June 3, 24 people").
  private func mayEndDate(_ index: Int) -> Bool {
    guard let next = token(index) else { return true }
    if next.gap == .none, next.kind == .number || next.kind == .word { return false }
    guard next.kind == .word, next.gap == .space, !next.isCapitalised else { return true }
    return Self.wordsAfterDates.contains(next.text) || CalendarWords.month(next.text) != nil
  }

  private static let wordsAfterDates: Set<String> = [
    "a", "about", "after", "am", "an", "and", "as", "at", "before", "between", "but", "by", "for",
    "from", "he", "i", "in", "is", "it", "my", "of", "on", "or", "our", "pm", "she", "the", "they",
    "through", "thru", "to", "until", "was", "we", "were", "when", "where", "which", "while",
    "with", "date", "received", "signed", "ongoing",
  ]
}
