package import ArgumentParser
import FileStore
import PipelineEngine
import PipelineFiles
import ReaderPool
import Stages
import Workspace

/// How jurat ends: an interface for whoever started it, on the lines of sysexits(3).
package enum ExitStatus: Int32, CaseIterable, Sendable {
  case well = 0
  case usage = 64
  case someInputsFailed = 65
  case dependencyMissing = 69
  case fault = 70
  case storage = 74
  case tryLater = 75
  case settings = 78

  package var meaning: String {
    switch self {
    case .well: "all well; a case that fails its checks is a result, not an error"
    case .usage: "the command line is wrong"
    case .someInputsFailed:
      "some inputs were quarantined or left out, some pages failed, or something has to be looked at; "
        + "the rest is good"
    case .dependencyMissing: "a reader, a library or a language model is not there"
    case .fault: "jurat's own fault, or packets in and out do not add up"
    case .storage: "no space, or the disk refused"
    case .tryLater: "another run has the workspace or the case, or the run was interrupted"
    case .settings: "a setting, form or rule set is wrong; its key is in the message"
    }
  }

  /// For `--help`.
  package static let table =
    "EXIT STATUS\n"
    + allCases.map { "  \($0.rawValue < 10 ? " " : "")\($0.rawValue)  \($0.meaning)" }
    .joined(separator: "\n")

  package var exitCode: ExitCode { ExitCode(rawValue) }

  /// The status that an error ends with.
  init(of error: any Error) {
    self =
      switch error {
      case is SettingsProblem: .settings
      case is FileProblem: .storage
      case is Lease.Held, is CaseHistory.Overtaken: .tryLater
      case ReaderFailure.cannotStart, is MissingModel: .dependencyMissing
      case ReaderFailure.cancelled: .tryLater
      case let problem as CommandProblem: problem.status
      default: .fault
      }
  }

  /// The status that a run ends with: the gravest of what happened. What failed in an earlier night
  /// was told then.
  init(of report: RunReport) {
    let kinds = report.cases.compactMap(\.problemKind)
    self =
      if report.isInterrupted {
        .tryLater
      } else if kinds.contains(.dependency) {
        .dependencyMissing
      } else if kinds.contains(.storage) || report.packets.failing > 0 {
        .storage
      } else if kinds.contains(.fault) || !report.isReconciled {
        .fault
      } else if kinds.contains(.held) {
        .tryLater
      } else if !report.quarantined.isEmpty || !report.packetProblems.isEmpty
        || report.changedCases.contains(where: {
          $0.failures > 0 || $0.alerts != nil || $0.problemKind == .setAside
        })
      {
        .someInputsFailed
      } else {
        .well
      }
  }
}

/// Something that a command can't do, with what to do about it.
struct CommandProblem: Error, CustomStringConvertible {
  let description: String
  let status: ExitStatus

  init(_ description: String, status: ExitStatus) {
    self.description = description
    self.status = status
  }
}
