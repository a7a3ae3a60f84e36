import Casework
import Leptonica
import ReaderProtocol
import Testing

@testable import PageReading

@Suite("Reading scanned pages")
struct RecognitionTests {
  let conversation: Conversation
  let side = 500.0

  init() throws { conversation = try Conversation() }

  @Test("the words of a scan come with lines, boxes in points and confidence")
  func words() throws {
    let page = try conversation.read(
      conversation.scannedFile(PDFs.Page(content: PDFs.text(PDFs.paragraph))))
    let reading = try #require(page.reading)
    #expect(page.state == .read)
    #expect(reading.lines.map(\.text) == PDFs.paragraph)
    #expect(reading.textSource == .ocr)
    #expect(reading.rotation == 0)
    // "The" begins 72 points from the left, on a baseline 92 points from the top; its capital is
    // about 10 points high.
    let first = try #require(reading.words.first)
    #expect(abs(first.box.x - 72) < 2)
    #expect(abs(first.box.maxY - 92) < 2)
    #expect(abs(first.box.height - 10) < 2)
    #expect(first.confidence > 0.8)
    #expect(page.preview.starts(with: [0xFF, 0xD8]))
  }

  @Test("a page that is not upright is turned", arguments: [90, 180, 270])
  func turned(degrees: Int) throws {
    let upright = PDFs.text(PDFs.paragraph, x: 60, y: 400)
    let content = PDFs.turned(upright, clockwise: degrees, side: side)
    let page = try conversation.read(
      conversation.scannedFile(PDFs.Page(content: content, width: side, height: side)))
    let reading = try #require(page.reading)
    #expect(reading.lines.map(\.text) == PDFs.paragraph)
    #expect(reading.rotation == 360 - degrees)
    let first = try #require(reading.words.first)
    #expect(abs(first.box.x - 60) < 2)
    #expect(abs(first.box.maxY - 100) < 2)
  }

  @Test("text that slopes is read, and its boxes are on the page as it is", arguments: [-3.0, 3.0])
  func sloping(degrees: Double) throws {
    let scan = try conversation.scan(
      PDFs.Page(content: PDFs.text(PDFs.paragraph + PDFs.paragraph, y: 500)))
    let sloping = try #require(scan.turned(byDegrees: degrees))
    let page = try conversation.read(
      conversation.file(try #require(sloping.png()), .png))
    let reading = try #require(page.reading)
    #expect(reading.lines.map(\.text) == PDFs.paragraph + PDFs.paragraph)
    #expect(abs(reading.skew - degrees) < 0.3)
    // The last word of the first line lies lower than the first where the page turned clockwise.
    let line = try #require(reading.lines.first)
    let rise = try #require(line.words.last).box.midY - line.words[0].box.midY
    let run = try #require(line.words.last).box.midX - line.words[0].box.midX
    #expect(abs(rise / run - degrees * .pi / 180) < 0.01)
  }

  @Test("the pages of a TIFF file are read one by one, and a fax keeps its proportions")
  func fax() throws {
    let scan = try conversation.scan(PDFs.Page(content: PDFs.text(PDFs.paragraph)), dpi: 204)
    let coarse = try #require(scan.scaled(x: 1, y: 0.5)?.grey())
    let white = [UInt8](repeating: 255, count: 400 * 300)
    let file = try conversation.file(
      TIFFs.file([
        .init(grey: white, width: 400, height: 300, across: 100, down: 100),
        .init(
          grey: coarse.greyBytes, width: coarse.width, height: coarse.height, across: 204,
          down: 102),
      ]), .tiff)
    let survey = try conversation.survey(file)
    #expect(survey.state == .opened)
    #expect(
      survey.pages.map { [$0.width.rounded(), $0.height.rounded()] } == [[288, 216], [612, 792]])
    #expect(try conversation.read(file, page: 1).state == .blank)
    let page = try conversation.read(file, page: 2)
    #expect(page.reading?.lines.map(\.text) == PDFs.paragraph)
    let first = try #require(page.reading?.words.first)
    #expect(abs(first.box.maxY - 92) < 2)
  }

  @Test("the same page gives the same bytes whatever came before it")
  func deterministic() throws {
    let file = try conversation.scannedFile(PDFs.Page(content: PDFs.text(PDFs.paragraph)))
    let page = try #require(try conversation.survey(file).pages.first)
    let request = ReaderRequest.read(file, page: page, Conversation.settings(dpi: 200))
    let (first, attachments) = try conversation.ask(request)
    let other = try conversation.file(
      PDFs.file([PDFs.Page(content: PDFs.text(["Other words of another page"]))]), .pdf)
    _ = try conversation.read(other)
    let (second, again) = try conversation.ask(request)
    #expect(first == second)
    #expect(attachments == again)
  }

  @Test("a language without a model is refused by name")
  func missingModel() throws {
    let file = try conversation.scannedFile(PDFs.Page(content: ""))
    var settings = Conversation.settings(dpi: 100)
    settings.languages = "xxq"
    let page = try #require(try conversation.survey(file).pages.first)
    let (answer, _) = try conversation.ask(.read(file, page: page, settings))
    #expect(answer == .refused(reason: "tesseract has no usable model for 'xxq'"))
  }
}
