import Casework

/// What the script of the review page works with. No words of the documents are in it.
struct ReviewData: Encodable {
  struct Finding: Encodable {
    /// As an amendment calls it: `d01:3`.
    let page: String
    let kind: String
    /// Points of the upright page: x, y, width, height.
    let box: Box
    let crop: String?
    let cropBox: Box?
    /// Where it is.
    let words: String
  }

  struct Page: Encodable {
    /// Relative to the review page.
    let picture: String
    let original: String
    let width: Double
    let height: Double
  }

  /// What may stand in a field: one of some values, a day, or a text.
  enum Values: Encodable {
    case oneOf([String])
    case day
    case text

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .oneOf(let values): try container.encode(values)
      case .day: try container.encode("day")
      case .text: try container.encode("text")
      }
    }
  }

  let caseId: CaseID
  let results: Digest
  let findings: [String: Finding]
  let pages: [String: Page]
  /// What can be amended, by the kind of what it is of.
  let fields: [String: [String: Values]]
  /// Those that a deficiency may rest on.
  let rows: [String]
  let documents: [DocumentID]

  init(
    _ inputs: BundleInputs, _ found: ReviewFindings, _ sections: [DocumentSection],
    open: [Check]
  ) {
    caseId = inputs.caseID
    results = inputs.resultsDigest
    findings = Dictionary(
      found.all.map { finding in
        (
          finding.id.rawValue,
          Finding(
            page: Amendment.Subject.page(at: finding.place.page).name,
            kind: finding.kind.rawValue, box: finding.place.box,
            crop: finding.picture.isEmpty ? nil : finding.picture, cropBox: finding.cropBox,
            words: Anchor.words(finding.place.page))
        )
      }, uniquingKeysWith: { first, _ in first })
    pages = Dictionary(
      sections.flatMap(\.pages).map {
        (
          $0.subject,
          Page(picture: $0.picture, original: $0.original, width: $0.width, height: $0.height)
        )
      }, uniquingKeysWith: { first, _ in first })
    func named<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) -> Values
    where Value.RawValue == String { .oneOf(type.allCases.map(\.rawValue)) }
    fields = [
      "date": ["date": .day, "role": named(DatedFact.Role.self)],
      "attestation": [
        "state": named(Attestation.State.self), "role": named(Attestation.Role.self),
      ],
      "page": ["role": named(PageRole.self)],
      "case": [
        "complainant": .text, "respondent": .text, "received": .day,
        "programme": .oneOf(inputs.programmes),
      ],
    ]
    rows = open.filter { $0.outcome != .notExamined }.map(\.id)
    documents = inputs.facts.documents.map(\.ingested.id)
  }
}
