import Casework
import PageLayout

/// NOT-01 and NOT-02: whether the complaint was notarized.
extension Examination {
  func notarized() -> Finding {
    guard facts.hasForm else { return noForm }
    let blocks = notaryBlocks
    let present = blocks.filter { $0.state == .present }
    let plain = plainBlocks
    if !plain.isEmpty {
      // What is notarized may be the other of two complaints.
      if firstPagesOfForm.count > plain.count {
        return .review(
          .notEveryFormNotarized,
          "A notary block is completed, and the form is there more than once.", plain.map(\.id),
          waitingFor: .oneCase)
      }
      return .satisfied(
        .notaryBlockCompleted, "A notary block of the complaint is completed.", plain.map(\.id))
    }
    if let block = present.first, let objection = objection(to: block) {
      return .review(
        objection.code,
        "A notary block of the complaint is completed, and yet \(objection.words).",
        present.map(\.id), quoting: objection.quotes)
    }
    let uncertain = blocks.filter { $0.state == .uncertain }
    if !uncertain.isEmpty {
      return .review(.notaryBlockUncertain, "A notary block may be completed.", uncertain.map(\.id))
    }
    let traces = tracesOfNotary
    if !traces.isEmpty {
      return .review(
        .traceOfNotaryElsewhere,
        "No completed notary block of the complaint was found by the checker, and yet a seal, a "
          + "notary's signature, or a block that may be of another document.", traces)
    }
    let onSupport = facts.attestations(
      .notary, on: .supporting, .powerOfAttorney, .transmittal
    ).filter { $0.state != .blank }
    // What is taken for an exhibit may be the complaint's certificate.
    if onSupport.contains(where: { facts.roleConfidence(of: $0.place.page) < FilingFacts.sureness })
    {
      return .review(
        .onlySupportNotarized, "Only a page that may be a supporting document is notarized.",
        onSupport.map(\.id))
    }
    let exhibits = onSupport.isEmpty ? "" : " Only supporting documents are notarized."
    let evidence = blocks.map(\.id) + onSupport.map(\.id)
    let unsworn = unswornDeclarations
    if ruleSet.policies.unswornDeclaration == .accept, !unsworn.isEmpty {
      return .review(
        .unswornDeclaration,
        "It is not notarized, as it seems, and declared under penalty of perjury, which the rule "
          + "set accepts.\(exhibits)", evidence, quoting: unsworn)
    }
    guard blocks.isEmpty else {
      guard blocks.allSatisfy(isSurelyBlank) else {
        return .review(
          .notaryBlockLooksEmpty, "The notary block looks empty, and the checker is not sure.",
          evidence)
      }
      let filledIn = blocks.flatMap(\.elementsOfOfficer)
      guard filledIn.isEmpty else {
        return .review(
          .notaryBlockUnsigned,
          "The notary block is not signed, as it seems, and yet filled in: "
            + "\(filledIn.map(\.inWords).joined(separator: ", ")).\(exhibits)", evidence)
      }
      return .deficient(
        .notaryBlockEmpty, "The notary block of the complaint is empty.\(exhibits)",
        because: "The block was found on a page that was read well, and the notary's place to sign "
          + "in it is empty.",
        and:
          "Nothing else in the packet shows that a notary acted: nothing of the officer is filled "
          + "in, and there is no seal, notary's signature or other block that may be the complaint's.",
        by: evidence)
    }
    if let (reason, quotes) = reasonBlockMayBeThere {
      return .review(
        .notaryBlockNotFound, "No notary block was found by the checker; \(reason).\(exhibits)",
        evidence, quoting: quotes)
    }
    return .deficient(
      .notaryBlockAbsent, "No notary block is on the complaint.\(exhibits)",
      because: "No page that is or may be of the complaint has a block or the wording of one.",
      and:
        "By the numbers printed on them, all pages of the form are there, and nothing else in the "
        + "packet shows that a notary acted.", by: evidence)
  }

  /// Why a block that is signed may not be a notarization of this complaint; `nil` where nothing
  /// speaks against it.
  private func objection(to block: Attestation) -> Problem? {
    let voided = facts.quotes(of: notary.voided, on: [block.place.page]).filter {
      $0.place.box.intersection(block.place.box) != nil
    }
    if !voided.isEmpty {
      return Problem(.notaryBlockVoided, "it seems to be voided", quoting: voided)
    }
    let signatures = facts.attestations.filter {
      $0.kind == .signature && $0.role == .notary && $0.state == .present
        && $0.place.page == block.place.page
        && $0.place.box.intersection(block.place.box) != nil
    }
    if !signatures.isEmpty, signatures.allSatisfy({ $0.manner == .typed }) {
      return Problem(.notarySignatureTyped, "the notary's signature is typed, as on a copy")
    }
    let signers = signers(of: [block])
    let complainants = parties.complainant.names.map(\.text)
    if !signers.isEmpty, !complainants.isEmpty, !someAgree(signers, complainants) {
      return Problem(
        .signerNameDiffers, "the name in it reads otherwise than the complainant's",
        quoting: parties.complainant.quotes)
    }
    return nil
  }

  /// Signs of a notary on pages that are or may be of the complaint, outside its blocks.
  private var tracesOfNotary: [FindingID] {
    let seals = facts.attestations(.seal, on: .form, .continuation, .certificate, .unknown)
    let signatures = facts.attestations(
      .signature, on: .form, .continuation, .certificate, .unknown
    ).filter { $0.role == .notary }
    let digital = facts.attestations(
      .digitalSignature, on: .form, .continuation, .certificate, .unknown)
    let unknown =
      facts.attestations(.notary, on: .unknown)
      + facts.attestations(.notary, on: .certificate).filter(isOfAnotherDocument)
    return (seals + signatures + digital + unknown).filter { $0.state != .blank }.map(\.id)
  }

  /// Why a block may have been overlooked; `nil` where nothing speaks for one.
  private var reasonBlockMayBeThere: (words: String, quotes: [Quote])? {
    let certificates = facts.pages(.certificate)
    if !certificates.isEmpty {
      return ("a page looks like a notarial certificate", facts.tops(of: certificates))
    }
    let wording = facts.quotes(
      of: notary.mentions, on: facts.pages(.form, .continuation, .unknown))
    if !wording.isEmpty { return ("notarial wording stands on \(wording.inWords)", wording) }
    let numbering = PageNumbering.printed(in: facts, on: facts.pages(.form))
    if let conflict = numbering.conflict {
      return ("pages may be lost (\(conflict))", numbering.quotes)
    }
    if !numbering.isWhole {
      return ("pages may be lost (not all show their number)", numbering.quotes)
    }
    return nil
  }

  /// The name in the certificate says of whose signature it is, or the page that it shares with the
  /// signature does.
  func notarizesThisSignature() -> Finding {
    let present = completedBlocks
    guard !present.isEmpty else { return noBlock }
    let complainants = parties.complainant.names.map(\.text)
    let certified = certifiedNames
    let agrees = someAgree(certified, complainants)
    let isCompared = !certified.isEmpty && !complainants.isEmpty
    let names =
      agrees
      ? "The name in it agrees with the complainant's."
      : isCompared
        ? "The name in it reads otherwise than the complainant's."
        : "The name in it was not compared with the complainant's: one of them was not read well."
    let onForm = present.filter { facts.role(of: $0.place.page) != .certificate }
    guard !onForm.isEmpty else {
      let description = facts.quotes(
        of: [
          "title or type of document", "title or description of attached document",
          "description of attached document", "document date", "number of pages",
        ], on: facts.pages(.certificate))
      return .review(
        .looseCertificate,
        "The certificate is on a sheet of its own; a person has to see that it is of this "
          + "complaint. \(names)", present.map(\.id),
        quoting: parties.complainant.quotes + description)
    }
    guard agrees || !isCompared else {
      return .review(
        .signerNameDiffers,
        "The notary block is on the complaint itself. \(names) It may be a misreading.",
        onForm.map(\.id), quoting: parties.complainant.quotes)
    }
    return .satisfied(
      .notaryBlockOnComplaint, "The notary block is on the complaint itself. \(names)",
      onForm.map(\.id), quoting: parties.complainant.quotes)
  }

  /// The notary blocks that are or may be of the complaint.
  var notaryBlocks: [Attestation] {
    facts.attestations(.notary, on: .form, .continuation, .certificate)
      .filter { !isOfAnotherDocument($0) }
  }

  /// A power of attorney that is notarized itself does not make the complaint notarized.
  private func isOfAnotherDocument(_ block: Attestation) -> Bool {
    facts.role(of: block.place.page) == .certificate
      && !facts.quotes(of: ["power of attorney"], on: [block.place.page]).isEmpty
  }

  /// The notary blocks of the complaint that are signed.
  var completedBlocks: [Attestation] { notaryBlocks.filter { $0.state == .present } }

  /// Those of them against which nothing speaks.
  var plainBlocks: [Attestation] { completedBlocks.filter { objection(to: $0) == nil } }

  /// Of the rows that look into a block: NOT-01 says what there is to say.
  var noBlock: Finding {
    .notExamined(
      .noCompletedNotaryBlock, "There is no completed notary block of the complaint to look into.",
      waitingFor: .notarized)
  }
}

extension Attestation {
  /// What only the officer writes or stamps into a block, and is there.
  fileprivate var elementsOfOfficer: [NotaryBlock.Element] {
    let ofOfficer: [NotaryBlock.Element] = [
      .date, .seal, .officerSignature, .commissionNumber, .commissionExpires,
    ]
    // A seal without a place was not found, and may be an embossed one.
    return ofOfficer.filter { element in
      notary?.elements[element].map { found in
        found.state == .present || found.state == .uncertain && found.box != nil
      } ?? false
    }
  }
}

extension NotaryBlock.Element {
  fileprivate var inWords: String { rawValue.replacing("-", with: " ") }
}
