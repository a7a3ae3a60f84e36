import Casework

/// FRM-06 and FRM-08: the parties. The checker reads names to show and to compare them, and looks
/// nobody up.
extension Examination {
  func respondentCertified() -> Finding {
    .note(
      .notLookedUp,
      "Whether the respondent is certified, or was at the time, is looked up by a person; the "
        + "checker asks no register. The respondent's name: \(parties.respondent.inWords). The "
        + "certificate number: \(parties.certificate.inWords).",
      quoting: parties.respondent.quotes + parties.certificate.quotes)
  }

  func singleParties() -> Finding {
    let wording = facts.quotes(
      of: ["et al", "and others", "the undersigned complainants", "we the complainants"],
      on: facts.complaintPages)
    let severalNames = (parties.complainant + parties.respondent).compactMap(\.value)
      .filter { PersonName.areSeveral($0.text) }
    var problems: [Problem] = []
    if !wording.isEmpty {
      problems.append(
        Problem(.severalPartiesWording, "Wording of several parties was found: \(wording.inWords).")
      )
    }
    if !severalNames.isEmpty {
      problems.append(
        Problem(
          .severalNamesInField,
          "The field of one name may hold several: \(severalNames.inWords)."))
    }
    guard problems.isEmpty else {
      return ruleSet.policies.severalParties.finding(
        problems[0].code, problems.map(\.words).joined(separator: " "),
        quoting: severalNames + wording)
    }
    guard !parties.complainant.names.isEmpty, !parties.respondent.names.isEmpty else {
      return .note(
        .partyNamesNotBothRead,
        "The names of complainant and respondent were not both read well; a person has to see "
          + "whether there are several.",
        quoting: parties.complainant.quotes + parties.respondent.quotes)
    }
    return .satisfied(
      .oneNameEach, "The fields of complainant and respondent read as one name each.",
      quoting: parties.complainant.quotes + parties.respondent.quotes)
  }
}
