import ArgumentParser
import CaseReport
import Casework
import FileStore
import PipelineFiles
import Workspace

struct LetterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter",
    abstract: "Draft a letter about the deficiencies that a person has confirmed.",
    discussion: """
      It names every row that the decision rests on, in plain words, with its rule and what may be \
      done about it; the wording is Pipeline/letters/deficiency.yaml. It is a draft for a person to \
      send: jurat sends nothing. Without a decision 'deficient', or when the findings have changed \
      since it, there is no letter.

      \(ExitStatus.table)
      """)

  enum Form: String, CaseIterable, ExpressibleByArgument { case text, html }

  @OptionGroup var workspace: WorkspaceOptions
  @Option(
    help: ArgumentHelp(
      "The folder with letters/deficiency.yaml.",
      discussion: "Else $JURAT_PIPELINE, ./Pipeline, or the one installed with the program."))
  var pipeline: String?
  @Option(help: "text, or html for the printer.")
  var format = Form.text
  @Argument(help: "A case, as 'jurat status' prints it.")
  var caseID: CaseID

  func run() throws {
    try Console.run {
      let folder = try PipelineFolder.locate(explicit: pipeline, executable: Program.path)
      let wording = try LetterWording.load(from: folder)
      let words = try CaseWords(of: caseID, in: workspace.open())
      let letter = try words.deficiencyLetter(wording, on: .today)
      try Console.put(Array((format == .text ? letter.text : letter.html).utf8))
      return .well
    }
  }
}

extension CaseWords {
  /// - Throws: `CommandProblem`, where nobody has confirmed deficiencies of the findings as they are.
  fileprivate func deficiencyLetter(_ wording: LetterWording, on day: CivilDate) throws
    -> DeficiencyLetter
  {
    let history = try history()
    guard case .decided(.deficient, let seen) = history.standing,
      let decision = history.lastDecision
    else {
      throw CommandProblem(
        "\(id.rawValue): nobody has decided that it is deficient; a letter says only what a person "
          + "has confirmed ('jurat decide')", status: .usage)
    }
    guard try seen == resultsDigest() else {
      throw CommandProblem(
        "\(id.rawValue): its findings have changed since it was decided; look at the case and "
          + "decide again", status: .usage)
    }
    let results = try results()
    var blanks: [LetterWording.Blank: String] = [.case: id.rawValue, .day: day.description]
    blanks[.complainant] = results.identity.complainant?.text
    blanks[.respondent] = results.identity.respondent?.text
    blanks[.received] = results.identity.received?.inWords
    blanks[.rules] = results.ruleSet
    let points = try decision.because.map { row in
      guard let says = wording.rows[row], let check = results.checks.first(where: { $0.id == row })
      else {
        throw SettingsProblem(
          file: LetterWording.file, key: "rows.\(row)",
          reason: "is missing; write what is wanting (says) and what may be done (remedy)")
      }
      var blanks = blanks
      let citation = check.source.map { "\(check.rule). \($0)" } ?? check.rule
      (blanks[.title], blanks[.citation]) = (check.title, citation)
      return DeficiencyLetter.Point(
        says: LetterWording.filled(says.says, with: blanks),
        remedy: LetterWording.filled(says.remedy, with: blanks), citation: citation)
    }
    func filled(_ text: String) -> String { LetterWording.filled(text, with: blanks) }
    return DeficiencyLetter(
      day: day, subject: filled(wording.subject), opening: filled(wording.opening), points: points,
      closing: filled(wording.closing))
  }
}
