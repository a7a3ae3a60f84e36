import Casework
import FilingRules
import Testing

/// That no single cue decides (docs/decisions/0030-two-witnesses.md), over every row at once.
@Suite("Two witnesses")
struct WitnessTests {
  /// Rows that know only how to find wording.
  private static let wordingOnly = ["FRM-05", "NOT-10", "PAG-03", "CNF-01", "DAT-06"]

  @Test("of a packet whose only document stays shut, nothing is satisfied")
  func nothingOpened() throws {
    var sample = SampleCase.inOrder
    sample.documentState = .encrypted
    var facts = sample.facts
    facts.documents[0].pages = []
    facts.classification.pages = []
    facts.attestations = []
    facts.dates = []
    let checks = try FilingRules.check(facts, by: caseRules(shippedRuleSet("ccm-2023"))).checks
    // That originals and readings are kept apart is so whatever is in them.
    #expect(checks.filter { $0.outcome == .satisfied }.map(\.id) == ["CNF-02"])
    #expect(checks.first { $0.id == "SIG-01" }?.outcome == .notExamined)
  }

  @Test("what rests on all pages is not examined where one failed, and what was found stays found")
  func oneFailed() throws {
    var sample = SampleCase.inOrder
    sample.addPage(.unknown, [])
    sample.states[5] = .failed
    let results = try sample.results()
    func outcome(_ id: String) -> Check.Outcome? { results.checks.first { $0.id == id }?.outcome }
    for id in ["INT-02", "LNG-01", "NOT-10"] {
      #expect(outcome(id) == .notExamined, "\(id)")
      #expect(results.checks.first { $0.id == id }?.waitsFor == "INT-01", "\(id)")
    }
    for id in ["FRM-01", "SIG-01", "NOT-01", "NOT-05", "DAT-01"] {
      #expect(outcome(id) == .satisfied, "\(id)")
    }
    #expect(results.disposition == .review)
  }

  @Test("without a form, the rows that look at it wait for one question")
  func noForm() throws {
    var sample = SampleCase.inOrder
    sample.roles = sample.roles.map { _ in .supporting }
    sample.program = nil
    let checks = try sample.results().checks
    let waiting = checks.filter { $0.waitsFor == "FRM-01" }.map(\.id)
    let looking: Set = ["INT-02", "INT-04", "PAG-01", "SIG-01", "NOT-01"]
    #expect(looking.isSubset(of: waiting))
    #expect(Set(checks.filter { looking.contains($0.id) }.map(\.code)) == [.formNotFound])
    #expect(checks.filter { waiting.contains($0.id) }.allSatisfy { $0.outcome == .notExamined })
    #expect(checks.first { $0.id == "NOT-05" }?.waitsFor == "NOT-01")
  }

  @Test("a row that knows only how to find wording is never satisfied by finding none")
  func wordingOnly() throws {
    for check in try SampleCase.inOrder.results().checks where Self.wordingOnly.contains(check.id) {
      #expect(
        check.outcome == .satisfied ? !check.evidence.isEmpty : !check.isDecisive, "\(check.id)")
    }
  }

  @Test("every deficiency names two witnesses, and nothing else names any")
  func named() throws {
    var sample = SampleCase.inOrder
    sample.set(.blank, "a1", "a2", "a3")
    sample.redate(.occurrence, "2022-04-18")
    sample.redate(.learned, "2022-04-29")
    for _ in 0..<7 { sample.addPage(.continuation, ["Continuation sheet"]) }
    let checks = try sample.results().checks
    let deficient = checks.filter { $0.outcome == .deficient && $0.id != "OUT-01" }
    #expect(deficient.map(\.id) == ["PAG-01", "SIG-01", "NOT-01", "DAT-03"])
    #expect(
      deficient.map(\.code) == [.overPageLimit, .placeToSignEmpty, .notaryBlockEmpty, .outOfTime])
    #expect(deficient.allSatisfy { Set($0.witnesses).count >= 2 })
    #expect(checks.filter { $0.outcome != .deficient }.allSatisfy { $0.witnesses.isEmpty })
    // One page that failed, and each is for a person, who reads the witnesses in the reason.
    sample.addPage(.unknown, [])
    sample.states[12] = .failed
    let unsure = try sample.results().checks.filter { deficient.map(\.id).contains($0.id) }
    #expect(unsure.map(\.code) == deficient.map(\.code))
    for check in unsure {
      #expect(check.outcome == .review && check.waitsFor == "INT-01", "\(check.id)")
      #expect(check.witnesses.isEmpty)
    }
  }

  @Test("of a reason that says several things, the code is that of the first")
  func firstOfSeveral() throws {
    var sample = SampleCase.inOrder
    sample.pageTexts[0].append("The diagnosis of the client")
    #expect(try sample.check("CNF-01").code == .medicalWording)
    sample.pageTexts[0].append("Date of birth 02/03/1950 of the client")
    let check = try sample.check("CNF-01")
    #expect(check.code == .personalIdentifiers)
    #expect(check.reason.contains("medical or personal wording"))
  }

  @Test("two readings are said as alternatives, an interval as one")
  func alternatives() throws {
    var sample = SampleCase.inOrder
    sample.remove(.notarized)
    sample.date("t4", .notarized, "2024-06-03", "2024-03-06", page: 4)
    #expect(try sample.check("NOT-05").reason.contains("2024-03-06 or 2024-06-03"))
    sample.redate(.notarized, "2024-06-01/2024-06-30")
    #expect(try sample.check("NOT-05").reason.contains("2024-06-01 to 2024-06-30"))
  }

  @Test("what was not found is shown where it was looked for")
  func soughtAt() throws {
    var sample = SampleCase.inOrder
    sample.remove(.occurrence)
    sample.remove(.signed)
    sample.pageTexts[1].append("Occurred from")
    sample.pageTexts[3].append("Date signed")
    for (row, words) in [("DAT-01", "Occurred from"), ("SIG-03", "Date signed")] {
      let results = try sample.results()
      let check = try #require(results.checks.first { $0.id == row })
      let cited = results.passages.filter { check.evidence.contains($0.id) }.map(\.text)
      #expect(cited.contains(words), "\(row): \(cited)")
    }
    // The place to sign is where a date beside it would be.
    #expect(try sample.check("SIG-03").evidence.map(\.rawValue).contains("a1"))
  }
}
