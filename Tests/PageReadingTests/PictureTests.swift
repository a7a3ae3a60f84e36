import Casework
import Leptonica
import ReaderProtocol
import Testing

@testable import PageReading

@Suite("Crops and pictures")
struct PictureTests {
  let conversation: Conversation

  init() throws { conversation = try Conversation() }

  /// A black bar from 100 to 200 points from the left and 50 to 80 from the top.
  private static let bar = PDFs.Page(content: "100 712 100 30 re f\n")

  private func crops(
    _ file: DocumentFile, rotation: Int, _ boxes: [Box]
  ) throws -> [Pix?] {
    let (answer, pictures) = try conversation.ask(
      .crops(file, page: 1, CropSettings(rotation: rotation, dpi: 144, boxes: boxes)))
    #expect(answer == .crops)
    return try pictures.enumerated().map { index, bytes in
      bytes.isEmpty
        ? nil
        : Pix.decoded(path: try conversation.file(bytes, .png, name: "crop\(index)").path)?.image
          .grey()
    }
  }

  @Test("a crop is the box of the upright page, and a box off the page has none")
  func crop() throws {
    let file = try conversation.file(PDFs.file([Self.bar]), .pdf)
    let pictures = try crops(
      file, rotation: 0,
      [
        Box(x: 100, y: 50, width: 100, height: 30), Box(x: 0, y: 0, width: 90, height: 40),
        Box(x: 900, y: 0, width: 10, height: 10),
        Box(x: -1e300, y: -1e300, width: 1e300, height: 1e300),
      ])
    try #require(pictures.count == 4)
    let bar = try #require(pictures[0])
    #expect(bar.width == 200 && bar.height == 60)
    #expect(bar.greyBytes.allSatisfy { $0 == 0 })
    #expect(try #require(pictures[1]).greyBytes.allSatisfy { $0 == 255 })
    #expect(pictures[2] == nil)
    #expect(pictures[3] == nil)
  }

  @Test("crops of a page that was turned are cut from the turned page")
  func turnedCrop() throws {
    let file = try conversation.file(PDFs.file([Self.bar]), .pdf)
    // Upside down the bar lies 100 points from the right and 50 from the bottom.
    let pictures = try crops(
      file, rotation: 180, [Box(x: 412, y: 712, width: 100, height: 30)])
    #expect(try #require(pictures.first ?? nil).greyBytes.allSatisfy { $0 == 0 })
  }

  @Test(
    "a resolution that no scanner has is replaced by 11 inches for the longer side",
    arguments: [
      (300, 300, 2550, 3300, 300.0, 300.0),
      (204, 98, 1728, 1078, 204, 98),
      (0, 0, 2550, 3300, 300, 300),
      (200, 0, 1700, 2200, 200, 200),
      (72, 72, 3024, 4032, 4032.0 / 11, 4032.0 / 11),
      (3, 3, 1100, 850, 100, 100),
    ])
  func resolution(
    x: Int, y: Int, width: Int, height: Int, across: Double, down: Double
  ) {
    let found = ImageFile.plausibleResolution(x: x, y: y, width: width, height: height)
    #expect(found.x == across)
    #expect(found.y == down)
  }

  @Test(
    "the orientation of a JPEG file is the tag 0x0112 of its Exif segment", arguments: [1, 3, 6, 8])
  func exif(value: UInt8) {
    let tiff: [UInt8] =
      Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0]
    let segment = Array("Exif\0\0".utf8) + tiff
    let head: [UInt8] =
      [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xE1, 0, UInt8(segment.count + 2)] + segment
    #expect(JPEGOrientation(head: head)?.rawValue == Int(value))
    // Every shorter head is no crash.
    for length in 0..<head.count { _ = JPEGOrientation(head: Array(head.prefix(length))) }
    #expect(JPEGOrientation(head: [0xFF, 0xD8, 0xFF, 0xDA, 0, 2]) == nil)
  }

  @Test(
    "boxes turn with their page",
    arguments: [
      (0, Box(x: 10, y: 20, width: 30, height: 40)),
      (90, Box(x: 140, y: 10, width: 40, height: 30)),
      (180, Box(x: 60, y: 140, width: 30, height: 40)),
      (270, Box(x: 20, y: 60, width: 40, height: 30)),
    ])
  func turned(degrees: Int, expected: Box) {
    let box = Box(x: 10, y: 20, width: 30, height: 40)
    #expect(box.turned(clockwise: degrees, pageWidth: 100, pageHeight: 200) == expected)
  }

  @Test("images that overlap or reach off the page are not counted twice")
  func coverage() {
    func coverage(_ boxes: [Box]) -> Double {
      Box.coverage(of: boxes, pageWidth: 100, pageHeight: 100)
    }
    let quarter = Box(x: 0, y: 0, width: 50, height: 50)
    #expect(coverage([]) == 0)
    #expect(coverage([quarter, quarter]) == 0.25)
    #expect(coverage([quarter, Box(x: 25, y: 25, width: 50, height: 50)]) == 0.4375)
    #expect(coverage([Box(x: -50, y: -50, width: 500, height: 500)]) == 1)
  }
}
