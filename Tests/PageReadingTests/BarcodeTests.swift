import Casework
import Leptonica
import ReaderProtocol
import Testing

@testable import PageReading

@Suite("Barcodes")
struct BarcodeTests {
  let conversation: Conversation

  init() throws { conversation = try Conversation() }

  private func barcodes(_ content: String, turnedBy degrees: Double = 0) throws -> [Barcode] {
    let scan = try conversation.scan(PDFs.Page(content: content))
    let page = degrees == 0 ? scan : try #require(scan.turned(byDegrees: degrees))
    return PageBarcodes.find(
      on: PageRaster(grey: page, colour: nil, pointsPerPixel: 72.0 / 200))
  }

  @Test(
    "the six patch codes are read along every edge",
    arguments: [
      ("WWNN", "1"), ("WNNW", "2"), ("WNWN", "3"), ("NWWN", "4"), ("NNWW", "6"), ("NWNW", "T"),
    ])
  func patches(wide: String, name: String) throws {
    for isLevel in [false, true] {
      let found = try barcodes(Barcodes.patch(wide, x: 300, y: 400, isLevel: isLevel))
      #expect(found.map(\.text) == [name], "level: \(isLevel)")
      #expect(found.first?.symbology == .patch)
      let box = try #require(found.first?.box)
      let expected =
        isLevel
        ? Box(x: 300, y: 392, width: 54, height: 57.6)
        : Box(x: 300, y: 338, width: 57.6, height: 54)
      for (found, expected) in [
        (box.x, expected.x), (box.y, expected.y), (box.width, expected.width),
        (box.height, expected.height),
      ] { #expect(abs(found - expected) < 2.5) }
    }
  }

  @Test(
    "a patch code is read on copies that are smaller, larger or slanted", arguments: [0.7, 1.4])
  func copied(scale: Double) throws {
    let content = Barcodes.patch("NWNW", x: 250, y: 400, scale: scale)
    #expect(try barcodes(content).map(\.text) == ["T"])
    for degrees in [-2.5, 2.5] {
      #expect(try barcodes(content, turnedBy: degrees).map(\.text) == ["T"])
    }
  }

  @Test("a patch sheet that is upside down is still one")
  func upsideDown() throws {
    let content = PDFs.turned(
      Barcodes.patch("NWNW", x: 250, y: 400), clockwise: 180, side: 612)
    #expect(try barcodes(content).map(\.text) == ["3"])
  }

  @Test(
    "what only looks like a patch code is none",
    arguments: [
      // Three bars, five bars, none of them wide, a gap that is wide, bars too short.
      Barcodes.bars([5, 2, 2, 2, 5], unit: 2.88, x: 300, y: 400, height: 54),
      Barcodes.bars([2, 2, 5, 2, 2, 2, 5, 2, 2], unit: 2.88, x: 300, y: 400, height: 54),
      Barcodes.bars([2, 2, 2, 2, 2, 2, 2], unit: 2.88, x: 300, y: 400, height: 54),
      Barcodes.bars([2, 5, 5, 2, 2, 2, 5], unit: 2.88, x: 300, y: 400, height: 54),
      Barcodes.bars([2, 2, 5, 2, 2, 2, 5], unit: 2.88, x: 300, y: 400, height: 20),
    ])
  func others(content: String) throws {
    #expect(try barcodes(content).filter { $0.symbology == .patch }.isEmpty)
  }

  @Test("barcodes and QR codes are read with their places")
  func scanned() throws {
    let found = try barcodes(
      Barcodes.code39("JURAT-SEP", unit: 1.2, x: 72, y: 600)
        + Barcodes.code128PatchT(unit: 1.2, x: 72, y: 400)
        + Barcodes.qr(unit: 3, x: 300, y: 250))
    #expect(found.map(\.symbology) == [.code39, .code128, .qr])
    #expect(found.map(\.text) == ["JURAT-SEP", "PATCHT", "JURAT-SEP 12"])
    let places = [
      Box(x: 72, y: 152, width: 210, height: 40), Box(x: 72, y: 352, width: 121, height: 40),
      Box(x: 300, y: 539, width: 63, height: 63),
    ]
    for (code, place) in zip(found, places) {
      let shared = try #require(code.box.intersection(place))
      #expect(shared.area > 0.7 * code.box.area, "\(code)")
    }
  }

  @Test("a sheet is searched when it is read, and a page of many words is not")
  func read() throws {
    let patch = Barcodes.patch("NWNW", x: 300, y: 72)
    let sheet = try conversation.scannedFile(
      PDFs.Page(content: PDFs.text(PDFs.paragraph) + patch))
    #expect(try conversation.read(sheet).reading?.barcodes.map(\.text) == ["T"])
    let lines = Array(repeating: PDFs.paragraph, count: 5).flatMap(\.self)
    let page = try conversation.scannedFile(PDFs.Page(content: PDFs.text(lines) + patch))
    #expect(try conversation.read(page).reading?.barcodes == [])
  }
}
