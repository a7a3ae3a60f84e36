import Casework
import FileStore
import Foundation
import PipelineEngine
import Simulation
import TestSupport
import Testing
import Workspace

extension EndToEndTests {
  /// Documents that belong to another case, and two cases that are one.
  struct RegroupingTests {
    /// As much of `case.json` as tells where a case comes from.
    private struct Made: Decodable {
      struct Origin: Decodable {
        var act: String
        var from: [String]
        var by: String
      }
      struct Document: Decodable {
        var id: String
        var sha256: String
      }
      struct Amendment: Decodable {
        var value: String
        var applied: Bool
        var document: String?
      }
      struct Arrival: Decodable {
        var name: String
        var files: [String]
      }
      var origin: Origin?
      var documents: [Document]
      var amendments: [Amendment]
      var arrivals: [Arrival]
    }

    private func made(_ site: Site, _ id: CaseID) throws -> Made {
      try CanonicalJSON.decode(Made.self, from: site.caseDocument(id))
    }

    private func put(_ site: Site, _ packet: String, _ files: [(name: String, words: String)])
      throws
    {
      let folder = try site.scratch.folder("inbox/\(packet)")
      for file in files {
        try Files.write(LinesPage.pdf([file.words]), to: "\(folder)/\(file.name)")
      }
    }

    private func amend(_ site: Site, _ id: CaseID, _ words: String...) throws -> Ending {
      try RunningProgram.run(
        [
          BuiltPrograms.jurat, "amend", "--workspace", site.workspacePath, "--pipeline",
          site.pipeline, id.rawValue,
        ] + words + ["--by", "A. Clerk", "--note", "two envelopes"])
    }

    private func openCases(_ site: Site) throws -> [CaseID] {
      let workspace = try site.workspace()
      return try workspace.cases().filter { try !workspace.caseFolder($0).isClosed() }
    }

    @Test func `documents of another case are split off, and what was said goes along`() throws {
      let site = try Site()
      try put(site, "Monday", [("1.pdf", "The first letter"), ("2.pdf", "The second letter")])
      try site.night()
      let id = try site.onlyCase()
      let before = try made(site, id)
      for refused in [["--split", "d03"], ["--split", "d01,d02"], ["--split", ""]] {
        #expect(try amend(site, id, refused[0], refused[1]).status == 64, "\(refused)")
      }
      #expect(try amend(site, id, "d02:1", "--role", "supporting").status == 0)
      #expect(try amend(site, id, "--complainant", "Ruth Achterberg").status == 0)
      let split = try amend(site, id, "--split", "d02")
      #expect(split.status == 0, "\(split.errors)")

      let parts = try openCases(site)
      try #require(parts.count == 2)
      let found = try parts.map { try made(site, $0) }
      let rest = try #require(found.first { $0.documents[0].sha256 == before.documents[0].sha256 })
      let moved = try #require(found.first { $0.documents[0].sha256 == before.documents[1].sha256 })
      for part in [rest, moved] {
        #expect(part.origin?.act == "split" && part.origin?.from == [id.rawValue])
        #expect(part.origin?.by == "A. Clerk")
        #expect(part.documents.map(\.id) == ["d01"])
        #expect(part.arrivals.map(\.name) == ["Monday"])
      }
      #expect(rest.arrivals[0].files == ["1.pdf"] && moved.arrivals[0].files == ["2.pdf"])
      #expect(rest.amendments.map(\.value) == ["Ruth Achterberg"])
      #expect(moved.amendments.map(\.value) == ["supporting"])
      #expect(moved.amendments.allSatisfy { $0.applied && $0.document == "d01" })

      // The old case keeps what it has, and no night makes any of it anew.
      let manifests = try site.manifests()
      let report = try site.night()
      #expect(try site.manifests() == manifests && manifests.count == 3)
      #expect(report.isReconciled)
      let history = try site.workspace().caseFolder(id).history()
      #expect(history.standing == .closed(by: .split))
      let verified = try RunningProgram.run([BuiltPrograms.jurat, "verify", site.workspacePath])
      #expect(verified.status == 0, "\(verified.text)")
      let list = try String(contentsOfFile: "\(site.workspacePath)/decided.html", encoding: .utf8)
      #expect(list.contains("Split into") && list.contains(id.rawValue))

      // Opened again, it is a case as before, and the next night does not split it once more.
      let reopened = try RunningProgram.run([
        BuiltPrograms.jurat, "reopen", "--workspace", site.workspacePath, id.rawValue, "--by",
        "A. Clerk", "--note", "a slip",
      ])
      #expect(reopened.status == 0, "\(reopened.errors)")
      try site.night()
      #expect(try openCases(site).count == 3)
    }

    @Test func `the review page offers both, and its decisions file does it`() throws {
      let site = try Site()
      try put(site, "Monday", [("1.pdf", "The first letter"), ("2.pdf", "The second letter")])
      try site.night()
      let id = try site.onlyCase()
      let browser = try Browser()
      let saved = try site.scratch.folder("saved")
      try browser.saveFiles(in: saved)
      /// Chooses an act on the page of a case, fills in what it asks, and applies the saved file.
      func decide(_ id: CaseID, _ act: String, _ fill: String) throws {
        try browser.open("\(site.workspacePath)/bundles/\(id.rawValue)/data/review.html")
        _ = try browser.value(
          of: """
            (document.querySelector('[name=act][value=\(act)]').click(), \(fill),
              document.getElementById('by').value = 'R. Reviewer',
              document.querySelector('#verdict').requestSubmit(), 0)
            """, as: Int.self)
        let file = "\(saved)/decisions-\(id.rawValue).json"
        try #require(eventually(within: 20) { FileManager.default.fileExists(atPath: file) })
        let applied = try site.jurat("decide", "--file", file)
        #expect(applied.status == 0, "\(applied.errors)")
        #expect(try site.jurat("decide", "--file", file).text.contains("was applied before"))
      }
      try decide(
        id, "split",
        "document.querySelectorAll('#verdict fieldset')[2].querySelectorAll('input')[1].click()")
      let parts = try openCases(site)
      try #require(parts.count == 2)
      try decide(
        parts[0], "join", "document.getElementById('joined').value = '\(parts[1].rawValue)'")
      let joined = try openCases(site)
      #expect(joined.count == 1)
      #expect(try made(site, joined[0]).origin?.act == "join")
    }

    @Test func `two cases that are one give one case, whichever is named first`() throws {
      var manifests: [[String: String]] = []
      for isMondayFirst in [true, false] {
        let site = try Site()
        try put(site, "Monday", [("1.pdf", "The first letter"), ("2.pdf", "In both envelopes")])
        try put(site, "Tuesday", [("1.pdf", "In both envelopes"), ("2.pdf", "The second letter")])
        try site.night()
        let cases = try site.workspace().cases()
        try #require(cases.count == 2)
        let isOrdered = try made(site, cases[0]).arrivals[0].name == "Monday"
        let (monday, tuesday) = isOrdered ? (cases[0], cases[1]) : (cases[1], cases[0])
        let index = try String(contentsOfFile: "\(site.workspacePath)/index.html", encoding: .utf8)
        #expect(index.contains("linked to \(monday.rawValue): the same document"))
        #expect(try amend(site, monday, "--join", monday.rawValue).status == 64)
        #expect(try amend(site, monday, "--complainant", "As Monday says").status == 0)
        #expect(try amend(site, tuesday, "--complainant", "As Tuesday says").status == 0)
        let (first, second) = isMondayFirst ? (monday, tuesday) : (tuesday, monday)
        let joined = try amend(site, first, "--join", second.rawValue)
        #expect(joined.status == 0, "\(joined.errors)")
        let open = try openCases(site)
        try #require(open.count == 1)
        let one = try made(site, open[0])
        #expect(one.documents.count == 3, "what both have is there once")
        #expect(one.origin?.from == [first.rawValue, second.rawValue])
        #expect(
          one.amendments.last?.value == (isMondayFirst ? "As Monday says" : "As Tuesday says"))
        #expect(try amend(site, second, "--complainant", "late").status == 64, "it is closed")
        try site.night()
        #expect(try openCases(site) == open)
        manifests.append(try site.manifests())
      }
      #expect(manifests[0] != manifests[1], "the first case's documents come first")
    }

    @Test func `killed at random moments, a split is whole after the next night`() throws {
      func prepared() throws -> (Site, CaseID) {
        let site = try Site()
        try put(site, "Monday", [("1.pdf", "The first letter"), ("2.pdf", "The second letter")])
        try site.night()
        let id = try site.onlyCase()
        #expect(try amend(site, id, "d02:1", "--role", "supporting").status == 0)
        return (site, id)
      }
      let (undisturbed, id) = try prepared()
      #expect(try amend(undisturbed, id, "--split", "d02").status == 0)
      try undisturbed.night()
      let expected = try undisturbed.manifests()
      try #require(expected.count == 3)
      let (site, _) = try prepared()
      var random = SeededNumbers(seed: 39)
      var isSplit = false
      for _ in 1...6 where !isSplit {
        let program = try RunningProgram([
          BuiltPrograms.jurat, "amend", "--workspace", site.workspacePath, "--pipeline",
          site.pipeline, id.rawValue, "--split", "d02", "--by", "A. Clerk", "--note",
          "two envelopes",
        ])
        if !eventually(within: .random(in: 0.02...0.5, using: &random), { program.hasEnded }) {
          program.signal(SIGKILL)
        }
        _ = try program.ending(atMost: 60)
        isSplit = try site.workspace().caseFolder(id).isClosed()
      }
      if !isSplit { #expect(try amend(site, id, "--split", "d02").status == 0) }
      try site.night()
      try site.night()
      #expect(try site.manifests() == expected)
    }
  }
}
