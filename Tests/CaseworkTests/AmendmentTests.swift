import Casework
import Foundation
import Testing

/// What people say in place of the machine, applied to findings.
struct AmendmentTests {
  private let page = PageReference(document: DocumentID(position: 1), page: 2)

  private func date(_ id: String, x: Double, y: Double = 100) throws -> DatedFact {
    let day = try #require(CivilDate("2024-04-01"))
    return DatedFact(
      id: FindingID(rawValue: id), role: .occurrence, readings: [DateReading(day, confidence: 0.4)],
      text: "Aprl 1 2024", writing: .hand,
      place: Place(page: page, box: Box(x: x, y: y, width: 60, height: 12)), wordsBeside: "illeg.")
  }

  private func amendment(_ change: Amendment.Change, of fact: DatedFact, number: Int = 1)
    -> Amendment
  {
    Amendment(
      number: number, subject: .date(id: fact.id, place: fact.place), change: change,
      by: "A. Clerk", note: "")
  }

  @Test func `a date is the day that a person says, and what was read stays beside it`() throws {
    let facts = [try date("t1", x: 50), try date("t2", x: 200)]
    let day = try #require(CaseIdentity.Days("2024-04-09"))
    let amended = facts.amended(by: [amendment(.date(day), of: facts[1])])
    #expect(amended[0] == facts[0])
    #expect(amended[1].readings == [DateReading(day.earliest, confidence: 1)])
    #expect(amended[1].isReadByPerson && amended[1].wordsBeside == nil)
    #expect(amended[1].amendedBy.map(\.was) == ["2024-04-01"])
    #expect(amended[1].text == "Aprl 1 2024", "what stands on the paper is not rewritten")
  }

  @Test func `a finding is known again by its place, whatever its number is now`() throws {
    let before = try date("t1", x: 50)
    // Read at another resolution: another number, and a box that is a little different.
    var after = [try date("t1", x: 200), try date("t2", x: 51, y: 101)]
    after[1].place.box.width = 58
    let amended = after.amended(by: [amendment(.dateRole(.signed), of: before)])
    #expect(amended.map(\.role) == [.occurrence, .signed])
    // Nothing is there any more.
    let gone = [after[0]].amended(by: [amendment(.dateRole(.signed), of: before)])
    #expect(gone == [after[0]])
  }

  @Test func `of two findings at one place, the one that was named is meant`() throws {
    let facts = [try date("t1", x: 50), try date("t2", x: 50)]
    for fact in facts {
      let amended = facts.amended(by: [amendment(.dateRole(.learned), of: fact)])
      #expect(amended.filter { $0.role == .learned }.map(\.id) == [fact.id])
    }
  }

  @Test func `a later amendment sees what an earlier one left`() throws {
    let fact = try date("t1", x: 50)
    let amended = [fact].amended(by: [
      amendment(.dateRole(.signed), of: fact), amendment(.dateRole(.other), of: fact, number: 2),
    ])
    #expect(amended[0].role == .other)
    #expect(amended[0].amendedBy.map(\.was) == ["occurrence", "signed"])
  }

  @Test(arguments: [
    (PageRole.form, 2, 2), (.supporting, 1, 1), (.unknown, 1, 2), (.certificate, 1, 2),
  ])
  func `a page's role says how it counts`(role: PageRole, least: Int, most: Int) {
    let first = PageReference(document: page.document, page: 1)
    let classification = Classification(
      program: "ccm", kind: .complaint,
      pages: [
        ClassifiedPage(page: first, role: .form, confidence: 1, form: "ccm", reason: ""),
        ClassifiedPage(page: page, role: .unknown, confidence: 0.5, reason: "nothing spoke for it"),
      ])
    let amended = classification.amended(by: [
      Amendment(
        number: 1, subject: .page(at: page), change: .pageRole(role), by: "A. Clerk", note: "")
    ])
    #expect(amended.complaintPages == PageInterval(min: least, max: most))
    #expect(amended.pages[1].form == (role == .form ? "ccm" : nil))
    #expect(amended.pages[1].reason.contains("nothing spoke for it"))
  }

  @Test(
    arguments: [
      ("2024-02-30", nil), ("2024-04-09..2024-04-01", nil), ("April 9", nil), ("", nil),
      ("2024-04-09", "2024-04-09"), ("2024-04-01..2024-04-09", "2024-04-01..2024-04-09"),
      ("2024-04-01..2024-04-09..2024-04-10", nil),
    ] as [(String, String?)])
  func `days are said in one way`(text: String, days: String?) {
    #expect(CaseIdentity.Days(text)?.description == days)
  }

  @Test func `an amendment is written and read as a field and a value`() throws {
    let fact = try date("t1", x: 50)
    let days = try #require(CaseIdentity.Days("2024-04-01..2024-04-30"))
    let changes: [(Amendment.Subject, Amendment.Change)] = [
      (.date(id: fact.id, place: fact.place), .date(days)),
      (.date(id: fact.id, place: fact.place), .dateRole(.formRevision)),
      (.attestation(id: fact.id, kind: .notary, place: fact.place), .attestationState(.blank)),
      (.attestation(id: fact.id, kind: .notary, place: fact.place), .attestationRole(.notary)),
      (.page(at: page), .pageRole(.faxCover)), (.wholeCase, .complainant("Ruth Achterberg")),
      (.wholeCase, .respondent("N. N.")), (.wholeCase, .programme("ccm")),
      (.wholeCase, .received(days)),
    ]
    for (subject, change) in changes {
      let amendment = Amendment(
        number: 3, subject: subject, change: change, by: "A. Clerk", note: "seen")
      let bytes = try JSONEncoder().encode(amendment)
      #expect(try JSONDecoder().decode(Amendment.self, from: bytes) == amendment)
    }
    let wrong =
      #"{"number":1,"subject":{"wholeCase":{}},"field":"date","value":"2024-01-01","#
      + #""by":"A","note":""}"#
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Amendment.self, from: Data(wrong.utf8))
    }
  }
}
