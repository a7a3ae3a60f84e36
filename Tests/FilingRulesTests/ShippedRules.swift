import Casework
import FilingRules
import Foundation
import PipelineFiles
import TestSupport

/// The folder `Pipeline` of this repository.
let shippedPipeline = PipelineFolder(
  path: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Pipeline").resolvingSymlinksInPath().path)

func shippedRuleSet(_ id: String) throws -> RuleSet {
  try RuleSet(
    parsing: shippedPipeline.text(of: "rules/\(id).yaml"), file: "rules/\(id).yaml")
}

func shippedLibrary() throws -> RuleLibrary {
  try RuleLibrary.load(from: shippedPipeline, forms: shippedPipeline.forms())
}

/// A rule set with the form of its programme, and other editions that may govern.
func caseRules(_ ruleSet: RuleSet, among editions: [RuleSet] = []) throws -> CaseRules {
  try CaseRules(
    ruleSet, among: editions, recognised: nil, on: shippedPipeline.forms(),
    wording: shippedLexicon)
}

/// A day in a test's table; a slip of the pen stops the test.
func day(_ text: String) -> CivilDate {
  guard let date = CivilDate(text) else { preconditionFailure("\(text) is no date") }
  return date
}
