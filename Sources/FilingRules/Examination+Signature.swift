import Casework

/// SIG: whether, by whom and when the complaint was signed.
extension Examination {
  func signed() -> Finding {
    guard facts.hasForm else { return .review("No complaint form was found by the checker.") }
    let places = facts.attestations(.signature, on: .form, .continuation)
      .filter { $0.role == .complainant }
    let present = places.filter { $0.state == .present }
    if let finding = signed(present) { return finding }
    let digital = facts.attestations(.digitalSignature, on: .form, .continuation, .unknown)
      .filter { $0.state != .blank }
    if !digital.isEmpty {
      return .review(
        "The document is signed digitally; a person has to say by whom.", digital.map(\.id))
    }
    let uncertain = places.filter { $0.state == .uncertain }
    if !uncertain.isEmpty {
      return .review(
        "There may be a signature in the complainant's place.", uncertain.map(\.id))
    }
    guard !places.isEmpty else {
      return .review("The complainant's place to sign was not found by the checker.")
    }
    // A signature on another line, or on another page of the complaint, may be the complainant's.
    let elsewhere =
      facts.attestations(.signature, on: .form, .continuation, .certificate, .unknown)
      .filter { $0.state != .blank && $0.role != .notary && $0.role != .complainant }
      + spareNotarySignatures
    if !elsewhere.isEmpty {
      return .review(
        "The complainant's place looks empty, and there is a signature elsewhere.",
        places.map(\.id) + elsewhere.map(\.id))
    }
    guard places.allSatisfy(isSurelyBlank) else {
      return .review(
        "The complainant's place looks empty, and the checker is not sure.", places.map(\.id))
    }
    return .deficient(
      "The complainant's place to sign was found, read well, and is empty.", places.map(\.id))
  }

  /// Signed in the usual way, or in one that a person has to look at: whether a cross, a typed name
  /// or another's hand will do is not said anywhere.
  private func signed(_ present: [Attestation]) -> Finding? {
    let usual = present.filter { $0.manner?.needsLook != true }
    guard usual.isEmpty else {
      let isPicture = usual.allSatisfy { $0.manner == .picture }
      return .satisfied(
        isPicture
          ? "The complainant's place is signed, by a picture in a document made on a computer."
          : "The complainant's place is signed.", usual.map(\.id))
    }
    let ways = Set(present.compactMap(\.manner?.inWords)).sorted().joined(separator: " and ")
    return present.isEmpty
      ? nil : .review("The complainant's place is signed \(ways).", present.map(\.id))
  }

  /// The signatures that were taken for a notary's and may be somebody else's: those that are not
  /// certain, and all where there are more of them than notary blocks.
  private var spareNotarySignatures: [Attestation] {
    let signatures = facts.attestations(
      .signature, on: .form, .continuation, .certificate, .unknown
    ).filter { $0.state != .blank && $0.role == .notary }
    let blocks = facts.attestations(.notary, on: .form, .continuation, .certificate, .unknown)
      .count { $0.state != .blank }
    return signatures.count > max(1, blocks)
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
        "The complainant's name: \(parties.complainant.inWords). A person has to see that the "
          + "signer is the complainant.", evidence, quoting: quotes)
    }
    let signers = [
      ("the printed name at the signature", parties.printed.names.map(\.text)),
      ("the name in the notarial certificate", certifiedNames),
    ].filter { !$0.1.isEmpty }
    guard !signers.isEmpty else {
      return .review(
        "Neither a printed name at the signature nor a name in a notarial certificate was read well "
          + "by the checker.", evidence, quoting: quotes)
    }
    let differing = signers.filter { !someAgree($0.1, complainants) }.map(\.0)
    guard differing.isEmpty else {
      return .review(
        "Not the complainant's name, as it reads: \(differing.joined(separator: ", ")). It may be "
          + "another form of the name, or a misreading.", evidence, quoting: quotes)
    }
    return .satisfied(
      "The complainant's name agrees with \(signers.map(\.0).joined(separator: " and ")).",
      evidence, quoting: quotes)
  }

  /// Whom the certificates of the complaint name, as far as it was read.
  var certifiedNames: [String] {
    completedBlocks.compactMap { $0.notary?.elements[.signer] }
      .filter { $0.state == .present }.compactMap(\.text)
      .filter { !PersonName($0).isEmpty }
  }

  func signatureDated() -> Finding {
    guard let signed = events.ends[.signed] else {
      let places = facts.dates.filter { $0.role == .signed }.map(\.id)
      return .review("No date of the signature was read by the checker.", places)
    }
    guard signed.isComplete else {
      return .review(
        "The date of the signature is handwritten or not read in full; a person should read it.",
        signed.evidence)
    }
    guard signed.isOneDay else {
      return .review(
        "The date of the signature may mean several days: \(signed.inWords).", signed.evidence)
    }
    if let received = events.ends[.received], signed.earliest > received.latest {
      return .review(
        "The signature is dated \(signed.inWords), after receipt (\(received.inWords)).",
        signed.evidence + received.evidence)
    }
    return .satisfied("The signature is dated \(signed.inWords).", signed.evidence)
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
