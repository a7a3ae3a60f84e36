import Foundation

/// The folder that operators edit: settings, rule sets and form descriptions.
package struct PipelineFolder: Hashable, Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  package static let settingsFile = "pipeline.yaml"

  /// Finds the folder.
  ///
  /// `explicit` where it is given, else `$JURAT_PIPELINE`, else `Pipeline` in the current folder,
  /// else `Pipeline` or `share/jurat/Pipeline` in the executable's folder or one around it.
  ///
  /// - Parameter executable: The path of the running program.
  package static func locate(
    explicit: String?, executable: String,
    environment: [String: String] = ProcessInfo.processInfo.environment,
    currentFolder: String = FileManager.default.currentDirectoryPath
  ) throws(SettingsProblem) -> PipelineFolder {
    if let explicit { return try PipelineFolder(path: explicit).checked(saidBy: "--pipeline") }
    if let variable = environment["JURAT_PIPELINE"], !variable.isEmpty {
      return try PipelineFolder(path: variable).checked(saidBy: "JURAT_PIPELINE")
    }
    let inCurrent = PipelineFolder(path: currentFolder + "/Pipeline")
    if inCurrent.hasSettings { return inCurrent }
    var folder = URL(fileURLWithPath: executable).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      for name in ["Pipeline", "share/jurat/Pipeline"] {
        let candidate = PipelineFolder(path: folder.appendingPathComponent(name).path)
        if candidate.hasSettings { return candidate }
      }
    }
    throw SettingsProblem(
      file: "Pipeline",
      reason: "no folder Pipeline with a \(settingsFile) here or above the program; "
        + "name it with --pipeline or JURAT_PIPELINE")
  }

  private var hasSettings: Bool {
    FileManager.default.fileExists(atPath: "\(path)/\(Self.settingsFile)")
  }

  private func checked(saidBy source: String) throws(SettingsProblem) -> PipelineFolder {
    guard hasSettings else {
      throw SettingsProblem(
        file: path,
        reason: "has no \(Self.settingsFile); \(source) has to name the folder that holds it")
    }
    return self
  }

  /// The text of a file of the folder, byte for byte.
  ///
  /// - Parameter file: Relative to the folder, such as `rules/ccm-2023.yaml`.
  package func text(of file: String) throws(SettingsProblem) -> String {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(file)"))
    } catch {
      throw SettingsProblem(file: file, reason: "cannot be read in \(path); is it there?")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SettingsProblem(file: file, reason: "is not UTF-8 text; save it as UTF-8")
    }
    return text
  }

  /// The names of the rule sets in `rules`, without `.yaml`, by the alphabet.
  package func ruleSetNames() throws(SettingsProblem) -> [String] { try names(in: "rules") }

  /// The names of the form descriptions in `forms`, without `.yaml`, by the alphabet.
  package func formNames() throws(SettingsProblem) -> [String] { try names(in: "forms") }

  private func names(in subfolder: String) throws(SettingsProblem) -> [String] {
    let files: [String]
    do {
      files = try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(subfolder)")
    } catch {
      throw SettingsProblem(file: subfolder, reason: "there is no such folder in \(path)")
    }
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(".yaml".count)) }
      .sorted()
  }
}
