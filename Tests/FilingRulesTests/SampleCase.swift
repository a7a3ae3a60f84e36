import Casework
import FilingRules

/// A case made up for a test: a four-page form that is in order, to be spoiled one thing at a time.
struct SampleCase {
  var pageTexts: [[String]]
  var roles: [PageRole]
  var confidences: [Double]
  var states: [PageOutcome.State]
  /// How sure the role of a page is, by its index; 0.95 where nothing is said.
  var roleConfidences: [Int: Double] = [:]
  var attestations: [Attestation] = []
  var dates: [DatedFact] = []
  var kind = CaseKind.complaint
  var program: String? = "ccm"
  var documentState = DocumentState.opened
  var resolution = ScanResolution(across: 300, down: 300)

  static let document = DocumentID(position: 1)

  /// Typed, signed and notarized on 3 June 2024 for conduct of 18 April, received on 7 June.
  static var inOrder: SampleCase {
    var sample = SampleCase(
      pageTexts: [
        [
          "Code of Professional Conduct Complaint Form", "Section A Complainant",
          "Capacity in which you file", "Client", "Rules and Standards S 5, Rule 3",
          "Page 1 of 4",
        ],
        ["Section D Dates of occurrence", "She told me that the plan was closed.", "Page 2 of 4"],
        ["Section E Statement of facts, concluded", "Page 3 of 4"],
        [
          "Section I Affirmation and signature", "Section J Notary",
          "Sworn to and subscribed before me", "Signature of notary public", "Page 4 of 4",
        ],
        ["Exhibit 1", "Care plan"],
      ],
      roles: [.form, .form, .form, .form, .supporting],
      confidences: [0.95, 0.95, 0.95, 0.95, 0.95], states: Array(repeating: .read, count: 5))
    sample.attest("a1", .signature, .complainant, .present, page: 4)
    sample.attest(
      "a2", .notary, .notary, .present, page: 4,
      block: NotaryBlock(
        act: .jurat,
        elements: [
          .venue: .init(state: .present, text: "New Jersey, Burlington"),
          .officerName: .init(state: .present),
          .title: .init(state: .present), .seal: .init(state: .present),
        ]))
    sample.attest("a3", .signature, .notary, .present, page: 4)
    sample.date("t1", .occurrence, "2024-04-18", page: 2, isLabelled: true)
    sample.date("t2", .learned, "2024-04-29", page: 2, isLabelled: true)
    sample.date("t3", .signed, "2024-06-03", page: 4)
    sample.date("t4", .notarized, "2024-06-03", page: 4)
    sample.date("t5", .commissionExpires, "2027-03-14", page: 4)
    sample.date("t6", .received, "2024-06-07", page: 1)
    sample.date("t7", .formRevision, "2023-01-01", page: 1)
    return sample
  }

  mutating func attest(
    _ id: String, _ kind: Attestation.Kind, _ role: Attestation.Role, _ state: Attestation.State,
    page: Int, confidence: Double = 0.95, block: NotaryBlock? = nil
  ) {
    attestations.append(
      Attestation(
        id: FindingID(rawValue: id), kind: kind, role: role, state: state, confidence: confidence,
        place: Self.place(page), notary: block, reason: "made up"))
  }

  /// Asks on the form whether a power of attorney is attached, with the boxes of its description.
  mutating func tick(yes: Attestation.State, no: Attestation.State) {
    pageTexts[0].append("A power of attorney is attached")
    for (id, name, state) in [
      ("a11", "power-of-attorney-yes", yes), ("a12", "power-of-attorney-no", no),
    ] {
      attest(id, .checkBox, .unknown, state, page: 1)
      attestations[attestations.count - 1].field = name
    }
  }

  mutating func date(
    _ id: String, _ role: DatedFact.Role, _ days: String..., page: Int,
    writing: DatedFact.Writing = .print, isOpenEnded: Bool = false, isLabelled: Bool = false,
    confidence: Double = 0.97, wordsBeside: String? = nil
  ) {
    let readings = days.map { text in
      let parts = text.split(separator: "/").map { day(String($0)) }
      return DateReading(
        earliest: parts[0], latest: parts[parts.count - 1],
        confidence: confidence / Double(days.count))
    }
    dates.append(
      DatedFact(
        id: FindingID(rawValue: id), role: role, readings: readings, text: "made up",
        writing: writing, place: Self.place(page), isOpenEnded: isOpenEnded,
        isLabelled: isLabelled, wordsBeside: wordsBeside))
  }

  /// Puts another day, or other days, into the place of what a role has.
  mutating func redate(
    _ role: DatedFact.Role, _ days: String, writing: DatedFact.Writing = .print,
    isOpenEnded: Bool = false, wordsBeside: String? = nil
  ) {
    guard let old = dates.first(where: { $0.role == role }) else {
      preconditionFailure("the sample has no such date")
    }
    remove(role)
    date(
      old.id.rawValue, role, days, page: old.place.page.page, writing: writing,
      isOpenEnded: isOpenEnded, isLabelled: old.isLabelled, wordsBeside: wordsBeside)
  }

  mutating func remove(_ role: DatedFact.Role) { dates.removeAll { $0.role == role } }

  /// Fills in the fields of names; an empty one stays without a word.
  mutating func name(
    complainant: String? = nil, respondent: String? = nil, printed: String? = nil
  ) {
    if let complainant { pageTexts[0] += ["Name", complainant] }
    if let respondent { pageTexts[0] += ["Name of the case manager", respondent] }
    if let printed { pageTexts[3] += [printed, "Printed name"] }
  }

  mutating func venue(_ text: String) {
    for index in attestations.indices {
      attestations[index].notary?.elements[.venue]?.text = text
    }
  }

  /// Words of both ways in which a notarial act may be done, each with a box to tick before it.
  mutating func printBothWays(inPerson: Attestation.State, remote: Attestation.State) {
    for (words, state) in [("physical presence", inPerson), ("online notarization", remote)] {
      pageTexts[3].append(words)
      let y = 72 + 20 * Double(pageTexts[3].count - 1)
      attestations.append(
        Attestation(
          id: FindingID(rawValue: "c\(pageTexts[3].count)"), kind: .checkBox, role: .unknown,
          state: state, confidence: 0.95,
          place: Place(
            page: Self.place(4).page, box: Box(x: 60, y: y, width: 9, height: 9)),
          label: words, reason: "made up"))
    }
  }

  mutating func sign(_ id: String, _ manner: SignatureManner) {
    for index in attestations.indices where attestations[index].id.rawValue == id {
      attestations[index].manner = manner
    }
  }

  mutating func set(_ state: Attestation.State, _ ids: String..., confidence: Double = 0.95) {
    for index in attestations.indices where ids.contains(attestations[index].id.rawValue) {
      attestations[index].state = state
      attestations[index].confidence = confidence
      // Of an empty block the officer has filled in nothing.
      if state == .blank, attestations[index].notary != nil {
        attestations[index].notary?.elements = [.title: .init(state: .present)]
      }
    }
  }

  mutating func addPage(_ role: PageRole, _ lines: [String], confidence: Double = 0.95) {
    pageTexts.append(lines)
    roles.append(role)
    confidences.append(confidence)
    states.append(.read)
  }

  static func place(_ page: Int) -> Place {
    Place(
      page: PageReference(document: document, page: page),
      box: Box(x: 72, y: 600, width: 200, height: 30))
  }

  var facts: CaseFacts {
    let outcomes = pageTexts.indices.map { index -> PageOutcome in
      let page = PageReference(document: Self.document, page: index + 1)
      guard states[index] == .read else {
        return PageOutcome(
          page: page, state: states[index],
          failure: states[index] == .failed ? "crashed: signal 11" : nil)
      }
      return PageOutcome(
        page: page, state: .read,
        reading: Self.reading(
          pageTexts[index], confidence: confidences[index], resolution: resolution))
    }
    let survey = DocumentSurvey(
      state: documentState,
      pages: outcomes.map { PageSurvey(number: $0.page.page, width: 612, height: 792) })
    let ingested = IngestedDocument(
      id: Self.document, sha256: Digest(rawValue: String(repeating: "0", count: 64)),
      byteCount: 1, mediaType: .pdf)
    return CaseFacts(
      documents: [.init(ingested: ingested, survey: survey, pages: outcomes)],
      classification: Classification(
        program: program, kind: kind,
        pages: zip(outcomes, roles).map { outcome, role in
          ClassifiedPage(
            page: outcome.page, role: role,
            confidence: roleConfidences[outcome.page.page - 1, default: 0.95],
            form: role == .form ? "ccm-complaint" : nil, reason: "made up")
        }),
      attestations: attestations, dates: dates)
  }

  static func reading(
    _ lines: [String], confidence: Double, resolution: ScanResolution
  ) -> Reading {
    Reading(
      width: 612, height: 792, resolution: 300, scanResolution: resolution, textSource: .ocr,
      lines: lines.enumerated().map { row, text in
        var x = 72.0
        let words = text.split(separator: " ").map { word -> Word in
          let box = Box(
            x: x, y: 72 + 20 * Double(row), width: 6 * Double(word.count), height: 10)
          x = box.maxX + 5
          return Word(text: String(word), box: box, confidence: confidence, source: .ocr)
        }
        return TextLine(
          box: Box.around(words.map(\.box)) ?? Box(x: 0, y: 0, width: 0, height: 0),
          words: words)
      })
  }

  /// The results under the set that governs by the shipped settings, and the older edition.
  func results() throws -> CheckResults {
    try FilingRules.check(
      facts, by: caseRules(shippedRuleSet("ccm-2023"), among: [shippedRuleSet("ccm-2015")]))
  }

  func check(_ id: String) throws -> Check {
    guard let check = try results().checks.first(where: { $0.id == id }) else {
      throw NoSuchRow(id: id)
    }
    return check
  }

  /// The words that a row rests on, in their order.
  func quoted(by id: String) throws -> [String] {
    let results = try results()
    let evidence = results.checks.first { $0.id == id }?.evidence ?? []
    return evidence.compactMap { id in results.passages.first { $0.id == id }?.text }
  }

  struct NoSuchRow: Error { var id: String }
}

enum FilingRulesResults {
  /// Such as `rule 3`, with a question mark where it is not certain.
  static func citations(of sample: SampleCase, under rules: RuleSet) throws -> [String] {
    try FilingRules.check(sample.facts, by: caseRules(rules)).citations.map {
      "\($0.kind.rawValue) \($0.number)" + ($0.isCertain ? "" : "?")
    }
  }
}
