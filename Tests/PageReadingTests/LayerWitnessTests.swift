import Casework
import Leptonica
import ReaderProtocol
import Testing

@testable import PageReading

@Suite("A text layer held against the pixels of its page")
struct LayerWitnessTests {
  let conversation: Conversation

  init() throws { conversation = try Conversation() }

  private func reading(_ page: PDFs.Page, unicode: UInt16? = nil) throws -> Reading {
    let file = try conversation.file(PDFs.file([page], unicode: unicode), .pdf)
    return try #require(try conversation.read(file).reading)
  }

  private static let paragraph = PDFs.text(PDFs.paragraph)
  private static let hidden = PDFs.text(["Occurred on 03/15/2019"], y: 500)

  @Test(
    "text that is not to be seen does not count",
    arguments: [
      "q 3 Tr\n\(hidden)Q\n", "1 g\n\(hidden)0 g\n",
      "\(hidden)1 g 60 480 300 40 re f 0 g\n", "\(hidden)0 g 60 480 300 40 re f\n",
      "q 0 0 20 20 re W n\n\(hidden)Q\n", "q 1 0 0 1 900 0 cm\n\(hidden)Q\n",
    ])
  func hiddenText(content: String) throws {
    let reading = try reading(PDFs.Page(content: content + Self.paragraph))
    #expect(reading.lines.map(\.text) == PDFs.paragraph)
    #expect(reading.textSource == .pdf)
    #expect(reading.contradictions.isEmpty)
  }

  @Test("white text on black and light text on white are to be seen")
  func lightText() throws {
    let content =
      "0 g 60 480 300 40 re f 1 g\n\(Self.hidden)"
      + ".7 g\n\(PDFs.text(["Filed on 04/16/2021"], y: 400))0 g\n"
    let reading = try reading(PDFs.Page(content: content + Self.paragraph))
    #expect(reading.text.contains("Occurred on 03/15/2019"))
    #expect(reading.text.contains("Filed on 04/16/2021"))
    #expect(reading.contradictions.isEmpty)
  }

  @Test(
    "of a date that was covered and written anew in a note, what is seen counts, and both are told")
  func correctedDate() throws {
    let content =
      PDFs.text(["Occurred on March 15, 2019 as I recall"], y: 500)
      + "1 g 145 495 110 18 re f 0 g\n" + Self.paragraph
    let note = PDFs.Annotation(
      content: PDFs.text(["March 15, 2024"], x: 1.5, y: 5), x: 147, y: 495, width: 110, height: 18)
    let reading = try reading(PDFs.Page(content: content, annotations: [note]))
    #expect(reading.text.contains("March 15, 2024"))
    #expect(!reading.text.contains("2019"))
    let found = try #require(reading.contradictions.first)
    #expect(reading.contradictions.count == 1)
    #expect(found.said.contains("2019"))
    #expect(found.seen.contains("2024"))
    #expect(found.box.y > 270 && found.box.maxY < 300)
  }

  @Test("the text of a note that was put on the page is read")
  func note() throws {
    let note = PDFs.Annotation(
      content: PDFs.text(["Received June 7, 2024"], x: 4, y: 8), x: 300, y: 300, width: 200,
      height: 30)
    let reading = try reading(PDFs.Page(content: Self.paragraph, annotations: [note]))
    #expect(reading.text.contains("Received June 7, 2024"))
    #expect(reading.lines.map(\.text).starts(with: PDFs.paragraph))
    #expect(reading.textSource == .mixed)
    #expect(reading.contradictions.isEmpty)
  }

  @Test("a layer of other words than the page shows is set aside, and the page recognised")
  func shiftedLayer() throws {
    let reading = try reading(PDFs.Page(content: Self.paragraph), unicode: 0x22)
    #expect(reading.layerSetAside == .notShown)
    #expect(reading.textSource == .ocr)
    #expect(reading.lines.map(\.text) == PDFs.paragraph)
    #expect(reading.contradictions.isEmpty)
  }

  @Test("a layer without meaning is set aside")
  func meaninglessLayer() throws {
    let reading = try reading(PDFs.Page(content: Self.paragraph), unicode: 0xE020)
    #expect(reading.layerSetAside == .unreadable)
    #expect(reading.lines.map(\.text) == PDFs.paragraph)
  }

  @Test("a layer of which most is not to be seen is set aside")
  func invisibleLayer() throws {
    let content =
      PDFs.text(["Only this is here"], y: 300) + Self.paragraph.replacing("BT", with: "BT 3 Tr")
    let reading = try reading(PDFs.Page(content: content))
    #expect(reading.layerSetAside == .invisible)
    #expect(reading.text == "Only this is here")
  }

  /// A page of text with a small scan of `content` put on it, 120 by 40 points.
  private func pasted(_ content: String) throws -> PDFs.Page {
    let scan = try conversation.scan(PDFs.Page(content: content, width: 120, height: 40))
    return PDFs.Page(
      content: Self.paragraph + "q 110 0 0 40 300 300 cm /P Do Q\n",
      picture: (try #require(scan.jpeg(quality: 85)), scan.width, scan.height))
  }

  @Test("in a small picture on a page of text, a hand is a mark and no word")
  func pastedSignature() throws {
    let strokes = """
      .97 g 0 0 120 40 re f 0 0 .5 RG 1.4 w 8 12 m 30 60 22 -20 40 20 c 52 44 40 0 58 14 c
      70 30 62 4 80 16 c 92 24 84 8 112 22 c S 10 8 m 60 14 l S
      """
    let reading = try reading(pasted(strokes))
    #expect(reading.lines.map(\.text) == PDFs.paragraph)
    let mark = try #require(reading.marks.max { $0.inkArea < $1.inkArea })
    #expect(mark.box.x > 300 && mark.box.maxX < 412 && mark.box.width > 80)
    #expect(mark.box.y > 450 && mark.box.maxY < 494)
  }

  @Test("the print in a small picture on a page of text is read")
  func pastedStamp() throws {
    let stamp = PDFs.text(["RECEIVED", "JUN 07 2024"], x: 12, y: 24)
    #expect(try reading(pasted(stamp)).text.contains("JUN 07 2024"))
  }

  @Test("letters that look alike are no difference, other figures are")
  func agreement() {
    #expect("March 15, 2019".agrees(with: "March I5. 2O19"))
    #expect("Complainant".agrees(with: "Cornplainant"))
    #expect("III.".agrees(with: "Ill."))
    #expect("résumé".agrees(with: "resume"))
    #expect(!"2019".agrees(with: "2024"))
    #expect(!"03/15/2019".agrees(with: "03/16/2019"))
    #expect(!"June".agrees(with: "July"))
    #expect(!"Complainant".agrees(with: "Respondent"))
  }
}
