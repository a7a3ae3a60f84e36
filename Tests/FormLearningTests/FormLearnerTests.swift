import Casework
import FormLearning
import PageLayout
import TestSupport
import Testing

@Suite("Places of a blank form")
struct FormLearnerTests {
  /// The only place of what `draw` draws.
  func place(
    _ sourceLocation: SourceLocation = #_sourceLocation, _ draw: (inout DrawnPage) -> Void
  ) throws -> FormPlace {
    let places = learnt(draw).places
    try #require(
      places.count == 1, "\(places.map { ($0.name, $0.kind) })", sourceLocation: sourceLocation)
    #expect(places[0].page == 1, sourceLocation: sourceLocation)
    return places[0]
  }

  @Test("a line behind its label is a place for text")
  func line() throws {
    let place = try place {
      $0.print("Name:", x: 60, y: 100)
      $0.rule(x: 100, y: 110, width: 220)
    }
    #expect(place.kind == .text)
    #expect(place.name == "name")
    #expect(place.labels == ["Name"])
    #expect(place.value == .beside)
    let box = try #require(place.box)
    #expect(abs(box.x - 100) < 2 && abs(box.maxX - 320) < 2 && abs(box.maxY - 110) < 2)
    #expect(box.height > 9 && box.height < 30)
  }

  @Test("a line over its label is a place to sign, by whom its words say")
  func signature() throws {
    for (label, signer) in [
      ("Signature of complainant", Attestation.Role.complainant),
      ("Signature of notary public", .notary), ("Signature of witness", .witness),
    ] {
      let place = try place {
        $0.rule(x: 60, y: 300, width: 240)
        $0.print(label, x: 62, y: 304, height: 7)
      }
      #expect(place.kind == .signature, "\(label)")
      #expect(place.signer == signer, "\(label)")
      #expect(place.labels == [label])
      #expect(place.value == .above)
      #expect(place.date == nil)
    }
  }

  @Test(
    "a date has the part that its label says",
    arguments: [
      ("Date of birth:", DatedFact.Role.birth), ("Date signed:", .signed),
      ("Commission expires:", .commissionExpires), ("Date of incident:", .occurrence),
    ])
  func date(label: String, role: DatedFact.Role) throws {
    let place = try place {
      let label = $0.print(label, x: 60, y: 200)
      $0.rule(x: label.maxX + 6, y: 210, width: 150)
    }
    #expect(place.kind == .date)
    #expect(place.date == role)
    #expect(place.labels == [String(label.dropLast())])
    #expect(place.signer == nil)
  }

  @Test("a square before a word is a box to tick", arguments: [7.5, 8.5, 10, 12, 14])
  func checkBox(side: Double) throws {
    let learnt = learnt {
      $0.frame(Box(x: 100, y: 400, width: side, height: side))
      $0.print("Yes", x: 106 + side, y: 400)
      $0.frame(Box(x: 200, y: 400, width: side, height: side))
      $0.print("No", x: 206 + side, y: 400)
    }
    #expect(learnt.places.map(\.kind) == [.checkBox, .checkBox])
    #expect(learnt.places.map(\.labels) == [["Yes"], ["No"]])
    for (place, x) in zip(learnt.places, [100.0, 200]) {
      let box = try #require(place.box)
      #expect(box.isNear(Box(x: x, y: 400, width: side, height: side)), "\(box)")
      #expect(place.value == nil)
    }
  }

  @Test("squares that touch are one place, a letter in each")
  func comb() throws {
    let place = try place {
      $0.print("Zip", x: 200, y: 486)
      for index in 0..<3 {
        $0.frame(Box(x: 200 + 11 * Double(index), y: 500, width: 12, height: 12))
      }
    }
    #expect(place.kind == .text)
    #expect(place.labels == ["Zip"])
    let box = try #require(place.box)
    #expect(box.isNear(Box(x: 200, y: 500, width: 34, height: 12)), "\(box)")
  }

  @Test("a cell with its label in the corner is written in below it")
  func cell() throws {
    let place = try place {
      $0.frame(Box(x: 60, y: 500, width: 240, height: 40))
      $0.print("Employer", x: 63, y: 503, height: 7)
    }
    #expect(place.kind == .text)
    #expect(place.labels == ["Employer"])
    #expect(place.value == .below)
    let box = try #require(place.box)
    #expect(box.isNear(Box(x: 60, y: 511.5, width: 240, height: 28), tolerance: 4), "\(box)")
  }

  @Test("underlined words and a line across the page are no places")
  func lines() {
    let learnt = learnt {
      let words = $0.print("Important notice", x: 60, y: 200)
      $0.rule(x: 60, y: 211, width: words.width)
      $0.rule(x: 50, y: 400, width: 515)
      $0.print("somewhat further down our explanation begins", x: 50, y: 425)
    }
    #expect(learnt.places.isEmpty, "\(learnt.places.map(\.name))")
  }

  @Test("a page of print alone has no places, and is kept")
  func printAlone() throws {
    let learnt = learnt { _ in }
    #expect(learnt.places.isEmpty)
    let page = try #require(learnt.blank.pages.first)
    #expect(page.ink.bitmap != nil)
    #expect(page.lines.count == 2)
  }

  @Test("two places with one label are named apart")
  func names() {
    let learnt = learnt {
      for y in [200.0, 300] {
        $0.print("Telephone:", x: 60, y: y)
        $0.rule(x: 150, y: y + 10, width: 220)
      }
    }
    #expect(learnt.places.map(\.name) == ["telephone", "telephone-2"])
    #expect(learnt.places.map(\.labels) == [["Telephone"], ["Telephone"]])
  }

  @Test("the largest words are the title, other large ones tell the form's pages")
  func headings() {
    let learnt = learnt {
      $0.print("Complaint against certificant", x: 120, y: 30, height: 14)
      $0.print("Particulars of complainant", x: 50, y: 150, height: 11)
      $0.print("Rev. 1/2020", x: 50, y: 740)
    }
    #expect(learnt.titles == ["Complaint against certificant"])
    #expect(learnt.anchors.contains("Particulars of complainant"))
    #expect(!learnt.anchors.contains("Complaint against certificant"))
    #expect(learnt.edition == "Rev. 1/2020")
    #expect(learnt.continuationPages.isEmpty)
  }

  @Test("pages that continue the statement are known by their heads")
  func continuation() throws {
    var first = DrawnPage()
    first.print("Complaint against certificant", x: 120, y: 30, height: 14)
    var second = DrawnPage()
    second.print("Continuation sheet", x: 120, y: 40)
    second.print("Name:", x: 60, y: 100)
    second.rule(x: 100, y: 110, width: 220)
    second.print("nothing beneath here concerns anybody except our office personnel", x: 50, y: 690)
    let learnt = FormLearner(wording: shippedLexicon.forms).learn(
      [first, second].map { .init(reading: $0.reading, attestations: []) })
    #expect(learnt.continuation == ["Continuation sheet"])
    #expect(learnt.continuationPages == [2])
    #expect(learnt.places.map(\.page) == [2])
    #expect(learnt.blank.pages.count == 2)
  }
}
