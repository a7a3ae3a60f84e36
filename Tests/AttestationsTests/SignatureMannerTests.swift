import Casework
import Testing

@testable import Attestations

struct SignatureMannerTests {
  private let place = PageBuilder().prose().rule(y: 400).text("Signature of complainant", y: 404)

  private func manner(_ page: PageBuilder) -> SignatureManner? {
    page.first(.signature, .complainant)?.manner
  }

  @Test func `a signature on paper is by hand, one in a document made on a computer a picture`() {
    #expect(manner(place.signature(y: 368)) == .handwritten)
    var made = place.signature(y: 368)
    made.reading.textSource = .pdf
    #expect(manner(made) == .picture)
  }

  @Test func `a name typed behind a slash s is typed`() {
    #expect(manner(place.text("/s/ Pat Example", y: 388)) == .typed)
  }

  @Test func `a short mark is initials, two crossed strokes are a mark`() {
    #expect(manner(place.signature(x: 120, y: 376, width: 26, height: 22)) == .initials)
    let cross = Mark(
      box: Box(x: 120, y: 378, width: 20, height: 20), inkArea: 60, strokeWidth: 1.2, pieceCount: 1,
      largestPieceWidth: 20, largestPieceHeight: 20, eulerNumber: 1, saturation: 0, darkness: 0.6)
    #expect(manner(place.mark(cross)) == .mark)
  }

  @Test func `words about a mark make it one, however it looks`() {
    #expect(manner(place.signature(y: 368).text("her mark", x: 216, y: 404)) == .mark)
  }

  @Test func `an attorney in fact signs for somebody else`() {
    let signed = place.signature(y: 368)
    #expect(manner(signed.text("by Pat Example, attorney-in-fact", y: 418)) == .proxy)
    #expect(manner(signed.text("an attorney in fact may sign elsewhere", y: 600)) == .handwritten)
  }

  @Test func `a blank place has none`() {
    #expect(place.first(.signature, .complainant)?.state == .blank)
    #expect(manner(place) == nil)
  }
}
