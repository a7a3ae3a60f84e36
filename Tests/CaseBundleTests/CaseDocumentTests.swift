import CaseReport
import Casework
import Foundation
import Testing

@Suite struct CaseDocumentTests {
  private func document(
    _ facts: CaseFacts = SyntheticCase.facts, crops: Set<FindingID> = []
  ) throws -> [String: Any] {
    let bytes = try CaseDocument(
      caseID: CaseID(rawValue: "c-0123456789abcdef")!, facts: facts,
      results: SyntheticCase.results, made: SyntheticCase.made, overrides: ["ocr.dpi": "400"],
      crops: crops
    ).json()
    return try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private func objects(_ key: String, in parent: [String: Any]) throws -> [[String: Any]] {
    try #require(parent[key] as? [[String: Any]])
  }

  @Test func `is the same bytes for equal input, and ends with a newline`() throws {
    func make() throws -> [UInt8] {
      try CaseDocument(
        caseID: CaseID(rawValue: "c-0123456789abcdef")!, facts: SyntheticCase.facts,
        results: SyntheticCase.results, made: SyntheticCase.made
      ).json()
    }
    let bytes = try make()
    #expect(try make() == bytes)
    #expect(bytes.last == UInt8(ascii: "\n"))
    #expect(!String(decoding: bytes, as: UTF8.self).contains("\\/"))
  }

  @Test func `names documents by number and purpose only`() throws {
    let paths = try objects("documents", in: document()).map { $0["path"] as? String }
    #expect(
      paths == [
        "originals/01-complaint.pdf", "originals/02-supporting.tif", "originals/03-document.pdf",
      ])
  }

  @Test func `lists every page of the survey, and one that was never read as failed`() throws {
    let exhibit = try objects("documents", in: document())[1]
    let pages = try objects("pages", in: exhibit)
    #expect(exhibit["pageCount"] as? Int == 3)
    #expect(pages.map { $0["state"] as? String } == ["read", "failed", "failed"])
    #expect(
      pages.map { $0["failure"] as? String } == [nil, "crashed: signal 11", "not read"])
    #expect(pages[1]["width"] as? Double == 612)
    #expect(pages[1]["height"] as? Double == 792)
  }

  @Test func `shows a digital signature where it stands on the upright page`() throws {
    var facts = SyntheticCase.facts
    facts.documents[0].pages[2].reading?.rotation = 180
    let complaint = try objects("documents", in: document(facts))[0]
    let signature = try #require(try objects("digitalSignatures", in: complaint).first)
    #expect(signature["box"] as? [Double] == [340, 452, 200, 40])
  }

  @Test func `does not make up a page count of what could not be opened`() throws {
    let locked = try objects("documents", in: document())[2]
    #expect(locked["pageCount"] is NSNull)
    #expect(locked["state"] as? String == "encrypted")
    #expect(locked["problem"] as? String == "a password is needed")
  }

  @Test func `flattens places, and names only the crops that are there`() throws {
    let attestations = try objects(
      "attestations", in: document(crops: [FindingID(rawValue: "a1")]))
    #expect(attestations[0]["document"] as? String == "d01")
    #expect(attestations[0]["page"] as? Int == 3)
    #expect(attestations[0]["box"] as? [Double] == [90, 250, 230, 34])
    #expect(attestations[0]["crop"] as? String == "evidence/a1.png")
    #expect(attestations[1]["crop"] is NSNull)
  }

  @Test func `masks birth dates, and says that one stands there`() throws {
    let dates = try objects("dates", in: document())
    let birth = try #require(dates.first { $0["role"] as? String == "birth" })
    #expect((birth["readings"] as? [Any])?.isEmpty == true)
    #expect(!"\(birth)".contains(SyntheticCase.birthDate))
    #expect(!"\(birth)".contains("1961"))
  }

  @Test func `says the kind of a reason beside its words`() throws {
    let checks = try objects("checks", in: document())
    let signed = try #require(checks.first { $0["id"] as? String == "SIG-01" })
    #expect(signed["code"] as? String == "place-to-sign-empty")
  }

  @Test func `says of every variant whether it is within the period`() throws {
    let checks = try objects("checks", in: document())
    let period = try #require(checks.first { $0["id"] as? String == "DAT-03" })
    let within = try objects("variants", in: period).map { $0["within"] as? Bool }
    #expect(within == [true, false])
  }

  @Test(arguments: [
    ([PageRole.form, .continuation], "complaint"), ([.blank, .form], "complaint"),
    ([.continuation], "complaint"), ([.certificate, .blank], "certificate"),
    ([.supporting, .supporting], "supporting"), ([.supporting, .form], "complaint"),
    ([.envelope], "envelope"), ([.supporting, .unknown], "document"), ([], "document"),
    ([.continuation, .supporting], "document"),
  ])
  func `knows the purpose of a document from its pages`(roles: [PageRole], purpose: String) {
    let id = DocumentID(position: 1)
    let pages = roles.enumerated().map { index, role in
      ClassifiedPage(
        page: PageReference(document: id, page: index + 1), role: role, confidence: 1, reason: "")
    }
    let classification = Classification(
      program: nil, kind: .unknown, pages: pages)
    #expect(DocumentPurpose(of: id, in: classification).rawValue == purpose)
  }
}
