package import BlankForms
package import Casework
package import PageLayout

/// Finds the signatures, notary blocks, seals, stamps and digital signatures of a case.
///
/// A pure function of the readings and the page roles. Findings come in page order.
package struct AttestationFinder: Sendable {
  private let lexicon: Lexicon
  private let labels: SignatureLabels
  private let fields: [FieldValueSide: [String]]

  package init(forms: [FormDescription], lexicon: Lexicon) {
    self.lexicon = lexicon
    labels = SignatureLabels(forms: forms, notary: lexicon.notary)
    fields = forms.map(\.fieldLabels).reduce(into: [:]) { all, labels in
      all.merge(labels) { known, further in known + further.filter { !known.contains($0) } }
    }
  }

  /// - Parameter matched: The pages that were laid over a blank form.
  package func attestations(
    in documents: [CaseFacts.DocumentFacts], classification: Classification,
    on matched: [PageReference: MatchedPage] = [:]
  ) -> [Attestation] {
    var roles: [PageReference: PageRole] = [:]
    for page in classification.pages { roles[page.page] = page.role }
    var found: [Attestation] = []
    for document in documents {
      for page in document.pages {
        var onPage: [Attestation] = []
        if page.state != .blank, let reading = page.reading {
          let match = matched[page.page]
          onPage = PageAttestations(
            sheet: Sheet(match.map { reading.without($0.printedMarks) } ?? reading, of: page.page),
            pageRole: roles[page.page] ?? .unknown, lexicon: lexicon, labels: labels,
            fields: fields, match: match
          ).find()
        }
        onPage += DigitalSignatures.attestations(of: document, on: page)
        found += page.state == .failed ? onPage.map(\.withoutBlanks) : onPage
      }
      found += DigitalSignatures.attestationsWithoutPage(of: document)
    }
    var names = FindingNames("a")
    for index in found.indices {
      found[index].id = names.name(at: found[index].place)
      found[index].confidence = found[index].confidence.roundedToHundredth
    }
    return found
  }
}

extension Reading {
  /// Without marks that are print of the form.
  fileprivate func without(_ printed: Set<Mark>) -> Reading {
    guard !printed.isEmpty else { return self }
    var reading = self
    reading.marks.removeAll { printed.contains($0) }
    return reading
  }
}

extension Attestation {
  /// On a page of which not everything was drawn no place is known to be empty.
  fileprivate var withoutBlanks: Attestation {
    var found = self
    if state == .blank {
      found.state = .uncertain
      found.confidence = 0.5
      found.reason = "nothing is seen in it, but not everything on the page could be drawn"
    }
    found.notary?.elements = (notary?.elements ?? [:]).mapValues { element in
      var element = element
      if element.state == .blank { element.state = .uncertain }
      return element
    }
    return found
  }
}
