import CaseBag
import Casework
import FileStore
import Workspace

/// One file of the workspace changed or taken away between two nights.
struct Damage {
  /// The digest of a changed file of a bag: somebody may have meant it.
  private(set) var meant: Digest?

  /// - Returns: `nil` where there is nothing to damage.
  init?(in post: SimulatedPost, _ numbers: inout SeededNumbers) throws {
    let workspace = try Workspace(at: post.workspacePath)
    guard let id = try workspace.cases().randomElement(using: &numbers) else { return nil }
    if Int.random(in: 0..<6, using: &numbers) == 0 {
      // Where there is none, it is as if what was written there had been spoilt.
      try Files.write(Array("{".utf8), to: workspace.caseFolder(id).overridesFile)
      return
    }
    let bag = workspace.bundlePath(id)
    let isBag = Bool.random(using: &numbers)
    let files: [String]
    if isBag {
      files = try Self.files(below: bag)
    } else {
      // An original can be restored only where a bag has it.
      let isBagged = try Files.kind(of: bag) == .folder && BagVerifier.verify(bag).isEmpty
      let originals =
        isBagged ? try workspace.caseFolder(id).documents().map(workspace.originalPath) : []
      files =
        try Stage.allCases.flatMap {
          try Self.files(below: workspace.caseFolder(id).path(of: $0))
        } + originals
    }
    guard let path = files.randomElement(using: &numbers),
      var bytes = try Files.contents(of: path)
    else { return nil }
    if bytes.isEmpty || Int.random(in: 0..<3, using: &numbers) == 0 {
      try Files.unlink(path)
    } else {
      bytes[Int.random(in: 0..<bytes.count, using: &numbers)] ^= 1
      try Files.write(bytes, to: path)
      if isBag { meant = .of(bytes) }
    }
  }

  private static func files(below path: String) throws -> [String] {
    switch try Files.kind(of: path) {
    case .folder: try Files.names(in: path).flatMap { try files(below: "\(path)/\($0)") }
    case .file: [path]
    default: []
    }
  }
}
