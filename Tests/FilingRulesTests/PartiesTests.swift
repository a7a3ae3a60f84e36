import Casework
import FilingRules
import Testing

@Suite("Parties")
struct PartiesTests {
  struct Names: CustomTestStringConvertible, Sendable {
    var one: String
    var other: String
    var testDescription: String { "\(one) / \(other)" }

    init(_ one: String, _ other: String) {
      self.one = one
      self.other = other
    }
  }

  @Test(
    "the printed name agrees in spite of how it is written",
    arguments: [
      Names("María García López", "MARIA GARCIA LOPEZ"),
      Names("María García López", "Maria Garcia"),
      Names("García-López, María", "Maria Garcia Lopez"), Names("José Núñez", "Jose Nunez"),
      Names("Ada van Tongeren", "Ada Tongeren"), Names("Ada van Tongeren", "A. van Tongeren"),
      Names("Ludwig von der Heide", "Heide, Ludwig"), Names("Sukarno", "SUKARNO"),
      Names("Nguyễn Văn Anh", "Nguyen Van Anh"), Names("Ilona Szabo", "llona Szabo"),
      Names("Dr. Ruth Achterberg, RN", "Ruth Achterberg"), Names("O'Brien, Pat", "Pat OBrien"),
      Names("Emilio Delacruz", "Emilio de la Cruz"), Names("Мария Иванова", "МАРИЯ ИВАНОВА"),
    ])
  func agree(_ names: Names) throws {
    var sample = SampleCase.inOrder
    sample.name(complainant: names.one, printed: names.other)
    let check = try sample.check("SIG-02")
    #expect(check.outcome == .satisfied, "\(check.reason)")
    #expect(try sample.quoted(by: "SIG-02") == [names.one, names.other])
  }

  @Test(
    "another name is for a person, never deficient",
    arguments: [
      Names("María García", "María López"), Names("Sukarno", "Ahmad Sukarno"),
      Names("J. S.", "John Smith"), Names("Ann Lee", "Ann Leigh"),
      Names("Ruth Achterberg", "R. A."),
    ])
  func differ(_ names: Names) throws {
    var sample = SampleCase.inOrder
    sample.name(complainant: names.one, printed: names.other)
    #expect(try sample.check("SIG-02").outcome == .review)
    #expect(try sample.results().disposition == .ready)
  }

  @Test("a name that was not read, or not well, is for a person")
  func unread() throws {
    var sample = SampleCase.inOrder
    #expect(try sample.check("SIG-02").outcome == .review)
    sample.name(complainant: "Ada van Tongeren", printed: "Ada van Tongeren")
    sample.confidences[0] = 0.5
    let check = try sample.check("SIG-02")
    #expect(check.outcome == .review)
    #expect(check.reason.contains("not read well"))
  }

  @Test("the name in the certificate says of whose signature it is")
  func certified() throws {
    var sample = SampleCase.inOrder
    sample.name(complainant: "Ada van Tongeren", printed: "Ada van Tongeren")
    sample.attestations[1].notary?.elements[.signer] = .init(
      state: .present, text: "Ada van Tongeren")
    #expect(try sample.check("NOT-02").outcome == .satisfied)
    sample.attestations[1].notary?.elements[.signer] = .init(
      state: .present, text: "Gordon Lindqvist")
    #expect(try sample.check("NOT-02").outcome == .review)
    #expect(try sample.check("SIG-02").outcome == .review)
    #expect(try sample.results().disposition == .review)
  }

  @Test(
    "an officer with a party's name is for a person", arguments: ["Ada Tongeren", "P. Corrigan"])
  func officer(_ name: String) throws {
    var sample = SampleCase.inOrder
    sample.name(complainant: "Ada van Tongeren", respondent: "Philippa Corrigan")
    sample.attestations[1].notary?.elements[.officerName] = .init(state: .present, text: name)
    #expect(try sample.check("NOT-09").outcome == .review)
    sample.attestations[1].notary?.elements[.officerName] = .init(
      state: .present, text: "Lena Ortiz")
    #expect(try sample.check("NOT-09").outcome == .satisfied)
  }

  @Test("one name for complainant and respondent may be a self-report")
  func selfReport() throws {
    var sample = SampleCase.inOrder
    sample.name(complainant: "Simone Abernathy", respondent: "Abernathy, Simone")
    let check = try sample.check("FRM-09")
    #expect(check.outcome == .review)
    #expect(check.reason.contains("may be one person"))
    #expect(try sample.results().disposition == .review)
  }

  @Test(
    "several names in one field",
    arguments: ["Ann Lee and Bo Lee", "Ann & Bo Lee", "Ann Lee, et al.", "Ann Lee; Bo Ray"])
  func several(_ name: String) throws {
    var sample = SampleCase.inOrder
    sample.name(complainant: name, respondent: "Philippa Corrigan")
    #expect(try sample.check("FRM-08").outcome == .review)
    #expect(try sample.quoted(by: "FRM-08").contains(name))
    sample = .inOrder
    sample.name(complainant: "Anders Lee Ray", respondent: "Philippa Corrigan")
    #expect(try sample.check("FRM-08").outcome == .satisfied)
  }

  @Test("the respondent and the certificate number are shown to be looked up, and in no reason")
  func lookup() throws {
    var sample = SampleCase.inOrder
    sample.pageTexts[0] += ["CCM certificate number, if known", "0099412"]
    sample.pageTexts[0].insert("Section B Respondent", at: 5)
    sample.name(complainant: "Ada van Tongeren", respondent: "Philippa Corrigan")
    #expect(try sample.quoted(by: "FRM-06") == ["Philippa Corrigan", "0099412"])
    #expect(
      try sample.quoted(by: "DUP-01") == ["Ada van Tongeren", "Philippa Corrigan", "0099412"])
    for check in try sample.results().checks {
      #expect(!check.reason.contains("Corrigan") && !check.reason.contains("Tongeren"))
    }
  }

  @Test("labels that a text layer ran together are told apart")
  func runTogether() throws {
    var sample = SampleCase.inOrder
    sample.pageTexts[0] += [
      "Section B Respondent", "Name of the case managerCCM certificate number, if known",
      "Philippa Corrigan",
    ]
    sample.name(complainant: "Ada van Tongeren")
    let quoted = try sample.quoted(by: "FRM-06")
    #expect(quoted.count == 2)
    #expect(quoted.contains { $0.contains("Corrigan") })
  }

  @Test("two names of complainants are two cases, perhaps")
  func fused() throws {
    var sample = SampleCase.inOrder
    sample.name(complainant: "Ada van Tongeren")
    sample.addPage(.continuation, ["Continuation sheet", "Complainant: Ada van Tongeren"])
    #expect(try sample.check("INT-02").outcome == .satisfied)
    sample.addPage(.continuation, ["Continuation sheet", "Complainant: Desmond Okonjo"])
    let check = try sample.check("INT-02")
    #expect(check.outcome == .review)
    #expect(check.reason.contains("d01 page 7"))
  }

  @Test("of a form that is filled in on screen it is the field's value")
  func formField() throws {
    var sample = SampleCase.inOrder
    sample.name(complainant: "", printed: "Ada van Tongeren")
    var facts = sample.facts
    let label = try #require(
      facts.documents[0].pages[0].reading?.lines.first { $0.text == "Name" }?.box)
    facts.documents[0].pages[0].reading?.fields = [
      FormField(
        name: "complainant.name", kind: .text, value: "Ada van Tongeren",
        box: Box(x: label.x, y: label.maxY + 2, width: 200, height: 16))
    ]
    let results = try FilingRules.check(facts, by: caseRules(shippedRuleSet("ccm-2023")))
    #expect(results.checks.first { $0.id == "SIG-02" }?.outcome == .satisfied)
  }

  @Test("on a scan that slopes, the value under a label is found")
  func slope() throws {
    var sample = SampleCase.inOrder
    sample.name(complainant: "Ada van Tongeren", printed: "Ada van Tongeren")
    var facts = sample.facts
    let slope = -0.05
    facts = facts.withReadings { reading in
      var turned = reading
      turned.skew = -2.86
      for line in turned.lines.indices {
        for word in turned.lines[line].words.indices {
          turned.lines[line].words[word].box.y += slope * turned.lines[line].words[word].box.midX
        }
      }
      turned.rules = reading.lines.map { line in
        // A rule under every line, as long as the page is wide: its box is as high as it slopes.
        Rule(
          direction: .horizontal,
          box: Box(x: 0, y: line.box.maxY + 4 + slope * 612, width: 612, height: 612 * 0.05))
      }
      return turned
    }
    let results = try FilingRules.check(facts, by: caseRules(shippedRuleSet("ccm-2023")))
    let check = try #require(results.checks.first { $0.id == "SIG-02" })
    #expect(check.outcome == .satisfied, "\(check.reason)")
  }
}
