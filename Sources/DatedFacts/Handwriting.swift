import Casework

/// How a date on a page was written, and what else its digits may be.
struct Handwriting {
  private let reading: Reading
  private let text: PageText
  /// Word boxes are from recognition, also where the text comes from a hidden layer of a scan.
  private let isScan: Bool
  /// The median height of the words read surely, in points; 0 without any.
  let usualHeight: Double

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
  ///
  /// Confidence alone does not tell: crisp print on a ruled line may get none, and handwriting
  /// may get a high one. So it takes odd sizes or places, or ink that towers over the print.
  func isHand(_ words: [Int]) -> Bool {
    let written = words.filter { text.words[$0].word.text.contains { $0.isLetter || $0.isNumber } }
    let placed = written.map { text.words[$0].word }
    guard placed.contains(where: { $0.source == .ocr }) || isScan else { return false }
    let isDoubtful = placed.contains { $0.confidence < Self.sureConfidence }
    let isOdd = hasOddHeight(written) || hasOddBaseline(written)
    let isMarked = placed.contains(where: isMarked)
    return isOdd && (isDoubtful || isMarked) || isMarked && isDoubtful
      || hasOddHeight(written, inItsLine: true)
  }

  /// Whether ink that was not recognised as print, and is taller than print, lies over the word.
  private func isMarked(_ word: Word) -> Bool {
    guard word.box.area > 0 else { return false }
    return reading.marks.contains { mark in
      guard mark.largestPieceHeight > 1.45 * max(usualHeight, 6),
        let common = mark.box.intersection(word.box)
      else { return false }
      return common.area > 0.3 * word.box.area
    }
  }

  /// Whether a number is much taller or lower than the print of the page, or, where asked for,
  /// than the words around it: a heading is tall as a whole.
  private func hasOddHeight(_ words: [Int], inItsLine: Bool = false) -> Bool {
    words.contains { index in
      let placed = text.words[index]
      guard placed.word.text.contains(where: \.isASCIIDigit) else { return false }
      guard usualHeight > 0 else { return false }
      guard inItsLine else {
        let ratio = placed.word.heightOfDigits / usualHeight
        return ratio > 1.45 || ratio < 0.5
      }
      // What was typed into a form may be larger than the form's own print.
      guard let usual = lineHeight(around: index, without: words) else {
        return placed.word.heightOfDigits > 2 * usualHeight
      }
      return placed.word.heightOfDigits > 1.8 * usual
    }
  }

  /// The median height of the other words on the word's line; `nil` where there are too few.
  private func lineHeight(around index: Int, without words: [Int]) -> Double? {
    let placed = text.words[index]
    let others = reading.lines[placed.line].words.enumerated().filter { position, word in
      word.confidence >= 0.9 && word.text.count > 1
        && !words.contains {
          text.words[$0].line == placed.line && text.words[$0].position == position
        }
    }
    let heights = others.map(\.element.box.height).sorted()
    return heights.count < 3 ? nil : heights[heights.count / 2]
  }

  /// Whether a number stands above or below the line that the sure words of its row stand on.
  private func hasOddBaseline(_ words: [Int]) -> Bool {
    guard usualHeight > 0 else { return false }
    return words.contains { index in
      let placed = text.words[index]
      guard placed.word.text.allSatisfy(\.isASCIIDigit) else { return false }
      let others = reading.lines[placed.line].words.filter {
        $0.confidence >= 0.9 && !$0.text.contains { "gjpqy,;_()/|".contains($0) }
          && $0.box != placed.word.box
      }
      guard let baseline = Self.baseline(of: others, at: placed.word.box.midX) else { return false }
      return abs(placed.word.box.maxY - baseline) > 0.35 * usualHeight
    }
  }

  /// Where the line through the bottoms of `words` is at `x` (least squares: scans slope); `nil`
  /// with fewer than three words.
  private static func baseline(of words: [Word], at x: Double) -> Double? {
    guard words.count >= 3 else { return nil }
    let count = Double(words.count)
    let meanX = words.reduce(0) { $0 + $1.box.midX } / count
    let meanY = words.reduce(0) { $0 + $1.box.maxY } / count
    var (products, squares) = (0.0, 0.0)
    for word in words {
      products += (word.box.midX - meanX) * (word.box.maxY - meanY)
      squares += (word.box.midX - meanX) * (word.box.midX - meanX)
    }
    return squares > 0 ? meanY + products / squares * (x - meanX) : nil
  }

  /// Whether every word of the date was read with confidence, and none by hand.
  func isSure(_ date: PlacedDate) -> Bool {
    date.words.allSatisfy { isSure(text.words[$0].word) } && !isHand(date.words)
  }

  private func isSure(_ word: Word) -> Bool {
    word.confidence >= Self.sureConfidence || !word.text.contains { $0.isLetter || $0.isNumber }
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
      .filter { $0.text.contains { $0.isLetter || $0.isNumber } }
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

extension Word {
  /// In points, without what a slash has above and below the digits around it: in many fonts it is
  /// more than a third taller.
  fileprivate var heightOfDigits: Double { text.contains("/") ? box.height / 1.35 : box.height }
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
