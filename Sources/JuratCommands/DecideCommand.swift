import ArgumentParser
import Casework
import FileStore
import Stages
import Workspace

/// What a decision says beside the case.
struct DecisionOptions: ParsableArguments {
  @Option(help: "Who decides.")
  var by: String
  @Option(help: "Why, in your words.")
  var note = ""

  func validate() throws {
    if by.allSatisfy(\.isWhitespace) { throw ValidationError("--by: say who decides") }
  }
}

struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Write down what was decided about a case.",
    discussion: """
      accept and deficient say what becomes of the complaint, hold that it waits; such a case is \
      flagged if its findings change afterwards. close says that nothing is left to do: the case \
      leaves the list, and no night works on it any more. 'jurat reopen' takes either back.

      \(ExitStatus.table)
      """)

  enum Decision: String, CaseIterable, ExpressibleByArgument {
    case accept, deficient, hold, close

    var act: CaseHistory.Act {
      switch self {
      case .accept: .accept
      case .deficient: .deficient
      case .hold: .hold
      case .close: .close
      }
    }
  }

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var options: DecisionOptions
  @Option(
    help: ArgumentHelp(
      "The rows of the checklist that it rests on, such as NOT-01,DAT-03.", valueName: "rows"))
  var because = ""
  @Argument(help: "A case, as 'jurat status' prints it.")
  var caseID: CaseID
  @Argument(help: "accept, deficient, hold or close.")
  var decision: Decision

  private var rows: [String] { because.split(separator: ",").map(String.init) }

  func validate() throws {
    if decision == .deficient, rows.isEmpty {
      throw ValidationError("a deficiency needs --because with the rows that it rests on")
    }
  }

  func run() throws {
    try Console.run {
      let workspace = try workspace.open()
      let results = try workspace.results(of: caseID)
      for row in rows {
        guard let check = results.checks.first(where: { $0.id == row }) else {
          throw CommandProblem(
            "--because \(row): the checklist has no such row", status: .usage)
        }
        if decision == .deficient, check.outcome == .satisfied {
          throw CommandProblem(
            "--because \(row): that row is satisfied (\(check.reason)); a deficiency cannot rest "
              + "on it", status: .usage)
        }
      }
      try workspace.record(decision.act, on: caseID, options, because: rows)
      return .well
    }
  }
}

struct ReopenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen",
    abstract: "Take back what was decided about a case; it is open again.",
    discussion: ExitStatus.table)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var options: DecisionOptions
  @Argument(help: "A case, as 'jurat status' or the list of closed cases has it.")
  var caseID: CaseID

  func run() throws {
    try Console.run {
      let workspace = try workspace.open()
      if try workspace.knownCase(caseID).history().standing == .open {
        throw CommandProblem("\(caseID.rawValue) is open", status: .usage)
      }
      try workspace.record(.reopen, on: caseID, options, because: [])
      return .well
    }
  }
}

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Print what was decided about a case, by whom and when.",
    discussion: """
      Each entry has the digest of the one before it; one that was changed or is missing is told, \
      with its file.

      \(ExitStatus.table)
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: FormatOption
  @Argument(help: "A case, as 'jurat status' prints it.")
  var caseID: CaseID

  func run() throws {
    try Console.run {
      let entries = try workspace.open().knownCase(caseID).history().entries
      switch output.format {
      case .json: try Console.print(json: entries)
      case .text:
        if entries.isEmpty { try Console.print("nothing was decided about it yet") }
        for entry in entries { try Console.print(Self.line(entry)) }
      }
      return .well
    }
  }

  private static func line(_ entry: CaseHistory.Entry) -> String {
    let because =
      entry.because.isEmpty ? "" : " because of \(entry.because.joined(separator: ", "))"
    return "\(entry.time)  \(entry.act.rawValue)\(because), by \(entry.by)"
      + (entry.note.isEmpty ? "" : ": \(entry.note)")
  }
}

extension Workspace {
  fileprivate func knownCase(_ id: CaseID) throws -> CaseFolder {
    guard try cases().contains(id) else {
      throw CommandProblem("there is no case \(id.rawValue)", status: .usage)
    }
    return caseFolder(id)
  }

  /// What the case's checks came to.
  fileprivate func results(of id: CaseID) throws -> CheckResults {
    guard
      let results = try knownCase(id).readIfWhole(
        CheckResults.self, from: CheckStage.output, of: .check)
    else {
      throw CommandProblem(
        "\(id.rawValue) has not been checked yet; run the night first", status: .usage)
    }
    return results
  }

  /// Adds an entry to the history of the case and makes the lists anew.
  fileprivate func record(
    _ act: CaseHistory.Act, on id: CaseID, _ options: DecisionOptions, because: [String]
  ) throws {
    let folder = try knownCase(id)
    var history = try folder.history()
    guard let record = folder.record(of: .check) else {
      throw CommandProblem("\(id.rawValue) has not been checked yet", status: .usage)
    }
    try history.add(
      act, by: options.by, note: options.note, because: because, results: record.outputDigest)
    try WorkList.write(for: self)
  }
}
