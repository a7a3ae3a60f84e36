import Casework
import Testing

@testable import Attestations

struct CheckBoxTests {
  private func box(y: Double, ink: Double, side: Double = 9) -> Mark {
    Mark(
      box: Box(x: 72, y: y, width: side, height: side), inkArea: ink, strokeWidth: 1,
      pieceCount: 1, largestPieceWidth: side, largestPieceHeight: side, eulerNumber: 0,
      saturation: 0, darkness: 0.7)
  }

  private func boxes(_ inks: [Double]) -> PageBuilder {
    inks.enumerated().reduce(PageBuilder().prose()) { page, one in
      let y = 200 + 20 * Double(one.offset)
      return page.mark(box(y: y, ink: one.element)).text("choice \(one.offset)", x: 86, y: y)
    }
  }

  private func states(_ page: PageBuilder) -> [Attestation.State] {
    page.attestations.filter { $0.kind == .checkBox }.map(\.state)
  }

  @Test func `a crossed box holds more ink than the empty ones`() {
    #expect(states(boxes([32, 54, 33])) == [.blank, .present, .blank])
  }

  @Test func `what is between the two is uncertain`() {
    #expect(states(boxes([32, 42, 32])) == [.blank, .uncertain, .blank])
  }

  @Test func `a solid square may be the letter of a section`() {
    #expect(states(boxes([32, 70, 33])) == [.blank, .uncertain, .blank])
  }

  @Test func `a letter behind a word is no box`() {
    let page = boxes([32, 54]).text("Section", x: 27, y: 300).mark(box(y: 300, ink: 50))
      .text("Complainant", x: 86, y: 300)
    #expect(states(page) == [.blank, .present])
  }

  @Test func `the words beside it are its label`() {
    let found = boxes([32, 54]).attestations.filter { $0.kind == .checkBox }
    #expect(found.map(\.label) == ["choice 0", "choice 1"])
  }

  @Test func `a tick that reaches over its box is known by the boxes above and below`() {
    let page = boxes([32, 32]).text("choice 2", x: 98, y: 240).mark(box(y: 236, ink: 60, side: 20))
    #expect(states(page) == [.blank, .blank, .present])
  }

  @Test func `signs and fields are read as they say`() {
    var page = PageBuilder().prose().text("☒ yes ☐ no", y: 200)
    page.reading.fields = [
      FormField(name: "a", kind: .button, value: "on", box: Box(x: 72, y: 240, width: 9, height: 9))
    ]
    #expect(states(page.text("I agree", x: 86, y: 240)) == [.present, .blank, .present])
  }

  @Test func `a square by itself, and boxes of exhibits, are none`() {
    #expect(states(boxes([32])).isEmpty)
    #expect(states(boxes([32, 54]).on(.supporting)).isEmpty)
  }

  @Test func `boxes that were read as letters are known by their size`() {
    let page = PageBuilder().prose().text("LJ yes", y: 200).text("XI no", y: 220)
    #expect(states(page) == [.blank, .present])
    #expect(states(PageBuilder().prose().text("LJ yes", y: 200)).isEmpty)
    let sentence = PageBuilder().prose().text("the LJ yes", y: 200).text("the XI no", y: 220)
    #expect(states(sentence).isEmpty)
  }

  @Test func `a box that is one mark with its word is seen, and not judged`() {
    var joined = box(y: 200, ink: 60)
    joined.box.width = 30
    joined.pieceCount = 3
    let page = PageBuilder().prose().mark(joined).text("yes", x: 84, y: 200)
      .mark(box(y: 220, ink: 54)).text("no", x: 84, y: 220)
    #expect(states(page) == [.uncertain, .present])
  }

  @Test func `a stroke of handwriting in the column of the boxes is no tick`() {
    let page = boxes([32, 32]).text("and", x: 46, y: 240, confidence: 0.4)
      .text("went home", x: 98, y: 240).mark(box(y: 236, ink: 60, side: 20))
    #expect(states(page) == [.blank, .blank])
  }
}
