import Casework
import Dispatch
import Foundation
import PipelineEngine
import Synchronization

/// Counts what a run does and, on a terminal, shows it on one line that is written anew.
final class ProgressDisplay: RunObserver {
  private struct State {
    var packets = 0
    var packetsEnded = 0
    var casesEnded = 0
    var pages = 0
    var pagesEnded = 0
    var lastShown = ContinuousClock.now - .seconds(1)
  }

  private let state: Mutex<State>
  private let isShown: Bool
  private let started = ContinuousClock.now

  /// - Parameter packets: how many are waiting.
  init(packets: Int, isShown: Bool = Console.showsProgress) {
    state = Mutex(State(packets: packets))
    self.isShown = isShown
  }

  var isStopRequested: Bool { StopSignal.isRequested.load(ordering: .relaxed) }

  /// Said when the packets have been counted.
  func packetsWaiting(_ count: Int) { state.withLock { $0.packets = count } }

  func packetEnded() { update { $0.packetsEnded += 1 } }

  func unitsPlanned(_ count: Int, stage: Stage) {
    if stage == .ocr { update { $0.pages += count } }
  }

  func unitEnded(stage: Stage) {
    if stage == .ocr { update { $0.pagesEnded += 1 } }
  }

  func stageEnded(_ stage: Stage) {}

  func caseEnded(_ outcome: CaseOutcome) { update { $0.casesEnded += 1 } }

  /// Removes the line.
  func clear() {
    if isShown { Console.show("\r\u{1B}[K") }
  }

  private func update(_ change: (inout State) -> Void) {
    let line = state.withLock { state -> String? in
      change(&state)
      guard isShown, state.lastShown.duration(to: .now) > .milliseconds(100) else { return nil }
      state.lastShown = .now
      let seconds = started.duration(to: .now) / .seconds(1)
      let speed = String(format: "%.1f", Double(state.pagesEnded) / max(seconds, 0.1))
      return "packets \(state.packetsEnded)/\(state.packets)  cases \(state.casesEnded)"
        + "  pages \(state.pagesEnded)/\(state.pages)  \(speed) pages/s"
    }
    if let line { Console.show("\r\(line)\u{1B}[K") }
  }
}
