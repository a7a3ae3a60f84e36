import Casework
import DatedFacts
import Testing

@Suite("How dates were written")
struct WritingTests {
  @Test("a form field is taken at its word, and the same date printed in its box is no second one")
  func field() throws {
    var page = PageSketch()
    page.line("Date signed: 06/03/2024", y: 100)
    page.field("txtDateSigned", "06/03/2024", Box(x: 145, y: 96, width: 90, height: 18))
    page.field("dateOccurred", "06032024", Box(x: 145, y: 196, width: 90, height: 18))
    page.field("Name", "A. Example", Box(x: 145, y: 296, width: 90, height: 18))
    page.field("Date of Birth", "05/06/1971", Box(x: 145, y: 396, width: 90, height: 18))
    let facts = try DateFinderTests.facts([(page, .form)])
    #expect(facts.map(\.role) == [.signed, .occurrence, .birth])
    #expect(facts.map(\.writing) == [.field, .field, .field])
    #expect(facts[0].readings == [DateReading(day("2024-06-03"), confidence: 0.98)])
    #expect(facts[1].readings.map(\.earliest) == [day("2024-06-03")])
    #expect(facts[2].readings.isEmpty)
  }

  @Test(
    "of a date that the file and its page give differently both readings are kept, neither sure")
  func contested() throws {
    var page = PageSketch()
    page.line("Date signed: March 15, 2024", y: 100)
    let year = try #require(page.reading.words.last?.box)
    page.edit { $0.contradictions = [Contradiction(box: year, said: "2019", seen: "2024,")] }
    let fact = try #require(DateFinderTests.facts([(page, .form)]).first)
    #expect(fact.readings.map(\.earliest) == [day("2024-03-15"), day("2019-03-15")])
    #expect(fact.readings.allSatisfy { $0.confidence <= 0.5 })
  }

  @Test("of a field that shows another date than its value both are dated, neither surely")
  func contestedField() throws {
    let box = Box(x: 145, y: 96, width: 150, height: 18)
    var page = PageSketch()
    page.field("txtDateSigned", "March 15, 2019", box)
    page.line("March 15, 2024", x: 150, y: 100)
    page.edit {
      $0.contradictions = [
        Contradiction(box: box, said: "March 15, 2019", seen: "March 15, 2024")
      ]
    }
    let facts = try DateFinderTests.facts([(page, .form)])
    #expect(facts.map(\.writing) == [.field, .print])
    for fact in facts {
      #expect(
        Set(fact.readings.map(\.earliest)) == [day("2024-03-15"), day("2019-03-15")])
      #expect(fact.readings.allSatisfy { $0.confidence <= 0.5 })
    }
  }

  @Test("a field of a page that was turned upright is not turned again")
  func turnedField() throws {
    var page = PageSketch()
    page.edit { reading in
      reading.rotation = 90
      (reading.width, reading.height) = (792, 612)
    }
    page.field("Date signed", "06/03/2024", Box(x: 100, y: 50, width: 80, height: 20))
    let facts = try DateFinderTests.facts([(page, .form)])
    #expect(facts.map(\.place.box) == [Box(x: 100, y: 50, width: 80, height: 20)])
  }

  @Test("a labelled field with something else than a date is a fact without readings")
  func unreadField() throws {
    var page = PageSketch()
    page.field("Date signed", "6th of 24", Box(x: 145, y: 96, width: 90, height: 18))
    page.field("Date of occurrence to", "ongoing", Box(x: 145, y: 196, width: 90, height: 18))
    let facts = try DateFinderTests.facts([(page, .form)])
    #expect(facts.map(\.role) == [.signed, .occurrence])
    #expect(facts.allSatisfy { $0.readings.isEmpty && $0.writing == .field })
    #expect(facts.map(\.isOpenEnded) == [false, true])
  }

  @Test("sharp print has one reading")
  func print() throws {
    var page = PageSketch()
    page.line("Dated: June 13, 2024", y: 100)
    let fact = try #require(DateFinderTests.facts([(page, .form)]).first)
    #expect(fact.writing == .print)
    #expect(fact.readings.count == 1)
    #expect(fact.readings[0].confidence > 0.85)
  }

  @Test("doubtful print keeps its reading first and gets those of look-alikes")
  func doubtfulPrint() throws {
    var page = PageSketch()
    page.line("Dated: June 13, 2024", y: 100)
    page.change("13,", confidence: 0.7)
    let fact = try #require(DateFinderTests.facts([(page, .form)]).first)
    #expect(fact.writing == .print)
    #expect(fact.readings.map(\.earliest).contains(day("2024-06-18")))
    #expect(fact.readings[0].earliest == day("2024-06-13"))
    #expect(fact.readings.reduce(0) { $0 + $1.confidence } <= 1)
  }

  @Test(
    "a date by hand is never one sure reading, however sure the recognition is",
    arguments: [("2025", "2024-06-17"), ("2024", "2024-06-12"), ("2024", "2024-06-17")])
  func hand(year: String, truth: String) throws {
    var page = PageSketch()
    page.line("Subscribed and sworn to before me on June 17, \(year)", y: 100)
    page.change("17,", confidence: 0.72, y: 94, height: 19)
    page.change(year, confidence: 0.95, y: 95, height: 18)
    let fact = try #require(DateFinderTests.facts([(page, .form)]).first)
    #expect(fact.writing == .hand)
    #expect(fact.readings.count > 4)
    #expect(fact.readings.map(\.earliest).contains(day(truth)))
    #expect(fact.readings.allSatisfy { $0.confidence <= 0.5 })
    #expect(fact.readings.reduce(0) { $0 + $1.confidence } <= 1)
  }

  @Test("ink over the words that was not recognised as print is handwriting")
  func marked() throws {
    var page = PageSketch()
    page.line("Dated: 06/13/2024", y: 100, confidence: 0.95)
    page.change("06/13/2024", confidence: 0.6)
    page.mark(Box(x: 110, y: 96, width: 70, height: 20))
    let fact = try #require(DateFinderTests.facts([(page, .form)]).first)
    #expect(fact.writing == .hand)
    #expect(fact.readings.count > 4)
  }

  @Test("handwriting that was hardly read at all says no day")
  func hopeless() throws {
    var page = PageSketch()
    page.line("Dated: 06/13/2024", y: 100)
    page.change("06/13/2024", confidence: 0.1, y: 92, height: 20)
    let fact = try #require(DateFinderTests.facts([(page, .form)]).first)
    #expect(fact.writing == .hand)
    #expect(fact.readings.isEmpty)
  }

  @Test("print that got no confidence is believed where the document says the same elsewhere")
  func borneOut() throws {
    var first = PageSketch()
    first.line("Dated: June 3, 2024", y: 100)
    var second = PageSketch()
    second.line("Subscribed and sworn to before me this 5th day of July, 2024 , by", y: 100)
    second.change("2024", confidence: 0)
    let facts = try DateFinderTests.facts([(first, .form), (second, .form)])
    #expect(facts.map(\.readings.count) == [1, 1])
    #expect(facts[1].writing == .print)
    let alone = try DateFinderTests.facts([(second, .form)])
    #expect(alone.count == 1)
    #expect(alone[0].readings.count > 1)
  }

  @Test("a line that slopes on the scan is not handwriting")
  func sloping() throws {
    var page = PageSketch()
    page.line("Subscribed and sworn to before me this 5 day of July, 2024 in town", y: 100)
    page.edit { reading in
      for word in reading.lines[0].words.indices {
        reading.lines[0].words[word].box.y -= reading.lines[0].words[word].box.x * 0.02
      }
    }
    page.change("2024", confidence: 0.7)
    let fact = try #require(DateFinderTests.facts([(page, .form)]).first)
    #expect(fact.writing == .print)
  }

  @Test("a tall heading is not handwriting")
  func heading() throws {
    var page = PageSketch()
    page.line("Minutes of the meeting on June 13, 2024", y: 60, height: 22)
    for row in 0..<6 { page.line("and here the small print goes on", y: 100 + 14 * Double(row)) }
    let fact = try #require(DateFinderTests.facts([(page, .supporting)]).first)
    #expect(fact.writing == .print)
    #expect(fact.readings.count == 1)
  }

  private func day(_ text: String) -> CivilDate {
    guard let date = CivilDate(text) else { preconditionFailure("\(text) is no date") }
    return date
  }
}
