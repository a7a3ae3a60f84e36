import CaseBag
import Casework
import FileStore
import Foundation
import PipelineEngine
import Workspace

/// What has to hold of a post and its workspace, whatever failed.
struct PostChecks {
  private typealias Breach = Simulation.Breach
  private let post: SimulatedPost
  /// What identifies each bag that has been in place.
  private var bags: Set<Digest> = []
  private var damage: Damage?
  /// Reading failed in some night, so that a bag may have been taken for one that somebody changed.
  private var hasReadingFailed = false

  private let isOnlyIntake: Bool

  init(_ post: SimulatedPost, isOnlyIntake: Bool) {
    self.post = post
    self.isOnlyIntake = isOnlyIntake
  }

  private var workspace: Workspace {
    get throws { try Workspace(at: post.workspacePath) }
  }

  // MARK: After each night

  /// No mail is lost, and no bag that has been in place.
  mutating func expectPresent(_ what: String) throws {
    // What was damaged is in a bag.
    let places =
      ["inbox", "workspace/claims", "workspace/originals", "workspace/quarantine"]
      + (damage == nil ? [] : ["workspace/bundles"])
    let lost = try post.mail(notIn: places)
    guard lost.isEmpty else {
      throw Breach(description: "\(lost.count) files of the mail are nowhere after \(what)")
    }
    let found = try currentBags()
    guard bags.isSubset(of: found) else {
      throw Breach(description: "a bag that was in place is nowhere after \(what)")
    }
    bags = found
  }

  mutating func note(_ damage: Damage) throws {
    self.damage = damage
    bags = try currentBags()
  }

  mutating func note(_ faults: FaultSource) {
    switch faults.kind {
    case .oneError, .shakyDisk: hasReadingFailed = true
    case .fullDisk, .killed, .pulledPlug, .none: break
    }
  }

  private func currentBags() throws -> Set<Digest> {
    let bundles = "\(post.workspacePath)/bundles"
    let folders =
      try Files.names(in: bundles).filter { !$0.hasPrefix(".") }
      + Files.names(in: "\(bundles)/.replaced").map { ".replaced/\($0)" }
    return try folders.reduce(into: []) { found, name in
      let manifest = "\(bundles)/\(name)/tagmanifest-sha512.txt"
      if try Files.kind(of: manifest) == .file { found.insert(try Digest.ofFile(at: manifest)) }
    }
  }

  /// What the report says is so.
  func expectTrue(_ report: RunReport, isUndisturbed: Bool) throws {
    if isUndisturbed, !report.isReconciled {
      throw Breach(description: "the report of \(report.run) does not add up")
    }
    let workspace = try workspace
    for line in report.cases where line.bundle != nil {
      if let problem = BagVerifier.verify(workspace.bundlePath(line.id)).first {
        throw Breach(
          description: "\(report.run) tells of a bag that is not whole: \(problem.description)")
      }
      let folder = workspace.caseFolder(line.id)
      for stage in Stage.allCases where folder.record(of: stage).map({ $0.problem != nil }) ?? true
      {
        throw Breach(
          description: "\(report.run) tells of \(line.id.rawValue) as through, without "
            + stage.rawValue)
      }
    }
  }

  /// Where a bag is in place, it is whole, whatever became of the night that made it.
  func expectBagsWhole() throws {
    guard damage == nil else { return }
    let workspace = try workspace
    for id in try workspace.cases() {
      let bag = workspace.bundlePath(id)
      if try Files.kind(of: bag) != nil, let problem = BagVerifier.verify(bag).first {
        throw Breach(description: "the bag of \(id.rawValue) is torn: \(problem.description)")
      }
    }
  }

  /// A case that the report tells of as through is as undisturbed nights leave it, and packets between
  /// inbox and case are told of.
  func expectAll(of report: RunReport, like expected: Expectation.Cases) throws {
    // Other mail, other cases; and what was damaged is told of in its bag.
    guard !post.isChanged, damage == nil, !report.isInterrupted else { return }
    let workspace = try workspace
    for line in report.cases where !isOnlyIntake && line.bundle != nil {
      let found = try Expectation.Case(line.id, in: workspace)
      guard let expected = expected[line.id], found.arrivals == expected.arrivals,
        line.failures == expected.failures
      else { continue }
      guard found.manifest == expected.manifest else {
        throw Breach(
          description: "\(report.run) tells of \(line.id.rawValue) as through, and its bag is "
            + "another than in undisturbed nights")
      }
    }
    let unfinished = try Files.names(in: workspace.claims).count { name in
      let claim = "\(workspace.claims)/\(name)"
      return try Files.kind(of: "\(claim)/packet") != nil
        && Files.kind(of: "\(claim)/ending.json") == nil
    }
    guard unfinished <= report.packets.failing else {
      throw Breach(
        description: "\(unfinished) packets are claimed and no cases, and the report has "
          + "\(report.packets)")
    }
  }

  func expectNothingToDo(_ report: RunReport) throws {
    for line in report.cases where !isOnlyIntake && (!line.isUnchanged || line.bundle == nil) {
      throw Breach(
        description: "\(line.id.rawValue) is not at rest in \(report.run): "
          + (line.problem ?? "\(line.stagesRun) \(line.alerts ?? [])"))
    }
  }

  // MARK: In the end

  /// What the first report of undisturbed nights has to say of the mail.
  func expectWhatTheMailSays(_ report: RunReport) throws {
    let cases = Dictionary(grouping: post.packets.filter { $0.caseID != nil }, by: \.caseID)
    guard try workspace.cases().map(Optional.some) == cases.keys.sorted(by: { $0! < $1! }),
      report.packets.taken == cases.count,
      report.packets.duplicates == cases.values.reduce(0, { $0 + $1.count - 1 })
    else { throw Breach(description: "the cases are not those of the mail: \(report.packets)") }
    for case (let id?, let packets) in cases {
      let leftOut = Set(try workspace.caseFolder(id).leftOut())
      guard leftOut == Set(packets.flatMap(\.leftOut)) else {
        throw Breach(description: "what was left out of \(id.rawValue) is \(leftOut)")
      }
    }
    let told = post.packets.count { $0.caseID == nil || !$0.leftOut.isEmpty }
    guard report.quarantined.count == told else {
      throw Breach(description: "\(report.quarantined.count) of \(told) things in quarantine told")
    }
  }

  func expectAllWell() throws {
    let workspace = try workspace
    let unplaced = try post.mail(notIn: [
      "workspace/quarantine", isOnlyIntake ? "workspace/originals" : "workspace/bundles",
    ])
    guard unplaced.isEmpty else {
      throw Breach(description: "\(unplaced.count) files of the mail are in no bag")
    }
    for id in try workspace.cases() where !isOnlyIntake {
      if let problem = BagVerifier.verify(workspace.bundlePath(id)).first {
        throw Breach(description: "the bag of \(id.rawValue) is not whole: \(problem.description)")
      }
    }
    guard try post.inbox.packets().isEmpty, try Files.names(in: workspace.claims).isEmpty else {
      throw Breach(description: "a packet is still in the inbox or between inbox and case")
    }
    if let meant = damage?.meant,
      try !SimulatedPost.digests(below: "\(post.workspacePath)/bundles").contains(meant)
    {
      throw Breach(description: "what somebody changed in a bag was not kept")
    }
    for name in try Files.names(in: "\(post.workspacePath)/originals") {
      let digest = try Digest.ofFile(at: "\(post.workspacePath)/originals/\(name)")
      guard name.hasPrefix(digest.rawValue) else {
        throw Breach(description: "the original \(name) is not what its name says")
      }
      // The time by which a later change of it would show. What was put in the place of a document may
      // have left an original that is of no case.
      guard
        try post.isChanged
          || Files.status(of: "\(post.workspacePath)/originals/\(name)").modified == 1_000_000_000
      else { throw Breach(description: "the original \(name) was not sealed") }
    }
    let replaced = try Files.names(in: "\(post.workspacePath)/bundles/.replaced")
    if damage == nil, !hasReadingFailed,
      let bag = replaced.first(where: { $0.contains("-changed-") })
    {
      throw Breach(description: "nobody changed a bag, and \(bag) is kept as changed")
    }
    try expectQuarantineWhole()
    try expectCounted()
    try expectNoLeftovers(below: post.workspacePath)
  }

  /// Each entry has the files that it names, and was told of.
  private func expectQuarantineWhole() throws {
    let quarantine = try workspace.quarantine
    guard try Quarantine(workspace).untold().isEmpty else {
      throw Breach(description: "something in quarantine was never told of")
    }
    let told = Set(try reports().flatMap(\.quarantined).map(\.id))
    for id in try Files.names(in: quarantine) {
      let bytes = try Files.contents(of: "\(quarantine)/\(id)/why.json") ?? []
      let why = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
      guard told.contains(id) || why?["reason"] as? String == "left by programs" else {
        throw Breach(description: "no report tells of \(id)")
      }
      guard id.hasPrefix("q-") || id.hasPrefix("aside-") else { continue }
      let named = (why?["files"] as? [Any])?.count ?? 0
      let found = try Files.names(in: "\(quarantine)/\(id)").count { $0.hasPrefix("file-") }
      guard named == found else {
        throw Breach(description: "\(id) names \(named) files and has \(found)")
      }
    }
  }

  /// No case is taken twice, no packet a duplicate of itself; each case was told of, and where it
  /// came from is known.
  private func expectCounted() throws {
    let workspace = try workspace
    let cases = try workspace.cases()
    let reports = try reports()
    let taken = reports.reduce(0) { $0 + $1.packets.taken }
    let duplicates = reports.reduce(0) { $0 + $1.packets.duplicates }
    var arrivals = 0
    for id in cases {
      let folder = "\(workspace.caseFolder(id).path)/arrivals"
      for name in try Files.names(in: folder) {
        let bytes = try Files.contents(of: "\(folder)/\(name)") ?? []
        let arrival = try CanonicalJSON.decode(Arrival.self, from: bytes)
        guard
          arrival.packetName == "packet-1" || post.packets.map(\.name).contains(arrival.packetName)
        else { throw Breach(description: "nobody knows which packet \(id.rawValue) was") }
        arrivals += 1
      }
      let isTold = reports.contains {
        $0.cases.contains { $0.id == id && !$0.isUnchanged && $0.bundle != nil }
      }
      guard isTold || isOnlyIntake else {
        throw Breach(description: "no report tells that \(id.rawValue) has a bag")
      }
    }
    guard taken <= cases.count, duplicates <= arrivals - cases.count else {
      throw Breach(
        description: "\(taken) packets taken and \(duplicates) duplicates are told, of "
          + "\(cases.count) cases with \(arrivals) arrivals")
    }
  }

  private func reports() throws -> [RunReport] {
    let workspace = try workspace
    return try (1...6).compactMap {
      try Files.contents(of: workspace.reportPath(of: "night-\($0)"))
        .map { try CanonicalJSON.decode(RunReport.self, from: $0) }
    }
  }

  /// All is as undisturbed nights leave it.
  ///
  /// - Parameter isCopied: a packet that was copied and could not be removed from the inbox may have come
  ///   twice, with what was left out of it.
  func expectEverything(like expected: Expectation, isCopied: Bool) throws {
    // Other mail, other cases.
    if post.isChanged { return }
    let found = try Expectation.cases(of: post)
    guard found.keys.sorted() == expected.late.keys.sorted() else {
      throw Breach(
        description: "the cases are \(found.keys.sorted()), not \(expected.late.keys.sorted())")
    }
    for (id, found) in found {
      guard let expected = expected.late[id] else { continue }
      guard isOnlyIntake || found.manifest == expected.manifest else {
        throw Breach(description: "the bag of \(id.rawValue) is another than in undisturbed nights")
      }
      guard found.leftOut == expected.leftOut else {
        throw Breach(
          description: "\(id.rawValue) leaves out other files than in undisturbed nights")
      }
      // What readers were asked for under other settings stays, and the seal of a bag that was about to
      // come where it could not be removed.
      let other = found.files.symmetricDifference(expected.files)
        .filter { !$0.contains("/units/") && !$0.hasSuffix("/next-seal.json") }
      guard isOnlyIntake || other.isEmpty else {
        throw Breach(
          description: "the stages of \(id.rawValue) have other files than in undisturbed nights: "
            + other.sorted().prefix(3).joined(separator: ", "))
      }
    }
    try expectTold(expected.quarantined, mayBeMore: isCopied || damage != nil)
  }

  private func expectTold(_ reasons: [String], mayBeMore: Bool) throws {
    var told: [String: String] = [:]
    for entry in try reports().flatMap(\.quarantined) { told[entry.id] = entry.reason }
    var missing = reasons
    for reason in told.values.sorted() {
      if let index = missing.firstIndex(of: reason) {
        missing.remove(at: index)
      } else if !mayBeMore {
        throw Breach(description: "a report tells of '\(reason)', which is not so, or twice")
      }
    }
    if let reason = missing.first { throw Breach(description: "no report tells of '\(reason)'") }
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
