import CaseBag
import CaseReport
import Casework
import TestSupport
import Testing

/// The review page as a browser lays it out.
@Suite struct ReviewPageLayoutTests {
  @Test func `marks stand on the picture where they belong, however much stands beside it`() throws
  {
    var sample = try SyntheticCase()
    let page = PageReference(document: SyntheticCase.complaint, page: 1)
    for row in 0..<80 {
      sample.inputs.results.passages.append(
        Passage(
          id: FindingID(rawValue: "p\(row + 10)"),
          place: Place(
            page: page,
            box: Box(x: 60 + Double(row), y: 40 + 9 * Double(row), width: 250, height: 8)),
          text: "a long passage that takes a line or two beside the picture of its page",
          confidence: 0.9))
    }
    let bag = sample.scratch.path + "/bag"
    _ = try BundleWriter.write(sample.inputs, to: bag)
    let (faults, markCount) = try MarkedPages.faults(of: bag, in: Browser())
    #expect(faults.isEmpty, "\(faults.prefix(10))")
    #expect(markCount > 4 * 80)
  }
}
