import Casework
import FilingRules
import Foundation
import PipelineFiles

/// The folder `Pipeline` of this repository.
let shippedPipeline = PipelineFolder(
  path: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Pipeline").resolvingSymlinksInPath().path)

func shippedRuleSet(_ id: String) throws -> RuleSet {
  try RuleSet(
    parsing: shippedPipeline.text(of: "rules/\(id).yaml"), file: "rules/\(id).yaml")
}

/// A day in a test's table; a slip of the pen stops the test.
func day(_ text: String) -> CivilDate {
  guard let date = CivilDate(text) else { preconditionFailure("\(text) is no date") }
  return date
}
