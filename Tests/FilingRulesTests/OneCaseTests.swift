import Casework
import FilingRules
import Testing

/// INT-02 on two cases that were scanned as one, and on what only looks like it.
@Suite("One packet is one case")
struct OneCaseTests {
  /// A form whose parties are named, followed by the first page of another copy.
  private func twoForms(
    complainant: String = "Ada van Tongeren", respondent: String = "Philippa Corrigan",
    isNumbered: Bool = true, separated: Bool = false
  ) -> SampleCase {
    var sample = SampleCase.inOrder
    if !isNumbered {
      sample.pageTexts = sample.pageTexts.map { $0.filter { !$0.hasPrefix("Page ") } }
    }
    var second = sample
    sample.name(complainant: "Ada van Tongeren", respondent: "Philippa Corrigan")
    second.name(complainant: complainant, respondent: respondent)
    if separated { sample.addPage(.separator, ["Separator sheet"]) }
    sample.addPage(.form, second.pageTexts[0])
    return sample
  }

  private func oneCase(_ sample: SampleCase, resubmission: RuleSet.Answer) throws -> Check {
    var rules = try shippedRuleSet("ccm-2023")
    rules.policies.resubmission = resubmission
    let checks = try FilingRules.check(sample.facts, by: caseRules(rules)).checks
    return try #require(checks.first { $0.id == "INT-02" })
  }

  @Test(
    "two copies of one form are what the rule set says of a corrected form",
    arguments: [true, false])
  func copies(isNumbered: Bool) throws {
    let sample = twoForms(isNumbered: isNumbered)
    let asked = try oneCase(sample, resubmission: .ask)
    #expect(asked.outcome == .review)
    #expect(asked.reason.contains("more than once: d01 page 1, d01 page 6"))
    #expect(try oneCase(sample, resubmission: .accept).outcome == .satisfied)
  }

  @Test(
    "forms of two complainants or against two people are for review, whatever the rule set says",
    arguments: [
      ("Desmond Okonjo", "Philippa Corrigan", "complainant's name"),
      ("Ada van Tongeren", "Gordon Lindqvist", "respondent's name"),
      ("", "Philippa Corrigan", "were read well on: d01 page 6"),
      ("Ada van Tongeren", "", "were read well on: d01 page 6"),
    ])
  func twoCases(complainant: String, respondent: String, said: String) throws {
    for isNumbered in [true, false] {
      let sample = twoForms(
        complainant: complainant, respondent: respondent, isNumbered: isNumbered)
      for answer in [RuleSet.Answer.ask, .accept, .refuse] {
        let check = try oneCase(sample, resubmission: answer)
        #expect(check.outcome == .review)
        #expect(check.reason.contains(said), "\(check.reason)")
      }
    }
  }

  @Test("a separator sheet between two first pages is told of, and alone decides nothing")
  func separator() throws {
    let check = try oneCase(twoForms(separated: true), resubmission: .ask)
    #expect(check.reason.contains("A separator sheet lies between them: d01 page 6."))
    var sample = SampleCase.inOrder
    sample.addPage(.separator, ["Separator sheet"])
    #expect(try oneCase(sample, resubmission: .ask).outcome == .satisfied)
  }

  @Test("two people who sign are for review")
  func twoSigners() throws {
    var sample = SampleCase.inOrder
    sample.name(complainant: "Ada van Tongeren", printed: "Ada van Tongeren")
    #expect(try oneCase(sample, resubmission: .accept).outcome == .satisfied)
    sample.addPage(
      .form, ["Section I Affirmation and signature", "Desmond Okonjo", "Printed name"])
    let check = try oneCase(sample, resubmission: .accept)
    #expect(check.outcome == .review)
    #expect(check.reason.contains("name printed at the signature"))
  }
}
