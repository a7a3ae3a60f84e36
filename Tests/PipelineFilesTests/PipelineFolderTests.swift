import Casework
import Foundation
import PipelineFiles
import Testing

@Suite("Pipeline folder")
struct PipelineFolderTests {
  /// A copy of the shipped folder in a place of its own, removed with this value.
  final class Scratch {
    let root: URL
    var pipeline: URL { root.appendingPathComponent("Pipeline") }
    var folder: PipelineFolder { PipelineFolder(path: pipeline.path) }

    init() throws {
      root = FileManager.default.temporaryDirectory
        .appendingPathComponent("jurat-pipeline-\(UUID().uuidString)").resolvingSymlinksInPath()
      try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: shippedPipeline.path, toPath: pipeline.path)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func edit(_ file: String, replacing old: String, with new: String) throws {
      let url = pipeline.appendingPathComponent(file)
      let text = try String(contentsOf: url, encoding: .utf8)
      let edited = text.replacing(old, with: new)
      try #require(edited != text, "nothing to replace")
      try edited.write(to: url, atomically: true, encoding: .utf8)
    }
  }

  func problem(_ body: () throws(SettingsProblem) -> some Any) -> SettingsProblem? {
    do throws(SettingsProblem) {
      _ = try body()
      return nil
    } catch {
      return error
    }
  }

  @Test("the shipped configuration is good")
  func shipped() throws {
    let configuration = try PipelineConfiguration.load(from: shippedPipeline)
    #expect(configuration.forms.map(\.id) == ["ccm-complaint", "cdms-complaint"])
  }

  @Test(
    "a form description that cannot work is refused with its key",
    arguments: [
      ("  - CDMS continuation sheet", "  - '...'", "continuation[1]", "letters and digits"),
      ("id: cdms-complaint", "id: other", "id", "cdms-complaint"),
      ("titles:", "titel:", "titles", "titel"),
      ("  signed:", "  sined:", "dateLabels.sined", "signed"),
      (
        "  form-revision:\n    - Rev\n    - Revised\n    - Form revision", "  form-revision: []",
        "dateLabels.form-revision", "0"
      ),
      ("  beside:", "  behind:", "fieldLabels.behind", "beside"),
      ("  above:\n    - Printed name", "  above: []", "fieldLabels.above", "leave the key out"),
      ("program: cdms", "program: cdms\nlogo: red", "logo", "unknown key"),
      (
        "requiredFields:\n    - Street address", "requiredFields:\n    - Street adress",
        "answers.requiredFields[1]", "Street address"
      ),
      (
        "capacityLabels:\n    - Capacity in which you file", "capacityLabels:\n    - Rank",
        "answers.capacityLabels[1]", "add it"
      ),
      ("labels: [Name]", "labels: ['?']", "answers.parties.complainantName.labels[1]", "letters"),
      ("value: above", "value: left", "answers.parties.printedName.value", "left"),
    ])
  func badForm(old: String, new: String, key: String, says: String) throws {
    let scratch = try Scratch()
    try scratch.edit("forms/cdms-complaint.yaml", replacing: old, with: new)
    let problem = try #require(
      self.problem { () throws(SettingsProblem) in try scratch.folder.forms() })
    #expect(problem.file == "forms/cdms-complaint.yaml")
    #expect(problem.key == key)
    #expect(problem.reason.contains(says), "\(problem)")
  }

  @Test("a form of a programme says what is read on it, and one of no programme need not")
  func withoutAnswers() throws {
    let scratch = try Scratch()
    let file = scratch.pipeline.appendingPathComponent("forms/cdms-complaint.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let answers = try #require(text.range(of: "answers:"))
    func write(_ text: String) throws { try Data(text.utf8).write(to: file) }
    try write(String(text[..<answers.lowerBound]))
    let problem = try #require(
      self.problem { () throws(SettingsProblem) in try scratch.folder.forms() })
    #expect(problem.key == "answers")
    try write(String(text[..<answers.lowerBound]).replacing("program: cdms", with: "program: null"))
    #expect(try scratch.folder.forms().last?.answers == nil)
  }

  @Test("a rule set that is not there is named")
  func missingRuleSet() throws {
    let problem = try #require(
      self.problem { () throws(SettingsProblem) in
        try PipelineConfiguration.load(
          from: shippedPipeline, overrides: [.init(parsing: "check.fallback=ccm-1996")])
      })
    #expect(problem.key == "check.fallback")
    #expect(problem.reason.contains("ccm-1996"))
    #expect(problem.reason.contains("ccm-2023"))
  }

  @Test("the explicit folder goes before the variable, and that before the current folder")
  func order() throws {
    let (first, second, third) = (try Scratch(), try Scratch(), try Scratch())
    func located(explicit: String?, variable: String?) throws -> PipelineFolder {
      try .locate(
        explicit: explicit, executable: "/nowhere/jurat",
        environment: variable.map { ["JURAT_PIPELINE": $0] } ?? [:],
        currentFolder: third.root.path)
    }
    #expect(
      try located(explicit: first.pipeline.path, variable: second.pipeline.path) == first.folder)
    #expect(try located(explicit: nil, variable: second.pipeline.path) == second.folder)
    #expect(try located(explicit: nil, variable: nil) == third.folder)
  }

  @Test("without any of them it is found above the program", arguments: ["", "share/jurat/"])
  func aboveTheProgram(prefix: String) throws {
    let scratch = try Scratch()
    let moved = scratch.root.appendingPathComponent("\(prefix)Pipeline")
    if !prefix.isEmpty {
      try FileManager.default.createDirectory(
        at: moved.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.moveItem(at: scratch.pipeline, to: moved)
    }
    let found = try PipelineFolder.locate(
      explicit: nil, executable: scratch.root.path + "/.build/debug/jurat", environment: [:],
      currentFolder: "/nowhere")
    #expect(found.path == moved.path)
  }

  @Test("a folder that is named and is not one is not replaced by another")
  func wrongFolder() throws {
    let scratch = try Scratch()
    let problem = try #require(
      self.problem { () throws(SettingsProblem) in
        try PipelineFolder.locate(
          explicit: "/nowhere", executable: "/nowhere/jurat", environment: [:],
          currentFolder: scratch.root.path)
      })
    #expect(problem.description.contains("--pipeline"))
  }
}
