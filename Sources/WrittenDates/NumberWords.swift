/// Numbers written in words: days of the month and years.
enum NumberWords {
  /// The value of a cardinal below 100 that is one word ("twelve", "twenty"), in English, Spanish
  /// or French.
  static func cardinal(_ word: String) -> Int? { cardinals[word] }

  /// The value of an ordinal that is one word ("third", "twentieth", "premier").
  static func ordinal(_ word: String) -> Int? { ordinals[word] }

  /// Reads a number below 100 from folded words that begin at `start`: "twenty four",
  /// "twenty-fourth", "treinta y uno". Hyphens count as words of their own.
  ///
  /// - Returns: the value, where it ends, and whether it is an ordinal.
  static func belowHundred(_ words: (Int) -> String?, from start: Int)
    -> (value: Int, end: Int, isOrdinal: Bool)?
  {
    guard let first = words(start) else { return nil }
    if let value = ordinals[first] { return (value, start + 1, true) }
    guard let value = cardinals[first] else { return nil }
    guard value >= 20, value % 10 == 0 else { return (value, start + 1, false) }
    var next = start + 1
    if let joint = words(next), joint == "-" || joint == "y" || joint == "et" { next += 1 }
    if let word = words(next) {
      if let unit = ordinals[word], unit < 10 { return (value + unit, next + 1, true) }
      // French counts on to 79 and 99 from sixty and eighty.
      if let unit = cardinals[word], unit < 10 || (value == 60 && unit < 20) {
        return (value + unit, next + 1, false)
      }
    }
    return (value, start + 1, false)
  }

  /// Reads a year: "two thousand twenty-four", "nineteen ninety-nine", "twenty twenty-four",
  /// "nineteen hundred and five", "dos mil veinticuatro".
  static func year(_ words: (Int) -> String?, from start: Int) -> (value: Int, end: Int)? {
    guard let leading = belowHundred(words, from: start), !leading.isOrdinal else { return nil }
    var next = leading.end
    func skipJoints() {
      while let word = words(next), word == "and" || word == "-" || word == "," { next += 1 }
    }
    skipJoints()
    if let word = words(next), word == "thousand" || word == "mil" || word == "mille" {
      guard (1...2).contains(leading.value) else { return nil }
      let base = leading.value * 1000
      let thousandEnd = next + 1
      next = thousandEnd
      skipJoints()
      if let rest = belowHundred(words, from: next), !rest.isOrdinal {
        return (base + rest.value, rest.end)
      }
      return (base, thousandEnd)
    }
    guard (16...20).contains(leading.value) else { return nil }
    if words(next) == "hundred" {
      let hundredEnd = next + 1
      next = hundredEnd
      skipJoints()
      if let rest = belowHundred(words, from: next), !rest.isOrdinal {
        return (leading.value * 100 + rest.value, rest.end)
      }
      return (leading.value * 100, hundredEnd)
    }
    if let zero = words(next), zero == "oh" || zero == "o",
      let rest = belowHundred(words, from: next + 1), rest.value < 10, !rest.isOrdinal
    {
      return (leading.value * 100 + rest.value, rest.end)
    }
    if let rest = belowHundred(words, from: next), rest.value >= 10, !rest.isOrdinal {
      return (leading.value * 100 + rest.value, rest.end)
    }
    return nil
  }

  private static let cardinals: [String: Int] = {
    var values: [String: Int] = [:]
    let units = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    let spanish = [
      "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once",
      "doce", "trece", "catorce", "quince", "dieciseis", "diecisiete", "dieciocho", "diecinueve",
      "veinte", "veintiuno", "veintidos", "veintitres", "veinticuatro", "veinticinco",
      "veintiseis", "veintisiete", "veintiocho", "veintinueve",
    ]
    let french = [
      "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
      "douze", "treize", "quatorze", "quinze", "seize",
    ]
    // "sept" is September far more often than seven; a day in words hardly needs it.
    for (index, word) in french.enumerated() where word != "sept" { values[word] = index + 1 }
    for (index, word) in spanish.enumerated() { values[word] = index + 1 }
    for (index, word) in units.enumerated() { values[word] = index + 1 }
    let tens = [
      "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
      "seventy": 70, "eighty": 80, "ninety": 90, "treinta": 30, "cuarenta": 40, "cincuenta": 50,
      "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90, "vingt": 20, "trente": 30,
      "quarante": 40, "cinquante": 50, "soixante": 60,
    ]
    return values.merging(tens) { _, new in new }
  }()

  private static let ordinals: [String: Int] = {
    let words = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
      "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
      "seventeenth", "eighteenth", "nineteenth", "twentieth",
    ]
    var values: [String: Int] = [
      "thirtieth": 30, "premier": 1, "primero": 1, "primer": 1, "nineth": 9, "twelveth": 12,
      "twentyfirst": 21, "twentysecond": 22, "twentythird": 23, "twentyfourth": 24,
      "twentyfifth": 25, "twentysixth": 26, "twentyseventh": 27, "twentyeighth": 28,
      "twentyninth": 29, "thirtyfirst": 31,
    ]
    for (index, word) in words.enumerated() { values[word] = index + 1 }
    return values
  }()
}
