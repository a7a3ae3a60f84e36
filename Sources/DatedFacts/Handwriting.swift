import Casework

/// How a date on a page was written, and what else its digits may be.
struct Handwriting {
  private let reading: Reading
  private let text: PageText
  /// Word boxes are from recognition, also where the text comes from a hidden layer of a scan.
  private let isScan: Bool
  private let usualHeight: Double

  /// Below this confidence a printed digit is not taken as read.
  static let sureConfidence = 0.75
  /// Below this confidence a printed digit may be as many others as a handwritten one.
  static let poorConfidence = 0.65
  /// A handwritten date that was read by print recognition alone is never surer than this.
  static let handCeiling = 0.5

  init(_ reading: Reading, _ text: PageText, isScan: Bool) {
    self.reading = reading
    self.text = text
    self.isScan = isScan
    let heights = reading.words.filter { $0.confidence >= 0.9 && $0.text.count > 1 }
      .map(\.box.height).sorted()
    usualHeight = heights.isEmpty ? 0 : heights[heights.count / 2]
  }

  /// Whether the words look written by hand.
  func isHand(_ words: [Int]) -> Bool {
    let placed = words.map { text.words[$0].word }
    guard placed.contains(where: { $0.source == .ocr }) || isScan else { return false }
    let least = placed.map(\.confidence).min() ?? 1
    if least < 0.4 { return true }
    var signs = 0
    if least < Self.sureConfidence { signs += 1 }
    if placed.contains(where: isMarked) { signs += 1 }
    if hasOddHeight(placed) { signs += 1 }
    if hasOddBaseline(words) { signs += 1 }
    return signs >= 2
  }

  /// Whether ink that was not recognised as print lies over a good part of the word.
  private func isMarked(_ word: Word) -> Bool {
    guard word.box.area > 0 else { return false }
    return reading.marks.contains { mark in
      guard let common = mark.box.intersection(word.box) else { return false }
      return common.area > 0.3 * word.box.area
    }
  }

  private func hasOddHeight(_ words: [Word]) -> Bool {
    guard usualHeight > 0 else { return false }
    let digits = words.filter { $0.text.contains(where: \.isASCIIDigit) }
    return digits.contains {
      $0.box.height > 1.7 * usualHeight || $0.box.height < 0.45 * usualHeight
    }
  }

  /// Whether the bottoms of the digits go up and down against the rest of their line.
  private func hasOddBaseline(_ words: [Int]) -> Bool {
    guard usualHeight > 0 else { return false }
    return words.contains { index in
      let placed = text.words[index]
      guard placed.word.text.allSatisfy(\.isASCIIDigit) else { return false }
      let line = reading.lines[placed.line]
      let others = line.words.filter {
        $0.confidence >= 0.9 && !$0.text.contains { "gjpqy,;_()/|".contains($0) }
          && $0.box != placed.word.box
      }
      guard others.count >= 2 else { return false }
      let offsets = others.map { placed.word.box.maxY - $0.box.maxY }.sorted()
      return abs(offsets[offsets.count / 2]) > 0.35 * usualHeight
    }
  }

  /// The readings of `date` as far as the scan can be trusted: surer print stays as it is, what is
  /// doubtful gets the readings of look-alikes beside its own.
  func readings(of date: PlacedDate, isHand: Bool, _ grammar: DateGrammar) -> [DateReading] {
    let literal = date.expression.readings
    guard !literal.isEmpty else { return [] }
    let words = date.words.map { text.words[$0].word }
    guard isScan || words.contains(where: { $0.source == .ocr }) else { return literal }
    let least = words.map(\.confidence).min() ?? 1
    if isHand, least < 0.2 { return [] }
    let doubtful = Set(
      date.words.filter { isHand || text.words[$0].word.confidence < Self.sureConfidence })
    if doubtful.isEmpty {
      return literal.map { $0.scaled(by: max(least, 0.9)) }
    }
    let trust = isHand ? min(Self.handCeiling, least) : max(0.35, least)
    let own = literal.map { $0.scaled(by: trust) }
    let others = alternatives(to: date, at: doubtful, isHand: isHand, grammar)
    guard !others.isEmpty else { return own }
    let share = 0.7 * (1 - trust) / Double(others.count)
    return own
      + others.map {
        DateReading(
          earliest: $0.lowerBound, latest: $0.upperBound,
          confidence: max(0.01, share.roundedDownToHundredth))
      }
  }

  /// What the date would mean with one digit or month name taken for its look-alike.
  private func alternatives(
    to date: PlacedDate, at doubtful: Set<Int>, isHand: Bool, _ grammar: DateGrammar
  ) -> [ClosedRange<CivilDate>] {
    let passage = text.passages[date.passage]
    let range = date.expression.range
    let characters = Array(passage.characters[range])
    var known = Set(date.expression.readings.map { $0.earliest...$0.latest })
    var found: [ClosedRange<CivilDate>] = []
    func add(_ variant: [Character]) {
      for expression in grammar.dates(in: variant, isDateField: true)
      where expression.range.count + 3 > variant.count {
        for reading in expression.readings
        where Self.plausibleYears.contains(reading.earliest.year) && found.count < 24 {
          let days = reading.earliest...reading.latest
          if known.insert(days).inserted { found.append(days) }
        }
      }
    }
    for offset in characters.indices
    where doubtful.contains(passage.wordIndices[range.lowerBound + offset]) {
      let word = passage.wordIndices[range.lowerBound + offset]
      let digits =
        isHand || text.words[word].word.confidence < Self.poorConfidence
        ? LookAlikes.handwritten(characters[offset]) : LookAlikes.printed(characters[offset])
      for digit in digits {
        var variant = characters
        variant[offset] = digit
        add(variant)
      }
    }
    if isHand {
      for variant in Self.monthVariants(of: String(characters)) { add(Array(variant)) }
    }
    return found
  }

  /// A look-alike digit in the century is no reading that anybody means.
  private static let plausibleYears = 1950...2060

  /// The text with the name of its month taken for one that looks like it in handwriting.
  private static func monthVariants(of text: String) -> [String] {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    return words.indices.flatMap { index in
      (lookAlikeMonths[words[index].lowercasedLetters] ?? []).map { other in
        var variant = words.map(String.init)
        variant[index] = other
        return variant.joined(separator: " ")
      }
    }
  }

  private static let lookAlikeMonths: [String: [String]] = [
    "january": ["June", "July"], "jan": ["Jun", "Jul"], "june": ["July", "Jan"],
    "july": ["June", "Jan"], "jun": ["Jul", "Jan"], "jul": ["Jun", "Jan"],
    "march": ["May"], "mar": ["May", "Nov"], "may": ["March", "Aug"], "aug": ["Apr"],
    "apr": ["Aug"], "april": ["August"], "august": ["April"], "sep": ["Sept"],
    "november": ["December"], "december": ["November"], "nov": ["Mar"],
  ]
}

extension Substring {
  fileprivate var lowercasedLetters: String { String(self).lowercasedLetters }
}

extension DateReading {
  func scaled(by factor: Double) -> DateReading {
    DateReading(
      earliest: earliest, latest: latest,
      confidence: (confidence * factor).roundedDownToHundredth)
  }
}
