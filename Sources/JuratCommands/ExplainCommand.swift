import ArgumentParser
import Casework
import Dispatch
import PipelineEngine
import ReaderPool
import Stages
import Workspace

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say for every stage of a case whether it would run, and why.",
    discussion: ExitStatus.table)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var readers: ReaderOptions
  @OptionGroup var settings: SettingsOptions
  @OptionGroup var output: FormatOption
  @Argument(help: "The case.")
  var caseID: CaseID

  private struct Line: Encodable {
    var stage: Stage
    var wouldRun: Bool?
    var reason: String
    /// The parts of the key that differ.
    var differs: [String]
  }

  func run() throws {
    try Console.run {
      let workspace = try workspace.open()
      let session = try Session(settings: settings, reader: readers)
      defer { session.pool.close() }
      let context = try CaseOpener.context(
        of: caseID, workspace: workspace, configuration: session.configuration, run: "none")
      guard context.folder.record(of: .ingest) != nil else {
        throw CommandProblem("there is no case \(caseID.rawValue)", status: .usage)
      }
      let lines = try CasePlan.decisions(in: context).map(Self.line)
      switch output.format {
      case .json: try Console.print(json: lines)
      case .text:
        for line in lines {
          let verdict = line.wouldRun.map { $0 ? "would run" : "up to date" } ?? "waits"
          let name = line.stage.rawValue.padding(to: 9)
          try Console.print("\(name)\(verdict.padding(to: 11))\(line.reason)")
        }
      }
      return .well
    }
  }

  private static func line(_ stage: Stage, _ decision: StageDecision) -> Line {
    switch decision {
    case .upToDate: Line(stage: stage, wouldRun: false, reason: "", differs: [])
    case .due(let reason):
      if case .keyDiffers(let parts) = reason {
        Line(stage: stage, wouldRun: true, reason: reason.description, differs: parts)
      } else {
        Line(stage: stage, wouldRun: true, reason: reason.description, differs: [])
      }
    case .waiting(let stages):
      Line(
        stage: stage, wouldRun: nil,
        reason: "runs if " + stages.map(\.rawValue).joined(separator: ", ")
          + " leave something new", differs: [])
    }
  }
}

extension String {
  /// With blanks behind it up to `width` characters.
  func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
