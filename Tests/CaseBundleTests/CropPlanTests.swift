import CaseReport
import Casework
import Testing

@Suite struct CropPlanTests {
  private static let page = PageReference(document: DocumentID(position: 1), page: 1)

  private func facts(
    signatureAt box: Box? = nil, dateAt dateBox: Box? = nil, role: DatedFact.Role = .signed,
    lines: [Box] = [], isRead: Bool = true
  ) -> CaseFacts {
    let reading = Reading(
      width: 612, height: 792, resolution: 300, textSource: .ocr,
      lines: lines.map { TextLine(box: $0, words: []) })
    return CaseFacts(
      documents: [
        .init(
          ingested: IngestedDocument(
            id: Self.page.document, sha256: Digest(rawValue: ""), byteCount: 0, mediaType: .pdf),
          survey: DocumentSurvey(
            state: .opened, pages: [PageSurvey(number: 1, width: 500, height: 700)]),
          pages: [
            PageOutcome(
              page: Self.page, state: isRead ? .read : .failed, failure: isRead ? nil : "x",
              reading: isRead ? reading : nil)
          ])
      ],
      classification: Classification(
        program: nil, kind: .unknown, pages: []),
      attestations: box.map {
        [
          Attestation(
            id: FindingID(rawValue: "a1"), kind: .signature, role: .unknown, state: .uncertain,
            confidence: 1, place: Place(page: Self.page, box: $0), reason: "")
        ]
      } ?? [],
      dates: dateBox.map {
        [
          DatedFact(
            id: FindingID(rawValue: "t1"), role: role, readings: [], text: "", writing: .print,
            place: Place(page: Self.page, box: $0))
        ]
      } ?? [])
  }

  private func box(_ facts: CaseFacts, margin: Double = 10) -> Box? {
    CropPlan(facts: facts, passages: [], margin: margin).crops[Self.page]?.first?.box
  }

  @Test func `leaves a margin around a finding`() {
    #expect(
      box(facts(signatureAt: Box(x: 100, y: 600, width: 200, height: 40)))
        == Box(x: 90, y: 590, width: 220, height: 60))
  }

  @Test func `stays on the page`() {
    #expect(
      box(facts(signatureAt: Box(x: 400, y: 760, width: 212, height: 32)))
        == Box(x: 380, y: 740, width: 232, height: 52))
    #expect(
      box(facts(signatureAt: Box(x: -20, y: -20, width: 700, height: 900)))
        == Box(x: 0, y: 0, width: 612, height: 792))
  }

  @Test func `is never too small to be placed on the page`() {
    #expect(
      box(facts(signatureAt: Box(x: 300, y: 300, width: 4, height: 4)))
        == Box(x: 230, y: 284, width: 144, height: 36))
  }

  @Test func `shows a date with its line, and not with text far along it`() {
    let date = Box(x: 300, y: 100, width: 60, height: 10)
    let line = Box(x: 72, y: 98, width: 290, height: 12)
    let other = Box(x: 72, y: 112, width: 400, height: 12)
    let far = Box(x: 500, y: 98, width: 100, height: 12)
    #expect(
      box(facts(dateAt: date, lines: [line, other, far]))
        == Box(x: 62, y: 86, width: 310, height: 36))
  }

  @Test func `has the page's size from the survey where it could not be read`() {
    #expect(
      box(facts(signatureAt: Box(x: 300, y: 650, width: 200, height: 50), isRead: false))
        == Box(x: 280, y: 630, width: 220, height: 70))
  }

  @Test func `makes no picture of a birth date, nor of a place beside the page`() {
    #expect(box(facts(dateAt: Box(x: 300, y: 100, width: 60, height: 10), role: .birth)) == nil)
    #expect(box(facts(signatureAt: Box(x: 900, y: 100, width: 60, height: 10))) == nil)
  }
}
