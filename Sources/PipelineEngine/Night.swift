import Casework
package import Dispatch
import FileStore
import Foundation
package import Logging
import PipelineFiles
package import ReaderPool
package import Stages
import Synchronization
package import Workspace

/// One run over a workspace: packets in, bundles out.
///
/// Concurrency model: up to `openCases` packets or cases are in work at once, each a chain of work
/// items on `queue` (bounded by the number of open cases, and none of them waits for a child); the
/// pages of all of them share the width of `readers`, cases that were opened first going first.
/// What is shared stands in `state`; `finished` is signalled when nothing is left.
package final class Night: Sendable {
  private let workspace: Workspace
  /// Held by the caller; kept fresh while the run goes on.
  private let lease: Lease
  private let inbox: Inbox?
  private let configuration: Configuration
  private let cases: CaseOpener
  private let readers: any Readers
  private let events: EventLog
  private let observer: any RunObserver
  private let log: Logger
  private let queue: DispatchQueue
  private let finished = DispatchGroup()
  /// Cases that were in work when a run crashed: they come last, one by one, so that the one at fault
  /// shows and takes no other with it.
  private let suspects: [CaseID]
  /// Cases that runs have worked on since the last report, this one not counted.
  private let unreported: Set<CaseID>
  /// Cases that people are done with: no stage of them runs, and their files are looked after.
  private let closed: [CaseID]
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
    var storageFailed = false
  }

  /// Prepares a run: claims left by an earlier one come first, then the inbox, then the cases
  /// that are there already.
  ///
  /// - Parameter queue: where the work on cases is done; a serial one takes one step after the other.
  package init(
    workspace: Workspace, lease: Lease, inbox: Inbox?, configuration: Configuration,
    readers: any Readers, events: EventLog, observer: any RunObserver, log: Logger,
    queue: DispatchQueue
  ) throws {
    self.workspace = workspace
    self.queue = queue
    self.lease = lease
    self.inbox = inbox
    self.configuration = configuration
    self.readers = readers
    self.events = events
    self.observer = observer
    self.log = log
    cases = CaseOpener(
      workspace: workspace, configuration: configuration, readers: readers, queue: queue,
      events: events, observer: observer)
    unreported = try EventLog.unreportedCases(in: workspace)
      .union(Self.neverTold(in: workspace))
    let intake = cases.intake
    let claims = try intake.unfinishedClaims()
    let packets = try inbox?.packets()
    if let packets { try PacketMemory.forgetAll(but: packets, in: workspace) }
    try Regrouping(in: workspace, version: Stage.ingest.program.version).finish()
    let all = try workspace.cases()
    let closed = try all.filter { try workspace.caseFolder($0).isClosed() }
    self.closed = closed
    let known = all.filter { !closed.contains($0) }
    let suspects = try known.filter { try workspace.crashes(of: $0) > 0 }
    let items =
      claims.map(Item.claim) + (packets ?? []).map(Item.packet)
      + known.filter { !suspects.contains($0) }.map(Item.knownCase)
    self.suspects = suspects
    state = Mutex(State(items: items.reversed(), handled: Set(suspects)))
  }

  /// The cases of whose bag no report has told. Events may be lost with the power; reports are not.
  private static func neverTold(in workspace: Workspace) throws -> Set<CaseID> {
    // No more of a report is read than is asked for: older versions wrote the rest otherwise.
    struct Told: Decodable {
      struct Line: Decodable {
        var id: CaseID
        var bundle: String?
      }
      var cases: [Line]
    }
    var untold = Set(try workspace.cases())
    for run in try workspace.runNames().reversed() where !untold.isEmpty {
      guard let bytes = try Files.contents(of: workspace.reportPath(of: run)),
        let report = try? CanonicalJSON.decode(Told.self, from: bytes)
      else { continue }
      untold.subtract(report.cases.filter { $0.bundle != nil }.map(\.id))
    }
    return untold
  }

  /// How many packets wait, for the progress display.
  package var packetCount: Int {
    state.withLock { $0.items.count { if case .knownCase = $0 { false } else { true } } }
  }

  /// Runs and returns when everything has ended or been stopped. Blocks the calling thread, which
  /// must not be one of Dispatch's.
  package func run() throws -> RunReport {
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
    queue.suspend()
    for _ in 0..<(2 * readers.width) {
      finished.enter()
      queue.async { [self] in openNext() }
    }
    queue.resume()
    finished.wait()
    for id in suspects where !observer.isStopRequested { try openAlone(id) }
    for id in closed where !observer.isStopRequested { tendClosed(id) }
    heartbeat.cancel()
    let isInterrupted = observer.isStopRequested
    let usage = readers.close(now: isInterrupted)
    let report = try report(started: started, usage: usage, isInterrupted: isInterrupted)
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
    case .claim(let claim):
      takeIn(claim, as: cases.intake.packetID(ofClaim: claim), order: order)
    case .packet(let name): claim(name, order: order)
    }
  }

  /// Takes a packet out of the inbox and in, unless it has to wait for the next night.
  private func claim(_ name: String, order: Int) {
    guard let inbox else { return openNext() }
    let id = PacketID(name: name)
    do {
      switch try cases.intake.claim(name, from: inbox) {
      case .claim(let claim): return takeIn(claim, as: id, order: order)
      case .waiting(let nights):
        state.withLock { state in
          state.packets.leftForNextNight += 1
          if nights >= configuration.settings.night.tellWaitingAfter {
            state.packetProblems.append(
              "\(id): it has kept changing, or has been open for writing, for \(nights) nights")
          }
        }
        log.info(
          "packet left for the next night: it is still changing", metadata: ["packet": "\(id)"])
      case .takenBefore: state.withLock { $0.packets.notRemovable += 1 }
      }
    } catch {
      return failed(id, error)
    }
    observer.packetEnded()
    openNext()
  }

  private func takeIn(_ claim: String, as id: PacketID, order: Int) {
    let ending: (result: Intake.Result, late: String?)
    do {
      ending = try cases.intake.finish(claim)
    } catch {
      return failed(id, error)
    }
    if let late = ending.late { state.withLock { $0.items.append(.claim(late)) } }
    ended(ending.result, order: order)
  }

  /// The packet stays where it is, whole: in the inbox or as a claim.
  private func failed(_ id: PacketID, _ error: any Error) {
    let problem = PacketProblem(id, error, in: workspace)
    log.error("packet not taken in", metadata: ["reason": "\(problem)"])
    state.withLock { state in
      state.packets.received += 1
      state.packets.failing += 1
      state.packetProblems.append("\(problem)")
      if problem.isNoSpace { state.storageFailed = true }
    }
    observer.packetEnded()
    openNext()
  }

  private func ended(_ result: Intake.Result, order: Int) {
    state.withLock { state in
      state.packets.received += 1
      switch result {
      case .taken: state.packets.taken += 1
      case .duplicate: state.packets.duplicates += 1
      case .quarantined: state.packets.quarantined += 1
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
    }
  }

  private func open(_ id: CaseID, order: Int) {
    guard state.withLock({ $0.handled.insert(id).inserted }) else { return openNext() }
    if closed.contains(id) {
      var outcome = cases.tendClosed(id)
      outcome.alerts.append("the case is closed, and the same documents have come once more")
      ended(outcome)
      return openNext()
    }
    // A case that lets others go first gives its place to the next one, and has none to give when it
    // ends.
    let place = Place()
    cases.open(
      id, task: .whatIsDue, priority: order,
      postponed: { [self] in
        guard place.give() else { return }
        finished.enter()
        queue.async { [self] in openNext() }
      },
      completion: { [self] outcome in
        ended(outcome)
        queue.async { [self] in if place.give() { openNext() } else { finished.leave() } }
      })
  }

  /// Works on one case and waits. One that has taken two runs with it is not touched.
  private func openAlone(_ id: CaseID) throws {
    guard try workspace.crashes(of: id) < 2 else {
      return ended(
        CaseOutcome(
          id: id,
          problem: .init(
            stage: .ingest,
            reason: "set aside: jurat crashed twice while it was at work on this case; "
              + "tell its makers, and 'jurat rerun \(id.rawValue) --stage ingest' once that is mended",
            kind: .setAside)))
    }
    let done = DispatchSemaphore(value: 0)
    cases.open(id, task: .whatIsDue, priority: 0) { [self] outcome in
      ended(outcome)
      done.signal()
    }
    done.wait()
  }

  /// Looks after the files of a closed case, and tells what is amiss.
  private func tendClosed(_ id: CaseID) {
    guard state.withLock({ $0.handled.insert(id).inserted }) else { return }
    let outcome = cases.tendClosed(id)
    if outcome.problem != nil || !outcome.alerts.isEmpty { ended(outcome) }
  }

  /// One of the places of cases in work; it is given on once.
  private final class Place: Sendable {
    private let isGiven = Atomic<Bool>(false)

    /// Whether it was still there to be given.
    func give() -> Bool { !isGiven.exchange(true, ordering: .sequentiallyConsistent) }
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

  private func report(started: Date, usage: ReaderUsage, isInterrupted: Bool) throws -> RunReport {
    let (packets, problems, outcomes) = state.withLock {
      ($0.packets, $0.packetProblems, $0.outcomes)
    }
    var report = RunReport(
      run: events.run, started: started.formatted(.iso8601),
      seconds: Date().timeIntervalSince(started), jobs: readers.width)
    report.packets = packets
    report.packetProblems = problems.sorted()
    report.quarantined = try Quarantine(workspace).untold()
    report.readers = usage
    report.isInterrupted = isInterrupted
    report.closedCases = closed.count
    report.cases = outcomes.sorted { $0.id < $1.id }.map(line)
    report.isReconciled =
      packets.received
      == packets.taken + packets.duplicates + packets.quarantined + packets.failing
      && report.cases.allSatisfy {
        $0.bundle != nil || $0.problem != nil || $0.isInterrupted || $0.isClosed == true
      }
    return report
  }

  private func line(_ outcome: CaseOutcome) -> RunReport.CaseLine {
    let folder = workspace.caseFolder(outcome.id)
    let results = try? folder.read(CheckResults.self, from: CheckStage.output, of: .check)
    let isSealed =
      outcome.problem == nil && !outcome.isInterrupted
      && folder.record(of: .bundle)?.problem == nil
      && (try? Files.kind(of: workspace.bundlePath(outcome.id))) == .folder
    let notes = folder.notes
    let isUnchanged =
      outcome.stagesRun.isEmpty && outcome.problem == nil && outcome.alerts.isEmpty
      && !outcome.isInterrupted && !unreported.contains(outcome.id)
    // What a stage found is told when it has run; what is amiss with the files, every night.
    let alerts = outcome.alerts + (isUnchanged ? [] : folder.alerts)
    return RunReport.CaseLine(
      id: outcome.id, disposition: results?.disposition,
      pages: folder.pageCount, failures: folder.failureCount,
      notes: notes.isEmpty ? nil : notes, alerts: alerts.isEmpty ? nil : alerts,
      stagesRun: outcome.stagesRun,
      problem: outcome.problem?.reason, problemKind: outcome.problem?.kind,
      isInterrupted: outcome.isInterrupted,
      isClosed: outcome.isClosed ? true : nil,
      isUnchanged: isUnchanged,
      bundle: isSealed ? "bundles/\(outcome.id.rawValue)" : nil)
  }
}
