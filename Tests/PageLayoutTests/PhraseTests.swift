import Casework
import PageLayout
import Testing

@Suite("Phrases in readings")
struct PhraseTests {
  @Test(
    "a phrase is found through the slips of OCR",
    arguments: [
      ("My commission expires", "My commission expires"),
      ("My commission expires", "MY COMMISSION EXPIRES:"),
      ("My commission expires", "My comrnission expires"),
      ("My commission expires", "My commission exp1res"),
      ("My commission expires", "My commlsslon explres"),
      ("My commission expires", "Mycommission expires"),
      ("Section A Complainant", "5ection A. Complainant"),
      ("Date first learned", "Date f1rst learned:"),
      ("Subscribed and sworn", "Subscribed and swom"),
    ])
  func found(phrase: String, line: String) {
    #expect(sheet([line]).places(of: Phrase(phrase)).count == 1)
  }

  @Test(
    "other words are not taken for it",
    arguments: [
      ("My commission expires", "My permission is required"),
      ("Notary Public", "Notary private"), ("Dated", "Updated"), ("Rev", "River"),
      ("Filed", "Field"), ("Witness", "Business plan"), ("DOB", "DOG"),
    ])
  func notFound(phrase: String, line: String) {
    #expect(sheet([line]).places(of: Phrase(phrase)).isEmpty)
  }

  @Test("wording is found over a line break, and once in a line")
  func overBreak() throws {
    let page = sheet(["declared under penalty", "of perjury and under penalty of perjury"])
    let places = page.lines.wording(Phrase("penalty of perjury"))
    #expect(places.map { $0.parts.map(\.line) } == [[0, 1], [1]])
    #expect(places[0].parts.map(\.words) == [2..<3, 0..<2])
  }

  @Test(
    "in short wording and single words a slip is another word",
    arguments: [("consul", "consult"), ("litigation", "mitigation"), ("et al", "eta")])
  func short(phrase: String, line: String) {
    #expect(sheet([line]).lines.wording(Phrase(phrase)).isEmpty)
    #expect(sheet([phrase.uppercased()]).lines.wording(Phrase(phrase)).count == 1)
  }

  @Test("the place names the line, its words and their box, the most alike first")
  func place() throws {
    let page = sheet(["some other words", "here the notery public", "a notary public signs"])
    let places = page.places(of: Phrase("notary public"))
    try #require(places.count == 2)
    #expect(places[0].line == 2)
    #expect(places[0].words == 1..<3)
    #expect(places[0].similarity == 1)
    #expect(places[0].box == Box(x: 110, y: 40, width: 90, height: 10))
    #expect(places[1].line == 1)
    #expect(places[1].similarity < 1)
  }

  @Test("nothing is found for a phrase without letters or digits")
  func empty() { #expect(sheet(["... --- ..."]).places(of: Phrase("---")).isEmpty) }

  @Test("only letters and digits are compared, without their case, accents and ligatures")
  func normalised() {
    #expect(Phrase.normalised("Ré-Sworn, 24!") == Array("resworn24".utf8))
    #expect(Phrase.normalised("Cœur Ærø ﬁled Straße") == Array("coeuraerofiledstrasse".utf8))
    #expect(sheet(["REÇU LE 3 JUIN"]).places(of: Phrase("recu")).count == 1)
  }

  /// Lines below each other, every word 40 points wide on a grid of 50.
  private func sheet(_ lines: [String]) -> Sheet {
    let reading = Reading(
      width: 612, height: 792, resolution: 300, textSource: .ocr,
      lines: lines.enumerated().map { row, line in
        let words = line.split(separator: " ").enumerated().map { column, word in
          Word(
            text: String(word),
            box: Box(x: 60 + 50 * Double(column), y: 20 * Double(row), width: 40, height: 10),
            confidence: 0.9, source: .ocr)
        }
        return TextLine(
          box: Box(x: 60, y: 20 * Double(row), width: 50 * Double(words.count), height: 10),
          words: words)
      })
    return Sheet(reading, of: PageReference(document: DocumentID(position: 1), page: 1))
  }
}
