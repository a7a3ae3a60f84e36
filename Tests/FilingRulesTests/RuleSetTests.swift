import Casework
import FilingRules
import Foundation
import PipelineFiles
import TestSupport
import Testing

@Suite("Rule sets")
struct RuleSetTests {
  @Test("the shipped rule sets are good")
  func shipped() throws {
    let library = try shippedLibrary()
    #expect(library.ruleSets.map(\.id) == ["ccm-2015", "ccm-2023", "cdms-2015"])
    #expect(library["ccm-2015"]?.filingPeriod.lengths.map(\.months) == [6])
    #expect(library["ccm-2023"]?.filingPeriod.lengths.map(\.months) == [12])
    #expect(library.ruleSets.allSatisfy { $0.pages.limit == 10 })
  }

  @Test("the settings choose the governing set")
  func choice() throws {
    let library = try shippedLibrary()
    let settings = try Settings.load(from: shippedPipeline).check
    #expect(try library.governing("ccm", settings: settings).id == "ccm-2023")
    #expect(try library.governing("cdms", settings: settings).id == "cdms-2015")
    #expect(try library.governing(nil, settings: settings).id == "ccm-2023")
    var wrong = settings
    wrong.ruleSets["ccm"] = "ccm-1996"
    let error = #expect(throws: SettingsProblem.self) {
      try library.governing("ccm", settings: wrong)
    }
    #expect(error?.key == "check.ruleSets.ccm")
  }

  @Test("other editions of the programme may govern, and another programme's never")
  func otherEditions() throws {
    let all = try shippedLibrary().ruleSets
    let ccm = try caseRules(shippedRuleSet("ccm-2023"), among: all)
    #expect(ccm.otherEditions.map(\.id) == ["ccm-2015"])
    #expect(try caseRules(shippedRuleSet("cdms-2015"), among: all).otherEditions.isEmpty)
  }

  @Test("the form that was recognised says what is read, else the one of the programme")
  func formOfCase() throws {
    var forms = try shippedPipeline.forms()
    let rules = try shippedRuleSet("ccm-2023")
    func read(recognised: String?) throws -> [String] {
      try CaseRules(rules, among: [], recognised: recognised, on: forms, wording: shippedLexicon)
        .answers.parties.respondentName.labels
    }
    #expect(
      try read(recognised: "cdms-complaint") == ["Name of the disability management specialist"])
    #expect(try read(recognised: "ccm-complaint") == ["Name of the case manager"])
    #expect(try read(recognised: nil) == ["Name of the case manager"])
    // A form of no programme has no answers.
    forms[1].answers = nil
    #expect(try read(recognised: "cdms-complaint") == ["Name of the case manager"])
    forms.removeFirst()
    let error = #expect(throws: SettingsProblem.self) { try read(recognised: nil) }
    #expect(error?.key == "program")
  }

  @Test("a rule set of a programme without a form is refused before work begins")
  func withoutForm() throws {
    let forms = try shippedPipeline.forms().filter { $0.program == "ccm" }
    let error = #expect(throws: SettingsProblem.self) {
      try RuleLibrary.load(from: shippedPipeline, forms: forms)
    }
    #expect(error?.file == "rules/cdms-2015.yaml")
    #expect(error?.key == "program")
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

  @Test("every key of a shipped rule set that says ask is among its open questions")
  func everyAsk() throws {
    for id in ["ccm-2015", "ccm-2023", "cdms-2015"] {
      let asks = try shippedPipeline.text(of: "rules/\(id).yaml").split(separator: "\n")
        .filter { !$0.trimmingPrefix(" ").hasPrefix("#") && $0.hasSuffix(": ask") }
        .compactMap { $0.split(separator: ":").first?.split(separator: " ").first }
      let open = try shippedRuleSet(id).openQuestions.compactMap { $0.split(separator: ".").last }
      #expect(asks.count > 10)
      #expect(Set(asks).isSubset(of: open), "\(id): \(Set(asks).subtracting(open))")
    }
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
      Slip(from: "unit: ask", to: "unit: leaves", key: "pages.unit"),
      Slip(from: "smallType: 5.5", to: "smallType: 100", key: "pages.smallType"),
      Slip(from: "standards: null", to: "standards: 0", key: "provisions.standards"),
      Slip(
        from: "longestCommission: 10", to: "longestCommission: 0",
        key: "notaries.longestCommission"),
      Slip(
        from: "- commission for life", to: "- '?'", key: "notaries.commissionWithoutEnd[4]"),
      Slip(
        from: "unswornDeclaration: ask", to: "unswornDeclaration: refuse",
        key: "policies.unswornDeclaration"),
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
    // The line of the slip itself, or of what is around a row that is not there.
    let lines = edited.split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(
      zip(lines, text.split(separator: "\n", omittingEmptySubsequences: false))
        .enumerated().first { $0.element.0 != $0.element.1 }?.offset)
    let line = try #require(problem.line)
    #expect(slip.key == "checks.DAT-03" ? line > 1 : abs(line - first - 1) < 3, "\(problem)")
  }

  @Test(
    "every question of the intake rules is in every set",
    arguments: ["ccm-2015", "ccm-2023", "cdms-2015"])
  func questions(_ id: String) throws {
    let rules = try shippedRuleSet(id)
    let text = try shippedPipeline.text(of: "rules/\(id).yaml")
    #expect(text.split(separator: "QUESTION:").count > 20)
    // 1 edition, 2 and 3 period, 4 pages, 5 notarization, 6 cure, 7 self-report, 8 Chair, 9 parties,
    // 10 litigation, 11 power of attorney, 12 language: open, as nobody has said.
    #expect(rules.effective.status != .adopted)
    #expect(rules.filingPeriod.starts.count == 3 && rules.filingPeriod.ends.count == 4)
    #expect(rules.pages.unit == .ask && rules.pages.certificate == .ask)
    #expect(rules.notarialActs["acknowledgment"] == .ask)
    let policies = rules.policies
    let answers = [
      policies.withoutForm, policies.remoteNotarization, policies.foreignNotarization,
      policies.unswornDeclaration, policies.resubmission, policies.selfReport,
      policies.chairComplaint, policies.severalParties, policies.otherProceedings,
      policies.powerOfAttorneyUnproven, policies.otherLanguages,
    ]
    #expect(answers.allSatisfy { $0 == .ask })
    // 13 retention and disclosure, 14 lapsed certificates, 15 copies: nothing in a scan says it.
    for words in ["retained", "lapsed", "wet original"] { #expect(text.contains(words)) }
  }

  @Test("the labels are those of the form that the samples print")
  func labels() throws {
    let root = URL(fileURLWithPath: shippedPipeline.path).deletingLastPathComponent()
    let printed = try String(
      contentsOf: root.appendingPathComponent("Scripts/samples/form.py"), encoding: .utf8)
    let parties = try caseRules(shippedRuleSet("ccm-2023")).answers.parties
    for field in [parties.complainantName, parties.printedName, parties.continuationName] {
      #expect(field.labels.allSatisfy(printed.contains))
    }
    #expect(printed.contains("{programme.certificate}, if known"))
    #expect(printed.contains("\"Rules and Standards\""))
  }

  @Test("the same rules are the same, whatever the comments of their file")
  func comments() throws {
    let text = try shippedPipeline.text(of: "rules/ccm-2023.yaml")
    func rules(_ text: String) throws -> CaseRules {
      try caseRules(RuleSet(parsing: text, file: "a"))
    }
    #expect(try rules("# another comment\n" + text) == rules(text))
    #expect(try rules(text.replacing("limit: 10", with: "limit: 12")) != rules(text))
  }

  @Test("every row of every set cites a rule of its own")
  func citations() throws {
    for ruleSet in try shippedLibrary().ruleSets {
      #expect(Set(ruleSet.checks.values.map(\.rule)).count == ruleSet.checks.count)
      #expect(ruleSet.checks.values.allSatisfy { !$0.title.isEmpty })
    }
  }
}
