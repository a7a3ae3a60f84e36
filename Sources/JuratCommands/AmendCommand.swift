import ArgumentParser
import Casework
import PipelineEngine
import Stages
import Workspace

struct AmendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend",
    abstract:
      "Say something of a case in place of the machine; what rests on it is worked out anew.",
    discussion: """
      Of a date (t5) one can say the day (--date) and its role (--role), of a signature or notary \
      block (a3) its state and role, of a page (d01:3) its role, and of the case itself the \
      parties' names, the programme and the day received. It is kept with the case: no night, \
      rerun or upgrade drops it, and what the machine found stays beside it in case.json. One \
      whose finding is not there any more is told in INT-01. What changed in the findings is \
      printed.

      \(ExitStatus.table)
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var person: PersonOptions
  @OptionGroup var readers: ReaderOptions
  @OptionGroup var settings: SettingsOptions
  @OptionGroup var output: FormatOption
  @Option(help: "The day that a date names: 2024-04-09, or 2024-04-01..2024-04-30.")
  var date: String?
  @Option(help: "The role of a date, a signature, a notary block or a page.")
  var role: String?
  @Option(help: "Whether a signature or notary block is present, blank or uncertain.")
  var state: String?
  @Option(help: "The complainant's name.")
  var complainant: String?
  @Option(help: "The respondent's name.")
  var respondent: String?
  @Option(help: "The programme, such as ccm.")
  var programme: String?
  @Option(help: "The day received, from the envelope or the postal log.")
  var received: String?
  @Option(help: ArgumentHelp("Take an amendment back.", valueName: "number"))
  var withdraw: Int?
  @Argument(help: "A case, as 'jurat status' prints it.")
  var caseID: CaseID
  @Argument(help: "The finding (a3, t5) or page (d01:3); none for the case itself.")
  var subject: String?

  private var fields: [(field: Amendment.Field, value: String)] {
    let all: [(Amendment.Field, String?)] = [
      (.date, date), (.role, role), (.state, state), (.complainant, complainant),
      (.respondent, respondent), (.programme, programme), (.received, received),
    ]
    return all.compactMap { field, value in value.map { (field, $0) } }
  }

  func validate() throws {
    if withdraw != nil {
      guard fields.isEmpty, subject == nil else {
        throw ValidationError("--withdraw goes without a finding and without anything else to say")
      }
    } else if fields.isEmpty {
      throw ValidationError(
        "say what it is: "
          + Amendment.Field.allCases.map { "--\($0.rawValue)" }.joined(separator: ", "))
    }
  }

  func run() throws {
    try Console.run {
      let workspace = try workspace.open()
      let session = try Session(settings: settings, reader: readers)
      let words = try CaseWords(
        of: caseID, in: workspace, programmes: session.configuration.programmes)
      let said =
        withdraw.map { number in
          var taken = SaidOfCase(act: .withdraw, note: person.note)
          taken.number = number
          return [taken]
        }
        ?? fields.map { field, value in
          var amended = SaidOfCase(act: .amend, note: person.note)
          (amended.subject, amended.field, amended.value) = (subject, field, value)
          return amended
        }
      // All of them are good before the first is written.
      let good = try said.map { try words.word($0, by: person.by) }
      for word in good { try words.add(word) }
      let results = try session.run(.whatIsDue, [caseID], in: workspace)
      try results.show(as: output.format)
      return results.status
    }
  }
}
