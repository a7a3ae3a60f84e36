import ArgumentParser

struct FormCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form",
    abstract: "Put a form of your own to use: learn its blank, and try it on scans.",
    discussion: ExitStatus.table,
    subcommands: [FormLearnCommand.self, FormCheckCommand.self])
}
