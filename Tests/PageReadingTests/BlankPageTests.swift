import Casework
import Foundation
import ReaderProtocol
import Testing

@testable import PageReading

@Suite("Blank pages")
struct BlankPageTests {
  /// A filled circle of `radius` about (`x`, `y`), as a polygon.
  static func disk(x: Double, y: Double, radius: Double) -> String {
    let corners = [
      (1.0, 0.0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7),
    ]
    let path = corners.enumerated().map { index, corner in
      "\(x + corner.0 * radius) \(y + corner.1 * radius) \(index == 0 ? "m" : "l")"
    }
    return path.joined(separator: " ") + " f\n"
  }

  static let signature = "1 w 330 200 m 350 240 l 360 195 l 380 230 l 400 200 l 450 215 l S\n"

  @Test(
    "what scanners leave on empty paper does not make it a written page",
    arguments: [
      "",
      disk(x: 30, y: 300, radius: 10) + disk(x: 30, y: 500, radius: 10),
      "0 0 9 792 re f\n",
      "1 w 30 760 m 55 765 l S\n",
    ])
  func blank(content: String) throws {
    let conversation = try Conversation()
    let page = try conversation.read(conversation.scannedFile(PDFs.Page(content: content)))
    #expect(page.state == .blank)
    #expect(page.reading?.textSource == TextSource.none)
    #expect(page.failure == nil)
  }

  @Test(
    "writing is never blank, however little of it there is",
    arguments: [
      signature,
      "0.5 w 72 200 m 300 200 l S\n",
      PDFs.text(["yes"], x: 300, y: 400),
    ])
  func written(content: String) throws {
    let conversation = try Conversation()
    let page = try conversation.read(conversation.scannedFile(PDFs.Page(content: content)))
    #expect(page.state == .read)
  }

  /// A circle of `radius` about (`x`, `y`), as a polygon that is stroked.
  private static func ring(x: Double, y: Double, radius: Double) -> String {
    let path = (0...48).map { step in
      let angle = Double(step) / 48 * 2 * .pi
      return "\(x + radius * cos(angle)) \(y + radius * sin(angle)) \(step == 0 ? "m" : "l")"
    }
    return path.joined(separator: " ") + " S\n"
  }

  /// What is printed on the front, in `grey` and from the other side.
  private static func shiningThrough(_ grey: Double) -> String {
    let lines = Array(repeating: PDFs.paragraph, count: 7).flatMap(\.self)
    return "q -1 0 0 1 612 0 cm \(grey) g \(grey) G\n" + PDFs.text(lines) + signature
      + "2 w 72 640 m 540 640 l S\n" + ring(x: 150, y: 190, radius: 50) + "Q\n"
  }

  /// Three holes with the shadow of their rim, two legs of a staple, the shadow of the sheet's edge.
  private static let handled =
    [120.0, 396, 672].map { y in
      "0.2 g " + disk(x: 28, y: y, radius: 9) + "0.5 g 0.5 G 1 w " + ring(x: 28, y: y, radius: 10.5)
    }.joined() + "0.45 G 1.2 w 20 768 m 42 760 l S 0.6 G 2 w 21 765 m 43 757 l S\n"
    + "0.7 g 604 0 8 792 re f\n"

  @Test(
    "the back of a printed sheet is blank, with all that shines through and was done to the paper",
    arguments: [1, 0.94, 0.88, 0.84])
  func back(grey: Double) throws {
    let conversation = try Conversation()
    let page = try conversation.read(
      conversation.scannedFile(
        PDFs.Page(content: Self.shiningThrough(grey) + Self.handled)))
    #expect(page.state == .blank, "\(page.words.count) words")
  }

  /// A few words: the stroke of a pencil is half a millimetre wide.
  private static func pencilled(_ grey: Double) -> String {
    "q \(grey) G 1.3 w 200 400 m 206 412 l 210 400 l 216 410 l 220 401 l 232 404 l 236 412 l "
      + "240 400 l 252 406 l 258 399 l 266 409 l S 285 400 m 288 418 l 291 400 l 300 407 l S Q\n"
  }

  /// An officer's seal pressed into the paper: the shadow of its rings and letters.
  private static func embossed(_ grey: Double) -> String {
    "q \(grey) G \(grey) g 1.2 w\n" + ring(x: 400, y: 300, radius: 58)
      + ring(x: 400, y: 300, radius: 54) + ring(x: 400, y: 300, radius: 40)
      + PDFs.text(["NOTARY"], x: 374, y: 296) + "Q\n"
  }

  @Test(
    "a pencilled or an embossed page is not blank, on the back of a sheet either",
    arguments: [false, true], [0.76, 0.65])
  func faint(isEmbossed: Bool, grey: Double) throws {
    let conversation = try Conversation()
    let content = isEmbossed ? Self.embossed(grey) : Self.pencilled(grey)
    for more in ["", Self.handled, Self.shiningThrough(0.9)] {
      let page = try conversation.read(
        conversation.scannedFile(PDFs.Page(content: content + more)))
      #expect(page.state == .read)
    }
  }

  @Test("faint print that can be read is not blank")
  func faintPrint() throws {
    let conversation = try Conversation()
    let content = "0.86 g\n" + PDFs.text(PDFs.paragraph)
    let page = try conversation.read(
      conversation.scannedFile(PDFs.Page(content: content)))
    #expect(page.state == .read)
    #expect(page.words.count > 20)
  }
}
