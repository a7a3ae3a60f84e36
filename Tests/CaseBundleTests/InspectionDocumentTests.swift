import CaseReport
import Casework
import Foundation
import Testing

@Suite struct InspectionDocumentTests {
  private let inspection = InspectionDocument(
    facts: SyntheticCase.facts, paths: [SyntheticCase.complaint: "scans/one.pdf"])

  @Test func `has the objects of a case document, without rules`() throws {
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(try inspection.json())) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "schema", "program", "kind", "documents", "complaintPages", "attestations", "dates",
      ])
    let documents = try #require(object["documents"] as? [[String: Any]])
    #expect(documents[0]["path"] as? String == "scans/one.pdf")
    #expect(documents[0]["pageCount"] as? Int == 4)
  }

  @Test func `adds no masking of its own, because nothing is kept`() throws {
    #expect(String(decoding: try inspection.json(), as: UTF8.self).contains("1961-03-17"))
  }

  @Test func `has one line for every document, page and finding`() {
    let text = inspection.text()
    for line in [
      "d01  scans/one.pdf  application/pdf, opened, 4 pages",
      "  page 1  form, clear  read (ocr, clear)",
      "  page 2  unknown  failed: crashed: signal 11",
      "d03  originals/03-document.pdf  application/pdf, encrypted, pages unknown",
      "complaint, programme ccm, complaint 3 to 4 pages",
      "  a1  signature, complainant: blank, clear  d01 page 3  the line is there, was read well, "
        + "and carries no ink",
      "  t3  occurrence: 2024-05-01 to 2024-05-31 (likely), and after  'since May' (print)  d01 page 2",
    ] {
      #expect(text.split(separator: "\n").contains(Substring(line)), "\(line)")
    }
  }
}
