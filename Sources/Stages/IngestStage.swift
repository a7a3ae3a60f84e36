package import Casework
import FileStore
import Workspace

/// The work of `ingest` is done by `Workspace.Intake`, which makes the case; what is left here is
/// to say whether the originals are still what they were.
package struct IngestStage: StageProgram {
  package let stage = Stage.ingest
  package let version = 1

  package init() {}

  package func keyParts(in context: StageContext) throws -> [String: String] {
    ["documents": try context.documents().map(\.sha256.rawValue).joined(separator: " ")]
  }

  package func finish(in context: StageContext) throws -> [OutputFile] {
    let documents = try context.documents()
    for document in documents {
      let path = context.workspace.originalPath(document)
      guard try Digest.ofFile(at: path) == document.sha256 else {
        throw StageProblem("the original of \(document.id.rawValue) is not what it was: \(path)")
      }
    }
    return [OutputFile(name: "documents.json", bytes: try CanonicalJSON.encode(documents))]
  }
}
