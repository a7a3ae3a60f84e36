package import Casework
package import ReaderPool
package import ReaderProtocol
import Workspace

/// How one stage does its work: a list of questions to readers, each answer kept as soon as it is
/// there, and then a pure function of what is on disk.
package protocol StageProgram: Sendable {
  var stage: Stage { get }
  /// Raised by hand when the meaning of the stage's output changes, and only then.
  var version: Int { get }
  /// Everything but the version and the inputs that could change the output.
  func keyParts(in context: StageContext) throws -> [String: String]
  /// What has to be asked of readers, in page order.
  func units(in context: StageContext) throws -> [StageUnit]
  /// What an answer, or the lack of one, leaves in the stage's folder.
  func result(of unit: StageUnit, _ reply: Result<ReaderReply, ReaderFailure>) throws -> UnitResult
  /// What the stage leaves behind beside its units.
  func finish(in context: StageContext) throws -> [OutputFile]
  /// Whether what the stage left outside of its folder is still there.
  func isIntact(in context: StageContext) -> Bool
}

extension StageProgram {
  package func units(in context: StageContext) throws -> [StageUnit] { [] }

  package func result(of unit: StageUnit, _ reply: Result<ReaderReply, ReaderFailure>) throws
    -> UnitResult
  {
    preconditionFailure("\(stage) asks nothing of readers")
  }

  package func finish(in context: StageContext) throws -> [OutputFile] { [] }

  package func isIntact(in context: StageContext) -> Bool { true }
}

/// One question to a reader.
package struct StageUnit: Sendable {
  /// Such as `d01-0004` for a page; the names of its outputs begin with it.
  package var name: String
  package var page: PageReference?
  /// The digest of everything that could change the answer.
  package var key: Digest
  package var request: ReaderRequest
  /// The files that the answer's attachments become, in their order.
  package var attachmentNames: [String] = []
  /// Seconds.
  package var deadline: Int

  /// The attachments of the answer as files, without the empty ones: there was nothing to make.
  func attachments(of reply: ReaderReply) -> [OutputFile] {
    zip(attachmentNames, reply.attachments).filter { !$0.1.isEmpty }
      .map { OutputFile(name: $0.0, bytes: $0.1) }
  }
}

package struct OutputFile: Sendable {
  package var name: String
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

package struct UnitResult: Sendable {
  package var files: [OutputFile]
  /// The page or document ended as failed.
  package var isFailure = false
  /// What an operator has to know of it although nothing failed; a sentence.
  package var note: String?
}

extension Stage {
  /// The one place where the engine meets the stages.
  package var program: any StageProgram {
    switch self {
    case .ingest: IngestStage()
    case .count: CountStage()
    case .ocr: OCRStage()
    case .classify: ClassifyStage()
    case .attest: AttestStage()
    case .dates: DatesStage()
    case .check: CheckStage()
    case .bundle: BundleStage()
    }
  }
}

/// Why a stage did not get through, in words for an operator.
package struct StageProblem: Error, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }
}
