import ArgumentParser
import Casework
import ReaderPool
import Stages
import Workspace

/// What somebody says beside what they say of a case.
struct PersonOptions: ParsableArguments {
  @Option(help: "Who says so.")
  var by: String
  @Option(help: "Why, in your words.")
  var note = ""

  func validate() throws {
    if by.allSatisfy(\.isWhitespace) { throw ValidationError("--by: say who it is") }
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

      With --file, what was collected on review pages is checked and written down: amendments \
      first, and then decisions on what they have come to. A file that was applied already changes \
      nothing.

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
  @OptionGroup var readers: ReaderOptions
  @OptionGroup var settings: SettingsOptions
  @Option(
    name: .customLong("file"), parsing: .upToNextOption,
    help: ArgumentHelp("Decisions files, as review pages save them.", valueName: "files"))
  var files: [String] = []
  @Option(help: "Who says so.")
  var by: String?
  @Option(help: "Why, in your words.")
  var note: String?
  @Option(
    help: ArgumentHelp(
      "The rows of the checklist that it rests on, such as NOT-01,DAT-03.", valueName: "rows"))
  var because: String?
  @Option(
    help: ArgumentHelp(
      "Of accept: the documents that may be disclosed to the parties, such as d02,d03, in place "
        + "of those said before; 'none' for none.", valueName: "documents"))
  var disclose: String?
  @Argument(help: "A case, as 'jurat status' prints it.")
  var caseID: CaseID?
  @Argument(help: "accept, deficient, hold or close.")
  var decision: Decision?

  func validate() throws {
    if files.isEmpty {
      guard caseID != nil, decision != nil else {
        throw ValidationError("name a case and what was decided, or say --file")
      }
      guard let by, !by.allSatisfy(\.isWhitespace) else {
        throw ValidationError("--by: say who decides")
      }
    } else if caseID != nil || by != nil || note != nil || because != nil || disclose != nil {
      throw ValidationError("--file goes without a case and without anything else to say")
    }
  }

  func run() throws {
    try Console.run {
      let workspace = try workspace.open()
      if let caseID, let decision, let by {
        try decide(caseID, decision, by: by, in: workspace)
        return .well
      }
      return try apply(in: workspace)
    }
  }

  private func decide(
    _ id: CaseID, _ decision: Decision, by person: String, in workspace: Workspace
  ) throws {
    let words = try CaseWords(of: id, in: workspace)
    var said = SaidOfCase(act: decision.act, note: note ?? "")
    said.because = because?.split(separator: ",").map(String.init)
    said.disclose = disclose.map { documents in
      documents == "none"
        ? [] : documents.split(separator: ",").map { DocumentID(rawValue: String($0)) }
    }
    try words.add(words.word(said, by: person))
    try WorkList.write(for: workspace)
  }

  /// Each case by itself: what is wrong with one keeps no other from being applied.
  private func apply(in workspace: Workspace) throws -> ExitStatus {
    let files = try files.map(DecisionsFile.init)
    let session =
      try files.flatMap(\.parts).contains(where: \.needsReaders)
      ? Session(settings: settings, reader: readers) : nil
    defer { session?.pool.close(now: false) }
    var worst = ExitStatus.well
    for (file, part) in files.flatMap({ file in file.parts.map { (file, $0) } }) {
      do {
        let words = try CaseWords(
          of: part.caseId, in: workspace, programmes: session?.configuration.programmes ?? [])
        let count = try file.apply(part, to: words) {
          try session?.bringUpToDate(part.caseId, in: workspace)
        }
        let made = try workspace.regrouping.finish(part.caseId)
        for id in made { try session?.bringUpToDate(id, in: workspace) }
        try Console.print(
          "\(part.caseId.rawValue)  "
            + (count == 0 ? "\(file.path) was applied before" : "wrote down \(count)")
            + (made.isEmpty ? "" : ", now \(made.map(\.rawValue).joined(separator: " and "))"))
      } catch let problem as CommandProblem {
        Console.complain(problem.description)
        if worst == .well { worst = problem.status }
      }
    }
    try WorkList.write(for: workspace)
    return worst
  }
}

struct ReopenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen",
    abstract: "Take back what was decided about a case; it is open again.",
    discussion: ExitStatus.table)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var person: PersonOptions
  @Argument(help: "A case, as 'jurat status' or the list of closed cases has it.")
  var caseID: CaseID

  func run() throws {
    try Console.run {
      let workspace = try workspace.open()
      let words = try CaseWords(of: caseID, in: workspace)
      try words.add(words.word(SaidOfCase(act: .reopen, note: person.note), by: person.by))
      try WorkList.write(for: workspace)
      return .well
    }
  }
}

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Print what people decided and said about a case, by whom and when.",
    discussion: """
      Each entry has the digest of the one before it; one that was changed or is missing is told, \
      with its file.

      \(ExitStatus.table)
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: FormatOption
  @Argument(help: "A case, as 'jurat status' prints it.")
  var caseID: CaseID

  private struct History: Encodable {
    let schema = "jurat.history/1"
    var caseId: CaseID
    var entries: [CaseHistory.Entry]
  }

  func run() throws {
    try Console.run {
      let history = try CaseWords(of: caseID, in: workspace.open()).history()
      switch output.format {
      case .json:
        try Console.print(json: History(caseId: caseID, entries: history.entries))
      case .text:
        if history.entries.isEmpty { try Console.print("nobody has said anything about it yet") }
        for entry in history.entries { try Console.print(entry.line) }
      }
      return .well
    }
  }
}

extension CaseHistory.Entry {
  fileprivate var line: String {
    let what =
      switch act {
      case .accept, .deficient, .hold, .close, .reopen: act.rawValue
      case .amend:
        (amendment.map { "amendment \($0.number): \($0.inWords)" } ?? act.rawValue)
          + (carried.map { ", said of \($0.from.rawValue)" } ?? "")
      case .withdraw: "amendment \(withdrawn ?? 0) taken back"
      case .split:
        "split off \((moved ?? []).inWords): now \((into ?? []).inWords)"
      case .join: "joined with \(joined?.rawValue ?? ""): now \((into ?? []).inWords)"
      }
    let because = because.isEmpty ? "" : " because of \(because.joined(separator: ", "))"
    let disclosed =
      disclosed.map {
        $0.isEmpty ? ", nothing to be disclosed" : ", to be disclosed: \($0.inWords)"
      } ?? ""
    return "\(time)  \(what)\(because)\(disclosed), by \(by)" + (note.isEmpty ? "" : ": \(note)")
  }
}

extension Amendment {
  /// Such as `date of t1-1-1406 is 2024-04-09`.
  fileprivate var inWords: String {
    let whose = subject.name.isEmpty ? "" : " of \(subject.name)"
    return "\(change.field.rawValue)\(whose) is \(change.value)"
  }
}

extension Array where Element: RawRepresentable<String> {
  fileprivate var inWords: String { map(\.rawValue).joined(separator: ", ") }
}
