import Casework
import Testing

@testable import Attestations

struct StampTests {
  /// A page of single-spaced text, as a letter has it.
  private var letter: PageBuilder {
    (0..<22).reduce(PageBuilder().on(.supporting)) { page, line in
      page.text(
        "plain words of a letter that fill one line of it from edge to edge", x: 72,
        y: 140 + 14 * Double(line))
    }
  }

  /// What a picture of a stamp measures like: drawn lines, many holes, nothing near it.
  private func picture(on page: PageBuilder, x: Double, y: Double) -> PageBuilder {
    page.mark(
      Mark(
        box: Box(x: x, y: y, width: 70, height: 78), inkArea: 1300, strokeWidth: 2,
        pieceCount: 14, largestPieceWidth: 50, largestPieceHeight: 56, eulerNumber: -6,
        saturation: 0, darkness: 0.7))
  }

  @Test func `a drawing by itself is a stamp and not a signature`() throws {
    let page = picture(on: letter, x: 420, y: 560)
    let stamp = try #require(page.first(.stamp))
    #expect(stamp.place.box == Box(x: 420, y: 560, width: 70, height: 78))
    #expect(page.attestations.allSatisfy { $0.kind != .signature || $0.state != .present })
  }

  @Test func `the same over the address of a letterhead is a logo`() {
    let page = picture(
      on: letter.text("Some Firm", x: 428, y: 106).text("1 Some Road", x: 422, y: 120), x: 420,
      y: 22)
    #expect(page.first(.stamp) == nil)
  }

  @Test func `a signature under the close of a letter is no stamp`() {
    let page = letter.text("Sincerely,", y: 470).signature(y: 490)
    #expect(page.first(.signature)?.state == .present)
    #expect(page.first(.stamp) == nil)
  }

  @Test func `ink in a place to sign is never taken for a stamp`() {
    let page = picture(
      on: letter.rule(y: 660).text("Signature", y: 664), x: 120, y: 584)
    #expect(page.first(.stamp) == nil)
    #expect(page.first(.signature)?.state != .blank)
  }

  @Test func `lines of a text that was read are none`() {
    #expect(letter.first(.stamp) == nil)
    #expect(letter.text("Room 12", x: 480, y: 700).first(.stamp) == nil)
  }

  @Test func `nothing on a separator sheet is a stamp`() {
    #expect(picture(on: letter, x: 420, y: 560).on(.separator).first(.stamp) == nil)
  }

  @Test(arguments: [
    ("RECEIVED JUN 07 2024", StampPurpose.received), ("FILED JUN 07 2024", .filed),
    ("RECORDED BOOK 12", .recorded), ("COPY", .other),
  ])
  func `the words of a stamp say what it is for`(words: String, purpose: StampPurpose) {
    let page = PageBuilder().prose().rule(x: 400, y: 120, width: 140).rule(
      x: 400, y: 170, width: 140
    ).text(words, x: 410, y: 140)
    #expect(page.first(.stamp)?.purpose == purpose)
  }

  @Test func `the name of a commission makes no notary's seal`() {
    let framed = PageBuilder().prose().rule(x: 100, y: 120, width: 240)
      .rule(x: 100, y: 170, width: 240)
      .side(x: 99, y: 120, height: 50).side(x: 338, y: 120, height: 50)
    let commission = framed.text("STATE COMMISSION FOR SEAL MATTERS", x: 110, y: 140)
    #expect(commission.attestations.allSatisfy { $0.purpose != .notary })
    let notary = framed.text("COMMISSION EXPIRES SEAL", x: 110, y: 140)
    #expect(notary.first(.seal)?.purpose == .notary)
  }

  @Test func `an impression by an officer's words is an uncertain seal`() throws {
    var page = PageBuilder().prose()
      .text("Subscribed and sworn to before me this 4th day of June 2024", y: 300)
      .rule(y: 360).text("Notary Public", y: 364)
      .text("My commission expires June 1 2027", y: 384)
    page.reading.impressions = [Box(x: 400, y: 320, width: 110, height: 110)]
    let seal = try #require(page.first(.seal))
    #expect(seal.state == .uncertain)
    #expect(page.first(.notary)?.state == .uncertain)
    var away = PageBuilder().prose()
    away.reading.impressions = page.reading.impressions
    #expect(away.first(.seal) == nil)
  }

  @Test func `a word that stock stamps bear is one by itself and none in a sentence`() {
    func stamp(_ text: String, x: Double) -> Attestation? {
      var page = letter
      let box = Box(x: x, y: 560, width: 18 * Double(text.count), height: 20)
      page.reading.lines.append(
        TextLine(box: box, words: [Word(text: text, box: box, confidence: 0.9, source: .ocr)]))
      return page.first(.stamp)
    }
    #expect(stamp("COPY", x: 420)?.purpose == .other)
    #expect(stamp("Chapter", x: 72) == nil)
    #expect(letter.text("the copy was sent", x: 72, y: 560).first(.stamp) == nil)
  }

  @Test func `a feature speaks by its size and by the steps that it passes`() {
    let model = StampModel(
      intercept: 0,
      effects: [.words: .init(2, .init(above: 3, adds: -10), .init(above: 5, adds: 1))])
    #expect(model.probability(of: [.words: 1]) > 0.8)
    #expect(model.probability(of: [.words: 3]) > 0.99)
    #expect(model.probability(of: [.words: 4]) < 0.2)
    #expect(model.probability(of: [.words: 6]) > 0.9)
    #expect(model.probability(of: [:]) == 0.5)
  }
}
