import Casework

/// NOT-03 to NOT-09: what a completed notary block says.
extension Examination {
  func notarialAct() -> Finding {
    guard !completedBlocks.isEmpty else { return noBlock }
    let acts = Set(completedBlocks.compactMap(\.notary?.act))
    let evidence = completedBlocks.map(\.id)
    guard acts.count == 1, let act = acts.first, act != .unknown else {
      return .review("The kind of notarial act was not told by the checker.", evidence)
    }
    let name =
      switch act {
      case .jurat: "a jurat (sworn or affirmed)"
      case .acknowledgment: "an acknowledgment"
      case .signatureWitnessing: "a signature witnessing"
      case .copyCertification: "a certification of a copy"
      case .unknown: "unknown"
      }
    return (ruleSet.notarialActs[act.rawValue] ?? .ask).finding(
      "The notarial act is \(name).", evidence)
  }

  func venue() -> Finding { element(.venue, "The venue (state and county)") }

  func notarialDate() -> Finding {
    guard !completedBlocks.isEmpty else { return noBlock }
    guard let notarized = events.ends[.notarized] else {
      return .review(
        "No date of the notarial act was read by the checker.", completedBlocks.map(\.id))
    }
    guard notarized.isComplete else {
      return .review(
        "The date of the notarial act is handwritten or not read in full; a person should read it.",
        notarized.evidence)
    }
    guard notarized.isOneDay else {
      return .review(
        "The date of the notarial act may mean several days: \(notarized.inWords).",
        notarized.evidence)
    }
    return .satisfied("The notarial act is dated \(notarized.inWords).", notarized.evidence)
  }

  /// A jurat is signed before the notary, so on the same day; an acknowledgment may come later.
  func dateOrder() -> Finding {
    guard !completedBlocks.isEmpty else { return noBlock }
    guard let signed = events.ends[.signed], let notarized = events.ends[.notarized],
      signed.isComplete, notarized.isComplete
    else {
      return .review("The dates of signature and notarial act were not both read by the checker.")
    }
    let evidence = signed.evidence + notarized.evidence
    let dates = "signed \(signed.inWords), notarized \(notarized.inWords)"
    if notarized.latest < signed.earliest {
      return .review("The notarial act is dated before the signature: \(dates).", evidence)
    }
    if Set(completedBlocks.compactMap(\.notary?.act)) == [.acknowledgment],
      notarized.earliest >= signed.latest
    {
      return .satisfied("The signature was acknowledged on its day or later: \(dates).", evidence)
    }
    guard signed.isOneDay, notarized.isOneDay, signed.earliest == notarized.earliest else {
      return .review("Signature and notarial act may be of different days: \(dates).", evidence)
    }
    return .satisfied("Signature and notarial act are of the same day: \(dates).", evidence)
  }

  func commissionValid() -> Finding {
    guard !completedBlocks.isEmpty else { return noBlock }
    guard let expires = events.commissionExpires else {
      return .note(
        "No end of the notary's commission was found by the checker; some have none.")
    }
    guard let notarized = events.ends[.notarized], notarized.isComplete, expires.isComplete else {
      return .note(
        "The dates of the notarial act and of the commission's end were not both read by the "
          + "checker.", expires.evidence)
    }
    let evidence = notarized.evidence + expires.evidence
    let dates = "notarized \(notarized.inWords), commission until \(expires.inWords)"
    if expires.latest < notarized.earliest {
      return .review("The notary's commission was over: \(dates).", evidence)
    }
    if expires.earliest < notarized.latest {
      // An unsure date of the act is for NOT-05; here it says nothing of its own.
      return .note(
        "Whether the commission was in force depends on the reading: \(dates).", evidence)
    }
    // Commissions run ten years at most, but for those for life.
    if expires.latest > notarized.earliest.adding(months: 10 * 12 + 1) {
      return .review("The commission ends more than ten years later: \(dates).", evidence)
    }
    return .satisfied("The notary's commission was in force: \(dates).", evidence)
  }

  /// Several states ask for no seal, and an embossed one is hardly seen in a scan.
  func seal() -> Finding {
    guard !completedBlocks.isEmpty else { return noBlock }
    let seals = facts.attestations(.seal, on: .form, .continuation, .certificate)
      .filter { $0.state == .present }
    let inBlocks = completedBlocks.filter { $0.notary?.elements[.seal]?.state == .present }
    guard seals.isEmpty, inBlocks.isEmpty else {
      return .satisfied("A seal or notary stamp was found.", (seals + inBlocks).map(\.id))
    }
    return .note(
      "No seal was found by the checker. Some states need none, and an embossed one may not show.",
      completedBlocks.map(\.id))
  }

  func officerIdentity() -> Finding {
    guard !completedBlocks.isEmpty else { return noBlock }
    let states = [NotaryBlock.Element.officerName, .title].map { element in
      (element, completedBlocks.contains { $0.notary?.elements[element]?.state == .present })
    }
    let unseen = states.filter { !$0.1 }.map { $0.0 == .title ? "title" : "printed name" }
    guard unseen.isEmpty else {
      return .note(
        "Of the officer not found by the checker: \(unseen.joined(separator: ", ")).",
        completedBlocks.map(\.id))
    }
    return .satisfied("The officer's printed name and title were found.", completedBlocks.map(\.id))
  }

  private func element(_ element: NotaryBlock.Element, _ name: String) -> Finding {
    guard !completedBlocks.isEmpty else { return noBlock }
    let evidence = completedBlocks.map(\.id)
    let states = completedBlocks.compactMap { $0.notary?.elements[element]?.state }
    if states.contains(.present) { return .satisfied("\(name) is filled in.", evidence) }
    return .review("\(name) was not found by the checker.", evidence)
  }
}
