internal import Casework

/// The text layer of a searchable copy: every recognised word where it stands, drawn with glyphs
/// that have a width and leave no ink.
///
/// The font is of Type 3 (ISO 32000-1, 9.6.5), so that the file needs no font program; a
/// `ToUnicode` table says what the glyphs mean. One font has 255 characters; a page that needs more
/// gets more fonts.
enum InvisibleText {
  /// A one-page PDF of the size of the upright page; empty where no word was recognised.
  static func page(of reading: Reading) -> [UInt8] {
    let lines = reading.lines.compactMap { $0.filtered { $0.source == .ocr } }
    guard !lines.isEmpty else { return [] }
    var writer = PDFWriter()
    let pageTree = writer.reserve()
    let layer = layer(of: lines, height: reading.height, in: &writer)
    let content = writer.add(stream: Array(layer.content.utf8))
    let page = writer.add(
      """
      << /Type /Page /Parent \(pageTree) 0 R /MediaBox [0 0 \(reading.width.roundedToTenth) \
      \(reading.height.roundedToTenth)] /Resources << /Font << \(layer.fonts)>> >> \
      /Contents \(content) 0 R >>
      """)
    return writer.finish(pages: [page], pageTree: pageTree)
  }

  /// The words of `lines` as the content of a page, and the entries of its font resources.
  ///
  /// - Parameter height: of the page, in points.
  static func layer(
    of lines: [TextLine], height: Double, in writer: inout PDFWriter
  ) -> (fonts: String, content: String) {
    let codes = CharacterCodes(lines)
    let glyph = writer.add(stream: Array("\(glyphWidth) 0 0 0 0 0 d1".utf8))
    var resources = ""
    for (index, characters) in codes.fonts.enumerated() {
      let table = writer.add(stream: Array(toUnicode(characters).utf8))
      let font = writer.add(Self.font(of: characters.count, glyph: glyph, toUnicode: table))
      resources += "/F\(index) \(font) 0 R "
    }
    return (resources, content(of: lines, height: height, codes))
  }

  /// In thousandths of the font size.
  private static let glyphWidth = 500

  private static func font(of count: Int, glyph: Int, toUnicode: Int) -> String {
    let widths = Array(repeating: "\(glyphWidth)", count: count).joined(separator: " ")
    let names = Array(repeating: "/g", count: count).joined(separator: " ")
    return """
      << /Type /Font /Subtype /Type3 /FontBBox [0 0 \(glyphWidth) 1000] \
      /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 1 /LastChar \(count) /Widths [\(widths)] \
      /CharProcs << /g \(glyph) 0 R >> /Resources << >> \
      /Encoding << /Type /Encoding /Differences [1 \(names)] >> /ToUnicode \(toUnicode) 0 R >>
      """
  }

  private static func toUnicode(_ characters: [Unicode.Scalar]) -> String {
    var text = """
      /CIDInit /ProcSet findresource begin 12 dict begin begincmap
      /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
      /CMapName /Adobe-Identity-UCS def /CMapType 2 def
      1 begincodespacerange <00> <FF> endcodespacerange

      """
    let entries = characters.enumerated().map { index, scalar in
      let units = String(Character(scalar)).utf16.map { hexadecimal(Int($0), digits: 4) }
      return "<\(hexadecimal(index + 1, digits: 2))> <\(units.joined())>\n"
    }
    // A block holds at most a hundred entries.
    for start in stride(from: 0, to: entries.count, by: 100) {
      let block = entries[start..<min(start + 100, entries.count)]
      text += "\(block.count) beginbfchar\n\(block.joined())endbfchar\n"
    }
    return text + "endcmap CMapName currentdict /CMap defineresource pop end end\n"
  }

  private static func content(
    of lines: [TextLine], height: Double, _ codes: CharacterCodes
  ) -> String {
    var content = "BT\n"
    for word in lines.flatMap(\.words) where word.box.width > 0 && word.box.height > 0 {
      let scalars = Array(word.text.unicodeScalars)
      let size = word.box.height.roundedToTenth
      let natural = Double(scalars.count * glyphWidth) / 1000 * size
      guard size > 0, natural > 0 else { continue }
      let x = word.box.x.roundedToTenth
      let y = (height - word.box.maxY).roundedToTenth
      let stretch = (word.box.width / natural * 100).roundedToTenth
      content += "1 0 0 1 \(x) \(y) Tm \(max(stretch, 0.1)) Tz\n"
      for run in codes.runs(of: scalars + [" "]) {
        let string = run.codes.map { hexadecimal($0, digits: 2) }.joined()
        content += "/F\(run.font) \(size) Tf <\(string)> Tj\n"
      }
    }
    return content + "ET\n"
  }

  private static func hexadecimal(_ number: Int, digits: Int) -> String {
    let text = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  /// Which font and code stands for which character.
  private struct CharacterCodes {
    /// The characters of every font; the first has code 1.
    let fonts: [[Unicode.Scalar]]
    private let places: [Unicode.Scalar: (font: Int, code: Int)]

    init(_ lines: [TextLine]) {
      var scalars = Set(lines.flatMap(\.words).flatMap(\.text.unicodeScalars))
      scalars.insert(" ")
      let sorted = scalars.sorted()
      let size = 255
      fonts = stride(from: 0, to: sorted.count, by: size).map {
        Array(sorted[$0..<min($0 + size, sorted.count)])
      }
      places = Dictionary(
        uniqueKeysWithValues: sorted.enumerated().map { ($1, ($0 / size, $0 % size + 1)) })
    }

    /// The codes of `scalars`, cut where the font changes.
    func runs(of scalars: [Unicode.Scalar]) -> [(font: Int, codes: [Int])] {
      var runs: [(font: Int, codes: [Int])] = []
      for place in scalars.compactMap({ places[$0] }) {
        if runs.last?.font != place.font { runs.append((place.font, [])) }
        runs[runs.count - 1].codes.append(place.code)
      }
      return runs
    }
  }
}
