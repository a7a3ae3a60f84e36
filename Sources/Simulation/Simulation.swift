import CaseBag
import Casework
import Dispatch
import FileStore
import Foundation
import Glibc
import Logging
import PageLayout
import PipelineEngine
import PipelineFiles
package import Stages
import Synchronization
import Workspace

/// Whole nights, one step after the other, on a real file system and with readers that make their
/// answers up: faults are put into calls of the file system, senders, operators and other processes do
/// what they like in the middle. What has to hold whatever happens is looked at after each.
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
    // No made-up reading names a county, and digesting all of them for every key is half of a night.
    configuration.lexicon.notary.counties = [:]
    self.configuration = configuration
  }

  /// Asks a run to stop when somebody does, or when its packets are in and its cases are to wait.
  private final class Observer: RunObserver {
    private let disturbance: Disturbance?
    private let isOnlyIntake: Bool
    private let packetsLeft = Atomic<Int>(0)

    init(_ disturbance: Disturbance?, isOnlyIntake: Bool) {
      self.disturbance = disturbance
      self.isOnlyIntake = isOnlyIntake
    }

    func packetsWait(_ count: Int) { packetsLeft.store(count, ordering: .sequentiallyConsistent) }
    var isStopRequested: Bool {
      disturbance?.isStopRequested == true
        || isOnlyIntake && packetsLeft.load(ordering: .sequentiallyConsistent) <= 0
    }
    func packetEnded() { packetsLeft.subtract(1, ordering: .sequentiallyConsistent) }
    func unitsPlanned(_ count: Int, stage: Stage) {}
    func unitEnded(stage: Stage) {}
    func stageEnded(_ stage: Stage) {}
    func caseEnded(_ outcome: CaseOutcome) {}
  }

  /// What is the same in all nights of a post.
  private struct Circumstances {
    /// The inbox is on another file system.
    var isElsewhere: Bool
    /// Nothing can be removed from it, in the first nights.
    var isReadOnly: Bool
    /// No case goes through its stages: so many more packets are taken in.
    var isOnlyIntake: Bool
    /// The settings of the first nights, and of the later ones.
    var early: Configuration
    var late: Configuration

    init(_ configuration: Configuration, seed: UInt64) throws {
      var numbers = SeededNumbers(seed: seed, "circumstances")
      isElsewhere = Int.random(in: 0..<4, using: &numbers) == 0
      isReadOnly = isElsewhere && Int.random(in: 0..<3, using: &numbers) == 0
      early = configuration
      isOnlyIntake = !seed.isMultiple(of: 4)
      let change =
        [
          nil, nil, SettingOverride(key: "ocr.dpi", value: "200"),
          SettingOverride(key: "dates.order", value: "day-first"),
          SettingOverride(key: "bundle.cropMargin", value: "30"),
        ].randomElement(using: &numbers) ?? nil
      late = try configuration.overridden(by: change.map { [$0] } ?? [])
    }

    /// The fault that there always is.
    func code(for operation: FileOperation, _ path: String, in post: SimulatedPost, isEarly: Bool)
      -> Int32?
    {
      guard path.hasPrefix("\(post.inbox.path)/") else { return nil }
      if isElsewhere, operation == .rename { return EXDEV }
      return isReadOnly && isEarly && operation == .remove ? EACCES : nil
    }
  }

  /// Plays one post: some nights with faults, then some without, and compares what is there with what
  /// undisturbed nights leave.
  ///
  /// - Throws: `Breach`, whose description names the seed; the post is left to be looked at, in
  ///   `post-SEED`, and beside it `undisturbed-SEED`.
  package mutating func play(seed: UInt64) throws {
    tally.posts += 1
    do {
      let circumstances = try Circumstances(configuration, seed: seed)
      let model = try SimulatedPost(in: "\(folder)/undisturbed-\(seed)", seed: seed)
      let expected = try undisturbed(model, circumstances, seed)
      let post = try SimulatedPost(in: "\(folder)/post-\(seed)", seed: seed)
      var checks = PostChecks(post, isOnlyIntake: circumstances.isOnlyIntake)
      var numbers = SeededNumbers(seed: seed, "nights")
      let disturbed = Int.random(in: 1...3, using: &numbers)
      var isDamaged = false
      for night in 1...disturbed {
        try playDisturbed(night, of: post, circumstances, expected.calls, seed, &checks)
        if !isDamaged, !circumstances.isOnlyIntake, Int.random(in: 0..<4, using: &numbers) == 0,
          let damage = try Damage(in: post, &numbers)
        {
          isDamaged = true
          try checks.note(damage)
        }
        if Int.random(in: 0..<12, using: &numbers) == 0 {
          try post.deliverAgain("%PDF-1.7 again \(seed) \(night)")
        }
      }
      for night in 4...6 {
        let always: FileFaults.Plan = {
          circumstances.code(for: $0, $1, in: post, isEarly: false)
        }
        let report = try FileFaults.with(always, below: post.folder) {
          try self.night(of: post, "night-\(night)", circumstances, false, seed)
        }
        tally.nights += 1
        try checks.expectPresent("night \(night)")
        try checks.expectTrue(report, isUndisturbed: true)
        if night == 6 { try checks.expectNothingToDo(report) }
      }
      try checks.expectAllWell()
      try compare(post, with: expected, bags: !circumstances.isOnlyIntake)
      post.remove()
      model.remove()
    } catch let breach as Breach {
      throw Breach(description: "seed \(seed): \(breach.description)")
    } catch {
      throw Breach(description: "seed \(seed): a night without faults failed: \(error)")
    }
  }

  private mutating func playDisturbed(
    _ night: Int, of post: SimulatedPost, _ circumstances: Circumstances,
    _ calls: FaultSource.Calls,
    _ seed: UInt64, _ checks: inout PostChecks
  ) throws {
    let nightSeed = seed &+ UInt64(night) << 32
    let faults = FaultSource(seed: nightSeed, calls: calls)
    let disturbance = Disturbance(seed: nightSeed, calls: calls)
    let what = "night \(night), \(faults.kind), \(disturbance.kind)"
    let plan: FileFaults.Plan = { operation, path in
      if disturbance.isAtWork { return nil }
      disturbance.happen(at: operation, path, in: post)
      return circumstances.code(for: operation, path, in: post, isEarly: true)
        ?? faults.code(for: operation, path)
    }
    let report = try? FileFaults.with(plan, below: post.folder) {
      try self.night(of: post, "night-\(night)", circumstances, true, seed, disturbance)
    }
    tally.nights += 1
    tally.faults += faults.faultCount
    tally.calls += faults.callCount
    if let breach = try disturbance.breach() { throw Breach(description: "\(breach), \(what)") }
    try faults.loseUnsynced(below: post.workspacePath)
    try post.loseLeases()
    try checks.expectPresent(what)
    if let report { try checks.expectTrue(report, isUndisturbed: faults.faultCount == 0) }
  }

  private func night(
    of post: SimulatedPost, _ name: String, _ circumstances: Circumstances, _ isEarly: Bool,
    _ seed: UInt64, _ disturbance: Disturbance? = nil
  ) throws -> RunReport {
    let workspace = try Workspace(at: post.workspacePath)
    let run = try NightlyRun(over: workspace)
    defer { run.release() }
    let observer = Observer(disturbance, isOnlyIntake: circumstances.isOnlyIntake)
    return try run.run(
      name, inbox: post.inbox,
      configuration: isEarly ? circumstances.early : circumstances.late,
      readers: SimulatedReaders(seed: seed) { disturbance?.isStopRequested ?? false }, guards: [],
      observer: observer,
      log: Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() },
      queue: DispatchQueue(label: "jurat.simulation"), waiting: observer.packetsWait,
      publish: { _, _ in })
  }

  // MARK: What undisturbed nights leave

  private struct Expectation {
    /// The manifest of the payload, by case.
    var manifests: [CaseID: [UInt8]]
    /// Sorted.
    var quarantined: [String]
    var calls: FaultSource.Calls
  }

  /// Three nights in which nothing happens. What they leave is also held against what the mail says.
  private func undisturbed(
    _ post: SimulatedPost, _ circumstances: Circumstances, _ seed: UInt64
  ) throws -> Expectation {
    let counter = FaultSource(seed: .max, calls: .init())
    let counts: FileFaults.Plan = { operation, path in
      _ = counter.code(for: operation, path)
      return nil
    }
    let report = try FileFaults.with(counts, below: post.folder) {
      try night(of: post, "night-1", circumstances, false, seed)
    }
    _ = try night(of: post, "night-2", circumstances, false, seed)
    let last = try night(of: post, "night-3", circumstances, false, seed)
    let checks = PostChecks(post, isOnlyIntake: circumstances.isOnlyIntake)
    try checks.expectTrue(report, isUndisturbed: true)
    try checks.expectNothingToDo(last)
    try checks.expectWhatTheMailSays(report)
    return Expectation(
      manifests: try manifests(of: post), quarantined: report.quarantined.map(\.reason).sorted(),
      calls: counter.counted)
  }

  private func manifests(of post: SimulatedPost) throws -> [CaseID: [UInt8]] {
    let workspace = try Workspace(at: post.workspacePath)
    return try workspace.cases().reduce(into: [:]) {
      $0[$1] = try Files.contents(of: "\(workspace.bundlePath($1))/manifest-sha512.txt") ?? []
    }
  }

  private func compare(_ post: SimulatedPost, with expected: Expectation, bags: Bool) throws {
    // Other mail, other cases.
    if post.isChanged { return }
    let found = try manifests(of: post)
    guard found.keys.sorted() == expected.manifests.keys.sorted() else {
      throw Breach(
        description: "the cases are \(found.keys.sorted()), not \(expected.manifests.keys.sorted())"
      )
    }
    for (id, manifest) in found where bags && manifest != expected.manifests[id] {
      throw Breach(description: "the bag of \(id.rawValue) is another than in undisturbed nights")
    }
    try PostChecks(post, isOnlyIntake: false).expectTold(expected.quarantined)
  }
}
