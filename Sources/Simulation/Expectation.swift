import Casework
import FileStore
import Workspace

/// What nights leave in which nothing happens.
struct Expectation {
  /// What is left of a case.
  struct Case {
    /// The manifest of the bag's payload; empty without a bag.
    var manifest: [UInt8]
    var leftOut: Set<LeftOutFile>
    /// The paths of all files of its stages, relative to the case.
    var files: Set<String>
    /// Pages, documents and pictures that failed.
    var failures: Int
    var arrivals: Int

    init(_ id: CaseID, in workspace: Workspace) throws {
      let folder = workspace.caseFolder(id)
      let path = "\(workspace.bundlePath(id))/manifest-sha512.txt"
      manifest = try Files.contents(of: path) ?? []
      leftOut = Set(try folder.leftOut())
      files = Set(
        try Stage.allCases.flatMap { try Self.files(below: folder.path(of: $0), as: $0.rawValue) })
      failures = folder.failureCount
      arrivals = try Files.names(in: "\(folder.path)/arrivals").count
    }

    private static func files(below path: String, as name: String) throws -> [String] {
      switch try Files.kind(of: path) {
      case .folder:
        return try Files.names(in: path).flatMap {
          try files(below: "\(path)/\($0)", as: "\(name)/\($0)")
        }
      case nil: return []
      default: return [name]
      }
    }
  }

  typealias Cases = [CaseID: Case]

  /// With the settings of the first nights, and with those of the later ones.
  var early: Cases
  var late: Cases
  /// Why things are in quarantine, sorted.
  var quarantined: [String]
  /// Those of the first night.
  var calls: FaultSource.Calls

  static func cases(of post: SimulatedPost) throws -> Cases {
    let workspace = try Workspace(at: post.workspacePath)
    return try workspace.cases().reduce(into: [:]) { $0[$1] = try Case($1, in: workspace) }
  }
}
