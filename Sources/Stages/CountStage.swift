package import Casework
import FileStore
import PipelineFiles
package import ReaderPool
import ReaderProtocol
import Workspace

/// What every document is, without reading its pages: `<document>.json`, a `DocumentSurvey`.
package struct CountStage: StageProgram {
  package let stage = Stage.count
  package let version = 4

  package init() {}

  package func keyParts(in context: StageContext) -> [String: String] {
    context.configuration.toolParts("poppler", "leptonica")
  }

  package func units(in context: StageContext) throws -> [StageUnit] {
    try context.documents().filter { $0.mediaType != .unknown }.map { document in
      let parts = context.configuration.toolParts("poppler", "leptonica").merging(
        ["version": String(version), "document": document.sha256.rawValue]
      ) { first, _ in first }
      return StageUnit(
        name: document.id.rawValue, page: nil, key: StageKey(parts: parts).digest,
        request: .survey(context.file(document)),
        deadline: context.settings.readers.surveyDeadlineSeconds)
    }
  }

  package func result(of unit: StageUnit, _ reply: Result<ReaderReply, ReaderFailure>) throws
    -> UnitResult
  {
    let survey = Self.survey(reply)
    return UnitResult(
      files: [OutputFile(name: "\(unit.name).json", bytes: try CanonicalJSON.encode(survey))],
      isFailure: survey.state != .opened)
  }

  /// The survey that an answer holds, or one that says why there is none.
  package static func survey(_ reply: Result<ReaderReply, ReaderFailure>) -> DocumentSurvey {
    switch reply {
    case .success(let reply):
      switch reply.answer {
      case .survey(let survey): survey
      case .refused(let reason): DocumentSurvey(state: .damaged, problem: reason)
      default: DocumentSurvey(state: .damaged, problem: "the reader answered something else")
      }
    case .failure(let failure):
      DocumentSurvey(state: .damaged, problem: failure.description)
    }
  }

  package static let unsupported = DocumentSurvey(
    state: .unsupported, problem: "not a PDF, TIFF, JPEG or PNG")

  package func finish(in context: StageContext) throws -> [OutputFile] {
    try context.documents().filter { $0.mediaType == .unknown }.map { document in
      OutputFile(
        name: "\(document.id.rawValue).json", bytes: try CanonicalJSON.encode(Self.unsupported))
    }
  }
}

extension StageContext {
  /// The original of a document, as readers are told of it.
  func file(_ document: IngestedDocument) -> DocumentFile {
    DocumentFile(path: workspace.originalPath(document), mediaType: document.mediaType)
  }
}
