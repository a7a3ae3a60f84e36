import Casework
import PageLayout
import Testing

@Suite("A page made ready")
struct SheetTests {
  private static let page = PageReference(document: DocumentID(position: 1), page: 1)

  /// Lines 20 points below each other, from (60, 100); a letter is 6 points wide and 10 high, a space 4.
  private func reading(_ lines: [String], confidence: Double = 0.95) -> Reading {
    Reading(
      width: 612, height: 792, resolution: 300, textSource: .ocr,
      lines: lines.enumerated().compactMap { row, line in
        var left = 60.0
        let words = line.split(separator: " ", omittingEmptySubsequences: false).compactMap {
          text -> Word? in
          defer { left += 6 * Double(text.count) + 4 }
          let box = Box(
            x: left, y: 100 + 20 * Double(row), width: 6 * Double(text.count), height: 10)
          return text.isEmpty
            ? nil : Word(text: String(text), box: box, confidence: confidence, source: .ocr)
        }
        return Box.around(words.map(\.box)).map { TextLine(box: $0, words: words) }
      })
  }

  private func sheet(_ reading: Reading) -> Sheet { Sheet(reading, of: Self.page) }

  @Test("a gap as wide as between columns parts a line, the space between words does not")
  func segments() {
    let sheet = sheet(reading(["Signature of complainant      Date signed"]))
    #expect(sheet.segments.map(\.text) == ["Signature of complainant", "Date signed"])
    #expect(sheet.lines.count == 1)
  }

  @Test("what keeps a page from being well read has its name")
  func doubts() {
    let prose = Array(repeating: "Plain words of a page that was read", count: 3)
    #expect(sheet(reading(prose)).doubts.isEmpty)
    #expect(sheet(reading(["Two words"])).doubts == [.fewWords])
    #expect(sheet(reading(prose, confidence: 0.6)).doubts == [.lowConfidence])
    #expect(sheet(reading(prose, confidence: 0.4)).doubts == [.lowConfidence, .illegible])
    var fax = reading(prose)
    fax.scanResolution = ScanResolution(across: 204, down: 98)
    #expect(sheet(fax).doubts == [.coarse])
    fax.scanResolution = ScanResolution(across: 300, down: 300)
    #expect(sheet(fax).isWellRead)
  }

  @Test("the height of print is that of what was read surely")
  func usualHeight() {
    var page = reading(["Plain words of print", "scrawl"])
    page.lines[1].words[0].box.height = 40
    page.lines[1].words[0].confidence = 0.2
    #expect(sheet(page).usualHeight == 10)
    #expect(sheet(reading([])).usualHeight == 9)
  }

  @Test("a rule of the page's own slope lies where its line runs, not in the middle of its box")
  func slopingRule() throws {
    var page = reading([])
    page.skew = 2
    page.rules = [Rule(direction: .horizontal, box: Box(x: 100, y: 300, width: 300, height: 12))]
    let rule = try #require(sheet(page).rules.first)
    #expect(rule.y(at: 100) == 301)
    #expect(rule.y(at: 400) == 311)
  }

  @Test("a line typed with underscores is a rule where the raster showed none")
  func underscores() throws {
    var page = reading(["Name ____________"])
    let typed = try #require(sheet(page).rules.first)
    #expect(typed.x == 88)
    page.rules = [Rule(direction: .horizontal, box: Box(x: 88, y: 109, width: 72, height: 1))]
    #expect(sheet(page).rules.count == 1)
  }

  @Test("the value of a field under its label ends at the next rule, not at one right at the label")
  func valueBelow() throws {
    var page = reading(["Employer", "Example Limited"])
    page.rules = [115.0, 140.0].map {
      Rule(direction: .horizontal, box: Box(x: 50, y: $0, width: 300, height: 1))
    }
    let sheet = sheet(page)
    let label = try #require(FieldLabel.all(of: ["Employer"], value: .below, on: sheet).first)
    let content = FieldContent(of: label, value: .below, on: sheet)
    #expect(content.words.flatMap(\.words).map(\.text) == ["Example", "Limited"])
  }

  @Test("words and blanks are by hand, in print or not there")
  func writing() {
    let sheet = sheet(reading(["Plain words of print"]))
    let stroke = Mark(
      box: Box(x: 200, y: 90, width: 80, height: 30), inkArea: 300, strokeWidth: 1.2, pieceCount: 2,
      largestPieceWidth: 60, largestPieceHeight: 30, eulerNumber: 0, saturation: 0, darkness: 0.6)
    #expect(sheet.writing(of: sheet.words, []) == .print)
    #expect(sheet.writing(of: [], [stroke]) == .hand)
    #expect(sheet.writing(of: [], []) == nil)
  }

  @Test(
    "one edit distance: an exchange may count as nothing",
    arguments: [("kitten", "sitting", 3), ("", "ab", 2), ("form", "form", 0), ("f0rm", "form", 0)])
  func distance(one: String, other: String, expected: Int) {
    #expect(
      editDistance(from: one, to: other) { $0 == $1 || ["0o", "o0"].contains("\($0)\($1)") }
        == expected)
  }
}
