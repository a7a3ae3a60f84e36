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
    try CaseFolder.ingestKeyParts(context.documents(), leftOut: context.folder.leftOut())
  }

  package func finish(in context: StageContext) throws -> [OutputFile] {
    let documents = try context.documents()
    for document in documents {
      let path = context.workspace.originalPath(document)
      guard try Originals.isWhole(document, at: path, thoroughly: true) else {
        throw StageProblem("the original of \(document.id.rawValue) is not what it was: \(path)")
      }
    }
    let leftOut = try context.folder.leftOut()
    if let words = leftOut.inWords { context.alert(words) }
    return try CaseFolder.ingestOutputs(documents, leftOut: leftOut)
      .map { OutputFile(name: $0.name, bytes: $0.bytes) }
  }
}
