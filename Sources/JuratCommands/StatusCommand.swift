import ArgumentParser
import Casework
import FileStore
import Foundation
import Workspace

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say how the cases of a workspace stand, or what happened to one.",
    discussion: ExitStatus.table)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: FormatOption
  @Argument(help: "A case, for its history.")
  var caseID: CaseID?

  private struct Standing: Encodable {
    let schema = "jurat.status/1"
    var cases: [Ledger.CaseLine]
    var quarantined: [String]
    var unfinishedClaims: Int
  }

  /// What happened to one case, oldest first.
  private struct Happenings: Encodable {
    struct Happening: Encodable {
      /// ISO 8601, in UTC.
      var time: String
      var run: String
      var kind: Event.Kind
      var stage: Stage?
      var unit: String?
      var attempt: Int?
      var detail: String?
    }
    let schema = "jurat.events/1"
    var caseId: CaseID
    var events: [Happening]
  }

  func run() throws {
    try Console.run {
      let workspace = try workspace.open()
      let ledger = try Ledger.rebuilt(of: workspace)
      if let caseID { return try history(of: caseID, ledger) }
      let standing = Standing(
        cases: try ledger.cases(),
        quarantined: try Files.names(in: workspace.quarantine).filter { $0.hasPrefix("q-") },
        unfinishedClaims: try Files.names(in: workspace.claims).count)
      switch output.format {
      case .json: try Console.print(json: standing)
      case .text: try Console.print(text(standing))
      }
      return .well
    }
  }

  private func text(_ standing: Standing) -> String {
    var lines = standing.cases.map { line in
      let state =
        line.openStage.map { "open at \($0)" + (line.problem.map { ": \($0)" } ?? "") }
        ?? line.disposition ?? "open"
      let failures = line.failures == 0 ? "" : ", \(line.failures) failed"
      let arrivals = line.arrivals > 1 ? ", arrived \(line.arrivals) times" : ""
      let standing = line.standing == "open" ? "" : "  (\(line.standing))"
      return "\(line.id)  \(line.pages) pages\(failures)\(arrivals)  \(state)\(standing)"
    }
    if lines.isEmpty { lines = ["no cases"] }
    lines += standing.quarantined.map { "\($0)  quarantined; see its why.json" }
    if standing.unfinishedClaims > 0 {
      lines.append("\(standing.unfinishedClaims) packets claimed and not finished; run again")
    }
    return lines.joined(separator: "\n")
  }

  private func history(of id: CaseID, _ ledger: Ledger) throws -> ExitStatus {
    let events = try ledger.history(of: id)
    guard !events.isEmpty else {
      throw CommandProblem("nothing is known of \(id.rawValue)", status: .usage)
    }
    let happenings = Happenings(
      caseId: id,
      events: events.map {
        .init(
          time: Date(timeIntervalSince1970: $0.time)
            .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)),
          run: $0.run, kind: $0.kind, stage: $0.stage, unit: $0.unit, attempt: $0.attempt,
          detail: $0.detail)
      })
    switch output.format {
    case .json: try Console.print(json: happenings)
    case .text:
      for event in happenings.events {
        let what = [event.kind.rawValue, event.stage?.rawValue, event.unit, event.detail]
        try Console.print("\(event.time)  \(what.compactMap { $0 }.joined(separator: "  "))")
      }
    }
    return .well
  }
}
