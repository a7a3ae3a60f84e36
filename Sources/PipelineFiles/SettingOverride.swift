/// One key of `pipeline.yaml` with another value for one run: `ocr.dpi=400`.
package struct SettingOverride: Codable, Hashable, Sendable {
  /// The path of the key, such as `ocr.dpi`.
  package var key: String
  /// The value as YAML writes it.
  package var value: String

  package init(key: String, value: String) {
    self.key = key
    self.value = value
  }

  /// Reads `KEY=VALUE`. Whether there is such a key is found out when settings are loaded.
  package init(parsing text: String) throws(SettingsProblem) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw SettingsProblem(
        file: "--set \(text)", reason: "is not KEY=VALUE, such as ocr.dpi=400")
    }
    self.init(key: String(parts[0]), value: String(parts[1]))
  }

  /// As on the command line.
  package var text: String { "\(key)=\(value)" }
}
