import Casework
import PageLayout

/// NOT-03 to NOT-09: what a completed notary block says.
extension Examination {
  func notarialAct() -> Finding {
    guard !completedBlocks.isEmpty else { return noBlock }
    let acts = Set(completedBlocks.compactMap(\.notary?.act))
    let evidence = completedBlocks.map(\.id)
    guard acts.count == 1, let act = acts.first, act != .unknown else {
      return .review(
        .notarialActUnknown, "The kind of notarial act was not told by the checker.", evidence)
    }
    let hybrid = otherActs(than: act)
    guard hybrid.isEmpty else {
      return .review(
        .severalNotarialActs,
        "The certificate has wording of several kinds of notarial act: \(hybrid.inWords).",
        evidence,
        quoting: hybrid)
    }
    let (code, name): (ReasonCode, String) =
      switch act {
      case .jurat: (.jurat, "a jurat (sworn or affirmed)")
      case .acknowledgment: (.acknowledgment, "an acknowledgment")
      case .signatureWitnessing: (.signatureWitnessing, "a signature witnessing")
      case .copyCertification: (.copyCertification, "a certification of a copy")
      case .unknown: (.notarialActUnknown, "unknown")
      }
    return (ruleSet.notarialActs[act.rawValue] ?? .ask).finding(
      code, "The notarial act is \(name).", evidence)
  }

  /// Wording of other acts within the completed blocks; what is struck out is not seen to be. That
  /// somebody is known or appeared in person is said with every act.
  private func otherActs(than act: NotaryBlock.Act) -> [Quote] {
    let verbs = ["sworn", "acknowledged", "executed", "certify"]
    let phrases = notary.actPhrases.filter { $0.act != act && $0.act != .signatureWitnessing }
      .map(\.phrase).filter { phrase in verbs.contains(where: phrase.text.lowercased().contains) }
    return completedBlocks.flatMap { block in
      facts.quotes(of: phrases, on: [block.place.page]).filter {
        $0.place.box.intersection(block.place.box) != nil
      }
    }
  }

  /// Two counties are in order: that of the commission, and that "acting in" which it was done.
  func venue() -> Finding {
    guard !completedBlocks.isEmpty else { return noBlock }
    let evidence = completedBlocks.map(\.id)
    let states = completedBlocks.compactMap { $0.notary?.elements[.venue]?.state }
    let wording = facts.quotes(
      of: [
        "acting in the county of", "city and county of", "district of columbia", "parish of",
        "aboard", "embassy of", "consulate of",
      ], on: completedBlocks.map(\.place.page))
    if states.contains(.present) {
      return .satisfied(
        .venueFilledIn, "The venue (state and county) is filled in.", evidence, quoting: wording)
    }
    guard wording.isEmpty else {
      return .review(
        .venueOfAnotherKind,
        "The venue was not read as state and county; wording of another kind was found: "
          + "\(wording.inWords).", evidence, quoting: wording)
    }
    return .review(
      .venueNotFound, "The venue (state and county) was not found by the checker.", evidence)
  }

  func notarialDate() -> Finding {
    guard !completedBlocks.isEmpty else { return noBlock }
    if let written = writtenByHand(.notarized, on: pagesOfCertificates) {
      return .satisfied(
        .dateByHand,
        "A date of the notarial act is written, by hand. What it says was not read for certain; where "
          + "the filing period depends on it, DAT-03 asks.", written)
    }
    guard let notarized = events.ends[.notarized] else {
      return .review(
        .dateNotFound, "No date of the notarial act was read by the checker.",
        completedBlocks.map(\.id))
    }
    guard notarized.isComplete else {
      return .review(
        .dateNotReadInFull,
        "The date of the notarial act was not read in full; a person should read it.",
        notarized.evidence)
    }
    guard notarized.isOneDay else {
      return .review(
        .dateAmbiguous, "The date of the notarial act may mean several days: \(notarized.inWords).",
        notarized.evidence)
    }
    return .satisfied(
      .dateKnown, "The notarial act is dated \(notarized.inWords).", notarized.evidence)
  }

  private var pagesOfCertificates: [PageReference] {
    facts.pages(.form, .continuation, .certificate)
  }

  /// A jurat is signed before the notary, so on the same day; an acknowledgment may come later.
  func dateOrder() -> Finding {
    guard !completedBlocks.isEmpty else { return noBlock }
    guard let signed = events.ends[.signed], let notarized = events.ends[.notarized],
      signed.isComplete, notarized.isComplete
    else {
      let days = [
        (ChecklistRow.signatureDated, DatedFact.Role.signed, facts.complaintPages),
        (.notarialDate, .notarized, pagesOfCertificates),
      ]
      let unread = "The dates of signature and notarial act were not both read by the checker."
      let written = days.compactMap { writtenByHand($0.1, on: $0.2) }.flatMap(\.self)
      let waiting = days.first { row, role, pages in
        writtenByHand(role, on: pages) == nil
          && events.ends[role == .signed ? .signed : .notarized]?.isComplete != true
      }
      guard let waiting else {
        return .note(
          .datesNotBothRead, "\(unread) Which is by hand is for a person to compare.", written)
      }
      return .review(.datesNotBothRead, unread, written, waitingFor: waiting.0)
    }
    let evidence = signed.evidence + notarized.evidence
    let dates = "signed \(signed.inWords), notarized \(notarized.inWords)"
    if notarized.latest < signed.earliest {
      return .review(
        .notarizedBeforeSigned, "The notarial act is dated before the signature: \(dates).",
        evidence)
    }
    let acts = Set(completedBlocks.compactMap(\.notary?.act))
    switch acts.count == 1 ? acts.first : nil {
    case .acknowledgment where notarized.earliest >= signed.latest:
      return .satisfied(
        .acknowledgedAfterSigning, "The signature was acknowledged on its day or later: \(dates).",
        evidence)
    case .acknowledgment, .jurat, .signatureWitnessing:
      guard signed.isOneDay, notarized.isOneDay, signed.earliest == notarized.earliest else {
        return .review(
          .notarizedPerhapsOnAnotherDay,
          "Signature and notarial act may be of different days: \(dates).", evidence)
      }
      return .satisfied(
        .notarizedOnDayOfSignature, "Signature and notarial act are of the same day: \(dates).",
        evidence)
    default:
      return .review(
        .notarialActUnknown,
        "Which order is right depends on the kind of notarial act, which was not told: \(dates).",
        evidence)
    }
  }

  func commissionValid() -> Finding {
    guard !completedBlocks.isEmpty else { return noBlock }
    if let written = writtenByHand(.commissionExpires, on: pagesOfCertificates) {
      return .note(
        .dateByHand,
        "An end of the notary's commission is written, by hand, and was not compared with the date of "
          + "the act.", written)
    }
    guard let expires = events.commissionExpires else { return commissionWithoutDate }
    guard expires.isComplete else {
      return .review(
        .dateNotReadInFull,
        "The end of the notary's commission was not read in full; a person should read it.",
        expires.evidence)
    }
    guard let notarized = events.ends[.notarized], notarized.isComplete else {
      // The date of the act is for NOT-05.
      return .note(
        .notarialDateNotRead,
        "The date of the notarial act was not read, and not compared with the commission's end.",
        expires.evidence)
    }
    let evidence = notarized.evidence + expires.evidence
    let dates = "notarized \(notarized.inWords), commission until \(expires.inWords)"
    if expires.latest < notarized.earliest {
      return .review(.commissionExpired, "The notary's commission was over: \(dates).", evidence)
    }
    if expires.earliest < notarized.latest {
      // An unsure date of the act is for NOT-05; here it says nothing of its own.
      return .note(
        .commissionUncertain,
        "Whether the commission was in force depends on the reading: \(dates).", evidence)
    }
    let longest = ruleSet.notaries.longestCommission
    if expires.latest > notarized.earliest.adding(months: longest * 12 + 1) {
      return .review(
        .commissionTooLong, "The commission ends more than \(longest) years later: \(dates).",
        evidence)
    }
    return .satisfied(
      .commissionInForce, "The notary's commission was in force: \(dates).", evidence)
  }

  /// No date where the commission should say its end. Some have none.
  private var commissionWithoutDate: Finding {
    let evidence = completedBlocks.map(\.id)
    let endless = facts.quotes(
      of: ruleSet.notaries.commissionWithoutEnd, on: completedBlocks.map(\.place.page))
    guard endless.isEmpty else {
      return .satisfied(
        .commissionWithoutEnd,
        "The certificate says that the commission does not end: \(endless.inWords).", evidence,
        quoting: endless)
    }
    let states = completedBlocks.compactMap { $0.notary?.elements[.commissionExpires]?.state }
    guard states.isEmpty else {
      return .review(
        .commissionEndNotRead,
        "There is a place for the end of the commission, and no date was read in it.", evidence)
    }
    return .note(
      .commissionEndNotFound,
      "No end of the notary's commission was found by the checker; some have none.", evidence)
  }

  /// Several states ask for no seal, and an embossed one is hardly seen in a scan.
  func seal() -> Finding {
    guard !completedBlocks.isEmpty else { return noBlock }
    let seals = facts.attestations(.seal, on: .form, .continuation, .certificate)
      .filter { $0.state == .present }
    let inBlocks = completedBlocks.filter { $0.notary?.elements[.seal]?.state == .present }
    guard seals.isEmpty, inBlocks.isEmpty else {
      return .satisfied(
        .sealFound, "A seal or notary stamp was found.", (seals + inBlocks).map(\.id))
    }
    let evidence = completedBlocks.map(\.id)
    let venues = completedBlocks.compactMap { $0.notary?.elements[.venue]?.text?.asLine }
    let states = ruleSet.notaries.statesWithoutSeal.filter { state in
      venues.contains { $0.says([state]) }
    }
    guard states.isEmpty else {
      return .satisfied(
        .sealNotNeeded,
        "No seal was found by the checker; by the rule set none is needed in "
          + "\(states.joined(separator: ", ")).", evidence)
    }
    return .note(
      .sealNotFound,
      "No seal was found by the checker. Some states need none, and an embossed one may not show.",
      evidence)
  }

  func officerIdentity() -> Finding {
    guard !completedBlocks.isEmpty else { return noBlock }
    let officers = completedBlocks.compactMap { $0.notary?.elements[.officerName] }
      .filter { $0.state == .present }.compactMap(\.text)
    let named = [("complainant", parties.complainant), ("respondent", parties.respondent)]
      .filter { someAgree(officers, $0.1.names.map(\.text)) }
    guard named.isEmpty else {
      return .review(
        .officerMayBeParty,
        "The officer's printed name reads as that of the "
          + "\(named.map(\.0).joined(separator: " and ")). Whether the officer is a party is for a person to see.",
        completedBlocks.map(\.id), quoting: named.flatMap(\.1.quotes))
    }
    let states = [NotaryBlock.Element.officerName, .title].map { element in
      (element, completedBlocks.contains { $0.notary?.elements[element]?.state == .present })
    }
    let unseen = states.filter { !$0.1 }.map { $0.0 == .title ? "title" : "printed name" }
    guard unseen.isEmpty else {
      return .note(
        .officerNameOrTitleNotFound,
        "Of the officer not found by the checker: \(unseen.joined(separator: ", ")).",
        completedBlocks.map(\.id))
    }
    return .satisfied(
      .officerNamed, "The officer's printed name and title were found.", completedBlocks.map(\.id))
  }
}
