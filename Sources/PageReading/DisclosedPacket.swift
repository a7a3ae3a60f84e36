internal import Casework
internal import Leptonica
internal import ReaderProtocol

/// What a party may have of a case, as one PDF: pictures of pages with some places covered, their other
/// words invisible above, and below each page a line that says which it is. Nothing of the originals' own
/// bytes is in it, so nothing can be uncovered.
struct DisclosedPacket {
  private let dotsPerInch: Int
  private var writer = PDFWriter()
  private let pageTree: Int
  private let font: Int
  private var pages: [Int] = []
  /// The bookmarks: each with its first page.
  private var documents: [(title: String, page: Int)] = []

  private static let maxPixelsPerSide = 9000
  /// Points below the page, for the line that says which it is.
  private static let foot = 24.0

  init(dotsPerInch: Int) {
    self.dotsPerInch = dotsPerInch
    pageTree = writer.reserve()
    font = writer.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
  }

  mutating func add(_ document: DisclosedDocument, opened: OpenDocument) throws(PageFailure) {
    for (index, page) in document.pages.enumerated() {
      try add(page, of: opened)
      if index == 0 { documents.append((document.title, pages[pages.count - 1])) }
    }
  }

  private mutating func add(_ page: DisclosedPage, of document: OpenDocument) throws(PageFailure) {
    var raster = try document.raster(
      page: page.number, scale: page.scale, dotsPerInch: dotsPerInch,
      maxPixelsPerSide: Self.maxPixelsPerSide
    ).turned(clockwise: page.rotation)
    try raster.cover(page.covered)
    let picture = try writer.add(raster)
    let (width, height) = (raster.width.roundedToTenth, raster.height.roundedToTenth)
    let layer = InvisibleText.layer(of: page.lines, height: height, in: &writer)
    let content = writer.add(
      stream: Array(
        """
        q \(width) 0 0 \(height) 0 0 cm /P Do Q
        \(page.lines.isEmpty ? "" : layer.content)BT /S 9 Tf 18 -15 Td (\(Self.literal(page.stamp))) Tj ET
        """.utf8))
    pages.append(
      writer.add(
        """
        << /Type /Page /Parent \(pageTree) 0 R /MediaBox [0 \(-Self.foot) \(width) \(height)] \
        /Resources << /XObject << /P \(picture) 0 R >> \
        /Font << /S \(font) 0 R \(page.lines.isEmpty ? "" : layer.fonts)>> >> \
        /Contents \(content) 0 R >>
        """))
  }

  /// What may stand between the parentheses of a string of PDF.
  private static func literal(_ text: String) -> String {
    text.filter { $0.isASCII && !"()\\".contains($0) }
  }

  mutating func finish() -> [UInt8] {
    let outlines = writer.reserve()
    let items = documents.map { _ in writer.reserve() }
    for (index, document) in documents.enumerated() {
      let title = Self.literal(document.title)
      let before = index > 0 ? "/Prev \(items[index - 1]) 0 R " : ""
      let after = index + 1 < items.count ? "/Next \(items[index + 1]) 0 R " : ""
      writer.write(
        "<< /Title (\(title)) /Parent \(outlines) 0 R \(before)\(after)/Dest [\(document.page) 0 R /Fit] >>",
        as: items[index])
    }
    let ends = items.isEmpty ? "" : "/First \(items[0]) 0 R /Last \(items[items.count - 1]) 0 R "
    writer.write("<< /Type /Outlines \(ends)/Count \(items.count) >>", as: outlines)
    return writer.finish(
      pages: pages, pageTree: pageTree,
      catalogEntries: "/Outlines \(outlines) 0 R /PageMode /UseOutlines")
  }
}

extension PageRaster {
  /// Makes `boxes`, in points, black, a little beyond their edges: strokes reach out of the boxes of
  /// their words.
  fileprivate mutating func cover(_ boxes: [Box]) throws(PageFailure) {
    guard !boxes.isEmpty else { return }
    let scale = 1 / pointsPerPixel
    let page = Box(x: 0, y: 0, width: width, height: height)
    let pixels = boxes.compactMap { $0.insetBy(dx: -2, dy: -2).intersection(page) }.map { box in
      let (left, top) = (Int(box.x * scale), Int(box.y * scale))
      return (
        x: left, y: top, width: Int((box.maxX * scale).rounded(.up)) - left,
        height: Int((box.maxY * scale).rounded(.up)) - top
      )
    }
    guard let covered = grey.blackened(in: pixels) else { throw .notRendered("out of memory") }
    grey = covered
    if let colour {
      guard let covered = colour.blackened(in: pixels) else { throw .notRendered("out of memory") }
      self.colour = covered
    }
  }
}
