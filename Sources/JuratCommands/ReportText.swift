import Casework
import PipelineEngine
import Workspace

/// The summary of a run for the terminal and for the mail that cron sends.
enum ReportText {
  static func summary(_ report: RunReport, folder: String, workspace: String) -> String {
    var lines: [String] = []
    let packets = report.packets
    lines.append("run \(report.run): \(seconds(report.seconds)), \(report.jobs) readers")
    lines.append(
      "packets  \(packets.received) received: \(packets.taken) taken, "
        + "\(counted(packets.duplicates, "duplicate")), \(packets.quarantined) quarantined, "
        + "\(packets.failing) failing; \(packets.leftForNextNight) left for the next night"
        + (packets.notRemovable == 0
          ? "" : ", \(packets.notRemovable) taken before and not removable from the inbox"))
    let dispositions = report.changedCases.map(\.disposition)
    lines.append(
      "cases    \(dispositions.count): \(dispositions.count { $0 == .ready }) ready, "
        + counted(dispositions.count { $0 == .deficiencyCandidate }, "deficiency candidate") + ", "
        + "\(dispositions.count { $0 == .review }) for review; "
        + "\(report.failingCases.count) without a bundle")
    if let older = olderCases(report) { lines.append("older    \(older)") }
    let details = details(report)
    if !details.isEmpty { lines += [""] + details }
    lines.append("")
    lines.append(
      report.isReconciled
        ? "packets in and out add up" : "PACKETS IN AND OUT DO NOT ADD UP; see the report")
    lines.append("list     \(workspace)/index.html")
    lines.append("report   \(folder)/report.html")
    // One that shows what there is to see.
    let longest = report.changedCases.filter { $0.bundle != nil }.max { $0.pages < $1.pages }
    if let bundle = longest?.bundle {
      lines.append("a bundle \(workspace)/\(bundle)/data/review.html")
    }
    return lines.joined(separator: "\n")
  }

  /// A line for every case and packet that there is something new to say of.
  private static func details(_ report: RunReport) -> [String] {
    let cases = report.changedCases.flatMap { line in
      let failures = line.failures == 0 ? "" : ", \(line.failures) failed"
      let pages = counted(line.pages, "page")
      return ["  \(line.id.rawValue)  \(pages)\(failures)  \(state(of: line))"]
        + ((line.alerts ?? []) + (line.notes ?? [])).map { "    \($0)" }
    }
    return cases
      + report.quarantined.map { "  \($0.id)  in quarantine: \($0.reason)" }
      + report.packetProblems.map { "  not taken in: packet \($0)" }
  }

  static func state(of line: RunReport.CaseLine) -> String {
    line.problem.map { "not through: \($0)" } ?? line.disposition?.rawValue ?? "open"
  }

  /// What is to be said of the cases on which nothing was done; `nil` where there are none.
  static func olderCases(_ report: RunReport) -> String? {
    let older = report.unchangedCases
    guard !older.isEmpty else { return nil }
    let failing = older.count { $0.failures > 0 }
    let number = older.count == 1 ? "1 case as it was" : "\(older.count) cases as they were"
    return failing == 0
      ? number
      : "\(number); in \(failing) of them something failed: see 'jurat status', 'jurat rerun --failed'"
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private static func seconds(_ seconds: Double) -> String {
    seconds < 90 ? "\(Int(seconds.rounded())) s" : "\(Int((seconds / 60).rounded())) min"
  }
}
