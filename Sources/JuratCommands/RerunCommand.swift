import ArgumentParser
import Casework
import Foundation
import PipelineEngine
import PipelineFiles
import ReaderPool
import Stages
import Workspace

struct RerunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rerun",
    abstract: "Run one stage of a case again, then what depends on it; or what failed.",
    discussion: """
      The later stages run if the output of the stage has changed; with --only they are left and \
      show as stale. --set holds for this stage of these cases until its next rerun, and is \
      recorded with the case. What changed in the findings is printed.

      \(ExitStatus.table)
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var readers: ReaderOptions
  @OptionGroup var settings: SettingsOptions
  @OptionGroup var output: FormatOption
  @Option(help: "The stage: \(Stage.allCases.map(\.rawValue).joined(separator: ", ")).")
  var stage: Stage?
  @Flag(help: "Leave the later stages alone.")
  var only = false
  @Flag(help: "Everything that failed, in all cases or the ones named.")
  var failed = false
  @Argument(help: "Cases, as 'jurat status' prints them.")
  var cases: [CaseID] = []

  func validate() throws {
    if failed {
      guard stage == nil, !only, settings.overrides.isEmpty else {
        throw ValidationError("--failed goes without --stage, --only and --set")
      }
    } else if stage == nil || cases.isEmpty {
      throw ValidationError("name a case and a --stage, or say --failed")
    }
  }

  func run() throws {
    try Console.run {
      let workspace = try workspace.open()
      let known = try workspace.cases()
      if let unknown = cases.first(where: { !known.contains($0) }) {
        throw CommandProblem("there is no case \(unknown.rawValue)", status: .usage)
      }
      var bare = settings
      bare.overrides = []
      let overrides = try stageOverrides()
      if !overrides.isEmpty {
        // Before a reader is started; the session is without them, they are for single cases.
        _ = try Configuration(folder: settings.folder(), overrides: overrides, tools: .unknown)
      }
      let session = try Session(settings: bare, reader: readers)
      let results = try session.run(
        stage.map { .rerun($0, only: only) } ?? .retryFailures, cases.isEmpty ? known : cases,
        overrides: stage.map { ($0, overrides) }, in: workspace)
      try results.show(as: output.format)
      return results.status
    }
  }

  /// The overrides, each of which has to concern the stage that is rerun.
  private func stageOverrides() throws -> [SettingOverride] {
    let overrides = try settings.settingOverrides()
    for override in overrides {
      let section = override.key.split(separator: ".").first.map(String.init)
      guard let stage, section == stage.rawValue else {
        throw CommandProblem(
          "--set \(override.text): the setting is not one of \(stage?.rawValue ?? "no stage"), "
            + "which is what is rerun", status: .usage)
      }
    }
    return overrides
  }
}
