import Casework
import Dispatch
import FileStore
import Foundation
package import Logging
package import ReaderPool
package import Stages
import Synchronization
package import Workspace

/// One run over a workspace: packets in, bundles out.
///
/// Concurrency model: up to `openCases` packets or cases are in work at once, each a chain of work
/// items on `queue` (bounded by the number of open cases, and none of them waits for a child); the
/// pages of all of them share the readers of `pool`, cases that were opened first going first.
/// What is shared stands in `state`; `finished` is signalled when nothing is left.
package final class Night: Sendable {
  private let workspace: Workspace
  /// Held by the caller; kept fresh while the run goes on.
  private let lease: Lease
  private let inbox: Inbox?
  private let configuration: Configuration
  private let cases: CaseOpener
  private let pool: ReaderPool
  private let events: EventLog
  private let observer: any RunObserver
  private let log: Logger
  private let queue = DispatchQueue(label: "jurat.night.cases", attributes: .concurrent)
  private let finished = DispatchGroup()
  /// Cases that runs have worked on since the last report, this one not counted.
  private let unreported: Set<CaseID>
  private let state: Mutex<State>

  private enum Item {
    case claim(String)
    case packet(String)
    case knownCase(CaseID)
  }

  private struct State {
    /// The next one last.
    var items: [Item]
    var opened = 0
    var handled: Set<CaseID> = []
    var packets = RunReport.Packets()
    var packetProblems: [String] = []
    var outcomes: [CaseOutcome] = []
    var quarantined: [RunReport.QuarantineLine] = []
    var storageFailed = false
  }

  /// Prepares a run: claims left by an earlier one come first, then the inbox, then the cases
  /// that are there already.
  package init(
    workspace: Workspace, lease: Lease, inbox: Inbox?, configuration: Configuration,
    pool: ReaderPool, events: EventLog, observer: any RunObserver, log: Logger
  ) throws {
    self.workspace = workspace
    self.lease = lease
    self.inbox = inbox
    self.configuration = configuration
    self.pool = pool
    self.events = events
    self.observer = observer
    self.log = log
    cases = CaseOpener(
      workspace: workspace, configuration: configuration, pool: pool, queue: queue,
      events: events, observer: observer)
    unreported = try EventLog.unreportedCases(in: workspace)
    let intake = cases.intake
    let claims = try intake.unfinishedClaims()
    let items =
      claims.map(Item.claim) + (try inbox?.packets() ?? []).map(Item.packet)
      + (try workspace.cases()).map(Item.knownCase)
    state = Mutex(State(items: items.reversed()))
  }

  /// How many packets wait, for the progress display.
  package var packetCount: Int {
    state.withLock { $0.items.count { if case .knownCase = $0 { false } else { true } } }
  }

  /// Runs and returns when everything has ended or been stopped. Blocks the calling thread, which
  /// must not be one of Dispatch's.
  package func run() -> RunReport {
    let started = Date()
    events.record(.runStarted)
    let heartbeat = DispatchSource.makeTimerSource(queue: queue)
    heartbeat.schedule(deadline: .now() + 30, repeating: 30)
    heartbeat.setEventHandler { [cases, lease] in
      lease.touch()
      cases.touchLeases()
    }
    heartbeat.resume()
    // Enough open cases that readers have pages at hand while some cases are at their ends.
    for _ in 0..<(2 * pool.width) {
      finished.enter()
      queue.async { [self] in openNext() }
    }
    finished.wait()
    heartbeat.cancel()
    let isInterrupted = observer.isStopRequested
    let usage = pool.close(now: isInterrupted)
    let report = report(started: started, usage: usage, isInterrupted: isInterrupted)
    events.record(.runEnded)
    return report
  }

  // MARK: One item after another

  /// Takes the next item into work; leaves the group when there is none.
  private func openNext() {
    let next = state.withLock { state -> (Item, Int)? in
      guard !observer.isStopRequested, !state.storageFailed, let item = state.items.popLast() else {
        return nil
      }
      state.opened += 1
      return (item, state.opened)
    }
    guard let (item, order) = next else { return finished.leave() }
    switch item {
    case .knownCase(let id): open(id, order: order)
    case .claim(let claim): takeIn(order: order) { _ in claim }
    case .packet(let name): takeIn(order: order) { try self.claim(name, intake: $0) }
    }
  }

  /// The claim of a packet; `nil` where it has to wait for the next night.
  private func claim(_ name: String, intake: Intake) throws -> String? {
    guard let inbox, try inbox.isSettled(name) else { return nil }
    return try intake.claim(name, from: inbox)
  }

  private func takeIn(order: Int, _ claim: (Intake) throws -> String?) {
    let result: Intake.Result
    do {
      guard let claim = try claim(cases.intake) else {
        result = .leftForNextNight
        return ended(result, order: order)
      }
      result = try cases.intake.finish(claim)
    } catch {
      // The packet stays where it is, whole: in the inbox or as a claim.
      log.error("packet not taken in", metadata: ["reason": "\(error)"])
      state.withLock { state in
        state.packets.received += 1
        state.packets.failing += 1
        state.packetProblems.append("\(error)")
        if (error as? FileProblem)?.isNoSpace == true { state.storageFailed = true }
      }
      observer.packetEnded()
      return openNext()
    }
    ended(result, order: order)
  }

  private func ended(_ result: Intake.Result, order: Int) {
    state.withLock { state in
      if result != .leftForNextNight { state.packets.received += 1 }
      switch result {
      case .taken: state.packets.taken += 1
      case .duplicate: state.packets.duplicates += 1
      case .quarantined(let id, let reason):
        state.packets.quarantined += 1
        state.quarantined.append(.init(id: id, reason: reason))
      case .leftForNextNight: state.packets.leftForNextNight += 1
      }
    }
    observer.packetEnded()
    switch result {
    case .taken(let id):
      events.record(.packetTaken, caseID: id)
      open(id, order: order)
    case .duplicate(let id):
      events.record(.packetDuplicate, caseID: id)
      log.info("packet is a duplicate", metadata: ["case": "\(id.rawValue)"])
      open(id, order: order)
    case .quarantined(let id, let reason):
      events.record(.packetQuarantined, detail: "\(id): \(reason)")
      log.warning("packet quarantined", metadata: ["id": "\(id)", "reason": "\(reason)"])
      openNext()
    case .leftForNextNight:
      log.info("packet left for the next night: it is still changing")
      openNext()
    }
  }

  private func open(_ id: CaseID, order: Int) {
    guard state.withLock({ $0.handled.insert(id).inserted }) else { return openNext() }
    cases.open(id, task: .whatIsDue, priority: order) { [self] outcome in
      ended(outcome)
      queue.async { [self] in openNext() }
    }
  }

  private func ended(_ outcome: CaseOutcome) {
    state.withLock { state in
      state.outcomes.append(outcome)
      if outcome.problem?.kind == .storage { state.storageFailed = true }
    }
    if let problem = outcome.problem {
      log.error(
        "case not through",
        metadata: [
          "case": "\(outcome.id.rawValue)", "stage": "\(problem.stage.rawValue)",
          "reason": "\(problem.reason)",
        ])
    }
    observer.caseEnded(outcome)
  }

  // MARK: The report

  private func report(started: Date, usage: ReaderUsage, isInterrupted: Bool) -> RunReport {
    let (packets, problems, outcomes, quarantined) = state.withLock {
      ($0.packets, $0.packetProblems, $0.outcomes, $0.quarantined)
    }
    var report = RunReport(
      run: events.run, started: started.timeIntervalSince1970,
      seconds: Date().timeIntervalSince(started), jobs: pool.width)
    report.packets = packets
    report.packetProblems = problems.sorted()
    report.quarantined = quarantined.sorted { $0.id < $1.id }
    report.readers = usage
    report.isInterrupted = isInterrupted
    report.cases = outcomes.sorted { $0.id < $1.id }.map(line)
    report.isReconciled =
      packets.received
      == packets.taken + packets.duplicates + packets.quarantined + packets.failing
      && report.cases.allSatisfy { $0.bundle != nil || $0.problem != nil || $0.isInterrupted }
    return report
  }

  private func line(_ outcome: CaseOutcome) -> RunReport.CaseLine {
    let folder = workspace.caseFolder(outcome.id)
    let results = try? folder.read(CheckResults.self, from: CheckStage.output, of: .check)
    let isSealed =
      outcome.problem == nil && !outcome.isInterrupted
      && folder.record(of: .bundle)?.problem == nil
      && Files.kind(of: workspace.bundlePath(outcome.id)) == .folder
    let notes = folder.notes
    return RunReport.CaseLine(
      id: outcome.id, disposition: results?.disposition,
      pages: folder.pageCount, failures: folder.failureCount,
      notes: notes.isEmpty ? nil : notes, stagesRun: outcome.stagesRun,
      problem: outcome.problem?.reason, problemKind: outcome.problem?.kind,
      isInterrupted: outcome.isInterrupted,
      isUnchanged: outcome.stagesRun.isEmpty && outcome.problem == nil && !outcome.isInterrupted
        && !unreported.contains(outcome.id),
      bundle: isSealed ? "bundles/\(outcome.id.rawValue)" : nil)
  }
}
