package import Casework
package import PageLayout

/// Settings, form descriptions and wording of one run, all of them found good before it begins.
///
/// Rule sets are loaded by `FilingRules`, which knows what is in them.
package struct PipelineConfiguration: Hashable, Sendable {
  package var folder: PipelineFolder
  package var settings: Settings
  /// By their ids.
  package var forms: [FormDescription]
  package var lexicon: Lexicon

  package static func load(
    from folder: PipelineFolder, overrides: [SettingOverride] = []
  ) throws(SettingsProblem) -> PipelineConfiguration {
    let settings = try Settings.load(from: folder, overrides: overrides)
    let forms = try folder.forms()
    guard !forms.isEmpty else {
      throw SettingsProblem(
        file: "forms", reason: "has no form description; restore ccm-complaint.yaml")
    }
    let known = try folder.ruleSetNames()
    let named = settings.check.ruleSets.sorted { $0.key < $1.key }
    let keys = named.map { ("check.ruleSets.\($0.key)", $0.value) }
    for (key, name) in keys + [("check.fallback", settings.check.fallback)]
    where !known.contains(name) {
      throw SettingsProblem(
        file: PipelineFolder.settingsFile, key: key,
        reason: "no such file as rules/\(name).yaml; there are: \(known.joined(separator: ", "))")
    }
    return PipelineConfiguration(
      folder: folder, settings: settings, forms: forms, lexicon: try folder.lexicon())
  }
}
