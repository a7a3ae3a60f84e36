import CaseReport
import Casework
import Foundation
import Testing

@Suite struct AltoPageTests {
  private func alto(_ lines: [TextLine], width: Double = 612) -> String {
    AltoPage.xml(
      PageReference(document: DocumentID(position: 1), page: 7),
      Reading(width: width, height: 792, resolution: 300, textSource: .ocr, lines: lines),
      original: "originals/01-complaint.pdf")
  }

  private func word(_ text: String, confidence: Double = 0.93) -> Word {
    Word(
      text: text, box: Box(x: 72, y: 36, width: 6, height: 12), confidence: confidence,
      source: .ocr)
  }

  private func line(_ words: Word...) -> TextLine {
    TextLine(box: Box(x: 72, y: 36, width: 180, height: 12), words: words)
  }

  /// The words of the page and their attributes, as an XML parser finds them.
  private func parsed(_ xml: String) throws -> [String] {
    let program = """
      import sys, xml.etree.ElementTree as tree
      space = '{http://www.loc.gov/standards/alto/ns-v4#}'
      root = tree.fromstring(sys.stdin.buffer.read())
      assert root.tag == space + 'alto', root.tag
      page, = root.findall(f'{space}Layout/{space}Page')
      assert root.findtext(f'{space}Description/{space}MeasurementUnit') == 'inch1200'
      print(page.attrib['PHYSICAL_IMG_NR'], page.attrib['WIDTH'], page.attrib['HEIGHT'])
      path = f'{space}PrintSpace/{space}TextBlock/{space}TextLine/{space}String'
      for s in page.findall(path):
          print(*(s.attrib[k] for k in ('CONTENT', 'HPOS', 'VPOS', 'WIDTH', 'HEIGHT', 'WC')))
      ids = [e.attrib['ID'] for e in root.iter() if 'ID' in e.attrib]
      assert len(ids) == len(set(ids)), 'an ID stands twice'
      """
    let verdict = try Judge.python(program, input: Array(xml.utf8))
    #expect(verdict.status == 0, "\(verdict.output)")
    return verdict.output.split(separator: "\n").map(String.init)
  }

  @Test func `says every word with its place in 1200ths of an inch and its confidence`() throws {
    let rows = try parsed(alto([line(word("Sworn"), word("to")), line(word("before"))]))
    #expect(
      rows == [
        "7 10200 13200", "Sworn 1200 600 100 200 0.93", "to 1200 600 100 200 0.93",
        "before 1200 600 100 200 0.93",
      ])
  }

  @Test func `is a page without text where nothing was read`() throws {
    #expect(try parsed(alto([])) == ["7 10200 13200"])
    #expect(try parsed(alto([line()])) == ["7 10200 13200"])
  }

  @Test(arguments: [
    ("a<b>&\"c'", "a<b>&\"c'"), ("\u{1}x\u{0}", "\u{FFFD}x\u{FFFD}"),
    ("\"\u{301}", "\"\u{301}"), ("\u{202E}x", "\u{FFFD}x"), ("ñ€😀", "ñ€😀"),
  ])
  func `holds any text that a page may have`(text: String, expected: String) throws {
    let rows = try parsed(alto([line(word(text))]))
    #expect(rows.last == "\(expected) 1200 600 100 200 0.93")
  }

  @Test func `keeps confidences within what the schema allows`() throws {
    let rows = try parsed(alto([line(word("a", confidence: 1.2), word("b", confidence: -1))]))
    #expect(rows.map { $0.split(separator: " ").last ?? "" } == ["13200", "1.0", "0.0"])
  }

  @Test func `stands a page of any size`() throws {
    #expect(try parsed(alto([], width: 1e300)).count == 1)
    #expect(try parsed(alto([], width: .infinity)).count == 1)
  }
}
