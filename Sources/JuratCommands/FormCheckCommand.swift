import ArgumentParser
import CaseReport
import Casework
import PipelineEngine
import Stages

struct FormCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Try the description of a form on scans; nothing is written.",
    discussion: ExitStatus.table)

  @OptionGroup var readers: ReaderOptions
  @OptionGroup var settings: SettingsOptions
  @OptionGroup var output: FormatOption
  @Option(help: "Try this form alone.")
  var form: String?
  @Argument(help: "PDF, TIFF, JPEG or PNG files.")
  var files: [String]

  func run() throws {
    try Console.run {
      let paths = try existing(files)
      let session = try Session(settings: settings, reader: readers)
      var forms = session.configuration.forms
      if let form {
        forms = forms.filter { $0.id == form }
        guard !forms.isEmpty else {
          throw CommandProblem(
            "--form \(form): there are \(session.configuration.forms.map(\.id).joined(separator: ", "))",
            status: .usage)
        }
      }
      let facts = try session.seen(in: paths).facts
      let document = FormCheckDocument(facts, files: files, forms: forms)
      switch output.format {
      case .json: try Console.print(json: document)
      case .text: try Console.print(document.text)
      }
      return facts.isReadWhole ? .well : .someInputsFailed
    }
  }
}
