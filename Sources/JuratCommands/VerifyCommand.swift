import ArgumentParser
import CaseBag
import FileStore
import Workspace

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a bundle: every file there, nothing more, every byte as it was.",
    discussion: """
      Only bundles that jurat wrote are valid here. Other bags are for programs such as bagit-python.

      \(ExitStatus.table)
      """)

  @OptionGroup var output: FormatOption
  @Argument(help: "The folder of a bundle.")
  var bundle: String

  private struct Verdict: Encodable {
    var isValid: Bool
    var problems: [BagProblem]
  }

  func run() throws {
    try Console.run {
      let path = Workspace.absolute(bundle)
      guard try Files.kind(of: path) == .folder else {
        throw CommandProblem("\(bundle): there is no such folder", status: .usage)
      }
      let problems = BagVerifier.verify(path)
      let isValid = problems.isEmpty
      switch output.format {
      case .json: try Console.print(json: Verdict(isValid: isValid, problems: problems))
      case .text:
        for problem in problems { try Console.print(problem.description) }
        try Console.print(isValid ? "\(bundle): valid" : "\(bundle): NOT valid")
      }
      return isValid ? .well : .someInputsFailed
    }
  }
}
