import Casework
import Leptonica
import QPDF
import ReaderProtocol
import Testing

@testable import PageReading

@Suite("Reading PDF pages")
struct PDFPageTests {
  let conversation: Conversation

  init() throws { conversation = try Conversation() }

  @Test("a page of text alone is not recognised: its own words are taken")
  func bornDigital() throws {
    let file = try conversation.file(
      PDFs.file([PDFs.Page(content: PDFs.text(PDFs.paragraph))]), .pdf)
    let page = try conversation.read(file)
    let reading = try #require(page.reading)
    #expect(reading.textSource == .pdf)
    #expect(reading.lines.map(\.text) == PDFs.paragraph)
    #expect(reading.words.allSatisfy { $0.confidence == 1 && $0.source == .pdf })
    let first = try #require(reading.words.first)
    #expect(abs(first.box.x - 72) < 2)
    #expect(first.box.y < 92 && first.box.maxY > 90)
    #expect(page.textLayer.isEmpty)
  }

  @Test("a page drawn as shapes under a header of text is recognised, and keeps the header")
  func drawnUnderHeader() throws {
    let header = PDFs.text(["Case 12 345 Document 7 Filed on 1 May 2024 Page 3 of 9"], y: 760)
    let shapes = (0..<20).map { row in
      (0..<12).map { column in
        let (x, y) = (72 + 38 * column, 700 - 30 * row)
        return "\(x) \(y) 3 14 re \(x + 6) \(y) 3 14 re \(x) \(y + 6) 9 3 re f"
      }.joined(separator: "\n")
    }.joined(separator: "\n")
    func reading(_ content: String) throws -> Reading {
      let file = try conversation.file(PDFs.file([PDFs.Page(content: content)]), .pdf)
      return try #require(try conversation.read(file).reading)
    }
    let drawn = try reading(header + shapes)
    #expect(drawn.resolution > 180)
    #expect(drawn.text.contains("Document 7"))
    // A few shapes are a signature or a logo: the text layer says what there is.
    let plain = try reading(header + "72 300 3 40 re 80 300 40 3 re f")
    #expect(plain.resolution < 180)
    #expect(plain.textSource == .pdf)
  }

  @Test("what stands in the cells of a row is not one word, though no blank is between them")
  func cells() throws {
    let labels = zip([60.0, 230, 400], ["From", "To", "Learned"])
    let values = zip([60.0, 230, 400], ["December 5, 2019", "December 5, 2019", "2019-12-05"])
    let content = zip(labels, values).map { label, value in
      PDFs.text([label.1], x: label.0, y: 700) + PDFs.text([value.1], x: value.0, y: 680)
    }.joined()
    let file = try conversation.file(PDFs.file([PDFs.Page(content: content)]), .pdf)
    let words = try #require(try conversation.read(file).reading).words.map(\.text)
    #expect(words.count { $0 == "2019" } == 2)
    #expect(words.contains("2019-12-05"))
  }

  @Test("boxes follow a page's own rotation", arguments: [90, 180, 270])
  func ownRotation(degrees: Int) throws {
    let side = 500.0
    // Drawn turned the other way, the text is upright on the page as shown.
    let upright = PDFs.text(PDFs.paragraph, x: 60, y: 400)
    let content = PDFs.turned(upright, clockwise: 360 - degrees, side: side)
    let file = try conversation.file(
      PDFs.file([
        PDFs.Page(content: content, width: side, height: side, entries: "/Rotate \(degrees)")
      ]), .pdf)
    let surveyed = try #require(try conversation.survey(file).pages.first)
    #expect(surveyed.rotation == degrees)
    let reading = try #require(try conversation.read(file).reading)
    #expect(reading.rotation == 0)
    #expect(reading.lines.map(\.text) == PDFs.paragraph)
    let first = try #require(reading.words.first)
    #expect(abs(first.box.x - 60) < 2)
    #expect(first.box.y < 100 && first.box.maxY > 98)
  }

  @Test("a text layer that runs up the page turns the page")
  func sidewaysText() throws {
    let side = 500.0
    let content = PDFs.turned(
      PDFs.text(PDFs.paragraph, x: 60, y: 400), clockwise: 270, side: side)
    let file = try conversation.file(
      PDFs.file([PDFs.Page(content: content, width: side, height: side)]), .pdf)
    let reading = try #require(try conversation.read(file).reading)
    #expect(reading.rotation == 90)
    #expect(
      Set(reading.words.map(\.text))
        == Set(PDFs.paragraph.flatMap { $0.split(separator: " ").map(String.init) }))
    let first = try #require(reading.words.first { $0.text == "The" })
    #expect(abs(first.box.x - 60) < 2)
  }

  /// A page with typed words above and a scanned piece below them, and `hidden` text over the scan.
  private func mixedFile(hidden: String) throws -> DocumentFile {
    let scan = try conversation.scan(
      PDFs.Page(content: PDFs.text(PDFs.paragraph, x: 20, y: 170), width: 400, height: 200))
    let picture = (
      jpeg: try #require(scan.jpeg(quality: 90)), width: scan.width, height: scan.height
    )
    let content =
      PDFs.text(["Typed words stand above the scan"]) + "q 400 0 0 200 100 200 cm /P Do Q\n"
      + PDFs.text([hidden], x: 120, y: 300).replacing("BT", with: "BT 3 Tr")
    return try conversation.file(
      PDFs.file([PDFs.Page(content: content, picture: picture)]), .pdf)
  }

  @Test("on a mixed page typed words are taken and pictures read")
  func mixed() throws {
    let file = try mixedFile(hidden: "zzqx misread by the scanner")
    let surveyed = try #require(try conversation.survey(file).pages.first)
    #expect(surveyed.hasTextLayer)
    #expect(abs(surveyed.imageCoverage - 400 * 200 / (612 * 792)) < 0.01)
    let reading = try #require(try conversation.read(file).reading)
    #expect(reading.textSource == .mixed)
    #expect(reading.lines.map(\.text) == ["Typed words stand above the scan"] + PDFs.paragraph)
    #expect(reading.lines.first?.words.allSatisfy { $0.source == .pdf } == true)
    #expect(reading.lines.last?.words.allSatisfy { $0.source == .ocr } == true)
  }

  @Test("the text layer of a scan is a hint of its scanner and is not taken")
  func scannerHint() throws {
    let scan = try conversation.scan(PDFs.Page(content: PDFs.text(PDFs.paragraph)))
    let picture = (
      jpeg: try #require(scan.jpeg(quality: 90)), width: scan.width, height: scan.height
    )
    let content =
      "q 612 0 0 792 0 0 cm /P Do Q\n"
      + PDFs.text(["zzqx misread"]).replacing("BT", with: "BT 3 Tr")
    let file = try conversation.file(
      PDFs.file([PDFs.Page(content: content, picture: picture)]), .pdf)
    let reading = try #require(try conversation.read(file).reading)
    #expect(reading.textSource == .ocr)
    #expect(reading.lines.map(\.text) == PDFs.paragraph)
  }

  @Test("a page without a size or out of range fails with a reason, and is no crash")
  func failures() throws {
    let file = try conversation.file(
      PDFs.file([PDFs.Page(content: "", width: 612, height: 792)]), .pdf)
    let missing = PageSurvey(number: 7, width: 612, height: 792)
    let (answer, _) = try conversation.ask(
      .read(file, page: missing, Conversation.settings(dpi: 100)))
    #expect(
      answer
        == .read(
          state: .failed, failure: "page cannot be rendered: the document has no such page", nil))
  }

  @Test("an enormous page is drawn with fewer dots")
  func enormous() throws {
    let file = try conversation.file(
      PDFs.file([PDFs.Page(content: "", width: 14_400, height: 14_400)]), .pdf)
    let surveyed = try #require(try conversation.survey(file).pages.first)
    var settings = Conversation.settings(dpi: 300)
    settings.maxPixelsPerSide = 1000
    let (answer, _) = try conversation.ask(.read(file, page: surveyed, settings))
    guard case .read(_, _, let reading?) = answer else {
      Issue.record("no reading: \(answer)")
      return
    }
    #expect(abs(reading.resolution - 5) < 0.1)
    #expect(abs(reading.width - 14_400) < 20)
  }
}
