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
      Of a date (t1-1-1406) one can say the day (--date) and its role (--role), of a signature or \
      notary block (a1-4-3802) its state and role, of a page (d01:3) its role, and of the case \
      itself the parties' names, the programme and the day received. It is kept with the case: no \
      night, rerun or upgrade drops it, and what the machine found stays beside it in case.json. \
      One whose finding is not there any more is told in INT-01. What changed in the findings is \
      printed.

      Documents that belong to another case are split off (--split), and two cases that are one \
      are joined (--join): new cases take the place of the old ones, which are closed and keep \
      what they have. What was said of findings goes along.

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
  @Option(
    help: ArgumentHelp(
      "The documents that belong to another case, such as d02,d03: two cases take the place of "
        + "this one.", valueName: "documents"))
  var split: String?
  @Option(
    help: ArgumentHelp(
      "The case that is one with this one: a new case takes the place of both.",
      valueName: "case"))
  var join: CaseID?
  @Argument(help: "A case, as 'jurat status' prints it.")
  var caseID: CaseID
  @Argument(help: "The finding (a1-4-3802, t1-1-1406) or page (d01:3); none for the case itself.")
  var subject: String?

  private var fields: [(field: Amendment.Field, value: String)] {
    let all: [(Amendment.Field, String?)] = [
      (.date, date), (.role, role), (.state, state), (.complainant, complainant),
      (.respondent, respondent), (.programme, programme), (.received, received),
    ]
    return all.compactMap { field, value in value.map { (field, $0) } }
  }

  func validate() throws {
    let others = [withdraw != nil, split != nil, join != nil].count { $0 }
    if others > 0 {
      guard others == 1, fields.isEmpty, subject == nil else {
        throw ValidationError(
          "--withdraw, --split and --join go without a finding and without anything else to say")
      }
    } else if fields.isEmpty {
      throw ValidationError(
        "say what it is: "
          + Amendment.Field.allCases.map { "--\($0.rawValue)" }.joined(separator: ", "))
    }
  }

  private var said: [SaidOfCase] {
    func said(_ act: CaseHistory.Act, _ change: (inout SaidOfCase) -> Void) -> SaidOfCase {
      var said = SaidOfCase(act: act, note: person.note)
      change(&said)
      return said
    }
    if let withdraw { return [said(.withdraw) { $0.number = withdraw }] }
    if let split {
      return [
        said(.split) { said in
          said.moved = split.split(separator: ",").map { DocumentID(rawValue: String($0)) }
        }
      ]
    }
    if let join { return [said(.join) { $0.joined = join }] }
    return fields.map { field, value in
      said(.amend) { ($0.subject, $0.field, $0.value) = (subject, field, value) }
    }
  }

  func run() throws {
    try Console.run {
      let workspace = try workspace.open()
      let session = try Session(settings: settings, reader: readers)
      let words = try CaseWords(
        of: caseID, in: workspace, programmes: session.configuration.programmes)
      // All of them are good before the first is written.
      let good = try said.map { try words.word($0, by: person.by) }
      for word in good { try words.add(word) }
      let made = try workspace.regrouping.finish(caseID)
      let results = try session.run(.whatIsDue, made.isEmpty ? [caseID] : made, in: workspace)
      try results.show(as: output.format)
      return results.status
    }
  }
}
