import Casework
import FilingRules
import PipelineFiles
import Testing

@Suite("Rule sets")
struct RuleSetTests {
  @Test("the shipped rule sets are good")
  func shipped() throws {
    let library = try RuleLibrary.load(from: shippedPipeline)
    #expect(library.ruleSets.map(\.id) == ["ccm-2015", "ccm-2023", "cdms-2015"])
    #expect(library["ccm-2015"]?.filingPeriod.lengths.map(\.months) == [6])
    #expect(library["ccm-2023"]?.filingPeriod.lengths.map(\.months) == [12])
    #expect(library.ruleSets.allSatisfy { $0.pages.limit == 10 })
  }

  @Test("the settings choose the governing set, other editions of the programme follow")
  func choice() throws {
    let library = try RuleLibrary.load(from: shippedPipeline)
    let settings = try Settings.load(from: shippedPipeline).check
    #expect(
      try library.ruleSets(for: "ccm", settings: settings).map(\.id) == ["ccm-2023", "ccm-2015"])
    #expect(try library.ruleSets(for: "cdms", settings: settings).map(\.id) == ["cdms-2015"])
    #expect(
      try library.ruleSets(for: nil, settings: settings).map(\.id) == ["ccm-2023", "ccm-2015"])
    var wrong = settings
    wrong.ruleSets["ccm"] = "ccm-1996"
    let error = #expect(throws: SettingsProblem.self) {
      try library.ruleSets(for: "ccm", settings: wrong)
    }
    #expect(error?.key == "check.ruleSets.ccm")
  }

  @Test("an edition governs the days from its first to its last, and any while they are not known")
  func inForce() throws {
    var rules = try shippedRuleSet("ccm-2023")
    #expect(rules.mayBeInForce(on: day("1999-01-01")))
    #expect(rules.openQuestions.contains("effective"))
    rules.effective.status = .adopted
    rules.effective.from = day("2023-07-01")
    rules.effective.until = day("2024-06-30")
    #expect(!rules.mayBeInForce(on: day("2023-06-30")))
    #expect(rules.mayBeInForce(on: day("2023-07-01")))
    #expect(rules.mayBeInForce(on: day("2024-06-30")))
    #expect(!rules.mayBeInForce(on: day("2024-07-01")))
    #expect(!rules.openQuestions.contains("effective"))
  }

  @Test("a question is open while its key has several answers")
  func openQuestions() throws {
    var rules = try shippedRuleSet("ccm-2023")
    #expect(rules.openQuestions.contains("filingPeriod.counting"))
    #expect(rules.openQuestions.contains("policies.selfReport"))
    rules.filingPeriod.counting = [.anniversary]
    rules.policies.selfReport = .accept
    #expect(!rules.openQuestions.contains("filingPeriod.counting"))
    #expect(!rules.openQuestions.contains("policies.selfReport"))
  }

  struct Slip: CustomTestStringConvertible, Sendable {
    var from: String
    var to: String
    var key: String
    var testDescription: String { "\(key): \(to)" }
  }

  @Test(
    "a slip names its key and line",
    arguments: [
      Slip(from: "status: draft", to: "status: adopted", key: "effective.from"),
      Slip(from: "status: draft", to: "status: final", key: "effective.status"),
      Slip(from: "from: null", to: "from: 2024-02-30", key: "effective.from"),
      Slip(from: "limit: 10", to: "limit: 0", key: "pages.limit"),
      Slip(from: "limit: 10", to: "limit: ten", key: "pages.limit"),
      Slip(from: "certificate: ask", to: "certificate: maybe", key: "pages.certificate"),
      Slip(from: "months: 12", to: "months: 0", key: "filingPeriod.lengths[1].months"),
      Slip(from: "days: [365]", to: "days: []", key: "filingPeriod.lengths[1].days"),
      Slip(
        from: "starts: [first-act,", to: "starts: [first-deed,", key: "filingPeriod.starts[1]"),
      Slip(from: "rollover: [none,", to: "rollover: [weekend,", key: "filingPeriod.rollover"),
      Slip(from: "jurat: accept", to: "jurat: refuse", key: "notarialActs.jurat"),
      Slip(from: "jurat: accept", to: "jurrat: accept", key: "notarialActs.jurrat"),
      Slip(from: "selfReport: ask", to: "selfReport: refuse", key: "policies.selfReport"),
      Slip(from: "withoutForm: ask", to: "withoutForm: accept", key: "policies.withoutForm"),
      Slip(from: "- Street address", to: "- '--'", key: "form.requiredFields[1]"),
      Slip(
        from: "DAT-03: {standing: decisive", to: "DAT-03: {standing: hard",
        key: "checks.DAT-03.standing"),
      Slip(from: "DAT-03:", to: "DAT-99:", key: "checks.DAT-03"),
      Slip(from: "rule: filing-period", to: "rule: Filing Period", key: "checks.DAT-03.rule"),
      Slip(from: "program: ccm", to: "program: ccm\nfee: 10", key: "fee"),
    ])
  func slip(_ slip: Slip) throws {
    let text = try shippedPipeline.text(of: "rules/ccm-2023.yaml")
    let edited = text.replacing(slip.from, with: slip.to, maxReplacements: 1)
    try #require(edited != text)
    let error = #expect(throws: SettingsProblem.self) {
      try RuleSet(parsing: edited, file: "rules/ccm-2023.yaml")
    }
    let problem = try #require(error)
    #expect(problem.key == slip.key, "\(problem)")
    #expect(problem.file == "rules/ccm-2023.yaml")
    #expect(problem.line != nil)
  }

  @Test("the canonical text is of the rules, not of the file")
  func canonicalText() throws {
    let text = try shippedPipeline.text(of: "rules/ccm-2023.yaml")
    let rules = try RuleSet(parsing: text, file: "a")
    let commented = try RuleSet(parsing: "# another comment\n" + text, file: "b")
    #expect(commented.canonicalText == rules.canonicalText)
    let other = try RuleSet(parsing: text.replacing("limit: 10", with: "limit: 12"), file: "c")
    #expect(other.canonicalText != rules.canonicalText)
  }

  @Test("every row of every set cites a rule of its own")
  func citations() throws {
    for ruleSet in try RuleLibrary.load(from: shippedPipeline).ruleSets {
      #expect(Set(ruleSet.checks.values.map(\.rule)).count == ruleSet.checks.count)
      #expect(ruleSet.checks.values.allSatisfy { !$0.title.isEmpty })
    }
  }
}
