import Casework
import FilingRules
import Testing

@Suite("Citations")
struct CitationTests {
  /// What is named by a line of the statement, or by one in the field of rules; with a question mark
  /// what is not certain.
  private static func named(_ line: String, inField: Bool = false) throws -> [String] {
    var sample = SampleCase.inOrder
    sample.pageTexts[0][4] = "Rules"
    if inField {
      sample.pageTexts[0] += ["Section C Rules and Standards alleged", "Rules and Standards", line]
    } else {
      sample.pageTexts[1][1] = line
    }
    return try sample.results().citations.map {
      "\($0.kind.rawValue) \($0.number)" + ($0.isCertain ? "" : "?")
    }
  }

  struct Line: CustomTestStringConvertible, Sendable {
    var text: String
    var names: [String]
    var testDescription: String { text }

    init(_ text: String, _ names: String...) {
      self.text = text
      self.names = names
    }
  }

  @Test(
    "every way of naming them",
    arguments: [
      Line("This is against S 5.", "standard 5"),
      Line("This is against S5 of the Code.", "standard 5"),
      Line("Standard 5 was broken", "standard 5"),
      Line("Standard S 5 (Advocacy) was broken", "standard 5"),
      Line("Standards 5 and 6", "standard 5", "standard 6"),
      Line("S 5, S 7-9", "standard 5", "standard 7", "standard 8", "standard 9"),
      Line("Rule 3", "rule 3"), Line("RULE 3:", "rule 3"), Line("rule No. 3", "rule 3"),
      Line("Rules 1, 2 and 4", "rule 1", "rule 2", "rule 4"),
      Line("Rules 1 through 3", "rule 1", "rule 2", "rule 3"),
      Line("Rule III was broken", "rule 3"), Line("Principle 4", "principle 4"),
      Line("Section 3, S 9", "standard 9"),
      Line("Rule 3 of the Code of Professional Conduct", "rule 3"),
    ])
  func forms(_ line: Line) throws {
    #expect(try Self.named(line.text) == line.names)
  }

  @Test(
    "other numbers are none",
    arguments: [
      "Section 5 of the lease", "a rule of 3", "Federal Rule 11", "Rule 1.7 of the bar",
      "123 S 5th Street", "She lives on S 5th Ave", "123 S 5 Street", "within the standard 30 days",
      "the Rule I broke", "the patient's 5 visits", "PATIENT'S 5 VISITS", "S2@n", "R 3 and P 2",
      "Rules and Standards", "disc at L5-S1", "page S 5", "$ 5",
    ])
  func others(_ text: String) throws {
    #expect(try Self.named(text).isEmpty)
  }

  @Test(
    "of another body or of a back: shown, and not counted",
    arguments: [
      Line("Rule 11 of the Federal Rules", "rule 11?"),
      Line("pain from L5 and S 1 since May", "standard 1?"),
    ])
  func doubtful(_ line: Line) throws {
    #expect(try Self.named(line.text) == line.names)
  }

  @Test(
    "in the field of rules a number may be one, and is not counted",
    arguments: [
      Line("55", "standard 5?"), Line("$ 5", "standard 5?"), Line("$7", "standard 7?"),
      Line("S S", "standard 5?"), Line("SS", "standard 5?"), Line("12", "unclear 12?"),
      Line("§ 9", "standard 9?"), Line("R 3, P 2", "principle 2", "rule 3"),
      Line("S 5, 7 and 9; Rule 3", "rule 3", "standard 5", "standard 7", "standard 9"),
      Line("S 5, 55", "standard 5"), Line("S 55", "standard 55?"),
    ])
  func field(_ line: Line) throws {
    #expect(try Self.named(line.text, inField: true) == line.names)
  }

  @Test("what is only doubtful names nothing for sure")
  func onlyDoubtful() throws {
    var sample = SampleCase.inOrder
    sample.pageTexts[0][4] = "Rules"
    sample.pageTexts[0] += ["Section C Rules and Standards alleged", "Rules and Standards", "55"]
    let check = try sample.check("FRM-07")
    #expect(check.outcome == .review)
    #expect(check.reason.contains("Not certain, and not counted: S 5 (d01 page 1)"))
    #expect(try sample.quoted(by: "FRM-07") == ["55"])
  }

  @Test("a number above the edition's highest is not certain")
  func highest() throws {
    var sample = SampleCase.inOrder
    sample.pageTexts[0][4] = "Rule 3, Standard 27"
    var rules = try shippedRuleSet("ccm-2015")
    let named = try FilingRulesResults.citations(of: sample, under: rules)
    #expect(named == ["rule 3", "standard 27?"])
    rules.provisions.standards = nil
    #expect(
      try FilingRulesResults.citations(of: sample, under: rules) == ["rule 3", "standard 27"])
  }

  @Test("only the complaint's own pages count, and a badly read word is not certain")
  func pages() throws {
    var sample = SampleCase.inOrder
    sample.pageTexts[0][4] = "Rules"
    sample.pageTexts[4].append("Standard 9")
    #expect(try sample.results().citations.isEmpty)
    sample.pageTexts[2].append("Standard 9")
    sample.confidences[2] = 0.5
    #expect(try sample.results().citations.map(\.isCertain) == [false])
  }

  @Test("a citation over a line break is one, with a box around both parts")
  func lineBreak() throws {
    var sample = SampleCase.inOrder
    sample.pageTexts[0][4] = "Rules"
    sample.pageTexts[1] = ["This was against Standard", "12 and against no other"]
    let results = try sample.results()
    #expect(results.citations.map(\.number) == [12])
    let id = try #require(results.citations.first?.evidence.first)
    let passage = try #require(results.passages.first { $0.id == id })
    #expect(passage.text == "Standard 12")
    #expect(passage.place.box.height > 20)
  }
}
