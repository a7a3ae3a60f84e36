import Casework

/// A piece of a text that a date may be made of.
struct DateToken {
  enum Kind { case number, ordinal, word, symbol, blank }
  /// The white space before a token.
  enum Gap: Int, Comparable {
    /// `wide` (a tab) lies between the cells of a row, and in blanks that were filled in.
    case none, space, wide, line

    static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
  }

  var kind: Kind
  /// Digits of a number; a word in lower case without accents; a symbol, dashes and quotes
  /// made one kind.
  var text: String
  /// Of numbers of up to nine digits and of ordinals; -1 otherwise.
  var value = -1
  /// Offsets in characters.
  var range: Range<Int>
  var gap: Gap
  /// Characters that were taken for others to make a number, an ordinal or a month of it.
  var slips = 0
  var isCapitalised = false
  /// Of a word that reads as a number when every letter is taken for the digit it looks like.
  var looseDigits: String?
}

/// Cuts a text into tokens.
struct DateTokenizer {
  private let characters: [Character]
  private var tokens: [DateToken] = []
  private var gap = DateToken.Gap.none

  static func tokens(of characters: [Character]) -> [DateToken] {
    var tokenizer = DateTokenizer(characters: characters)
    tokenizer.run()
    tokenizer.joinCombs()
    return tokenizer.tokens
  }

  private init(characters: [Character]) {
    self.characters = characters
    tokens.reserveCapacity(characters.count / 4)
  }

  private mutating func run() {
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if character.isWhitespace {
        gap = max(gap, character.isNewline ? .line : character == "\t" ? .wide : .space)
        index += 1
      } else if isBlank(at: index) {
        let end = self.end(from: index) { $0 == "_" || $0 == "." || $0 == "…" }
        append(.blank, "_", index..<end)
        index = end
      } else if character.isOfWord {
        let end = self.end(from: index, while: \.isOfWord)
        appendChunk(index..<end)
        index = end
      } else {
        append(.symbol, Self.symbol(character), index..<(index + 1))
        index += 1
      }
    }
  }

  private func end(from start: Int, while condition: (Character) -> Bool) -> Int {
    var end = start
    while end < characters.count, condition(characters[end]) { end += 1 }
    return end
  }

  /// An underscore, or the first of three dots or more.
  private func isBlank(at index: Int) -> Bool {
    if characters[index] == "_" || characters[index] == "…" { return true }
    return characters[index] == "." && index + 2 < characters.count
      && characters[index + 1] == "." && characters[index + 2] == "."
  }

  private static func symbol(_ character: Character) -> String {
    switch character {
    case "-", "–", "—", "−", "‐", "‑": "-"
    case "'", "’", "‘", "`", "´", "′", "ʼ": "'"
    case "º", "°", "ª": "º"
    case "⁄", "∕": "/"
    default: String(character)
    }
  }

  private mutating func append(
    _ kind: DateToken.Kind, _ text: String, _ range: Range<Int>, value: Int = -1, slips: Int = 0
  ) {
    tokens.append(
      DateToken(kind: kind, text: text, value: value, range: range, gap: gap, slips: slips))
    gap = .none
  }

  private mutating func appendNumber(_ digits: String, _ range: Range<Int>, slips: Int = 0) {
    let value = digits.utf8.count <= 9 ? Int(digits) ?? -1 : -1
    append(.number, digits, range, value: value, slips: slips)
  }

  private mutating func appendWord(_ range: Range<Int>, as text: String? = nil, slips: Int = 0) {
    let chunk = characters[range]
    append(.word, text ?? chunk.folded, range, slips: slips)
    tokens[tokens.count - 1].isCapitalised = chunk.first?.isUppercase ?? false
    if range.count <= 4, text == nil, let loose = LookAlikes.digits(in: chunk) {
      tokens[tokens.count - 1].looseDigits = loose.text
    }
  }

  /// Appends the tokens of a run of letters and digits, which OCR may have joined.
  private mutating func appendChunk(_ range: Range<Int>) {
    let chunk = characters[range]
    let digitCount = chunk.count { $0.isASCIIDigit }
    if digitCount == chunk.count {
      appendNumber(String(chunk), range)
    } else if digitCount == 0 {
      appendLetters(range)
    } else if !appendMixed(range) {
      appendWord(range)
    }
  }

  /// Letters only: one word, or "dayofJune" and the like taken apart.
  private mutating func appendLetters(_ range: Range<Int>) {
    let word = characters[range].folded
    if range.count == 3, Self.ordinalSlips.contains(word) {
      append(.ordinal, word, range, value: 1, slips: 1)
      return
    }
    if range.count >= 5, CalendarWords.month(word) == nil {
      for prefix in ["dayof", "of", "day", "this", "the", "on"] where word.hasPrefix(prefix) {
        let rest = String(word.dropFirst(prefix.utf8.count))
        let middle = range.lowerBound + prefix.utf8.count
        guard middle < range.upperBound, rest == "of" || CalendarWords.month(rest) != nil,
          rest.utf8.count >= 4 || rest == "of"
        else { continue }
        if prefix == "dayof" {
          appendWord(range.lowerBound..<(range.lowerBound + 3))
          appendWord((range.lowerBound + 3)..<middle)
        } else {
          appendWord(range.lowerBound..<middle)
        }
        appendWord(middle..<range.upperBound)
        return
      }
    }
    if range.count == 5, word == "dayof" {
      appendWord(range.lowerBound..<(range.lowerBound + 3))
      appendWord((range.lowerBound + 3)..<range.upperBound)
      return
    }
    appendWord(range)
  }

  /// "1st" with its digit read as a letter.
  private static let ordinalSlips: Set<String> = ["lst", "ist"]
  private static let ordinalSuffixes: Set<String> = [
    "st", "nd", "rd", "th", "er", "ro", "ra", "do", "eme", "d", "to",
  ]

  /// Letters and digits without a space: "3rd", "03JUN2024", "June3", "2O24", "0ctober".
  private mutating func appendMixed(_ range: Range<Int>) -> Bool {
    let chunk = Array(characters[range])
    // A quarter of a year, and no 03.
    if chunk.count == 2, "qQ".contains(chunk[0]), ("1"..."4").contains(chunk[1]) { return false }
    return appendOrdinal(chunk, range) || appendWithMonth(chunk, range)
      || appendTime(chunk, range) || appendSlips(chunk, range) || appendYear(chunk, range)
  }

  /// "2013in": a year and the word after it.
  private mutating func appendYear(_ chunk: [Character], _ range: Range<Int>) -> Bool {
    guard (6...9).contains(chunk.count), chunk[..<4].allSatisfy(\.isASCIIDigit),
      chunk[4...].allSatisfy({ $0.isLetter && $0.isLowercase }),
      (1900...2099).contains(Int(String(chunk[..<4])) ?? 0)
    else { return false }
    let middle = range.lowerBound + 4
    appendNumber(String(chunk[..<4]), range.lowerBound..<middle)
    appendLetters(middle..<range.upperBound)
    return true
  }

  private mutating func appendOrdinal(_ chunk: [Character], _ range: Range<Int>) -> Bool {
    for digitCount in [2, 1] where chunk.count > digitCount {
      guard let digits = LookAlikes.digits(in: chunk[..<digitCount]), let value = Int(digits.text),
        (1...31).contains(value)
      else { continue }
      let letters = chunk[digitCount...].folded
      let middle = range.lowerBound + digitCount
      if Self.ordinalSuffixes.contains(letters) {
        append(.ordinal, digits.text, range, value: value, slips: digits.slips)
        return true
      }
      if letters.hasSuffix("day") || letters.hasSuffix("dayof") {
        let suffix = letters.hasSuffix("day") ? letters.dropLast(3) : letters.dropLast(5)
        guard suffix.isEmpty || Self.ordinalSuffixes.contains(String(suffix)) else { continue }
        let end = middle + suffix.utf8.count
        append(.ordinal, digits.text, range.lowerBound..<end, value: value, slips: digits.slips)
        appendLetters(end..<range.upperBound)
        return true
      }
    }
    return false
  }

  private mutating func appendWithMonth(_ chunk: [Character], _ range: Range<Int>) -> Bool {
    for start in 0...min(4, chunk.count - 1) {
      guard start == 0 || LookAlikes.digits(in: chunk[..<start]) != nil else { return false }
      for end in stride(from: min(chunk.count, start + 10), to: start + 2, by: -1)
      where start > 0 || end < chunk.count {
        let letters = chunk[start..<end]
        guard letters.allSatisfy(\.isLetter) else { continue }
        let word = letters.folded
        guard CalendarWords.month(word) != nil || (start == 0 && word == "of") else { continue }
        let after = LookAlikes.digits(in: chunk[end...])
        guard end == chunk.count || after != nil && chunk.count - end <= 6 else { continue }
        if start > 0, let before = LookAlikes.digits(in: chunk[..<start]) {
          let numberEnd = range.lowerBound + start
          appendNumber(before.text, range.lowerBound..<numberEnd, slips: before.slips)
        }
        appendWord((range.lowerBound + start)..<(range.lowerBound + end))
        if let after, end < chunk.count {
          appendNumber(after.text, (range.lowerBound + end)..<range.upperBound, slips: after.slips)
        }
        return true
      }
    }
    return false
  }

  /// The day and the hour of an ISO date and time: "15T16".
  private mutating func appendTime(_ chunk: [Character], _ range: Range<Int>) -> Bool {
    guard chunk.count >= 4, chunk[2] == "T", chunk[0].isASCIIDigit, chunk[1].isASCIIDigit,
      chunk[3].isASCIIDigit
    else { return false }
    appendNumber(String(chunk[..<2]), range.lowerBound..<(range.lowerBound + 2))
    appendWord((range.lowerBound + 2)..<(range.lowerBound + 3))
    append(.symbol, "time", (range.lowerBound + 3)..<range.upperBound)
    return true
  }

  /// A number with letters in it, or a month with digits in it.
  private mutating func appendSlips(_ chunk: [Character], _ range: Range<Int>) -> Bool {
    if chunk.count <= 8, let digits = LookAlikes.digits(in: chunk) {
      appendNumber(digits.text, range, slips: digits.slips)
      return true
    }
    guard (3...10).contains(chunk.count) else { return false }
    for word in LookAlikes.letters(in: chunk) where CalendarWords.month(word) != nil {
      appendWord(range, as: word, slips: 1)
      tokens[tokens.count - 1].isCapitalised = true
      return true
    }
    return false
  }

  /// Puts together the digits of "0 6 / 0 3 / 2 0 2 4", written one to a box.
  private mutating func joinCombs() {
    var index = 0
    while index < tokens.count {
      guard let groups = comb(from: index), let first = groups.first, let last = groups.last else {
        index += 1
        continue
      }
      var joined: [DateToken] = []
      for (number, group) in groups.enumerated() {
        if number > 0 { joined.append(tokens[group.lowerBound - 1]) }
        joined.append(self.joined(group, slips: number == 0 ? 1 : 0))
      }
      tokens.replaceSubrange(first.lowerBound..<last.upperBound, with: joined)
      index += joined.count
    }
  }

  private func joined(_ group: Range<Int>, slips: Int) -> DateToken {
    var token = tokens[group.lowerBound]
    token.text = group.map { tokens[$0].text }.joined()
    token.value = Int(token.text) ?? -1
    token.range = token.range.lowerBound..<tokens[group.upperBound - 1].range.upperBound
    token.slips = slips
    return token
  }

  /// Groups of two, two and four (or two) single digits with slashes or dashes between, some of
  /// them apart.
  private func comb(from start: Int) -> [Range<Int>]? {
    guard tokens[start].isSingleDigit else { return nil }
    var groups: [Range<Int>] = []
    var index = start
    for length in [2, 2, 4] {
      var end = index
      while end < tokens.count, end - index < length, tokens[end].isSingleDigit,
        end == start || tokens[end].gap < .line
      {
        end += 1
      }
      guard end - index == length || length == 4 && end - index == 2 else { return nil }
      groups.append(index..<end)
      guard groups.count < 3 else { break }
      guard end < tokens.count, tokens[end].kind == .symbol,
        tokens[end].text == "/" || tokens[end].text == "-"
      else { return nil }
      index = end + 1
    }
    return groups
  }
}

extension DateToken {
  fileprivate var isSingleDigit: Bool { kind == .number && text.utf8.count == 1 }
}

extension Character {
  /// A letter or a figure; the small letters of Spanish ordinals are signs.
  fileprivate var isOfWord: Bool { (isLetter || isASCIIDigit) && self != "º" && self != "ª" }
}
