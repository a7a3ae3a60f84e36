import Casework
import DatedFacts
import TestSupport
import Testing

import struct Foundation.Data
import class Foundation.JSONDecoder

@Suite("Dates on pages")
struct DateFinderTests {
  static let form = #"""
    {
      "id": "example", "program": "ccm", "titles": ["Example Form"], "anchors": [],
      "continuation": [], "selfReport": [], "fieldLabels": {}, "places": [], "continuationPages": [],
      "signatureLabels": {"complainant": [], "notary": [], "witness": []},
      "dateLabels": {
        "occurrence": ["Date of occurrence", "Dates of occurrence", "Occurred from", "Occurred to"],
        "learned": ["Date first learned", "Known to you since"], "signed": ["Date signed", "Dated"],
        "notarized": ["Subscribed and sworn to before me"],
        "commission-expires": ["My commission expires"], "received": ["Received", "Filed"],
        "birth": ["Date of birth"], "form-revision": ["Rev"]
      }
    }
    """#

  static func facts(
    _ pages: [(PageSketch, PageRole)], attestations: [Attestation] = [],
    survey: DocumentSurvey = DocumentSurvey(state: .opened), order: DatePolicy.Order = .monthFirst
  ) throws -> [DatedFact] {
    let form = try JSONDecoder().decode(FormDescription.self, from: Data(Self.form.utf8))
    let document = DocumentID(position: 1)
    let outcomes = pages.enumerated().map { index, page in
      PageOutcome(
        page: PageReference(document: document, page: index + 1), state: .read,
        reading: page.0.reading)
    }
    let classified = pages.enumerated().map { index, page in
      ClassifiedPage(
        page: PageReference(document: document, page: index + 1), role: page.1, confidence: 1,
        reason: "")
    }
    let facts = CaseFacts.DocumentFacts(
      ingested: IngestedDocument(
        id: document, sha256: Digest(rawValue: ""), byteCount: 1, mediaType: .pdf),
      survey: survey, pages: outcomes)
    return DateFinder(
      forms: [form], policy: DatePolicy(order: order, twoDigitYearsUntil: 2049),
      lexicon: shippedLexicon
    )
    .facts(
      in: [facts],
      classification: Classification(
        program: nil, kind: .complaint, pages: classified),
      attestations: attestations)
  }

  private static func summary(_ facts: [DatedFact]) -> [String] {
    facts.map { fact in
      "\(fact.role.rawValue) \(fact.readings.first?.earliest.description ?? "-")"
        + (fact.isOpenEnded ? " ->" : "")
    }
  }

  @Test("labels before, above and below a date give it its part")
  func labels() throws {
    var page = PageSketch()
    page.line("Example Form", y: 40)
    page.line("Date of occurrence: 06/03/2024      Date first learned: 06/10/2024", y: 100)
    page.line("Date signed", y: 300)
    page.line("07/01/2024", y: 314)
    page.line("07/02/2024", y: 500)
    page.line("Date signed", y: 516)
    page.line("Date of birth 05/06/1971", y: 600)
    #expect(
      try Self.summary(Self.facts([(page, .form)])) == [
        "occurrence 2024-06-03", "learned 2024-06-10", "signed 2024-07-01", "signed 2024-07-02",
        "birth -",
      ])
  }

  @Test("in a row of cells every date belongs to the label above it")
  func rowOfCells() throws {
    var page = PageSketch()
    page.line("Occurred from               Occurred to                 Date first learned", y: 100)
    page.line("April 18, 2024              April 19, 2024              April 29, 2024", y: 114)
    #expect(
      try Self.summary(Self.facts([(page, .form)])) == [
        "occurrence 2024-04-18", "occurrence 2024-04-19", "learned 2024-04-29",
      ])
  }

  @Test("ids count through the pages, and boxes go around the words")
  func idsAndBoxes() throws {
    var first = PageSketch()
    first.line("Dated: June 3, 2024", y: 100)
    var second = PageSketch()
    second.line("Dated: 06/04/2024", y: 200)
    let facts = try Self.facts([(first, .form), (second, .supporting)])
    #expect(Set(facts.map(\.id)).count == 2)
    #expect(facts.map(\.place.page.page) == [1, 2])
    #expect(facts[0].place.box == Box(x: 114, y: 100, width: 72, height: 10))
    #expect(facts[0].text == "June 3, 2024")
  }

  @Test("a date that is broken over two lines is one date")
  func wrapped() throws {
    var page = PageSketch()
    page.line("Subscribed and sworn to before me by the affiant this 3rd day", y: 100)
    page.line("of June, 2024, in the county aforesaid.", y: 114)
    let facts = try Self.facts([(page, .certificate)])
    #expect(Self.summary(facts) == ["notarized 2024-06-03"])
    #expect(facts[0].place.box.height == 24)
  }

  @Test("lines of different blocks are not joined")
  func notWrapped() throws {
    var page = PageSketch()
    page.line("We were there on June 3,", y: 100)
    page.line("2024 was a good year", y: 400)
    #expect(try Self.facts([(page, .supporting)]).isEmpty)
  }

  @Test("the date of the act and the end of the commission keep apart, also within a notary block")
  func notaryBlock() throws {
    var page = PageSketch()
    page.line("State of New Jersey, County of Burlington", y: 500)
    page.line("Sworn to before me this 3rd day of June, 2024", y: 520)
    page.line("Notary Public", y: 560)
    page.line("06/30/2027", x: 300, y: 560)
    let block = Attestation(
      id: FindingID(rawValue: "a1"), kind: .notary, role: .notary, state: .present, confidence: 1,
      place: Place(page: .first, box: Box(x: 60, y: 490, width: 400, height: 100)),
      notary: NotaryBlock(
        act: .jurat,
        elements: [
          .commissionExpires: .init(
            state: .present, text: "06/30/2027", box: Box(x: 290, y: 555, width: 100, height: 20))
        ]),
      reason: "")
    #expect(
      try Self.summary(Self.facts([(page, .form)], attestations: [block])) == [
        "notarized 2024-06-03", "commission-expires 2027-06-30",
      ])
  }

  @Test("exhibits say nothing of occurrence in their sentences, and the complaint's pages do")
  func exhibits() throws {
    var page = PageSketch()
    page.line("April 2, 2024", y: 60)
    page.line("The incident occurred on March 3, 2024 at the clinic.", y: 200)
    #expect(
      try Self.summary(Self.facts([(page, .supporting)])) == [
        "other 2024-04-02", "other 2024-03-03",
      ])
    #expect(
      try Self.summary(Self.facts([(page, .continuation)])) == [
        "other 2024-04-02", "occurrence 2024-03-03",
      ])
  }

  @Test("stamps, fax headers, footers and envelopes are told apart")
  func places() throws {
    var page = PageSketch()
    page.line("06/05/2024 10:22 FAX 8565550100 P. 1", y: 12)
    page.line("RECEIVED", x: 400, y: 60)
    page.line("JUN 07 2024", x: 396, y: 76)
    page.line("Filed 06/08/24 Page 1 of 2", y: 120)
    page.line("Form 12 (Rev. 01/2014)", y: 770)
    #expect(
      try Self.summary(Self.facts([(page, .form)])) == [
        "other 2024-06-05", "received 2024-06-07", "received 2024-06-08",
        "form-revision 2014-01-01",
      ])
    var envelope = PageSketch()
    envelope.line("US POSTAGE 06/06/2024 $1.20", x: 400, y: 60)
    #expect(try Self.summary(Self.facts([(envelope, .envelope)])) == ["postmark 2024-06-06"])
  }

  @Test(
    "words beside a labelled date of which nothing was made are kept with it",
    arguments: [
      ("Occurred from: 04/18/2022", nil),
      ("Occurred from: Monday, 04/18/2022 at 9:30 am", nil),
      ("Occurred from: 04/18/2022      Occurred to: 04/20/2022", nil),
      ("Occurred from: 04/18/2022      where: Millhaven, New Jersey", nil),
      ("Occurred from: 04/18/2022 and whenever she rang me", "and whenever she rang me"),
      ("Occurred from: not long following 04/18/2022", "not long"),
      ("Occurred from: 04/18/2022 (Lent)", "(Lent)"),
    ] as [(String, String?)])
  func wordsBeside(line: String, expected: String?) throws {
    var page = PageSketch()
    page.line(line, y: 100)
    let acts = try Self.facts([(page, .form)]).filter { $0.role == .occurrence }
    #expect(acts.first?.isLabelled == true)
    #expect(acts.first?.wordsBeside == expected)
  }

  @Test("what else stands in a field of the document is kept with its date")
  func wordsBesideInField() throws {
    var page = PageSketch()
    page.line("Occurred from", y: 88)
    page.field(
      "occurred_from", "04/18/2022, monthly", Box(x: 72, y: 100, width: 120, height: 14))
    let fact = try #require(try Self.facts([(page, .form)]).first { $0.writing == .field })
    #expect(fact.wordsBeside == ", monthly")
  }

  @Test("the blanks of a certificate are one date, however wide they are")
  func wideBlanks() throws {
    var page = PageSketch()
    page.line("Subscribed and sworn to before me on the 26th", y: 100)
    page.line("day of June", x: 370, y: 100)
    page.line(", 2021", x: 525, y: 100)
    let facts = try Self.facts([(page, .form)])
    #expect(Self.summary(facts) == ["notarized 2021-06-26"])
  }

  @Test("values of one row stand on one side of their labels")
  func sideOfRow() throws {
    var page = PageSketch()
    page.line("10/14/2020", x: 54, y: 248)
    page.line("10/15/2020", x: 392, y: 248)
    page.line("Occurred from", x: 54, y: 262)
    page.line("Occurred to", x: 216, y: 262)
    page.line("Date first learned", x: 392, y: 262)
    page.line("At my home", x: 216, y: 278)
    let facts = try Self.facts([(page, .form)])
    #expect(Self.summary(facts) == ["occurrence 2020-10-14", "learned 2020-10-15"])
  }

  @Test("a word of the label before a date is none of the date's")
  func labelBeforeDate() throws {
    var page = PageSketch()
    page.line("Known to you since 06/10/2024", y: 100)
    #expect(Self.summary(try Self.facts([(page, .form)])) == ["learned 2024-06-10"])
  }

  @Test("a bare Date belongs to the signature beside it")
  func bareDate() throws {
    var page = PageSketch()
    page.line("Signature of complainant            Date 06/03/2024", y: 600)
    page.line("Signature of notary                 Date 06/04/2024", y: 700)
    func signature(_ id: String, _ role: Attestation.Role, y: Double) -> Attestation {
      Attestation(
        id: FindingID(rawValue: id), kind: .signature, role: role, state: .present, confidence: 1,
        place: Place(page: .first, box: Box(x: 72, y: y, width: 150, height: 24)), reason: "")
    }
    let attestations = [
      signature("a1", .complainant, y: 590), signature("a2", .notary, y: 690),
    ]
    #expect(
      try Self.summary(Self.facts([(page, .form)], attestations: attestations)) == [
        "signed 2024-06-03", "notarized 2024-06-04",
      ])
  }

  @Test("being first on the page is worth nothing")
  func firstOnPage() throws {
    var page = PageSketch()
    page.line("06/03/2024", y: 40)
    page.line("a letter of 06/04/2024", y: 200)
    #expect(
      try Self.summary(Self.facts([(page, .form)])) == ["other 2024-06-03", "other 2024-06-04"])
  }

  @Test("every date of a list after one label has the label's part")
  func list() throws {
    var page = PageSketch()
    page.line("Dates of occurrence: 06/03/2024, 06/10/2024 and 06/12/2024", y: 100)
    #expect(
      try Self.summary(Self.facts([(page, .form)])) == [
        "occurrence 2024-06-03", "occurrence 2024-06-10", "occurrence 2024-06-12",
      ])
  }

  @Test("an end that is said to be the present is an occurrence without one")
  func ongoing() throws {
    var page = PageSketch()
    page.line("Occurred from: 06/03/2024", y: 100)
    page.line("Occurred to: ongoing", y: 140)
    let facts = try Self.facts([(page, .form)])
    #expect(Self.summary(facts) == ["occurrence 2024-06-03", "occurrence - ->"])
  }

  @Test("an empty place is no finding; one with writing that cannot be read is, without readings")
  func unreadPlaces() throws {
    var page = PageSketch()
    page.line("Date signed: ____________", y: 100)
    #expect(try Self.facts([(page, .form)]).isEmpty)
    page.mark(Box(x: 170, y: 94, width: 60, height: 16))
    let facts = try Self.facts([(page, .form)])
    #expect(Self.summary(facts) == ["signed -"])
    #expect(facts.map(\.writing) == [.hand])
  }

  @Test("handwriting in the cell under a label is an unread date; print and nothing are not")
  func unreadCells() throws {
    var page = PageSketch()
    page.line("Occurred from               Occurred to                 Date first learned", y: 100)
    for row in 0..<4 { page.line("the small print of the form", y: 200 + 14 * Double(row)) }
    #expect(try Self.facts([(page, .form)]).isEmpty)
    page.line("hel 9, 2024", y: 113, confidence: 0.7, height: 16)
    let facts = try Self.facts([(page, .form)])
    #expect(Self.summary(facts) == ["occurrence -"])
    #expect(facts.map(\.text) == ["hel 9, 2024"])
    #expect(facts.map(\.writing) == [.hand])
  }

  @Test("an answer under a label of occurrences that is no date is not overlooked")
  func answersWithoutDate() throws {
    var page = PageSketch()
    page.line("Occurred from    Occurred to    Date first learned", y: 100)
    page.line("06/03/2024", x: 72, y: 112)
    page.line("current", x: 174, y: 118)
    page.line("06/10/2024", x: 264, y: 112)
    let facts = try Self.facts([(page, .form)])
    #expect(
      Self.summary(facts).sorted() == [
        "learned 2024-06-10", "occurrence - ->", "occurrence 2024-06-03",
      ])
    var other = PageSketch()
    other.line("Occurred to", x: 174, y: 100)
    other.line("see attached", x: 174, y: 112)
    #expect(try Self.summary(Self.facts([(other, .form)])) == ["occurrence -"])
    var heading = PageSketch()
    heading.line("Dates of occurrence", y: 100)
    heading.line("Occurred from    Occurred to", y: 112)
    #expect(try Self.facts([(heading, .form)]).isEmpty)
  }

  @Test("what a program filled into the blanks of a sentence is read with it")
  func filledBlanks() throws {
    var page = PageSketch()
    page.line("Subscribed and sworn to before me this", x: 72, y: 100)
    page.line("A. Signer", x: 500, y: 100)
    page.line("10th", x: 310, y: 100)
    page.line("day of June", x: 345, y: 100)
    page.line(", 2024", x: 415, y: 100)
    page.line(", by", x: 465, y: 100)
    page.edit { reading in
      reading.textSource = .pdf
      for line in reading.lines.indices {
        for word in reading.lines[line].words.indices {
          reading.lines[line].words[word].source = .pdf
        }
      }
    }
    let facts = try Self.facts([(page, .form)])
    #expect(Self.summary(facts) == ["notarized 2024-06-10"])
    #expect(facts.map(\.writing) == [.print])
  }

  @Test("a story on the complaint says nothing of when the complaint was filed")
  func stories() throws {
    var page = PageSketch()
    page.line(
      "The plan was signed on 06/03/2023 and then revised on 06/13/2023 by her office.", y: 100)
    page.line("Received 06/20/2023 in the mail: a letter that I did not expect at all.", y: 200)
    page.line("RECEIVED 07/01/2024", y: 300)
    page.line("Rev. 06/2015", y: 700)
    page.field(
      "facts",
      "It happened on 06/03/2023 and I have waited ever since. Received 06/20/2023: a letter.",
      Box(x: 72, y: 400, width: 400, height: 100))
    let facts = try Self.facts([(page, .form)])
    #expect(
      Self.summary(facts) == [
        "other 2023-06-03", "other 2023-06-13", "other 2023-06-20", "received 2024-07-01",
        "occurrence 2023-06-03", "other 2023-06-20", "form-revision 2015-06-01",
      ])
  }

  // MARK: - What the paper shows

  private static func readings(_ facts: [DatedFact]) -> [[String]] {
    facts.map { $0.readings.map(\.earliest.description) }
  }

  @Test(
    "other dates of an exhibit, or its paper, show which number is the month",
    arguments: ["Reviewed 03/24/2021", "STATE OF NEW YORK", "Millhaven, NJ 08054"])
  func shownOrder(line: String) throws {
    var page = PageSketch()
    page.line("Report of 03/08/2021", y: 100)
    page.line(line, y: 200)
    let facts = try Self.facts([(page, .supporting)], order: .both)
    #expect(Self.readings(facts).first == ["2021-03-08"])
  }

  @Test("a complaint's own pages keep both orders, and so does paper that contradicts itself")
  func openOrder() throws {
    var page = PageSketch()
    page.line("Report of 03/08/2021", y: 100)
    page.line("STATE OF NEW YORK, 03/24/2021", y: 200)
    let form = try Self.facts([(page, .form)], order: .both)
    #expect(Self.readings(form).first == ["2021-03-08", "2021-08-03"])
    page.line("Seen on 24/03/2021", y: 300)
    let exhibit = try Self.facts([(page, .supporting)], order: .both)
    #expect(Self.readings(exhibit).first == ["2021-03-08", "2021-08-03"])
  }

  @Test("a day without its year on the complaint is one of the years that the document names")
  func withoutYear() throws {
    var page = PageSketch()
    page.line("Date of occurrence: 06/03/2023", y: 100)
    page.line("My letter is of May 24, 2024.", y: 200)
    page.line("On July 9 she did it again.", y: 300)
    page.line("It was on June 3 that I saw it.", y: 400)
    let facts = try Self.facts([(page, .form)])
    #expect(
      Self.readings(facts) == [
        ["2023-06-03"], ["2024-05-24"], ["2023-07-09", "2024-07-09"], ["2023-06-03"],
      ])
    #expect(try Self.facts([(page, .supporting)]).count == 2)
  }

  @Test(
    "the office in a recorder's stamp makes its date one of receipt, and in a sentence it does not")
  func recorder() throws {
    var page = PageSketch()
    page.line("that certain Declaration dated April 3, 1992 and held by the", y: 100)
    page.line("Register of Deeds of said County in its Book Seven of Plats", y: 112)
    page.line("APR 14 1975 AT", x: 150, y: 500)
    page.line("A. B. Clerk, Register of Deeds", y: 512)
    let facts = try Self.facts([(page, .supporting)])
    #expect(Self.summary(facts) == ["other 1992-04-03", "received 1975-04-14"])
  }

  @Test("a year in passing is no fact, and as the time of an act it is")
  func yearInPassing() throws {
    var page = PageSketch()
    page.line("I have been a client since my move in 2019.", y: 100)
    page.line("It happened again in 2023.", y: 200)
    let facts = try Self.facts([(page, .form)])
    #expect(Self.summary(facts) == ["occurrence 2023-01-01"])
  }

  @Test("a typed date is not handwriting for the slash in it")
  func tallSlashes() throws {
    var page = PageSketch()
    for row in 0..<6 {
      page.line("the form has small print of this height", y: 100 + 12 * Double(row))
    }
    page.line("03/24/2021", y: 300, confidence: 0.7, height: 16)
    page.line("March 24 2021", y: 400, confidence: 0.7, height: 16)
    let facts = try Self.facts([(page, .supporting)])
    #expect(facts.map(\.writing) == [.print, .hand])
  }
}
