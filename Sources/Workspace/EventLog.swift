package import Casework
import FileStore
import Foundation
import Glibc
import Synchronization

/// Something that happened, for the history of a case. Nothing decides from it what is done.
package struct Event: Codable, Hashable, Sendable {
  package enum Kind: String, Codable, Sendable {
    case runStarted = "run-started"
    case runEnded = "run-ended"
    case packetTaken = "packet-taken"
    case packetDuplicate = "packet-duplicate"
    case packetQuarantined = "packet-quarantined"
    case stageStarted = "stage-started"
    case stageDone = "stage-done"
    case stageFailed = "stage-failed"
    case unitStarted = "unit-started"
    case unitCommitted = "unit-committed"
    case unitFailed = "unit-failed"
    case rerunAsked = "rerun-asked"
  }

  /// Seconds since 1970.
  package var time: Double
  package var run: String
  package var kind: Kind
  package var caseID: CaseID?
  package var stage: Stage?
  /// The unit of the stage, such as `d01-0004` for a page.
  package var unit: String?
  package var attempt: Int?
  /// Why, how long, what changed; never text of a document or a name.
  package var detail: String?
}

/// The event file of this process in one run: one line an event, appended by a single `write`.
package final class EventLog: Sendable {
  package let run: String
  private let path: String
  private let descriptor: Int32
  private let isOpen = Mutex(true)

  package init(run: String, in workspace: Workspace) throws {
    self.run = run
    let folder = "\(workspace.runFolder(run))/events"
    try Files.makeFolder(folder)
    let host = HostIdentity.current
    path = "\(folder)/\(host.node)-\(host.boot)-\(host.pid).jsonl"
    descriptor = try Files.openForAppending(path)
  }

  package func record(
    _ kind: Event.Kind, caseID: CaseID? = nil, stage: Stage? = nil, unit: String? = nil,
    attempt: Int? = nil, detail: String? = nil
  ) {
    let event = Event(
      time: Date().timeIntervalSince1970, run: run, kind: kind, caseID: caseID, stage: stage,
      unit: unit, attempt: attempt, detail: detail)
    // A history that can't be written must not stop the night: the records are the truth.
    guard let line = try? CanonicalJSON.encode(event) else { return }
    isOpen.withLock { isOpen in
      if isOpen { try? Files.append(line, to: descriptor, path: path) }
    }
  }

  package func close() {
    isOpen.withLock { isOpen in
      if isOpen { Glibc.close(descriptor) }
      isOpen = false
    }
  }

  /// The cases on which runs have worked that no report tells of: those after the last run that
  /// left one.
  package static func unreportedCases(in workspace: Workspace) throws -> Set<CaseID> {
    let runs = try workspace.runNames()
    let reported = try runs.lastIndex { try Files.kind(of: workspace.reportPath(of: $0)) == .file }
    let events = try runs[(reported.map { $0 + 1 } ?? 0)...].flatMap {
      try Self.events(of: $0, in: workspace)
    }
    return Set(events.filter { $0.kind == .stageDone }.compactMap(\.caseID))
  }

  /// The events of all processes of a run, in the order of their time; a torn last line is left out.
  package static func events(of run: String, in workspace: Workspace) throws -> [Event] {
    let folder = "\(workspace.runFolder(run))/events"
    var events: [Event] = []
    for name in try Files.names(in: folder) {
      let bytes = try Files.contents(of: "\(folder)/\(name)") ?? []
      events += bytes.split(separator: UInt8(ascii: "\n")).compactMap {
        try? CanonicalJSON.decode(Event.self, from: Array($0))
      }
    }
    return events.sorted { $0.time < $1.time }
  }
}
