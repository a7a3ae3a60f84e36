import Casework
import FileStore
import Foundation
import Simulation
import TestSupport
import Testing
import Workspace

extension EndToEndTests {
  /// What people say in place of the machine, from the command line to `case.json`.
  struct AmendmentTests {
    /// As much of `case.json` as is said of amendments.
    private struct Amended: Decodable {
      struct Entry: Decodable {
        var number: Int
        var field: String
        var value: String
        var was: String?
        var applied: Bool
        var by: String
        var finding: String?
      }
      struct Finding: Decodable {
        var id: String
        var kind: String?
        var role: String
        var state: String?
        var amendments: [Int]
      }
      struct Party: Decodable {
        var text: String
      }
      struct Check: Decodable {
        var id: String
        var outcome: String
        var reason: String
      }
      var amendments: [Entry]
      var attestations: [Finding]
      var dates: [Finding]
      var parties: [String: Party?]
      var checks: [Check]
    }

    private func amended(_ site: Site, _ id: CaseID) throws -> Amended {
      try CanonicalJSON.decode(Amended.self, from: site.caseDocument(id))
    }

    private func siteWithOneCase() throws -> (Site, CaseID) {
      let site = try Site()
      try site.put("form.pdf", pages: "1-2,4", of: Site.formAndScan)
      try site.night()
      return (site, try site.onlyCase())
    }

    /// One of every kind, of findings that the case has.
    private func oneOfEachKind(_ found: Amended) throws -> [[String]] {
      let date = try #require(found.dates.first { $0.role == "occurrence" }).id
      let signature = try #require(found.attestations.first { $0.kind == "signature" }).id
      return [
        [date, "--date", "2024-04-09", "--role", "learned"],
        [signature, "--state", "uncertain", "--role", "witness"],
        ["d01:3", "--role", "supporting"],
        ["--complainant", "Ruth Achterberg"], ["--respondent", "N. Peewitt"],
        ["--programme", "cdms"], ["--received", "2024-06-05"],
      ]
    }

    private func amend(_ site: Site, _ id: CaseID, _ words: [String]) throws -> Ending {
      try RunningProgram.run(
        [
          BuiltPrograms.jurat, "amend", "--workspace", site.workspacePath, "--pipeline",
          site.pipeline, id.rawValue,
        ] + words + ["--by", "A. Clerk", "--note", "seen on the paper"])
    }

    @Test func `every kind of amendment changes what rests on it, and a rerun keeps it`() throws {
      let (site, id) = try siteWithOneCase()
      let before = try amended(site, id)
      for words in try oneOfEachKind(before) {
        let ending = try amend(site, id, words)
        #expect(ending.status == 0, "\(words): \(ending.errors)")
        #expect(ending.text.contains("ran "))
      }
      let after = try amended(site, id)
      #expect(
        after.amendments.map(\.field) == [
          "date", "role", "role", "state", "role", "complainant", "respondent", "programme",
          "received",
        ])
      #expect(after.amendments.allSatisfy { $0.applied && $0.by == "A. Clerk" })
      #expect(after.amendments.map(\.number) == Array(1...9))
      #expect(after.parties["complainant"]??.text == "Ruth Achterberg")
      #expect(
        after.amendments.first { $0.field == "complainant" }?.was
          == before.parties["complainant"]??.text, "the machine stays beside the person")
      #expect(after.dates.contains { $0.role == "learned" && $0.amendments == [1, 2] })
      let receipt = try #require(after.checks.first { $0.id == "DAT-02" })
      #expect(receipt.outcome == "satisfied" && receipt.reason.contains("as A. Clerk says"))

      let bag = try site.caseDocument(id)
      let rerun = try site.jurat("rerun", id.rawValue, "--stage", "attest")
      #expect(rerun.status == 0, "\(rerun.errors)")
      #expect(try site.caseDocument(id) == bag)
      try site.night()
      #expect(try site.caseDocument(id) == bag)
      let verified = try RunningProgram.run(
        [BuiltPrograms.jurat, "verify", "\(site.workspacePath)/bundles/\(id.rawValue)"])
      #expect(verified.status == 0)
    }

    @Test func `the same amendments in a fresh workspace give the same case`() throws {
      let (one, id) = try siteWithOneCase()
      let (other, same) = try siteWithOneCase()
      try #require(id == same)
      let words = try oneOfEachKind(amended(one, id))
      for said in words { #expect(try amend(one, id, said).status == 0) }
      // The other one is killed again and again while it is told the same.
      var random = SeededNumbers(seed: 16)
      for said in words {
        let program = try RunningProgram(
          [
            BuiltPrograms.jurat, "amend", "--workspace", other.workspacePath, "--pipeline",
            other.pipeline, id.rawValue,
          ] + said + ["--by", "A. Clerk", "--note", "seen on the paper"])
        let moment = Double.random(in: 0...0.6, using: &random)
        if !eventually(within: moment, { program.hasEnded }) { program.signal(SIGKILL) }
        _ = try program.ending(atMost: 60)
        // What is on disk is whole, whatever the moment was.
        let known = try other.workspace().caseFolder(id).history().amendments
        let fields = stride(from: 0, to: said.count, by: 1).filter { said[$0].hasPrefix("--") }
        let missing = fields.filter { index in
          !known.contains {
            "--\($0.change.field.rawValue)" == said[index] && $0.change.value == said[index + 1]
          }
        }
        let subject = said[0].hasPrefix("--") ? [] : [said[0]]
        if !missing.isEmpty {
          let again = subject + missing.flatMap { [said[$0], said[$0 + 1]] }
          #expect(try amend(other, id, again).status == 0)
        }
      }
      try other.night()
      #expect(try one.caseDocument(id) == other.caseDocument(id))
    }

    @Test func `an amendment whose finding is gone is said, and the case waits for a person`()
      throws
    {
      let (site, id) = try siteWithOneCase()
      let folder = try site.workspace().caseFolder(id)
      var history = try folder.history()
      var word = CaseHistory.Word(.amend, by: "A. Clerk", note: "")
      word.subject = .date(
        id: FindingID(rawValue: "t99"),
        place: Place(
          page: PageReference(document: DocumentID(position: 1), page: 2),
          box: Box(x: 1, y: 1, width: 2, height: 2)))
      word.change = .dateRole(.signed)
      try history.add(word, on: Digest.of("seen"))
      try site.night()
      let after = try amended(site, id)
      #expect(after.amendments.map(\.applied) == [false])
      let opened = try #require(after.checks.first { $0.id == "INT-01" })
      #expect(opened.outcome == "review")
      #expect(opened.reason.contains("amendment 1 (role of t99 is signed, said by A. Clerk)"))

      let taken = try amend(site, id, ["--withdraw", "1"])
      #expect(taken.status == 0, "\(taken.errors)")
      #expect(try amended(site, id).checks.first { $0.id == "INT-01" }?.outcome == "satisfied")
    }

    @Test func `what cannot be said is refused, and nothing is written`() throws {
      let (site, id) = try siteWithOneCase()
      let found = try amended(site, id)
      let date = try #require(found.dates.first).id
      let refusals = [
        ["t999", "--date", "2024-04-09"], [date, "--date", "9 April"], [date, "--state", "blank"],
        [date, "--role", "notary"], ["d01:99", "--role", "form"],
        ["d01:1", "--date", "2024-01-01"],
        ["--programme", "unknown"], ["--complainant", " "], ["--withdraw", "1"], [],
        // The second is wrong, so the first is not written either.
        [date, "--date", "2024-04-09", "--role", "nothing"],
      ]
      for words in refusals {
        let ending = try amend(site, id, words)
        #expect(ending.status == 64, "\(words): \(ending.errors)")
      }
      #expect(try site.workspace().caseFolder(id).history().entries.isEmpty)
    }

    @Test func `a decisions file is applied once, and a stale or broken one is refused`() throws {
      let (site, id) = try siteWithOneCase()
      let folder = try site.workspace().caseFolder(id)
      let digest = try #require(folder.record(of: .check)).outputDigest
      let date = try #require(try amended(site, id).dates.first { $0.role == "occurrence" }).id
      let path = "\(site.scratch.path)/decisions-\(id.rawValue).json"
      func write(_ text: String) throws { try Files.write(Array(text.utf8), to: path) }
      func file(_ entries: String, results: String) -> String {
        #"{"schema":"jurat.decisions/1","by":"B. Reviewer","cases":[{"caseId":"\#(id.rawValue)","#
          + #""results":"\#(results)","entries":[\#(entries)]}]}"#
      }
      let good = file(
        #"{"act":"hold","note":"ask the notary"},{"act":"amend","subject":"\#(date)","#
          + #""field":"date","value":"2024-04-09"}"#, results: digest.rawValue)
      for wrong in [
        "not JSON", "{}", good.replacing("decisions/1", with: "decisions/7"),
        good.replacing(date, with: "t999"), good.replacing("B. Reviewer", with: " "),
        good.replacing(digest.rawValue, with: String(repeating: "0", count: 64)),
        good.replacing("c-", with: "c-0"), good.replacing(#""hold""#, with: #""reject""#),
      ] {
        try write(wrong)
        let ending = try site.jurat("decide", "--file", path)
        #expect(ending.status == 64, "\(wrong): \(ending.errors)")
        #expect(ending.errors.contains(path))
      }
      #expect(try folder.history().entries.isEmpty)

      try write(good)
      let ending = try site.jurat("decide", "--file", path)
      #expect(ending.status == 0, "\(ending.errors)")
      let history = try folder.history()
      #expect(history.entries.map(\.act) == [.amend, .hold], "decided on what was amended")
      #expect(
        history.standing
          == .decided(.hold, on: try #require(folder.record(of: .check)).outputDigest))
      let again = try site.jurat("decide", "--file", path)
      #expect(again.status == 0 && again.text.contains("was applied before"))
      #expect(try folder.history().entries.count == 2)
    }
  }
}
