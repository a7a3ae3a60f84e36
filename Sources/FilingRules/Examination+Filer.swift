import Casework

/// FRM-04 and FRM-05, FRM-09 and FRM-10: who files, and in which capacity.
extension Examination {
  func allowedFiler() -> Finding {
    let said = capacities
    let quotes = capacityFields.quotes
    let anonymous = parties.complainant.names.contains {
      $0.text.asLine.says(["anonymous", "name withheld", "unknown"])
    }
    if anonymous {
      return .review(
        .complainantNameWithheld, "The complainant's name seems to be withheld.",
        quoting: parties.complainant.quotes)
    }
    if facts.classification.kind == .selfReport, !said.isEmpty,
      !said.contains(where: { $0 == .selfReport || $0 == .certificant })
    {
      return .review(
        .capacityContradictsSelfReport,
        "The form says that it is a self-report, and its field of the filer's capacity says "
          + "\(said.inWords).", quoting: quotes)
    }
    switch said.count {
    case 1 where hasDoubtfulCapacityBox:
      return .review(
        .capacityAmbiguous,
        "Whether the box for \(said.inWords) is ticked cannot be told for certain.", quoting: quotes
      )
    case 1:
      return .satisfied(
        .capacityKnown, "The filer's capacity reads as \(said.inWords).", quoting: quotes)
    case 0:
      return .review(
        .capacityNotUnderstood,
        "Nothing in the field of the filer's capacity was understood by the checker.",
        quoting: quotes)
    default:
      return .review(
        .capacityAmbiguous,
        "The field of the filer's capacity may say several things: \(said.inWords).",
        quoting: quotes)
    }
  }

  func powerOfAttorney() -> Finding {
    let asked = YesNoQuestion.answer(
      to: answers.questions.powerOfAttorneyAttached,
      boxes: answers.questionBoxes?.powerOfAttorneyAttached, on: facts.pages(.form), in: facts)
    let signedFor = facts.quotes(of: ["attorney in fact"], on: facts.complaintPages)
    let isHolder = capacities.contains(.powerOfAttorney)
    guard isHolder || asked?.answer == .yes || !signedFor.isEmpty else {
      guard facts.hasForm else { return noForm }
      let own = capacities.isEmpty ? [] : capacityFields.quotes
      guard asked?.answer == .no || !own.isEmpty else {
        return .nothingFound(
          "Nothing was found that says it is filed under a power of attorney.")
      }
      return .satisfied(
        .filedInAnotherCapacity,
        "It is filed in another capacity, and nothing says that it is under a power of attorney.",
        quoting: [asked?.quote].compactMap(\.self) + own, resting: .onAllWords)
    }
    let grounds =
      (isHolder ? capacityFields.quotes : [])
      + (asked.map { $0.answer == .yes ? [$0.quote] : [] } ?? []) + signedFor
    let documents = facts.quotes(
      of: ["power of attorney"],
      on: facts.pages(.powerOfAttorney, .supporting, .unknown, .certificate))
    guard documents.isEmpty else {
      return .satisfied(
        .powerOfAttorneyFound,
        "Wording of a power of attorney was found: \(documents.inWords). Whether it is in force and "
          + "covers this is for a person; its own notarization is not the complaint's.",
        quoting: grounds + documents)
    }
    return ruleSet.policies.powerOfAttorneyUnproven.finding(
      .powerOfAttorneyNotFound,
      "It seems to be filed under a power of attorney, which was not found by the checker.",
      quoting: grounds)
  }

  func selfReport() -> Finding {
    if facts.classification.kind == .selfReport || capacities.contains(.selfReport) {
      return ruleSet.policies.selfReport.finding(
        .selfReport, "It is a self-report.",
        quoting: capacities.contains(.selfReport)
          ? capacityFields.quotes : facts.tops(of: Array(facts.pages(.form).prefix(1))))
    }
    let (complainants, respondents) = (parties.complainant.names, parties.respondent.names)
    if someAgree(complainants.map(\.text), respondents.map(\.text)) {
      return ruleSet.policies.selfReport.finding(
        .partiesMayBeOnePerson,
        "Complainant and respondent may be one person, so it may be a self-report; two people may "
          + "have one name.", quoting: complainants + respondents)
    }
    guard facts.hasForm else { return noForm }
    guard !complainants.isEmpty, !respondents.isEmpty else {
      return capacities.isEmpty
        ? .nothingFound(
          "Nothing was found that says it is a self-report. The names of complainant and respondent "
            + "were not both read well, and not compared.", quoting: complainants + respondents)
        : .satisfied(
          .filedInAnotherCapacity, "The filer's capacity reads as another than a self-report's.",
          quoting: capacityFields.quotes)
    }
    return .satisfied(
      .differentParties,
      "Nothing on the form says that it is a self-report. Complainant and respondent have different "
        + "names.", quoting: complainants + respondents)
  }

  func chairComplaint() -> Finding {
    guard capacities.contains(.committeeChair) else {
      guard facts.hasForm else { return noForm }
      return capacities.isEmpty
        ? .nothingFound(
          "Nothing was found that says the Chair of the Committee; the filer's capacity was not "
            + "understood.")
        : .satisfied(
          .filedInAnotherCapacity,
          "The filer's capacity reads as another than the Chair of the Committee.",
          quoting: capacityFields.quotes)
    }
    return ruleSet.policies.chairComplaint.finding(
      .chairComplaint,
      "It seems to be a complaint by the Chair of the Committee; signature and notarization are "
        + "checked as in any other, and whether reliable evidence is attached is for a person.",
      quoting: capacityFields.quotes)
  }

  enum Capacity: CaseIterable {
    case certificant, publicMember, client, powerOfAttorney, committeeChair, selfReport

    fileprivate var inWords: String {
      switch self {
      case .certificant: "a certificant"
      case .publicMember: "a member of the public"
      case .client: "a client"
      case .powerOfAttorney: "the holder of a power of attorney"
      case .committeeChair: "the Chair of the Committee"
      case .selfReport: "a self-report"
      }
    }

    fileprivate func boxes(_ boxes: FormDescription.CapacityBoxes?) -> [String] {
      let named: [String]? =
        switch self {
        case .certificant: boxes?.certificant
        case .publicMember: boxes?.publicMember
        case .client: boxes?.client
        case .powerOfAttorney: boxes?.powerOfAttorney
        case .committeeChair: boxes?.committeeChair
        case .selfReport: boxes?.selfReport
        }
      return named ?? []
    }

    fileprivate func phrases(_ capacities: FormDescription.Capacities) -> [String] {
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

  private var capacityFields: [LabelledField] {
    rules.fields(answers.capacityLabels).flatMap {
      LabelledField.fields($0, on: facts.pages(.form), in: facts)
    }
  }

  private var hasDoubtfulCapacityBox: Bool {
    let names = Set(Capacity.allCases.flatMap { $0.boxes(answers.capacityBoxes) })
    return facts.attestations(.checkBox, on: .form).contains { box in
      box.state == .uncertain && box.field.map(names.contains) == true
    }
  }

  /// Whether a box of the form that says so is ticked, or may be.
  private func mayBeTicked(_ capacity: Capacity) -> Bool {
    let names = capacity.boxes(answers.capacityBoxes)
    return facts.attestations(.checkBox, on: .form).contains { box in
      box.state != .blank && box.field.map(names.contains) == true
    }
  }

  /// What the field of the filer's capacity and the boxes for it say. A capacity whose words are part of another's
  /// ("client" in "power of attorney for a client") gives way to it.
  private var capacities: [Capacity] {
    let values = capacityFields.compactMap(\.value?.text.asLine)
    let said = Capacity.allCases.filter { capacity in
      mayBeTicked(capacity) || values.contains { $0.says(capacity.phrases(answers.capacities)) }
    }
    let special = said.filter { [.powerOfAttorney, .committeeChair, .selfReport].contains($0) }
    return special.isEmpty ? said : special
  }
}

extension [Examination.Capacity] {
  fileprivate var inWords: String { map(\.inWords).joined(separator: ", ") }
}
