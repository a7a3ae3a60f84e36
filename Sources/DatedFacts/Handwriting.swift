import Casework
import PageLayout
import WrittenDates

/// How a date on a page was written, and what else its digits may be.
struct Handwriting {
  private let sheet: Sheet
  private let text: PageText
  /// Word boxes are from recognition, also where the text comes from a hidden layer of a scan.
  private let isScan: Bool

  /// Below this confidence a printed digit may be as many others as a handwritten one.
  static let poorConfidence = 0.65
  /// A handwritten date that was read by print recognition alone is never surer than this.
  static let handCeiling = 0.5

  init(_ sheet: Sheet, _ text: PageText, isScan: Bool) {
    self.sheet = sheet
    self.text = text
    self.isScan = isScan
  }

  /// Whether the words look written by hand.
  func isHand(_ words: [Int]) -> Bool {
    sheet.isHand(words.map { text.words[$0] }, isScan: isScan)
  }

  /// Whether every word of the date was read with confidence, and none by hand.
  func isSure(_ date: PlacedDate) -> Bool {
    date.words.allSatisfy { isSure(text.words[$0].word) } && !isHand(date.words)
  }

  private func isSure(_ word: Word) -> Bool {
    word.confidence >= LayoutThresholds.sureWriting || !word.hasText
  }

  /// The readings of `date` as far as the scan can be trusted: surer print stays as it is, what is
  /// doubtful gets the readings of look-alikes beside its own.
  ///
  /// - Parameter known: the days that the document names elsewhere in sure print. Doubtful print
  ///   that says one of them, or only whose year is doubtful and is theirs, is believed.
  func readings(
    of date: PlacedDate, isHand: Bool, known: Set<CivilDate>, _ grammar: DateGrammar
  ) -> [DateReading] {
    let literal = date.expression.readings
    guard !literal.isEmpty else { return [] }
    let words = date.words.map { text.words[$0].word }
      .filter(\.hasText)
    guard isScan || words.contains(where: { $0.source == .ocr }) else { return literal }
    let least = words.map(\.confidence).min() ?? 1
    if isHand, least < 0.2 { return [] }
    var doubtful = Set(date.words.filter { isHand || !isSure(text.words[$0].word) })
    if !isHand, isBorneOut(literal, doubtful, by: known) { doubtful = [] }
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

  private func isBorneOut(
    _ literal: [DateReading], _ doubtful: Set<Int>, by known: Set<CivilDate>
  ) -> Bool {
    if literal.allSatisfy({ $0.earliest == $0.latest && known.contains($0.earliest) }) {
      return true
    }
    let years = Set(known.map(\.year))
    return doubtful.allSatisfy { index in
      let digits = text.words[index].word.text.filter(\.isASCIIDigit)
      return digits.count == 4 && Int(digits).map(years.contains) ?? false
        && text.words[index].word.text.count <= 6
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
