import Casework
import Foundation
import ReaderProtocol
import Testing

/// What a reader answers that was taken over: refused where it comes in.
struct AnswerCheckTests {
  private static let file = DocumentFile(path: "/originals/x.pdf", mediaType: .pdf)
  private static let page = PageSurvey(number: 1, width: 612, height: 792)
  private static let settings = ReadingSettings(
    languages: "eng", dpi: 300, maxPixelsPerSide: 9000, bornDigitalImageCoverage: 0.02,
    blankInkCoverage: 0.002, previewDpi: 72, previewQuality: 50)
  private static let limits = AnswerLimits(words: 100, megabytes: 1)
  private static let box = Box(x: 72, y: 72, width: 100, height: 12)

  private static let reading: Reading = {
    let word = Word(text: "sworn", box: box, confidence: 0.9, source: .ocr)
    return Reading(
      width: 612, height: 792, resolution: 300, textSource: .ocr,
      lines: [TextLine(box: box, words: [word])], rules: [Rule(direction: .horizontal, box: box)],
      marks: [
        Mark(
          box: box, inkArea: 10, strokeWidth: 1, pieceCount: 2, largestPieceWidth: 3,
          largestPieceHeight: 4, eulerNumber: -1, saturation: 0, darkness: 1)
      ],
      fields: [FormField(name: "name", kind: .text, value: "x", box: box)],
      barcodes: [Barcode(symbology: .qr, text: "x", box: box)], impressions: [box], streaks: [box],
      inkCoverage: 0.1)
  }()

  private func fault(
    _ answer: ReaderAnswer, to request: ReaderRequest, _ attachments: [[UInt8]] = []
  ) -> AnswerFault? {
    do throws(AnswerFault) {
      try answer.check(answering: request, attachments: attachments, limits: Self.limits)
      return nil
    } catch {
      return error
    }
  }

  private func fault(reading change: (inout Reading) -> Void) -> AnswerFault? {
    var reading = Self.reading
    change(&reading)
    return fault(
      .read(state: .read, failure: nil, reading),
      to: .read(Self.file, page: Self.page, Self.settings))
  }

  @Test func `an honest reading is taken`() { #expect(fault(reading: { _ in }) == nil) }

  @Test func `numbers that no page has are refused`() {
    let lies: [(inout Reading) -> Void] = [
      { $0.marks[0].eulerNumber = .min }, { $0.marks[0].pieceCount = .max },
      { $0.marks[0].inkArea = .infinity }, { $0.marks[0].strokeWidth = .nan },
      { $0.marks[0].largestPieceWidth = -1 }, { $0.marks[0].darkness = 1e308 },
      { $0.marks[0].saturation = -0.1 }, { $0.marks[0].box.width = -9.2e18 },
      { $0.lines[0].words[0].confidence = 1e308 }, { $0.lines[0].words[0].box.height = -1e300 },
      { $0.lines[0].box.x = 1e300 }, { $0.rules[0].box.y = -1e300 },
      { $0.fields[0].box.width = .nan },
      { $0.barcodes[0].box.x = .infinity }, { $0.impressions[0].width = -1 },
      { $0.streaks[0].height = 1e9 }, { $0.width = 0 }, { $0.height = .nan }, { $0.rotation = 45 },
      { $0.skew = 1e6 }, { $0.resolution = 0 }, { $0.inkCoverage = 2 },
      { $0.scanResolution = ScanResolution(across: 0, down: 300) },
      { $0.lines[0].words[0].text = String(repeating: "a", count: 20_000) },
    ]
    for (index, lie) in lies.enumerated() {
      guard case .nonsense = fault(reading: lie) else {
        Issue.record("lie \(index) was taken")
        continue
      }
    }
  }

  @Test func `more than a page may have is told from nonsense`() {
    let heaps: [(inout Reading) -> Void] = [
      { $0.lines[0].words = Array(repeating: $0.lines[0].words[0], count: 101) },
      { $0.lines = Array(repeating: $0.lines[0], count: 101) },
      { $0.marks = Array(repeating: $0.marks[0], count: 401) },
      { $0.rules = Array(repeating: $0.rules[0], count: 401) },
      { $0.fields = Array(repeating: $0.fields[0], count: 101) },
    ]
    for (index, heap) in heaps.enumerated() {
      guard case .tooMuch = fault(reading: heap) else {
        Issue.record("heap \(index) was taken")
        continue
      }
    }
  }

  @Test func `a state goes together with what is said`() {
    let request = ReaderRequest.read(Self.file, page: Self.page, Self.settings)
    #expect(fault(.read(state: .failed, failure: "crashed", nil), to: request) == nil)
    #expect(fault(.read(state: .failed, failure: "half", Self.reading), to: request) == nil)
    #expect(fault(.read(state: .failed, failure: nil, nil), to: request) != nil)
    #expect(fault(.read(state: .read, failure: nil, nil), to: request) != nil)
    #expect(fault(.read(state: .blank, failure: "why", Self.reading), to: request) != nil)
    #expect(fault(.crops, to: request) != nil, "the answer to another question")
    let long = String(repeating: "a", count: 501)
    #expect(fault(.refused(reason: long), to: request) != nil)
  }

  @Test func `the pages of a survey are counted from 1 and each has a size`() {
    func fault(_ change: (inout DocumentSurvey) -> Void) -> AnswerFault? {
      var survey = DocumentSurvey(
        state: .opened, pages: (1...3).map { PageSurvey(number: $0, width: 612, height: 792) })
      change(&survey)
      return self.fault(.survey(survey), to: .survey(Self.file))
    }
    #expect(fault { _ in } == nil)
    #expect(fault { $0.pages[1].number = 1 } != nil, "two pages of one number")
    #expect(fault { $0.pages[0].number = -1 } != nil)
    #expect(fault { $0.pages[0].width = -612 } != nil)
    #expect(fault { $0.pages[0].scale = 0 } != nil)
    #expect(fault { $0.pages[0].rotation = 7 } != nil)
    #expect(fault { $0.attachmentCount = -1 } != nil)
    #expect(fault { $0.state = .damaged } != nil, "a document that did not open has no pages")
    #expect(
      fault { survey in
        survey.pages = (1...5001).map { PageSurvey(number: $0, width: 612, height: 792) }
      } == .tooMuch("5001 pages, and at most 5000 are taken"))
  }

  // MARK: Attachments

  private static func png(_ width: UInt8, _ height: UInt8) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 0, width, 0, 0, 0, height, 8, 0, 0, 0, 0, 1, 2, 3, 4] + [0, 0, 0, 0]
      + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]
  }

  @Test func `a picture is a PNG of the size asked for, from its first byte to its last`() {
    let request = ReaderRequest.crops(
      Self.file, page: 1, CropSettings(rotation: 0, dpi: 72, boxes: [Self.box]))
    #expect(fault(.crops, to: request, [Self.png(100, 12)]) == nil)
    #expect(fault(.crops, to: request, [[]]) == nil, "there was nothing to cut")
    #expect(fault(.crops, to: request, [Self.png(200, 12)]) != nil)
    #expect(fault(.crops, to: request, [Self.png(100, 12) + [0]]) != nil)
    #expect(fault(.crops, to: request, [Array("root:x:0:0:root:/root:/bin/bash\n".utf8)]) != nil)
    #expect(fault(.crops, to: request, []) != nil)
  }

  @Test func `a preview is a JPEG and a text layer a PDF`() {
    let request = ReaderRequest.read(Self.file, page: Self.page, Self.settings)
    let answer = ReaderAnswer.read(state: .read, failure: nil, Self.reading)
    func jpeg(_ width: UInt16) -> [UInt8] {
      [
        0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 3, 0x18, UInt8(width >> 8), UInt8(width & 0xFF), 1, 1,
        0x11, 0,
      ]
        + [0xFF, 0xD9]
    }
    let pdf = Array("%PDF-1.4\n%%EOF\n".utf8)
    #expect(fault(answer, to: request, [jpeg(612), pdf]) == nil)
    #expect(fault(answer, to: request, [[], []]) == nil)
    #expect(fault(answer, to: request, [jpeg(2000), pdf]) != nil)
    #expect(fault(answer, to: request, [pdf, pdf]) != nil)
    #expect(fault(answer, to: request, [jpeg(612), Array("secret".utf8)]) != nil)
    #expect(fault(.searchable, to: .searchable(Self.file, []), [Array("secret".utf8)]) != nil)
  }

  @Test func `an answer is refused by the length that it states`() {
    for (request, header) in [
      (ReaderRequest.searchable(Self.file, []), [0, 0, 0, 2, 0, 0, 0, 2, 1, 2, 0x40, 0, 0, 0]),
      (.hello, [0, 0, 0, 1, 0x12, 0, 0, 0]), (.survey(Self.file), [0, 0, 0x10, 0]),
    ] as [(ReaderRequest, [UInt8])] {
      var parser = FrameParser(limits: Self.limits.frame(answering: request))
      #expect(throws: FrameError.self) { _ = try parser.append(header) }
    }
  }
}
