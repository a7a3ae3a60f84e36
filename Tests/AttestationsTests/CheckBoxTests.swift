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
}
