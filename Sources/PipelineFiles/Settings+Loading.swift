extension Settings {
  /// The settings in force: those of `pipeline.yaml`, then the overrides, the last one winning.
  ///
  /// The file itself has to be good; an override cannot mend it, nor add a key to it.
  package static func load(
    from folder: PipelineFolder, overrides: [SettingOverride] = []
  ) throws(SettingsProblem) -> Settings {
    try load(
      from: folder.text(of: PipelineFolder.settingsFile), file: PipelineFolder.settingsFile,
      overrides: overrides)
  }

  /// - Parameter file: The file's name for messages.
  package static func load(
    from text: String, file: String, overrides: [SettingOverride] = []
  ) throws(SettingsProblem) -> Settings {
    var tree = try YAMLTree(parsing: text, file: file)
    var settings = try StrictYAML.decode(Settings.self, from: tree, file: file)
    for override in overrides {
      let source = "--set \(override.text)"
      let known = tree.leafPaths()
      guard known.contains(override.key) else {
        let nearest = override.key.nearest(among: known)
        throw SettingsProblem(
          file: source, key: override.key,
          reason: "unknown setting; "
            + (nearest.map { "did you mean '\($0)'?" } ?? "'jurat settings' lists them"))
      }
      var value = try YAMLTree(parsing: override.value, file: source)
      value.line = nil
      _ = tree.replace(override.key.split(separator: ".").map(String.init), with: value)
      do {
        settings = try StrictYAML.decode(Settings.self, from: tree, file: source)
      } catch {
        // The file was good: whatever is wrong now came with the override.
        throw SettingsProblem(file: source, key: error.key, reason: error.reason)
      }
    }
    return settings
  }
}
