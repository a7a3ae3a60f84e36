package import Casework
package import PageLayout
package import PipelineFiles

/// All that one case is checked by.
package struct CaseRules: Codable, Hashable, Sendable {
  /// The edition that is applied.
  package var ruleSet: RuleSet
  /// Other editions of its programme, which may govern instead.
  package var otherEditions: [RuleSet]
  /// What the checks read on the form, by the words printed there.
  package var answers: FormDescription.Answers
  /// Labels of the form's fields, by where the value stands.
  package var fieldLabels: [FieldValueSide: [String]]
  /// Labels of the form's dates, by what they ask for.
  package var dateLabels: [DatedFact.Role: [String]]
  /// What notarial certificates say.
  package var notary: Lexicon.Notary

  /// - Parameters:
  ///   - editions: Those that may govern; the rule set itself and those of other programmes are left
  ///     out.
  ///   - recognised: The id of the form that the case is on. Without one, or where it is of no
  ///     programme, the fields are called as on the form of the rule set's programme.
  package init(
    _ ruleSet: RuleSet, among editions: [RuleSet], recognised: String?, on forms: [FormDescription],
    wording: Lexicon
  ) throws(SettingsProblem) {
    let form =
      forms.first { $0.id == recognised && $0.answers != nil }
      ?? forms.first { $0.program == ruleSet.program && $0.answers != nil }
    guard let form, let answers = form.answers else {
      throw ruleSet.withoutForm(file: "rules/\(ruleSet.id).yaml")
    }
    self.ruleSet = ruleSet
    otherEditions = editions.filter { $0.program == ruleSet.program && $0.id != ruleSet.id }
    self.answers = answers
    fieldLabels = form.fieldLabels
    // No rule may see what a person is.
    dateLabels = form.dateLabels.filter { $0.key != .birth }
    notary = wording.notary
  }

  /// The fields that have one of `labels`.
  func fields(_ labels: [String]) -> [FormDescription.Field] {
    FieldValueSide.allCases.compactMap { side in
      let known = labels.filter(fieldLabels[side, default: []].contains)
      return known.isEmpty
        ? nil : FormDescription.Field(section: [], labels: known, value: side)
    }
  }
}
