import Casework
import Foundation
import PipelineEngine
import PipelineFiles
import ReaderPool
import Stages
import Workspace

extension Session {
  /// Works on single cases and makes the lists anew. The readers are gone when it is through.
  ///
  /// - Parameter overrides: what is overridden for a stage from now on, in place of what was.
  func run(
    _ task: CaseTask, _ cases: [CaseID],
    overrides: (stage: Stage, values: [SettingOverride])? = nil, in workspace: Workspace
  ) throws -> [Rerun.Result] {
    let stop = StopSignal { pool.cancel(now: true) }
    defer { stop.cancel() }
    let events = try EventLog(run: RunName.now(), in: workspace)
    defer { events.close() }
    if case .rerun(let stage, _) = task {
      let changed = (overrides?.values ?? []).map(\.text).joined(separator: " ")
      for id in cases {
        events.record(
          .rerunAsked, caseID: id, stage: stage, detail: changed.isEmpty ? nil : changed)
      }
    }
    let results = try rerun(events, in: workspace).run(
      task: task, cases: cases, overrides: overrides)
    pool.close(now: false)
    _ = try Ledger.rebuilt(of: workspace)
    try WorkList.write(for: workspace)
    return results
  }

  /// Works out what is due of a case; the readers stay.
  func bringUpToDate(_ id: CaseID, in workspace: Workspace) throws {
    let events = try EventLog(run: RunName.now(), in: workspace)
    defer { events.close() }
    let result = try rerun(events, in: workspace).run(
      task: .whatIsDue, cases: [id], overrides: nil)
    let status = result.status
    if let problem = result.first?.problem {
      throw CommandProblem(
        "\(id.rawValue): the amendments are written down, and the case did not get through: "
          + "\(problem); apply the file once more when it has", status: status)
    }
  }

  private func rerun(_ events: EventLog, in workspace: Workspace) -> Rerun {
    Rerun(
      workspace: workspace, configuration: configuration, readers: pool, events: events,
      observer: ProgressDisplay(packets: 0, isShown: false))
  }
}

/// What `rerun` and `amend` print with `--format json`.
private struct ChangesDocument: Encodable {
  let schema = "jurat.changes/1"
  var cases: [Rerun.Result]
}

extension [Rerun.Result] {
  func show(as format: OutputFormat) throws {
    guard format == .text else { return try Console.print(json: ChangesDocument(cases: self)) }
    for result in self {
      let ran = result.stagesRun.map(\.rawValue).joined(separator: ", ")
      try Console.print(
        "\(result.id.rawValue)  "
          + (result.problem.map { "not through: \($0)" } ?? "ran \(ran.isEmpty ? "nothing" : ran)"))
      if !result.stale.isEmpty {
        try Console.print("  stale now: \(result.stale.map(\.rawValue).joined(separator: ", "))")
      }
      if result.changes.isEmpty { try Console.print("  no finding has changed") }
      for change in result.changes { try Console.print("  \(change)") }
    }
  }

  var status: ExitStatus {
    let kinds = compactMap(\.problemKind)
    if kinds.contains(.dependency) { return .dependencyMissing }
    if kinds.contains(.storage) { return .storage }
    if kinds.contains(.fault) { return .fault }
    if kinds.contains(.held) || contains(where: \.isInterrupted) { return .tryLater }
    return contains { $0.failures > 0 } ? .someInputsFailed : .well
  }
}
