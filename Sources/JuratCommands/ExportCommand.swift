import ArgumentParser
import CaseReport
import Casework
import FileStore
import Stages
import Workspace

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print the fields of the cases' forms as CSV, for a register of your own.",
    discussion: """
      One line a field or check box: case, document, page, field, label, state, writing, value, \
      confidence. A value is there where a machine wrote it and it was read surely; what is written \
      by hand is for a person to read. Birth dates and identity numbers are masked.

      \(ExitStatus.table)
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @Argument(help: "Cases, as 'jurat status' prints them; by default all that came so far.")
  var cases: [CaseID] = []

  func run() throws {
    try Console.run {
      let workspace = try workspace.open()
      let known = try workspace.cases()
      if let unknown = cases.first(where: { !known.contains($0) }) {
        throw CommandProblem("\(unknown.rawValue): there is no such case", status: .usage)
      }
      var isWhole = true
      var lines = [FieldRegister.head]
      for id in cases.isEmpty ? known : cases {
        let folder = workspace.caseFolder(id)
        guard
          let found = try folder.readIfWhole(
            [Attestation].self, from: AttestStage.output, of: .attest)
        else {
          isWhole = false
          Console.complain("\(id.rawValue): left out; its stage attest has not been run")
          continue
        }
        lines += FieldRegister.lines(of: found, in: id)
      }
      try Console.put(Array(lines.joined().utf8))
      return isWhole ? .well : .someInputsFailed
    }
  }
}
