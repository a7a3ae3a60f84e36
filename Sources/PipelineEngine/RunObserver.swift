package import Casework

/// Who is told how a run gets on, and who may ask it to stop. Called from many threads.
package protocol RunObserver: Sendable {
  /// The run should end politely: what is in hand is dropped, what is kept stays.
  var isStopRequested: Bool { get }
  func packetEnded()
  func unitsPlanned(_ count: Int, stage: Stage)
  func unitEnded(stage: Stage)
  func stageEnded(_ stage: Stage)
  func caseEnded(_ outcome: CaseOutcome)
}
