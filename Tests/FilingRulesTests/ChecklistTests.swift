import Casework
import FilingRules
import Testing

@Suite("Checklist")
struct ChecklistTests {
  @Test("a case that is in order is ready, with every decisive row satisfied")
  func inOrder() throws {
    let results = try SampleCase.inOrder.results()
    #expect(results.ruleSet == "ccm-2023")
    let open = results.checks.filter { $0.isDecisive && $0.outcome != .satisfied }
    #expect(open.isEmpty, "\(open.map { "\($0.id): \($0.reason)" })")
    #expect(results.disposition == .ready)
  }

  @Test("every row is there once, in the order of the checklist, with its citation and a reason")
  func complete() throws {
    let checks = try SampleCase.inOrder.results().checks
    #expect(checks.map(\.id) == ChecklistRow.allCases.map(\.rawValue))
    #expect(checks.allSatisfy { $0.rule.hasPrefix("ccm-2023/") && !$0.reason.isEmpty })
    #expect(checks.first { $0.id == "DAT-03" }?.rule == "ccm-2023/filing-period")
  }

  @Test("what is not found is never called missing")
  func wording() throws {
    var bare = SampleCase.inOrder
    bare.attestations = []
    bare.dates = []
    var formless = bare
    formless.roles = formless.roles.map { _ in .supporting }
    formless.program = nil
    for sample in [SampleCase.inOrder, bare, formless] {
      for check in try sample.results().checks {
        #expect(!check.reason.lowercased().contains("missing"), "\(check.id)")
      }
    }
  }

  /// One thing spoiled, and what that does.
  struct Spoiled: CustomTestStringConvertible, Sendable {
    var what: String
    var row: String
    var outcome: Check.Outcome
    var disposition: Disposition
    var spoil: @Sendable (inout SampleCase) -> Void
    var testDescription: String { what }

    init(
      _ what: String, _ row: String, _ outcome: Check.Outcome, _ disposition: Disposition,
      _ spoil: @escaping @Sendable (inout SampleCase) -> Void
    ) {
      self.what = what
      self.row = row
      self.outcome = outcome
      self.disposition = disposition
      self.spoil = spoil
    }
  }

  static let spoiled: [Spoiled] = [
    // INT
    .init("a failed page", "INT-01", .review, .review) { $0.states[4] = .failed },
    .init("an encrypted document", "INT-01", .review, .review) { $0.documentState = .encrypted },
    .init("a second first page", "INT-02", .review, .review) {
      $0.addPage(.form, ["Code of Professional Conduct Complaint Form", "Page 1 of 4"])
    },
    .init("page three is not there", "INT-04", .review, .review) {
      $0.pageTexts.remove(at: 2)
      $0.roles.remove(at: 2)
      $0.states.remove(at: 2)
      $0.confidences.remove(at: 2)
    },
    .init("a page read badly", "INT-05", .review, .review) { $0.confidences[1] = 0.5 },
    .init("a coarse scan", "INT-05", .review, .review) {
      $0.resolution = ScanResolution(across: 100, down: 100)
    },
    .init("a fax", "INT-05", .review, .review) {
      $0.resolution = ScanResolution(across: 204, down: 98)
    },
    .init("a fax of fine rows", "INT-05", .review, .review) {
      $0.resolution = ScanResolution(across: 204.2, down: 195.6)
    },
    .init("an office scanner at 200", "INT-05", .satisfied, .ready) {
      $0.resolution = ScanResolution(across: 200, down: 200)
    },
    .init("the same, made smaller to keep clear of the margins", "INT-05", .satisfied, .ready) {
      $0.resolution = ScanResolution(across: 204.2, down: 204.2)
    },
    // FRM
    .init("no form, and a document that stays shut", "FRM-01", .notExamined, .review) { sample in
      sample.roles = sample.roles.map { _ in .supporting }
      sample.program = nil
      sample.states[4] = .failed
    },
    .init("no form", "FRM-01", .review, .review) { sample in
      sample.roles = sample.roles.map { _ in .supporting }
      sample.program = nil
    },
    .init("the other programme's form", "FRM-01", .review, .review) { $0.program = "cdms" },
    .init("no rule named", "FRM-07", .review, .ready) {
      $0.pageTexts[0][4] = "Rules and Standards all of them"
    },
    .init("a principle only", "FRM-07", .review, .ready) {
      $0.pageTexts[0][4] = "Rules and Standards Principle 4"
    },
    .init("labels run together by a text layer", "FRM-03", .satisfied, .ready) {
      $0.pageTexts[0] += ["Street addressCity, state, ZIP code", "14 Elm Street"]
      $0.pageTexts[0] += ["Name of the case managerCertificate number", "A Name"]
    },
    .init("a required field empty", "FRM-03", .review, .ready) {
      $0.pageTexts[0] += ["Street address", "", "", "Name of the case manager", "A Name"]
    },
    .init("an unknown capacity", "FRM-04", .review, .ready) { $0.pageTexts[0][3] = "Neighbour" },
    .init("a power of attorney that is not there", "FRM-05", .review, .review) {
      $0.pageTexts[0][3] = "Power of attorney for a client"
    },
    .init("a power of attorney in the packet", "FRM-05", .satisfied, .ready) {
      $0.pageTexts[0][3] = "Power of attorney for a client"
      $0.addPage(.supporting, ["Exhibit 2", "Durable Power of Attorney"])
    },
    .init("a self-report", "FRM-09", .review, .review) { $0.kind = .selfReport },
    .init("a complaint by the Chair", "FRM-10", .review, .review) {
      $0.pageTexts[0][3] = "Chair of the Ethics and Professional Conduct Committee"
    },
    .init("a request for an opinion", "FRM-11", .review, .review) {
      $0.pageTexts[1][1] = "I request an advisory opinion on this."
    },
    // PAG
    .init("eleven pages", "PAG-01", .deficient, .deficiencyCandidate) { sample in
      for _ in 0..<7 { sample.addPage(.continuation, ["Continuation sheet"]) }
    },
    .init("ten pages", "PAG-01", .satisfied, .ready) { sample in
      for _ in 0..<6 { sample.addPage(.continuation, ["Continuation sheet"]) }
    },
    .init("ten pages and one of unknown kind", "PAG-01", .review, .review) { sample in
      for _ in 0..<6 { sample.addPage(.continuation, ["Continuation sheet"]) }
      sample.addPage(.unknown, ["A page"])
    },
    .init("see attached", "PAG-03", .review, .ready) {
      $0.pageTexts[1][1] = "See attached letter."
    },
    // SIG
    .init("unsigned", "SIG-01", .deficient, .deficiencyCandidate) {
      $0.set(.blank, "a1", "a2", "a3")
    },
    .init("unsigned, and sworn to before a notary", "SIG-01", .review, .review) {
      $0.set(.blank, "a1")
    },
    .init("unsigned, with a mark of doubtful kind", "SIG-01", .review, .deficiencyCandidate) {
      $0.set(.blank, "a1", "a2", "a3")
      $0.attest("a9", .stamp, .unknown, .uncertain, page: 4)
    },
    .init("unsigned, with a second copy of the form", "SIG-01", .review, .deficiencyCandidate) {
      $0.set(.blank, "a1", "a2", "a3")
      $0.addPage(.form, ["Code of Professional Conduct Complaint Form", "Page 1 of 4"])
    },
    .init("unsigned, signed on what may be support", "SIG-01", .review, .deficiencyCandidate) {
      $0.set(.blank, "a1", "a2", "a3")
      $0.addPage(.supporting, ["A page"])
      $0.roleConfidences[5] = 0.5
      $0.attest("a9", .signature, .unknown, .present, page: 6)
    },
    .init("perhaps signed", "SIG-01", .review, .review) { $0.set(.uncertain, "a1") },
    .init("signed by a cross", "SIG-01", .review, .review) { $0.sign("a1", .mark) },
    .init("signed in type", "SIG-01", .review, .review) { $0.sign("a1", .typed) },
    .init("signed by another", "SIG-01", .review, .review) { $0.sign("a1", .proxy) },
    .init("signed by hand", "SIG-01", .satisfied, .ready) { $0.sign("a1", .handwritten) },
    .init("signed by a picture", "SIG-01", .satisfied, .ready) { $0.sign("a1", .picture) },
    .init("unsigned, not surely", "SIG-01", .review, .deficiencyCandidate) {
      $0.set(.blank, "a2", "a3")
      $0.set(.blank, "a1", confidence: 0.5)
    },
    .init("unsigned on a page read badly", "SIG-01", .review, .review) {
      $0.set(.blank, "a1")
      $0.confidences[3] = 0.5
    },
    .init("unsigned, and a page failed", "SIG-01", .review, .review) {
      $0.set(.blank, "a1")
      $0.states[4] = .failed
    },
    .init("unsigned there, signed elsewhere", "SIG-01", .review, .review) {
      $0.set(.blank, "a1")
      $0.attest("a9", .signature, .unknown, .present, page: 3)
    },
    .init("unsigned there, a signature on a page of unknown kind", "SIG-01", .review, .review) {
      $0.set(.blank, "a1")
      $0.addPage(.unknown, ["A page"])
      $0.attest("a9", .signature, .unknown, .uncertain, page: 6)
    },
    .init("no place to sign found", "SIG-01", .review, .review) {
      $0.attestations.removeAll { $0.id.rawValue == "a1" }
    },
    .init("one copy signed, one blank", "SIG-01", .satisfied, .ready) {
      $0.attest("a9", .signature, .complainant, .blank, page: 3)
    },
    .init("signed, undated and not sworn", "SIG-01", .review, .deficiencyCandidate) {
      $0.set(.blank, "a2", "a3")
      $0.remove(.signed)
    },
    .init("signed and dated, not sworn", "SIG-01", .satisfied, .deficiencyCandidate) {
      $0.set(.blank, "a2", "a3")
    },
    .init("two forms, one of them signed", "SIG-01", .review, .review) {
      $0.addPage(.form, ["Code of Professional Conduct Complaint Form", "Page 1 of 4"])
    },
    .init("two forms, one of them notarized", "NOT-01", .review, .review) {
      $0.addPage(.form, ["Code of Professional Conduct Complaint Form", "Page 1 of 4"])
    },
    .init("no date of signature", "SIG-03", .review, .review) { $0.remove(.signed) },
    .init("a handwritten date of signature", "SIG-03", .satisfied, .ready) {
      $0.redate(.signed, "2024-06-03", writing: .hand)
    },
    .init("a handwritten day of occurrence", "DAT-01", .review, .review) {
      $0.redate(.occurrence, "2024-04-18", writing: .hand)
    },
    .init("a handwritten day of receipt that nothing depends on", "DAT-02", .review, .review) {
      $0.redate(.received, "2024-06-07", writing: .hand)
    },
    .init("a handwritten date of the act", "NOT-05", .satisfied, .ready) {
      $0.redate(.notarized, "2024-06-03", writing: .hand)
    },
    .init("signed after receipt", "SIG-03", .review, .review) { $0.redate(.signed, "2024-06-09") },
    // NOT
    .init("the notary block empty", "NOT-01", .deficient, .deficiencyCandidate) {
      $0.set(.blank, "a2", "a3")
    },
    .init("the block empty but dated", "NOT-01", .review, .review) {
      $0.set(.blank, "a2", "a3")
      $0.attestations[1].notary?.elements[.date] = .init(state: .present, writing: .hand)
    },
    .init("the block empty but sealed", "NOT-01", .review, .review) {
      $0.set(.blank, "a2", "a3")
      $0.attest("a9", .seal, .notary, .uncertain, page: 4)
    },
    .init("notarized, and voided", "NOT-01", .review, .review) {
      $0.pageTexts[3] += Array(repeating: "", count: 22) + ["VOID"]
    },
    .init("notarized on a conformed copy", "NOT-01", .review, .review) { $0.sign("a3", .typed) },
    .init("notarized for somebody else", "NOT-01", .review, .review) {
      $0.name(complainant: "Ada van Tongeren")
      $0.attestations[1].notary?.elements[.signer] = .init(state: .present, text: "Odile Marchetti")
    },
    .init("notarized for the complainant", "NOT-01", .satisfied, .ready) {
      $0.name(complainant: "Ada van Tongeren")
      $0.attestations[1].notary?.elements[.signer] = .init(
        state: .present, text: "Ada van Tongeren")
    },
    .init("perhaps notarized", "NOT-01", .review, .review) { $0.set(.uncertain, "a2") },
    .init("only an exhibit notarized", "NOT-01", .deficient, .deficiencyCandidate) {
      $0.set(.blank, "a2", "a3")
      $0.attest("a9", .notary, .notary, .present, page: 5)
    },
    .init("no block found, notarial wording there", "NOT-01", .review, .review) {
      $0.attestations.removeAll { ["a2", "a3"].contains($0.id.rawValue) }
    },
    .init("no block and no wording of one", "NOT-01", .deficient, .deficiencyCandidate) {
      $0.attestations.removeAll { ["a2", "a3"].contains($0.id.rawValue) }
      $0.pageTexts[3] = ["Section I Affirmation and signature", "Page 4 of 4"]
    },
    .init("no block, and pages without numbers", "NOT-01", .review, .review) { sample in
      sample.attestations.removeAll { ["a2", "a3"].contains($0.id.rawValue) }
      sample.pageTexts[3] = ["Section I Affirmation and signature"]
      for page in 0..<3 { sample.pageTexts[page].removeLast() }
    },
    .init("no block, and a page of the form lost", "NOT-01", .review, .review) {
      $0.attestations.removeAll { ["a2", "a3"].contains($0.id.rawValue) }
      $0.pageTexts[3] = ["Section I Affirmation and signature", "Page 4 of 5"]
    },
    .init("a loose certificate", "NOT-02", .review, .review) {
      $0.set(.blank, "a2", "a3")
      $0.addPage(.certificate, ["Sworn to and subscribed before me"])
      $0.attest("a9", .notary, .notary, .present, page: 6, block: .init(act: .jurat, elements: [:]))
    },
    .init("acknowledged, not sworn", "NOT-03", .review, .review) {
      $0.attestations[1].notary?.act = .acknowledgment
    },
    .init("no venue", "NOT-04", .review, .ready) {
      $0.attestations[1].notary?.elements[.venue] = .init(state: .blank)
    },
    .init("no notarial date", "NOT-05", .review, .review) { $0.remove(.notarized) },
    .init("an ambiguous notarial date", "NOT-05", .review, .review) {
      $0.remove(.notarized)
      $0.date("t4", .notarized, "2024-06-03", "2024-03-06", page: 4)
    },
    .init("notarized a day later", "NOT-06", .review, .review) {
      $0.redate(.notarized, "2024-06-04")
    },
    .init("notarized a day before", "NOT-06", .review, .review) {
      $0.redate(.notarized, "2024-06-02")
    },
    .init("commission over", "NOT-07", .review, .review) {
      $0.redate(.commissionExpires, "2024-06-02")
    },
    .init("commission over by one reading of the act's date", "NOT-07", .review, .review) {
      $0.redate(.notarized, "2024-06-03/2029-06-03")
    },
    .init("commission without an end", "NOT-07", .review, .ready) { $0.remove(.commissionExpires) },
    .init("commission of twenty years", "NOT-07", .review, .review) {
      $0.redate(.commissionExpires, "2044-06-02")
    },
    .init("no seal", "NOT-08", .review, .ready) {
      $0.attestations[1].notary?.elements[.seal] = nil
    },
    .init("remote", "NOT-10", .review, .review) {
      $0.pageTexts[3][2] = "This notarial act involved the use of communication technology."
    },
    .init("both ways printed, physical presence ticked", "NOT-10", .satisfied, .ready) {
      $0.printBothWays(inPerson: .present, remote: .blank)
    },
    .init("both ways printed, online ticked", "NOT-10", .review, .review) {
      $0.printBothWays(inPerson: .blank, remote: .present)
    },
    .init("both ways printed, neither ticked", "NOT-10", .review, .review) {
      $0.printBothWays(inPerson: .blank, remote: .blank)
    },
    .init("an apostille", "NOT-11", .review, .review) { $0.addPage(.certificate, ["Apostille"]) },
    .init("only under penalty of perjury", "NOT-12", .review, .deficiencyCandidate) {
      $0.set(.blank, "a2", "a3")
      $0.pageTexts[3][1] = "I declare under penalty of perjury"
    },
    .init("sworn and under penalty of perjury", "NOT-12", .satisfied, .ready) {
      $0.pageTexts[3][1] = "I declare under penalty of perjury"
    },
    // DAT
    .init("no date of occurrence", "DAT-01", .review, .review) { $0.remove(.occurrence) },
    .init("no date of receipt", "DAT-02", .review, .review) { $0.remove(.received) },
    .init("two stamps", "DAT-02", .review, .review) {
      $0.date("t9", .received, "2024-06-10", page: 1)
    },
    .init("acts of which only a bound is named", "DAT-03", .review, .review) {
      $0.redate(.occurrence, "2022-04-18/9999-12-31")
    },
    .init("an old act in the story beside the labelled one", "DAT-03", .satisfied, .ready) {
      $0.remove(.occurrence)
      $0.date("t1", .occurrence, "2024-04-18", page: 2, isLabelled: true)
      $0.date("t8", .occurrence, "2019-03-02", page: 2)
    },
    .init("the venue of another country", "NOT-11", .review, .review) {
      $0.venue("Ontario, Toronto")
    },
    .init("a county whose state was not read and the seal names", "NOT-11", .satisfied, .ready) {
      $0.venue("Burlington")
      $0.pageTexts[3].append("Notary Public of New Jersey")
    },
    .init("a county of another country's", "NOT-11", .review, .review) {
      $0.venue("Kent, Maidstone")
    },
    .init("a venue of the territories, one letter misread", "NOT-11", .satisfied, .ready) {
      $0.venue("Puerto Bico, San Juan")
    },
    .init("initials in the complainant's place", "SIG-01", .review, .review) {
      $0.sign("a1", .initials)
    },
    .init("two years old", "DAT-03", .deficient, .deficiencyCandidate) {
      $0.redate(.occurrence, "2022-04-18")
      $0.redate(.learned, "2022-04-29")
    },
    .init("two years old, with words beside it that nobody understood", "DAT-03", .review, .review)
    {
      $0.redate(.occurrence, "2022-04-18", wordsBeside: "and each week since then")
      $0.redate(.learned, "2022-04-29")
    },
    .init("two years old by the story alone", "DAT-03", .review, .review) { sample in
      sample.remove(.occurrence)
      sample.date("t1", .occurrence, "2022-04-18", page: 2)
      sample.redate(.learned, "2022-04-29")
    },
    .init("eight months old", "DAT-04", .review, .review) {
      $0.redate(.occurrence, "2023-10-01")
      $0.redate(.learned, "2023-10-01")
    },
    .init("learned before it happened", "DAT-05", .review, .review) {
      $0.redate(.learned, "2024-04-01")
    },
    .init("a lawsuit", "DAT-06", .review, .ready) {
      $0.pageTexts[1][1] = "There is a lawsuit about it."
    },
    // LNG, CNF
    .init("Spanish", "LNG-01", .review, .review) {
      $0.pageTexts[1] = [
        "Ella no me dijo que el plan fue cerrado por la oficina y los papeles que mi madre",
        "le dio para el doctor no fue por una razon que las personas del plan no son como",
        "los que su familia dijo para una cita pero mi hermana fue por los papeles",
      ]
    },
    .init("an identity number", "CNF-01", .review, .ready) {
      $0.pageTexts[4].append("Number 123-45-6789")
    },
  ]

  @Test("one thing spoiled changes its row and no other way", arguments: spoiled)
  func spoil(_ spoiled: Spoiled) throws {
    var sample = SampleCase.inOrder
    spoiled.spoil(&sample)
    let results = try sample.results()
    let check = try #require(results.checks.first { $0.id == spoiled.row })
    #expect(check.outcome == spoiled.outcome, "\(check.reason)")
    let open = results.checks.filter { $0.isDecisive && $0.outcome != .satisfied }
    #expect(
      results.disposition == spoiled.disposition, "\(open.map { "\($0.id): \($0.reason)" })")
    #expect(results.checks.count == ChecklistRow.allCases.count)
  }

  @Test("the page over the limit is named")
  func pageEleven() throws {
    var sample = SampleCase.inOrder
    for _ in 0..<7 { sample.addPage(.continuation, ["Continuation sheet"]) }
    #expect(try sample.check("PAG-01").reason.contains("Page 11 is d01 page 12"))
  }

  @Test("a deficient row suppresses none of the others")
  func independent() throws {
    var sample = SampleCase.inOrder
    sample.set(.blank, "a1", "a2", "a3")
    sample.redate(.occurrence, "2022-04-18")
    sample.redate(.learned, "2022-04-29")
    let results = try sample.results()
    let deficient = results.checks.filter { $0.outcome == .deficient && $0.isDecisive }.map(\.id)
    #expect(deficient == ["SIG-01", "NOT-01", "DAT-03"])
  }

  @Test("evidence names findings of the case")
  func evidence() throws {
    let sample = SampleCase.inOrder
    let results = try sample.results()
    let known = Set(
      sample.attestations.map(\.id) + sample.dates.map(\.id) + results.passages.map(\.id))
    #expect(results.checks.flatMap(\.evidence).allSatisfy(known.contains))
    #expect(try sample.check("SIG-01").evidence.map(\.rawValue) == ["a1", "a2"])
    #expect(try sample.check("DAT-02").evidence.map(\.rawValue) == ["t6"])
  }

  @Test("an advisory row never changes the disposition")
  func advisory() throws {
    var rules = try shippedRuleSet("ccm-2023")
    for id in rules.checks.keys { rules.checks[id]?.standing = .advisory }
    var sample = SampleCase.inOrder
    sample.set(.blank, "a1", "a2", "a3")
    let results = try FilingRules.check(sample.facts, by: caseRules(rules))
    #expect(results.disposition == .ready)
    #expect(results.checks.contains { $0.outcome == .deficient })
  }

  @Test("citations are told from other numbers")
  func citations() throws {
    var sample = SampleCase.inOrder
    sample.pageTexts[0][4] = "Rule 3, S 5, Standard 12 and Principle 4, see Section 9 and 123 S 5th"
    let reason = try sample.check("FRM-07").reason
    for expected in ["Rule 3 (d01 page 1)", "S 5 (", "S 12 (", "Principle 4 ("] {
      #expect(reason.contains(expected), "\(reason)")
    }
    #expect(!reason.contains("S 9"))
  }

  @Test("a policy that is answered is no longer asked")
  func answered() throws {
    var sample = SampleCase.inOrder
    sample.kind = .selfReport
    var rules = try shippedRuleSet("ccm-2023")
    rules.policies.selfReport = .accept
    #expect(try FilingRules.check(sample.facts, by: caseRules(rules)).disposition == .ready)
  }

  @Test("without the form it is deficient only where the rule set refuses and nothing is like it")
  func refused() throws {
    var sample = SampleCase.inOrder
    sample.roles = sample.roles.map { _ in .supporting }
    sample.program = nil
    var rules = try shippedRuleSet("ccm-2023")
    rules.policies.withoutForm = .refuse
    func outcome() throws -> Check.Outcome? {
      try FilingRules.check(sample.facts, by: caseRules(rules)).checks.first { $0.id == "FRM-01" }?
        .outcome
    }
    #expect(try outcome() == .deficient)
    sample.roles[2] = .unknown
    #expect(try outcome() == .review)
    sample.roles[2] = .supporting
    sample.states[4] = .failed
    #expect(try outcome() == .review)
  }
}
