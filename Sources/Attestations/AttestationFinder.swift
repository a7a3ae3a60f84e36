package import Casework
internal import PageLayout

/// Finds the signatures, notary blocks, seals, stamps and digital signatures of a case.
///
/// A pure function of the readings and the page roles. Findings come in page order and are numbered
/// from `a1`.
package struct AttestationFinder: Sendable {
  private let labels: SignatureLabels
  private let fields: [FieldValueSide: [String]]

  package init(forms: [FormDescription]) {
    labels = SignatureLabels(forms: forms)
    fields = forms.map(\.fieldLabels).reduce(into: [:]) { all, labels in
      all.merge(labels) { known, further in known + further.filter { !known.contains($0) } }
    }
  }

  package func attestations(
    in documents: [CaseFacts.DocumentFacts], classification: Classification
  ) -> [Attestation] {
    var roles: [PageReference: PageRole] = [:]
    for page in classification.pages { roles[page.page] = page.role }
    var found: [Attestation] = []
    for document in documents {
      for page in document.pages {
        if page.state == .read, let reading = page.reading {
          found += PageAttestations(
            sheet: Sheet(reading, of: page.page), pageRole: roles[page.page] ?? .unknown,
            labels: labels, fields: fields
          ).find()
        }
        found += DigitalSignatures.attestations(of: document, on: page)
      }
      found += DigitalSignatures.attestationsWithoutPage(of: document)
    }
    for index in found.indices {
      found[index].id = FindingID(rawValue: "a\(index + 1)")
      found[index].confidence = found[index].confidence.roundedToHundredth
    }
    return found
  }
}
