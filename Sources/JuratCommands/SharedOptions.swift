import ArgumentParser
import Casework
import FileStore
import Foundation
import PipelineFiles
import Workspace

struct WorkspaceOptions: ParsableArguments {
  @Option(help: "The folder in which jurat keeps its state.")
  var workspace: String

  func open() throws -> Workspace {
    guard try Files.kind(of: Workspace.absolute(workspace)) == .folder else {
      throw CommandProblem(
        "there is no workspace at \(workspace); 'jurat run' makes one", status: .usage)
    }
    return try Workspace(at: workspace)
  }
}

struct SettingsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder with pipeline.yaml, wording.yaml, forms and rules.",
      discussion: "Else $JURAT_PIPELINE, ./Pipeline, or the one installed with the program."))
  var pipeline: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Override one setting, such as ocr.dpi=400; may be repeated.", valueName: "key=value"))
  var overrides: [String] = []

  func folder() throws -> PipelineFolder {
    try PipelineFolder.locate(explicit: pipeline, executable: Program.path)
  }

  func settingOverrides() throws -> [SettingOverride] {
    try overrides.map { text throws(SettingsProblem) in try SettingOverride(parsing: text) }
  }
}

struct ReaderOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many pages may be read at once.",
      discussion:
        "By default as many as the scheduler, the cgroup, SLURM_CPUS_* and memory allow."))
  var jobs: Int?

  @Option(help: "The reader program; by default jurat-reader beside jurat.")
  var reader: String?

  var program: String { reader ?? Program.folder + "/jurat-reader" }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs): must be at least 1") }
  }
}

struct FormatOption: ParsableArguments {
  @Option(help: "text or json.")
  var format = OutputFormat.text
}

/// Absolute paths of files that have to be there.
func existing(_ files: [String]) throws -> [String] {
  try files.map { file in
    let path = URL(fileURLWithPath: Workspace.absolute(file)).resolvingSymlinksInPath().path
    guard try Files.kind(of: path) == .file else {
      throw CommandProblem("\(file): there is no such file", status: .usage)
    }
    return path
  }
}

/// This executable.
enum Program {
  static var path: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
  }

  static var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }
}

extension CaseID: ExpressibleByArgument {
  package init?(argument: String) { self.init(rawValue: argument) }
}

extension Stage: ExpressibleByArgument {}
