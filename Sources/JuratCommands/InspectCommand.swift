import ArgumentParser
import CaseReport
import Casework
import PipelineEngine
import Stages

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show what the reader sees in files, with no rules applied and nothing written.",
    discussion: ExitStatus.table)

  @OptionGroup var readers: ReaderOptions
  @OptionGroup var settings: SettingsOptions
  @OptionGroup var output: FormatOption
  @Argument(help: "PDF, TIFF, JPEG or PNG files; together they are seen as one packet.")
  var files: [String]

  func run() throws {
    try Console.run {
      let paths = try existing(files)
      let session = try Session(settings: settings, reader: readers)
      let facts = try session.seen(in: paths).facts
      let named = Dictionary(
        uniqueKeysWithValues: zip(facts.documents.map(\.ingested.id), files))
      let document = InspectionDocument(facts: facts, paths: named)
      switch output.format {
      case .json: try Console.put(document.json())
      case .text: try Console.print(document.text())
      }
      return facts.isReadWhole ? .well : .someInputsFailed
    }
  }
}
