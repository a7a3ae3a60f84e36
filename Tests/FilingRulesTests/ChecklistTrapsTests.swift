import Casework
import FilingRules
import Testing

/// What section 8 of the intake rules names as traps, row by row.
@Suite("Traps of the checklist")
struct ChecklistTrapsTests {
  struct Trap: CustomTestStringConvertible, Sendable {
    var what: String
    var row: String
    var outcome: Check.Outcome
    var words: String
    var spoil: @Sendable (inout SampleCase) -> Void
    var testDescription: String { "\(row): \(what)" }

    init(
      _ row: String, _ what: String, _ outcome: Check.Outcome, _ words: String = "",
      _ spoil: @escaping @Sendable (inout SampleCase) -> Void
    ) {
      self.what = what
      self.row = row
      self.outcome = outcome
      self.words = words
      self.spoil = spoil
    }
  }

  /// A row of the list of exhibits, under heads that stand at "Exhibit" and "Pages".
  private static func list(_ pages: String...) -> [String] {
    ["Section G Supporting documents", "Exhibit What it is Pages"]
      + pages.enumerated().map { "\($0.offset + 1) aaaaaaaaaaaaaaa \($0.element)" }
  }

  static let traps: [Trap] = [
    .init("INT-02", "page numbers that start again", .review, "start again at d01 page 6") {
      $0.addPage(.form, ["Section D", "Page 2 of 4"])
    },
    .init("INT-02", "certificates of two signers", .review, "different signers") { sample in
      sample.attestations[1].notary?.elements[.signer] = .init(
        state: .present, text: "Ada Tongeren")
      sample.attest(
        "a9", .notary, .notary, .present, page: 3,
        block: NotaryBlock(
          act: .jurat, elements: [.signer: .init(state: .present, text: "Desmond Okonjo")]))
    },
    .init("INT-04", "the list of exhibits fits", .satisfied, "list of exhibits: 1; there: 1") {
      $0.pageTexts[2] += list("1")
    },
    .init("INT-04", "more exhibits listed than there", .review, "list of exhibits: 4; found") {
      $0.pageTexts[2] += list("3", "1")
    },
    .init("INT-04", "fewer exhibits listed than there", .satisfied, "more than it lists") {
      $0.pageTexts[2] += list("1")
      $0.addPage(.supporting, ["Exhibit 2"])
    },
    .init("INT-04", "an exhibit listed without pages", .satisfied, "at least 1") {
      $0.pageTexts[2] += list("1", "few")
      $0.addPage(.supporting, ["Exhibit 2"])
    },
    .init("INT-04", "an exhibit that could not be read", .satisfied, "printed page numbers") {
      $0.pageTexts[2] += list("3")
      $0.states[4] = .failed
    },
    .init("INT-04", "a certificate of so many pages", .satisfied, "document of 4 pages") {
      $0.addPage(.certificate, ["Number of pages 4"])
    },
    .init("INT-04", "a certificate of other pages", .review, "document of 9 pages") {
      $0.addPage(.certificate, ["Number of pages 9"])
    },
    .init("INT-04", "a fax without its cover", .satisfied, "fax headers fit") { sample in
      for page in 0..<5 { sample.pageTexts[page].insert("P.0\(page + 2)/06", at: 0) }
    },
    .init("INT-04", "a fax that lost a page", .review, "fax headers of 7 pages not found") {
      sample in
      for page in 0..<5 {
        sample.pageTexts[page].insert("P.0\(page < 2 ? page + 2 : page + 3)/07", at: 0)
      }
    },
    .init("FRM-04", "a self-report by a client", .review, "self-report") { $0.kind = .selfReport },
    .init("FRM-04", "an anonymous complainant", .review, "withheld") {
      $0.name(complainant: "Anonymous")
    },
    .init("FRM-05", "a notarized power of attorney for the complaint's certificate", .satisfied) {
      sample in
      sample.pageTexts[0][3] = "Power of attorney for a client"
      sample.addPage(.certificate, ["Durable Power of Attorney"])
    },
    .init("FRM-05", "the box for one that is attached", .review, "which was not found") {
      $0.tick(yes: .present, no: .blank)
    },
    .init("FRM-05", "the box for none", .satisfied, "another capacity") {
      $0.tick(yes: .blank, no: .present)
    },
    .init("FRM-05", "both boxes", .satisfied, "another capacity") {
      $0.tick(yes: .present, no: .present)
    },
    .init("NOT-01", "only the power of attorney is notarized", .review, "of another document") {
      sample in
      sample.set(.blank, "a2", "a3")
      sample.addPage(.certificate, ["Durable Power of Attorney"])
      sample.attest(
        "a9", .notary, .notary, .present, page: 6, block: NotaryBlock(act: .jurat, elements: [:]))
    },
    .init("NOT-03", "wording of two acts in one block", .review, "several kinds") { sample in
      sample.attestations[1].place.box = Box(x: 0, y: 0, width: 612, height: 400)
      sample.pageTexts[3].insert("This was acknowledged before me", at: 3)
    },
    .init("NOT-03", "a jurat of somebody known", .satisfied) { sample in
      sample.attestations[1].place.box = Box(x: 0, y: 0, width: 612, height: 400)
      sample.pageTexts[3].insert("who is personally known to me", at: 3)
    },
    .init("NOT-04", "acting in another county", .satisfied) {
      $0.pageTexts[3].append("Acting in the County of Kent")
    },
    .init("NOT-04", "a venue of another kind", .review, "of another kind") {
      $0.attestations[1].notary?.elements[.venue] = nil
      $0.pageTexts[3].append("Embassy of the United States")
    },
    .init("NOT-06", "acknowledged a day later", .satisfied) {
      $0.attestations[1].notary?.act = .acknowledgment
      $0.redate(.notarized, "2024-06-04")
    },
    .init("NOT-06", "acknowledged a day before", .review) {
      $0.attestations[1].notary?.act = .acknowledgment
      $0.redate(.notarized, "2024-06-02")
    },
    .init("NOT-06", "an act of unknown kind", .review, "depends on the kind") {
      $0.attestations[1].notary?.act = .unknown
    },
    .init("NOT-07", "a commission for life", .satisfied, "does not end") {
      $0.remove(.commissionExpires)
      $0.pageTexts[3].append("My commission is for life.")
    },
    .init("NOT-07", "a place for the end and no date", .review, "no date was read") {
      $0.remove(.commissionExpires)
      $0.attestations[1].notary?.elements[.commissionExpires] = .init(state: .blank)
    },
    .init("NOT-07", "a handwritten end", .review, "by hand") {
      $0.redate(.commissionExpires, "2027-03-14", writing: .hand)
    },
    .init("NOT-08", "New York asks for no seal", .satisfied, "New York") {
      $0.attestations[1].notary?.elements[.seal] = nil
      $0.attestations[1].notary?.elements[.venue] = .init(state: .present, text: "New York, Kings")
    },
    .init("NOT-11", "an apostille among exhibits, and nothing notarized", .review) {
      $0.set(.blank, "a2", "a3")
      $0.pageTexts[4].append("APOSTILLE")
    },
    .init("NOT-11", "an apostille on an exhibit of a notarized complaint", .satisfied) {
      $0.pageTexts[4].append("APOSTILLE")
    },
    .init("PAG-01", "the eleventh page where it depends", .review, "Page 11 is d01 page 12") {
      sample in
      for _ in 0..<6 { sample.addPage(.continuation, ["Continuation sheet"]) }
      sample.addPage(.unknown, ["A page"])
    },
    .init("PAG-02", "a page of the complaint after exhibits", .review, "d01 page 6") {
      $0.addPage(.continuation, ["Continuation sheet"])
    },
    .init("PAG-02", "a statement among exhibits", .review, "Wording of a complaint") {
      $0.pageTexts[4].append("Statement of facts, continued")
    },
    .init("FRM-03", "an answer that refers away", .review, "referred to an attachment") {
      $0.pageTexts[0] += ["Street address", "see attached"]
    },
  ]

  @Test("each comes to what the row says", arguments: traps)
  func trap(_ trap: Trap) throws {
    var sample = SampleCase.inOrder
    trap.spoil(&sample)
    let check = try sample.check(trap.row)
    #expect(check.outcome == trap.outcome, "\(check.reason)")
    #expect(check.reason.contains(trap.words), "\(check.reason)")
  }

  @Test("blank backs: sides and sheets are both told, and both have to be over the limit")
  func duplex() throws {
    var sample = SampleCase.inOrder
    // Eleven written sides: four fronts with blank backs, then two sheets written on both sides.
    func add(_ role: PageRole) {
      sample.addPage(role, ["Continuation sheet"])
      sample.states[sample.states.count - 1] = role == .blank ? .blank : .read
    }
    sample.pageTexts = []
    sample.roles = []
    sample.states = []
    sample.confidences = []
    for _ in 0..<6 {
      add(.form)
      add(.blank)
    }
    for _ in 0..<5 { add(.continuation) }
    var check = try sample.check("PAG-01")
    #expect(check.outcome == .review, "\(check.reason)")
    #expect(check.reason.contains("on 9 sheets"))
    var rules = try shippedRuleSet("ccm-2023")
    rules.pages.unit = .sides
    func outcome() throws -> Check.Outcome? {
      try FilingRules.check(sample.facts, by: caseRules(rules)).checks.first { $0.id == "PAG-01" }?
        .outcome
    }
    #expect(try outcome() == .deficient)
    rules.pages.unit = .sheets
    #expect(try outcome() == .satisfied)
    for _ in 0..<4 { add(.continuation) }
    check = try sample.check("PAG-01")
    #expect(check.outcome == .deficient, "\(check.reason)")
  }

  @Test("what is odd about a document that opened is told, and so are files within it")
  func oddDocument() throws {
    var facts = SampleCase.inOrder.facts
    func check() throws -> Check {
      try #require(
        try FilingRules.check(facts, by: caseRules(shippedRuleSet("ccm-2023"))).checks
          .first { $0.id == "INT-01" })
    }
    #expect(try check().outcome == .satisfied)
    facts.documents[0].survey.attachmentCount = 1
    #expect(try check().outcome == .review)
    #expect(try check().reason.contains("d01 holds an embedded file"))
    facts.documents[0].survey.attachmentCount = 0
    facts.documents[0].survey.problem = "the document says that it has 2 pages"
    #expect(try check().outcome == .review)
    #expect(try check().reason.contains("2 pages"))
  }

  @Test("small type and a page wider than high are pointed out")
  func limitEvaded() throws {
    let sample = SampleCase.inOrder
    var facts = sample.facts
    facts.documents[0].pages[1].reading = SampleCase.reading(
      Array(repeating: "five words on this line", count: 12), confidence: 0.95,
      resolution: ScanResolution(across: 300, down: 300))
    func reason(_ facts: CaseFacts) throws -> String {
      try #require(
        try FilingRules.check(facts, by: caseRules(shippedRuleSet("ccm-2023"))).checks
          .first { $0.id == "PAG-03" }?.reason)
    }
    #expect(try reason(facts).contains("No wording"))
    var small = facts.withReadings { reading in
      var small = reading
      for line in small.lines.indices {
        for word in small.lines[line].words.indices {
          small.lines[line].words[word].box.height = 4.5
        }
      }
      return small
    }
    #expect(try reason(small).contains("type seems to be very small"))
    small = facts
    small.documents[0].pages[1].reading?.width = 1224
    #expect(try reason(small).contains("a page may hold several"))
  }

  @Test(
    "a page that may hold several leaves the number of pages open",
    arguments: [(1224.0, 792.0), (612.0, 1584.0), (612.0, 1008.0)])
  func severalOnOneSheet(width: Double, height: Double) throws {
    var facts = SampleCase.inOrder.facts
    facts.documents[0].pages[1].reading?.width = width
    facts.documents[0].pages[1].reading?.height = height
    let check = try #require(
      try FilingRules.check(facts, by: caseRules(shippedRuleSet("ccm-2023"))).checks
        .first { $0.id == "PAG-01" })
    // A page of legal size holds one.
    #expect(check.outcome == (height == 1008 ? .satisfied : .review))
    #expect(check.reason.contains("d01 page 2") == (height != 1008), "\(check.reason)")
  }

  @Test("where a declaration under penalty of perjury is accepted, nothing is deficient for it")
  func unsworn() throws {
    var sample = SampleCase.inOrder
    sample.set(.blank, "a2", "a3")
    sample.pageTexts[3][1] = "I declare under penalty of perjury"
    var rules = try shippedRuleSet("ccm-2023")
    rules.policies.unswornDeclaration = .accept
    let checks = try FilingRules.check(sample.facts, by: caseRules(rules)).checks
    #expect(checks.first { $0.id == "NOT-12" }?.outcome == .satisfied)
    #expect(checks.first { $0.id == "NOT-01" }?.outcome == .review)
  }

  @Test("where a corrected form may come with the first, two first pages are in order")
  func resubmitted() throws {
    var sample = SampleCase.inOrder
    sample.name(complainant: "Ada van Tongeren", respondent: "Philippa Corrigan")
    sample.addPage(.form, sample.pageTexts[0])
    var rules = try shippedRuleSet("ccm-2023")
    rules.policies.resubmission = .accept
    let checks = try FilingRules.check(sample.facts, by: caseRules(rules)).checks
    #expect(checks.first { $0.id == "INT-02" }?.outcome == .satisfied)
  }

  /// Every row that looks for words, on a case whose every page says all of them: whatever is found
  /// makes no more deficient than there was.
  @Test("no wording that is found makes anything deficient")
  func wordsAreNeverHeldAgainst() throws {
    var sample = SampleCase.inOrder
    let words = [
      "see attached penalty of perjury apostille consul lawsuit advisory opinion et al",
      "power of attorney communication technology anonymous commission for life Standard 99",
      "acknowledged before me certify that this is a true statement of facts Number of pages 99",
    ]
    for page in sample.pageTexts.indices { sample.pageTexts[page] += words }
    let results = try sample.results()
    #expect(results.checks.allSatisfy { $0.outcome != .deficient })
  }

  @Test("a second signature by the notary's may be the complainant's")
  func spareNotarySignature() throws {
    var sample = SampleCase.inOrder
    sample.set(.blank, "a1", "a2", "a3")
    func signed() throws -> Check {
      try #require(try sample.results().checks.first { $0.id == "SIG-01" })
    }
    #expect(try signed().outcome == .deficient)
    sample.attest("a9", .signature, .notary, .present, page: 4)
    #expect(try signed().outcome == .review)
    sample.attestations.removeLast()
    sample.set(.uncertain, "a3")
    #expect(try signed().outcome == .review)
  }
}
