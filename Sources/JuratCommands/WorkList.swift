import CaseReport
import Casework
import FileStore
import Stages
import Workspace

/// The lists of cases in the workspace: `index.html` has those that are open, `decided.html` the others.
/// Made from what is there, as a whole, whenever something has changed.
enum WorkList {
  static func write(for workspace: Workspace) throws {
    var all: [(listed: ListedCase, isOpen: Bool)] = []
    var links = CaseLinks()
    for id in try workspace.cases() {
      let (listed, isOpen, isReplaced) = try listed(id, in: workspace)
      all.append((listed, isOpen))
      // Those that were split or joined share all documents with what has taken their place.
      guard !isReplaced else { continue }
      links.add(
        id, documents: try workspace.caseFolder(id).listedDocuments() ?? [],
        identity: listed.results?.identity)
    }
    for index in all.indices { all[index].listed.flags += links.words(of: all[index].listed.id) }
    let open = all.filter(\.isOpen).map(\.listed)
    let others = all.filter { !$0.isOpen }.map(\.listed)
    for (cases, isOfOpenCases, name) in [(open, true, "index"), (others, false, "decided")] {
      let page = try WorkListPage(cases, isOfOpenCases: isOfOpenCases, on: .today).html()
      try Files.write(Array(page.utf8), to: "\(workspace.path)/\(name).html")
    }
  }

  /// Who complains of whom, of those cases of which it was read.
  static func names(of cases: [CaseID], in workspace: Workspace) throws -> [CaseID: String] {
    try cases.reduce(into: [:]) { names, id in
      names[id] = try results(of: workspace.caseFolder(id))?.identity.inWords
    }
  }

  private static func results(of folder: CaseFolder) throws -> CheckResults? {
    try folder.readIfWhole(CheckResults.self, from: CheckStage.output, of: .check)
  }

  /// - Returns: the case, whether it is for the list of open ones, and whether others have taken its place.
  ///   One that was decided comes back when its findings have changed since.
  private static func listed(_ id: CaseID, in workspace: Workspace) throws -> (
    ListedCase, isOpen: Bool, isReplaced: Bool
  ) {
    let folder = workspace.caseFolder(id)
    let bundle = workspace.bundlePath(id)
    var flags: [String] = []
    var isOpen = true
    var isReplaced = false
    var decision = ""
    do {
      let history = try folder.history()
      decision = history.lastDecision.map(words) ?? ""
      switch history.standing {
      case .open: break
      case .closed(let act):
        isOpen = false
        isReplaced = act.isRegrouping
      case .decided(_, let results):
        isOpen = results != folder.record(of: .check)?.outputDigest
        if isOpen { flags.append("findings have changed since it was decided") }
      }
    } catch let damaged as DamagedFile {
      flags.append(
        "its history is damaged: \(damaged.path.split(separator: "/").suffix(2).joined(separator: "/"))"
      )
    }
    let packets = try folder.arrivedPackets()
    flags += packets.compactMap(\.origin).map { "made of \($0.inWords)" }
    if packets.count > 1 { flags.append("came \(packets.count) times") }
    let failures = folder.failureCount
    if failures > 0 { flags.append("\(failures) failed") }
    if try !folder.overridesOrNone().isEmpty { flags.append("settings changed for this case") }
    let problem = Stage.allCases.lazy.compactMap { folder.record(of: $0)?.problem }.first
    return (
      ListedCase(
        id: id,
        results: try results(of: folder),
        resultsDigest: folder.record(of: .check)?.outputDigest, packets: packets,
        takenIn: try folder.dayTakenIn(), problem: problem.map { "It did not get through: \($0)." },
        flags: flags,
        decision: decision, hasBundle: try Files.kind(of: bundle) == .folder
      ) { (try? Files.kind(of: "\(bundle)/data/\(BundlePaths.crop($0))")) == .file }, isOpen,
      isReplaced
    )
  }

  private static func cases(_ entry: CaseHistory.Entry) -> String {
    (entry.into ?? []).map(\.rawValue).joined(separator: " and ")
  }

  private static func words(_ entry: CaseHistory.Entry) -> String {
    let act =
      switch entry.act {
      case .accept: "Accepted"
      case .deficient: "Found deficient"
      case .hold: "On hold"
      case .close: "Closed"
      case .reopen: "Opened again"
      case .amend, .withdraw: "Amended"
      case .split: "Split into \(cases(entry))"
      case .join: "Joined with \(entry.joined?.rawValue ?? "another"), now \(cases(entry))"
      }
    let because = entry.because.isEmpty ? "" : " (\(entry.because.joined(separator: ", ")))"
    return "\(act)\(because) by \(entry.by) on \(entry.time.prefix(10))"
      + (entry.note.isEmpty ? "" : ": \(entry.note)")
  }
}

extension CaseFolder {
  /// Settings changed for this case; none where they cannot be understood, which a night tells of.
  fileprivate func overridesOrNone() throws -> [Stage: [String: String]] {
    do {
      return try overrides()
    } catch is DamagedFile {
      return [:]
    }
  }
}
