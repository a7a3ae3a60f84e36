import ArgumentParser
import PipelineFiles
import Stages

struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings",
    abstract: "Validate everything in Pipeline/ and print the settings in force.",
    discussion: ExitStatus.table)

  @OptionGroup var settings: SettingsOptions
  @OptionGroup var output: FormatOption

  func run() throws {
    try Console.run {
      let configuration = try Configuration(
        folder: settings.folder(), overrides: settings.settingOverrides(), tools: .unknown)
      _ = try LetterWording.load(from: settings.folder())
      switch output.format {
      case .json: try Console.print(json: configuration.settings)
      case .text: try Console.print(configuration.settings.listing)
      }
      return .well
    }
  }
}
