import Casework
import DatedFacts
import IdentityMasking
import Testing

@Suite("Masking of birth dates and identity numbers")
struct IdentityMaskingTests {
  @Test(
    "they become blocks of the same length",
    arguments: [
      ("Date of birth: 05/06/1971.", "Date of birth: ██/██/████."),
      ("DOB 5-6-71, signed 06/03/2024", "DOB █-█-██, signed 06/03/2024"),
      ("born on June 3, 1971 in Trenton", "born on ████ █, ████ in Trenton"),
      ("SSN 123-45-6789", "SSN ███-██-████"), ("number 123-45-6789", "number ███-██-████"),
      ("SSN: 123456789", "SSN: █████████"), ("SSN 123 45 6789", "SSN ███ ██ ████"),
      ("xxx-xx-6789", "███-██-████"),
      ("Social Security No. 123-4S-67B9", "Social Security No. ███-██-████"),
      ("last four of SSN: 6789", "last four of SSN: ████"),
      ("hello 123-45-6789", "hello ███-██-████"), ("DOB: 05061971", "DOB: ████████"),
    ])
  func masked(text: String, expected: String) {
    #expect(IdentityMask.masked(text) == expected)
    #expect(IdentityMask.masked(text).count == text.count)
  }

  @Test(
    "everything else stays",
    arguments: [
      "Date signed: 06/03/2024", "Call 856-380-6836", "Call (856) 380-6836",
      "My commission expires 06/30/2027", "Rule 3, S 5", "Case 123-45-678",
      "08054-1234 Mt. Laurel", "account 123456789", "the 123 45 6789 ways", "",
    ])
  func kept(text: String) { #expect(IdentityMask.masked(text) == text) }

  @Test("in a reading the words keep their boxes, also where a number breaks over lines")
  func reading() {
    var page = PageSketch()
    page.line("Name A. Example  Date of birth 05/06/1971", y: 100)
    page.line("SSN 123-45-6789 signed 06/03/2024", y: 140)
    page.line("I was born on June", y: 200)
    page.line("3, 1971 in Trenton", y: 214)
    page.field("DateOfBirth", "05/06/1971", Box(x: 0, y: 0, width: 10, height: 10))
    page.field("DateSigned", "06/03/2024", Box(x: 0, y: 0, width: 10, height: 10))
    let masked = IdentityMask.masked(page.reading)
    #expect(
      masked.text == """
        Name A. Example Date of birth ██/██/████
        SSN ███-██-████ signed 06/03/2024
        I was born on ████
        █, ████ in Trenton
        """)
    #expect(masked.words.map(\.box) == page.reading.words.map(\.box))
    #expect(masked.fields.map(\.value) == ["██/██/████", "06/03/2024"])
  }

  @Test("a birth date is a fact without its text and without its day")
  func fact() throws {
    var page = PageSketch()
    page.line("Date of birth: 05/06/1971", y: 100)
    let facts = try DateFinderTests.facts([(page, .form)])
    #expect(facts.map(\.role) == [.birth])
    #expect(facts.map(\.text) == ["██/██/████"])
    #expect(facts.map(\.readings) == [[]])
  }
}
