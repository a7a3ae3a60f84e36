import Casework
import Foundation
import Leptonica
import Poppler
import ReaderProtocol
import Tesseract
import Testing

@testable import PageReading

/// A reader in this process, and a folder of its own for the documents it is asked about.
final class Conversation {
  /// Poppler and tesseract keep state in the process and run in one thread of it; tests run in
  /// several.
  private static let native = NSLock()

  private let reader = Reader()
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func file(_ bytes: [UInt8], _ mediaType: MediaType, name: String = "document") throws
    -> DocumentFile
  {
    let url = folder.appending(path: "\(name).\(mediaType.fileExtension)")
    try Data(bytes).write(to: url)
    return DocumentFile(path: url.path, mediaType: mediaType)
  }

  func ask(_ request: ReaderRequest) throws -> (ReaderAnswer, [[UInt8]]) {
    let question = Frame(body: Array(try JSONEncoder().encode(request)))
    let frame = Self.native.withLock { reader.answer(question) }
    return (
      try JSONDecoder().decode(ReaderAnswer.self, from: Data(frame.body)), frame.attachments
    )
  }

  struct UnexpectedAnswer: Error { var answer: ReaderAnswer }

  func survey(_ file: DocumentFile) throws -> DocumentSurvey {
    let (answer, _) = try ask(.survey(file))
    guard case .survey(let survey) = answer else { throw UnexpectedAnswer(answer: answer) }
    return survey
  }

  struct ReadPage {
    var state: PageOutcome.State
    var failure: String?
    var reading: Reading?
    var preview: [UInt8]
    var textLayer: [UInt8]

    var words: [String] { reading?.words.map(\.text) ?? [] }
    var text: String { words.joined(separator: " ") }
  }

  /// Surveys the document and reads one of its pages.
  func read(_ file: DocumentFile, page: Int = 1, dpi: Int = 200) throws -> ReadPage {
    let surveyed = try survey(file).pages[page - 1]
    let (answer, attachments) = try ask(.read(file, page: surveyed, Self.settings(dpi: dpi)))
    guard case .read(let state, let failure, let reading) = answer, attachments.count == 2 else {
      throw UnexpectedAnswer(answer: answer)
    }
    return ReadPage(
      state: state, failure: failure, reading: reading, preview: attachments[0],
      textLayer: attachments[1])
  }

  static func settings(dpi: Int) -> ReadingSettings {
    ReadingSettings(
      languages: "eng", dpi: dpi, maxPixelsPerSide: 9000, bornDigitalImageCoverage: 0.02,
      blankInkCoverage: 0.002, previewDpi: 50, previewQuality: 60)
  }

  /// A page as a scanner would deliver it: the picture of a PDF page, without its text.
  func scan(_ page: PDFs.Page, dpi: Int = 200) throws -> Pix {
    let file = try file(PDFs.file([page]), .pdf, name: "printed")
    return try Self.native.withLock {
      let document = OpenDocument.pdf(try PDFFile(path: file.path))
      return try document.raster(page: 1, scale: 1, dotsPerInch: dpi, maxPixelsPerSide: 9000).grey
    }
  }

  /// The words of the text layer of the first page, on the page as shown.
  func layer(_ file: DocumentFile) throws -> [Word] {
    try Self.native.withLock {
      let page = try PDFDocument(path: file.path).page(at: 0)
      return page.flatMap { TextLayer(of: $0.characters) }?.lines.flatMap(\.words) ?? []
    }
  }

  /// The text of the first page as it is in the file, to be seen or not.
  func textLayer(of file: DocumentFile) throws -> TextLayer {
    try Self.native.withLock {
      let page = try #require(try PDFDocument(path: file.path).page(at: 0))
      return try #require(TextLayer(of: page.characters))
    }
  }

  /// How `page` was turned, and how many images tesseract read for it.
  func turning(of page: Pix) throws -> (rotation: Int, passes: Int) {
    try Self.native.withLock {
      let recogniser = try Recogniser(languages: "eng")
      var passes = 0
      let read = try UprightRecognition.read(page) { image throws(PageFailure) in
        passes += 1
        return try recogniser.lines(of: image)
      }
      return (read.rotation, passes)
    }
  }

  func scannedFile(_ page: PDFs.Page, dpi: Int = 200) throws -> DocumentFile {
    try file(try #require(try scan(page, dpi: dpi).png()), .png)
  }
}
