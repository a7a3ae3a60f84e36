@testable import PageReading

/// PDF files that tests write themselves.
enum PDFs {
  static let paragraph = [
    "The complainant states under penalty of perjury",
    "that the facts set out in this document are true",
    "and correct to the best of her own knowledge.",
    "Photographs and letters are attached as exhibits.",
  ]

  /// A content stream with `lines` in type of `size` points, the first at (`x`, `y`) from the bottom
  /// left.
  static func text(
    _ lines: [String], x: Double = 72, y: Double = 700, size: Double = 14
  ) -> String {
    let rows = lines.map { "(\($0)) Tj T*" }.joined(separator: "\n")
    return "BT /F \(size) Tf \(size + 4) TL 1 0 0 1 \(x) \(y) Tm\n\(rows)\nET\n"
  }

  /// What `content` draws on a square page of `side` points, turned about its middle by `degrees`
  /// clockwise, without a rotation in the page itself.
  static func turned(_ content: String, clockwise degrees: Int, side: Double) -> String {
    let half = side / 2
    let matrix =
      switch degrees {
      case 90: "0 -1 1 0"
      case 180: "-1 0 0 -1"
      case 270: "0 1 -1 0"
      default: "1 0 0 1"
      }
    return "q 1 0 0 1 \(half) \(half) cm \(matrix) 0 0 cm 1 0 0 1 \(-half) \(-half) cm\n"
      + content + "Q\n"
  }

  struct Page {
    var content: String
    var width = 612.0
    var height = 792.0
    /// More entries of the page's dictionary.
    var entries = ""
    /// A grey JPEG of `width` by `height` pixels, drawn by `/P Do`.
    var picture: (jpeg: [UInt8], width: Int, height: Int)?
    /// More streams that its content may draw, by their names.
    var streams: [Stream] = []
  }

  struct Stream {
    var name: String
    /// Entries of its dictionary; `EARLIER` stands for the names and references of those before it.
    var entries: String
    var bytes: [UInt8]
  }

  static func file(_ pages: [Page]) -> [UInt8] {
    var writer = PDFWriter()
    let pageTree = writer.reserve()
    let font = writer.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    let numbers = pages.map { page in
      let content = writer.add(stream: Array(page.content.utf8))
      var drawable = ""
      if let picture = page.picture {
        let image = writer.add(
          stream: picture.jpeg,
          entries: """
            /Type /XObject /Subtype /Image /Width \(picture.width) /Height \(picture.height) \
            /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode
            """)
        drawable += " /P \(image) 0 R"
      }
      for stream in page.streams {
        let number = writer.add(
          stream: stream.bytes, entries: stream.entries.replacing("EARLIER", with: drawable))
        drawable += " /\(stream.name) \(number) 0 R"
      }
      return writer.add(
        """
        << /Type /Page /Parent \(pageTree) 0 R /MediaBox [0 0 \(page.width) \(page.height)] \
        /Resources << /Font << /F \(font) 0 R >> /XObject <<\(drawable) >> >> \
        /Contents \(content) 0 R \(page.entries) >>
        """)
    }
    return writer.finish(pages: numbers, pageTree: pageTree)
  }
}
