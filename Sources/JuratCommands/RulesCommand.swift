import ArgumentParser
import Casework
import FileStore
import FilingRules
import PipelineFiles
import Workspace

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rule sets, or check one before it is put to use.",
    discussion: ExitStatus.table,
    subcommands: [List.self, Check.self],
    defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the rule sets of Pipeline/rules, what they say and what they leave open.",
      discussion: ExitStatus.table)

    @OptionGroup var settings: SettingsOptions
    @OptionGroup var output: FormatOption

    func run() throws {
      try Console.run {
        let folder = try settings.folder()
        let check = try Settings.load(from: folder, overrides: settings.settingOverrides()).check
        let entries = try RuleLibrary.load(from: folder, forms: folder.forms()).ruleSets.map {
          Entry($0, check)
        }
        switch output.format {
        case .json: try Console.print(json: entries)
        case .text: try Console.print(entries.map(\.text).joined(separator: "\n"))
        }
        return .well
      }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Validate a rule set; what is wrong is said with its key and line.",
      discussion: ExitStatus.table)

    @Argument(help: "A rule set in YAML.")
    var file: String

    func run() throws {
      try Console.run {
        let ruleSet = try RuleSet.read(from: file)
        try Console.print("\(file): in order\n\(Entry(ruleSet, nil).text)")
        return .well
      }
    }
  }

  /// A rule set in short.
  private struct Entry: Encodable {
    var id: String
    var title: String
    var program: String
    var status: RuleSet.Effective.Status
    var from: CivilDate?
    var until: CivilDate?
    var pageLimit: Int
    var periods: [String]
    /// The keys of `check` in `pipeline.yaml` that name it.
    var usedFor: [String]
    var openQuestions: [String]

    init(_ ruleSet: RuleSet, _ settings: Settings.Check?) {
      id = ruleSet.id
      title = ruleSet.title
      program = ruleSet.program
      status = ruleSet.effective.status
      from = ruleSet.effective.from
      until = ruleSet.effective.until
      pageLimit = ruleSet.pages.limit
      periods = ruleSet.filingPeriod.lengths.map(\.name)
      let programs = settings?.ruleSets.filter { $0.value == ruleSet.id }.keys.sorted() ?? []
      usedFor =
        programs.map { "check.ruleSets.\($0)" }
        + (settings?.fallback == ruleSet.id ? ["check.fallback"] : [])
      openQuestions = ruleSet.openQuestions
    }

    var text: String {
      let days =
        switch (from, until) {
        case (nil, nil): "from a day not known"
        case (let from?, nil): "from \(from)"
        case (nil, let until?): "until \(until)"
        case (let from?, let until?): "\(from) to \(until)"
        }
      var lines = [
        "\(id)  \(title)",
        "  program \(program); \(status.rawValue), \(days)",
        "  \(pageLimit) pages; \(periods.joined(separator: " or ")) to file",
      ]
      if !usedFor.isEmpty { lines.append("  used by \(usedFor.joined(separator: ", "))") }
      if !openQuestions.isEmpty {
        lines.append("  open: \(openQuestions.joined(separator: ", "))")
      }
      return lines.joined(separator: "\n")
    }
  }
}

extension RuleSet {
  /// Reads and validates the rule set in a file that is named on the command line.
  static func read(from file: String) throws -> RuleSet {
    guard let bytes = try Files.contents(of: Workspace.absolute(file)) else {
      throw CommandProblem("\(file): there is no such file", status: .usage)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SettingsProblem(file: file, reason: "is not UTF-8 text; save it as UTF-8")
    }
    return try RuleSet(parsing: text, file: file)
  }
}
