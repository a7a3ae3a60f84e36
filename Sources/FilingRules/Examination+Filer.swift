import Casework

/// FRM-04 to FRM-06 and FRM-08 to FRM-10: who files, about whom, and in which capacity.
extension Examination {
  func allowedFiler() -> Finding {
    switch capacities.count {
    case 1:
      return .satisfied("The filer's capacity reads as \(capacities[0].inWords).")
    case 0:
      return .review("Nothing in the field of the filer's capacity was understood by the checker.")
    default:
      let named = capacities.map(\.inWords).joined(separator: ", ")
      return .review("The field of the filer's capacity may say several things: \(named).")
    }
  }

  func powerOfAttorney() -> Finding {
    let answer = facts.pages(.form).compactMap(facts.reading(of:)).lazy.compactMap {
      YesNoQuestion.answer(to: ruleSet.form.questions.powerOfAttorneyAttached, on: $0)
    }.first
    let signedFor = facts.pages(
      saying: ["attorney in fact", "attorneyinfact"], among: facts.complaintPages)
    let mayBe =
      capacities.contains(.powerOfAttorney) || answer == .yes || !signedFor.isEmpty
    guard mayBe else {
      return .satisfied("Nothing says that it is filed under a power of attorney.")
    }
    let documents = facts.pages(
      saying: ["power of attorney"], among: facts.pages(.supporting, .unknown))
    guard documents.isEmpty else {
      return .satisfied("Wording of a power of attorney was found: \(documents.inWords).")
    }
    return ruleSet.policies.powerOfAttorneyUnproven.finding(
      "It seems to be filed under a power of attorney, which was not found by the checker.")
  }

  func respondentCertified() -> Finding {
    .note(
      "Whether the respondent is certified, or was at the time, is looked up by a person; the "
        + "checker asks no register.")
  }

  func singleParties() -> Finding {
    let pages = facts.pages(saying: ["et al", "and others"], among: facts.complaintPages)
    guard pages.isEmpty else {
      return ruleSet.policies.severalParties.finding(
        "Wording of several parties was found: \(pages.inWords).")
    }
    return .note("The checker does not tell one name from two; a person has to look.")
  }

  func selfReport() -> Finding {
    if facts.classification.kind == .selfReport || capacities.contains(.selfReport) {
      return ruleSet.policies.selfReport.finding("It is a self-report.")
    }
    return facts.hasForm
      ? .satisfied("Nothing on the form says that it is a self-report.")
      : .note("No complaint form was found by the checker, so it may be a self-report.")
  }

  func chairComplaint() -> Finding {
    guard capacities.contains(.committeeChair) else {
      return .satisfied("Nothing in the filer's capacity says the Chair of the Committee.")
    }
    return ruleSet.policies.chairComplaint.finding(
      "It seems to be a complaint by the Chair of the Committee; signature and notarization are "
        + "checked as in any other.")
  }

  private enum Capacity: CaseIterable {
    case certificant, publicMember, client, powerOfAttorney, committeeChair, selfReport

    var inWords: String {
      switch self {
      case .certificant: "a certificant"
      case .publicMember: "a member of the public"
      case .client: "a client"
      case .powerOfAttorney: "the holder of a power of attorney"
      case .committeeChair: "the Chair of the Committee"
      case .selfReport: "a self-report"
      }
    }

    func phrases(_ capacities: RuleSet.Capacities) -> [String] {
      switch self {
      case .certificant: capacities.certificant
      case .publicMember: capacities.publicMember
      case .client: capacities.client
      case .powerOfAttorney: capacities.powerOfAttorney
      case .committeeChair: capacities.committeeChair
      case .selfReport: capacities.selfReport
      }
    }
  }

  /// What the field of the filer's capacity says. A capacity whose words are part of another's
  /// ("client" in "power of attorney for a client") gives way to it.
  private var capacities: [Capacity] {
    let values = facts.pages(.form).compactMap(facts.reading(of:)).flatMap { reading in
      ruleSet.form.capacityLabels.flatMap { LabelledField.fields(labelled: $0, on: reading) }
    }.map(\.text.asWording)
    let said = Capacity.allCases.filter { capacity in
      capacity.phrases(ruleSet.form.capacities).contains { phrase in
        values.contains { $0.contains(phrase.asWording) }
      }
    }
    let special = said.filter { [.powerOfAttorney, .committeeChair, .selfReport].contains($0) }
    return special.isEmpty ? said : special
  }
}
