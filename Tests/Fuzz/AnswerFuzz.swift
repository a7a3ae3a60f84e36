import Casework
import Foundation
import ReaderProtocol

/// What libFuzzer calls with bytes that it makes up: the first says which question was asked, the others
/// are what a reader answers. Whatever they are, they are refused or taken, and nothing ends the process.
@_cdecl("LLVMFuzzerTestOneInput")
public func answerFuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 1 else { return 0 }
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let request = questions[Int(bytes[0]) % questions.count]
  let limits = AnswerLimits(words: 500, megabytes: 1)
  var parser = FrameParser(limits: limits.frame(answering: request))
  // In two pieces, as a pipe may bring them.
  let middle = 1 + (count - 1) / 2
  guard let first = try? parser.append(bytes[1..<middle]),
    let second = try? parser.append(bytes[middle...])
  else { return 0 }
  for frame in first + second {
    guard let answer = try? JSONDecoder().decode(ReaderAnswer.self, from: Data(frame.body)),
      (try? answer.check(answering: request, attachments: frame.attachments, limits: limits))
        != nil
    else { continue }
    // What was taken can be kept.
    guard (try? JSONEncoder().encode(answer)) != nil else {
      // The end of the process is how libFuzzer is told of a finding.
      fatalError("an answer that was taken cannot be written")
    }
  }
  return 0
}

private let questions: [ReaderRequest] = {
  let file = DocumentFile(path: "/a.pdf", mediaType: .pdf)
  let settings = ReadingSettings(
    languages: "eng", dpi: 100, maxPixelsPerSide: 2000, bornDigitalImageCoverage: 0.02,
    blankInkCoverage: 0.002, previewDpi: 20, previewQuality: 30)
  let box = Box(x: 10, y: 10, width: 40, height: 20)
  return [
    .hello, .survey(file),
    .read(file, page: PageSurvey(number: 1, width: 612, height: 792), settings),
    .crops(file, page: 1, CropSettings(rotation: 0, dpi: 72, boxes: [box, box])),
    .searchable(file, [CopiedPage(textLayer: nil, rotation: 0, scale: 1)]),
  ]
}()
