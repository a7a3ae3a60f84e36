import ArgumentParser
import Casework
import FileStore
import Foundation
import Logging
import PipelineEngine
import PipelineFiles
import ReaderPool
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
  @OptionGroup var readers: ReaderOptions
  @OptionGroup var settings: SettingsOptions
  @OptionGroup var output: FormatOption

  func run() throws {
    try Console.run {
      let workspace = try Workspace(at: workspace)
      let lease = try workspace.takeRunLease()
      defer { lease.release() }
      try workspace.sweep()
      let session = try Session(settings: settings, reader: readers)
      return try night(session, workspace: workspace, lease: lease)
    }
  }

  private func night(_ session: Session, workspace: Workspace, lease: Lease) throws
    -> ExitStatus
  {
    let progress = ProgressDisplay(packets: 0)
    let stop = StopSignal { session.pool.cancel(now: true) }
    defer { stop.cancel() }
    let events = try EventLog(run: RunName.now(), in: workspace)
    defer { events.close() }
    let ingest = session.configuration.settings.ingest
    let inbox = inbox.map {
      Inbox(
        at: $0, settleSeconds: ingest.settleSeconds,
        ignoredNames: IgnoredNames(ingest.ignoredNames))
    }
    let night = try Night(
      workspace: workspace, lease: lease, inbox: inbox, configuration: session.configuration,
      pool: session.pool, events: events, observer: progress, log: Logger.jurat)
    progress.packetsWaiting(night.packetCount)
    let report = night.run()
    progress.clear()
    let folder = workspace.runFolder(report.run)
    // The pages first: with `report.json` the run counts as told.
    try Files.write(Array(ReportPage.html(report).utf8), to: "\(folder)/report.html")
    try Files.write(CanonicalJSON.encode(report), to: workspace.reportPath(of: report.run))
    _ = try Ledger.rebuilt(of: workspace)
    switch output.format {
    case .json: try Console.print(json: report)
    case .text:
      try Console.print(ReportText.summary(report, folder: folder, workspace: workspace.path))
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
