import Casework
import Testing

@testable import PageRoles

struct SelfReportTests {
  private func kind(_ reading: Reading) -> CaseKind {
    Packets.classify([[.reading(reading)]]).kind
  }

  @Test(arguments: [
    ("X I am reporting my own conduct", CaseKind.selfReport),
    ("[x] I am reporting my own conduct", .selfReport),
    ("☒ I am reporting my own conduct", .selfReport),
    ("[ ] I am reporting my own conduct", .complaint),
    ("□ I am reporting my own conduct", .complaint),
    ("Section F Witnesses", .complaint),
  ])
  func `reads the box from the word before the phrase`(line: String, kind expected: CaseKind) {
    #expect(kind(Packets.reading(Packets.firstPage + [line])) == expected)
  }

  @Test(arguments: [("on", CaseKind.selfReport), ("off", .complaint)])
  func `believes a form field`(value: String, kind expected: CaseKind) {
    let field = FormField(
      name: "self", kind: .button, value: value,
      box: Box(x: 55, y: 100, width: 10, height: 10))
    let reading = Packets.reading(
      Packets.firstPage + ["I am reporting my own conduct"], fields: [field])
    #expect(kind(reading) == expected)
  }

  /// The frame of a box of 9 by 9 points holds 27 square points of ink.
  @Test func `a cross in another box of the question settles an unclear one`() {
    #expect(kind(inks: [27, 27, 60, 35]) == .complaint)
  }

  @Test(arguments: [(27.0, CaseKind.complaint), (55.0, .selfReport), (35.0, .unknown)])
  func `judges the ink of a box by the empty boxes beside it`(ink: Double, kind expected: CaseKind)
  {
    #expect(kind(inks: [27, 27, ink]) == expected)
  }

  /// Boxes down the page before as many lines, the last of them the filer's own conduct.
  private func kind(inks: [Double]) -> CaseKind {
    let lines = Array(repeating: "A member of the public", count: inks.count - 1)
    let marks = inks.enumerated().map { row, ink in
      Mark(
        box: Box(x: 55, y: 80 + 20 * Double(row), width: 9, height: 9), inkArea: ink,
        strokeWidth: 0.8, pieceCount: 1, largestPieceWidth: 9, largestPieceHeight: 9,
        eulerNumber: 0, saturation: 0, darkness: 0.8)
    }
    return kind(
      Packets.reading(
        ["Conduct Board Complaint Form", "Section A Complainant"] + lines
          + ["I am reporting my own conduct"], marks: marks))
  }
}
