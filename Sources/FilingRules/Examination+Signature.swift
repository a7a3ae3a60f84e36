import Casework

/// SIG: whether, by whom and when the complaint was signed.
extension Examination {
  func signed() -> Finding {
    guard facts.hasForm else { return .review("No complaint form was found by the checker.") }
    let places = facts.attestations(.signature, on: .form, .continuation)
      .filter { $0.role == .complainant }
    let present = places.filter { $0.state == .present }
    if !present.isEmpty {
      return .satisfied("The complainant's place is signed.", present.map(\.id))
    }
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
    let elsewhere = facts.attestations(
      .signature, on: .form, .continuation, .certificate, .unknown
    ).filter { $0.state != .blank && $0.role != .notary && $0.role != .complainant }
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

  func isSurelyBlank(_ place: Attestation) -> Bool {
    place.state == .blank && place.confidence >= FilingFacts.sureness
      && facts.isWellRead(place.place.page)
      && facts.roleConfidence(of: place.place.page) >= FilingFacts.sureness
  }

  func signerIsComplainant() -> Finding {
    .note(
      "The checker does not compare names; a person has to see that the signer is the complainant.")
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
