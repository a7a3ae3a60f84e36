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
    let reason =
      switch (signature.isSigned, signature.integrity) {
      case (false, _): "the document has a field for a digital signature, and it is empty"
      case (true, .valid): "digitally signed; the document is unchanged since"
      case (true, .invalid): "digitally signed, but the document was changed since"
      case (true, .notVerified): "digitally signed; whether it was changed since is not known"
      }
    let state: Attestation.State =
      !signature.isSigned ? .blank : signature.integrity == .invalid ? .uncertain : .present
    // Boxes of fields are of the page as shown; on a page that was turned only the page is sure.
    let isTurned = (reading?.rotation ?? 0) != 0
    let whole = Box(x: 0, y: 0, width: reading?.width ?? 0, height: reading?.height ?? 0)
    return Attestation(
      id: FindingID(rawValue: ""), kind: .digitalSignature, role: .unknown, state: state,
      confidence: signature.isSigned ? 0.95 : 0.9,
      place: Place(page: page, box: isTurned ? whole : signature.box ?? whole), reason: reason)
  }
}
