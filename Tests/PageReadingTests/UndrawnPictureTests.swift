import Casework
import Leptonica
import ReaderProtocol
import Testing

@testable import PageReading

/// Pages whose pictures cannot be drawn in full look like pages with white paper on them.
@Suite("Pictures that cannot be decoded")
struct UndrawnPictureTests {
  let conversation: Conversation

  init() throws { conversation = try Conversation() }

  struct Fault: CustomTestStringConvertible {
    var testDescription: String
    var streams: [PDFs.Stream]
    var reason: String
    var content = "q 600 0 0 600 6 96 cm /P Do Q\n"
  }

  private static let size = "/Type /XObject /Subtype /Image /Width 1728 /Height 64"
  private static let grey = "/ColorSpace /DeviceGray /BitsPerComponent 8"
  private static let bits = "/ColorSpace /DeviceGray /BitsPerComponent 1"
  private static let faxEntries =
    "\(size) \(bits) /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 1728 /Rows 64 >>"
  private static let whiteRows = [UInt8](repeating: 0xFF, count: 1728 * 64)
  /// Rows that are as the white one above them take a bit each, 1 (ITU-T T.6); then the end of block.
  private static let fax = [UInt8](repeating: 0xFF, count: 8) + [0x00, 0x10, 0x01]

  private static func picture(_ entries: String, _ bytes: [UInt8]) -> [PDFs.Stream] {
    [PDFs.Stream(name: "P", entries: entries, bytes: bytes)]
  }

  private static let cannotBeDecoded = "a picture on the page cannot be decoded: its "
  private static let isMissing = "a part of what the page draws is missing from the file"

  static let faults: [Fault] = [
    Fault(
      testDescription: "fax data cut in the middle",
      streams: picture(faxEntries, Array(fax.prefix(4))),
      reason: cannotBeDecoded + "fax data end early"),
    Fault(
      testDescription: "fax data without sense",
      streams: picture(faxEntries, [0xFF, 0xFF, 0x01, 0x55, 0x00, 0x33, 0x01] + fax),
      reason: cannotBeDecoded + "fax data are damaged"),
    Fault(
      testDescription: "too few rows",
      streams: picture("\(size) \(grey)", Array(whiteRows.prefix(40_000))),
      reason: cannotBeDecoded + "data end early"),
    Fault(
      testDescription: "deflated data without sense",
      streams: picture("\(size) \(grey) /Filter /FlateDecode", [0x78, 0x9C, 0xFF, 0xFF, 1, 2, 3]),
      reason: cannotBeDecoded + "data are damaged"),
    Fault(
      testDescription: "a filter that nobody knows",
      streams: picture("\(size) \(grey) /Filter /OtherDecode", whiteRows),
      reason: cannotBeDecoded + "data are damaged"),
    Fault(
      testDescription: "JPEG 2000 data without sense",
      streams: picture("\(size) /Filter /JPXDecode", [1, 2, 3, 4, 5, 6, 7, 8]),
      reason: cannotBeDecoded + "data are damaged"),
    Fault(
      testDescription: "JBIG2 data without sense",
      streams: picture("\(size) \(bits) /Filter /JBIG2Decode", [1, 2, 3, 4, 5, 6, 7, 8]),
      reason: cannotBeDecoded + "data are damaged"),
    Fault(
      testDescription: "a picture that is not in the file", streams: [], reason: isMissing),
    Fault(
      testDescription: "the mask of a picture",
      streams: [
        PDFs.Stream(name: "P", entries: faxEntries, bytes: Array(fax.prefix(4))),
        PDFs.Stream(
          name: "M", entries: "\(size) \(grey) /SMask << EARLIER >>", bytes: whiteRows),
      ],
      reason: cannotBeDecoded + "fax data end early"),
    Fault(
      testDescription: "a picture in a form",
      streams: [
        PDFs.Stream(name: "P", entries: faxEntries, bytes: Array(fax.prefix(4))),
        PDFs.Stream(
          name: "F",
          entries: """
            /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << EARLIER >> >>
            """, bytes: Array("/P Do".utf8)),
      ],
      reason: cannotBeDecoded + "fax data end early", content: "q 600 0 0 600 6 96 cm /F Do Q\n"),
  ]

  @Test(
    "a page with a picture that cannot be drawn in full failed, and is not blank", arguments: faults
  )
  func failed(fault: Fault) throws {
    let page = PDFs.Page(content: fault.content, streams: fault.streams)
    let read = try conversation.read(conversation.file(PDFs.file([page]), .pdf), dpi: 70)
    #expect(read.state == .failed)
    #expect(read.failure == fault.reason)
    #expect(read.reading != nil && !read.preview.isEmpty)
  }

  @Test(
    "a page whose pictures are all there did not fail",
    arguments: [("fax", faxEntries, fax), ("rows", "\(size) \(grey)", whiteRows)])
  func complete(name: String, entries: String, bytes: [UInt8]) throws {
    let page = PDFs.Page(
      content: "q 600 0 0 600 6 96 cm /P Do Q\n", streams: Self.picture(entries, bytes))
    let read = try conversation.read(conversation.file(PDFs.file([page]), .pdf), dpi: 70)
    #expect(read.state == .blank && read.failure == nil)
  }

  @Test("a broken picture that a page has and does not draw is none of its business")
  func notDrawn() throws {
    let page = PDFs.Page(
      content: "", streams: Self.picture(Self.faxEntries, Array(Self.fax.prefix(4))))
    let read = try conversation.read(conversation.file(PDFs.file([page]), .pdf), dpi: 70)
    #expect(read.state == .blank)
  }

  private func jpeg() throws -> (bytes: [UInt8], width: Int, height: Int) {
    let scan = try conversation.scan(PDFs.Page(content: PDFs.text(PDFs.paragraph)), dpi: 100)
    return (try #require(scan.jpeg(quality: 90)), scan.width, scan.height)
  }

  private func read(
    _ jpeg: [UInt8], inPDF: Bool, _ width: Int, _ height: Int, name: String
  ) throws -> Conversation.ReadPage {
    guard inPDF else { return try conversation.read(conversation.file(jpeg, .jpeg, name: name)) }
    let page = PDFs.Page(
      content: "q 612 0 0 792 0 0 cm /P Do Q\n", picture: (jpeg, width, height))
    return try conversation.read(conversation.file(PDFs.file([page]), .pdf, name: name))
  }

  @Test(
    "the same JPEG data fail by themselves and in a PDF, and what they show is read",
    arguments: [true, false])
  func cutJPEG(inPDF: Bool) throws {
    let (bytes, width, height) = try jpeg()
    #expect(try read(bytes, inPDF: inPDF, width, height, name: "whole").state == .read)
    let cut = try read(
      Array(bytes.prefix(bytes.count * 3 / 4)), inPDF: inPDF, width, height, name: "cut")
    #expect(cut.state == .failed)
    let reason = inPDF ? "JPEG data end early" : "data are damaged"
    #expect(cut.failure == Self.cannotBeDecoded + reason)
    #expect(cut.text.contains("complainant"))
    var damaged = bytes
    for index in bytes.count / 2..<(bytes.count / 2 + 200) { damaged[index] = 0x55 }
    #expect(
      try read(damaged, inPDF: inPDF, width, height, name: "damaged").state == .failed)
  }

  @Test("a TIFF whose fax data make no sense in the middle failed")
  func damagedTIFF() throws {
    func read(_ fax: [UInt8], name: String) throws -> Conversation.ReadPage {
      let picture = TIFFs.Picture(
        grey: [], width: 1728, height: 64, across: 200, down: 200, bits: 1, isWhiteZero: true,
        fax: fax)
      return try conversation.read(conversation.file(TIFFs.file([picture]), .tiff, name: name))
    }
    #expect(try read(Self.fax, name: "whole").state == .blank)
    let damaged = try read(
      [0xFF, 0xFF, 0x01, 0x55, 0x00, 0x33, 0x01] + Self.fax, name: "damaged")
    #expect(damaged.state == .failed)
    #expect(damaged.failure == Self.cannotBeDecoded + "data are damaged")
  }
}
