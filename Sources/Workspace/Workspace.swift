import CLinux
package import Casework
package import FileStore

/// The folder in which all state of jurat lives.
///
///     originals/<sha256>.<ext>     never written twice
///     claims/<id>/                 packets between the inbox and their case
///     cases/<case-id>/<stage>/     record.json and outputs
///     cases/<case-id>/history/     what people decided, an entry a file
///     index.html, decided.html     the lists of cases, made from all that
///     bundles/<case-id>/           finished bags; replaced ones go to bundles/.replaced/
///     inbox/<packet id>.json       what is known of packets that are still in the inbox
///     quarantine/<id>/             files that could not be taken, and why.json
///     runs/<run-id>/               report, and events/ with one file a process
///     runs/latest                  a link to the last run that left a report
///     ledger.sqlite                an index over all that, rebuilt at any time
package struct Workspace: Sendable {
  /// Absolute.
  package let path: String

  /// Opens the workspace at `path`, making its folders where they are not there.
  package init(at path: String) throws(FileProblem) {
    self.path = Self.absolute(path)
    for folder in [
      "originals", "claims", "cases", "bundles", "inbox", "quarantine", "runs", "leases/crashes",
    ] {
      try Files.makeFolder("\(self.path)/\(folder)")
    }
  }

  /// Whether `path`, which is there, is a workspace.
  package static func isWorkspace(_ path: String) throws(FileProblem) -> Bool {
    guard try Files.kind(of: "\(path)/cases") == .folder else { return false }
    return try Files.kind(of: "\(path)/bundles") == .folder
  }

  /// `path` from the root, without a slash at the end.
  package static func absolute(_ path: String) -> String {
    var absolute = path.hasPrefix("/") ? path : "\(Files.workingFolder)/\(path)"
    while absolute.count > 1, absolute.hasSuffix("/") { absolute.removeLast() }
    return absolute
  }

  package func originalPath(_ document: IngestedDocument) -> String {
    "\(path)/originals/\(document.sha256.rawValue).\(document.mediaType.fileExtension)"
  }

  package func caseFolder(_ id: CaseID) -> CaseFolder {
    CaseFolder(id: id, path: "\(path)/cases/\(id.rawValue)")
  }

  package func bundlePath(_ id: CaseID) -> String { "\(path)/bundles/\(id.rawValue)" }

  /// Where bags wait that a newer version has replaced, and where new ones are made.
  package var replacedBundles: String { "\(path)/bundles/.replaced" }
  package var unfinishedBundles: String { "\(path)/bundles/.unfinished" }

  package var claims: String { "\(path)/claims" }
  var packetMemories: String { "\(path)/inbox" }
  package var quarantine: String { "\(path)/quarantine" }
  package var ledgerPath: String { "\(path)/ledger.sqlite" }
  private var runs: String { "\(path)/runs" }
  private static let latest = "latest"
  /// The names of the runs so far, oldest first.
  package func runNames() throws(FileProblem) -> [String] {
    try Files.names(in: runs).filter { $0 != Self.latest && !Files.isTemporary($0) }.sorted()
  }
  package func runFolder(_ run: String) -> String { "\(runs)/\(run)" }
  package func reportPath(of run: String) -> String { "\(runFolder(run))/report.json" }
  /// Makes `runs/latest` lead to the run, for programs and for people; jurat itself never follows it.
  package func markLatest(_ run: String) throws(FileProblem) {
    try Files.replaceLink(runFolder(Self.latest), to: run)
  }

  /// All cases, sorted by id.
  package func cases() throws(FileProblem) -> [CaseID] {
    try Files.names(in: "\(path)/cases").compactMap(CaseID.init(rawValue:))
  }

  /// The right to run over this workspace.
  package func takeRunLease() throws -> Lease { try Lease.take("run", in: "\(path)/leases") }

  /// Makes a crash of this process known to later runs.
  package func markCrashes() throws(FileProblem) {
    let marker = "\(crashMarkers)/\(HostIdentity.current.name)"
    guard jurat_mark_crashes(marker) == 0 else { throw FileProblem(.create, marker) }
  }

  private var crashMarkers: String { "\(path)/leases/crashes" }

  /// How many runs have crashed while they were at work on the case, since one got through with it.
  package func crashes(of id: CaseID) throws -> Int {
    try Lease.crashes("lease", in: caseFolder(id).path, markers: crashMarkers)
  }

  /// Removes temporary files that a killed process left. Call it while holding the run lease.
  package func sweep() throws(FileProblem) {
    try Files.remove(unfinishedBundles)
    // A ledger that another process is making is its own business.
    if let lease = try? Lease.take("ledger", in: "\(path)/leases") {
      defer { lease.release() }
      try Self.sweep(path)
    }
    for folder in ["originals", "inbox", "leases", "runs"] {
      try Self.sweep("\(path)/\(folder)")
    }
    for run in try runNames() { try Self.sweep(runFolder(run)) }
    for folder in ["quarantine", "claims"] {
      for name in try Files.names(in: "\(path)/\(folder)") {
        try Self.sweep("\(path)/\(folder)/\(name)")
      }
    }
    try Lease.forgetReleased("ledger", in: "\(path)/leases")
    for id in try cases() {
      let folder = caseFolder(id).path
      try Self.sweep(folder)
      try Self.sweep("\(folder)/arrivals")
      try Self.sweep("\(folder)/history")
      for stage in Stage.allCases {
        try Self.sweep("\(folder)/\(stage.rawValue)")
        try Self.sweep("\(folder)/\(stage.rawValue)/units")
      }
    }
  }

  private static func sweep(_ folder: String) throws(FileProblem) {
    guard try Files.kind(of: folder) == .folder else { return }
    for name in try Files.names(in: folder) where Files.isAbandoned(name) {
      try Files.remove("\(folder)/\(name)")
    }
  }
}
