import Casework
import Foundation
import Leptonica
import QPDF
import ReaderProtocol
import Testing

@testable import PageReading

@Suite("Searchable copies")
struct SearchableCopyTests {
  let conversation: Conversation

  init() throws { conversation = try Conversation() }

  private func textLayer(_ page: Conversation.ReadPage, name: String) throws -> String {
    try conversation.file(page.textLayer, .pdf, name: name).path
  }

  private func copy(
    of file: DocumentFile, textLayers: [String?], rotations: [Int]
  ) throws -> [UInt8] {
    let (answer, attachments) = try conversation.ask(
      .searchable(
        file,
        zip(textLayers, rotations).map { CopiedPage(textLayer: $0, rotation: $1, scale: 1) }))
    #expect(answer == .searchable)
    return try #require(attachments.first)
  }

  @Test("a text layer says the recognised words where they stand")
  func layer() throws {
    let page = try conversation.read(
      conversation.scannedFile(PDFs.Page(content: PDFs.text(PDFs.paragraph))))
    let layer = try conversation.file(page.textLayer, .pdf, name: "layer")
    let again = try conversation.textLayer(of: layer)
    #expect(again.lines.map(\.text) == PDFs.paragraph)
    let (was, now) = (
      try #require(page.reading?.words.first), try #require(again.lines.first?.words.first)
    )
    #expect(abs(was.box.x - now.box.x) < 1)
    #expect(abs(was.box.midY - now.box.midY) < 4)
    #expect(abs(was.box.width - now.box.width) < 2)
  }

  @Test("characters beyond one font's 255 get more fonts, and words without area are left out")
  func manyCharacters() throws {
    let scalars = (0x4E00..<(0x4E00 + 600)).compactMap { Unicode.Scalar($0) }
    let words = scalars.enumerated().map { index, scalar in
      Word(
        text: String(Character(scalar)),
        box: Box(
          x: Double(index % 30) * 20, y: Double(index / 30) * 30, width: 14, height: 14),
        confidence: 0.9, source: .ocr)
    }
    let lines = stride(from: 0, to: 600, by: 30).map { start in
      let row = Array(words[start..<(start + 30)])
      return TextLine(box: Box.around(row.map(\.box)) ?? row[0].box, words: row)
    }
    let reading = Reading(
      width: 612, height: 792, resolution: 300, textSource: .ocr, lines: lines)
    let layer = try conversation.file(InvisibleText.page(of: reading), .pdf)
    #expect(
      try conversation.textLayer(of: layer).lines.flatMap(\.words).map(\.text)
        == words.map(\.text))
  }

  @Test("a copy of a scanned PDF is upright and has the words; its other pages stay")
  func pdf() throws {
    let side = 500.0
    let upsideDown = PDFs.turned(
      PDFs.text(PDFs.paragraph, x: 60, y: 400), clockwise: 180, side: side)
    let scan = try conversation.scan(PDFs.Page(content: upsideDown, width: side, height: side))
    let picture = (
      jpeg: try #require(scan.jpeg(quality: 90)), width: scan.width, height: scan.height
    )
    let file = try conversation.file(
      PDFs.file([
        PDFs.Page(
          content: PDFs.text(["Typed page of its own with more than ten words on it here"])),
        PDFs.Page(
          content: "q \(side) 0 0 \(side) 0 0 cm /P Do Q\n", width: side, height: side,
          picture: picture),
      ]), .pdf)
    let page = try conversation.read(file, page: 2)
    let rotation = try #require(page.reading).rotation
    #expect(rotation == 180)
    let layers = [nil, try textLayer(page, name: "layer")]
    let bytes = try copy(of: file, textLayers: layers, rotations: [0, rotation])
    #expect(try copy(of: file, textLayers: layers, rotations: [0, rotation]) == bytes)
    let copied = try conversation.file(bytes, .pdf, name: "copy")
    let survey = try conversation.survey(copied)
    #expect(survey.pages.map(\.hasTextLayer) == [true, true])
    #expect(survey.pages.map(\.rotation) == [0, 180])
    let again = try #require(try conversation.read(copied, page: 2).reading)
    #expect(again.rotation == 0)
    #expect(again.lines.map(\.text) == PDFs.paragraph)
  }

  @Test("a copy of a picture is a PDF of the same page with the words")
  func picture() throws {
    let file = try conversation.scannedFile(PDFs.Page(content: PDFs.text(PDFs.paragraph)))
    let page = try conversation.read(file)
    let bytes = try copy(
      of: file, textLayers: [try textLayer(page, name: "layer")], rotations: [0])
    let copied = try conversation.file(bytes, .pdf, name: "copy")
    let surveyed = try #require(try conversation.survey(copied).pages.first)
    #expect(surveyed.hasTextLayer)
    #expect(abs(surveyed.width - 612) < 0.5 && abs(surveyed.height - 792) < 0.5)
    #expect(try conversation.read(copied).reading?.lines.map(\.text) == PDFs.paragraph)
  }

  @Test(
    "words lie over their picture whatever boxes, offset, rotation and unit the page has",
    arguments: [
      "/CropBox [50 40 500 700] /TrimBox [90 80 400 600] /ArtBox [100 100 300 300]",
      "/Rotate 90 /CropBox [50 40 500 600]", "/Rotate 180 /TrimBox [90 80 400 600]",
      "/Rotate 270 /CropBox [300 40 760 600] /TrimBox [390 80 700 500]", "/UserUnit 2",
    ])
  func boxes(entries: String) throws {
    // Print of one size on the upright page, whatever the rotation.
    let scan = try conversation.scan(PDFs.Page(content: PDFs.text(PDFs.paragraph, y: 600)))
    let degrees =
      ["/Rotate 90": 90, "/Rotate 180": 180, "/Rotate 270": 270].first {
        entries.hasPrefix($0.key)
      }?.value ?? 0
    let stored = try #require(scan.rotated(clockwise: -degrees))
    let picture = (
      jpeg: try #require(stored.jpeg(quality: 90)), width: stored.width, height: stored.height
    )
    let (width, height) = degrees % 180 == 0 ? (612.0, 792.0) : (792.0, 612.0)
    let file = try conversation.file(
      PDFs.file([
        PDFs.Page(
          content: "q \(width) 0 0 \(height) 0 0 cm /P Do Q\n", width: width, height: height,
          entries: entries, picture: picture)
      ]), .pdf)
    let scale = try #require(try conversation.survey(file).pages.first).scale
    let page = try conversation.read(file)
    let reading = try #require(page.reading)
    let (answer, attachments) = try conversation.ask(
      .searchable(
        file,
        [
          CopiedPage(
            textLayer: try textLayer(page, name: "layer"), rotation: reading.rotation, scale: scale)
        ]))
    #expect(answer == .searchable)
    let copied = try conversation.file(try #require(attachments.first), .pdf, name: "copy")
    let drawn = try conversation.layer(copied)
    let words = reading.words.filter { $0.confidence > 0.8 }
    #expect(words.count > 10)
    for word in words {
      #expect(
        drawn.contains {
          $0.text == word.text && abs($0.box.midX * scale - word.box.midX) < 3
            && abs($0.box.midY * scale - word.box.midY) < 6
        }, "\(word.text)")
    }
  }

  @Test("a copy has nothing that acts, keeps what annotations draw, and needs no password")
  func nothingActs() throws {
    let scan = try conversation.scan(PDFs.Page(content: PDFs.text(PDFs.paragraph)))
    let picture = (
      jpeg: try #require(scan.jpeg(quality: 90)), width: scan.width, height: scan.height
    )
    let plain = try conversation.file(
      PDFs.file([
        PDFs.Page(
          content: "q 612 0 0 792 0 0 cm /P Do Q\n",
          entries: """
            /AA << /O << /S /URI /URI (http://example.org) >> >> \
            /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] \
            /A << /S /Launch /F (run.exe) >> >>]
            """, picture: picture)
      ]), .pdf)
    let bytes = try #require(
      PDFJob.run(["--encrypt", "", "owner", "256", "--", plain.path]))
    let file = try conversation.file(bytes, .pdf, name: "locked")
    #expect(try conversation.survey(file).hasActiveContent == true)
    let page = try conversation.read(file)
    let made = try copy(
      of: file, textLayers: [try textLayer(page, name: "layer")], rotations: [0])
    let copied = try conversation.file(made, .pdf, name: "made")
    #expect(try conversation.survey(copied).hasActiveContent == nil)
    let open = try conversation.file(
      try #require(
        PDFJob.run([
          "--qdf", try conversation.file(made, .pdf, name: "copy").path,
        ])), .pdf, name: "open")
    let text = try String(decoding: Data(contentsOf: URL(filePath: open.path)), as: UTF8.self)
    for word in ["/URI", "/Launch", "/AA", "/Annots", "/Encrypt"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(try conversation.layer(open).map(\.text).contains("complainant"))
  }

  @Test("a document that qpdf cannot copy is refused with a reason")
  func refused() throws {
    let file = try conversation.file(
      PDFs.file([PDFs.Page(content: PDFs.text(["text"]))]), .pdf)
    let (answer, _) = try conversation.ask(
      .searchable(
        file, [CopiedPage(textLayer: "/nonexistent.pdf", rotation: 0, scale: 1)]))
    #expect(answer == .refused(reason: "qpdf cannot copy the document"))
  }
}
