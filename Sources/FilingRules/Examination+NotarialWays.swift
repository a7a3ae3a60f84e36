import Casework
import PageLayout

/// NOT-10 to NOT-12: remotely, abroad, or only under penalty of perjury.
extension Examination {
  func remoteNotarization() -> Finding {
    let pages = facts.pages(.form, .continuation, .certificate, .unknown)
    let quotes = facts.quotes(of: notary.phrases(of: .remote), on: pages)
    // Some states print both ways, each with a box to tick.
    let boxes = quotes.compactMap(checkBox)
    let inPerson = facts.quotes(of: notary.inPerson, on: pages).compactMap(checkBox)
    if !quotes.isEmpty, boxes.count == quotes.count, boxes.allSatisfy({ $0.state == .blank }),
      inPerson.contains(where: { $0.state == .present })
    {
      return .satisfied(
        .physicalPresenceTicked,
        "Of the boxes for how it was done, that for physical presence is ticked and that for a "
          + "remote act is not.", (boxes + inPerson).map(\.id), quoting: quotes)
    }
    guard quotes.isEmpty else {
      let blocks = completedBlocks.map(\.id)
      let several =
        blocks.count > 1
        ? " There are \(blocks.count) certificates; one may be of the printout." : ""
      return ruleSet.policies.remoteNotarization.finding(
        .remoteNotarizationWording,
        "Wording of a remote or electronic notarization was found: \(quotes.inWords).\(several)",
        blocks, quoting: quotes)
    }
    guard facts.hasForm else { return noForm }
    return .nothingFound(
      "No wording of a remote or electronic notarization was found.")
  }

  /// The check box right before the words.
  private func checkBox(before quote: Quote) -> Attestation? {
    facts.attestations.first { box in
      box.kind == .checkBox && box.place.page == quote.page
        && box.place.box.isInRow(with: quote.place.box, share: 0.4)
        && (-2...Self.farthestBox).contains(quote.place.box.x - box.place.box.maxX)
    }
  }

  /// How far before its words a box to tick may stand, in points.
  private static let farthestBox = 14.0

  func foreignNotarization() -> Finding {
    // An apostille is no exhibit, whatever it was taken for.
    let apostilles =
      completedBlocks.isEmpty
      ? facts.quotes(of: notary.phrases(of: .apostille), on: facts.pages(.supporting)) : []
    let quotes =
      facts.quotes(
        of: notary.phrases(of: .consular, .military, .foreign, .apostille),
        on: facts.pages(.form, .continuation, .certificate, .unknown)) + apostilles
    guard quotes.isEmpty else {
      return ruleSet.policies.foreignNotarization.finding(
        .foreignNotarizationWording,
        "Wording of a foreign, consular or military notarization was found: \(quotes.inWords).",
        quoting: quotes)
    }
    let venues = completedBlocks.compactMap { block in
      block.notary?.elements[.venue].flatMap { venue in
        venue.text.map { (id: block.id, text: $0, page: block.place.page) }
      }
    }
    let foreign = venues.filter { !isDomestic($0.text, on: $0.page) }
    guard foreign.isEmpty else {
      let names = foreign.map { "“\($0.text)”" }.joined(separator: ", ")
      return ruleSet.policies.foreignNotarization.finding(
        .foreignVenue,
        "The venue, as it was read, names no state, territory or county of the United "
          + "States: \(names).", foreign.map(\.id))
    }
    guard !venues.isEmpty else {
      guard facts.hasForm else { return noForm }
      return .nothingFound(
        "No wording of a foreign, consular or military notarization was found by the checker; the "
          + "venue was not read.")
    }
    return .satisfied(
      .domesticVenue,
      "The venue is in the United States, and no wording of a foreign, consular or military "
        + "notarization was found.", venues.map(\.id))
  }

  /// By its state, or by a county whose state the page of the certificate names elsewhere, as in the
  /// seal: Kent is in England, too.
  private func isDomestic(_ venue: String, on page: PageReference) -> Bool {
    let words = venue.split { !$0.isLetter }.map(String.init)
    func names(_ phrase: Phrase) -> Bool { phrase.stands(in: words, least: 0.85) }
    return notary.venues.contains(where: names)
      || notary.counties.contains { state, counties in
        counties.contains(where: names) && !facts.quotes(of: [Phrase(state)], on: [page]).isEmpty
      }
  }

  func notOnlyUnsworn() -> Finding {
    let quotes = unswornDeclarations
    guard completedBlocks.isEmpty else {
      return .satisfied(
        .notaryBlockCompleted, "The complaint has a completed notary block.",
        completedBlocks.map(\.id), quoting: quotes)
    }
    guard quotes.isEmpty else {
      return ruleSet.policies.unswornDeclaration.finding(
        .unswornDeclaration,
        "It is declared under penalty of perjury (\(quotes.inWords)), which is no notarization.",
        quoting: quotes)
    }
    guard facts.hasForm else { return noForm }
    return .nothingFound("No declaration under penalty of perjury was found.")
  }

  var unswornDeclarations: [Quote] {
    facts.quotes(
      of: ["penalty of perjury", "penalties of perjury", "unsworn declaration"],
      on: facts.pages(.form, .continuation, .certificate, .unknown))
  }
}
