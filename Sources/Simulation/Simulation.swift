import CaseBag
import Casework
import Dispatch
import FileStore
import Foundation
import Glibc
import Logging
import PipelineEngine
import PipelineFiles
package import Stages
import Workspace

/// Whole nights, one step after the other, with faults put into calls of the file system, on a real file system and with readers
/// that make their answers up. What has to hold whatever fails is looked at after each.
package struct Simulation {
  private let configuration: Configuration
  /// Where the posts are made; better in memory, where syncing costs nothing.
  private let folder: String

  package struct Breach: Error, CustomStringConvertible {
    package let description: String
  }

  /// What has been done.
  package struct Tally: Sendable {
    package var posts = 0
    package var nights = 0
    package var faults = 0
    package var calls = 0
  }

  package private(set) var tally = Tally()

  package init(configuration: Configuration, in folder: String) throws {
    self.folder = folder
    var configuration = configuration
    // Readings are made up, so no model is needed; its digest is part of the keys.
    try Files.makeFolder(folder)
    for language in configuration.settings.ocr.languageList {
      try Files.write([], to: "\(folder)/\(language).traineddata")
    }
    configuration.tools = ReaderTools(versions: [:], modelFolder: folder)
    self.configuration = configuration
  }

  private final class NoObserver: RunObserver {
    let isStopRequested = false
    func packetEnded() {}
    func unitsPlanned(_ count: Int, stage: Stage) {}
    func unitEnded(stage: Stage) {}
    func stageEnded(_ stage: Stage) {}
    func caseEnded(_ outcome: CaseOutcome) {}
  }

  /// Plays one post: some nights with faults, then some without, and compares what is there with what
  /// undisturbed nights leave.
  ///
  /// - Throws: `Breach`, whose description names the seed; the post is left to be looked at, in
  ///   `post-SEED`, and beside it `undisturbed-SEED`.
  package mutating func play(seed: UInt64) throws {
    tally.posts += 1
    do {
      let model = try SimulatedPost(in: "\(folder)/undisturbed-\(seed)", seed: seed)
      let expected = try undisturbed(model, seed)
      let post = try SimulatedPost(in: "\(folder)/post-\(seed)", seed: seed)
      var numbers = SeededNumbers(seed: seed, "nights")
      for night in 1...Int.random(in: 1...3, using: &numbers) {
        let faults = FaultSource(seed: seed &+ UInt64(night) << 32, calls: expected.calls)
        let plan: FileFaults.Plan = { operation, _ in faults.code(for: operation) }
        _ = try? FileFaults.with(plan, below: post.folder) {
          try self.night(of: post, "night-\(night)", seed)
        }
        tally.nights += 1
        tally.faults += faults.faultCount
        tally.calls += faults.callCount
        try post.loseLeases()
        try expectNothingLost(in: post, after: "night \(night), \(faults.kind)")
      }
      for night in 4...6 {
        _ = try self.night(of: post, "night-\(night)", seed)
        tally.nights += 1
      }
      try compare(post, with: expected)
      post.remove()
      model.remove()
    } catch let breach as Breach {
      throw Breach(description: "seed \(seed): \(breach.description)")
    } catch {
      throw Breach(description: "seed \(seed): a night without faults failed: \(error)")
    }
  }

  private func night(of post: SimulatedPost, _ name: String, _ seed: UInt64) throws -> RunReport {
    let workspace = try Workspace(at: post.workspacePath)
    let run = try NightlyRun(over: workspace)
    defer { run.release() }
    return try run.run(
      name, inbox: post.inbox, configuration: configuration,
      readers: SimulatedReaders(seed: seed), guards: [], observer: NoObserver(),
      log: Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() },
      queue: DispatchQueue(label: "jurat.simulation"), publish: { _, _ in })
  }

  // MARK: What has to hold

  /// What undisturbed nights leave.
  private struct Expectation {
    /// The manifest of the payload, by case.
    var manifests: [CaseID: [UInt8]]
    /// Sorted.
    var quarantined: [String]
    var calls: Int
  }

  private func undisturbed(_ post: SimulatedPost, _ seed: UInt64) throws -> Expectation {
    let counter = FaultSource(seed: .max, calls: 1)
    let counts: FileFaults.Plan = { operation, _ in
      _ = counter.code(for: operation)
      return nil
    }
    let report = try FileFaults.with(counts, below: post.folder) {
      try night(of: post, "night-1", seed)
    }
    _ = try night(of: post, "night-2", seed)
    return Expectation(
      manifests: try manifests(of: post), quarantined: report.quarantined.map(\.reason).sorted(),
      calls: counter.callCount)
  }

  private func manifests(of post: SimulatedPost) throws -> [CaseID: [UInt8]] {
    let workspace = try Workspace(at: post.workspacePath)
    return try workspace.cases().reduce(into: [:]) {
      $0[$1] = try Files.contents(of: "\(workspace.bundlePath($1))/manifest-sha512.txt") ?? []
    }
  }

  private func expectNothingLost(in post: SimulatedPost, after what: String) throws {
    let lost = try post.lostMail()
    guard lost.isEmpty else {
      throw Breach(description: "\(lost.count) files of the mail are nowhere after \(what)")
    }
  }

  private func compare(_ post: SimulatedPost, with expected: Expectation) throws {
    try expectNothingLost(in: post, after: "all nights")
    let workspace = try Workspace(at: post.workspacePath)
    let found = try manifests(of: post)
    guard found.keys.sorted() == expected.manifests.keys.sorted() else {
      throw Breach(
        description: "the cases are \(found.keys.sorted()), not \(expected.manifests.keys.sorted())"
      )
    }
    for (id, manifest) in found {
      guard manifest == expected.manifests[id] else {
        throw Breach(description: "the bag of \(id.rawValue) is another than in undisturbed nights")
      }
      if let problem = BagVerifier.verify(workspace.bundlePath(id)).first {
        throw Breach(description: "the bag of \(id.rawValue) is not whole: \(problem.description)")
      }
    }
    guard try post.inbox.packets().isEmpty, try Files.names(in: workspace.claims).isEmpty else {
      throw Breach(description: "a packet is still in the inbox or between inbox and case")
    }
    guard try Quarantine(workspace).untold().isEmpty else {
      throw Breach(description: "something in quarantine was never told of")
    }
    try expectToldOnce(expected, in: workspace)
    try expectNoLeftovers(below: post.workspacePath)
  }

  private func expectToldOnce(_ expected: Expectation, in workspace: Workspace) throws {
    var told: [String: Int] = [:]
    var reasons: [String] = []
    for run in 1...6 {
      guard let bytes = try Files.contents(of: workspace.reportPath(of: "night-\(run)")) else {
        continue
      }
      let report = try CanonicalJSON.decode(RunReport.self, from: bytes)
      for entry in report.quarantined {
        told[entry.id, default: 0] += 1
        if told[entry.id] == 1 { reasons.append(entry.reason) }
      }
    }
    // A second arrival of the same packet, copied and not removed, may add its own; none is missing.
    for reason in Set(expected.quarantined) where !reasons.contains(reason) {
      throw Breach(description: "no report tells of '\(reason)'")
    }
  }

  private func expectNoLeftovers(below path: String) throws {
    for name in try Files.names(in: path) {
      if Files.isAbandoned(name) { throw Breach(description: "\(path)/\(name) is left behind") }
      if try Files.kind(of: "\(path)/\(name)") == .folder {
        try expectNoLeftovers(below: "\(path)/\(name)")
      }
    }
  }
}
