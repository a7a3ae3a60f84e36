import Casework

/// Words near a date that say what part it plays.
struct RoleCue {
  var role: DatedFact.Role
  /// Folded.
  var words: [String]
  /// How many tokens before the date it may end.
  var reach: Int
  /// How many tokens after the date it may begin; 0 where it never stands there.
  var reachAfter: Int
  /// It counts only with a capital, as a heading or at the beginning of a clause.
  var needsCapital: Bool
  /// It counts only as a label, with a colon after it.
  var needsColon: Bool

  private init(
    _ role: DatedFact.Role, _ phrase: String, reach: Int, after: Int = 0,
    needsCapital: Bool = false,
    needsColon: Bool = false
  ) {
    self.role = role
    words = phrase.split(separator: " ").map(String.init)
    self.reach = reach
    reachAfter = after
    self.needsCapital = needsCapital
    self.needsColon = needsColon
  }

  private static let all: [RoleCue] =
    birth + commission + notarial + received + revision + signed + learned + occurrence + others

  private static let birth: [RoleCue] =
    [
      "date of birth", "dates of birth", "day of birth", "birthdate", "birth date", "dob", "d o b",
      "fecha de nacimiento", "date de naissance",
    ].map { RoleCue(.birth, $0, reach: 6, after: 4) }
    + ["birthday", "birth"].map { RoleCue(.birth, $0, reach: 0, needsColon: true) }
    // Right before it: "born blind, she fell on", "first-born son".
    + ["born", "nacido", "nacida", "nacimiento", "naissance"].map {
      RoleCue(.birth, $0, reach: 1)
    }
    + ["born in", "born at", "born on", "nacido en", "nacida en", "ne le", "nee le"].map {
      RoleCue(.birth, $0, reach: 5)
    }

  private static let commission: [RoleCue] =
    [
      "commission expires", "commission expiration", "commission expiration date",
      "commission exp", "comm exp", "comm expires", "commission will expire", "term expires",
      "expires", "expiration date", "exp date", "commission expiry", "expiring",
    ].map { RoleCue(.commissionExpires, $0, reach: 8) }
    // Longer than "expires", so that it is of something else.
    + [
      "license expires", "licence expires", "certificate expires", "certification expires",
      "policy expires", "coverage expires", "authorization expires",
    ].map { RoleCue(.other, $0, reach: 8) }
    + ["exp", "expires on"].map { RoleCue(.commissionExpires, $0, reach: 2) }

  private static let notarial: [RoleCue] =
    [
      "sworn", "subscribed", "acknowledged", "affirmed", "sworn to", "notarized", "notarised",
      "notary public", "given under my hand", "witness my hand",
    ].map { RoleCue(.notarized, $0, reach: 40) }
    // "On this 3rd day of June, 2024, before me personally appeared"
    + ["before me", "personally appeared", "personally came"].map {
      RoleCue(.notarized, $0, reach: 40, after: 4)
    }

  private static let received: [RoleCue] =
    ["date received", "date filed", "recording date", "record date", "received by fax"].map {
      RoleCue(.received, $0, reach: 4, after: 2)
    }
    // In a sentence these say what somebody did: "I received a letter on June 3".
    + ["received", "recd", "rec d", "filed", "recorded", "docketed", "lodged"].map {
      RoleCue(.received, $0, reach: 3, after: 2, needsCapital: true)
    }
    + ["postmark", "postmarked", "postmark date", "postmarked on"].map {
      RoleCue(.postmark, $0, reach: 4, after: 2)
    }

  private static let revision: [RoleCue] =
    ["rev", "revised", "revision", "form revision", "rev date", "revision date", "ed", "edition"]
    .map { RoleCue(.formRevision, $0, reach: 2, after: $0.hasPrefix("ed") ? 0 : 1) }

  private static let signed: [RoleCue] =
    [
      "date signed", "signed this", "signature date", "executed on", "executed this",
      "date of signature", "signed and dated",
    ].map { RoleCue(.signed, $0, reach: 6, after: $0.contains("date") ? 3 : 0) }
    // In a sentence these say what somebody did with another paper.
    + ["signed", "signed on", "executed", "dated"].map {
      RoleCue(.signed, $0, reach: 6, needsCapital: true)
    }
    // "This Declaration made this 3rd day of June"
    + ["made this", "made and executed this", "given this", "dated this"].map {
      RoleCue(.signed, $0, reach: 3)
    }
    + ["witness whereof", "witness our hands"].map { RoleCue(.signed, $0, reach: 40) }

  private static let learned: [RoleCue] =
    [
      "first learned", "learned", "learned of", "became aware", "became aware of", "discovered",
      "date of discovery", "found out", "date first learned", "date you learned", "came to know",
    ].map { RoleCue(.learned, $0, reach: 8) }

  private static let occurrence: [RoleCue] =
    [
      "occurred", "occurrence", "occurrences", "date of occurrence", "dates of occurrence",
      "incident", "date of incident", "incident date", "date of event", "date of violation",
      "happened", "took place", "occurring", "date of conduct", "date of offense",
    ].map { RoleCue(.occurrence, $0, reach: 8) }

  private static let others: [RoleCue] =
    [
      "effective", "effective date", "letter dated", "letter of", "printed", "printed on",
      "as of", "mailed", "sent", "fax", "faxed",
    ].map { RoleCue(.other, $0, reach: 3) }

  /// Cues by their last word, and by their first.
  private static let byLastWord = Dictionary(grouping: all) { $0.words[$0.words.count - 1] }
  private static let byFirstWord = Dictionary(grouping: all.filter { $0.reachAfter > 0 }) {
    $0.words[0]
  }

  /// The role that the words around `date` give it, and how many tokens away they stand; words
  /// after it count as three tokens farther.
  ///
  /// - Parameters:
  ///   - date: indices of the date's tokens.
  ///   - bounds: indices of the tokens between the dates before and after it.
  static func role(of date: Range<Int>, in tokens: [DateToken], within bounds: Range<Int>)
    -> (role: DatedFact.Role, distance: Int)?
  {
    let before = roleBefore(date.lowerBound, in: tokens, from: bounds.lowerBound)
    let after = roleAfter(date.upperBound, in: tokens, to: bounds.upperBound)
    guard let before else { return after }
    guard let after, after.distance < before.distance else { return before }
    return after
  }

  private static func roleBefore(_ date: Int, in tokens: [DateToken], from start: Int)
    -> (role: DatedFact.Role, distance: Int)?
  {
    var distance = 0
    // The line above, and the cell to the left, speak less surely than the words right before.
    var crossings = 0
    // Who was born somewhere, and then did something on that day.
    var crossesVerb = false
    var index = date - 1
    while index >= start, distance <= 40 {
      switch tokens[index + 1].gap {
      case .line: crossings += 10
      case .wide: crossings += 3
      case .none, .space: break
      }
      let token = tokens[index]
      if token.kind == .word {
        var best: RoleCue?
        for cue in byLastWord[token.text] ?? []
        where cue.reach >= distance && !(crossesVerb && cue.role == .birth)
          && cue.words.count > best?.words.count ?? 0
          && cue.matches(endingAt: index, in: tokens, from: start)
        {
          best = cue
        }
        if let best { return (best.role, distance + crossings) }
        if Self.verbs.contains(token.text) { crossesVerb = true }
      }
      switch token.kind {
      case .word, .number, .ordinal: distance += 1
      case .symbol where token.text == "." && isSentenceEnd(index, in: tokens): distance += 6
      case .symbol, .blank: break
      }
      index -= 1
    }
    return nil
  }

  private static let verbs: Set<String> = [
    "was", "were", "is", "are", "had", "has", "have", "did", "fell", "died", "went", "came",
  ]

  private static func roleAfter(_ date: Int, in tokens: [DateToken], to end: Int)
    -> (role: DatedFact.Role, distance: Int)?
  {
    var distance = 0
    var index = date
    while index < end, distance <= 4 {
      let token = tokens[index]
      if token.kind == .word {
        for cue in byFirstWord[token.text] ?? []
        where cue.reachAfter > distance && cue.matches(beginningAt: index, in: tokens, to: end) {
          return (cue.role, distance + 3)
        }
      }
      switch token.kind {
      case .word, .number, .ordinal: distance += 1
      case .symbol where token.text == "." && isSentenceEnd(index, in: tokens): return nil
      case .symbol, .blank: break
      }
      index += 1
    }
    return nil
  }

  private static func isSentenceEnd(_ index: Int, in tokens: [DateToken]) -> Bool {
    guard tokens.indices.contains(index + 1), tokens[index + 1].gap > .none,
      tokens[index + 1].isCapitalised, tokens.indices.contains(index - 1)
    else { return false }
    return tokens[index - 1].text.utf8.count > 4
  }

  private func matches(endingAt index: Int, in tokens: [DateToken], from start: Int) -> Bool {
    var position = index
    for (number, word) in words.reversed().enumerated() {
      if number > 0 {
        position -= 1
        while position >= start, tokens[position].kind == .symbol { position -= 1 }
      }
      guard position >= start, tokens[position].kind == .word, tokens[position].text == word else {
        return false
      }
    }
    if needsColon {
      guard tokens.indices.contains(index + 1), tokens[index + 1].text == ":" else { return false }
    }
    return !needsCapital || tokens[position].isCapitalised
  }

  private func matches(beginningAt index: Int, in tokens: [DateToken], to end: Int) -> Bool {
    var position = index
    for (number, word) in words.enumerated() {
      if number > 0 {
        position += 1
        while position < end, tokens[position].kind == .symbol { position += 1 }
      }
      guard position < end, tokens[position].kind == .word, tokens[position].text == word else {
        return false
      }
    }
    return !needsCapital || tokens[index].isCapitalised
  }
}
