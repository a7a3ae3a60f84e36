import Casework
import PageLayout
import TestSupport

@testable import Attestations

/// A page made of words, rules and marks, and the attestations that are found on it.
struct PageBuilder {
  var reading = Reading(width: 612, height: 792, resolution: 300, textSource: .ocr)
  var role = PageRole.form
  var state = PageOutcome.State.read
  var digitalSignatures: [DigitalSignature] = []

  /// A line of text whose words are 6 points a letter wide and 10 high, its top at `y`.
  func text(_ text: String, x: Double = 72, y: Double, confidence: Double = 0.95) -> PageBuilder {
    var copy = self
    var left = x
    let words = text.split(separator: " ").map { (word: Substring) -> Word in
      let box = Box(x: left, y: y, width: Double(word.count) * 6, height: 10)
      left = box.maxX + 4
      return Word(text: String(word), box: box, confidence: confidence, source: .ocr)
    }
    copy.reading.lines.append(
      TextLine(
        box: Box.around(words.map(\.box)) ?? Box(x: x, y: y, width: 1, height: 1), words: words))
    return copy
  }

  /// Enough plain prose for a page that was read well.
  func prose(y: Double = 60) -> PageBuilder {
    text("Nothing in these lines of plain prose is of any importance at all here", y: y)
      .text("and they only show that the page was read with confidence throughout", y: y + 14)
  }

  func rule(x: Double = 72, y: Double, width: Double = 250) -> PageBuilder {
    var copy = self
    copy.reading.rules.append(
      Rule(direction: .horizontal, box: Box(x: x, y: y, width: width, height: 1)))
    return copy
  }

  /// A vertical rule.
  func side(x: Double, y: Double, height: Double) -> PageBuilder {
    var copy = self
    copy.reading.rules.append(
      Rule(direction: .vertical, box: Box(x: x, y: y, width: 3, height: height)))
    return copy
  }

  func mark(_ mark: Mark) -> PageBuilder {
    var copy = self
    copy.reading.marks.append(mark)
    return copy
  }

  func on(_ role: PageRole) -> PageBuilder {
    var copy = self
    copy.role = role
    return copy
  }

  /// A line written by hand, wound up: what a signature measures like.
  func signature(x: Double = 90, y: Double, width: Double = 150, height: Double = 34) -> PageBuilder
  {
    mark(
      Mark(
        box: Box(x: x, y: y, width: width, height: height), inkArea: width * 4, strokeWidth: 1.2,
        pieceCount: 2, largestPieceWidth: width * 0.8, largestPieceHeight: height,
        eulerNumber: -4, saturation: 0, darkness: 0.6))
  }

  /// A ring of 100 points with letters around it.
  func roundSeal(x: Double, y: Double) -> PageBuilder {
    mark(
      Mark(
        box: Box(x: x, y: y, width: 100, height: 100), inkArea: 1200, strokeWidth: 1.1,
        pieceCount: 60, largestPieceWidth: 100, largestPieceHeight: 100, eulerNumber: 40,
        saturation: 0, darkness: 0.5))
  }

  /// The letters of a stamp that were not read, a piece each, and the top of its frame; the sides are rules.
  func unreadStamp(x: Double, y: Double, width: Double = 170, height: Double = 66) -> PageBuilder {
    mark(
      Mark(
        box: Box(x: x, y: y, width: width, height: height), inkArea: 2400, strokeWidth: 1.3,
        pieceCount: 85, largestPieceWidth: width, largestPieceHeight: 17, eulerNumber: 44,
        saturation: 0, darkness: 0.6))
  }

  /// A field of the document's own form, and the ink of what is typed in it.
  func filledField(x: Double, y: Double, width: Double = 160) -> PageBuilder {
    var copy = small(x: x + 4, y: y + 4, width: 60, height: 8, ink: 150)
    copy.reading.fields.append(
      FormField(
        name: "typed", kind: .text, value: "July 4, 2023",
        box: Box(x: x, y: y, width: width, height: 17)))
    return copy
  }

  func small(x: Double, y: Double, width: Double, height: Double, ink: Double) -> PageBuilder {
    mark(
      Mark(
        box: Box(x: x, y: y, width: width, height: height), inkArea: ink, strokeWidth: 1,
        pieceCount: 1, largestPieceWidth: width, largestPieceHeight: height, eulerNumber: 1,
        saturation: 0, darkness: 0.6))
  }

  func badlyRead() -> PageBuilder {
    var copy = self
    for line in copy.reading.lines.indices {
      for word in copy.reading.lines[line].words.indices {
        copy.reading.lines[line].words[word].confidence *= 0.6
      }
    }
    return copy
  }

  var attestations: [Attestation] { attestations(by: shippedLexicon) }

  func attestations(by lexicon: Lexicon) -> [Attestation] {
    let id = DocumentID(position: 1)
    let page = PageReference(document: id, page: 1)
    let facts = CaseFacts.DocumentFacts(
      ingested: IngestedDocument(
        id: id, sha256: Digest(rawValue: String(repeating: "0", count: 64)), byteCount: 1,
        mediaType: .pdf),
      survey: DocumentSurvey(
        state: .opened, pages: [PageSurvey(number: 1, width: 612, height: 792)],
        digitalSignatures: digitalSignatures),
      pages: [PageOutcome(page: page, state: state, reading: reading)])
    let classification = Classification(
      program: nil, kind: .unknown,
      pages: [ClassifiedPage(page: page, role: role, confidence: 1, reason: "the test says so")])
    return AttestationFinder(forms: [TestForm.form], lexicon: lexicon).attestations(
      in: [facts], classification: classification)
  }

  func first(_ kind: Attestation.Kind, _ role: Attestation.Role? = nil) -> Attestation? {
    attestations.first { $0.kind == kind && (role == nil || $0.role == role) }
  }
}
