import Casework

/// Finds what one run of words names of the Code: `Standard 5`, `S 5, S 7-9`, `Rules 1, 2 and 4`,
/// `Rule III`, `Principle 4`.
///
/// A kind is always said before a number, so that `Section 5`, `rule of 3` and `123 S 5th Street`
/// name nothing.
struct CitationParser {
  struct Found: Equatable {
    var kind: Citation.Kind
    var number: Int
    var isCertain: Bool
    /// Indices into the words.
    var words: ClosedRange<Int>
  }

  private let tokens: [CitationToken]
  /// The words stand in the form's own field of rules, where `R 3` and `P 2` are citations too, and
  /// a number may be one without more.
  private let isField: Bool
  private let provisions: RuleSet.Provisions
  private var position = 0
  private var found: [Found] = []
  /// Tokens that are part of a citation.
  private var used: Set<Int> = []

  static func citations(
    in words: [Word], isField: Bool, provisions: RuleSet.Provisions
  ) -> [Found] {
    // Most lines have none, and looking for one is not for nothing.
    guard isField || words.contains(where: { $0.text.contains(where: isPartOfNumber) }) else {
      return []
    }
    var parser = CitationParser(
      tokens: CitationToken.tokens(of: words), isField: isField, provisions: provisions)
    parser.parse()
    if isField { parser.addDoubtful() }
    return parser.found.sorted { $0.words.lowerBound < $1.words.lowerBound }
  }

  private static func isPartOfNumber(_ character: Character) -> Bool {
    character.isNumber || "IVX".contains(character)
  }

  private init(tokens: [CitationToken], isField: Bool, provisions: RuleSet.Provisions) {
    self.tokens = tokens
    self.isField = isField
    self.provisions = provisions
  }

  private mutating func parse() {
    while position < tokens.count {
      if let head = head(at: position) {
        list(after: head)
      } else {
        position += 1
      }
    }
  }

  // MARK: - Kinds

  private struct Head {
    var kind: Citation.Kind
    var start: Int
    /// The token after it.
    var end: Int
    /// Numbers may follow each other without the kind being said again.
    var takesList: Bool
    /// Spelled out as a name, so that a Roman number may follow.
    var mayBeRoman: Bool
    var isSpelledOut: Bool
  }

  private static let words: [String: (kind: Citation.Kind, isPlural: Bool)] = [
    "rule": (.rule, false), "rules": (.rule, true), "standard": (.standard, false),
    "standards": (.standard, true), "std": (.standard, false), "stds": (.standard, true),
    "principle": (.principle, false), "principles": (.principle, true),
  ]
  /// Said before the kind, these make it somebody else's.
  private static let others: Set<String> = [
    "federal", "fed", "civil", "criminal", "court", "local", "evidence", "appellate", "board",
    "state", "model", "bar",
  ]
  private static let placeWords: Set<String> = [
    "page", "pages", "unit", "apt", "suite", "room", "box", "no", "floor",
  ]
  /// `S 5 Street`, `the standard 30 days`.
  private static let notAfter: Set<String> = [
    "st", "street", "ave", "avenue", "rd", "road", "blvd", "boulevard", "dr", "drive", "lane",
    "ln", "hwy", "highway", "ct", "place", "pl", "minute", "minutes", "hour", "hours", "day",
    "days", "week", "weeks", "month", "months", "year", "years", "business", "working", "percent",
    "visit", "visits", "session", "sessions", "point", "points", "dollars",
  ]
  private static let spinal: Set<String> = [
    "nerve", "disc", "disk", "vertebra", "vertebrae", "radiculopathy", "lumbar", "sacral", "spine",
    "spinal", "fusion",
  ]

  /// `L5 and S1`: of a back, not of the Code.
  private var isSpine: Bool {
    tokens.indices.contains { index in
      Self.spinal.contains(tokens[index].lowercased)
        || tokens[index].text == "L" && index + 1 < tokens.count
          && tokens[index + 1].kind == .digits
    }
  }

  private func head(at start: Int) -> Head? {
    let token = tokens[start]
    guard token.kind == .letters, token.startsWord || isPunctuation(start - 1) else { return nil }
    if start > 0, Self.others.contains(tokens[start - 1].lowercased) { return nil }
    if let (kind, isPlural) = Self.words[token.lowercased] {
      // "Standard S 5", "Rule No. 3", "Standard #5".
      let end = skip(["s", "no", "nos", "number", "numbers", ".", "#", ":"], from: start + 1)
      return Head(
        kind: kind, start: start, end: end, takesList: isPlural || isField,
        mayBeRoman: token.text.first?.isUppercase == true, isSpelledOut: true)
    }
    guard token.startsWord || isField || "([,;:/".contains(tokens[start - 1].text) else {
      return nil
    }
    let kind: Citation.Kind
    switch token.text {
    case "S" where isField || !isPlace(before: start): kind = .standard
    case "R" where isField: kind = .rule
    case "P" where isField: kind = .principle
    default: return nil
    }
    let end = skip([".", "-"], from: start + 1, max: 1)
    return Head(
      kind: kind, start: start, end: end, takesList: isField, mayBeRoman: false,
      isSpelledOut: false)
  }

  private func isPunctuation(_ index: Int) -> Bool {
    index >= 0 && tokens[index].kind == .other && !"'’$".contains(tokens[index].text)
  }

  /// `123 S 5`: a house number stands before the S of a street.
  private func isPlace(before start: Int) -> Bool {
    guard start > 0, !used.contains(start - 1) else { return false }
    let before = tokens[start - 1]
    return before.kind == .digits || Self.placeWords.contains(before.lowercased)
  }

  private func skip(_ texts: Set<String>, from start: Int, max: Int = 4) -> Int {
    var index = start
    while index < tokens.count, index - start < max, texts.contains(tokens[index].lowercased) {
      index += 1
    }
    return index
  }

  // MARK: - Numbers

  private struct Number {
    var value: Int
    var token: Int
  }

  private func number(at index: Int, romanToo: Bool = false) -> Number? {
    guard index < tokens.count else { return nil }
    let token = tokens[index]
    if romanToo, token.kind == .letters, let value = Self.romans[token.text] {
      // "The Rule I broke".
      let isWord = index + 1 < tokens.count && tokens[index + 1].kind == .letters
      return token.text == "I" && isWord ? nil : Number(value: value, token: index)
    }
    guard token.kind == .digits, let value = Int(token.text), (1...99).contains(value) else {
      return nil
    }
    if !token.endsWord, index + 1 < tokens.count {
      // "5th" is no number; "1.7" and "4:5" are of another body's rules.
      let next = tokens[index + 1]
      let goesOn = index + 2 < tokens.count && !next.endsWord && tokens[index + 2].kind == .digits
      if next.kind == .letters || !",;:.()[]-–—/&".contains(next.text) { return nil }
      if ".:/".contains(next.text) && goesOn { return nil }
    }
    return Number(value: value, token: index)
  }

  private static let romans: [String: Int] = [
    "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10,
    "XI": 11, "XII": 12,
  ]

  private mutating func list(after head: Head) {
    guard let first = number(at: head.end, romanToo: head.mayBeRoman) else {
      position = head.start + 1
      return
    }
    var numbers = [first]
    var end = first.token + 1
    if let (range, next) = rangeEnd(from: first, at: end, isTight: !head.takesList) {
      numbers += range
      end = next
    }
    let isRoman = tokens[first.token].kind == .letters
    while head.takesList, let next = nextOfList(at: end, romanToo: isRoman) {
      numbers.append(next)
      end = next.token + 1
      if let (range, after) = rangeEnd(from: next, at: end, isTight: false) {
        numbers += range
        end = after
      }
    }
    position = end
    if end < tokens.count, Self.notAfter.contains(tokens[end].lowercased) { return }
    let isOurs = !isOfAnotherBody(at: end) && (head.isSpelledOut || isField || !isSpine)
    used.formUnion(head.start..<end)
    for number in numbers {
      found.append(
        Found(
          kind: head.kind, number: number.value,
          isCertain: isOurs && mayBe(number.value, of: head.kind),
          words: tokens[head.start].word...tokens[number.token].word))
    }
  }

  /// `7-9`, `7 to 9`: what comes after the first. Where one number alone is expected, only `7-9`.
  private func rangeEnd(
    from first: Number, at index: Int, isTight: Bool
  ) -> (numbers: [Number], next: Int)? {
    guard index < tokens.count else { return nil }
    let joint = tokens[index]
    let isDash = ["-", "–", "—"].contains(joint.text)
    guard isDash || ["to", "through", "thru"].contains(joint.lowercased),
      !isTight || isDash && !joint.startsWord && !joint.endsWord
    else { return nil }
    // "S 7-S 9" says the kind again.
    let last =
      tokens.indices.contains(index + 1) && tokens[index + 1].text == "S"
      ? number(at: index + 2) : number(at: index + 1)
    guard let last, last.value > first.value, last.value - first.value < 30 else { return nil }
    return (
      ((first.value + 1)...last.value).map { Number(value: $0, token: last.token) },
      last.token + 1
    )
  }

  private func nextOfList(at index: Int, romanToo: Bool) -> Number? {
    let after = skip([",", ";", "&", "/", "and", "or"], from: index, max: 2)
    guard after > index, let next = number(at: after, romanToo: romanToo) else { return nil }
    return Self.mayBeginWithS(next.value) ? nil : next
  }

  /// `Rule 11 of the Federal Rules`: of something that does not call itself the Code.
  private func isOfAnotherBody(at end: Int) -> Bool {
    guard end < tokens.count, tokens[end].lowercased == "of" else { return false }
    let following = Set(tokens[end...].prefix(8).map(\.lowercased))
    return following.isDisjoint(with: ["code", "ccm", "cdms", "ccmc", "professional", "this"])
  }

  /// Whether there may be a provision of this number; where nobody has said how many there are,
  /// `55` is rather `S 5`.
  private func mayBe(_ number: Int, of kind: Citation.Kind) -> Bool {
    let highest: Int? =
      switch kind {
      case .principle: provisions.principles
      case .rule: provisions.rules
      case .standard: provisions.standards
      case .unclear: 0
      }
    return highest.map { number <= $0 } ?? !Self.mayBeginWithS(number)
  }

  /// OCR takes an S for a 5.
  private static func mayBeginWithS(_ number: Int) -> Bool { (51...59).contains(number) }

  // MARK: - What may be a citation

  /// As OCR writes an S.
  private static let likeS: Set<String> = ["S", "$", "§"]

  /// In the field of rules: numbers without a kind, and what OCR makes of `S 5`: `55`, `$5`, `S S`.
  private mutating func addDoubtful() {
    for (index, token) in tokens.enumerated() where !used.contains(index) {
      if Self.likeS.contains(token.text), index + 1 < tokens.count,
        ["S", "s"].contains(tokens[index + 1].text)
      {
        add(.standard, 5, index...(index + 1))
      } else if ["SS", "Ss"].contains(token.text) {
        add(.standard, 5, index...index)
      } else if Self.likeS.contains(token.text), let number = number(at: index + 1) {
        add(.standard, number.value, index...number.token)
      } else if let number = number(at: index) {
        if Self.mayBeginWithS(number.value) {
          add(.standard, number.value - 50, index...index)
        } else {
          add(.unclear, number.value, index...index)
        }
      }
    }
  }

  private mutating func add(_ kind: Citation.Kind, _ number: Int, _ range: ClosedRange<Int>) {
    used.formUnion(range)
    found.append(
      Found(
        kind: kind, number: number, isCertain: false,
        words: tokens[range.lowerBound].word...tokens[range.upperBound].word))
  }
}
