package import Casework
import Dispatch
package import PipelineFiles
package import ReaderPool
package import Stages
import Synchronization
package import Workspace

/// Runs stages of named cases again and says what changed in their findings.
package struct Rerun {
  private let cases: CaseOpener
  private let workspace: Workspace
  private let readers: any Readers
  private let queue = DispatchQueue(label: "jurat.rerun.cases", attributes: .concurrent)

  package struct Result: Encodable, Sendable {
    package var id: CaseID
    package var stagesRun: [Stage]
    /// Later stages that are out of date now.
    package var stale: [Stage]
    /// What is different in the findings, in words.
    package var changes: [String]
    package var failures: Int
    package var problem: String?
    package var problemKind: CaseOutcome.Kind?
    package var isInterrupted: Bool
  }

  package init(
    workspace: Workspace, configuration: Configuration, readers: any Readers, events: EventLog,
    observer: any RunObserver
  ) {
    self.workspace = workspace
    self.readers = readers
    cases = CaseOpener(
      workspace: workspace, configuration: configuration, readers: readers, queue: queue,
      events: events, observer: observer)
  }

  /// Does `task` on the cases and waits. Blocks the calling thread, which must not be one of
  /// Dispatch's.
  ///
  /// - Parameter overrides: what is overridden for a stage from now on, in place of what was.
  package func run(
    task: CaseTask, cases ids: [CaseID], overrides: (stage: Stage, values: [SettingOverride])?
  ) throws -> [Result] {
    var results: [Result] = []
    for id in ids {
      let folder = workspace.caseFolder(id)
      let before = FindingsSnapshot(of: folder)
      if let (stage, values) = overrides {
        let named = values.map { ($0.key, $0.value) }
        try folder.setOverrides(
          Dictionary(named, uniquingKeysWith: { _, last in last }), for: stage)
      }
      let outcome = run(id, task: task)
      results.append(
        Result(
          id: id, stagesRun: outcome.stagesRun, stale: try staleStages(after: outcome, of: task),
          changes: FindingsSnapshot(of: folder).changes(since: before),
          failures: folder.failureCount,
          problem: outcome.problem?.reason, problemKind: outcome.problem?.kind,
          isInterrupted: outcome.isInterrupted))
    }
    return results
  }

  private func staleStages(after outcome: CaseOutcome, of task: CaseTask) throws -> [Stage] {
    // A case that went to its end has just been looked through, bag and all.
    let isWhole = outcome.problem == nil && !outcome.isInterrupted
    if isWhole, !task.leavesLaterStages { return [] }
    return try CasePlan.decisions(in: cases.context(of: outcome.id))
      .filter { $0.1 != .upToDate }.map(\.0)
  }

  private func run(_ id: CaseID, task: CaseTask) -> CaseOutcome {
    let done = DispatchSemaphore(value: 0)
    let outcome = Mutex(CaseOutcome(id: id))
    cases.open(id, task: task, priority: 0) { ended in
      outcome.withLock { $0 = ended }
      done.signal()
    }
    done.wait()
    return outcome.withLock { $0 }
  }
}
