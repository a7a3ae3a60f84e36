internal import Casework

/// The digital signatures that `count` found, as attestations.
enum DigitalSignatures {
  static func attestations(
    of document: CaseFacts.DocumentFacts, on page: PageOutcome
  ) -> [Attestation] {
    document.survey.digitalSignatures.filter { $0.page == page.page.page }
      .map { attestation($0, on: page.page, reading: page.reading, of: document) }
  }

  /// Signatures that are on no page of the document stand on its first.
  static func attestationsWithoutPage(of document: CaseFacts.DocumentFacts) -> [Attestation] {
    guard let first = document.pages.first else { return [] }
    let numbers = Set(document.pages.map(\.page.page))
    return document.survey.digitalSignatures
      .filter { $0.page.map { !numbers.contains($0) } ?? true }
      .map { attestation($0, on: first.page, reading: first.reading, of: document) }
  }

  private static func attestation(
    _ signature: DigitalSignature, on page: PageReference, reading: Reading?,
    of document: CaseFacts.DocumentFacts
  ) -> Attestation {
    let state: Attestation.State =
      !signature.isSigned ? .blank : signature.integrity == .invalid ? .uncertain : .present
    let whole = Box(x: 0, y: 0, width: reading?.width ?? 0, height: reading?.height ?? 0)
    return Attestation(
      id: FindingID(rawValue: ""), kind: .digitalSignature, role: .unknown, state: state,
      confidence: signature.isSigned ? 0.95 : 0.9,
      place: Place(
        page: page, box: signature.page == page.page ? document.box(of: signature) ?? whole : whole),
      reason: reason(for: signature))
  }

  private static func reason(for signature: DigitalSignature) -> String {
    guard signature.isSigned else {
      return "the document has a field for a digital signature, and it is empty"
    }
    let integrity =
      switch signature.integrity {
      case .valid: "the signed bytes are unchanged"
      case .invalid: "the signed bytes were changed since"
      case .notVerified: "whether the signed bytes were changed since is not known"
      }
    let coverage =
      switch signature.coversFile {
      case true?: "they are the whole file"
      case false?: "something was added to the file after it"
      case nil: "what of the file they are is not known"
      }
    let trust =
      switch signature.trust {
      case .trusted: "the certificate's issuer is known to this machine"
      case .untrusted: "nothing on this machine vouches for the certificate"
      case .expired: "the certificate has expired"
      case .notVerified: "the certificate was not verified"
      }
    return "digitally signed; \(integrity); \(coverage); \(trust)"
  }
}
