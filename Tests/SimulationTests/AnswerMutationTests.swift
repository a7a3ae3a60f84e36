import Casework
import FileStore
import Foundation
import PipelineFiles
import ReaderPool
import ReaderProtocol
import Simulation
import Stages
import TestSupport
import Testing

/// Answers of a real reader, changed at random: each is refused where it comes in, or everything that is
/// made of readings can be made of it. `JURAT_MUTATIONS` tries more.
struct AnswerMutationTests {
  private static let document = "\(Repository.packets)/02-form-fields-and-scan/01-complaint.pdf"
  private static let settings = ReadingSettings(
    languages: "eng", dpi: 100, maxPixelsPerSide: 2000, bornDigitalImageCoverage: 0.02,
    blankInkCoverage: 0.002, previewDpi: 50, previewQuality: 50)
  private static let limits = AnswerLimits(words: 5000, megabytes: 16)

  /// Numbers, texts and pieces of JSON that somebody might put in.
  private static let spikes = [
    "-9223372036854775808", "9223372036854775807", "1e308", "-1e300", "1e-300", "0", "-1", "1e999",
    "NaN", "null", "[]", "{}", "\"\"", "true", "4503599627370497.5", "\"\\u0000\"", "\"\\uD800\"",
    "[[[[[[[[[[[[[[[[", "2147483648", "-0.0", "\"2024-02-30\"", "\"13/13/1313\"",
  ]

  private func replies() throws -> (survey: DocumentSurvey, answers: [(ReaderRequest, ReaderReply)])
  {
    let pool = ReaderPool(
      program: BuiltPrograms.reader, width: 1,
      limits: ReaderLimits(
        addressSpaceMegabytes: 4096, cpuSeconds: 60, recycleAfterRequests: 100,
        recycleAboveMegabytes: 400))
    defer { pool.close(now: true) }
    let scope = ReaderScope(readable: [Self.document])
    let file = DocumentFile(path: Self.document, mediaType: .pdf)
    let request = ReaderRequest.survey(file)
    let reply = try pool.askAndWait(request, scope: scope, deadline: 60)
    guard case .survey(let survey) = reply.answer else { throw CancellationError() }
    let pages = try survey.pages.map { page in
      let request = ReaderRequest.read(file, page: page, Self.settings)
      return (request, try pool.askAndWait(request, scope: scope, deadline: 60))
    }
    return (survey, [(request, reply)] + pages)
  }

  @Test func `a changed answer is refused, or nothing comes to grief by it`() throws {
    let configuration = try Configuration(
      folder: PipelineFolder(path: Repository.pipeline), overrides: [], tools: .unknown)
    let (survey, replies) = try replies()
    let count = ProcessInfo.processInfo.environment["JURAT_MUTATIONS"].flatMap { Int($0) } ?? 400
    var numbers = SeededNumbers(seed: 5)
    var taken = 0
    for _ in 1...count {
      guard let (request, reply) = replies.randomElement(using: &numbers) else { return }
      var body = Array(try JSONEncoder().encode(reply.answer))
      for _ in 1...Int.random(in: 1...4, using: &numbers) { Self.change(&body, &numbers) }
      guard let answer = try? JSONDecoder().decode(ReaderAnswer.self, from: Data(body)),
        (try? answer.check(answering: request, attachments: reply.attachments, limits: Self.limits))
          != nil
      else { continue }
      taken += 1
      _ = configuration.facts(in: [facts(of: answer, to: request, survey)])
    }
    #expect(taken > count / 20, "some changes are harmless")
    #expect(taken < count, "most are not")
  }

  private func facts(of answer: ReaderAnswer, to request: ReaderRequest, _ survey: DocumentSurvey)
    -> CaseFacts.DocumentFacts
  {
    let ingested = IngestedDocument(
      id: DocumentID(position: 1), sha256: .of("x"), byteCount: 1, mediaType: .pdf)
    guard case .read(_, let page, _) = request,
      case .read(let state, let failure, let reading) = answer
    else {
      guard case .survey(let changed) = answer else {
        return .init(ingested: ingested, survey: survey, pages: [])
      }
      return .init(ingested: ingested, survey: changed, pages: [])
    }
    return .init(
      ingested: ingested, survey: survey,
      pages: [
        PageOutcome(
          page: PageReference(document: ingested.id, page: page.number), state: state,
          failure: failure, reading: reading)
      ])
  }

  /// Puts a spike in the place of a number, doubles or drops a piece, or flips a byte.
  private static func change(_ body: inout [UInt8], _ numbers: inout SeededNumbers) {
    guard !body.isEmpty else { return }
    let at = Int.random(in: 0..<body.count, using: &numbers)
    switch Int.random(in: 0..<8, using: &numbers) {
    case 0: body[at] = UInt8.random(in: 32...126, using: &numbers)
    case 1: body.remove(at: at)
    case 2:
      let end = min(body.count, at + Int.random(in: 1...200, using: &numbers))
      body.insert(contentsOf: body[at..<end], at: at)
    default:
      // The number nearest behind this place.
      guard let start = body[at...].firstIndex(where: { isDigit($0) }) else { return }
      let end = body[start...].firstIndex { !isDigit($0) && $0 != UInt8(ascii: ".") } ?? body.count
      let spike =
        Bool.random(using: &numbers)
        ? spikes.randomElement(using: &numbers) ?? "0"
        : String(Double.random(in: -1000...1000, using: &numbers))
      body.replaceSubrange(start..<end, with: Array(spike.utf8))
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
