import PipelineFiles
import Testing

@Suite("Strict YAML")
struct StrictYAMLTests {
  struct Oven: Codable, Equatable, Validated {
    var degrees: Int
    var share: Double
    var name: String
    var isGas: Bool
    var shelves: [Shelf]
    var notes: [String: String]
    var owner: String?

    struct Shelf: Codable, Equatable { var height: Int }

    var unusableValues: [UnusableValue] {
      degrees > 300 ? [UnusableValue("degrees", "is too hot; set at most 300")] : []
    }
  }

  static let good = """
    degrees: 200
    share: 0.5
    name: front
    isGas: false
    shelves:
      - height: 1
      - height: 2
    notes:
      top: hot
      bottom: cold
    """

  func problem(in text: String) -> SettingsProblem? {
    do throws(SettingsProblem) {
      _ = try StrictYAML.decode(Oven.self, from: text, file: "oven.yaml")
      return nil
    } catch {
      return error
    }
  }

  @Test("a good file is decoded")
  func decodes() throws {
    let oven = try StrictYAML.decode(Oven.self, from: Self.good, file: "oven.yaml")
    #expect(
      oven
        == Oven(
          degrees: 200, share: 0.5, name: "front", isGas: false,
          shelves: [.init(height: 1), .init(height: 2)], notes: ["top": "hot", "bottom": "cold"],
          owner: nil))
  }

  struct Slip: CustomTestStringConvertible, Sendable {
    var from: String
    var to: String
    var key: String
    var line: Int?
    var says: String
    var testDescription: String { "'\(to)' for '\(from)'" }
  }

  @Test(
    "a slip names the key, its line and the way out",
    arguments: [
      Slip(from: "degrees: 200", to: "degrees: warm", key: "degrees", line: 1, says: "'warm'"),
      Slip(from: "degrees: 200", to: "degrees: 2.5", key: "degrees", line: 1, says: "whole number"),
      Slip(
        from: "degrees: 200", to: "degrees: \"200\"", key: "degrees", line: 1, says: "text '200'"),
      Slip(from: "degrees: 200", to: "degrees: 301", key: "degrees", line: 1, says: "at most 300"),
      Slip(from: "degrees: 200", to: "degrees:", key: "degrees", line: 1, says: "nothing"),
      Slip(from: "degrees: 200", to: "degreees: 200", key: "degrees", line: 1, says: "'degreees'"),
      Slip(from: "share: 0.5", to: "share: half", key: "share", line: 2, says: "a number"),
      Slip(from: "name: front", to: "name: 12", key: "name", line: 3, says: "\"12\" in quotes"),
      Slip(from: "name: front", to: "name: no", key: "name", line: 3, says: "in quotes"),
      Slip(from: "name: front", to: "name: [a]", key: "name", line: 3, says: "a list"),
      Slip(from: "isGas: false", to: "isGas: maybe", key: "isGas", line: 4, says: "true or false"),
      Slip(from: "isGas: false\n", to: "", key: "isGas", line: 1, says: "missing"),
      Slip(
        from: "- height: 2", to: "- height: two", key: "shelves[2].height", line: 7,
        says: "whole number"),
      Slip(
        from: "- height: 2", to: "- {height: 2, depth: 3}", key: "shelves[2].depth", line: 7,
        says: "unknown key"),
      Slip(from: "notes:", to: "colour: red\nnotes:", key: "colour", line: 8, says: "unknown key"),
      Slip(
        from: "notes:", to: "ownr: me\nnotes:", key: "ownr", line: 8, says: "mean 'owner'"),
      Slip(from: "notes:", to: "share: 1\nnotes:", key: "share", line: 2, says: "twice"),
    ])
  func names(_ slip: Slip) throws {
    let text = Self.good.replacing(slip.from, with: slip.to, maxReplacements: 1)
    let problem = try #require(self.problem(in: text))
    #expect(problem.file == "oven.yaml")
    #expect(problem.key == slip.key)
    #expect(problem.line == slip.line)
    #expect(problem.reason.contains(slip.says), "\(problem)")
  }

  @Test("broken YAML, an alias and an empty file are said as such")
  func unreadable() throws {
    #expect(try #require(self.problem(in: "degrees: [1")).reason.contains("not YAML"))
    #expect(try #require(self.problem(in: "a: &x 1\nb: *x")).description.contains("oven.yaml"))
    #expect(try #require(self.problem(in: "# nothing\n")).reason.contains("empty"))
  }

  @Test("a problem reads as one sentence with file, line and key")
  func description() {
    let problem = SettingsProblem(file: "oven.yaml", key: "a.b", line: 3, reason: "is missing")
    #expect(problem.description == "oven.yaml, line 3: a.b: is missing")
    #expect(SettingsProblem(file: "x", reason: "is empty").description == "x: is empty")
  }
}
