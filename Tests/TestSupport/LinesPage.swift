/// A page of a PDF that holds its text: a line each 40 points, at 14 points.
package enum LinesPage {
  package static func pdf(_ lines: [String]) -> [UInt8] {
    let text = lines.enumerated().map { index, line in
      "BT /F 14 Tf 72 \(700 - 40 * index) Td (\(line)) Tj ET"
    }.joined(separator: "\n")
    return Array(
      """
      %PDF-1.4
      1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
      2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
      3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R
        /Resources << /Font << /F 4 0 R >> >> >> endobj
      4 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
      5 0 obj << /Length \(text.utf8.count) >> stream
      \(text)
      endstream endobj
      trailer << /Root 1 0 R >>

      """.utf8)
  }
}
