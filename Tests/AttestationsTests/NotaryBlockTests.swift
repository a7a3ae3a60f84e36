import Casework
import PageLayout
import TestSupport
import Testing

@testable import Attestations

struct NotaryBlockTests {
  /// A printed jurat, its officer's rule at 520.
  private var jurat: PageBuilder {
    PageBuilder().prose()
      .text("State of", y: 400).rule(x: 130, y: 410, width: 150)
      .text("County of", y: 420).rule(x: 130, y: 430, width: 150)
      .text("Subscribed and sworn to before me this", y: 445).rule(x: 320, y: 455, width: 60)
      .text("day of", x: 390, y: 445).rule(x: 432, y: 455, width: 100)
      .rule(y: 520).text("Signature of notary public", y: 524)
      .text("My commission expires", y: 545).rule(x: 210, y: 555, width: 120)
  }

  @Test func `an empty printed block is blank, and so is its officer's place`() throws {
    let block = try #require(jurat.first(.notary))
    #expect(block.state == .blank)
    #expect(block.notary?.act == .jurat)
    #expect(block.notary?.elements[.officerSignature]?.state == .blank)
    #expect(block.notary?.elements[.date]?.state == .blank)
    #expect(block.notary?.elements[.commissionExpires]?.state == .blank)
    #expect(jurat.first(.signature, .notary)?.state == .blank)
  }

  @Test func `a signed block is present, and its elements are read`() throws {
    let page = jurat.text("Ohio", x: 140, y: 400).text("Franklin", x: 140, y: 420)
      .text("3rd", x: 330, y: 445).text("June, 2024", x: 440, y: 445)
      .text("March 14, 2027", x: 215, y: 545).signature(y: 490)
    let block = try #require(page.first(.notary))
    #expect(block.state == .present)
    let elements = try #require(block.notary).elements
    #expect(elements[.venue]?.state == .present)
    #expect(elements[.date]?.state == .present)
    #expect(elements[.commissionExpires]?.text == "March 14, 2027")
    #expect(elements[.officerSignature]?.state == .present)
    #expect(page.first(.signature, .notary)?.state == .present)
  }

  @Test func `wording that is added to the lexicon makes a block`() throws {
    let page = PageBuilder().prose().text("Vow taken in my presence", y: 445)
      .text("State of", y: 420).text("Justice of the Peace", y: 524)
    var lexicon = shippedLexicon
    #expect(!page.attestations(by: lexicon).contains { $0.kind == .notary })
    lexicon.notary.acts[.jurat, default: []].append(Phrase("vow taken in my presence"))
    lexicon.notary.officers.append(Phrase("Justice of the Peace"))
    let block = try #require(page.attestations(by: lexicon).first { $0.kind == .notary })
    #expect(block.notary?.act == .jurat)
    #expect(block.notary?.elements[.title]?.text == "Justice of the Peace")
  }

  @Test func `a stamp beside an empty line keeps the block from being blank`() throws {
    let page = jurat.roundSeal(x: 380, y: 470)
    #expect(page.first(.notary)?.state == .uncertain)
    #expect(page.first(.seal)?.role == .notary)
    #expect(page.first(.notary)?.notary?.elements[.seal]?.state == .present)
  }

  @Test(arguments: [
    ("a round blot", 380.0, 480.0, 60.0, 60.0), ("a wide, low stamp", 340.0, 560.0, 200.0, 20.0),
    ("a smudge over the sentence", 90.0, 452.0, 36.0, 18.0),
  ])
  func `ink that nothing explains keeps the block from being blank`(
    name: String, x: Double, y: Double, width: Double, height: Double
  ) {
    let page = jurat.small(x: x, y: y, width: width, height: height, ink: width * height * 0.6)
    #expect(page.first(.notary)?.state == .uncertain, "\(name)")
  }

  @Test func `a stamp in a frame is found though none of its words was read`() throws {
    let page = jurat.unreadStamp(x: 350, y: 480)
      .side(x: 350, y: 480, height: 63).side(x: 517, y: 483, height: 63)
    #expect(page.first(.stamp)?.place.box == Box(x: 350, y: 480, width: 170, height: 66))
    #expect(page.first(.notary)?.state == .uncertain)
  }

  @Test func `a stamp of receipt leaves the block blank`() {
    let page = jurat.rule(x: 380, y: 622, width: 132).rule(x: 380, y: 672, width: 132)
      .text("RECEIVED", x: 420, y: 632).small(x: 400, y: 652, width: 80, height: 12, ink: 200)
    #expect(page.first(.stamp)?.state == .present)
    #expect(page.first(.notary)?.state == .blank)
  }

  @Test func `the label of the officer's place makes a certificate of its wording`() {
    let page = PageBuilder().prose().text("State of Ohio", y: 400).text(
      "County of Franklin", y: 420
    )
    .text("Subscribed and sworn to before me this 3rd day of June, 2024", y: 445)
    .rule(y: 520).text("Signature of officer", y: 524)
    #expect(page.first(.notary)?.state == .blank)
    #expect(page.signature(y: 490).first(.notary)?.state == .present)
  }

  @Test(arguments: [
    ("Subscribed and sworn to before me this 3rd day of June", NotaryBlock.Act.jurat),
    ("Sworn to (or affirmed) before me on June 3", .jurat),
    ("The foregoing instrument was acknowledged before me this day", .acknowledgment),
    ("Signed or attested before me on June 3", .signatureWitnessing),
    ("I certify that this is a true and correct copy of a record", .copyCertification),
  ])
  func `names the act from its wording`(wording: String, act: NotaryBlock.Act) {
    let page = PageBuilder().prose().text("State of Ohio", y: 380).text(
      "County of Franklin", y: 394
    )
    .text(wording, y: 420).rule(y: 480).text("Notary Public", y: 484)
    .text("My commission expires May 1", y: 500)
    #expect(page.first(.notary)?.notary?.act == act)
  }

  @Test func `reads through the slips of OCR`() {
    let page = PageBuilder().prose().text("Subscribed and swom to before me", y: 420)
      .rule(y: 480).text("N0tary Publlc", y: 484).text("My commissi0n expires", y: 500)
    #expect(page.first(.notary)?.notary?.act == .jurat)
  }

  @Test(arguments: [
    "The form must be signed before a notary public",
    "A complaint that is not notarized cannot be accepted by the Commission",
    "I declare under penalty of perjury that the foregoing is true",
  ])
  func `prose about notaries is no block`(text: String) {
    #expect(PageBuilder().prose().text(text, y: 300).first(.notary) == nil)
  }

  @Test func `two certificates on a page are two blocks`() {
    let page = PageBuilder().prose(y: 30)
      .text("State of Ohio", y: 80)
      .text("Subscribed and sworn to before me this 1st day of May", y: 100)
      .rule(y: 160).text("Notary Public", y: 164).text("My commission expires", y: 180)
      .text("State of Ohio", y: 420)
      .text("The instrument was acknowledged before me this 2nd day of May", y: 440)
      .rule(y: 500).text("Notary Public", y: 504).text("My commission expires", y: 520)
    let blocks = page.attestations.filter { $0.kind == .notary }
    #expect(blocks.map(\.notary?.act) == [.jurat, .acknowledgment])
  }

  @Test(
    "the signer is who appeared, or stands behind the by that names somebody",
    arguments: [
      [
        "Sworn to before me by means of physical presence or",
        "online notarization this 3rd day of May 2021 by", "Ada van Tongeren",
      ],
      [
        "On the 4th day of June in the year 2024 before me personally",
        "appeared Ada van Tongeren personally known to me",
        "who acknowledged to me that by his signature he executed it",
      ],
      ["Subscribed and sworn to before me this 4th day of June 2024 by Ada van Tongeren"],
      [
        "Sworn to before me this 4th day of June 2024 by Ada van Tongeren proved to me",
        "to be the person who appeared before me",
      ],
    ])
  func signer(lines: [String]) throws {
    var page = PageBuilder().prose().text("State of Ohio County of Lake", y: 290)
    for (index, line) in lines.enumerated() {
      page = page.text(line, y: 310 + 20 * Double(index))
    }
    page = page.rule(y: 420).text("Notary Public", y: 424)
      .text("My commission expires June 1 2027", y: 440)
    let block = try #require(page.first(.notary)?.notary)
    #expect(block.elements[.signer]?.text == "Ada van Tongeren")
  }

  @Test("two lines to write on with an officer's words between them are no stamp, a frame is one")
  func linesOfABlock() {
    let page = PageBuilder().prose().text("State of Florida", y: 400)
      .text("Sworn to before me this 3rd day of May 2021", y: 420)
      .rule(y: 480, width: 230).text("Signature of Notary Public - State of Florida", y: 484)
      .rule(y: 520, width: 230).text("Commissioned Name of Notary Public", y: 524)
    #expect(page.first(.seal) == nil)
    #expect(page.first(.notary)?.state == .blank)
    let framed = page.side(x: 71, y: 480, height: 40).side(x: 300, y: 480, height: 40)
    #expect(framed.first(.seal) != nil)
  }

  @Test func `a missing seal is no finding`() {
    #expect(jurat.first(.notary)?.notary?.elements[.seal]?.state == .uncertain)
  }

  @Test(arguments: [
    ("This act involved the use of communication technology", [NotaryBlock.Circumstance.remote]),
    ("Consul of the United States of America", [.consular]),
    ("Judge Advocate, United States Army", [.military]), ("A Commissioner for Oaths", [.foreign]),
    ("Title or type of document: Complaint", [.looseCertificate]),
    ("and nothing else is said here", []),
  ])
  func `the wording says how the act was done`(
    words: String, circumstances: [NotaryBlock.Circumstance]
  ) throws {
    let page = PageBuilder().prose().text("State of Ohio County of Lake", y: 290)
      .text("Subscribed and sworn to before me this 4th day of June 2024", y: 310)
      .text(words, y: 330).rule(y: 380).text("Notary Public", y: 384)
      .text("My commission expires June 1 2027", y: 400)
    #expect(try #require(page.first(.notary)?.notary).circumstances == circumstances)
  }

  @Test func `what is printed in a block and what a hand filled in are told apart`() throws {
    let block = PageBuilder().prose().text("State of Ohio", y: 290)
      .text("Subscribed and sworn to before me on June 4 2024", y: 310)
      .text("Printed name:", y: 340).rule(y: 380).text("Notary Public", y: 384)
    let typed = try #require(block.text("Pat Example", x: 160, y: 340).first(.notary)?.notary)
    #expect(typed.elements[.officerName]?.writing == .print)
    let written = try #require(
      block.signature(x: 160, y: 332, width: 80, height: 18).first(.notary)?.notary)
    #expect(written.elements[.officerName]?.writing == .hand)
  }
}
