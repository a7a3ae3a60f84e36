import CaseReport
import Casework
import FileStore
import Foundation
import TestSupport

/// A made-up case that has some of everything.
struct SyntheticCase {
  let scratch: ScratchFolder
  var inputs: BundleInputs

  static let made = MadeBy(
    jurat: "1.0", tools: ["poppler": "22.12"], models: ["eng": Digest.of("model")], form: nil,
    rules: Digest.of("rules"))
  static let birthDate = "03/17/1961"
  /// Would leave an attribute if quotes were escaped by `Character`: with the accent after it, the
  /// quote is no `"` any more.
  static let hostile = "\"\u{301} onload=alert(1) <script>alert(2)</script> & \u{202E}txt\u{1}"

  init() throws {
    scratch = try ScratchFolder()
    let scratch = scratch
    var facts = Self.facts
    var originals: [DocumentID: String] = [:]
    for index in facts.documents.indices {
      let id = facts.documents[index].ingested.id
      let bytes = Array("not really a PDF: \(id.rawValue)\n".utf8)
      originals[id] = try scratch.write("original-\(id.rawValue)", bytes)
      facts.documents[index].ingested.sha256 = Digest(
        rawValue: try Judge.run("sha256sum", input: bytes).output.prefix(64).description)
      facts.documents[index].ingested.byteCount = bytes.count
    }
    let page = try scratch.write("page.jpg", Self.page)
    let empty = try scratch.write("empty.jpg", Self.emptyPage)
    let searchable = try scratch.write("searchable.pdf", Array("copy".utf8))
    let scrawl = try scratch.write("scrawl.png", Self.scrawl)
    // As the stages leave what the bag shares with them.
    for path in [page, empty, scrawl, searchable] {
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }
    let blankPages = Set(facts.pages.filter { $0.state == .blank }.map(\.page))
    let failedPages = Set(facts.pages.filter { $0.state == .failed }.map(\.page))
    let findings = CropPlan(facts: facts, passages: Self.results.passages, margin: 12).crops
      .values.flatMap { $0.map(\.id) }
    inputs = BundleInputs(
      caseID: CaseID(rawValue: "c-0123456789abcdef")!, facts: facts, results: Self.results,
      made: Self.made,
      overrides: ["ocr.dpi": "400"], originals: originals,
      previews: { failedPages.contains($0) ? nil : blankPages.contains($0) ? empty : page },
      crops: Dictionary(
        uniqueKeysWithValues: findings.map {
          ($0, CutPicture(path: scrawl, box: Box(x: 60, y: 600, width: 240, height: 40)))
        }),
      resultsDigest: Digest.of("results"), programmes: ["ccm", "cdms"],
      searchable: [
        Self.complaint: .made(path: searchable)
      ],
      mask: Self.masked, bagInfo: [("Bagging-Date", "2026-01-31"), ("Jurat-Run", "r1")])
  }

  private static let page = DrawnPicture.page(lines: 30).png
  private static let emptyPage = DrawnPicture.page(lines: 0).png
  private static let scrawl = DrawnPicture.scrawl().png

  static let complaint = DocumentID(position: 1)
  static let exhibit = DocumentID(position: 2)
  static let locked = DocumentID(position: 3)

  static func day(_ text: String) -> CivilDate { CivilDate(text)! }

  private static func masked(_ reading: Reading) -> Reading {
    var reading = reading
    for line in reading.lines.indices {
      for word in reading.lines[line].words.indices
      where reading.lines[line].words[word].text == birthDate {
        reading.lines[line].words[word].text = "**/**/****"
      }
    }
    return reading
  }

  // MARK: Pages

  private static func place(_ page: Int, _ box: Box, in document: DocumentID = complaint) -> Place {
    Place(page: PageReference(document: document, page: page), box: box)
  }

  private static func reading(_ rows: [String]) -> Reading {
    let lines = rows.enumerated().map { index, row in
      var x = 72.0
      let words = row.split(separator: " ").map { word in
        let width = 6.0 * Double(word.count)
        defer { x += width + 4 }
        return Word(
          text: String(word), box: Box(x: x, y: 80 + 20 * Double(index), width: width, height: 10),
          confidence: 0.93, source: .ocr)
      }
      return TextLine(box: Box.around(words.map(\.box))!, words: words)
    }
    return Reading(width: 612, height: 792, resolution: 300, textSource: .ocr, lines: lines)
  }

  private static func outcome(
    _ page: Int, of document: DocumentID, _ rows: [String]
  ) -> PageOutcome {
    PageOutcome(
      page: PageReference(document: document, page: page), state: .read, reading: reading(rows))
  }

  private static func surveys(_ count: Int) -> [PageSurvey] {
    (1...count).map { PageSurvey(number: $0, width: 612, height: 792) }
  }

  private static let documents = [
    CaseFacts.DocumentFacts(
      ingested: IngestedDocument(
        id: complaint, sha256: Digest(rawValue: ""), byteCount: 0, mediaType: .pdf),
      survey: DocumentSurvey(
        state: .opened, pages: surveys(4),
        digitalSignatures: [
          DigitalSignature(
            fieldName: "Signature1", isSigned: true, integrity: .notVerified, page: 3,
            box: ShownBox(Box(x: 72, y: 300, width: 200, height: 40)))
        ], attachmentCount: 1),
      pages: [
        outcome(
          1, of: complaint,
          [
            "COMPLAINT FORM", "Date of occurrence 05/06/2024", "Date of birth \(birthDate)",
            hostile,
          ]),
        outcome(2, of: complaint, ["Statement continued", "The records were altered since May"]),
        outcome(3, of: complaint, ["Signed June 3 2024", "Sworn to before me this 4 day of June"]),
        PageOutcome(
          page: PageReference(document: complaint, page: 4), state: .blank,
          reading: Reading(width: 612, height: 792, resolution: 300, textSource: .none)),
      ]),
    CaseFacts.DocumentFacts(
      ingested: IngestedDocument(
        id: exhibit, sha256: Digest(rawValue: ""), byteCount: 0, mediaType: .tiff),
      survey: DocumentSurvey(state: .opened, pages: surveys(3)),
      pages: [
        outcome(1, of: exhibit, ["Exhibit A", "Letter of April 2024"]),
        PageOutcome(
          page: PageReference(document: exhibit, page: 2), state: .failed,
          failure: "crashed: signal 11"),
      ]),
    CaseFacts.DocumentFacts(
      ingested: IngestedDocument(
        id: locked, sha256: Digest(rawValue: ""), byteCount: 0, mediaType: .pdf),
      survey: DocumentSurvey(state: .encrypted, problem: "a password is needed"), pages: []),
  ]

  // MARK: Findings

  private static let classification = Classification(
    program: "ccm", kind: .complaint,
    pages: [
      ClassifiedPage(
        page: place(1, .init(x: 0, y: 0, width: 0, height: 0)).page, role: .form, confidence: 0.98,
        form: "ccm-complaint", reason: "the title and five anchors of ccm-complaint"),
      ClassifiedPage(
        page: PageReference(document: complaint, page: 2), role: .continuation, confidence: 0.81,
        reason: "follows the form and says that it continues"),
      ClassifiedPage(
        page: PageReference(document: complaint, page: 3), role: .form, confidence: 0.9,
        form: "ccm-complaint", reason: "four anchors of ccm-complaint"),
      ClassifiedPage(
        page: PageReference(document: complaint, page: 4), role: .blank, confidence: 1,
        reason: "no ink"),
      ClassifiedPage(
        page: PageReference(document: exhibit, page: 1), role: .supporting, confidence: 0.77,
        reason: "an exhibit heading", counts: .perhaps),
    ])

  private static let attestations = [
    Attestation(
      id: FindingID(rawValue: "a1"), kind: .signature, role: .complainant, state: .blank,
      confidence: 0.94, place: place(3, Box(x: 90, y: 250, width: 230, height: 34)),
      reason: "the line is there, was read well, and carries no ink"),
    Attestation(
      id: FindingID(rawValue: "a2"), kind: .notary, role: .notary, state: .uncertain,
      confidence: 0.6, place: place(3, Box(x: 80, y: 420, width: 420, height: 190)),
      notary: NotaryBlock(
        act: .jurat,
        elements: [
          .venue: .init(
            state: .present, text: "State of Ohio, County of Union",
            box: Box(x: 90, y: 430, width: 180, height: 14)),
          .date: .init(
            state: .present, text: "4 day of June", box: Box(x: 90, y: 470, width: 150, height: 14)),
          .officerSignature: .init(
            state: .uncertain, box: Box(x: 280, y: 540, width: 200, height: 30)),
          .commissionExpires: .init(state: .blank),
        ]),
      reason: "its wording was found; ink stands across the line of the officer's signature"),
    Attestation(
      id: FindingID(rawValue: "a3"), kind: .seal, role: .notary, state: .present, confidence: 0.88,
      place: place(3, Box(x: 110, y: 510, width: 90, height: 88)), reason: "a round mark with text"),
    Attestation(
      id: FindingID(rawValue: "a4"), kind: .digitalSignature, role: .unknown, state: .uncertain,
      confidence: 0.5, place: place(3, Box(x: 72, y: 300, width: 200, height: 40)),
      reason: "the file carries a digital signature, which was not verified"),
  ]

  private static let dates = [
    DatedFact(
      id: FindingID(rawValue: "t1"), role: .occurrence,
      readings: [
        DateReading(day("2024-05-06"), confidence: 0.7),
        DateReading(day("2024-06-05"), confidence: 0.3),
      ], text: "05/06/2024", writing: .print,
      place: place(1, Box(x: 196, y: 100, width: 60, height: 10))),
    DatedFact(
      id: FindingID(rawValue: "t2"), role: .birth,
      readings: [DateReading(day("1961-03-17"), confidence: 0.9)], text: birthDate, writing: .print,
      place: place(1, Box(x: 170, y: 120, width: 60, height: 10))),
    DatedFact(
      id: FindingID(rawValue: "t3"), role: .occurrence,
      readings: [
        DateReading(earliest: day("2024-05-01"), latest: day("2024-05-31"), confidence: 0.6)
      ], text: "since May", writing: .print,
      place: place(2, Box(x: 210, y: 100, width: 58, height: 10)), isOpenEnded: true),
    DatedFact(
      id: FindingID(rawValue: "t4"), role: .signed,
      readings: [DateReading(day("2024-06-03"), confidence: 0.85)], text: "June 3 2024",
      writing: .hand, place: place(3, Box(x: 112, y: 80, width: 70, height: 10))),
    DatedFact(
      id: FindingID(rawValue: "t5"), role: .notarized, readings: [], text: "4 day of \(hostile)",
      writing: .hand, place: place(3, Box(x: 190, y: 100, width: 90, height: 10))),
  ]

  static let facts = CaseFacts(
    documents: documents, classification: classification, attestations: attestations, dates: dates)

  static let results = CheckResults(
    ruleSet: "ccm-2023", disposition: .deficiencyCandidate,
    checks: [
      Check(
        id: "FRM-01", rule: "ccm-2023/complaint-form", title: "On the complaint form",
        outcome: .satisfied, isDecisive: true, code: .formFound,
        reason: "two pages of ccm-complaint were found",
        evidence: [FindingID(rawValue: "p1")]),
      Check(
        id: "SIG-01", rule: "ccm-2023/signed", title: "Signed", outcome: .deficient,
        isDecisive: true, code: .placeToSignEmpty,
        reason: "a signature was not found by the checker: the one place to sign is empty",
        witnesses: [
          "The place was found and is empty.", "Nothing else in the packet may be the signature.",
        ],
        evidence: [FindingID(rawValue: "a1")]),
      Check(
        id: "NOT-01", rule: "ccm-2023/notarized", title: "Notarized", outcome: .review,
        isDecisive: true, code: .notaryBlockUncertain,
        reason: "a notary block was found, and its signature is uncertain",
        evidence: [FindingID(rawValue: "a2"), FindingID(rawValue: "a3")]),
      Check(
        id: "NOT-02", rule: "ccm-2023/notarizes-this-signature", title: "Of this signature",
        outcome: .notExamined, isDecisive: true, code: .noCompletedNotaryBlock,
        reason: "there is no completed block",
        waitsFor: "NOT-01"),
      Check(
        id: "DAT-03", rule: "ccm-2023/filing-period", title: "Filed within the period",
        outcome: .review, isDecisive: true, code: .readingsAndPoliciesDiffer,
        reason: "the admissible policies do not agree",
        evidence: [FindingID(rawValue: "t1"), FindingID(rawValue: "t3")],
        variants: [
          Check.Variant(
            policy: "12 months, from the first act, to receipt, anniversary",
            start: day("2024-05-06"), end: day("2025-05-01"), lastDay: day("2025-05-06"),
            marginDays: 5),
          Check.Variant(
            policy: "6 months, from the first act, to receipt, anniversary",
            start: day("2024-05-06"), end: day("2025-05-01"), lastDay: day("2024-11-06"),
            marginDays: -176),
        ]),
      Check(
        id: "LNG-01", rule: "ccm-2023/language", title: "Language", outcome: .satisfied,
        isDecisive: false, code: .inEnglish, reason: "every page that was read is in English"),
      Check(
        id: "CNF-01", rule: "ccm-2023/sensitive-content", title: "Sensitive content",
        outcome: .review, isDecisive: false, code: .personalIdentifiers,
        reason: "a birth date stands on document 1",
        evidence: [FindingID(rawValue: "p2")]),
    ],
    passages: [
      Passage(
        id: FindingID(rawValue: "p1"), place: place(1, Box(x: 72, y: 80, width: 88, height: 10)),
        text: "COMPLAINT \(hostile)", confidence: 0.93),
      Passage(
        id: FindingID(rawValue: "p2"), place: place(1, Box(x: 170, y: 120, width: 60, height: 10)),
        text: "**/**/****", confidence: 0.93, isMasked: true),
    ],
    citations: [
      Citation(
        kind: .standard, number: 5, isCertain: true, evidence: [FindingID(rawValue: "p1")])
    ])
}
