import Casework
import TestSupport

@testable import PageRoles

/// Pages and packets made of a few lines of text.
enum Packets {
  static let form = FormDescription(
    id: "test-form", program: "test", titles: ["Conduct Board Complaint Form"],
    anchors: [
      "Section A Complainant", "Section B Respondent", "Section C Standards alleged",
      "Section D Dates of occurrence", "Section E Statement of facts", "Section F Witnesses",
      "Section I Affirmation", "Section J Notary",
    ],
    continuation: ["Continuation sheet"],
    signatureLabels: .init(
      complainant: ["Signature of complainant"], notary: ["Signature of notary"],
      witness: ["Witness"]),
    dateLabels: [:], fieldLabels: [:], selfReport: ["I am reporting my own conduct"])

  static let firstPage = [
    "Conduct Board Complaint Form", "Section A Complainant", "Section B Respondent",
  ]
  static let lastPage = [
    "Section I Affirmation", "Signature of complainant", "Section J Notary",
    "Subscribed and sworn to before me", "Notary Public",
  ]
  static let exhibit = ["Exhibit A", "The visit of the case manager took place as agreed", prose]
  static let letter = ["Dear Board,", prose, "Sincerely,"]
  static let certificate = [
    "State of Ohio", "Subscribed and sworn to before me this 3rd day of June",
    "Notary Public", "My commission expires",
  ]
  static let story = [
    "On Monday she came to the house and asked for the papers",
    "On Tuesday nobody answered the telephone in her office",
    "On Wednesday the plan was sent to the insurer without a word",
    "On Thursday I asked for the file and was told to wait",
    "On Friday the file was closed and no reason was given",
  ]
  static let prose = "Nothing in this line of plain prose is printed upon any form at all"

  /// Lines go down the page from its top, 20 points each; a line starting with `@` goes to its foot.
  static func reading(_ lines: [String], marks: [Mark] = [], fields: [FormField] = []) -> Reading {
    var y = 40.0
    let textLines = lines.map { line -> TextLine in
      var text = line
      var top = y
      if line.hasPrefix("@") {
        text.removeFirst()
        top = 760
      } else {
        y += 20
      }
      var x = 72.0
      let words = text.split(separator: " ").map { word in
        let box = Box(x: x, y: top, width: Double(word.count) * 6, height: 10)
        x = box.maxX + 5
        return Word(text: String(word), box: box, confidence: 0.95, source: .ocr)
      }
      return TextLine(
        box: Box.around(words.map(\.box)) ?? Box(x: 72, y: top, width: 1, height: 10), words: words)
    }
    return Reading(
      width: 612, height: 792, resolution: 300, textSource: .ocr, lines: textLines, marks: marks,
      fields: fields)
  }

  /// What one page of a packet is made of.
  enum Page {
    case lines([String])
    case reading(Reading)
    case blank
    case failed
    /// Not drawn in full.
    case incomplete([String])
  }

  static func documents(_ documents: [[Page]]) -> [CaseFacts.DocumentFacts] {
    documents.enumerated().map { index, pages in
      let id = DocumentID(position: index + 1)
      let ingested = IngestedDocument(
        id: id, sha256: Digest(rawValue: String(repeating: "0", count: 64)), byteCount: 1,
        mediaType: .pdf)
      let outcomes = pages.enumerated().map { number, page -> PageOutcome in
        let reference = PageReference(document: id, page: number + 1)
        switch page {
        case .lines(let lines):
          return PageOutcome(page: reference, state: .read, reading: reading(lines))
        case .reading(let reading):
          return PageOutcome(page: reference, state: .read, reading: reading)
        case .blank:
          return PageOutcome(page: reference, state: .blank, reading: reading([]))
        case .incomplete(let lines):
          return PageOutcome(
            page: reference, state: .failed, failure: "a picture cannot be decoded",
            reading: reading(lines))
        case .failed:
          return PageOutcome(page: reference, state: .failed, failure: "crashed: signal 11")
        }
      }
      let survey = DocumentSurvey(
        state: .opened,
        pages: outcomes.map { PageSurvey(number: $0.page.page, width: 612, height: 792) })
      return CaseFacts.DocumentFacts(ingested: ingested, survey: survey, pages: outcomes)
    }
  }

  static func classify(_ pages: [[Page]]) -> Classification {
    PageClassifier(forms: [form], lexicon: shippedLexicon).classify(documents(pages))
  }
}
