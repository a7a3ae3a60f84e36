/// Writes small PDF files, object by object. The same objects give the same bytes: no dates, no
/// identifiers.
struct PDFWriter {
  private var bytes = Array("%PDF-1.5\n".utf8)
  private var offsets: [Int?] = []

  /// A number for an object that is written later.
  mutating func reserve() -> Int {
    offsets.append(nil)
    return offsets.count
  }

  mutating func write(_ content: String, as number: Int) {
    offsets[number - 1] = bytes.count
    bytes += Array("\(number) 0 obj\n\(content)\nendobj\n".utf8)
  }

  mutating func add(_ content: String) -> Int {
    let number = reserve()
    write(content, as: number)
    return number
  }

  /// A stream; `entries` are those of its dictionary without the length.
  mutating func add(stream: [UInt8], entries: String = "") -> Int {
    let number = reserve()
    offsets[number - 1] = bytes.count
    bytes += Array("\(number) 0 obj\n<< \(entries) /Length \(stream.count) >>\nstream\n".utf8)
    bytes += stream
    bytes += Array("\nendstream\nendobj\n".utf8)
    return number
  }

  /// The file. `pages` are the numbers of page objects, whose `/Parent` is `pageTree`;
  /// `catalogEntries` are those of the catalog besides the pages.
  mutating func finish(
    pages: [Int], pageTree: Int, catalogEntries: String = ""
  ) -> [UInt8] {
    let kids = pages.map { "\($0) 0 R" }.joined(separator: " ")
    write("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>", as: pageTree)
    let catalog = add("<< /Type /Catalog /Pages \(pageTree) 0 R \(catalogEntries) >>")
    let start = bytes.count
    var table = "xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset ?? 0)
      let padded = String(repeating: "0", count: max(0, 10 - digits.utf8.count)) + digits
      table += offset == nil ? "0000000000 65535 f \n" : "\(padded) 00000 n \n"
    }
    table += "trailer\n<< /Size \(offsets.count + 1) /Root \(catalog) 0 R >>\n"
    table += "startxref\n\(start)\n%%EOF\n"
    return bytes + Array(table.utf8)
  }
}
