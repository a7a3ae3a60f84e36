import Attestations
import Casework
import Foundation
import PipelineFiles

/// Prints the candidates for stamps of pages that were read, for `Scripts/train stamps`.
///
/// The first argument is the folder `Pipeline`, the others are files of the `ocr` stage
/// (`cases/…/ocr/d01-0001.json`); one line of JSON comes out
/// for each, with boxes in points of the upright page, origin top left.
@main
struct StampFeatures {
  private struct Page: Encodable {
    var file: String
    var width: Double
    var height: Double
    var candidates: [Candidate]
  }
  private struct Candidate: Encodable {
    var box: Box
    var features: [String: Double]
  }

  static func main() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let arguments = CommandLine.arguments.dropFirst()
    guard let pipeline = arguments.first else { return }
    let lexicon = try PipelineFolder(path: pipeline).lexicon()
    for path in arguments.dropFirst() {
      let outcome = try JSONDecoder().decode(
        PageOutcome.self, from: Data(contentsOf: URL(filePath: path)))
      guard let reading = outcome.reading else { continue }
      let page = Page(
        file: path, width: reading.width, height: reading.height,
        candidates: StampSurvey.candidates(
          on: reading, page: outcome.page, lexicon: lexicon
        ).map { found in
          Candidate(
            box: found.box,
            features: Dictionary(
              uniqueKeysWithValues: found.features.map { ($0.key.rawValue, $0.value) }))
        })
      try FileHandle.standardOutput.write(contentsOf: encoder.encode(page) + [0x0A])
    }
  }
}
