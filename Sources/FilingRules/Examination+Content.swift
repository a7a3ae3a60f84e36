import Casework

/// LNG, CNF and DUP: language, sensitive content, and other filings.
extension Examination {
  func language() -> Finding {
    let pages = facts.pages(.form, .continuation, .unknown)
    let foreign = pages.filter { page in
      facts.reading(of: page).map { Self.seemsForeign($0.passages.joined(separator: "\n")) }
        ?? false
    }
    guard foreign.isEmpty else {
      return ruleSet.policies.otherLanguages.finding(
        "Not in English, or not all of it: \(foreign.inWords). A translation may be needed.")
    }
    return .satisfied("Every page of the complaint reads as English.")
  }

  /// Small words of Spanish and French against those of English, or letters of another script.
  private static func seemsForeign(_ text: String) -> Bool {
    let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
    let otherScripts = letters.filter { $0.value > 0x24F }.count
    if otherScripts > 20, otherScripts * 5 > letters.count { return true }
    let words = text.normalisedWords
    let foreign = words.filter(foreignWords.contains).count
    // The form's own wording is English, so a statement in another language is only a part.
    return foreign >= 12 && foreign * 2 >= words.filter(englishWords.contains).count
  }

  private static let englishWords: Set<String> = [
    "the", "of", "and", "to", "in", "that", "was", "is", "for", "with", "on", "by", "she", "he",
    "they", "this", "which", "not", "have", "had", "were", "my", "me",
  ]
  private static let foreignWords: Set<String> = [
    "el", "los", "las", "que", "del", "una", "por", "para", "como", "fue", "pero", "mi", "su",
    "le", "les", "des", "une", "est", "pour", "dans", "pas", "qui", "elle", "avec", "mais",
  ]

  func sensitiveContent() -> Finding {
    let identity = facts.pages.filter { page in
      facts.reading(of: page)?.passages.contains(where: Self.hasIdentityNumber) ?? false
    }
    let medical = facts.pages(
      saying: [
        "diagnosis", "diagnosed", "medical record", "medical records", "medication",
        "patient", "date of birth", "social security",
      ], among: facts.pages)
    var flags: [String] = []
    if !identity.isEmpty { flags.append("identity numbers on \(identity.inWords)") }
    if !medical.isEmpty { flags.append("medical or personal wording on \(medical.inWords)") }
    guard flags.isEmpty else {
      return .note(
        "To be kept apart: \(flags.joined(separator: "; ")). Nothing is marked for disclosure.")
    }
    return .satisfied(
      "No identity numbers or medical wording were found by the checker, which may overlook some.")
  }

  /// Three, two and four digits: a social security number. Numbers are masked where texts are
  /// derived; that there is one is said here.
  private static func hasIdentityNumber(_ passage: String) -> Bool {
    passage.contains("-") && passage.contains(/\b\d{3}-\d{2}-\d{4}\b/)
  }

  func disclosureNeutral() -> Finding {
    .satisfied(
      "Originals, what was read of them and this list are separate files; nothing is merged and "
        + "nothing is marked for disclosure.")
  }

  func priorFilings() -> Finding {
    let alike = Dictionary(grouping: facts.documents, by: \.ingested.sha256).values
      .filter { $0.count > 1 }.map { $0.map(\.ingested.id.rawValue).joined(separator: " and ") }
      .sorted()
    let within =
      alike.isEmpty
      ? "No two documents of the packet are the same."
      : "The same bytes came twice: \(alike.joined(separator: "; "))."
    return .note("\(within) Whether it was filed before is for a person to say.")
  }
}
