import ArgumentParser
import CaseReport
import Casework
import FilingRules
import Foundation
import PipelineEngine
import PipelineFiles
import Stages
import Workspace

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what a case would be under another edition of the rules; changes nothing.",
    discussion: """
      The facts are those that the case's stages have left. With --rules that rule set is applied, \
      else the one that pipeline.yaml names. With --as-of only editions count that were in force on \
      that day, or may have been; where the one that pipeline.yaml names was not, the edition of \
      that day is applied.

      \(ExitStatus.table)
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var settings: SettingsOptions
  @OptionGroup var output: FormatOption
  @Option(help: "A rule set in YAML, or the name of one in Pipeline/rules.")
  var rules: String?
  @Option(help: ArgumentHelp("The day whose editions may govern.", valueName: "YYYY-MM-DD"))
  var asOf: CivilDate?
  @Argument(help: "The case.")
  var caseID: CaseID

  func run() throws {
    try Console.run {
      let workspace = try workspace.open()
      let configuration = try Configuration(
        folder: settings.folder(), overrides: settings.settingOverrides(), tools: .unknown)
      let context = try CaseOpener.context(
        of: caseID, workspace: workspace, configuration: configuration, run: "none")
      let needed: [Stage] = [.ingest, .count, .ocr, .classify, .attest, .dates]
      if let absent = needed.first(where: { context.folder.record(of: $0) == nil }) {
        throw CommandProblem(
          absent == .ingest
            ? "there is no case \(caseID.rawValue)"
            : "\(caseID.rawValue) has not been through \(absent.rawValue); run jurat first",
          status: .usage)
      }
      let facts = try context.caseFacts()
      let document = CheckingDocument(
        caseID: caseID, asOf: asOf,
        results: FilingRules.check(
          facts, by: try caseRules(for: facts.classification, configuration)),
        recorded: try? context.folder.read(
          CheckResults.self, from: CheckStage.output, of: .check))
      switch output.format {
      case .json: try Console.put(document.json())
      case .text: try Console.print(document.text())
      }
      return .well
    }
  }

  private func caseRules(
    for classification: Classification, _ configuration: Configuration
  ) throws -> CaseRules {
    let library = configuration.rules
    let named = try rules.map { try library[$0] ?? RuleSet.read(from: $0) }
    var ruleSet =
      try named
      ?? library.governing(classification.program, settings: configuration.settings.check)
    var editions = library.ruleSets
    if let asOf {
      editions = editions.filter { $0.mayBeInForce(on: asOf) }
      if named == nil, !ruleSet.mayBeInForce(on: asOf) {
        guard let other = editions.first(where: { $0.program == ruleSet.program }) else {
          throw CommandProblem(
            "no edition of \(ruleSet.program) was in force on \(asOf); name one with --rules",
            status: .usage)
        }
        ruleSet = other
      }
    }
    return try CaseRules(
      ruleSet, among: editions, recognised: classification.firstForm, on: configuration.forms,
      wording: configuration.lexicon)
  }
}

extension CivilDate: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}
