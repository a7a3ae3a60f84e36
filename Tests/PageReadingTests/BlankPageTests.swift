import Casework
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
}
