package import Casework
package import Dispatch
import FileStore
import PipelineFiles
package import ReaderPool
package import Stages
import Synchronization
package import Workspace

/// Opens cases for work: takes the lease, puts the case's overrides into the settings, starts the
/// chain of its stages.
package final class CaseOpener: Sendable {
  private let workspace: Workspace
  private let configuration: Configuration
  private let readers: any Readers
  private let queue: DispatchQueue
  private let events: EventLog
  private let observer: any RunObserver
  private let leases = Mutex<[CaseID: Lease]>([:])

  package init(
    workspace: Workspace, configuration: Configuration, readers: any Readers, queue: DispatchQueue,
    events: EventLog, observer: any RunObserver
  ) {
    self.workspace = workspace
    self.configuration = configuration
    self.readers = readers
    self.queue = queue
    self.events = events
    self.observer = observer
  }

  package var intake: Intake {
    Intake(
      workspace: workspace,
      limits: PacketLimits(configuration.settings.ingest),
      ignoredNames: IgnoredNames(configuration.settings.ingest.ignoredNames),
      version: Stage.ingest.program.version)
  }

  /// Starts `task` on the case. `completion` is called once, on any thread; `postponed` when the case lets
  /// others go first, because it is large or takes long.
  package func open(
    _ id: CaseID, task: CaseTask, priority: Int, postponed: @escaping @Sendable () -> Void = {},
    completion: @escaping @Sendable (CaseOutcome) -> Void
  ) {
    var lease: Lease?
    do {
      let held = try workspace.caseFolder(id).takeLease()
      lease = held
      let alerts = try CaseUpkeep(of: id, in: workspace).tend()
      let context = try context(of: id)
      leases.withLock { $0[id] = held }
      CaseRun(
        context: context, lease: held, alerts: alerts, task: task, priority: priority,
        readers: readers,
        queue: queue,
        events: events, observer: observer, postponed: postponed
      ) { [self] outcome in
        leases.withLock { $0[id] = nil }
        completion(outcome)
      }.start()
      lease = nil
    } catch let held as Lease.Held {
      completion(
        problem(id, "process \(held.holder.pid) on \(held.holder.node) has the case", .held))
    } catch let error as FileProblem {
      completion(problem(id, error.description, .storage))
    } catch let aside as CaseUpkeep.SetAside {
      // Its lease went with it.
      lease = nil
      completion(problem(id, aside.reason, .setAside))
    } catch {
      completion(problem(id, "\(error)", .fault))
    }
    lease?.release()
  }

  /// Looks after the files of a case that people are done with.
  func tendClosed(_ id: CaseID) -> CaseOutcome {
    var outcome = CaseOutcome(id: id)
    do {
      let lease = try workspace.caseFolder(id).takeLease()
      defer { lease.release() }
      outcome.alerts = try CaseUpkeep(of: id, in: workspace).tend()
    } catch is Lease.Held {
      // Whoever has it has looked after it.
    } catch let aside as CaseUpkeep.SetAside {
      outcome = problem(id, aside.reason, .setAside)
    } catch {
      outcome = problem(id, "\(error)", error is FileProblem ? .storage : .fault)
    }
    outcome.isClosed = true
    return outcome
  }

  /// The case as its stages see it: the run's configuration with the case's own overrides.
  package func context(of id: CaseID) throws -> StageContext {
    try Self.context(
      of: id, workspace: workspace, configuration: configuration, run: events.run)
  }

  /// The same for a command that runs nothing.
  package static func context(
    of id: CaseID, workspace: Workspace, configuration: Configuration, run: String
  ) throws -> StageContext {
    let folder = workspace.caseFolder(id)
    let overrides = try folder.overrides().values.reduce(into: [:]) {
      $0.merge($1) { first, _ in first }
    }
    let further = overrides.sorted { $0.key < $1.key }
      .map { SettingOverride(key: $0.key, value: $0.value) }
    return StageContext(
      workspace: workspace, folder: folder,
      configuration: try configuration.overridden(by: further), overrides: overrides,
      amendments: try folder.amendments(), run: run)
  }

  /// Tells others that the leases of the open cases are alive.
  package func touchLeases() {
    for lease in leases.withLock({ Array($0.values) }) { lease.touch() }
  }

  private func problem(_ id: CaseID, _ reason: String, _ kind: CaseOutcome.Kind) -> CaseOutcome {
    CaseOutcome(id: id, problem: .init(stage: .ingest, reason: reason, kind: kind))
  }
}

extension PacketLimits {
  init(_ settings: Settings.Ingest) {
    self.init(
      fileBytes: settings.maxFileMegabytes << 20, packetBytes: settings.maxPacketMegabytes << 20,
      files: settings.maxFiles)
  }
}
