import Casework
import Testing

@testable import Attestations

struct SealTests {
  @Test func `a ring of letters is a seal`() throws {
    let found = try #require(PageBuilder().prose().roundSeal(x: 300, y: 400).first(.seal))
    #expect(found.state == .present)
    #expect(found.place.box == Box(x: 300, y: 400, width: 100, height: 100))
  }

  @Test func `a ruled frame with the word received is a stamp`() {
    let page = PageBuilder().prose().rule(x: 400, y: 120, width: 140).rule(
      x: 400, y: 170, width: 140
    )
    .text("RECEIVED", x: 440, y: 130).text("JUN 07 2024", x: 430, y: 148)
    #expect(page.first(.stamp)?.state == .present)
  }

  @Test func `a framed table cell is none`() {
    let page = PageBuilder().prose().rule(x: 72, y: 300, width: 140).rule(x: 72, y: 340, width: 140)
      .text("Telephone", x: 80, y: 310)
    #expect(page.first(.stamp) == nil)
    #expect(page.first(.seal) == nil)
  }

  @Test func `a signature is no seal`() {
    #expect(PageBuilder().prose().signature(y: 400).first(.seal) == nil)
  }

  @Test func `a round letterhead without an officer's words is none`() {
    #expect(PageBuilder().prose(y: 300).roundSeal(x: 60, y: 40).first(.seal) == nil)
  }

  @Test func `the cancellation of an envelope is a stamp and no signature`() {
    let page = PageBuilder().text("Some Board", x: 200, y: 300).signature(x: 380, y: 60)
      .roundSeal(x: 300, y: 40).on(.envelope)
    #expect(page.first(.stamp)?.place.box == Box(x: 300, y: 40, width: 230, height: 100))
    #expect(page.first(.signature) == nil)
  }
}
