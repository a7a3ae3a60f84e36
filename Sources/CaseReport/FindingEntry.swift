import Casework

/// An attestation of `case.json`.
struct AttestationEntry: Encodable, Sendable {
  let id: FindingID
  let kind: Attestation.Kind
  let role: Attestation.Role
  let state: Attestation.State
  let confidence: Double
  let reason: String
  let document: DocumentID
  let page: Int
  let box: Box
  /// How a signature was made; `null` of everything else.
  let manner: OrNull<SignatureManner>
  /// What a stamp or seal is for; `null` of everything else.
  let purpose: OrNull<StampPurpose>
  /// The words beside a check box, or the label of a form field; `null` of everything else.
  let label: OrNull<String>
  /// How a form field was filled in; `null` of everything else.
  let writing: OrNull<DatedFact.Writing>
  /// The name of the place in the form's description; `null` where it is not known.
  let field: OrNull<String>
  /// What a form field that was filled in by a machine says; `null` of everything else.
  let value: OrNull<String>
  /// What the place shows laid over the blank form; `null` where the page was not.
  let onBlankForm: OrNull<Attestation.State>
  /// `null` of everything but a notary block.
  let act: OrNull<NotaryBlock.Act>
  /// Of a notary block only.
  let circumstances: [NotaryBlock.Circumstance]
  /// Empty of everything but a notary block.
  let elements: [NotaryBlock.Element: NotaryElementEntry]
  /// The numbers of the amendments that it has been changed by.
  let amendments: [Int]
  /// Of the payload folder; `null` where there is no picture.
  let crop: OrNull<String>

  init(_ attestation: Attestation, hasCrop: Bool) {
    id = attestation.id
    kind = attestation.kind
    role = attestation.role
    state = attestation.state
    confidence = attestation.confidence.roundedToHundredth
    reason = attestation.reason
    document = attestation.place.page.document
    page = attestation.place.page.page
    box = attestation.place.box
    manner = OrNull(attestation.manner)
    purpose = OrNull(attestation.purpose)
    label = OrNull(attestation.label)
    writing = OrNull(attestation.writing)
    field = OrNull(attestation.field)
    value = OrNull(attestation.value)
    onBlankForm = OrNull(attestation.onBlankForm)
    act = OrNull(attestation.notary?.act)
    circumstances = attestation.notary?.circumstances ?? []
    elements = (attestation.notary?.elements ?? [:]).mapValues(NotaryElementEntry.init)
    amendments = attestation.amendedBy.map(\.number)
    crop = OrNull(hasCrop ? BundlePaths.crop(attestation.id) : nil)
  }
}

/// One element of a notary block.
struct NotaryElementEntry: Encodable, Sendable {
  let state: Attestation.State
  let text: OrNull<String>
  let writing: OrNull<DatedFact.Writing>
  let box: OrNull<Box>

  init(_ finding: NotaryBlock.Finding) {
    state = finding.state
    text = OrNull(finding.text)
    writing = OrNull(finding.writing)
    box = OrNull(finding.box)
  }
}

/// A dated fact of `case.json`.
struct DateEntry: Encodable, Sendable {
  let id: FindingID
  let role: DatedFact.Role
  let readings: [DateReading]
  let text: String
  let writing: DatedFact.Writing
  let openEnded: Bool
  let wordsBeside: OrNull<String>
  let amendments: [Int]
  let document: DocumentID
  let page: Int
  let box: Box
  let crop: OrNull<String>

  init(_ fact: DatedFact, hasCrop: Bool) {
    id = fact.id
    role = fact.role
    readings = fact.readings.map {
      DateReading(
        earliest: $0.earliest, latest: $0.latest, confidence: $0.confidence.roundedToHundredth)
    }
    text = fact.text
    writing = fact.writing
    openEnded = fact.isOpenEnded
    wordsBeside = OrNull(fact.wordsBeside)
    amendments = fact.amendedBy.map(\.number)
    document = fact.place.page.document
    page = fact.place.page.page
    box = fact.place.box
    crop = OrNull(hasCrop ? BundlePaths.crop(fact.id) : nil)
  }
}

/// A passage of `case.json`: words that checks rest on.
struct PassageEntry: Encodable, Sendable {
  let id: FindingID
  let text: String
  let confidence: Double
  let masked: Bool
  let document: DocumentID
  let page: Int
  let box: Box
  let crop: OrNull<String>

  init(_ passage: Passage, hasCrop: Bool) {
    id = passage.id
    text = passage.text
    confidence = passage.confidence.roundedToHundredth
    masked = passage.isMasked
    document = passage.place.page.document
    page = passage.place.page.page
    box = passage.place.box
    crop = OrNull(hasCrop ? BundlePaths.crop(passage.id) : nil)
  }
}

/// A citation of `case.json`: what the complaint names of the Code.
struct CitationEntry: Encodable, Sendable {
  let kind: Citation.Kind
  let number: Int
  let certain: Bool
  let evidence: [FindingID]

  init(_ citation: Citation) {
    kind = citation.kind
    number = citation.number
    certain = citation.isCertain
    evidence = citation.evidence
  }
}

extension DatedFact {
  /// What stands in for a birth date in everything that jurat derives.
  static let maskedText = "[birth date, masked]"

  /// The fact as a bundle may say it. That a birth date stands there is said; which one is not,
  /// because no check uses it and nobody's age may play a part (intake rules, same rule for all).
  var masked: DatedFact {
    guard role == .birth else { return self }
    var copy = self
    copy.text = Self.maskedText
    copy.readings = []
    return copy
  }
}
