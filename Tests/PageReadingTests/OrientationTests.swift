import Casework
import Leptonica
import ReaderProtocol
import Testing

@testable import PageReading

@Suite("Which way is up")
struct OrientationTests {
  let conversation: Conversation
  private let side = 600.0

  init() throws { conversation = try Conversation() }

  /// Pages that say little, and pages that say much.
  static let pages = [
    PDFs.paragraph,
    ["Signature of complainant", "Date signed", "Printed name"],
    ["Exhibit 7", "Invoice 2231", "Total due 1,180.00"],
    ["State of New Jersey, County of Burlington", "Notary Public"],
    ["CARRIER TELEPHONE RECORDS"],
  ]

  @Test("a page that is plainly upright is read once", arguments: pages)
  func upright(lines: [String]) throws {
    let scan = try conversation.scan(
      PDFs.Page(content: PDFs.text(lines, y: 400), width: side, height: side))
    let turning = try conversation.turning(of: scan)
    #expect(turning.rotation == 0)
    if lines.joined().count > 40 { #expect(turning.passes == 1) }
  }

  @Test("a page that lies on its side or its head is found by its text", arguments: pages)
  func turned(lines: [String]) throws {
    let scan = try conversation.scan(
      PDFs.Page(content: PDFs.text(lines, y: 400), width: side, height: side))
    for degrees in [90, 180, 270] {
      let turned = try #require(scan.rotated(clockwise: degrees))
      let turning = try conversation.turning(of: turned)
      #expect(turning.rotation == 360 - degrees, "turned by \(degrees)")
      #expect(turning.passes > 1)
    }
  }

  @Test("a page that slopes is levelled whichever way it lies", arguments: [-4.0, 2.5])
  func sloping(degrees: Double) throws {
    let lines = Array(repeating: PDFs.paragraph, count: 3).flatMap(\.self)
    let scan = try conversation.scan(PDFs.Page(content: PDFs.text(lines)))
    let sloping = try #require(scan.turned(byDegrees: degrees)?.rotated(clockwise: 90)?.png())
    let page = try conversation.read(conversation.file(sloping, .png))
    #expect(page.reading?.rotation == 270)
    #expect(page.reading?.lines.map(\.text) == lines)
    #expect(abs((page.reading?.skew ?? 0) - degrees) < 0.4)
  }
}
