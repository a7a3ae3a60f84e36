import Casework

/// NOT-01, NOT-02 and NOT-10 to NOT-12: whether the complaint was notarized, and in what way.
extension Examination {
  func notarized() -> Finding {
    guard facts.hasForm else { return .review("No complaint form was found by the checker.") }
    let blocks = facts.attestations(.notary, on: .form, .continuation, .certificate)
    let present = blocks.filter { $0.state == .present }
    if !present.isEmpty {
      return .satisfied("A notary block of the complaint is completed.", present.map(\.id))
    }
    let uncertain = blocks.filter { $0.state == .uncertain }
    if !uncertain.isEmpty {
      return .review("A notary block may be completed.", uncertain.map(\.id))
    }
    let traces = tracesOfNotary
    if !traces.isEmpty {
      return .review(
        "No completed notary block was found by the checker, and yet a seal, a notary's signature "
          + "or a block on a page of unknown kind.", traces)
    }
    let onSupport = facts.attestations(.notary, on: .supporting).filter { $0.state != .blank }
    // What is taken for an exhibit may be the complaint's certificate.
    if onSupport.contains(where: { facts.roleConfidence(of: $0.place.page) < FilingFacts.sureness })
    {
      return .review(
        "Only a page that may be a supporting document is notarized.", onSupport.map(\.id))
    }
    let exhibits = onSupport.isEmpty ? "" : " Only supporting documents are notarized."
    let evidence = blocks.map(\.id) + onSupport.map(\.id)
    guard blocks.isEmpty else {
      guard blocks.allSatisfy(isSurelyBlank) else {
        return .review("The notary block looks empty, and the checker is not sure.", evidence)
      }
      return .deficient(
        "The notary block of the complaint was found, read well, and is empty.\(exhibits)",
        evidence)
    }
    if let reason = reasonBlockMayBeThere {
      return .review("No notary block was found by the checker; \(reason).\(exhibits)", evidence)
    }
    return .deficient(
      "The complaint was read well, and no notary block is on it.\(exhibits)", evidence)
  }

  /// Signs of a notary on pages that are or may be of the complaint, outside its blocks.
  private var tracesOfNotary: [FindingID] {
    let seals = facts.attestations(.seal, on: .form, .continuation, .certificate, .unknown)
    let signatures = facts.attestations(
      .signature, on: .form, .continuation, .certificate, .unknown
    ).filter { $0.role == .notary }
    let digital = facts.attestations(
      .digitalSignature, on: .form, .continuation, .certificate, .unknown)
    let unknown = facts.attestations(.notary, on: .unknown)
    return (seals + signatures + digital + unknown).filter { $0.state != .blank }.map(\.id)
  }

  /// Why a block may have been overlooked; `nil` where nothing speaks for one.
  private var reasonBlockMayBeThere: String? {
    let pages = facts.pages(.form, .continuation, .certificate, .unknown)
    if !facts.pages(.certificate).isEmpty { return "a page looks like a notarial certificate" }
    let wording = facts.pages(
      saying: [
        "notary", "notary public", "notarial", "sworn to", "subscribed and sworn",
        "acknowledged before me", "before me", "commission expires",
      ], among: pages)
    if !wording.isEmpty { return "notarial wording stands on \(wording.inWords)" }
    if let conflict = PageNumbering(in: facts, on: facts.pages(.form)).conflict {
      return "pages may be lost (\(conflict))"
    }
    return nil
  }

  func notarizesThisSignature() -> Finding {
    let present = completedBlocks
    guard !present.isEmpty else { return noBlock }
    let onForm = present.filter { facts.role(of: $0.place.page) != .certificate }
    guard !onForm.isEmpty else {
      return .review(
        "The certificate is on a sheet of its own; a person has to see that it is of this "
          + "complaint.", present.map(\.id))
    }
    return .satisfied("The notary block is on the complaint itself.", onForm.map(\.id))
  }

  func remoteNotarization() -> Finding {
    let pages = facts.pages(
      saying: [
        "communication technology", "remote online", "online notary", "electronic notary",
        "remotely located", "audio video", "audiovideo",
      ], among: facts.pages(.form, .continuation, .certificate, .unknown))
    guard pages.isEmpty else {
      return ruleSet.policies.remoteNotarization.finding(
        "Wording of a remote or electronic notarization was found: \(pages.inWords).")
    }
    return .satisfied("No wording of a remote or electronic notarization was found.")
  }

  func foreignNotarization() -> Finding {
    let pages = facts.pages(
      saying: [
        "apostille", "consul", "consulate", "embassy", "commissioner of oaths",
        "commissioner for oaths", "notario", "notaire", "judge advocate",
      ], among: facts.pages(.form, .continuation, .certificate, .unknown))
    guard pages.isEmpty else {
      return ruleSet.policies.foreignNotarization.finding(
        "Wording of a foreign, consular or military notarization was found: \(pages.inWords).")
    }
    return .satisfied("No wording of a foreign, consular or military notarization was found.")
  }

  func notOnlyUnsworn() -> Finding {
    guard completedBlocks.isEmpty else {
      return .satisfied("The complaint has a completed notary block.", completedBlocks.map(\.id))
    }
    let pages = facts.pages(
      saying: ["penalty of perjury", "penalties of perjury"],
      among: facts.pages(.form, .continuation, .certificate, .unknown))
    guard pages.isEmpty else {
      return .review(
        "It is declared under penalty of perjury (\(pages.inWords)), which is no notarization; a "
          + "person has to say whether it is accepted.")
    }
    return .satisfied("No declaration under penalty of perjury stands in for a notarization.")
  }

  /// The notary blocks of the complaint that are signed.
  var completedBlocks: [Attestation] {
    facts.attestations(.notary, on: .form, .continuation, .certificate)
      .filter { $0.state == .present }
  }

  /// Of the rows that look into a block: NOT-01 says what there is to say.
  var noBlock: Finding {
    .note("There is no completed notary block of the complaint to look into; see NOT-01.")
  }
}
