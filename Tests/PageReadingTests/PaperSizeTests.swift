import Casework
import Leptonica
import ReaderProtocol
import Testing

@testable import PageReading

@Suite("How large the paper is")
struct PaperSizeTests {
  let conversation: Conversation

  init() throws { conversation = try Conversation() }

  /// A letter page of small print, enlarged by `factor`, as text or as the picture of a scan.
  private func page(enlargedBy factor: Double, isScan: Bool, entries: String = "") throws
    -> PDFs.Page
  {
    let print = PDFs.text(PDFs.paragraph + PDFs.paragraph, size: 9)
    let scaled = "q \(factor) 0 0 \(factor) 0 0 cm\n"
    var page = PDFs.Page(
      content: scaled + print + "Q\n", width: 612 * factor, height: 792 * factor, entries: entries)
    if isScan {
      let scan = try conversation.scan(PDFs.Page(content: print), dpi: 200)
      page.picture = (try #require(scan.jpeg(quality: 90)), scan.width, scan.height)
      page.content = scaled + "612 0 0 792 0 0 cm /P Do Q\n"
    }
    return page
  }

  @Test(
    "a page is found to be letter paper however large its file says it is",
    arguments: [0.2, 0.34, 0.5, 1, 2, 2.78, 5, 30], [true, false])
  func factors(factor: Double, isScan: Bool) throws {
    let file = try conversation.file(
      PDFs.file([try page(enlargedBy: factor, isScan: isScan)]), .pdf)
    let surveyed = try #require(try conversation.survey(file).pages.first)
    #expect(abs(surveyed.width - 612) < 1 && abs(surveyed.height - 792) < 1)
    #expect(abs(surveyed.scale * factor - 1) < 0.01)
    let read = try conversation.read(file)
    let reading = try #require(read.reading)
    #expect(reading.lines.prefix(4).map(\.text) == PDFs.paragraph)
    let first = try #require(reading.words.first)
    #expect(abs(first.box.x - 72) < 3 && abs(first.box.midY - 89) < 6)
    if isScan { #expect(abs((reading.scanResolution?.coarser ?? 0) - 200) < 2) }
  }

  @Test("a unit of the page is as many points as it says")
  func userUnit() throws {
    let file = try conversation.file(
      PDFs.file([
        try page(enlargedBy: 0.25, isScan: false, entries: "/UserUnit 4"),
        PDFs.Page(content: "", width: 100, height: 200, entries: "/UserUnit 3"),
      ]), .pdf)
    let pages = try conversation.survey(file).pages
    #expect(pages.map(\.scale) == [4, 3])
    #expect(pages.map { [$0.width, $0.height] } == [[612, 792], [300, 600]])
  }

  @Test("a large sheet and a small slip with lettering of usual height stay what they are")
  func otherPaper() throws {
    let plan = PDFs.Page(
      content: PDFs.text(PDFs.paragraph + PDFs.paragraph, y: 900, size: 9), width: 1684,
      height: 1191)
    let card = PDFs.Page(
      content: PDFs.text(PDFs.paragraph + PDFs.paragraph, x: 10, y: 170, size: 8), width: 252,
      height: 200)
    let pages = try conversation.survey(
      conversation.file(
        PDFs.file([plan, card, PDFs.Page(content: "", width: 2000, height: 3000)]), .pdf)
    ).pages
    #expect(pages.map(\.scale) == [1, 1, 1])
  }

  @Test("a picture that says a resolution of screens is of letter paper", arguments: [72, 96])
  func photograph(dotsPerInch: Int) throws {
    let scan = try conversation.scan(PDFs.Page(content: PDFs.text(PDFs.paragraph)), dpi: 150)
    scan.resolution = (dotsPerInch, dotsPerInch)
    let file = try conversation.file(try #require(scan.jpeg(quality: 90)), .jpeg)
    let surveyed = try #require(try conversation.survey(file).pages.first)
    #expect(abs(surveyed.width - 612) < 1 && abs(surveyed.height - 792) < 1)
    // Where the first line stands there is ink on the crop, too.
    let settings = CropSettings(
      rotation: 0, scale: surveyed.scale, dpi: 72,
      boxes: [Box(x: 72, y: 80, width: 200, height: 12)])
    let crop = try #require(try conversation.ask(.crops(file, page: 1, settings)).1.first)
    let picture = try #require(
      Pix.decoded(path: try conversation.file(crop, .png, name: "crop").path)?.image.grey())
    #expect(picture.greyBytes.contains { $0 < 100 })
  }

  @Test(
    "the resolution is the scan's, bare and in a PDF, not that of the drawing",
    arguments: [(100, 100, 100.0), (204, 98, 98.0), (300, 300, 300.0)])
  func resolution(across: Int, down: Int, expected: Double) throws {
    let (width, height) = (across * 17 / 2, down * 11)
    let grey = [UInt8](repeating: 250, count: width * height)
    let tiff = TIFFs.file([
      TIFFs.Picture(grey: grey, width: width, height: height, across: across, down: down)
    ])
    let bare = try #require(try conversation.read(conversation.file(tiff, .tiff)).reading)
    #expect(abs((bare.scanResolution?.coarser ?? 0) - expected) < 1)
    let stream = PDFs.Stream(
      name: "P",
      entries: """
        /Type /XObject /Subtype /Image /Width \(width) /Height \(height) \
        /ColorSpace /DeviceGray /BitsPerComponent 8
        """, bytes: grey)
    for rotation in [0, 90] {
      let page = PDFs.Page(
        content: "q 612 0 0 792 0 0 cm /P Do Q\n", entries: "/Rotate \(rotation)",
        streams: [stream])
      // A reader keeps a document open under its path.
      let file = try conversation.file(PDFs.file([page]), .pdf, name: "turned-\(rotation)")
      let inPDF = try #require(try conversation.read(file).reading)
      #expect(abs((inPDF.scanResolution?.coarser ?? 0) - expected) < 1)
    }
  }

  @Test("a page with a small picture on it is no scan")
  func noScan() throws {
    let (bytes, side) = ([UInt8](repeating: 0, count: 2500), 50)
    let page = PDFs.Page(
      content: "q 100 0 0 100 0 0 cm /P Do Q\n" + PDFs.text(PDFs.paragraph),
      streams: [
        PDFs.Stream(
          name: "P",
          entries: """
            /Type /XObject /Subtype /Image /Width \(side) /Height \(side) \
            /ColorSpace /DeviceGray /BitsPerComponent 8
            """, bytes: bytes)
      ])
    let reading = try conversation.read(conversation.file(PDFs.file([page]), .pdf)).reading
    #expect(reading != nil && reading?.scanResolution == nil)
  }
}
