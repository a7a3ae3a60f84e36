package import Casework
import FileStore
package import PipelineFiles
package import ReaderPool
package import ReaderProtocol
import Workspace

/// Reads every page. A page leaves `<page>.json` (a `PageOutcome`), `<page>.jpg` (its preview) and,
/// where it has no text of its own, `<page>.pdf` (invisible text for the searchable copy).
package struct OCRStage: StageProgram {
  package let stage = Stage.ocr
  package let version = 7

  package init() {}

  /// The name of a page's files, such as `d01-0004`.
  package static func name(of page: PageReference) -> String {
    let digits = String(page.page)
    let padding = String(repeating: "0", count: max(0, 4 - digits.count))
    return "\(page.document.rawValue)-\(padding)\(digits)"
  }

  package func keyParts(in context: StageContext) throws -> [String: String] {
    let models = try context.settings.ocr.languageList.map {
      "\($0)=\(try context.configuration.tools.model(of: $0).rawValue)"
    }
    var parts = context.configuration.toolParts("poppler", "leptonica", "tesseract", "zbar")
    parts["settings"] = context.settings.canonicalText(of: .ocr)
    parts[Self.models] = models.joined(separator: " ")
    parts[Self.limits] = try limits(in: context)
    return parts
  }

  private static let limits = "limits"
  /// In the key: `eng=` and the digest of the model, one after the other.
  static let models = "models"

  /// How many pages of a document and of the case are read, where it has more; part of no page's key.
  private func limits(in context: StageContext) throws -> String? {
    let readers = context.settings.readers
    let counts = try context.documents().map { (try? context.survey(of: $0.id))?.pages.count ?? 0 }
    let isBeyond =
      counts.contains { $0 > readers.maxPages } || counts.reduce(0, +) > readers.maxCasePages
    return isBeyond ? "\(readers.maxPages) \(readers.maxCasePages)" : nil
  }

  package func units(in context: StageContext) throws -> [StageUnit] {
    var common = try keyParts(in: context)
    common[Self.limits] = nil
    common["version"] = String(version)
    let settings = ReadingSettings(context.settings.ocr)
    var units: [StageUnit] = []
    var left = context.settings.readers.maxCasePages
    for document in try context.documents() {
      let pages = try context.survey(of: document.id).pages
        .prefix(min(context.settings.readers.maxPages, left))
      left -= pages.count
      for page in pages {
        let reference = PageReference(document: document.id, page: page.number)
        var parts = common
        parts["document"] = document.sha256.rawValue
        parts["page"] = try Digest.of(CanonicalJSON.encode(page)).rawValue
        units.append(
          StageUnit(
            name: Self.name(of: reference), page: reference, key: StageKey(parts: parts).digest,
            request: .read(context.file(document), page: page, settings),
            attachmentNames: ["jpg", "pdf"].map { "\(Self.name(of: reference)).\($0)" },
            deadline: context.settings.readers.pageDeadlineSeconds))
      }
    }
    return units
  }

  /// The pages beyond what one document and one case may have.
  package func finish(in context: StageContext) throws -> [OutputFile] {
    let readers = context.settings.readers
    var left = readers.maxCasePages
    var files: [OutputFile] = []
    for document in try context.documents() {
      let pages = try context.survey(of: document.id).pages
      let read = min(pages.count, readers.maxPages, left)
      left -= read
      for page in pages[read...] {
        let outcome = PageOutcome(
          page: PageReference(document: document.id, page: page.number), state: .failed,
          failure: read == readers.maxPages
            ? "not tried: the document has more pages than readers.maxPages"
            : "not tried: the case has more pages than readers.maxCasePages")
        files.append(
          OutputFile(
            name: "\(Self.name(of: outcome.page)).json", bytes: try CanonicalJSON.encode(outcome)))
      }
    }
    if !files.isEmpty { context.alert("\(files.count) pages were not tried: there are too many") }
    return files
  }

  package func result(of unit: StageUnit, _ reply: Result<ReaderReply, ReaderFailure>) throws
    -> UnitResult
  {
    guard let page = unit.page else { preconditionFailure("every unit of ocr is a page") }
    let outcome = Self.outcome(of: page, reply)
    var files = [OutputFile(name: "\(unit.name).json", bytes: try CanonicalJSON.encode(outcome))]
    if case .success(let reply) = reply { files += unit.attachments(of: reply) }
    return UnitResult(files: files, isFailure: outcome.state == .failed)
  }

  /// The outcome that an answer holds, or a failed one that says why there is none.
  package static func outcome(
    of page: PageReference, _ reply: Result<ReaderReply, ReaderFailure>
  ) -> PageOutcome {
    switch reply {
    case .success(let reply):
      switch reply.answer {
      case .read(let state, let failure, let reading):
        PageOutcome(page: page, state: state, failure: failure, reading: reading)
      case .refused(let reason): PageOutcome(page: page, state: .failed, failure: reason)
      default:
        PageOutcome(page: page, state: .failed, failure: "the reader answered something else")
      }
    case .failure(let failure):
      PageOutcome(page: page, state: .failed, failure: failure.description)
    }
  }
}

extension ReadingSettings {
  package init(_ settings: Settings.OCR) {
    self.init(
      languages: settings.languages, dpi: settings.dpi,
      maxPixelsPerSide: settings.maxPixelsPerSide,
      bornDigitalImageCoverage: settings.bornDigitalImageCoverage,
      blankInkCoverage: settings.blankInkCoverage, previewDpi: settings.previewDpi,
      previewQuality: settings.previewQuality)
  }
}
