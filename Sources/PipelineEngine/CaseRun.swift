package import Casework
import Dispatch
import FileStore
import PipelineFiles
import ReaderPool
import ReaderProtocol
import Stages
import Synchronization
import Workspace

/// What to do with a case.
package enum CaseTask: Hashable, Sendable {
  /// Every stage that is not up to date.
  case whatIsDue
  /// This stage whatever its record says, then what depends on it; `only` leaves the later ones.
  case rerun(Stage, only: Bool)
  /// What failed, pages that were read left as they are; then what depends on it.
  case retryFailures

  /// Whether the case is left with stages that may be out of date.
  var leavesLaterStages: Bool {
    if case .rerun(_, only: true) = self { true } else { false }
  }
}

/// How a case came out of a run.
package struct CaseOutcome: Hashable, Sendable {
  package var id: CaseID
  package var stagesRun: [Stage] = []
  /// The stage that did not get through, and why.
  package var problem: Problem?
  /// What was found amiss with the case's files before its stages were looked at; sentences.
  package var alerts: [String] = []
  /// The run was stopped before the case was through.
  package var isInterrupted = false
  /// People are done with the case, and no stage was looked at.
  package var isClosed = false

  package struct Problem: Hashable, Sendable {
    package var stage: Stage
    package var reason: String
    package var kind: Kind
  }

  package enum Kind: String, Hashable, Sendable, Codable {
    /// The disk refused, or is full.
    case storage
    /// Another process has the case; the next run sees to it.
    case held
    /// The case cannot go on and is out of the way; a person has to look at it.
    case setAside = "set-aside"
    /// A reader can't be started.
    case dependency
    /// Anything else: our fault until shown otherwise.
    case fault
  }
}

/// Takes one case through its stages.
///
/// Concurrency model: one stage after another; within a stage, units are asked of the pool all at
/// once and their answers are kept on `queue` as they come. Nothing waits: the last answer of a
/// stage goes on with the next stage. What is shared stands in `progress`.
final class CaseRun: Sendable {
  private let context: StageContext
  private let lease: Lease
  private let task: CaseTask
  private let priority: Int
  private let readers: any Readers
  private let queue: DispatchQueue
  private let events: EventLog
  private let observer: any RunObserver
  private let postponed: @Sendable () -> Void
  private let completion: @Sendable (CaseOutcome) -> Void
  private let progress: Mutex<Progress>

  private struct Progress {
    var outcome: CaseOutcome
    var unitsLeft = 0
    var units: [UnitRecord] = []
    var problem: CaseOutcome.Problem?
    var isInterrupted = false
  }

  init(
    context: StageContext, lease: Lease, alerts: [String], task: CaseTask, priority: Int,
    readers: any Readers,
    queue: DispatchQueue, events: EventLog, observer: any RunObserver,
    postponed: @escaping @Sendable () -> Void, completion: @escaping @Sendable (CaseOutcome) -> Void
  ) {
    self.context = context
    self.lease = lease
    self.task = task
    self.priority = priority
    self.readers = readers
    self.queue = queue
    self.events = events
    self.observer = observer
    self.postponed = postponed
    self.completion = completion
    progress = Mutex(Progress(outcome: CaseOutcome(id: context.folder.id, alerts: alerts)))
  }

  func start() {
    queue.async { [self] in advance(from: .ingest) }
  }

  // MARK: From stage to stage

  private func advance(from first: Stage) {
    for stage in Stage.allCases where stage >= first {
      do {
        if observer.isStopRequested { return end(interrupted: true) }
        if try isDue(stage) {
          let units = try unitsToAsk(of: stage)
          if !units.isEmpty { return ask(units, of: stage) }
          try complete(stage)
        }
      } catch {
        return end(stage, problem: error)
      }
      if task == .rerun(stage, only: true) { break }
    }
    end(interrupted: false)
  }

  private func isDue(_ stage: Stage) throws -> Bool {
    switch task {
    case .whatIsDue: return try isOutOfDate(stage)
    case .rerun(stage, _):
      // Whoever asks for a page to be read again means it. The pictures of a bundle are what
      // their keys say, and cutting them again would cost more than the bag.
      try context.folder.forgetUnits(of: stage, onlyFailed: stage == .bundle)
      return true
    case .rerun(let asked, _):
      let isDue = try isOutOfDate(stage)
      if stage < asked, isDue {
        throw StageProblem(
          "\(stage.rawValue) is not up to date, so \(asked.rawValue) would mix generations; "
            + "rerun \(stage.rawValue) first")
      }
      return isDue
    case .retryFailures:
      guard let failures = context.folder.record(of: stage)?.failures, failures > 0 else {
        return try isOutOfDate(stage)
      }
      try context.folder.forgetUnits(of: stage, onlyFailed: true)
      return true
    }
  }

  private func isOutOfDate(_ stage: Stage) throws -> Bool {
    try CasePlan.decision(on: stage, in: context) != .upToDate
  }

  /// Starts a stage: what readers have still to be asked; what they answered before is kept.
  private func unitsToAsk(of stage: Stage) throws -> [StageUnit] {
    events.record(
      .stageStarted, caseID: context.folder.id, stage: stage, attempt: lease.number)
    let units = try stage.program.units(in: context)
    var kept: [UnitRecord] = []
    let missing = units.filter { unit in
      guard let record = context.folder.unit(unit.name, key: unit.key, in: stage) else {
        return true
      }
      kept.append(record)
      return false
    }
    progress.withLock { progress in
      progress.units = kept
      progress.unitsLeft = missing.count
    }
    return missing
  }

  // MARK: Units

  private func ask(_ units: [StageUnit], of stage: Stage) {
    observer.unitsPlanned(units.count, stage: stage)
    let scope: ReaderScope
    do {
      scope = try context.readerScope()
    } catch {
      return end(stage, problem: error)
    }
    let isLarge =
      stage == .ocr && units.count > context.settings.readers.largeCasePages
    if isLarge { postponed() }
    for unit in units {
      events.record(
        .unitStarted, caseID: context.folder.id, stage: stage, unit: unit.name,
        attempt: lease.number)
      readers.ask(
        unit.request, scope: scope, deadline: unit.deadline, priority: priority,
        isPostponed: isLarge, postponed: postponed
      ) { [self] reply in
        queue.async { [self] in keep(reply, of: unit, stage: stage) }
      }
    }
  }

  private func keep(
    _ reply: Result<ReaderReply, ReaderFailure>, of unit: StageUnit, stage: Stage
  ) {
    switch reply {
    case .failure(.cancelled): progress.withLock { $0.isInterrupted = true }
    case .failure(.cannotStart(let reason)):
      progress.withLock {
        $0.problem = .init(stage: stage, reason: reason, kind: .dependency)
      }
    default:
      do {
        let record = try commit(reply, of: unit, stage: stage)
        progress.withLock { $0.units.append(record) }
      } catch {
        progress.withLock { $0.problem = Self.problem(stage, error) }
      }
    }
    observer.unitEnded(stage: stage)
    let isLast = progress.withLock { progress in
      progress.unitsLeft -= 1
      return progress.unitsLeft == 0
    }
    if isLast { unitsEnded(of: stage) }
  }

  private func commit(
    _ reply: Result<ReaderReply, ReaderFailure>, of unit: StageUnit, stage: Stage
  ) throws -> UnitRecord {
    let result = try stage.program.result(of: unit, reply)
    let outputs = try result.files.map {
      try context.folder.write($0.bytes, as: $0.name, in: stage)
    }
    let record = UnitRecord(
      key: unit.key, outputs: outputs, isFailure: result.isFailure, note: result.note)
    try context.folder.commit(record, as: unit.name, in: stage)
    events.record(
      result.isFailure ? .unitFailed : .unitCommitted, caseID: context.folder.id, stage: stage,
      unit: unit.name, attempt: lease.number)
    return record
  }

  private func unitsEnded(of stage: Stage) {
    let (problem, isInterrupted) = progress.withLock { ($0.problem, $0.isInterrupted) }
    if let problem { return end(problem) }
    if isInterrupted { return end(interrupted: true) }
    do {
      try complete(stage)
    } catch {
      return end(stage, problem: error)
    }
    if task == .rerun(stage, only: true) { return end(interrupted: false) }
    guard let next = Stage.allCases.first(where: { $0 > stage }) else {
      return end(interrupted: false)
    }
    advance(from: next)
  }

  // MARK: Ends

  private func complete(_ stage: Stage) throws {
    if stage <= .ocr { context.forgetDocumentFacts() }
    // Of what the outputs are made from, not of what is there when they are done.
    let key = try CasePlan.key(of: stage, in: context)
    let files = try stage.program.finish(in: context)
    let outputs = try files.map { try context.folder.write($0.bytes, as: $0.name, in: stage) }
    guard try lease.isHeld() else { throw StageProblem("another process has taken over the case") }
    let units = progress.withLock { progress in
      defer { progress.units = [] }
      progress.outcome.stagesRun.append(stage)
      return progress.units
    }
    let record = StageRecord(
      stage: stage, key: key,
      outputs: outputs + units.flatMap(\.outputs), failures: units.filter(\.isFailure).count,
      notes: units.compactMap(\.note).sorted(), alerts: context.takeAlerts(),
      attempt: lease.number)
    try context.folder.commit(record)
    events.record(.stageDone, caseID: context.folder.id, stage: stage, attempt: lease.number)
    observer.stageEnded(stage)
  }

  private func end(_ stage: Stage, problem error: any Error) {
    end(Self.problem(stage, error))
  }

  private func end(_ problem: CaseOutcome.Problem) {
    events.record(
      .stageFailed, caseID: context.folder.id, stage: problem.stage, attempt: lease.number,
      detail: problem.reason)
    if (try? lease.isHeld()) == true, let key = try? CasePlan.key(of: problem.stage, in: context),
      (try? context.folder.hasRecord(of: problem.stage)) == false
    {
      // An older record stays: what it names is still there, and its key says that it is stale.
      try? context.folder.commit(
        StageRecord(
          stage: problem.stage, key: key, outputs: [], problem: problem.reason,
          attempt: lease.number))
    }
    progress.withLock { $0.outcome.problem = problem }
    end(interrupted: false)
  }

  private func end(interrupted: Bool) {
    lease.release()
    let outcome = progress.withLock { progress in
      progress.outcome.isInterrupted = interrupted
      return progress.outcome
    }
    completion(outcome)
  }

  private static func problem(_ stage: Stage, _ error: any Error) -> CaseOutcome.Problem {
    if let problem = error as? FileProblem {
      return .init(stage: stage, reason: problem.description, kind: .storage)
    }
    return .init(
      stage: stage, reason: "\(error)", kind: error is MissingModel ? .dependency : .fault)
  }
}
