import Casework

/// LNG, CNF and DUP: language, sensitive content, and other filings.
extension Examination {
  func language() -> Finding {
    let pages = facts.pages(.form, .continuation, .unknown)
    let foreign = pages.filter { Self.seemsForeign(facts.text(of: $0)) }
    guard foreign.isEmpty else {
      return ruleSet.policies.otherLanguages.finding(
        .notInEnglish,
        "Not in English, or not all of it: \(foreign.inWords). A translation may be needed.",
        quoting: foreign.compactMap(foreignLine))
    }
    guard pages.contains(where: { !facts.text(of: $0).isEmpty }) else {
      return .notExamined(
        .noWordsRead, "No words of a complaint were read by the checker.",
        waitingFor: facts.hasForm ? .legible : .onTheForm)
    }
    return .satisfied(
      .inEnglish, "Every page of the complaint reads as English.", resting: .onAllWords)
  }

  /// The line of a page with the most foreign words.
  private func foreignLine(of page: PageReference) -> Quote? {
    let lines = facts.lines[page] ?? []
    let most = lines.max { Self.foreignCount(in: $0.text) < Self.foreignCount(in: $1.text) }
    guard let line = most, Self.foreignCount(in: line.text) > 0 else { return facts.top(of: page) }
    return Quote(line.words, on: page, of: [line])
  }

  /// Small words of Spanish and French against those of English, or letters of another script.
  private static func seemsForeign(_ text: String) -> Bool {
    let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
    let otherScripts = letters.filter { $0.value > 0x24F }.count
    if otherScripts > 20, otherScripts * 5 > letters.count { return true }
    let foreign = foreignCount(in: text)
    // The form's own wording is English, so a statement in another language is only a part.
    return foreign >= 12
      && foreign * 2 >= text.normalisedWords.filter(englishWords.contains).count
  }

  private static func foreignCount(in text: String) -> Int {
    text.normalisedWords.filter(foreignWords.contains).count
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
    let hidden = facts.pages.flatMap { page in
      (facts.lines[page] ?? []).compactMap { line in
        Quote(line.words.filter { FilingFacts.isHidden($0.text) }, on: page, of: [line])
      }
    }
    let medical = facts.quotes(
      of: [
        "diagnosis", "diagnosed", "medical record", "medical records", "medication", "patient",
        "patients", "date of birth", "social security",
      ], on: facts.pages)
    var flags: [Problem] = []
    if !hidden.isEmpty {
      flags.append(
        Problem(
          .personalIdentifiers,
          "birth dates or identity numbers, hidden here, on \(hidden.inWords)"))
    }
    if !medical.isEmpty {
      flags.append(Problem(.medicalWording, "medical or personal wording on \(medical.inWords)"))
    }
    guard flags.isEmpty else {
      return .note(
        flags[0].code,
        "To be kept apart: \(flags.map(\.words).joined(separator: "; ")). Nothing is marked for "
          + "disclosure.",
        quoting: hidden + medical)
    }
    return .nothingFound(
      "No identity numbers or medical wording were found by the checker, which may overlook some.")
  }

  func disclosureNeutral() -> Finding {
    .satisfied(
      .filesKeptApart,
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
    let names = parties.complainant + parties.respondent + parties.certificate
    let search =
      names.read.isEmpty
      ? "No name to search for was read well by the checker."
      : "To search for: the names and the certificate number that are shown here."
    return .note(
      alike.isEmpty ? .notLookedUp : .documentsIdentical,
      "\(within) Whether it was filed before is for a person to say. \(search)",
      quoting: names.quotes)
  }
}
