import Casework
import Dispatch
import FileStore
import Glibc
import Logging
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

  /// Plays the post that follows from `seed`, with faults, then some nights without, and compares what
  /// is there with what undisturbed nights leave. Every tenth seed fails calls of all sorts in one night in
  /// turn, some others make the changes of an operator in turn, or spoil an original for good.
  ///
  /// - Throws: `Breach`, whose description names the seed; the post is left to be looked at, in
  ///   `post-SEED`.
  package mutating func play(seed: UInt64) throws {
    tally.posts += 1
    do {
      let circumstances = try Circumstances(configuration, seed: seed)
      let expected = try undisturbed(circumstances, seed)
      if seed.isMultiple(of: 10) {
        try playSweep(seed, circumstances, expected)
      } else {
        try playNights(seed, circumstances, expected)
        if !circumstances.isOnlyIntake {
          try playSpoiled(seed, circumstances)
          if SimulatedReaders.openDocuments(seed: seed) { try playChanges(seed, circumstances) }
        }
      }
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
    let disturbed = Int.random(in: 1...Circumstances.mostDisturbedNights, using: &numbers)
    var isDamaged = false
    for night in 1...disturbed {
      let nightSeed = seed &+ UInt64(night) << 32
      try playDisturbed(
        night, of: post, circumstances, seed, FaultSource(seed: nightSeed, calls: expected.calls),
        Disturbance(seed: nightSeed, calls: expected.calls), expected, &checks)
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

  /// What the night is that a sweep plays again and again.
  private enum SweptNight: CaseIterable {
    /// The first of a post.
    case first
    /// After one that was killed: there is something to carry on.
    case afterKill
    /// There is something to mend.
    case afterDamage
    /// Settings have changed: there is something to make anew.
    case afterChange
  }

  /// The same night again and again, each time with a call of another sort that fails or is the last one.
  private mutating func playSweep(
    _ seed: UInt64, _ circumstances: Circumstances, _ expected: Expectation
  ) throws {
    var numbers = SeededNumbers(seed: seed, "sweep")
    let nights: [SweptNight] =
      circumstances.isOnlyIntake ? [.first, .afterKill] : SweptNight.allCases
    let swept = nights.randomElement(using: &numbers) ?? .first
    var circumstances = circumstances
    circumstances.firstLateNight = swept == .afterChange ? 2 : 3
    // With a packet between inbox and case.
    let killed = expected.calls.ofAnySort(
      &numbers, with: circumstances.isOnlyIntake ? "/claims/" : "")
    let damaging = numbers
    let setting = circumstances
    func prepare() throws -> (SimulatedPost, PostChecks) {
      let post = try newPost(seed)
      var checks = PostChecks(post, isOnlyIntake: setting.isOnlyIntake)
      switch swept {
      case .first: break
      case .afterKill:
        try playDisturbed(
          1, of: post, setting, seed, FaultSource(.killed, at: killed), nil, expected, &checks)
      case .afterDamage, .afterChange:
        _ = try night(1, of: post, setting, seed)
        try checks.expectPresent("night 1")
        var numbers = damaging
        if swept == .afterDamage, let damage = try Damage(in: post, &numbers) {
          try checks.note(damage)
        }
      }
      return (post, checks)
    }
    let number = swept == .first ? 1 : 2
    var (post, checks) = try prepare()
    let none = FaultSource(.none)
    try playDisturbed(number, of: post, circumstances, seed, none, nil, expected, &checks)
    for (kind, point) in sweptCalls(none.counted, circumstances, &numbers) {
      (post, checks) = try prepare()
      let faults = FaultSource(kind, at: point, code: point.isMultiple(of: 2) ? EACCES : EIO)
      do {
        try playDisturbed(number, of: post, circumstances, seed, faults, nil, expected, &checks)
        // What an error was taken for shows at once; how all of it ends, now and then.
        if kind == .killed || circumstances.isOnlyIntake || point.isMultiple(of: 8) {
          try settle(post, circumstances, seed, like: expected, in: 2, &checks)
        }
      } catch let breach as Breach {
        throw Breach(
          description: "\(breach), after \(kind) at call \(point) of night \(number), \(swept)")
      }
    }
    post.remove()
  }

  /// The calls that fail in a sweep, and those that are the last ones of their night. Of a night that takes
  /// cases through their stages, which is ten times as long as an intake, not all sorts.
  private func sweptCalls(
    _ calls: FaultSource.Calls, _ circumstances: Circumstances, _ numbers: inout SeededNumbers
  ) -> [(FaultSource.Kind, Int)] {
    let sorts = calls.sorts.sorted { $0.key < $1.key }.shuffled(using: &numbers)
    let changes = sorts.filter(\.key.isChange)
    func points(_ sorts: [(key: FaultSource.Sort, value: [Int])], most: Int) -> [Int] {
      if circumstances.isOnlyIntake {
        return sorts.flatMap { _, calls in
          Set([calls.first, calls.randomElement(using: &numbers)].compactMap(\.self)).sorted()
        }
      }
      return sorts.prefix(most).compactMap { $0.value.randomElement(using: &numbers) }
    }
    return points(sorts, most: 60).map { (.oneError, $0) }
      + points(changes, most: 30).map { (.killed, $0) }
  }

  /// One night before and one after each change that an operator may make: the second leaves what a first
  /// night would.
  private mutating func playChanges(_ seed: UInt64, _ circumstances: Circumstances) throws {
    let post = try newPost(seed)
    for (index, change) in Circumstances.changes.enumerated() {
      var changed = circumstances
      changed.late = configuration
      try change(&changed.late)
      changed.firstLateNight = 1
      let fresh = try newPost(seed, in: "changed")
      _ = try night(1, of: fresh, changed, seed)
      changed.firstLateNight = 2 * index + 2
      _ = try night(2 * index + 1, of: post, changed, seed)
      _ = try night(2 * index + 2, of: post, changed, seed)
      tally.nights += 3
      guard try Self.manifests(of: post) == Self.manifests(of: fresh) else {
        throw Breach(description: "a bag does not show change \(index + 1) of the configuration")
      }
      fresh.remove()
    }
    post.remove()
  }

  /// An original and the copy of it that is in the bag are both spoilt: the one does not take the place of
  /// the other, the case is told of, and nothing else suffers.
  private mutating func playSpoiled(_ seed: UInt64, _ circumstances: Circumstances) throws {
    let post = try newPost(seed)
    _ = try night(1, of: post, circumstances, seed)
    let workspace = try Workspace(at: post.workspacePath)
    guard let id = try workspace.cases().first,
      let document = try workspace.caseFolder(id).documents().first
    else { return post.remove() }
    let original = workspace.originalPath(document)
    let copies = "\(workspace.bundlePath(id))/data/originals"
    let spoilt = Array("%PDF-1.7 spoilt".utf8)
    for name in try Files.names(in: copies) { try Files.write(spoilt, to: "\(copies)/\(name)") }
    try Files.write(Array("%PDF-1.7 spoilt otherwise".utf8), to: original)
    for number in 2...3 {
      let report = try night(number, of: post, circumstances, seed)
      tally.nights += 1
      guard try Files.contents(of: original) != spoilt else {
        throw Breach(description: "an original was restored from a copy that is another")
      }
      guard let line = report.cases.first(where: { $0.id == id }), line.problem != nil else {
        throw Breach(description: "night \(number) does not tell of an original that is lost")
      }
    }
    post.remove()
  }

  private func newPost(_ seed: UInt64, in name: String = "post") throws -> SimulatedPost {
    let path = "\(folder)/\(name)-\(seed)"
    try Files.remove(path)
    return try SimulatedPost(in: path, seed: seed)
  }

  private mutating func playDisturbed(
    _ number: Int, of post: SimulatedPost, _ circumstances: Circumstances, _ seed: UInt64,
    _ faults: FaultSource, _ disturbance: Disturbance?, _ expected: Expectation,
    _ checks: inout PostChecks
  ) throws {
    func what() -> String {
      let failed = faults.counted.firstFailed.map { " at \($0)" } ?? ""
      return "night \(number), \(faults.kind)\(failed), \(disturbance?.kind ?? .none)"
    }
    let plan: FileFaults.Plan = { operation, path in
      if disturbance?.isAtWork == true { return nil }
      disturbance?.happen(at: operation, path, in: post)
      return circumstances.code(for: operation, path, in: post, night: number)
        ?? faults.code(for: operation, path)
    }
    let report = try? FileFaults.with(plan, below: post.folder) {
      try self.night(number, of: post, circumstances, seed, disturbance)
    }
    tally.nights += 1
    tally.faults += faults.faultCount
    tally.calls += faults.callCount
    if let breach = try disturbance?.breach() { throw Breach(description: "\(breach), \(what())") }
    checks.note(faults)
    try faults.loseUnsynced(below: post.workspacePath)
    try post.loseLeases()
    do {
      try checks.expectPresent("the night")
      try checks.expectBagsWhole()
      guard let report else { return }
      try checks.expectTrue(report, isUndisturbed: faults.faultCount == 0)
      try checks.expectAll(
        of: report,
        like: number < circumstances.firstLateNight ? expected.early : expected.late)
    } catch let breach as Breach {
      throw Breach(description: "\(breach), \(what())")
    }
  }

  /// `count` nights without faults, after which all is as undisturbed nights leave it; then the post goes.
  private mutating func settle(
    _ post: SimulatedPost, _ circumstances: Circumstances, _ seed: UInt64,
    like expected: Expectation, in count: Int = 3, _ checks: inout PostChecks
  ) throws {
    for number in (7 - count)...6 {
      let always: FileFaults.Plan = {
        circumstances.code(for: $0, $1, in: post, night: number)
      }
      let report = try FileFaults.with(always, below: post.folder) {
        try self.night(number, of: post, circumstances, seed)
      }
      tally.nights += 1
      try checks.expectPresent("night \(number)")
      try checks.expectTrue(report, isUndisturbed: true)
      if number == 6 { try checks.expectNothingToDo(report) }
    }
    try checks.expectAllWell()
    try checks.expectEverything(
      like: expected, isCopied: circumstances.isElsewhere)
    post.remove()
  }

  private func night(
    _ number: Int, of post: SimulatedPost, _ circumstances: Circumstances, _ seed: UInt64,
    _ disturbance: Disturbance? = nil
  ) throws -> RunReport {
    let workspace = try Workspace(at: post.workspacePath)
    let run = try NightlyRun(over: workspace)
    defer { run.release() }
    let observer = Observer(disturbance, isOnlyIntake: circumstances.isOnlyIntake)
    let configuration = circumstances.configuration(ofNight: number)
    return try run.run(
      "night-\(number)", inbox: post.inbox, configuration: configuration,
      readers: SimulatedReaders(
        seed: seed, versions: configuration.tools.versions
      ) { disturbance?.isStopRequested ?? false }, guards: [],
      observer: observer,
      log: Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() },
      queue: DispatchQueue(label: "jurat.simulation"), waiting: observer.packetsWait,
      publish: { _, _ in })
  }

  // MARK: What undisturbed nights leave

  /// Three nights in which nothing happens. What they leave is also held against what the mail says.
  private func undisturbed(_ circumstances: Circumstances, _ seed: UInt64) throws -> Expectation {
    let post = try newPost(seed, in: "undisturbed")
    var calm = circumstances
    calm.firstLateNight = 1
    let counter = FaultSource(.none)
    let counts: FileFaults.Plan = { operation, path in
      _ = counter.code(for: operation, path)
      return nil
    }
    let report = try FileFaults.with(counts, below: post.folder) {
      try night(1, of: post, calm, seed)
    }
    _ = try night(2, of: post, calm, seed)
    let last = try night(3, of: post, calm, seed)
    let checks = PostChecks(post, isOnlyIntake: calm.isOnlyIntake)
    try checks.expectTrue(report, isUndisturbed: true)
    try checks.expectNothingToDo(last)
    try checks.expectWhatTheMailSays(report)
    let late = try Expectation.cases(of: post)
    post.remove()
    return Expectation(
      early: calm.isOnlyIntake ? late : try early(circumstances, seed), late: late,
      quarantined: report.quarantined.map(\.reason).sorted(), calls: counter.counted)
  }

  private func early(_ circumstances: Circumstances, _ seed: UInt64) throws -> Expectation.Cases {
    let post = try newPost(seed, in: "early")
    defer { post.remove() }
    var early = circumstances
    early.firstLateNight = .max
    for number in 1...2 { _ = try night(number, of: post, early, seed) }
    return try Expectation.cases(of: post)
  }

  private static func manifests(of post: SimulatedPost) throws -> [CaseID: [UInt8]] {
    try Expectation.cases(of: post).mapValues(\.manifest)
  }
}
