import Casework
import Foundation

/// A document of `case.json` with its pages.
struct DocumentEntry: Encodable, Sendable {
  let id: DocumentID
  let path: String
  let sha256: Digest
  let byteCount: Int
  let mediaType: MediaType
  let state: DocumentState
  let problem: OrNull<String>
  /// `null` of a document that could not be opened: nobody knows its pages.
  let pageCount: OrNull<Int>
  let pages: [PageEntry]
  let digitalSignatures: [DigitalSignatureEntry]
  let attachmentCount: Int
  let dynamicForm: Bool
  let activeContent: Bool

  init(_ document: CaseFacts.DocumentFacts, path: String, classification: Classification) {
    let ingested = document.ingested
    let survey = document.survey
    id = ingested.id
    self.path = path
    sha256 = ingested.sha256
    byteCount = ingested.byteCount
    mediaType = ingested.mediaType
    state = survey.state
    problem = OrNull(survey.problem)
    pages = PageEntry.pages(of: document, classification: classification)
    pageCount = OrNull(survey.state == .opened ? pages.count : nil)
    digitalSignatures = survey.digitalSignatures.map {
      DigitalSignatureEntry($0, document: ingested.id, box: document.box(of: $0))
    }
    attachmentCount = survey.attachmentCount
    dynamicForm = survey.isDynamicForm
    activeContent = survey.hasActiveContent == true
  }
}

/// A page of `case.json`.
struct PageEntry: Encodable, Sendable {
  let number: Int
  let state: PageOutcome.State
  let failure: OrNull<String>
  /// Points of the upright page.
  let width: Double
  let height: Double
  let role: PageRole
  let roleConfidence: Double
  let roleReason: String
  let form: OrNull<String>
  /// The numbers of the amendments that its role has been changed by.
  let amendments: [Int]
  let rotation: Int
  let textSource: TextSource
  let layerSetAside: OrNull<LayerFault>
  /// Where the file says one thing and the page shows another.
  let contradictions: [Box]
  let meanConfidence: OrNull<Double>

  /// Every page that the survey or the reading knows of. One that was never read is `failed`.
  static func pages(
    of document: CaseFacts.DocumentFacts, classification: Classification
  ) -> [PageEntry] {
    let id = document.ingested.id
    let surveys = Dictionary(
      document.survey.pages.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    let outcomes = Dictionary(
      document.pages.map { ($0.page.page, $0) }, uniquingKeysWith: { first, _ in first })
    let roles = Dictionary(
      classification.pages.filter { $0.page.document == id }.map { ($0.page.page, $0) },
      uniquingKeysWith: { first, _ in first })
    return Set(surveys.keys).union(outcomes.keys).sorted().map { number in
      let page = PageReference(document: id, page: number)
      let outcome =
        outcomes[number] ?? PageOutcome(page: page, state: .failed, failure: "not read")
      return PageEntry(outcome, survey: surveys[number], classified: roles[number])
    }
  }

  private init(_ outcome: PageOutcome, survey: PageSurvey?, classified: ClassifiedPage?) {
    let reading = outcome.reading
    number = outcome.page.page
    state = outcome.state
    failure = OrNull(outcome.failure)
    width = (reading?.width ?? survey?.width ?? 0).roundedToTenth
    height = (reading?.height ?? survey?.height ?? 0).roundedToTenth
    role = classified?.role ?? .unknown
    roleConfidence = (classified?.confidence ?? 0).roundedToHundredth
    roleReason = classified?.reason ?? ""
    form = OrNull(classified?.form)
    amendments = classified?.amendedBy.map(\.number) ?? []
    rotation = reading?.rotation ?? 0
    textSource = reading?.textSource ?? .none
    layerSetAside = OrNull(reading?.layerSetAside)
    contradictions = reading?.contradictions.map(\.box) ?? []
    meanConfidence = OrNull(reading?.meanConfidence)
  }
}

/// A digital signature field of a PDF, as the original's bytes have it.
struct DigitalSignatureEntry: Encodable, Sendable {
  let field: String
  let signed: Bool
  let integrity: DigitalSignature.Integrity
  let trust: DigitalSignature.Trust
  let coversFile: OrNull<Bool>
  let signer: OrNull<String>
  /// ISO 8601, UTC, to the second, by the clock of the signer's machine.
  let signedAt: OrNull<String>
  let document: DocumentID
  let page: OrNull<Int>
  let box: OrNull<Box>

  /// - Parameter box: on the upright page.
  init(_ signature: DigitalSignature, document: DocumentID, box: Box?) {
    field = signature.fieldName
    signed = signature.isSigned
    integrity = signature.integrity
    trust = signature.trust
    coversFile = OrNull(signature.coversFile)
    signer = OrNull(signature.signer)
    signedAt = OrNull(
      signature.signedAt.map {
        Date(timeIntervalSince1970: TimeInterval($0)).formatted(.iso8601)
      })
    self.document = document
    page = OrNull(signature.page)
    self.box = OrNull(box)
  }
}
