import Casework
import FilingRules
import Foundation
import Testing

/// No field of what a rule can read is about what a person is.
@Suite("Protected attributes")
struct ProtectedAttributesTests {
  static let words: Set<String> = [
    "race", "ethnicity", "ethnic", "religion", "faith", "age", "birth", "born", "gender", "sex",
    "orientation", "nationality", "national", "origin", "marital", "married", "disability",
    "disabled", "pregnancy", "veteran", "citizenship", "citizen",
  ]

  /// The words of a name in camel case or with hyphens.
  static func parts(of name: String) -> [String] {
    var parts: [String] = [""]
    for character in name {
      if !character.isLetter {
        parts.append("")
      } else if character.isUppercase {
        parts.append(character.lowercased())
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.filter { !$0.isEmpty }
  }

  static func keys(in value: Any) -> Set<String> {
    switch value {
    case let object as [String: Any]:
      object.reduce(into: Set<String>()) { keys, entry in
        keys.insert(entry.key)
        keys.formUnion(Self.keys(in: entry.value))
      }
    case let list as [Any]: list.reduce(into: []) { $0.formUnion(Self.keys(in: $1)) }
    default: []
    }
  }

  @Test("no field of the facts is one")
  func fields() throws {
    var sample = SampleCase.inOrder
    sample.attestations[1].notary?.elements = Dictionary(
      uniqueKeysWithValues: NotaryBlock.Element.allCases.map { ($0, .init(state: .present)) })
    var facts = sample.facts
    let box = Box(x: 0, y: 0, width: 1, height: 1)
    facts.documents[0].survey.digitalSignatures = [
      DigitalSignature(
        fieldName: "x", isSigned: true, integrity: .valid, page: 1, box: ShownBox(box))
    ]
    facts.documents[0].survey.pages[0].fields = [
      ShownFormField(name: "x", kind: .text, value: "x", box: ShownBox(box))
    ]
    facts.documents[0].pages[0].reading?.marks = [
      Mark(
        box: box, inkArea: 1, strokeWidth: 1, pieceCount: 1, largestPieceWidth: 1,
        largestPieceHeight: 1, eulerNumber: 1, saturation: 0, darkness: 1)
    ]
    facts.documents[0].pages[0].reading?.rules = [Rule(direction: .horizontal, box: box)]
    let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(facts))
    let keys = Self.keys(in: json)
    #expect(keys.isSuperset(of: ["documents", "attestations", "dates", "writing", "elements"]))
    let protected = keys.filter { !Self.words.isDisjoint(with: Self.parts(of: $0)) }
    #expect(protected.isEmpty)
  }

  @Test("no field of what the checks leave behind is one, nor of what a rule set looks for")
  func results() throws {
    var sample = SampleCase.inOrder
    sample.name(complainant: "Ada van Tongeren", respondent: "Philippa Corrigan")
    let results = try sample.results()
    #expect(!results.passages.isEmpty && !results.citations.isEmpty)
    let rules = try caseRules(shippedRuleSet("ccm-2023"))
    for value in [results as any Encodable, rules] {
      let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(value))
      let keys = Self.keys(in: json)
      #expect(keys.isSuperset(of: value is CheckResults ? ["passages", "citations"] : ["parties"]))
      #expect(keys.filter { !Self.words.isDisjoint(with: Self.parts(of: $0)) } == [])
    }
  }

  @Test("a birth date in the text is not there for a rule: only that something is hidden")
  func birthInText() throws {
    func results(_ date: String) throws -> CheckResults {
      var sample = SampleCase.inOrder
      // What stands at the top of a page is quoted.
      sample.pageTexts[0].insert("Date of birth \(date) of the client", at: 0)
      return try sample.results()
    }
    #expect(try results("02/03/1950") == results("11/12/2001"))
    #expect(try results("02/03/1950").passages.contains { $0.isMasked })
  }

  @Test(
    "whose name it is changes nothing",
    arguments: [
      "Ada van Tongeren", "Desmond Okonjo", "María García López", "Nguyễn Văn Anh",
      "Mohammed Hussein",
    ])
  func names(_ name: String) throws {
    func outcomes(_ name: String) throws -> [Check.Outcome] {
      var sample = SampleCase.inOrder
      sample.name(complainant: name, respondent: "Philippa Corrigan", printed: name)
      return try sample.results().checks.map(\.outcome)
    }
    #expect(try outcomes(name) == outcomes("Pat Miller"))
  }

  @Test("of the parts that a date plays only birth is one, and rules never see it")
  func birth() throws {
    let protected = DatedFact.Role.allCases.filter {
      !Self.words.isDisjoint(with: Self.parts(of: $0.rawValue))
    }
    #expect(protected == [.birth])
    let without = SampleCase.inOrder
    var with = without
    for page in 1...5 {
      with.date("t\(90 + page)", .birth, "1950-02-03", page: page)
    }
    #expect(try with.results() == without.results())
  }
}
