import ArgumentParser
import CaseBag
import Casework
import FileStore
import Workspace

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a bundle, or the bundles and histories of a workspace: every byte as it was.",
    discussion: """
      Of a bundle: every file is there, nothing more, every byte as it was. Only bundles that jurat \
      wrote are valid here; other bags are for programs such as bagit-python. Of a workspace: all \
      its bundles, and of every case that the entries of its history are all there and as they were \
      written, each with the digest of the one before.

      \(ExitStatus.table)
      """)

  @OptionGroup var output: FormatOption
  @Option(help: "Of one case of the workspace only.")
  var `case`: CaseID?
  @Argument(help: "The folder of a bundle, or a workspace.")
  var folder: String

  private struct Verdict: Encodable {
    var isValid: Bool
    var problems: [BagProblem]
  }

  private struct BundleVerdict: Encodable {
    let schema = "jurat.verification/1"
    var isValid: Bool
    var bundle: Verdict
  }

  private struct WorkspaceVerdict: Encodable {
    struct Line: Encodable {
      var id: CaseID
      var isValid: Bool
      /// `nil` where there is none.
      var bundle: Verdict?
      /// There was one.
      var bundleIsMissing: Bool
      /// How many entries its history has, up to the damaged one.
      var entries: Int
      /// The first entry that is missing or not as it was written, relative to the workspace.
      var damagedEntry: String?
    }
    let schema = "jurat.verification/1"
    var isValid: Bool
    var cases: [Line]
  }

  func run() throws {
    try Console.run {
      let path = Workspace.absolute(folder)
      guard try Files.kind(of: path) == .folder else {
        throw CommandProblem("\(folder): there is no such folder", status: .usage)
      }
      return try Workspace.isWorkspace(path)
        ? verify(Workspace(at: path)) : verifyBundle(path)
    }
  }

  private func verdict(on bundle: String) -> Verdict {
    let problems = BagVerifier.verify(bundle)
    return Verdict(isValid: problems.isEmpty, problems: problems)
  }

  private func verifyBundle(_ path: String) throws -> ExitStatus {
    guard self.case == nil else {
      throw CommandProblem("--case goes with a workspace", status: .usage)
    }
    let verdict = verdict(on: path)
    switch output.format {
    case .json:
      try Console.print(json: BundleVerdict(isValid: verdict.isValid, bundle: verdict))
    case .text:
      for problem in verdict.problems { try Console.print(problem.description) }
      try Console.print(verdict.isValid ? "\(folder): valid" : "\(folder): NOT valid")
    }
    return verdict.isValid ? .well : .someInputsFailed
  }

  private func verify(_ workspace: Workspace) throws -> ExitStatus {
    let known = try workspace.cases()
    if let id = self.case, !known.contains(id) {
      throw CommandProblem("there is no case \(id.rawValue)", status: .usage)
    }
    let cases = self.case.map { [$0] } ?? known
    defer { if Console.showsProgress { Console.show("\r\u{1B}[K") } }
    let lines = try cases.enumerated().map { index, id in
      if Console.showsProgress { Console.show("\rcases \(index)/\(cases.count)\u{1B}[K") }
      return try line(id, in: workspace)
    }
    let isValid = lines.allSatisfy(\.isValid)
    switch output.format {
    case .json: try Console.print(json: WorkspaceVerdict(isValid: isValid, cases: lines))
    case .text:
      for line in lines { try Console.print(text(line)) }
      try Console.print("\(folder): \(isValid ? "valid" : "NOT valid")")
    }
    return isValid ? .well : .someInputsFailed
  }

  private func line(_ id: CaseID, in workspace: Workspace) throws -> WorkspaceVerdict.Line {
    let folder = workspace.caseFolder(id)
    let bundle = workspace.bundlePath(id)
    let history = try folder.reliableHistory()
    let verdict = try Files.kind(of: bundle) == nil ? nil : verdict(on: bundle)
    let isMissing =
      try verdict == nil && folder.readRecord(of: .bundle).map { $0.problem == nil } ?? false
    return WorkspaceVerdict.Line(
      id: id, isValid: verdict?.isValid != false && !isMissing && history.damage == nil,
      bundle: verdict, bundleIsMissing: isMissing, entries: history.entries.count,
      damagedEntry: history.damage.map { String($0.path.dropFirst(workspace.path.count + 1)) })
  }

  private func text(_ line: WorkspaceVerdict.Line) -> String {
    let bundle =
      line.bundle.map { $0.isValid ? "bundle valid" : "bundle NOT valid" }
      ?? (line.bundleIsMissing ? "bundle MISSING" : "no bundle yet")
    let history =
      line.damagedEntry.map { "history NOT as it was written: \($0)" }
      ?? "\(line.entries) entries of its history"
    let problems = (line.bundle?.problems ?? []).map { "\n  \($0)" }.joined()
    return "\(line.id.rawValue)  \(bundle), \(history)\(problems)"
  }
}
