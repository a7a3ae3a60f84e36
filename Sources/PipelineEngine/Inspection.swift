package import Casework
import Dispatch
import FileStore
import PipelineFiles
package import ReaderPool
import ReaderProtocol
package import Stages
import Synchronization
import Workspace

/// Reads files and finds what the stages would find in them, in memory.
package struct Inspection {
  private let configuration: Configuration
  private let pool: ReaderPool

  package init(configuration: Configuration, pool: ReaderPool) {
    self.configuration = configuration
    self.pool = pool
  }

  /// What is in files, and what their pages look like.
  package struct Seen {
    package var facts: CaseFacts
    /// JPEGs, in the order of the pages; empty ones of pages that could not be read.
    package var previews: [[UInt8]]
  }

  /// What is in the files at `paths`, taken for the documents of one case. Blocks the calling thread,
  /// which must not be one of Dispatch's.
  package func seen(in paths: [String], observer: any RunObserver) throws -> Seen {
    let documents = try paths.enumerated().map { index, path in
      IngestedDocument(
        id: DocumentID(position: index + 1), sha256: try Digest.ofFile(at: path),
        byteCount: try Files.status(of: path).size, mediaType: try MediaType.sniffed(at: path))
    }
    let scope = ReaderScope(readable: paths)
    let previews = Mutex<[PageReference: [UInt8]]>([:])
    let read = try zip(documents, paths).map {
      try facts(of: $0, at: $1, scope, observer: observer) { page, preview in
        previews.withLock { $0[page] = preview }
      }
    }
    let found = configuration.facts(in: read)
    return Seen(
      facts: found,
      previews: previews.withLock { kept in found.pages.map { kept[$0.page] ?? [] } })
  }

  private typealias PreviewKeeper = @Sendable (PageReference, [UInt8]) -> Void

  private func facts(
    of document: IngestedDocument, at path: String, _ scope: ReaderScope, observer: any RunObserver,
    keeping keep: @escaping PreviewKeeper
  ) throws -> CaseFacts.DocumentFacts {
    guard document.mediaType != .unknown else {
      return .init(ingested: document, survey: CountStage.unsupported, pages: [])
    }
    let file = DocumentFile(path: path, mediaType: document.mediaType)
    let readers = configuration.settings.readers
    let answer = Result {
      try pool.askAndWait(.survey(file), scope: scope, deadline: readers.surveyDeadlineSeconds)
    }
    if case .failure(let error) = answer, Self.isOfNoUse(error) { throw error }
    let survey = CountStage.survey(answer.mapError { $0 as? ReaderFailure ?? .babbled })
    return .init(
      ingested: document, survey: survey,
      pages: try pages(of: document, file, survey, scope, observer: observer, keeping: keep))
  }

  private func pages(
    of document: IngestedDocument, _ file: DocumentFile, _ survey: DocumentSurvey,
    _ scope: ReaderScope, observer: any RunObserver, keeping keep: @escaping PreviewKeeper
  ) throws -> [PageOutcome] {
    let settings = ReadingSettings(configuration.settings.ocr)
    let deadline = configuration.settings.readers.pageDeadlineSeconds
    let outcomes = Mutex<[PageReference: PageOutcome]>([:])
    let failure = Mutex<ReaderFailure?>(nil)
    let done = DispatchGroup()
    observer.unitsPlanned(survey.pages.count, stage: .ocr)
    for page in survey.pages {
      done.enter()
      let reference = PageReference(document: document.id, page: page.number)
      pool.ask(.read(file, page: page, settings), scope: scope, deadline: deadline) { reply in
        if case .failure(let error) = reply, Self.isOfNoUse(error) {
          failure.withLock { $0 = error }
        }
        if case .success(let reply) = reply, let preview = reply.attachments.first {
          keep(reference, preview)
        }
        outcomes.withLock { $0[reference] = OCRStage.outcome(of: reference, reply) }
        observer.unitEnded(stage: .ocr)
        done.leave()
      }
    }
    done.wait()
    if let failure = failure.withLock({ $0 }) { throw failure }
    return outcomes.withLock { $0.values.sorted { $0.page < $1.page } }
  }

  /// The failure is not one of the page.
  private static func isOfNoUse(_ error: any Error) -> Bool {
    switch error as? ReaderFailure {
    case .cancelled, .cannotStart: true
    default: false
    }
  }
}
