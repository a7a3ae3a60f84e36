import Casework
import PageLayout
import TestSupport
import Testing

@testable import Attestations

/// What is looked at as a stamp, whatever it is held for then.
struct StampCandidateTests {
  private var letter: PageBuilder {
    (0..<12).reduce(PageBuilder().on(.supporting)) { page, line in
      page.text(
        "plain words of a letter that fill one line of it from edge to edge", x: 72,
        y: 300 + 14 * Double(line))
    }
  }

  private func candidates(on page: PageBuilder) -> [StampCandidate] {
    let reference = PageReference(document: DocumentID(position: 1), page: 1)
    return StampCandidates(sheet: Sheet(page.reading, of: reference), lexicon: shippedLexicon)
      .find()
  }

  private func letter(_ x: Double, on page: PageBuilder, height: Double) -> PageBuilder {
    page.small(x: x, y: 120, width: 0.9 * height, height: height, ink: 3 * height)
  }

  @Test func `a frame may have lost two of its sides`() throws {
    let page = letter.rule(x: 200, y: 100, width: 110).side(x: 308, y: 100, height: 60)
      .text("Reception", x: 210, y: 110)
    let frame = try #require(candidates(on: page).first { $0.kind == .frame })
    #expect(frame.box == Box(x: 200, y: 100, width: 111, height: 60))
    #expect(abs(frame.frameSides - 2) < 0.05)
  }

  @Test func `the pieces of its sides are short strokes where they are no rules`() throws {
    let page = letter.rule(x: 200, y: 100, width: 110)
      .small(x: 200, y: 104, width: 1.4, height: 36, ink: 40)
      .small(x: 200, y: 142, width: 1.4, height: 16, ink: 18)
    let frame = try #require(candidates(on: page).first { $0.kind == .frame })
    #expect(frame.box.height > 55)
  }

  @Test func `one rule makes no frame`() {
    #expect(!candidates(on: letter.rule(x: 200, y: 100)).contains { $0.kind == .frame })
  }

  @Test func `letters set far apart are one`() {
    func widths(_ gap: Double) -> [Double] {
      let page = (0..<4).reduce(letter) { page, index in
        letter(150 + Double(index) * (18 + gap), on: page, height: 20)
      }
      return candidates(on: page).filter { $0.kind == .ink }.map(\.box.width)
    }
    #expect(widths(16).count == 1)
    #expect(widths(26).count == 4)
  }

  @Test func `pictures side by side are two`() {
    let page = letter.small(x: 150, y: 100, width: 45, height: 45, ink: 400)
      .small(x: 212, y: 100, width: 45, height: 45, ink: 400)
    #expect(candidates(on: page).filter { $0.kind == .ink }.count == 2)
  }

  @Test func `a block of level print is text, one that slopes may be a stamp`() {
    func blocks(rise: Double) -> Int {
      var page = letter
      let words = ["Administration", "and", "Services"].enumerated().map { index, word in
        Word(
          text: word,
          box: Box(
            x: 200 + 70 * Double(index), y: 120 + rise * Double(index), width: 60, height: 10),
          confidence: 0.95, source: .ocr)
      }
      page.reading.lines.append(
        TextLine(box: Box(x: 200, y: 120, width: 200, height: 14), words: words))
      return candidates(on: page).count { $0.kind == .block }
    }
    #expect(blocks(rise: 0) == 0)
    #expect(blocks(rise: 3) == 1)
  }
}
