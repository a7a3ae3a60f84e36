import Casework
import Leptonica
import ReaderProtocol
import Testing

@testable import PageReading

/// Pages as scanners, fax machines and telephones store them: all come out upright, black on white
/// and in their true proportions.
@Suite("How pages are stored")
struct GeometryTests {
  let conversation: Conversation

  init() throws { conversation = try Conversation() }

  private func scan(_ lines: [String] = PDFs.paragraph, dpi: Int = 200) throws -> Pix {
    try conversation.scan(PDFs.Page(content: PDFs.text(lines)), dpi: dpi)
  }

  /// Whether `page` shows the paragraph where it was set: from 72 points from the left, its first
  /// line 92 points from the top.
  private func expectParagraph(
    _ page: Conversation.ReadPage, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let reading = try #require(page.reading, sourceLocation: sourceLocation)
    #expect(reading.lines.map(\.text) == PDFs.paragraph, sourceLocation: sourceLocation)
    let first = try #require(reading.words.first, sourceLocation: sourceLocation)
    #expect(abs(first.box.x - 72) < 3, "\(first.box)", sourceLocation: sourceLocation)
    #expect(abs(first.box.maxY - 92) < 3, "\(first.box)", sourceLocation: sourceLocation)
    #expect(abs(reading.width - 612) < 2, sourceLocation: sourceLocation)
    #expect(abs(reading.height - 792) < 2, sourceLocation: sourceLocation)
    #expect(reading.inkCoverage < 0.05, sourceLocation: sourceLocation)
  }

  /// The samples of `picture` as they are stored under an orientation of TIFF 6.0: where the first
  /// row and the first column are in the picture that is seen.
  private func stored(_ picture: Pix, orientation: Int) -> (grey: [UInt8], width: Int, height: Int)
  {
    let (bytes, width, height) = (picture.greyBytes, picture.width, picture.height)
    let rowsAreColumns = orientation >= 5
    let (isRowTurned, isColumnTurned) = [
      (false, false), (false, true), (true, true), (true, false),
      (false, false), (true, false), (true, true), (false, true),
    ][orientation - 1]
    let rows = rowsAreColumns ? width : height
    let columns = rowsAreColumns ? height : width
    var samples: [UInt8] = []
    samples.reserveCapacity(bytes.count)
    for row in 0..<rows {
      let along = isRowTurned ? rows - 1 - row : row
      for column in 0..<columns {
        let across = isColumnTurned ? columns - 1 - column : column
        samples.append(
          rowsAreColumns ? bytes[across * width + along] : bytes[along * width + across])
      }
    }
    return (samples, columns, rows)
  }

  @Test("a photograph is turned as its Exif orientation says", arguments: 1...8)
  func exif(orientation: Int) throws {
    let (samples, width, height) = stored(try scan(), orientation: orientation)
    let picture = samples.withUnsafeBytes {
      Pix(grey: $0, width: width, height: height, stride: width, resolution: 200)
    }
    let jpeg = try #require(picture?.jpeg(quality: 90))
    let tiff: [UInt8] =
      Array("MM".utf8)
      + [0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(orientation), 0, 0]
    let segment = Array("Exif\0\0".utf8) + tiff
    let tagged = jpeg[..<2] + [0xFF, 0xE1, 0, UInt8(segment.count + 2)] + segment + jpeg[2...]
    let file = try conversation.file(Array(tagged), .jpeg)
    let size = try #require(try conversation.survey(file).pages.first)
    #expect(size.width.rounded() == 612 && size.height.rounded() == 792)
    let page = try conversation.read(file)
    try expectParagraph(page)
    #expect(page.reading?.rotation == 0)
  }

  @Test("a TIFF picture is turned as its orientation says", arguments: 1...8)
  func tiffOrientation(orientation: Int) throws {
    let (samples, width, height) = stored(try scan(), orientation: orientation)
    let file = try conversation.file(
      TIFFs.file([
        .init(
          grey: samples, width: width, height: height, across: 200, down: 200,
          orientation: orientation)
      ]), .tiff)
    let page = try conversation.read(file)
    try expectParagraph(page)
    #expect(page.reading?.rotation == 0)
  }

  @Test("black is black whatever number a file gives it", arguments: [1, 8], [false, true])
  func photometric(bits: Int, isWhiteZero: Bool) throws {
    let scan = try scan()
    for isBackwards in bits == 1 ? [false, true] : [false] {
      let file = try conversation.file(
        TIFFs.file([
          .init(
            grey: scan.greyBytes, width: scan.width, height: scan.height, across: 200, down: 200,
            bits: bits, isWhiteZero: isWhiteZero, isBackwards: isBackwards)
        ]), .tiff)
      try expectParagraph(try conversation.read(file))
    }
  }

  @Test("a negative is read as its positive", arguments: [1, 8])
  func negative(bits: Int) throws {
    let scan = try scan()
    let file = try conversation.file(
      TIFFs.file([
        .init(
          grey: scan.greyBytes.map { 255 - $0 }, width: scan.width, height: scan.height,
          across: 200, down: 200, bits: bits)
      ]), .tiff)
    let page = try conversation.read(file)
    try expectParagraph(page)
    let crops = try conversation.ask(
      .crops(
        file, page: 1,
        CropSettings(rotation: 0, dpi: 100, boxes: [Box(x: 300, y: 600, width: 40, height: 40)])))
    let crop = try #require(crops.1.first)
    let shown = Pix.decoded(path: try conversation.file(crop, .png, name: "crop").path)?.image
      .grey()
    #expect(try #require(shown).greyBytes.allSatisfy { $0 > 200 })
  }

  @Test("ink on a transparent ground is black on white")
  func transparent() throws {
    let scan = try scan()
    // The colour of what is not seen is black, as that of the ink.
    let file = try conversation.file(
      TIFFs.file([
        .init(
          grey: scan.greyBytes.map { _ in 0 }, width: scan.width, height: scan.height,
          across: 200, down: 200, opacity: scan.greyBytes.map { 255 - $0 })
      ]), .tiff)
    let page = try conversation.read(file)
    try expectParagraph(page)
    let picture = try conversation.file(page.preview, .jpeg, name: "preview")
    let shown = try #require(Pix.decoded(path: picture.path)?.image.grey()).greyBytes
    #expect(shown.count { $0 > 200 } > shown.count / 2)
  }

  @Test("a slip on the black lid of a scanner stays black on white")
  func slipOnLid() throws {
    let scan = try scan()
    let pixels = 200.0 / 72
    let paper = Box(x: 50 * pixels, y: 60 * pixels, width: 420 * pixels, height: 140 * pixels)
    let grey = scan.greyBytes.enumerated().map { index, shade -> UInt8 in
      let (x, y) = (Double(index % scan.width), Double(index / scan.width))
      return x > paper.x && x < paper.maxX && y > paper.y && y < paper.maxY ? shade : 0
    }
    let file = try conversation.file(
      TIFFs.file([
        .init(grey: grey, width: scan.width, height: scan.height, across: 200, down: 200)
      ]), .tiff)
    let page = try conversation.read(file)
    try expectParagraph(page)
    let picture = try conversation.file(page.preview, .jpeg, name: "preview")
    let shown = try #require(Pix.decoded(path: picture.path)?.image.grey()).greyBytes
    #expect(shown.count { $0 < 60 } > shown.count / 2, "the lid stays dark")
  }

  @Test("a dark photograph is no negative, and a black sheet is not blank")
  func dark() throws {
    let side = 400
    let shades = (0..<(side * side)).map { UInt8(20 + ($0 / side + $0 % side) / 8) }
    for grey in [shades, [UInt8](repeating: 8, count: side * side)] {
      let file = try conversation.file(
        TIFFs.file([.init(grey: grey, width: side, height: side, across: 100, down: 100)]), .tiff)
      let page = try conversation.read(file)
      #expect(page.state == .read)
      let picture = try conversation.file(page.preview, .jpeg, name: "preview")
      let shown = try #require(Pix.decoded(path: picture.path)?.image.grey()).greyBytes
      #expect(shown.allSatisfy { $0 < 160 })
    }
  }

  @Test("a fax of 204 by 98 dots per inch keeps its proportions", arguments: [0, 90, 180])
  func fax(degrees: Int) throws {
    let scan = try scan(dpi: 204)
    let coarse = try #require(scan.scaled(x: 1, y: 98 / 204)?.rotated(clockwise: degrees)?.grey())
    let isSideways = degrees == 90
    let file = try conversation.file(
      TIFFs.file([
        .init(
          grey: coarse.greyBytes, width: coarse.width, height: coarse.height,
          across: isSideways ? 98 : 204, down: isSideways ? 204 : 98, bits: 1, isWhiteZero: true)
      ]), .tiff)
    let page = try conversation.read(file)
    try expectParagraph(page)
    #expect(page.reading?.rotation == (360 - degrees) % 360)
  }

  @Test("every picture of a TIFF file has its own size, resolution and kind")
  func mixed() throws {
    let (fine, coarse) = (try scan(dpi: 300), try scan(dpi: 150))
    let fax = try #require(try scan(dpi: 204).scaled(x: 1, y: 98 / 204)?.grey())
    let file = try conversation.file(
      TIFFs.file([
        .init(
          grey: fine.greyBytes, width: fine.width, height: fine.height, across: 300, down: 300,
          bits: 1),
        .init(
          grey: [UInt8](repeating: 250, count: 600 * 300), width: 600, height: 300, across: 75,
          down: 75),
        .init(
          grey: coarse.greyBytes, width: coarse.width, height: coarse.height, across: 150,
          down: 150, isWhiteZero: true),
        .init(
          grey: fax.greyBytes, width: fax.width, height: fax.height, across: 204, down: 98,
          bits: 1, isWhiteZero: true, isBackwards: true),
      ]), .tiff)
    let sizes = try conversation.survey(file).pages.map {
      [$0.width.rounded(), $0.height.rounded()]
    }
    #expect(sizes.count == 4)
    #expect(sizes[1] == [576, 288])
    for number in [1, 3, 4] { try expectParagraph(try conversation.read(file, page: number)) }
    #expect(try conversation.read(file, page: 2).state == .blank)
  }
}
