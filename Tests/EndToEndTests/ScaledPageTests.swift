import Foundation
import TestSupport
import Testing

@Suite("Pages of an odd size")
struct ScaledPageTests {
  private struct Inspected: Decodable {
    struct Attestation: Decodable {
      var kind: String
      var state: String
      /// Left, top, width and height in points of the upright page.
      var box: [Double]
    }
    var attestations: [Attestation]
  }

  /// A page that is too small or too large for paper, because a program wrote it in other units.
  @Test("the notary block is found where it is at any size", arguments: [0.2, 1, 2, 5])
  func notaryBlock(times: Double) throws {
    let scratch = try ScratchFolder()
    let path = "\(scratch.path)/page.pdf"
    let made = try RunningProgram.run([
      "qpdf", "--qdf", "--object-streams=disable", "--empty", "--pages",
      "\(Repository.packets)/01-all-in-order/01-complaint.pdf", "4", "--", path,
    ])
    try #require(made.status == 0, "\(made.errors)")
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let size = try #require(bytes.range(of: Data("/MediaBox".utf8)))
    bytes.replaceSubrange(size, with: Data("/UserUnit \(times) /MediaBox".utf8))
    try bytes.write(to: URL(fileURLWithPath: path))
    let ending = try RunningProgram.run([
      BuiltPrograms.jurat, "inspect", path, "--pipeline", Repository.pipeline, "--format", "json",
    ])
    try #require(ending.status == 0, "\(ending.errors)")
    let inspected = try JSONDecoder().decode(Inspected.self, from: Data(ending.output))
    let blocks = inspected.attestations.filter { $0.kind == "notary" }
    #expect(blocks.map(\.state) == ["present"])
    // The words of the certificate begin at 54 points, and its lower half lies below the middle.
    let box = try #require(blocks.first?.box)
    #expect(abs(box[0] - 54) < 6, "\(box)")
    #expect(box[1] < 396 && box[1] + box[3] > 500, "\(box)")
  }
}
