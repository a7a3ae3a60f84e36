import Casework
import FileStore
import Foundation
import PipelineEngine
import Synchronization
import Workspace

/// What else happens in the middle of a night, at a call that follows from a seed.
final class Disturbance: Sendable {
  enum Kind: CaseIterable {
    case none
    /// A sender adds a file to a packet, or puts another in the place of a document.
    case lateFile, replacedFile
    /// A sender puts another file in the place of a document that has been kept and is about to go.
    case swappedFile
    /// Somebody starts another run.
    case secondRun
    /// Another run takes the workspace in the moment in which this one does.
    case earlierRun
    /// Another process takes a case over.
    case takenOver
    /// An operator stops the run.
    case stop
  }

  let kind: Kind
  private let seed: UInt64
  private let point: Int
  /// Only calls that may be about a packet count.
  private let isAboutPackets: Bool
  private let state = Mutex(State())

  private struct State {
    var calls = 0
    var hasBegun = false
    var hasHappened = false
    var isAtWork = false
    var isStopRequested = false
    var breach: String?
    /// The lease that another run has taken, and what it wrote there.
    var earlierLease: (path: String, bytes: [UInt8])?
    /// The stage of which no record may be made any more, and its record.
    var lostStage: (folder: String, record: [UInt8]?)?
  }

  init(seed: UInt64, calls: FaultSource.Calls) {
    var numbers = SeededNumbers(seed: seed, "disturbance")
    self.seed = seed
    kind = Kind.allCases.randomElement(using: &numbers) ?? .none
    let isAboutPackets = kind == .lateFile || kind == .replacedFile
    point = Int.random(
      in: 1...max(1, isAboutPackets ? calls.outside : calls.made), using: &numbers)
    self.isAboutPackets = isAboutPackets
  }

  var isStopRequested: Bool { state.withLock { $0.isStopRequested } }

  /// Whether the call is one that the disturbance makes itself: no fault is put into these.
  var isAtWork: Bool { state.withLock { $0.isAtWork } }

  func happen(at operation: FileOperation, _ path: String, in post: SimulatedPost) {
    let isTime = state.withLock { state in
      if !isAboutPackets || FaultSource.isOutside(path) { state.calls += 1 }
      if kind == .secondRun, path.contains("/runs/") { state.hasBegun = true }
      let isTime =
        !state.hasHappened && !state.isAtWork
        && (Self.atOnce.contains(kind) || state.calls >= point)
        && isPossible(at: operation, path, hasBegun: state.hasBegun)
      if isTime {
        state.hasHappened = true
        state.isAtWork = true
      }
      return isTime
    }
    guard isTime else { return }
    // What cannot be done in this moment is not done.
    try? act(path, in: post)
    state.withLock { $0.isAtWork = false }
  }

  /// They happen as soon as they are possible.
  private static let atOnce: [Kind] = [.takenOver, .earlierRun, .swappedFile]

  private func isPossible(at operation: FileOperation, _ path: String, hasBegun: Bool) -> Bool {
    switch kind {
    case .none: false
    case .lateFile, .stop: true
    // Nobody can compare and remove in one call: not between these two.
    case .replacedFile:
      [.create, .makeFolder, .list, .rename, .sync, .link].contains(operation)
    case .swappedFile:
      operation == .create
        && (path.contains("/ending.json") || path.contains("/workspace/inbox/"))
    // The lease is given back before its folder is synced.
    case .secondRun: hasBegun && !path.contains("/leases")
    case .earlierRun:
      [.link, .rename].contains(operation) && path.contains("/leases/run.")
        && path.components(separatedBy: ".tmp.").count == 2
    case .takenOver: operation == .create && path.contains("/count/units/")
    }
  }

  private func act(_ path: String, in post: SimulatedPost) throws {
    switch kind {
    case .none: break
    case .lateFile: try post.deliverLate("%PDF-1.7 late \(seed)", replacing: false)
    case .replacedFile: try post.deliverLate("%PDF-1.7 another \(seed)", replacing: true)
    case .swappedFile:
      let claim = path.firstRange(of: "/ending.json").map { String(path[..<$0.lowerBound]) }
      try post.deliverLate("%PDF-1.7 swapped \(seed)", replacing: true, claim: claim)
    case .stop: state.withLock { $0.isStopRequested = true }
    case .secondRun:
      do {
        try NightlyRun(over: Workspace(at: post.workspacePath)).release()
        state.withLock { $0.breach = "a second run was let in" }
      } catch is Lease.Held {}
    case .earlierRun:
      guard let draft = path.firstRange(of: ".tmp."), let own = try Files.contents(of: path)
      else {
        return
      }
      let lease = String(path[..<draft.lowerBound])
      let bytes = own + [UInt8(ascii: "\n")]
      try Files.write(bytes, to: lease)
      state.withLock { $0.earlierLease = (lease, bytes) }
    case .takenOver:
      guard let range = path.firstRange(of: "/count/units/") else { return }
      let folder = String(path[..<range.lowerBound])
      let numbers = try Files.names(in: folder).compactMap {
        $0.hasPrefix("lease.") ? Int($0.dropFirst(6)) : nil
      }
      guard let last = numbers.max(), let lease = try Files.contents(of: "\(folder)/lease.\(last)")
      else { return }
      try Files.write(lease, to: "\(folder)/lease.\(last + 1)")
      let record = try Files.contents(of: "\(folder)/count/record.json")
      state.withLock { $0.lostStage = ("\(folder)/count", record) }
    }
  }

  /// What went wrong with it; `nil` where all is well.
  func breach() throws -> String? {
    let (breach, earlier, lost) = state.withLock { ($0.breach, $0.earlierLease, $0.lostStage) }
    if let breach { return breach }
    if let earlier, try Files.contents(of: earlier.path) != earlier.bytes {
      return "the lease of another run was taken from it"
    }
    guard let lost, let now = try Files.contents(of: "\(lost.folder)/record.json"),
      now != lost.record, let record = try? CanonicalJSON.decode(StageRecord.self, from: now),
      record.problem == nil
    else { return nil }
    return "a stage was committed under a lease that another process had taken over"
  }
}
