import Casework
import FilingRules
import Testing

@Suite("Within the filing period")
struct FilingPeriodCheckTests {
  func outcome(_ sample: SampleCase, rules: RuleSet? = nil) throws -> Check {
    let ruleSet = try rules ?? shippedRuleSet("ccm-2023")
    let results = try FilingRules.check(sample.facts, by: caseRules(ruleSet))
    return try #require(results.checks.first { $0.id == "DAT-03" })
  }

  /// Conduct and learning of it on one day.
  func sample(from day: String, received: String = "2024-06-07") -> SampleCase {
    var sample = SampleCase.inOrder
    sample.redate(.occurrence, day)
    sample.redate(.learned, day)
    sample.redate(.received, received)
    return sample
  }

  /// Signed and notarized on 2024-06-03, a Monday, received on 2024-06-07, a Friday.
  @Test(
    "in time, out of time, and in between",
    arguments: [
      ("2024-04-18", Check.Outcome.satisfied),
      ("2023-06-08", .satisfied),  // inclusive start: the last day is 2024-06-07
      ("2023-06-07", .review),  // inclusive start: 2024-06-06
      ("2023-06-03", .review),
      ("2023-06-02", .review),  // to Monday 2024-06-03 where weekends roll over
      ("2023-06-01", .review),  // 2024-06-01 is a Saturday, which rolls to Monday
      ("2023-05-31", .deficient),
      ("2022-06-01", .deficient),
    ])
  func boundary(start: String, expected: Check.Outcome) throws {
    let check = try outcome(sample(from: start))
    #expect(check.outcome == expected, "\(check.reason)")
  }

  @Test("what the file says and its page does not show decides nothing", arguments: [2, 1])
  func contradicted(page: Int) throws {
    var facts = sample(from: "2022-06-01").facts
    facts.documents[0].pages[page - 1].reading?.contradictions = [
      Contradiction(box: SampleCase.place(page).box, said: "2022", seen: "2024")
    ]
    let checks = try FilingRules.check(facts, by: caseRules(shippedRuleSet("ccm-2023"))).checks
    #expect(checks.first { $0.id == "DAT-03" }?.outcome == .review)
    let legible = try #require(checks.first { $0.id == "INT-05" })
    #expect(legible.outcome == .review)
    #expect(legible.reason.contains("d01 page \(page)"))
  }

  @Test("the table has the policies, the days and the margins")
  func variants() throws {
    let check = try outcome(sample(from: "2023-06-05"))
    #expect(!check.variants.isEmpty)
    for variant in check.variants {
      #expect(variant.marginDays == variant.lastDay.dayNumber - variant.end.dayNumber)
      #expect(variant.policy.hasPrefix("one year from "))
    }
    #expect(Set(check.variants.map(\.isWithin)) == [true, false])
    let policies = Set(check.variants.map(\.policy)).count
    #expect(policies > 3)
    #expect(
      check.reason.contains("from 3 days over to 2 days left") || check.reason.contains("left"))
  }

  @Test("an ambiguous date is decided only where all of its meanings agree")
  func ambiguous() throws {
    var sample = sample(from: "2024-04-18")
    sample.remove(.occurrence)
    sample.remove(.learned)
    sample.date("t1", .occurrence, "2023-08-05", "2023-05-08", page: 2)
    sample.date("t2", .learned, "2023-08-05", "2023-05-08", page: 2)
    let check = try outcome(sample)
    #expect(check.outcome == .review)
    #expect(Set(check.variants.map(\.start)) == [day("2023-08-05"), day("2023-05-08")])
    sample.remove(.occurrence)
    sample.remove(.learned)
    sample.date("t1", .occurrence, "2024-03-05", "2024-05-03", page: 2)
    sample.date("t2", .learned, "2024-05-03", "2024-03-05", page: 2)
    #expect(try outcome(sample).outcome == .satisfied)
  }

  @Test("a month without a day is all of its days")
  func interval() throws {
    #expect(try outcome(sample(from: "2023-06-01/2023-06-30")).outcome == .review)
    #expect(try outcome(sample(from: "2023-05-01/2023-05-31")).outcome == .deficient)
    #expect(try outcome(sample(from: "2023-07-01/2023-07-31")).outcome == .satisfied)
  }

  @Test("conduct that goes on is never out of time")
  func ongoing() throws {
    var sample = sample(from: "2020-01-15")
    sample.redate(.occurrence, "2020-01-15", isOpenEnded: true)
    #expect(try outcome(sample).outcome == .review)
    sample.redate(.occurrence, "2024-01-15", isOpenEnded: true)
    sample.redate(.learned, "2024-01-15")
    #expect(try outcome(sample).outcome == .satisfied)
    // "To present" in a place of its own is a fact without a day.
    sample.date("t9", .occurrence, page: 2, isOpenEnded: true)
    #expect(try outcome(sample).outcome == .satisfied)
  }

  @Test("several acts, some in time and some not, are for a person to decide")
  func severalActs() throws {
    var sample = sample(from: "2022-03-01")
    sample.date("t9", .occurrence, "2024-03-01", page: 2, isLabelled: true)
    #expect(try outcome(sample).outcome == .review)
    var firstOnly = try shippedRuleSet("ccm-2023")
    firstOnly.filingPeriod.starts = [.firstAct]
    #expect(try outcome(sample, rules: firstOnly).outcome == .deficient)
    firstOnly.filingPeriod.starts = [.lastAct]
    #expect(try outcome(sample, rules: firstOnly).outcome == .satisfied)
  }

  @Test(
    "handwriting never makes a complaint late", arguments: [DatedFact.Role.occurrence, .signed])
  func handwriting(_ role: DatedFact.Role) throws {
    var sample = sample(from: "2021-03-01")
    #expect(try outcome(sample).outcome == .deficient)
    let old = try #require(sample.dates.first { $0.role == role }).readings[0].earliest
    sample.redate(role, old.description, writing: .hand)
    #expect(try outcome(sample).outcome == .review)
  }

  @Test("print that was read with little confidence never makes a complaint late")
  func unsurePrint() throws {
    var sample = sample(from: "2021-03-01")
    sample.remove(.occurrence)
    sample.date("t1", .occurrence, "2021-03-01", page: 2, isLabelled: true, confidence: 0.5)
    #expect(try outcome(sample).outcome == .review)
  }

  @Test("an end event that is not known lies between those that are")
  func unknownEnds() throws {
    var inTime = sample(from: "2024-04-18")
    for role in [DatedFact.Role.signed, .notarized] { inTime.remove(role) }
    #expect(try outcome(inTime).outcome == .satisfied, "receipt in time says all")
    inTime = sample(from: "2024-04-18")
    inTime.remove(.received)
    #expect(try outcome(inTime).outcome == .review, "receipt may be late")

    var late = sample(from: "2021-03-01")
    for role in [DatedFact.Role.notarized, .received] { late.remove(role) }
    #expect(try outcome(late).outcome == .deficient, "signing too late says all")
    late = sample(from: "2021-03-01")
    late.remove(.signed)
    #expect(try outcome(late).outcome == .review, "it may have been signed in time")
  }

  @Test("one of several readings that comes after receipt does not count")
  func readingAfterReceipt() throws {
    var sample = sample(from: "2024-04-18")
    sample.remove(.notarized)
    sample.date("t4", .notarized, "2024-06-03", "2029-06-03", page: 4)
    #expect(try outcome(sample).outcome == .satisfied)
    sample.remove(.received)
    #expect(try outcome(sample).outcome == .review)
  }

  @Test("without any event to measure by there is nothing to decide")
  func noEvents() throws {
    var sample = sample(from: "2021-03-01")
    for role in [DatedFact.Role.signed, .notarized, .received] { sample.remove(role) }
    #expect(try outcome(sample).outcome == .review)
    sample = self.sample(from: "2021-03-01")
    sample.remove(.occurrence)
    #expect(try outcome(sample).reason == "No date of occurrence was found by the checker.")
    sample = self.sample(from: "2021-03-01")
    sample.remove(.learned)
    #expect(try outcome(sample).outcome == .review, "it may have been learned of late")
  }

  @Test("dates on supporting documents are not the complaint's")
  func supporting() throws {
    var sample = sample(from: "2024-04-18")
    sample.date("t9", .occurrence, "2019-01-01", page: 5)
    sample.date("t10", .received, "2029-01-01", page: 5)
    #expect(try outcome(sample).outcome == .satisfied)
  }

  @Test("a first act after the filing decides nothing")
  func contradiction() throws {
    let check = try outcome(sample(from: "2025-04-18"))
    #expect(check.outcome == .review)
    #expect(check.reason.contains("contradict"))
  }

  @Test("a year beyond the table of holidays is said, not guessed")
  func uncoveredYear() throws {
    var sample = sample(from: "2060-04-18", received: "2060-06-07")
    sample.redate(.signed, "2060-06-03")
    sample.redate(.notarized, "2060-06-03")
    let check = try outcome(sample)
    #expect(check.outcome == .review)
    #expect(check.reason.contains("2061"))
  }

  @Test("late under one edition and in time under another is for a person to decide")
  func editions() throws {
    let (year, half) = (try shippedRuleSet("ccm-2023"), try shippedRuleSet("ccm-2015"))
    let facts = sample(from: "2023-10-02").facts
    func rows(
      _ ruleSet: RuleSet, among editions: RuleSet...
    ) throws -> (Check.Outcome, Check.Outcome) {
      let checks = try FilingRules.check(facts, by: caseRules(ruleSet, among: editions)).checks
      return (
        try #require(checks.first { $0.id == "DAT-03" }).outcome,
        try #require(checks.first { $0.id == "DAT-04" }).outcome
      )
    }
    #expect(try rows(year) == (.satisfied, .satisfied))
    #expect(try rows(half) == (.deficient, .satisfied))
    #expect(try rows(year, among: half) == (.satisfied, .review))
    #expect(try rows(half, among: year) == (.review, .review))
    // Once it is known that the longer period came later, it does not matter any more.
    var later = year
    later.effective.status = .adopted
    later.effective.from = day("2024-07-01")
    #expect(try rows(half, among: later) == (.deficient, .satisfied))
  }

  // MARK: - What may be an act as well

  @Test(
    "a later day of the statement may be an act, so a complaint is not late for the fields alone")
  func possibleActs() throws {
    var sample = sample(from: "2022-06-01")
    #expect(try outcome(sample).outcome == .deficient)
    sample.date("t20", .other, "2022-09-01", page: 3)
    #expect(try outcome(sample).outcome == .deficient, "as late as the others")
    sample.date("t21", .other, "2023-08-01", page: 3)
    let check = try outcome(sample)
    #expect(check.outcome == .review)
    #expect(check.reason.contains("2023-08-01"))
    #expect(check.evidence.contains(FindingID(rawValue: "t21")))
  }

  @Test(
    "where no day is said to be that of the conduct, those that the statement names are bounds",
    arguments: [
      // The day in the statement, the day learned of, and what comes of it.
      ("2024-04-10", "2024-04-18", Check.Outcome.satisfied),
      ("2024-04-18", "2024-04-18", .review),  // of the act nothing is named
      ("2024-04-20", "2024-04-18", .review),
      ("2022-06-01", "2024-04-18", .review),
      ("2022-05-01", "2022-06-01", .review),  // a day of passing mention is held against nobody
    ])
  func onlyNamed(named: String, learned: String, expected: Check.Outcome) throws {
    var sample = sample(from: learned)
    sample.remove(.occurrence)
    sample.date("t20", .other, named, page: 2)
    let check = try outcome(sample)
    #expect(check.outcome == expected, "\(check.reason)")
    let results = try FilingRules.check(
      sample.facts, by: caseRules(shippedRuleSet("ccm-2023")))
    #expect(results.checks.first { $0.id == "DAT-01" }?.outcome == .review)
  }

  @Test("days after the signature and days of exhibits are no acts")
  func noActs() throws {
    var sample = sample(from: "2022-06-01")
    sample.date("t20", .other, "2024-06-05", page: 3)
    sample.date("t21", .other, "2023-08-01", page: 5)
    #expect(try outcome(sample).outcome == .deficient)
  }

  @Test(
    "conduct that the form says goes on, or may, is not over",
    arguments: [
      ("The conduct is ongoing [X] Yes [ ] No", Check.Outcome.review),
      ("The conduct is ongoing [ ] Yes [ ] No", .review),
      ("The conduct is ongoing [ ] Yes [X] No", .deficient),
    ])
  func ongoing(question: String, expected: Check.Outcome) throws {
    var sample = sample(from: "2022-06-01")
    sample.pageTexts[1].append(question)
    let check = try outcome(sample)
    #expect(check.outcome == expected, "\(check.reason)")
  }

  @Test("a stamp from before the signature is that of another filing")
  func earlierFiling() throws {
    var sample = sample(from: "2024-04-18", received: "2024-05-20")
    #expect(try outcome(sample).outcome == .review)
    sample.redate(.received, "2024-06-04")
    #expect(try outcome(sample).outcome == .satisfied)
    // Signed anew after it was sent back, with the first stamp alone.
    sample.date("t20", .signed, "2024-07-01", page: 4)
    #expect(try outcome(sample).outcome == .review)
  }

  @Test("handwriting decides nothing, however many readings it has")
  func handwriting() throws {
    var sample = sample(from: "2024-04-18")
    #expect(try outcome(sample).outcome == .satisfied)
    sample.remove(.occurrence)
    sample.date("t1", .occurrence, "2024-04-18", "2024-04-13", page: 2, writing: .hand)
    #expect(try outcome(sample).outcome == .review)
  }
}
