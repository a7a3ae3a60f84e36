import Foundation
package import PipelineFiles

/// The rule sets of `Pipeline/rules`, all of them found good.
package struct RuleLibrary: Hashable, Sendable {
  /// By their ids.
  package var ruleSets: [RuleSet]

  package static func load(from folder: PipelineFolder) throws(SettingsProblem) -> RuleLibrary {
    var ruleSets: [RuleSet] = []
    for name in try folder.ruleSetNames() {
      let file = "rules/\(name).yaml"
      let ruleSet = try RuleSet(parsing: folder.text(of: file), file: file)
      guard ruleSet.id == name else {
        throw SettingsProblem(
          file: file, key: "id",
          reason: "is '\(ruleSet.id)'; a rule set is called as its file, '\(name)'")
      }
      ruleSets.append(ruleSet)
    }
    return RuleLibrary(ruleSets: ruleSets)
  }

  package subscript(id: String) -> RuleSet? { ruleSets.first { $0.id == id } }

  /// The rule sets for a case of `program`: first the governing one, which `check.ruleSets` or
  /// `check.fallback` names, then the other editions of the same programme.
  ///
  /// - Parameter program: Of the form that was found; `nil` without one.
  package func ruleSets(
    for program: String?, settings: Settings.Check
  ) throws(SettingsProblem) -> [RuleSet] {
    let key = program.flatMap { settings.ruleSets[$0] == nil ? nil : "check.ruleSets.\($0)" }
    let name = program.flatMap { settings.ruleSets[$0] } ?? settings.fallback
    guard let governing = self[name] else {
      throw SettingsProblem(
        file: PipelineFolder.settingsFile, key: key ?? "check.fallback",
        reason: "there is no rules/\(name).yaml; there are: "
          + ruleSets.map(\.id).joined(separator: ", "))
    }
    return editions(governedBy: governing)
  }

  /// `governing`, then the other editions of its programme by their ids.
  package func editions(governedBy governing: RuleSet) -> [RuleSet] {
    [governing]
      + ruleSets.filter { $0.program == governing.program && $0.id != governing.id }
  }
}

extension RuleSet {
  /// Reads and validates one rule set.
  ///
  /// - Parameter file: The file's name for messages.
  package init(parsing text: String, file: String) throws(SettingsProblem) {
    self = try StrictYAML.decode(RuleSet.self, from: text, file: file)
  }

  /// Text that is the same for the same rules, whatever comments and order the file has: what the
  /// key of a stage is made from.
  package var canonicalText: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(self) else {
      preconditionFailure("a rule set is text and numbers, which JSON can write")
    }
    return String(decoding: json, as: UTF8.self)
  }
}
