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
    var annotations: [Annotation] = []
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

  /// Something laid over a page, such as a note or a form field.
  struct Annotation {
    /// What its appearance draws, from its own lower left corner; `nil` of one without.
    var content: String?
    /// From the bottom left of the page.
    var x: Double
    var y: Double
    var width: Double
    var height: Double
    var entries = "/Subtype /FreeText"
    /// The states of a check box, which all have the one appearance.
    var states: [String] = []
  }

  /// - Parameter unicode: the first character of the text layer that stands for the blank; every other
  ///   one is shifted as far. `nil` where the text is what is drawn.
  static func file(
    _ pages: [Page], unicode: UInt16? = nil,
    catalogEntries: (_ annotations: [Int]) -> String = { _ in "" }
  ) -> [UInt8] {
    var writer = PDFWriter()
    let pageTree = writer.reserve()
    var meaning = ""
    if let unicode {
      let digits = String(unicode, radix: 16)
      let padded = String(repeating: "0", count: 4 - digits.utf8.count) + digits
      let map = """
        /CIDInit /ProcSet findresource begin begincmap /CMapName /Shifted def /CMapType 2 def
        1 begincodespacerange <00> <FF> endcodespacerange
        1 beginbfrange <20> <7E> <\(padded)> endbfrange endcmap end
        """
      meaning = "/ToUnicode \(writer.add(stream: Array(map.utf8))) 0 R"
    }
    let font = writer.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica \(meaning) >>")
    var annotations: [Int] = []
    let numbers = pages.map { page in
      let own = page.annotations.map { annotation in
        var appearance = ""
        if let content = annotation.content {
          let stream = writer.add(
            stream: Array(content.utf8),
            entries: """
              /Type /XObject /Subtype /Form /BBox [0 0 \(annotation.width) \(annotation.height)] \
              /Resources << /Font << /F \(font) 0 R >> >>
              """)
          let states = annotation.states.map { "/\($0) \(stream) 0 R" }.joined(separator: " ")
          appearance =
            "/AP << /N \(states.isEmpty ? "\(stream) 0 R" : "<< \(states) >>") >>"
        }
        let (right, top) = (annotation.x + annotation.width, annotation.y + annotation.height)
        return writer.add(
          """
          << /Type /Annot /F 4 \(annotation.entries) \(appearance) \
          /Rect [\(annotation.x) \(annotation.y) \(right) \(top)] >>
          """)
      }
      annotations += own
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
        /Contents \(content) 0 R \(page.entries) \
        /Annots [\(own.map { "\($0) 0 R" }.joined(separator: " "))] >>
        """)
    }
    return writer.finish(
      pages: numbers, pageTree: pageTree, catalogEntries: catalogEntries(annotations))
  }
}
