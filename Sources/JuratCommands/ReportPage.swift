import CaseReport
import Casework
import Foundation
import PipelineEngine
import ReaderPool
import ReaderProtocol
import Workspace

/// The report of a run as a page: `runs/<run-id>/report.html`. It is for people, and has the names of the
/// parties; `report.json` and the log have ids only.
enum ReportPage {
  /// - Parameter names: who complains of whom, by case.
  static func html(_ report: RunReport, names: [CaseID: String]) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" \
    content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width">
    <title>jurat run \(MarkupText.escaped(report.run))</title>
    <style>
    \(PageStyle.css)
    main { margin: 1.5rem auto; max-width: 64rem; padding: 0 1rem; } table { margin: .8rem 0; }
    </style>
    </head>
    <body>
    <main>
    <h1>Run \(MarkupText.escaped(report.run))</h1>
    <p>\(report.isReconciled
      ? "Packets in and out add up."
      : "<strong>Packets in and out do not add up: look at the packets that are failing.</strong>")
    \(report.isInterrupted ? "The run was interrupted; the next one carries on." : "")</p>
    <table>
    <caption>Packets</caption>
    <tr><th scope="col">received</th><th scope="col">taken</th><th scope="col">duplicates</th>\
    <th scope="col">quarantined</th><th scope="col">failing</th>\
    <th scope="col">left for the next night</th></tr>
    <tr><td>\(report.packets.received)</td><td>\(report.packets.taken)</td>\
    <td>\(report.packets.duplicates)</td><td>\(report.packets.quarantined)</td>\
    <td>\(report.packets.failing)</td><td>\(report.packets.leftForNextNight)</td></tr>
    </table>
    \(report.packetProblems.map { "<p>Not taken in: packet \(MarkupText.escaped($0))</p>" }.joined())
    <table>
    <caption>Cases</caption>
    <tr><th scope="col">case</th><th scope="col">pages</th><th scope="col">failed</th>\
    <th scope="col">disposition</th><th scope="col">bundle</th></tr>
    \(report.changedCases.map { row($0, names[$0.id] ?? "") }.joined(separator: "\n"))
    </table>
    \(ReportText.olderCases(report).map { "<p>Of earlier nights: \(MarkupText.escaped($0)).</p>" } ?? "")
    \(report.quarantined.isEmpty ? "" : quarantine(report.quarantined))
    <p>\(Int(report.seconds.rounded())) seconds, \(report.jobs) readers at once, \
    \(Int(report.readers.cpuSeconds.rounded())) CPU seconds in readers, the largest of them \
    \(report.readers.peakMegabytes) MiB. Readers were confined by \
    \(report.guards.isEmpty ? "nothing" : report.guards.map(\.inWords).joined(separator: ", ")).</p>
    </main>
    </body>
    </html>

    """
  }

  private static func row(_ line: RunReport.CaseLine, _ name: String) -> String {
    let state = ([ReportText.state(of: line)] + (line.alerts ?? []) + (line.notes ?? []))
      .map(MarkupText.escaped).joined(separator: "<br>")
    let bundle = line.bundle.map {
      "<a href=\"../../\(MarkupText.escaped($0))/data/review.html\">review page</a>"
    }
    return """
      <tr><td>\(MarkupText.escaped(name)) <code>\(line.id.rawValue)</code></td>\
      <td>\(line.pages)</td><td>\(line.failures)</td><td>\(state)</td>\
      <td>\(bundle ?? "none yet")</td></tr>
      """
  }

  private static func quarantine(_ lines: [Quarantine.Entry]) -> String {
    let rows = lines.map {
      "<tr><td><code>\(MarkupText.escaped($0.id))</code></td><td>\(MarkupText.escaped($0.reason))</td></tr>"
    }
    return """
      <table>
      <caption>Quarantine</caption>
      <tr><th scope="col">id</th><th scope="col">reason</th></tr>
      \(rows.joined(separator: "\n"))
      </table>
      """
  }
}
