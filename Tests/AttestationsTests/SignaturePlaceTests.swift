import Casework
import Testing

@testable import Attestations

struct SignaturePlaceTests {
  /// A rule at 400 with its label under it.
  private var place: PageBuilder {
    PageBuilder().prose().rule(y: 400).text("Signature of complainant", y: 404)
  }

  @Test func `an empty place on a page that was read well is blank`() throws {
    let found = try #require(place.first(.signature))
    #expect(found.state == .blank)
    #expect(found.role == .complainant)
    #expect(found.place.box.maxY > 395 && found.place.box.maxY < 406)
  }

  @Test func `an empty place on a page that was not drawn in full is in doubt`() throws {
    var page = place
    page.state = .failed
    let found = try #require(page.first(.signature))
    #expect(found.state == .uncertain)
    #expect(found.reason.contains("could be drawn"))
    // What is there all the same counts.
    #expect(page.signature(y: 372).first(.signature)?.state == .present)
  }

  @Test(arguments: [
    Box(x: 80, y: 404, width: 60, height: 10), Box(x: 90, y: 385, width: 40, height: 9),
  ])
  func `a place is not blank where the file says something else than the page shows`(box: Box) {
    var page = place
    page.reading.contradictions = [Contradiction(box: box, said: "Signature", seen: "")]
    #expect(page.first(.signature)?.state == .uncertain)
  }

  @Test func `handwriting on the rule is present, in a box around the ink`() throws {
    let found = try #require(place.signature(y: 372).first(.signature))
    #expect(found.state == .present)
    #expect(found.place.box == Box(x: 90, y: 372, width: 150, height: 34))
  }

  /// Ink is one witness, what it reads as another.
  @Test(arguments: [
    "Rcfused", "May 3, 2o24", "sent by mai1", "5/14/24", "wil sgn latr", "see attached letter",
  ])
  func `writing in the place that is no signature is for a person`(text: String) throws {
    let page = place.signature(y: 372).text(text, x: 95, y: 385, confidence: 0.4)
    let found = try #require(page.first(.signature))
    #expect(found.state == .uncertain)
    #expect(found.reason.contains(text), "\(found.reason)")
  }

  @Test("the X that is printed before the line is nobody's mark, one on the line is")
  func printedX() {
    #expect(
      place.small(x: 61, y: 390, width: 8, height: 8, ink: 20).first(.signature)?.state != .present)
    #expect(
      place.small(x: 90, y: 388, width: 10, height: 12, ink: 30).first(.signature)?.manner == .mark)
  }

  @Test(arguments: ["Edith Morrow", "E. M.", "Mormw", "June Castle", "Ed it h 2C 3.42."])
  func `a signature that reads as a name is one`(text: String) throws {
    let page = place.signature(y: 372).text(text, x: 95, y: 385, confidence: 0.4)
    #expect(page.first(.signature)?.state == .present)
  }

  @Test(arguments: [
    ("a speck beside the rule", 12.0, 3.0, 6.0), ("a faint dot", 4.0, 4.0, 5.0),
    ("a cross", 14.0, 14.0, 30.0), ("a tick", 9.0, 12.0, 14.0), ("a smudge", 20.0, 20.0, 380.0),
  ])
  func `a place with any ink is never blank`(
    name: String, width: Double, height: Double, ink: Double
  ) throws {
    let page = place.small(x: 120, y: 398 - height, width: width, height: height, ink: ink)
    let found = try #require(page.first(.signature))
    #expect(found.state != .blank, "\(name)")
  }

  /// A place under a paragraph, as on the form: the rule at 200, the paragraph's last line at 120.
  private var underParagraph: PageBuilder {
    PageBuilder().prose(y: 106).rule(y: 200).text("Signature of complainant", y: 204)
      .rule(x: 360, y: 200, width: 160).text("Date signed", x: 360, y: 204)
  }

  @Test(arguments: [
    ("over the last line of the paragraph", 110.0, 126.0, 140.0, 31.0),
    ("between the line and the date", 330.0, 136.0, 130.0, 28.0),
    ("initials above the line", 200.0, 140.0, 30.0, 16.0),
  ])
  func `a place with a signature above it is not blank`(
    name: String, x: Double, y: Double, width: Double, height: Double
  ) throws {
    #expect(underParagraph.first(.signature, .complainant)?.state == .blank)
    let page = underParagraph.signature(x: x, y: y, width: width, height: height)
    let found = try #require(page.first(.signature, .complainant))
    #expect(found.state == .uncertain, "\(name)")
    #expect(found.place.box.y <= y)
  }

  @Test func `a hand that was read as a word above its line is not lost`() {
    var page = underParagraph.text("Soems", x: 110, y: 145)
    let last = page.reading.lines.indices.last ?? 0
    page.reading.lines[last].words[0].box.height = 26
    #expect(page.first(.signature, .complainant)?.state == .uncertain)
  }

  @Test func `what is typed into a field beside the place leaves it blank`() {
    let page = underParagraph.filledField(x: 360, y: 182)
    #expect(page.first(.signature, .complainant)?.state == .blank)
  }

  @Test func `a cross is a signature, a solid blot is not`() {
    let cross = place.small(x: 120, y: 384, width: 14, height: 14, ink: 30)
    #expect(cross.first(.signature)?.state == .present)
    let blot = place.small(x: 120, y: 380, width: 18, height: 18, ink: 300)
    #expect(blot.first(.signature)?.state == .uncertain)
  }

  @Test func `an empty place on a page that was read badly is uncertain`() {
    #expect(place.badlyRead().first(.signature)?.state == .uncertain)
  }

  @Test func `a typed signature is present, a typed name uncertain`() {
    #expect(place.text("/s/ Jo Doe", x: 90, y: 388).first(.signature)?.state == .present)
    #expect(place.text("Jo Doe", x: 90, y: 388).first(.signature)?.state == .uncertain)
  }

  @Test func `a hand that was read as unsure words is present`() {
    let page = place.text("Jodl Vmm", x: 90, y: 388, confidence: 0.2)
    #expect(page.first(.signature)?.state == .present)
  }

  @Test func `a rule beside the label is its place`() throws {
    let page = PageBuilder().prose().text("Signature", y: 392).rule(x: 140, y: 401)
    let found = try #require(page.first(.signature))
    #expect(found.state == .blank)
    #expect(found.place.box.x >= 126)
    #expect(page.signature(x: 160, y: 370).first(.signature)?.state == .present)
  }

  @Test func `the ink of one place leaves the other empty`() {
    let page = PageBuilder().prose()
      .rule(y: 300).text("Signature of complainant", y: 304)
      .rule(y: 500).text("Signature of witness", y: 504).signature(y: 272)
    #expect(page.first(.signature, .complainant)?.state == .present)
    #expect(page.first(.signature, .witness)?.state == .blank)
  }

  @Test func `an exhibit's signer is not the complainant`() {
    #expect(place.signature(y: 372).on(.supporting).first(.signature)?.role == .unknown)
  }

  @Test func `the word in a sentence is no place`() {
    let page = PageBuilder().prose()
      .text("The signature of the complainant was compared with the one on file", y: 300)
    #expect(page.attestations.isEmpty)
  }

  @Test func `a signature under the close of a letter is found without a label`() throws {
    let page = PageBuilder().prose().text("Sincerely,", y: 400).signature(x: 80, y: 420)
      .on(.supporting)
    let found = try #require(page.first(.signature))
    #expect(found.state == .present)
    #expect(found.confidence < 0.95)
  }

  @Test func `ink elsewhere on the form is for a person to judge`() {
    let page = place.signature(x: 300, y: 600)
    #expect(page.attestations.map(\.state) == [.blank, .uncertain])
    #expect(page.on(.supporting).attestations.map(\.state) == [.blank, .present])
  }

  @Test func `two signatures that touch are parted at their lines`() {
    let page = PageBuilder().prose()
      .rule(y: 400).rule(y: 434).signature(y: 366, height: 70).on(.supporting)
    let boxes = page.attestations.filter { $0.kind == .signature }.map(\.place.box)
    #expect(boxes.count == 2)
    #expect(boxes.allSatisfy { $0.height < 40 })
  }

  @Test func `a blank in a sentence that was filled by hand is no signature`() {
    let page = PageBuilder().prose().text("on this day of", y: 392).rule(x: 160, y: 402, width: 90)
      .text(", in the year", x: 254, y: 392).signature(x: 165, y: 380, width: 80, height: 22)
    #expect(page.on(.supporting).first(.signature) == nil)
  }

  @Test func `by leads a signature, whatever was done by the signer`() {
    let page = PageBuilder().prose().text("Entered by", y: 392).rule(x: 140, y: 402)
      .signature(x: 150, y: 380, width: 100, height: 24)
    #expect(page.on(.supporting).first(.signature)?.state == .present)
  }

  @Test func `a digital signature is its own kind`() throws {
    var page = PageBuilder().prose()
    page.digitalSignatures = [
      DigitalSignature(
        fieldName: "Sig1", isSigned: true, integrity: .valid, page: 1,
        box: ShownBox(Box(x: 70, y: 600, width: 180, height: 40))),
      DigitalSignature(
        fieldName: "Sig2", isSigned: false, integrity: .notVerified, page: 1, box: nil),
    ]
    let found = page.attestations.filter { $0.kind == .digitalSignature }
    #expect(found.map(\.state) == [.present, .blank])
    #expect(found.first?.reason.contains("unchanged") == true)
  }

  @Test func `a digital signature is shown where it stands on the upright page`() {
    var page = PageBuilder().prose()
    page.reading.rotation = 180
    page.digitalSignatures = [
      DigitalSignature(
        fieldName: "Sig1", isSigned: true, integrity: .valid, page: 1,
        box: ShownBox(Box(x: 70, y: 600, width: 180, height: 40)))
    ]
    #expect(
      page.first(.digitalSignature)?.place.box == Box(x: 362, y: 152, width: 180, height: 40))
  }

  @Test func `findings are numbered in page order and quote no names`() {
    let page = PageBuilder().prose()
      .rule(y: 300).text("Signature of complainant", y: 304)
      .text("Zebedee Quux", x: 90, y: 288)
      .rule(y: 500).text("Signature of witness", y: 504)
    #expect(Set(page.attestations.map(\.id)).count == 2)
    #expect(page.attestations.allSatisfy { !$0.reason.contains("Zebedee") })
  }

  @Test func `a box of a table with the label at its foot is a place beside the label`() throws {
    let page = PageBuilder().prose().rule(x: 72, y: 300, width: 300).rule(x: 72, y: 340, width: 300)
      .side(x: 70, y: 300, height: 40).side(x: 371, y: 300, height: 40)
      .text("Signature", x: 76, y: 327).signature(x: 180, y: 304, width: 60, height: 30)
    let found = try #require(page.first(.signature))
    #expect(found.state == .present)
    #expect(found.place.box == Box(x: 180, y: 304, width: 60, height: 30))
  }

  @Test func `answers in the rows below are not part of a signature`() throws {
    let page = PageBuilder().prose().rule(y: 400).text("Signature of complainant", y: 404)
      .signature(y: 366).small(x: 240, y: 402, width: 10, height: 12, ink: 40)
    #expect(page.first(.signature, .complainant)?.place.box.maxY == 400)
  }

  @Test func `an X before a line is a place to sign, one before words is none`() throws {
    let line = PageBuilder().prose().text("X", x: 72, y: 392).rule(x: 84, y: 402, width: 220)
    #expect(line.first(.signature)?.state == .blank)
    #expect(line.signature(x: 110, y: 370).first(.signature)?.state == .present)
    #expect(PageBuilder().prose().text("X yes", y: 392).first(.signature) == nil)
  }

  @Test func `check boxes of a form are no signatures, checked or not`() throws {
    func outline(y: Double, holes: Int) -> Mark {
      Mark(
        box: Box(x: 80, y: y, width: 10, height: 10), inkArea: 29, strokeWidth: 1, pieceCount: 1,
        largestPieceWidth: 10, largestPieceHeight: 10, eulerNumber: 1 - holes, saturation: 0,
        darkness: 0.7)
    }
    func place(boxesElsewhere: Int, holes: Int = 1) throws -> Attestation {
      let page = PageBuilder().prose().rule(y: 400).text("Signature of complainant", y: 404)
        .mark(outline(y: 386, holes: holes))
      return try #require(
        (0..<boxesElsewhere).reduce(page) { $0.mark(outline(y: 200 + 22 * Double($1), holes: 1)) }
          .first(.signature))
    }
    #expect(try place(boxesElsewhere: 2).state == .uncertain)
    #expect(try place(boxesElsewhere: 2, holes: 4).state == .uncertain)
    // By itself it may be what somebody drew to sign.
    #expect(try place(boxesElsewhere: 0).state == .present)
  }
}
