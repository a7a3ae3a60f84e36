/// The names of months, seasons and weekdays in English, Spanish and French, folded.
enum CalendarWords {
  /// The month, 1 to 12, that `word` (folded) is the name or the usual abbreviation of.
  static func month(_ word: String) -> Int? { months[word] }

  /// The month whose full English name differs from `word` by what OCR does to letters.
  static func monthLike(_ word: String) -> Int? {
    guard (4...11).contains(word.utf8.count) else { return nil }
    let letters = word.replacingSplitLetters
    if let month = months[letters], letters.utf8.count > 3 { return month }
    guard letters.utf8.count >= 6 else { return nil }
    let mine = Array(letters.utf8)
    for (index, name) in englishMonths.enumerated() where name.utf8.count >= 6 {
      let theirs = Array(name.utf8)
      if abs(mine.count - theirs.count) <= 1, differByOne(mine, theirs) { return index + 1 }
    }
    return nil
  }

  /// Whether `word` is how a month's full English name begins, as when OCR splits it in two.
  static func mayBeginMonth(_ word: String) -> Bool {
    guard (1...8).contains(word.utf8.count) else { return false }
    return englishMonths.contains { $0.hasPrefix(word) }
  }

  static func season(_ word: String) -> Season? { seasons[word] }

  /// The weekday, 0 for Sunday, that `word` (folded) names.
  static func weekday(_ word: String) -> Int? { weekdays[word] }

  static let englishMonths = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static let months: [String: Int] = {
    let names: [[String]] = [
      englishMonths,
      ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
      ["", "febr", "", "", "", "", "", "", "sept", "", "", ""],
      [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
        "octubre", "noviembre", "diciembre",
      ],
      ["ene", "", "", "abr", "", "", "", "ago", "setiembre", "", "", "dic"],
      [
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
        "octobre", "novembre", "decembre",
      ],
      ["janv", "fevr", "", "avr", "", "", "juil", "", "", "", "", ""],
    ]
    var months: [String: Int] = [:]
    for row in names {
      for (index, name) in row.enumerated() where !name.isEmpty { months[name] = index + 1 }
    }
    return months
  }()

  private static let seasons: [String: Season] = [
    "spring": .spring, "summer": .summer, "fall": .fall, "autumn": .fall, "winter": .winter,
    "primavera": .spring, "verano": .summer, "otono": .fall, "invierno": .winter,
    "printemps": .spring, "ete": .summer, "automne": .fall, "hiver": .winter,
  ]

  private static let weekdays: [String: Int] = {
    let names: [[String]] = [
      ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"],
      ["sun", "mon", "tue", "wed", "thu", "fri", "sat"],
      ["", "", "tues", "", "thur", "", ""],
      ["", "", "", "", "thurs", "", ""],
      ["domingo", "lunes", "martes", "miercoles", "jueves", "viernes", "sabado"],
      ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
    ]
    var weekdays: [String: Int] = [:]
    for row in names {
      for (index, name) in row.enumerated() where !name.isEmpty { weekdays[name] = index }
    }
    return weekdays
  }()

  /// Whether one letter put in, left out or changed turns one into the other.
  static func differByOne(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let shorter = left.count <= right.count ? left : right
    let longer = left.count <= right.count ? right : left
    guard longer.count - shorter.count <= 1 else { return false }
    var index = 0
    while index < shorter.count, shorter[index] == longer[index] { index += 1 }
    let rest = shorter.count == longer.count ? index + 1 : index
    return shorter.dropFirst(rest).elementsEqual(longer.dropFirst(index + 1))
  }
}

enum Season: Hashable, Sendable { case spring, summer, fall, winter }

extension String {
  /// With the letters put together that OCR takes apart: "rn" for m, "vv" for w, "cl" for d.
  fileprivate var replacingSplitLetters: String {
    var result = ""
    var rest = Substring(self)
    while let first = rest.first {
      if rest.hasPrefix("rn") {
        result += "m"
        rest = rest.dropFirst(2)
      } else if rest.hasPrefix("cl"), !rest.hasPrefix("cle") {
        result += "d"
        rest = rest.dropFirst(2)
      } else if rest.hasPrefix("vv") {
        result += "w"
        rest = rest.dropFirst(2)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
