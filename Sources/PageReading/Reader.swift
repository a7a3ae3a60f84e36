internal import Casework
internal import Foundation
internal import Leptonica
internal import Poppler
internal import QPDF
package import ReaderProtocol
internal import Tesseract
internal import ZBar

/// Answers the parent's requests, one after the other, on one thread.
///
/// Keeps the document that was last asked for open and the models loaded. Whatever can be foreseen
/// is an answer; what cannot ends the process, and the parent sees that.
package final class Reader {
  private var opened: (file: DocumentFile, document: OpenDocument)?
  private var loaded: Recogniser?

  package var versions: ReaderVersions
  /// Says on standard error what every page took.
  package var showsTimes = false

  /// To be made before the process is confined: tesseract wants to write to `/dev/null` when it is
  /// asked for its models.
  package init() {
    versions = ReaderVersions(
      poppler: PDFDocument.popplerVersion, tesseract: Recogniser.version, leptonica: Pix.version,
      qpdf: PDFJob.version, zbar: BarcodeScanner.version,
      modelFolder: Recogniser.modelFolder)
    Pix.silenceMessages()
    PopplerMessages.listen()
  }

  /// The answer to the request in `frame`.
  package func answer(_ frame: Frame) -> Frame {
    guard let request = try? JSONDecoder().decode(ReaderRequest.self, from: Data(frame.body)) else {
      return Self.frame(.refused(reason: "the request cannot be understood"))
    }
    switch request {
    case .hello: return Self.frame(.hello(versions))
    case .survey(let file): return Self.frame(.survey(survey(file)))
    case .read(let file, let page, let settings): return read(file, page, settings)
    case .crops(let file, let page, let settings): return crops(file, page, settings)
    case .searchable(let file, let pages): return searchable(file, pages)
    case .disclosed(let documents, let dpi): return disclosed(documents, dpi)
    }
  }

  private static func frame(_ answer: ReaderAnswer, _ attachments: [[UInt8]] = []) -> Frame {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    // The answers hold no number that JSON cannot; an empty body would be refused by the parent.
    return Frame(
      body: (try? encoder.encode(answer)).map { Array($0) } ?? [], attachments: attachments)
  }

  private func recogniser(for languages: String) throws(RecogniserError) -> Recogniser {
    if let loaded, loaded.languages == languages { return loaded }
    loaded = nil
    let recogniser = try Recogniser(languages: languages)
    loaded = recogniser
    return recogniser
  }

  private func open(_ file: DocumentFile) throws(PDFError) -> OpenDocument {
    if let opened, opened.file == file { return opened.document }
    opened = nil
    let document: OpenDocument =
      file.mediaType == .pdf
      ? .pdf(try PDFFile(path: file.path))
      : .images(ImageFile(path: file.path, mediaType: file.mediaType))
    opened = (file, document)
    return document
  }

  private func survey(_ file: DocumentFile) -> DocumentSurvey {
    guard file.mediaType != .unknown else {
      return DocumentSurvey(state: .unsupported, problem: "not a kind of file that jurat reads")
    }
    do {
      return switch try open(file) {
      case .pdf(let pdf): DocumentSurveyor.survey(pdf, path: file.path)
      case .images(let images): DocumentSurveyor.survey(images)
      }
    } catch {
      return switch error {
      case .encrypted:
        DocumentSurvey(state: .encrypted, problem: "a password is needed to open the document")
      case .damaged:
        DocumentSurvey(state: .damaged, problem: "the file is no PDF that can be opened")
      case .unreadable:
        DocumentSurvey(state: .damaged, problem: "the file cannot be read")
      }
    }
  }

  private func read(
    _ file: DocumentFile, _ page: PageSurvey, _ settings: ReadingSettings
  ) -> Frame {
    func failed(_ reason: String) -> Frame {
      Self.frame(.read(state: .failed, failure: reason, nil), [[], []])
    }
    do {
      let reader = PageReader(document: try open(file), page: page, settings: settings) {
        () throws(RecogniserError) in try self.recogniser(for: settings.languages)
      }
      let began = CPUClock.seconds
      let result = try reader.read()
      if showsTimes {
        CPUClock.note(page: page.number, seconds: CPUClock.seconds - began, ink: result.inkSeconds)
      }
      return Self.frame(
        .read(state: result.state, failure: result.failure, result.reading),
        [result.preview, result.textLayer])
    } catch let failure as PageFailure {
      return failed(failure.reason)
    } catch let error as RecogniserError {
      return Self.frame(.refused(reason: error.reason))
    } catch {
      return failed("the document cannot be opened")
    }
  }

  private func crops(_ file: DocumentFile, _ page: Int, _ settings: CropSettings) -> Frame {
    do {
      return Self.frame(
        .crops, try Crops.pictures(of: try open(file), page: page, settings: settings))
    } catch let failure as PageFailure {
      return Self.frame(.refused(reason: failure.reason))
    } catch {
      return Self.frame(.refused(reason: "the document cannot be opened"))
    }
  }

  private func disclosed(_ documents: [DisclosedDocument], _ dpi: Int) -> Frame {
    do {
      var packet = DisclosedPacket(dotsPerInch: dpi)
      for document in documents { try packet.add(document, opened: try open(document.file)) }
      return Self.frame(.disclosed, [packet.finish()])
    } catch let failure as PageFailure {
      return Self.frame(.refused(reason: failure.reason))
    } catch {
      return Self.frame(.refused(reason: "a document cannot be opened"))
    }
  }

  private func searchable(_ file: DocumentFile, _ pages: [CopiedPage]) -> Frame {
    do {
      let copy = SearchableCopy(path: file.path, document: try open(file), pages: pages)
      return Self.frame(.searchable, [try copy.make()])
    } catch let failure as PageFailure {
      return Self.frame(.refused(reason: failure.reason))
    } catch {
      return Self.frame(.refused(reason: "the document cannot be opened"))
    }
  }
}
