import Casework
import ReaderProtocol
import Testing

@testable import PageReading

@Suite("The values of form fields held against their pictures")
struct FieldWitnessTests {
  let conversation: Conversation

  init() throws { conversation = try Conversation() }

  /// A page of text with a text field of `value` whose appearance draws `shown`.
  private func reading(value: String, shown: String, over content: String = "") throws -> Reading {
    let field = PDFs.Annotation(
      content: shown.isEmpty ? "" : PDFs.text([shown], x: 3, y: 6), x: 100, y: 500, width: 200,
      height: 22, entries: "/Subtype /Widget /FT /Tx /T (date) /V (\(value))")
    let page = PDFs.Page(
      content: PDFs.text(PDFs.paragraph) + content, annotations: [field])
    let file = try conversation.file(
      PDFs.file([page]) { fields in "/AcroForm << /Fields [\(fields[0]) 0 R] >>" }, .pdf)
    return try #require(try conversation.read(file).reading)
  }

  @Test("a value that its field shows is not contradicted")
  func shown() throws {
    let reading = try reading(value: "March 15, 2024", shown: "March 15, 2024")
    #expect(reading.contradictions.isEmpty)
    #expect(reading.lines.map(\.text) == PDFs.paragraph)
  }

  @Test(
    "a label that is printed in the box of a field is no part of its value",
    arguments: ["May 1, 2024", ""])
  func label(value: String) throws {
    let label = PDFs.text(["Date"], x: 255, y: 506)
    #expect(
      try reading(value: value, shown: value, over: label).contradictions.isEmpty)
  }

  @Test(
    "a check box is what its value says and its picture shows, or contradicted",
    arguments: [
      ("on", true, false), ("on", false, true), ("off", false, false), ("off", true, true),
    ])
  func checkBox(value: String, isMarked: Bool, isContradicted: Bool) throws {
    let cross = "2 2 m 10 10 l 2 10 m 10 2 l S\n"
    func box(_ isOn: Bool, _ isMarked: Bool, x: Double) -> PDFs.Annotation {
      PDFs.Annotation(
        content: "0.5 0.5 11 11 re S\n" + (isMarked ? cross : ""), x: x, y: 500, width: 12,
        height: 12,
        entries: "/Subtype /Widget /FT /Btn /T (at\(x)) /V /\(isOn ? "Yes" : "Off")"
          + " /AS /\(isOn ? "Yes" : "Off")", states: ["Yes", "Off"])
    }
    let boxes =
      [box(value == "on", isMarked, x: 100)]
      + [150.0, 200, 250].map { box(false, false, x: $0) } + [box(true, true, x: 300)]
    let page = PDFs.Page(content: PDFs.text(PDFs.paragraph), annotations: boxes)
    let file = try conversation.file(
      PDFs.file([page]) { fields in
        "/AcroForm << /Fields [\(fields.map { "\($0) 0 R" }.joined(separator: " "))] >>"
      }, .pdf)
    let reading = try #require(try conversation.read(file).reading)
    #expect(reading.fields.map(\.value) == [value, "off", "off", "off", "on"])
    #expect(
      reading.contradictions.map(\.seen) == (isContradicted ? [isMarked ? "on" : "off"] : []))
    #expect(reading.contradictions.map(\.said) == (isContradicted ? [value] : []))
  }

  @Test(
    "a value that is not what is drawn in its field is contradicted",
    arguments: [
      ("March 15, 2019", "March 15, 2024"), ("", "March 15, 2024"), ("March 15, 2019", ""),
      ("Jane Roe", "Edith Morrow"),
    ])
  func stale(value: String, shown: String) throws {
    let reading = try reading(value: value, shown: shown)
    #expect(reading.contradictions.map(\.said) == [value])
    #expect(reading.contradictions.map(\.seen) == [shown])
    #expect(reading.contradictions.first?.box == Box(x: 100, y: 270, width: 200, height: 22))
    #expect(reading.lines.map(\.text) == PDFs.paragraph + (shown.isEmpty ? [] : [shown]))
    #expect(reading.fields.map(\.value) == [value.isEmpty ? nil : value])
  }
}
