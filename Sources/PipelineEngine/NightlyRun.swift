import Casework
package import Dispatch
import FileStore
import Foundation
package import Logging
package import ReaderPool
package import ReaderProtocol
package import Stages
package import Workspace

/// A whole run as `jurat run` does it, from the workspace's lease to the report that tells of it.
package struct NightlyRun {
  private let workspace: Workspace
  private let lease: Lease

  /// Takes the workspace, and sweeps what a killed run left there.
  ///
  /// - Throws: `Lease.Held` where another run has it.
  package init(over workspace: Workspace) throws {
    self.workspace = workspace
    lease = try workspace.takeRunLease()
    do {
      try workspace.sweep()
    } catch {
      lease.release()
      throw error
    }
  }

  /// Gives the workspace back.
  package func release() { lease.release() }

  /// Runs and leaves the report. Blocks the calling thread, which must not be one of Dispatch's.
  ///
  /// - Parameters:
  ///   - queue: where the work on cases is done; a serial one takes one step after the other.
  ///   - waiting: is told how many packets wait, before the first is taken in.
  ///   - publish: writes further forms of the report into the folder of the run.
  package func run(
    _ name: String, inbox: Inbox?, configuration: Configuration, readers: any Readers,
    guards: [ReaderGuard], observer: any RunObserver, log: Logger,
    queue: DispatchQueue = DispatchQueue(label: "jurat.night.cases", attributes: .concurrent),
    waiting: (Int) -> Void = { _ in },
    publish: (RunReport, _ folder: String) throws -> Void
  ) throws -> RunReport {
    let events = try EventLog(run: name, in: workspace)
    defer { events.close() }
    let night = try Night(
      workspace: workspace, lease: lease, inbox: inbox, configuration: configuration,
      readers: readers, events: events, observer: observer, log: log, queue: queue)
    waiting(night.packetCount)
    var report = try night.run()
    report.guards = guards
    // The pages first: with `report.json` the run counts as told.
    try publish(report, workspace.runFolder(name))
    try Files.write(CanonicalJSON.encode(report), to: workspace.reportPath(of: name))
    try Quarantine(workspace).markTold(report.quarantined.map(\.id))
    try workspace.markLatest(name)
    return report
  }
}
