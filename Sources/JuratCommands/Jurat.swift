package import ArgumentParser
import Casework

/// The command line of jurat.
package struct Jurat: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "jurat",
    abstract: "Turns a night's mailed complaints into case bundles that a person can review.",
    discussion: """
      jurat never decides a complaint: it says what it found, where, how sure it is, and which \
      rule that touches.

      \(ExitStatus.table)
      """,
    version: Product.version,
    subcommands: [
      RunCommand.self, StatusCommand.self, ExplainCommand.self, RerunCommand.self,
      InspectCommand.self, DatesCommand.self, CheckCommand.self, RulesCommand.self,
      AmendCommand.self, DecideCommand.self, ReopenCommand.self, LetterCommand.self,
      PacketCommand.self, HistoryCommand.self,
      VerifyCommand.self,
      ExportCommand.self, FormCommand.self, SettingsCommand.self, SelftestCommand.self,
    ])

  package init() {}
}
