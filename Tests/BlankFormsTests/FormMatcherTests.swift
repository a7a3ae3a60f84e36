import BlankForms
import Casework
import TestSupport
import Testing

@Suite("Pages laid over a blank form")
struct FormMatcherTests {
  static let matcher = FormMatcher(forms: [DrawnForm().description()])

  func match(_ page: DrawnPage) throws -> MatchedPage {
    let match = try #require(Self.matcher.match(page.reading))
    #expect(match.form == "drawn")
    #expect(match.page == 1)
    #expect(match.places.map(\.place.name) == DrawnForm.places.map(\.name))
    return match
  }

  func state(of name: String, in match: MatchedPage) throws -> Attestation.State {
    try #require(match.places.first { $0.place.name == name }).state
  }

  @Test("the blank itself has nothing filled in")
  func blank() throws {
    let match = try match(DrawnForm().page)
    for place in match.places {
      #expect(place.state == .blank, "\(place.place.name): \(place.reason)")
      #expect(place.content.ink == 0)
    }
    #expect(match.rivals.isEmpty)
    #expect(match.registration.wordsFound == 1)
  }

  static let sheets = [
    SheetPosition(), SheetPosition(degrees: 1.2), SheetPosition(degrees: -1.2),
    SheetPosition(scale: 0.97), SheetPosition(right: 15, down: 15),
    SheetPosition(right: -15, down: 0.7),
    SheetPosition(degrees: 0.8, scale: 0.97, right: -9, down: 11),
  ]

  @Test("filled in, it is found however it lay in the scanner", arguments: sheets)
  func laid(sheet: SheetPosition) throws {
    let match = try match(DrawnForm().filledPage.laid(sheet))
    for place in match.places {
      let wanted: Attestation.State =
        DrawnForm.filled.contains(place.place.name) ? .present : .blank
      #expect(place.state == wanted, "\(place.place.name): \(place.reason)")
    }
  }

  @Test("where it lies is known on the page", arguments: sheets)
  func places(sheet: SheetPosition) throws {
    // A mark is drawn where the place is, and laid as the page is.
    var page = DrawnForm().filledPage
    let boxes = try DrawnForm.places.map { try #require($0.box) }
    page.marks = boxes.map { mark($0) }
    let moved = page.laid(sheet)
    let match = try match(moved)
    for (place, mark) in zip(match.places, moved.marks) {
      let (found, wanted) = (place.content.place, mark.box)
      #expect(abs(found.midX - wanted.midX) < 2 && abs(found.midY - wanted.midY) < 2)
      if DrawnForm.filled.contains(place.place.name) {
        let ink = try #require(place.content.box, "\(place.place.name)")
        #expect(ink.intersection(found) != nil, "\(place.place.name)")
      } else {
        #expect(place.content.box == nil, "\(place.place.name)")
      }
    }
  }

  @Test("of a page that is half there, nothing is said of the other half")
  func half() throws {
    let match = try match(DrawnForm().filledPage.cut(below: 370))
    for place in match.places {
      let name = place.place.name
      let isMissing = try #require(place.place.box).y > 370
      let wanted: Attestation.State =
        isMissing ? .uncertain : DrawnForm.filled.contains(name) ? .present : .blank
      #expect(place.state == wanted, "\(name): \(place.reason)")
    }
  }

  @Test("a place that the sheet ends above is not blank, though the print over it is there")
  func cutOff() throws {
    let page = DrawnForm().filledPage.cut(below: DrawnForm.top(8) + 12)
    let match = try match(page)
    #expect(try state(of: "witness", in: match) != .blank)
    #expect(try state(of: "employer", in: match) == .blank)
  }

  @Test("a page of other words is none of the form's, nor one of its words in other places")
  func others() {
    let everything = Set(0...9)
    let other = DrawnForm(otherRows: everything, otherLabels: everything).page
    #expect(Self.matcher.match(other.reading) == nil)
    var words = DrawnForm().page.reading.words.map(\.text)
    var dice = Dice(seed: 11)
    words.shuffle(using: &dice)
    var shuffled = DrawnPage()
    for row in stride(from: 0, to: words.count, by: 6) {
      shuffled.print(
        words[row..<min(row + 6, words.count)].joined(separator: " "), x: 60,
        y: 80 + 8 * Double(row))
    }
    #expect(Self.matcher.match(shuffled.reading) == nil)
    #expect(Self.matcher.match(DrawnPage().reading) == nil)
    #expect(FormMatcher(forms: []).match(DrawnForm().page.reading) == nil)
  }

  @Test("a page whose ink was not kept is not matched")
  func withoutInk() {
    var reading = DrawnForm().page.reading
    reading.ink = nil
    #expect(Self.matcher.match(reading) == nil)
  }

  @Test("an empty place with other print around it is not called blank")
  func otherSurroundings() throws {
    let page = DrawnForm(otherRows: [1, 2], otherLabels: [1]).page
    let match = try match(page)
    #expect(try state(of: "telephone", in: match) != .blank)
    #expect(try state(of: "employer", in: match) == .blank)
  }

  @Test("a place full of specks, as pale writing leaves them, is not called blank")
  func specksInPlace() throws {
    var page = DrawnForm().page
    for row in 0..<4 {
      for column in 0..<14 {
        page.speck(
          x: 245 + 15 * Double(column), y: DrawnForm.top(1) + 19 + 3.5 * Double(row))
      }
    }
    let match = try match(page)
    #expect(try state(of: "telephone", in: match) != .blank)
    #expect(try state(of: "employer", in: match) == .blank)
    #expect(try state(of: "pending", in: match) == .blank)
  }

  @Test("a handful of specks all over the page are dirt, one in each empty place included")
  func dirt() throws {
    var page = DrawnForm().filledPage
    for row in [1, 6, 8] { page.speck(x: 330, y: DrawnForm.top(row) + 24) }
    page.speck(x: 307, y: DrawnForm.top(3) + 29)
    for y in stride(from: 100.0, to: 780, by: 85) {
      page.speck(x: 30, y: y)
      page.speck(x: 575, y: y + 20)
    }
    let match = try match(page)
    for name in DrawnForm.empty {
      #expect(try state(of: name, in: match) == .blank, "\(name)")
    }
    for name in DrawnForm.filled {
      #expect(try state(of: name, in: match) == .present, "\(name)")
    }
  }

  @Test("a little ink that is no speck is neither blank nor surely writing")
  func aLittle() throws {
    var page = DrawnForm().page
    page.rule(x: 300, y: DrawnForm.top(6) + 25, width: 4, thickness: 1)
    #expect(try state(of: "employer", in: match(page)) == .uncertain)
  }

  // MARK: - Which form

  @Test("of two forms that share most of their print, the page's own is found")
  func twins() throws {
    let twin = DrawnForm(otherRows: [0, 4, 9], otherLabels: [1])
    let forms = FormMatcher(forms: [DrawnForm().description("one"), twin.description("two")])
    let one = try #require(forms.match(DrawnForm().filledPage.reading))
    #expect(one.form == "one")
    #expect(one.rivals.isEmpty)
    let two = try #require(forms.match(twin.filledPage.reading))
    #expect(two.form == "two")
    #expect(two.rivals.isEmpty)
    // Else it would not have been a choice.
    let alone = FormMatcher(forms: [DrawnForm().description("one")])
    #expect(alone.match(twin.filledPage.reading)?.form == "one")
  }

  @Test("a form that is nearly alike is named as a rival")
  func rivals() throws {
    let twin = DrawnForm(otherLabels: [8])
    let forms = FormMatcher(forms: [DrawnForm().description("one"), twin.description("two")])
    for (page, own, rival) in [
      (DrawnForm().filledPage, "one", "two"), (twin.filledPage, "two", "one"),
    ] {
      let match = try #require(forms.match(page.reading))
      #expect(match.form == own)
      #expect(match.rivals.map(\.form) == [rival])
      #expect(match.rivals.map(\.page) == [1])
    }
  }

  @Test("of a form's pages the right one is found, and only its places are judged")
  func pages() throws {
    let second = DrawnForm(otherRows: Set(0...9), otherLabels: Set(0...9))
    var form = DrawnForm().description()
    form.blank = BlankForm(pages: [DrawnForm().page.blank, second.page.blank])
    form.places[0].page = 2
    let matcher = FormMatcher(forms: [form])
    let one = try #require(matcher.match(DrawnForm().filledPage.reading))
    #expect(one.page == 1)
    #expect(one.places.map(\.place.name) == DrawnForm.places.dropFirst().map(\.name))
    let two = try #require(matcher.match(second.filledPage.reading))
    #expect(two.page == 2)
    #expect(two.places.map(\.place.name) == ["name"])
    #expect(two.places.map(\.state) == [.present])
  }

  // MARK: - Marks

  func mark(_ box: Box) -> Mark {
    Mark(
      box: box, inkArea: 20, strokeWidth: 1, pieceCount: 4, largestPieceWidth: box.width / 2,
      largestPieceHeight: box.height / 2, eulerNumber: 1, saturation: 0, darkness: 0.9)
  }

  @Test("marks that are the form's own print are told from what was written", arguments: sheets)
  func marks(sheet: SheetPosition) throws {
    var page = DrawnForm().filledPage
    page.marks = [mark(DrawnForm.title), mark(DrawnForm.signature)]
    let moved = page.laid(sheet)
    let match = try match(moved)
    #expect(match.printedMarks == [moved.marks[0]])
  }

  @Test("a place is found by a box on the page, if it is of a kind that was asked for")
  func placeAtBox() throws {
    let match = try match(DrawnForm().filledPage)
    let found = match.place(at: DrawnForm.signature, of: [.signature, .date])
    #expect(found?.place.name == "signature")
    #expect(match.place(at: DrawnForm.signature, of: [.text]) == nil)
    #expect(match.place(at: DrawnForm.title, of: Set(FormPlace.Kind.allCases)) == nil)
  }
}
