import Casework
import FilingRules
import Testing

@Suite("Passages")
struct PassageTests {
  @Test("words that a row rests on are pointed at: page, box, text and confidence")
  func pointedAt() throws {
    var sample = SampleCase.inOrder
    sample.pageTexts[1][1] = "For the rest see attached letter."
    let results = try sample.results()
    let id = try #require(results.checks.first { $0.id == "PAG-03" }?.evidence.first)
    let passage = try #require(results.passages.first { $0.id == id })
    #expect(passage.text == "see attached")
    #expect(passage.place.page == PageReference(document: SampleCase.document, page: 2))
    #expect(passage.confidence == 0.95)
    // Three words of three, three and four letters stand before it, at six points a letter.
    #expect(passage.place.box == Box(x: 147, y: 92, width: 71, height: 10))
  }

  @Test(
    "wording is found through slips and over line breaks",
    arguments: [
      (["There is a penalty of per1ury clause"], "NOT-12"),
      (["declared under penalty", "of perjury by me"], "NOT-12"),
      (["This used communicat1on technology"], "NOT-10"),
      (["a judge advocate", "of the army"], "NOT-11"),
      (["I ask for an advisory", "opinion on it"], "FRM-11"),
      (["There was a docket", "number for it"], "DAT-06"),
    ])
  func found(lines: [String], row: String) throws {
    var sample = SampleCase.inOrder
    sample.set(.blank, "a2", "a3")
    sample.pageTexts[1] = lines
    let check = try sample.check(row)
    #expect(check.outcome == .review)
    #expect(!check.evidence.isEmpty)
  }

  @Test(
    "other words are not taken for it",
    arguments: [
      ("Please consult the file", "NOT-11", "no wording of"),
      ("The mitigation of harm", "DAT-06", "No sign of"),
      ("It is attached here", "PAG-03", "No wording that"),
      ("and other services", "FRM-08", "one name each"),
    ])
  func other(line: String, row: String, words: String) throws {
    var sample = SampleCase.inOrder
    sample.name(complainant: "Ada van Tongeren", respondent: "Philippa Corrigan")
    sample.pageTexts[1][1] = line
    #expect(try sample.check(row).reason.contains(words))
  }

  @Test("a check shows a dozen at most, one of every page first, and names all pages")
  func atMost() throws {
    var sample = SampleCase.inOrder
    sample.pageTexts[1] = Array(repeating: "see attached", count: 30)
    sample.pageTexts[2].append("see attached")
    let results = try sample.results()
    let check = try #require(results.checks.first { $0.id == "PAG-03" })
    #expect(check.evidence.count == 12)
    let pages = check.evidence.compactMap { id in
      results.passages.first { $0.id == id }?.place.page.page
    }
    #expect(pages.count { $0 == 3 } == 1)
    #expect(check.reason.contains("d01 page 2, d01 page 3"))
  }

  @Test("birth dates and identity numbers are in no passage, and have no picture")
  func masked() throws {
    var sample = SampleCase.inOrder
    sample.pageTexts[4] += ["Patient born 02/03/1950", "SSN 123-45-6789 of the patient"]
    let results = try sample.results()
    #expect(results.passages.allSatisfy { !$0.text.contains("1950") && !$0.text.contains("6789") })
    let check = try #require(results.checks.first { $0.id == "CNF-01" })
    let hidden = results.passages.filter { check.evidence.contains($0.id) && $0.isMasked }
    #expect(hidden.contains { $0.text == "███-██-████" })
    #expect(check.reason.contains("hidden here, on d01 page 5"))
  }

  @Test("ids are of the place, and the same words have one")
  func ids() throws {
    let results = try SampleCase.inOrder.results()
    #expect(Set(results.passages.map(\.id)).count == results.passages.count)
    for passage in results.passages {
      let page = passage.place.page
      #expect(passage.id.rawValue.hasPrefix("p\(page.document.position)-\(page.page)-"))
    }
    #expect(Set(results.passages.map { "\($0.place) \($0.text)" }).count == results.passages.count)
    let named = Set(results.checks.flatMap(\.evidence) + results.citations.flatMap(\.evidence))
    #expect(results.passages.allSatisfy { named.contains($0.id) })
  }
}
