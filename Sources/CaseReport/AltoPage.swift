package import Casework

/// One page as ALTO 4 (<https://www.loc.gov/standards/alto/>), in 1/1200 inch of the upright page.
package enum AltoPage {
  /// - Parameters:
  ///   - original: the file that the page is of, as named in the bundle.
  package static func xml(_ page: PageReference, _ reading: Reading, original: String) -> String {
    let stem = "p\(page.page)"
    var xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <alto xmlns="http://www.loc.gov/standards/alto/ns-v4#" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://www.loc.gov/standards/alto/ns-v4# \
      http://www.loc.gov/standards/alto/v4/alto-4-4.xsd" SCHEMAVERSION="4.4">
        <Description>
          <MeasurementUnit>inch1200</MeasurementUnit>
          <sourceImageInformation><fileName>\(escaped(original))</fileName></sourceImageInformation>
        </Description>
        <Layout>
          <Page ID="\(stem)" PHYSICAL_IMG_NR="\(page.page)" \
      WIDTH="\(units(reading.width))" HEIGHT="\(units(reading.height))"\
      \(reading.meanConfidence.map { " PC=\"\($0.roundedToHundredth)\"" } ?? "")>
            <PrintSpace HPOS="0" VPOS="0" \
      WIDTH="\(units(reading.width))" HEIGHT="\(units(reading.height))">

      """
    let lines = reading.lines.filter { !$0.words.isEmpty }
    if let box = Box.around(lines.map(\.box)) {
      xml += "        <TextBlock ID=\"\(stem)-b1\"\(position(box))>\n"
      for (index, line) in lines.enumerated() {
        xml += self.line(line, id: "\(stem)-l\(index + 1)")
      }
      xml += "        </TextBlock>\n"
    }
    return xml + """
            </PrintSpace>
          </Page>
        </Layout>
      </alto>

      """
  }

  private static func line(_ line: TextLine, id: String) -> String {
    var xml = "          <TextLine ID=\"\(id)\"\(position(line.box))>\n"
    for (index, word) in line.words.enumerated() {
      if index > 0 { xml += "            <SP/>\n" }
      xml += "            <String ID=\"\(id)-s\(index + 1)\" CONTENT=\"\(escaped(word.text))\""
      xml += position(word.box)
      xml += " WC=\"\(min(max(word.confidence, 0), 1).roundedToHundredth)\"/>\n"
    }
    return xml + "          </TextLine>\n"
  }

  private static func position(_ box: Box) -> String {
    " HPOS=\"\(units(box.x))\" VPOS=\"\(units(box.y))\""
      + " WIDTH=\"\(units(box.width))\" HEIGHT=\"\(units(box.height))\""
  }

  /// Points as whole 1/1200 inch. A page may claim any size, so the number is kept within bounds.
  private static func units(_ points: Double) -> Int {
    Int((min(max(points, -1e9), 1e9) * 1200 / 72).rounded())
  }

  private static func escaped(_ text: String) -> String { MarkupText.escaped(text) }
}
