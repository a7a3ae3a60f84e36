import CaseBag
import Casework
import Dispatch
import FileStore
import FilingRules
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
      late = configuration
      if Int.random(in: 0..<8, using: &numbers) > 0 {
        try Self.changes.randomElement(using: &numbers)?(&late)
      }
    }

    typealias Change = @Sendable (inout Configuration) throws -> Void

    /// What an operator may change after some nights: each changes what the next night has to leave.
    static let changes: [Change] = [
      setting("ocr.dpi", "200"),
      setting("dates.order", "day-first"),
      setting("bundle.cropMargin", "30"),
      setting("bundle.cropDpi", "72"),
      otherVersion(of: "poppler"),
      otherVersion(of: "leptonica"),
      otherVersion(of: "tesseract"),
      otherVersion(of: "zbar"),
      otherVersion(of: "qpdf"),
      { $0.forms[0].titles.append("Exhibit A") },
      { $0.forms[0].signatureLabels.complainant = [] },
      { $0.forms[0].dateLabels = [:] },
      { $0.lexicon.notary.acts = [:] },
      { $0.lexicon.letters.closings = [] },
      { $0.lexicon.signatures.refusals = [] },
      { configuration in
        for index in configuration.rules.ruleSets.indices {
          for row in configuration.rules.ruleSets[index].checks.keys {
            configuration.rules.ruleSets[index].checks[row]?.title = "Another title"
          }
        }
      },
    ]

    private static func setting(_ key: String, _ value: String) -> Change {
      { $0 = try $0.overridden(by: [.init(key: key, value: value)]) }
    }

    private static func otherVersion(of tool: String) -> Change {
      { $0.tools = ReaderTools(versions: [tool: "another"], modelFolder: $0.tools.modelFolder) }
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

  /// Plays the post that follows from `seed`, with faults, then some nights without, and compares what
  /// is there with what undisturbed nights leave. Every tenth seed fails the calls of one night in turn,
  /// some others make the changes of an operator in turn.
  ///
  /// - Throws: `Breach`, whose description names the seed; the post is left to be looked at, in
  ///   `post-SEED`, and beside it `undisturbed-SEED`.
  package mutating func play(seed: UInt64) throws {
    tally.posts += 1
    do {
      let circumstances = try Circumstances(configuration, seed: seed)
      let model = try SimulatedPost(in: "\(folder)/undisturbed-\(seed)", seed: seed)
      let expected = try undisturbed(model, circumstances, seed)
      if seed.isMultiple(of: 10) {
        try playSweep(seed, circumstances, expected)
      } else {
        try playNights(seed, circumstances, expected)
      }
      if !circumstances.isOnlyIntake, SimulatedReaders.openDocuments(seed: seed),
        !seed.isMultiple(of: 10)
      {
        try playChanges(seed, circumstances)
      }
      model.remove()
    } catch let breach as Breach {
      throw Breach(description: "seed \(seed): \(breach.description)")
    } catch {
      throw Breach(description: "seed \(seed): a night without faults failed: \(error)")
    }
  }

  /// One to three nights in which anything may happen.
  private mutating func playNights(
    _ seed: UInt64, _ circumstances: Circumstances, _ expected: Expectation
  ) throws {
    let post = try newPost(seed)
    var checks = PostChecks(post, isOnlyIntake: circumstances.isOnlyIntake)
    var numbers = SeededNumbers(seed: seed, "nights")
    let disturbed = Int.random(in: 1...3, using: &numbers)
    var isDamaged = false
    for night in 1...disturbed {
      let nightSeed = seed &+ UInt64(night) << 32
      try playDisturbed(
        night, of: post, circumstances, seed, FaultSource(seed: nightSeed, calls: expected.calls),
        Disturbance(seed: nightSeed, calls: expected.calls), &checks)
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
    try settle(post, circumstances, seed, like: expected, &checks)
  }

  /// The same night again and again, each time with another call that fails or is the last one: the
  /// first night of the post, or one in which there is something to carry on or to mend.
  private mutating func playSweep(
    _ seed: UInt64, _ circumstances: Circumstances, _ expected: Expectation
  ) throws {
    var numbers = SeededNumbers(seed: seed, "sweep")
    let isFirstNight = Bool.random(using: &numbers)
    let killed = Int.random(in: 1...max(1, expected.calls.made), using: &numbers)
    let damaging = numbers
    func prepare() throws -> (SimulatedPost, PostChecks) {
      let post = try newPost(seed)
      var checks = PostChecks(post, isOnlyIntake: circumstances.isOnlyIntake)
      if isFirstNight { return (post, checks) }
      if circumstances.isOnlyIntake {
        try playDisturbed(
          1, of: post, circumstances, seed, FaultSource(.killed, at: killed), nil, &checks)
        return (post, checks)
      }
      _ = try night(of: post, "night-1", circumstances, true, seed)
      try checks.expectPresent("night 1")
      var numbers = damaging
      if let damage = try Damage(in: post, &numbers) { try checks.note(damage) }
      return (post, checks)
    }
    let name = isFirstNight ? 1 : 2
    var (post, checks) = try prepare()
    let none = FaultSource(.none)
    try playDisturbed(name, of: post, circumstances, seed, none, nil, &checks)
    let most = circumstances.isOnlyIntake ? Self.mostOfASweep : Self.mostOfASweep / 2
    let step = max(1, none.callCount / most)
    let first = Int.random(in: 1...step, using: &numbers)
    for point in stride(from: first, through: none.callCount, by: step) {
      for kind in [FaultSource.Kind.oneError, .killed] {
        (post, checks) = try prepare()
        let faults = FaultSource(kind, at: point, code: point.isMultiple(of: 2) ? EACCES : EIO)
        do {
          try playDisturbed(name, of: post, circumstances, seed, faults, nil, &checks)
          try settle(post, circumstances, seed, like: expected, in: 2, &checks)
        } catch let breach as Breach {
          throw Breach(description: "\(breach), after \(kind) at call \(point) of night \(name)")
        }
      }
    }
  }

  /// One night before and one after each change that an operator may make: the second leaves what a first
  /// night would.
  private mutating func playChanges(_ seed: UInt64, _ circumstances: Circumstances) throws {
    let post = try newPost(seed)
    for (index, change) in Circumstances.changes.enumerated() {
      var changed = circumstances
      changed.late = configuration
      try change(&changed.late)
      let fresh = try SimulatedPost(in: "\(folder)/changed-\(seed)", seed: seed)
      _ = try night(of: fresh, "night-1", changed, false, seed)
      _ = try night(of: post, "night-\(2 * index + 1)", changed, true, seed)
      _ = try night(of: post, "night-\(2 * index + 2)", changed, false, seed)
      tally.nights += 3
      guard try manifests(of: post) == manifests(of: fresh) else {
        throw Breach(description: "a bag does not show change \(index + 1) of the configuration")
      }
      fresh.remove()
    }
    post.remove()
  }

  /// How many calls of a night are failed in a sweep, evenly over it.
  private static let mostOfASweep = 200

  private func newPost(_ seed: UInt64) throws -> SimulatedPost {
    let path = "\(folder)/post-\(seed)"
    try Files.remove(path)
    return try SimulatedPost(in: path, seed: seed)
  }

  private mutating func playDisturbed(
    _ number: Int, of post: SimulatedPost, _ circumstances: Circumstances, _ seed: UInt64,
    _ faults: FaultSource, _ disturbance: Disturbance?, _ checks: inout PostChecks
  ) throws {
    let what = "night \(number), \(faults.kind), \(disturbance?.kind ?? .none)"
    let plan: FileFaults.Plan = { operation, path in
      if disturbance?.isAtWork == true { return nil }
      disturbance?.happen(at: operation, path, in: post)
      return circumstances.code(for: operation, path, in: post, isEarly: true)
        ?? faults.code(for: operation, path)
    }
    let report = try? FileFaults.with(plan, below: post.folder) {
      try self.night(of: post, "night-\(number)", circumstances, true, seed, disturbance)
    }
    tally.nights += 1
    tally.faults += faults.faultCount
    tally.calls += faults.callCount
    if let breach = try disturbance?.breach() { throw Breach(description: "\(breach), \(what)") }
    checks.note(faults)
    try faults.loseUnsynced(below: post.workspacePath)
    try post.loseLeases()
    try checks.expectPresent(what)
    if let report { try checks.expectTrue(report, isUndisturbed: faults.faultCount == 0) }
  }

  /// `count` nights without faults, after which all is as undisturbed nights leave it; then the post goes.
  private mutating func settle(
    _ post: SimulatedPost, _ circumstances: Circumstances, _ seed: UInt64,
    like expected: Expectation, in count: Int = 3, _ checks: inout PostChecks
  ) throws {
    for night in (7 - count)...6 {
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
  }

  private func night(
    of post: SimulatedPost, _ name: String, _ circumstances: Circumstances, _ isEarly: Bool,
    _ seed: UInt64, _ disturbance: Disturbance? = nil
  ) throws -> RunReport {
    let workspace = try Workspace(at: post.workspacePath)
    let run = try NightlyRun(over: workspace)
    defer { run.release() }
    let observer = Observer(disturbance, isOnlyIntake: circumstances.isOnlyIntake)
    let configuration = isEarly ? circumstances.early : circumstances.late
    return try run.run(
      name, inbox: post.inbox, configuration: configuration,
      readers: SimulatedReaders(
        seed: seed, versions: configuration.tools.versions
      ) { disturbance?.isStopRequested ?? false }, guards: [],
      observer: observer,
      log: Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() },
      queue: DispatchQueue(label: "jurat.simulation"), waiting: observer.packetsWait,
      publish: { _, _ in })
  }

  // MARK: What undisturbed nights leave

  private struct Expectation {
    /// The manifest of the payload, by case.
    var manifests: [CaseID: [UInt8]]
    var leftOut: [CaseID: Set<LeftOutFile>]
    /// Sorted.
    var quarantined: [String]
    var calls: FaultSource.Calls
  }

  /// Three nights in which nothing happens. What they leave is also held against what the mail says.
  private func undisturbed(
    _ post: SimulatedPost, _ circumstances: Circumstances, _ seed: UInt64
  ) throws -> Expectation {
    let counter = FaultSource(.none)
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
      manifests: try manifests(of: post), leftOut: try leftOut(of: post),
      quarantined: report.quarantined.map(\.reason).sorted(),
      calls: counter.counted)
  }

  private func manifests(of post: SimulatedPost) throws -> [CaseID: [UInt8]] {
    let workspace = try Workspace(at: post.workspacePath)
    return try workspace.cases().reduce(into: [:]) {
      $0[$1] = try Files.contents(of: "\(workspace.bundlePath($1))/manifest-sha512.txt") ?? []
    }
  }

  private func leftOut(of post: SimulatedPost) throws -> [CaseID: Set<LeftOutFile>] {
    let workspace = try Workspace(at: post.workspacePath)
    return try workspace.cases().reduce(into: [:]) {
      $0[$1] = Set(try workspace.caseFolder($1).leftOut())
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
    guard try leftOut(of: post) == expected.leftOut else {
      throw Breach(description: "other files are said to be left out than in undisturbed nights")
    }
    try PostChecks(post, isOnlyIntake: false).expectTold(expected.quarantined)
  }
}
