import ArgumentParser
import Casework
import FileStore
import Foundation
import Logging
import PipelineEngine
import PipelineFiles
import ReaderPool
import ReaderProtocol
import Stages
import Workspace

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run the night: packets of an inbox in, case bundles out.",
    discussion: """
      A packet is a folder or a single file directly in the inbox. It is moved out of the inbox \
      by rename, so inbox and workspace have to be on one file system. What an earlier run left \
      unfinished is carried on first. Nothing that is up to date is done again.

      \(ExitStatus.table)
      """)

  @Option(help: "The folder into which packets are put; without it, only what is there goes on.")
  var inbox: String?
  @Option(help: "The folder in which jurat keeps its state; made where it is not there.")
  var workspace: String
  @Flag(help: "Take nothing in where readers cannot be confined (exit status 69).")
  var requireSandbox = false
  @OptionGroup var readers: ReaderOptions
  @OptionGroup var settings: SettingsOptions
  @OptionGroup var output: FormatOption

  func run() throws {
    try Console.run {
      let workspace = try Workspace(at: workspace)
      let run = try NightlyRun(over: workspace)
      defer { run.release() }
      try workspace.markCrashes()
      let session = try Session(settings: settings, reader: readers)
      if requireSandbox { try session.requireSandbox() }
      return try perform(run, session, workspace: workspace)
    }
  }

  private func perform(_ run: NightlyRun, _ session: Session, workspace: Workspace) throws
    -> ExitStatus
  {
    let settings = session.configuration.settings
    let progress = ProgressDisplay(packets: 0)
    let stop = StopSignal { session.pool.cancel(now: true) }
    defer { stop.cancel() }
    stop.requestItself(afterMinutes: settings.night.maxMinutes) {
      Logger.jurat.warning(
        "night.maxMinutes (\(settings.night.maxMinutes)) are over: the run ends, the next carries on"
      )
    }
    Logger.jurat.notice("readers are confined by: \(session.confinement)")
    let inbox = inbox.map {
      Inbox(
        at: $0, settleSeconds: settings.ingest.settleSeconds,
        ignoredNames: IgnoredNames(settings.ingest.ignoredNames))
    }
    let report = try run.run(
      RunName.now(), inbox: inbox, configuration: session.configuration, readers: session.pool,
      guards: session.guards, observer: progress, log: Logger.jurat,
      waiting: progress.packetsWaiting,
      publish: { report, folder in
        let names = try WorkList.names(of: report.changedCases.map(\.id), in: workspace)
        try Files.write(
          Array(ReportPage.html(report, names: names).utf8), to: "\(folder)/report.html")
      })
    progress.clear()
    _ = try Ledger.rebuilt(of: workspace)
    try WorkList.write(for: workspace)
    switch output.format {
    case .json: try Console.print(json: report)
    case .text:
      try Console.print(
        ReportText.summary(
          report, folder: workspace.runFolder(report.run), workspace: workspace.path))
    }
    return ExitStatus(of: report)
  }
}

/// The name of a run: when it began, and which process it is.
enum RunName {
  static func now() -> String {
    let time = Date().formatted(
      .iso8601.year().month().day().time(includingFractionalSeconds: false)
        .timeSeparator(.omitted).dateSeparator(.omitted))
    return "\(time)-\(HostIdentity.current.pid)"
  }
}

extension Logger {
  /// The log of the program, on standard error: what an operator reads after a failed night.
  static let jurat: Logger = {
    var logger = Logger(label: "jurat") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .notice
    return logger
  }()
}
