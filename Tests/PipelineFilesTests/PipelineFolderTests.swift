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
      ("- Form revision", "- '?'", "dateLabels.form-revision[3]", "letters and digits"),
      ("titles:", "logo: red\ntitles:", "logo", "unknown key"),
      (
        "complainantName: complainant-name", "complainantName: complainant-nam",
        "answers.parties.complainantName", "complainant-name"
      ),
      ("rulesField: rules", "rulesField: weather", "answers.rulesField", "add it"),
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

  @Test(
    "a place that cannot be found or told from another is refused with its key",
    arguments: [
      ("kind: box, labels: [One], value: below", "places[1].kind", "box"),
      ("kind: text, labels: [One], value: left", "places[1].value", "left"),
      ("kind: text, labels: [One]", "places[1].value", "below, above or beside"),
      ("kind: text, labels: ['?'], value: below", "places[1].labels[1]", "letters and digits"),
      ("kind: check-box", "places[1]", "nothing could find it"),
      ("kind: text, labels: [One], page: 1", "places[1]", "has both"),
      ("kind: text, labels: [One], box: [9, 9, 90, 12]", "places[1]", "has both"),
      ("kind: text, page: 0, box: [9, 9, 90, 12]", "places[1].page", "from 1"),
      ("kind: text, page: 1, box: [9, 9, 90, 0]", "places[1].box", "height"),
      ("kind: text, page: 1, box: [-9, 9, 90, 12]", "places[1].box", "height"),
      ("kind: text, page: 99, box: [9, 9, 90, 12]", "places", "learn the form again"),
      ("kind: text, labels: [One], value: below, sides: 4", "places[1].sides", "unknown key"),
      (
        "kind: text, labels: [One], value: below}\n  - {name: new-place, kind: signature, "
          + "labels: [Two]", "places[2].name", "new-place"
      ),
    ])
  func badPlace(place: String, key: String, says: String) throws {
    let scratch = try Scratch()
    try scratch.edit(
      "forms/cdms-complaint.yaml", replacing: "\nplaces:\n",
      with: "\nplaces:\n  - {name: new-place, \(place)}\n")
    let problem = try #require(
      self.problem { () throws(SettingsProblem) in try scratch.folder.forms() })
    #expect(problem.file == "forms/cdms-complaint.yaml")
    #expect(problem.key == key)
    #expect(problem.reason.contains(says), "\(problem)")
  }

  @Test("a date without labels, and a field to fill in that is no place, are refused")
  func badList() throws {
    func edited(_ edit: (String) throws -> String) throws -> SettingsProblem {
      let scratch = try Scratch()
      let file = scratch.pipeline.appendingPathComponent("forms/cdms-complaint.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      let changed = try edit(text)
      try #require(changed != text, "nothing to replace")
      try Data(changed.utf8).write(to: file)
      return try #require(
        self.problem { () throws(SettingsProblem) in try scratch.folder.forms() })
    }
    let date = try edited {
      $0.replacing(/form-revision:(?:\n *- [^\n]*)+/, with: "form-revision: []")
    }
    #expect(date.key == "dateLabels.form-revision")
    #expect(date.reason.contains("leave the key out"), "\(date)")
    let field = try edited { text in
      let answers = try #require(text.range(of: "\nanswers:"))
      return String(text[..<answers.lowerBound])
        + text[answers.lowerBound...].replacing("street-address", with: "street-adress")
    }
    #expect(field.key == "answers.requiredFields[1]")
    #expect(field.reason.contains("did you mean 'street-address'"), "\(field)")
  }

  @Test("a form of a programme says what is read on it, and one of no programme need not")
  func withoutAnswers() throws {
    let scratch = try Scratch()
    let file = scratch.pipeline.appendingPathComponent("forms/cdms-complaint.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let answers = try #require(text.range(of: "\nanswers:"))
    func write(_ text: String) throws { try Data(text.utf8).write(to: file) }
    let others = String(text[..<answers.lowerBound]) + "\n"
    try write(others)
    let problem = try #require(
      self.problem { () throws(SettingsProblem) in try scratch.folder.forms() })
    #expect(problem.key == "answers")
    try write(others.replacing(/program: "?cdms"?/, with: "program: null"))
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
