package import Casework
import FileStore
package import Stages
package import Workspace

/// Whether a stage of a case would run, and why.
package enum StageDecision: Hashable, Sendable {
  case upToDate
  case due(Reason)
  /// Decided when the named stages have run: only if they leave something new.
  case waiting(on: [Stage])

  package enum Reason: Hashable, Sendable, CustomStringConvertible {
    case neverRun
    case failedBefore(String)
    case outputsDamaged
    /// These parts of the key differ.
    case keyDiffers([String])
    case asked

    package var description: String {
      switch self {
      case .neverRun: "it has not run yet"
      case .failedBefore(let problem): "it failed before: \(problem)"
      case .outputsDamaged: "an output is not there or not what the record says"
      case .keyDiffers(let parts): "changed since: \(parts.joined(separator: ", "))"
      case .asked: "asked for"
      }
    }
  }
}

/// Decides, from content alone, which stages of a case are up to date.
package enum CasePlan {
  /// The key that the stage would have now, or the stages that have to run before one can say.
  package static func key(of stage: Stage, in context: StageContext) throws -> StageKey {
    let program = stage.program
    var parts = try program.keyParts(in: context)
    parts["version"] = String(program.version)
    for input in stage.inputs {
      parts["input.\(input.rawValue)"] =
        context.folder.record(of: input)?.outputDigest.rawValue ?? "none"
    }
    // What is said of one stage's findings is told by the last two, also where it is said of nothing.
    let amendments = context.amendments.filter { $0.stage == stage || stage >= .check }
    if !amendments.isEmpty {
      parts["amendments"] = try Digest.of(CanonicalJSON.encode(amendments)).rawValue
    }
    if !context.overrides.isEmpty, stage == .bundle {
      parts["overrides"] = context.overrides.sorted { $0.key < $1.key }
        .map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }
    return StageKey(parts: parts)
  }

  /// What has to be done about one stage whose inputs are up to date.
  package static func decision(on stage: Stage, in context: StageContext) throws -> StageDecision {
    guard let record = context.folder.record(of: stage) else { return .due(.neverRun) }
    if let problem = record.problem { return .due(.failedBefore(problem)) }
    let difference = try record.key.difference(from: key(of: stage, in: context))
    if !difference.isEmpty { return .due(.keyDiffers(difference)) }
    guard context.folder.isIntact(record), stage.program.isIntact(in: context) else {
      return .due(.outputsDamaged)
    }
    return .upToDate
  }

  /// What has to be done about every stage, in their order.
  package static func decisions(in context: StageContext) throws -> [(Stage, StageDecision)] {
    var decisions: [(Stage, StageDecision)] = []
    for stage in Stage.allCases {
      let unsettled = decisions.filter { stage.inputs.contains($0.0) && $0.1 != .upToDate }
      decisions.append(
        (
          stage,
          try unsettled.isEmpty
            ? decision(on: stage, in: context) : .waiting(on: unsettled.map(\.0))
        ))
    }
    return decisions
  }
}
