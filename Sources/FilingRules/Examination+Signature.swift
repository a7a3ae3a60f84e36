import Casework

/// SIG: whether, by whom and when the complaint was signed.
extension Examination {
  func signed() -> Finding {
    guard facts.hasForm else { return noForm }
    let places = facts.attestations(.signature, on: .form, .continuation)
      .filter { $0.role == .complainant }
    let present = places.filter { $0.state == .present }
    if let finding = signed(present) { return finding }
    let digital = facts.attestations(.digitalSignature, on: .form, .continuation, .unknown)
      .filter { $0.state != .blank }
    if !digital.isEmpty {
      return .review(
        .signedDigitally, "The document is signed digitally; a person has to say by whom.",
        digital.map(\.id))
    }
    let uncertain = places.filter { $0.state == .uncertain }
    if !uncertain.isEmpty {
      return .review(
        .signatureUncertain, "There may be a signature in the complainant's place.",
        uncertain.map(\.id))
    }
    guard !places.isEmpty else {
      return .review(
        .placeToSignNotFound, "The complainant's place to sign was not found by the checker.",
        resting: .onAllPages)
    }
    guard places.allSatisfy(isSurelyBlank) else {
      return .review(
        .placeToSignLooksEmpty, "The complainant's place looks empty, and the checker is not sure.",
        places.map(\.id))
    }
    if let trace = traceOfSignature(besides: places) {
      return .review(
        trace.code, "The complainant's place looks empty, and yet \(trace.words).",
        places.map(\.id) + trace.evidence.map(\.id))
    }
    return .deficient(
      .placeToSignEmpty, "The complainant's place to sign is empty.",
      because: "The place was found on a page that was read well, and there is no ink in it.",
      and: "Nothing else in the packet may be the signature or shows that there was one: no "
        + "signature or doubtful stamp elsewhere, no completed notary block, no second copy.",
      blankFormAsWitness(of: places), by: places.map(\.id))
  }

  /// What the blank form says of places that are empty; `nil` where not all were laid over it.
  func blankFormAsWitness(of places: [Attestation]) -> String? {
    places.allSatisfy { $0.onBlankForm == .blank }
      ? "Laid over the blank form, nothing is there but the form's own print." : nil
  }

  /// What may be the complainant's signature, or shows that there was one, where the place for it is
  /// empty; `nil` where there is no such thing in the packet.
  private func traceOfSignature(
    besides places: [Attestation]
  ) -> (code: ReasonCode, words: String, evidence: [Attestation])? {
    // On another line, in the margin, or on another page of the complaint.
    let elsewhere =
      facts.attestations(.signature, on: .form, .continuation, .certificate, .unknown)
      .filter { $0.state != .blank && $0.role != .notary && $0.role != .complainant }
      + spareNotarySignatures
      + facts.attestations.filter {
        $0.kind == .signature && $0.state != .blank && $0.role != .notary
          && facts.mayBeOfComplaint($0.place.page)
      }
    if !elsewhere.isEmpty {
      return (.signatureElsewhere, "there is a signature elsewhere", elsewhere)
    }
    let sworn = notaryBlocks.filter { $0.state != .blank }
    if !sworn.isEmpty {
      return (
        .notarizedThoughUnsigned, "a notary block of the complaint is or may be completed", sworn
      )
    }
    let doubtful =
      (facts.attestations(.stamp, on: .form, .continuation, .certificate, .unknown)
      + facts.attestations(.seal, on: .form, .continuation, .certificate, .unknown))
      .filter { $0.state == .uncertain }
    if !doubtful.isEmpty {
      return (.doubtfulMarkElsewhere, "there is a mark of doubtful kind", doubtful)
    }
    if firstPagesOfForm.count > places.count {
      return (
        .fewerPlacesToSignThanForms,
        "the form is there more than once, with fewer places to sign", []
      )
    }
    return nil
  }

  /// Signed in the usual way, or in one that a person has to look at: whether a cross, a typed name
  /// or another's hand will do is not said anywhere.
  private func signed(_ present: [Attestation]) -> Finding? {
    let usual = present.filter { $0.manner?.needsLook != true }
    guard usual.isEmpty else {
      // What is signed may be the other of two complaints.
      if firstPagesOfForm.count > usual.count {
        return .review(
          .notEveryFormSigned,
          "A complainant's place is signed, and the form is there more than once, each with a place of "
            + "its own.", usual.map(\.id), waitingFor: .oneCase)
      }
      // Ink is one witness. "Declined to sign" that no engine reads is ink, too.
      guard let second = secondWitnessOfSignature else {
        return .review(
          .signatureUncorroborated,
          "Something is written by hand in the complainant's place, and nothing else shows that it is a "
            + "signature: it is not dated, and no notary block of the complaint is completed.",
          usual.map(\.id))
      }
      let isPicture = usual.allSatisfy { $0.manner == .picture }
      return .satisfied(
        isPicture ? .complainantSignedByPicture : .complainantSigned,
        isPicture
          ? "The complainant's place is signed, by a picture in a document made on a computer, and "
            + "\(second.words)."
          : "The complainant's place is signed, and \(second.words).",
        usual.map(\.id) + second.evidence)
    }
    let ways = Set(present.compactMap(\.manner?.inWords)).sorted().joined(separator: " and ")
    return present.isEmpty
      ? nil
      : .review(.signedUnusually, "The complainant's place is signed \(ways).", present.map(\.id))
  }

  /// What shows, apart from the ink in the place, that it is a signature.
  private var secondWitnessOfSignature: (words: String, evidence: [FindingID])? {
    let sworn = plainBlocks
    if !sworn.isEmpty { return ("a notary block is completed for it", sworn.map(\.id)) }
    let dates = facts.dates.filter {
      $0.role == .signed && facts.complaintPages.contains($0.place.page)
    }
    return dates.isEmpty ? nil : ("it is dated", dates.map(\.id))
  }

  /// The signatures that were taken for a notary's and may be somebody else's: those that are not
  /// certain, and all where there are more of them than notary blocks.
  private var spareNotarySignatures: [Attestation] {
    let signatures = facts.attestations(
      .signature, on: .form, .continuation, .certificate, .unknown
    ).filter { $0.state != .blank && $0.role == .notary }
    let blocks = facts.attestations(.notary, on: .form, .continuation, .certificate, .unknown)
      .count { $0.state != .blank }
    return signatures.count > blocks
      ? signatures : signatures.filter { $0.state == .uncertain }
  }

  func isSurelyBlank(_ place: Attestation) -> Bool {
    place.state == .blank && place.confidence >= FilingFacts.sureness
      && facts.isWellRead(place.place.page)
      && facts.roleConfidence(of: place.place.page) >= FilingFacts.sureness
  }

  /// The printed name at the signature, and the name in the certificate, against the complainant's.
  /// A name that was not read, or reads otherwise, is for a person.
  func signerIsComplainant() -> Finding {
    let evidence = completedBlocks.map(\.id)
    let quotes = parties.complainant.quotes + parties.printed.quotes
    let complainants = parties.complainant.names.map(\.text)
    guard !complainants.isEmpty else {
      return .review(
        .complainantNameNotRead,
        "The complainant's name: \(parties.complainant.inWords). A person has to see that the "
          + "signer is the complainant.", evidence, quoting: quotes)
    }
    let signers = [
      ("the printed name at the signature", parties.printed.names.map(\.text)),
      ("the name in the notarial certificate", certifiedNames),
    ].filter { !$0.1.isEmpty }
    guard !signers.isEmpty else {
      return .review(
        .signerNameNotRead,
        "Neither a printed name at the signature nor a name in a notarial certificate was read well "
          + "by the checker.", evidence, quoting: quotes)
    }
    let differing = signers.filter { !someAgree($0.1, complainants) }.map(\.0)
    guard differing.isEmpty else {
      return .review(
        .signerNameDiffers,
        "Not the complainant's name, as it reads: \(differing.joined(separator: ", ")). It may be "
          + "another form of the name, or a misreading.", evidence, quoting: quotes)
    }
    return .satisfied(
      .signerNameAgrees,
      "The complainant's name agrees with \(signers.map(\.0).joined(separator: " and ")).",
      evidence, quoting: quotes)
  }

  /// Whom the certificates of the complaint name, as far as it was read.
  var certifiedNames: [String] { signers(of: completedBlocks) }

  func signers(of blocks: [Attestation]) -> [String] {
    blocks.compactMap { $0.notary?.elements[.signer] }
      .filter { $0.state == .present }.compactMap(\.text)
      .filter { !PersonName($0).isEmpty }
  }

  /// The dates of `role` on `pages` where each is written by hand; `nil` where there is none, or
  /// another too. That one stands there is an answer, whatever it says: one engine makes other days of
  /// handwriting (docs/decisions/0017-handwriting-and-a-second-reader.md).
  func writtenByHand(_ role: DatedFact.Role, on pages: [PageReference]) -> [FindingID]? {
    let dates = facts.dates.filter { $0.role == role && pages.contains($0.place.page) }
    let areByHand = dates.allSatisfy { $0.writing == .hand && !facts.isContradicted($0.place) }
    return dates.isEmpty || !areByHand ? nil : dates.map(\.id)
  }

  func signatureDated() -> Finding {
    if let written = writtenByHand(.signed, on: facts.complaintPages) {
      return .satisfied(
        .dateByHand,
        "A date is written at the signature, by hand. What it says was not read for certain; where "
          + "the filing period depends on it, DAT-03 asks.", written)
    }
    guard let signed = events.ends[.signed] else {
      let places = facts.dates.filter { $0.role == .signed }.map(\.id)
      return facts.hasForm
        ? .review(
          .dateNotFound,
          "No date of the signature was read by the checker, neither at its label nor beside the place "
            + "to sign.",
          places
            + facts.attestations(.signature, on: .form, .continuation)
            .filter { $0.role == .complainant }.map(\.id),
          quoting: labels(of: .signed), resting: .onAllPages)
        : noForm
    }
    guard signed.isComplete else {
      return .review(
        .dateNotReadInFull,
        "The date of the signature was not read in full; a person should read it.",
        signed.evidence)
    }
    guard signed.isOneDay else {
      return .review(
        .dateAmbiguous, "The date of the signature may mean several days: \(signed.inWords).",
        signed.evidence)
    }
    if let received = events.ends[.received], signed.earliest > received.latest {
      return .review(
        .signedAfterReceipt,
        "The signature is dated \(signed.inWords), after receipt (\(received.inWords)).",
        signed.evidence + received.evidence)
    }
    return .satisfied(.dateKnown, "The signature is dated \(signed.inWords).", signed.evidence)
  }
}

extension SignatureManner {
  fileprivate var needsLook: Bool {
    self == .mark || self == .initials || self == .typed || self == .proxy
  }

  fileprivate var inWords: String {
    switch self {
    case .handwritten: "by hand"
    case .mark: "by a mark"
    case .initials: "with initials"
    case .typed: "in type"
    case .proxy: "by another for the complainant"
    case .picture: "by a picture"
    }
  }
}
