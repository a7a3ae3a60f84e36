package import Casework
package import PipelineFiles

/// The rule sets of `Pipeline/rules`, all of them found good.
package struct RuleLibrary: Hashable, Sendable {
  /// By their ids.
  package var ruleSets: [RuleSet]

  /// - Parameter forms: One of them has to be of each rule set's programme.
  package static func load(
    from folder: PipelineFolder, forms: [FormDescription]
  ) throws(SettingsProblem) -> RuleLibrary {
    var ruleSets: [RuleSet] = []
    for name in try folder.ruleSetNames() {
      let file = "rules/\(name).yaml"
      let ruleSet = try RuleSet(parsing: folder.text(of: file), file: file)
      guard ruleSet.id == name else {
        throw SettingsProblem(
          file: file, key: "id",
          reason: "is '\(ruleSet.id)'; a rule set has the name of its file, '\(name)'")
      }
      guard forms.contains(where: { $0.program == ruleSet.program }) else {
        throw ruleSet.withoutForm(file: file)
      }
      ruleSets.append(ruleSet)
    }
    let programmes = Set(ruleSets.map(\.program)).sorted()
    for form in forms {
      guard let program = form.program, !programmes.contains(program) else { continue }
      throw SettingsProblem(
        file: PipelineFolder.formPath(form.id), key: "program",
        reason: "is '\(program)', and no rule set is for it; there are: "
          + programmes.joined(separator: ", "))
    }
    return RuleLibrary(ruleSets: ruleSets)
  }

  package subscript(id: String) -> RuleSet? { ruleSets.first { $0.id == id } }

  /// The rule set for cases of `program`, which `check.ruleSets` or `check.fallback` names.
  ///
  /// - Parameter program: Of the form that was found; `nil` without one.
  package func governing(
    _ program: String?, settings: Settings.Check
  ) throws(SettingsProblem) -> RuleSet {
    let key = program.flatMap { settings.ruleSets[$0] == nil ? nil : "check.ruleSets.\($0)" }
    let name = program.flatMap { settings.ruleSets[$0] } ?? settings.fallback
    guard let governing = self[name] else {
      throw SettingsProblem(
        file: PipelineFolder.settingsFile, key: key ?? "check.fallback",
        reason: "no such file as rules/\(name).yaml; there are: "
          + ruleSets.map(\.id).joined(separator: ", "))
    }
    return governing
  }
}

extension RuleSet {
  /// Reads and validates one rule set.
  ///
  /// - Parameter file: The file's name for messages.
  package init(parsing text: String, file: String) throws(SettingsProblem) {
    self = try StrictYAML.decode(RuleSet.self, from: text, file: file)
  }

  /// That nothing says what the form of its programme is like.
  func withoutForm(file: String) -> SettingsProblem {
    SettingsProblem(
      file: file, key: "program",
      reason: "is '\(program)', and no file in forms/ describes a form of that programme; add one")
  }
}
