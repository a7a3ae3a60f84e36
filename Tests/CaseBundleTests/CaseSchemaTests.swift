import CaseReport
import Casework
import Foundation
import Testing

@Suite struct CaseSchemaTests {
  private static let schema = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Pipeline/schema/case.schema.json").path

  /// What the schema says against the document after `change` (Python) was made to it.
  private func complaints(about change: String = "pass") throws -> Judge.Verdict {
    let crops = CropPlan(
      facts: SyntheticCase.facts, passages: SyntheticCase.results.passages, margin: 12
    ).crops.values.flatMap { $0 }
    var facts = SyntheticCase.facts
    for index in facts.documents.indices {
      facts.documents[index].ingested.sha256 = Digest(
        rawValue: String(repeating: "0123456789abcdef", count: 4))
    }
    let document = CaseDocument(
      caseID: CaseID(rawValue: "c-0123456789abcdef")!, facts: facts,
      results: SyntheticCase.results, made: SyntheticCase.made, overrides: ["ocr.dpi": "400"],
      crops: Set(crops.map(\.id)))
    let program = """
      import json, sys, jsonschema
      schema = json.load(open('\(Self.schema)'))
      jsonschema.Draft202012Validator.check_schema(schema)
      case = json.load(sys.stdin)
      \(change)
      errors = list(jsonschema.Draft202012Validator(schema).iter_errors(case))
      for error in errors: print(list(error.absolute_path), error.message[:200])
      sys.exit(1 if errors else 0)
      """
    return try Judge.python(
      program, needs: "jsonschema", installedBy: "apt-get install python3-jsonschema",
      input: document.json())
  }

  @Test func `describes a case that has some of everything`() throws {
    let verdict = try complaints()
    #expect(verdict.status == 0, "\(verdict.output)")
  }

  @Test(arguments: [
    "case['extra'] = 1",
    "del case['overrides']",
    "case['schema'] = 'jurat.case/2'",
    "case['caseId'] = 'Jane Doe'",
    "case['disposition'] = 'rejected'",
    "case['documents'][0]['path'] = '../escape.pdf'",
    "case['documents'][0]['extra'] = 1",
    "case['documents'][2]['pageCount'] = 1",
    "case['documents'][0]['pages'][0]['failure'] = 'but it was read'",
    "case['documents'][1]['pages'][1]['failure'] = None",
    "case['documents'][0]['pages'][0]['role'] = 'cover'",
    "case['documents'][0]['digitalSignatures'][0]['integrity'] = 'notVerified'",
    "case['attestations'][0]['state'] = 'absent'",
    "case['attestations'][0]['box'] = [1, 2, 3]",
    "case['attestations'][0]['confidence'] = 97",
    "case['attestations'][1]['elements']['witness'] = case['attestations'][1]['elements']['venue']",
    "case['dates'][0]['readings'][0]['earliest'] = '2024-13-01'",
    "case['dates'][1]['readings'] = case['dates'][0]['readings']",
    "del case['passages']",
    "case['passages'][0]['id'] = 'a1'",
    "case['passages'][0]['text'] = ''",
    "case['passages'][1]['crop'] = 'evidence/p2.png'",
    "case['citations'][0]['kind'] = 'section'",
    "case['citations'][0]['number'] = 0",
    "case['checks'][0]['outcome'] = 'failed'",
    "case['checks'][0]['rule'] = 'signed'",
    "case['checks'][0]['code'] = 'form_found'",
    "del case['checks'][0]['code']",
    "case['checks'][0]['witnesses'] = ['a second opinion']",
    "del case['checks'][1]['witnesses'][0]",
    "case['checks'][3]['waitsFor'] = 'the notary'",
    "case['checks'][4]['variants'][0]['marginDays'] = 1.5",
  ])
  func `allows nothing else`(change: String) throws {
    let verdict = try complaints(about: change)
    #expect(verdict.status == 1)
    #expect(verdict.output.hasPrefix("["), "\(verdict.output)")
  }

  @Test func `lists the code of every reason once, and no other`() throws {
    struct Schema: Decodable {
      struct Definitions: Decodable { var check: Check }
      struct Check: Decodable { var properties: Properties }
      struct Properties: Decodable { var code: Code }
      struct Code: Decodable { var `enum`: [String] }
      enum CodingKeys: String, CodingKey { case definitions = "$defs" }

      var definitions: Definitions
    }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: Self.schema))
    let listed = try JSONDecoder().decode(Schema.self, from: bytes)
      .definitions.check.properties.code.enum
    #expect(listed.sorted() == ReasonCode.allCases.map(\.rawValue).sorted())
  }
}
