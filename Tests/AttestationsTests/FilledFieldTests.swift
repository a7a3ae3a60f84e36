import Casework
import Testing

@testable import Attestations

struct FilledFieldTests {
  /// Two fields side by side, as a form has them: a label at the head of each ruled cell.
  private var page: PageBuilder {
    PageBuilder().prose()
      .rule(y: 200, width: 480).rule(y: 234, width: 480)
      .side(x: 72, y: 198, height: 40).side(x: 312, y: 198, height: 40)
      .side(x: 550, y: 198, height: 40)
      .text("Street address", x: 78, y: 203).text("Employer", x: 318, y: 203)
  }

  private func field(_ label: String, on page: PageBuilder) -> Attestation? {
    page.attestations.first { $0.kind == .formField && $0.label == label }
  }

  @Test func `typed words, a hand's ink and nothing at all are told apart`() throws {
    let page = page.text("14 Larchmere Lane", x: 80, y: 219)
    let typed = try #require(field("Street address", on: page))
    #expect(typed.state == .present && typed.writing == .print)
    let empty = try #require(field("Employer", on: page))
    #expect(empty.state == .blank && empty.writing == nil)
  }

  @Test func `ink that was not read is a hand's`() throws {
    let page = page.signature(x: 330, y: 216, width: 90, height: 16)
    let found = try #require(field("Employer", on: page))
    #expect(found.state == .present && found.writing == .hand)
  }

  @Test func `words that read badly were written by hand`() throws {
    let page = page.text("Tidewel Cacc", x: 330, y: 219, confidence: 0.3)
    #expect(try #require(field("Employer", on: page)).writing == .hand)
  }

  @Test func `a field of the document that is filled in says so itself`() throws {
    let page = page.filledField(x: 330, y: 216)
    #expect(try #require(field("Employer", on: page)).writing == .field)
  }

  @Test func `print that read badly is print where every letter is a piece of its own`() throws {
    func page(pieces: Int) -> PageBuilder {
      self.page.text("ltrask@example.net", x: 80, y: 219, confidence: 0.1)
        .mark(
          Mark(
            box: Box(x: 80, y: 219, width: 108, height: 10), inkArea: 330, strokeWidth: 1,
            pieceCount: pieces, largestPieceWidth: 17, largestPieceHeight: 8, eulerNumber: 0,
            saturation: 0, darkness: 0.7))
    }
    #expect(try #require(field("Street address", on: page(pieces: 17))).writing == .print)
    #expect(try #require(field("Street address", on: page(pieces: 6))).writing == .hand)
  }

  @Test func `the side of a cell that is too short for a rule fills nothing in`() throws {
    let page = page.small(x: 314, y: 205, width: 1.4, height: 26, ink: 36)
    #expect(try #require(field("Employer", on: page)).state == .blank)
  }

  @Test func `nothing is called empty on a page that was read badly`() throws {
    #expect(try #require(field("Employer", on: page.badlyRead())).state == .uncertain)
  }

  @Test func `exhibits have no fields`() {
    #expect(field("Employer", on: page.on(.supporting)) == nil)
  }
}
