import Casework
import FileStore
import Foundation
import PipelineEngine
import TestSupport
import Testing
import Workspace

extension EndToEndTests {
  /// The morning after: the list of cases, and what is decided about them.
  struct DecisionTests {
    private static func list(_ site: Site, _ name: String) throws -> String {
      String(
        decoding: try #require(try Files.contents(of: "\(site.workspacePath)/\(name).html")),
        as: UTF8.self)
    }

    private static func jurat(_ site: Site, _ command: String, _ arguments: String...) throws
      -> Ending
    {
      try RunningProgram.run(
        [BuiltPrograms.jurat, command, "--workspace", site.workspacePath] + arguments)
    }

    @Test func `a closed case leaves the list, no night works on it, and it can come back`() throws
    {
      let site = try Site()
      try site.putTwoPackets()
      try site.night()
      let ids = try site.workspace().cases().map(\.rawValue)
      #expect(try ids.allSatisfy(Self.list(site, "index").contains))
      let closed = ids[0]
      let bag = try site.manifests()

      let decided = try Self.jurat(
        site, "decide", closed, "close", "--by", "A. Clerk", "--note", "withdrawn by telephone")
      #expect(decided.status == 0, "\(decided.errors)")
      #expect(try !Self.list(site, "index").contains(closed))
      #expect(try Self.list(site, "index").contains(ids[1]))
      #expect(try Self.list(site, "decided").contains("withdrawn by telephone"))

      // Other settings make everything due, but for what is closed.
      let night = try site.night(jobs: 2, ["--set", "bundle.cropMargin=31"])
      #expect(night.closedCases == 1)
      #expect(night.cases.map(\.id.rawValue) == [ids[1]])
      #expect(night.isReconciled)
      #expect(try site.manifests()[closed] == bag[closed])

      let again = try Self.jurat(site, "reopen", closed, "--by", "A. Clerk", "--note", "a mistake")
      #expect(again.status == 0, "\(again.errors)")
      #expect(try Self.list(site, "index").contains(closed))
      let history = try Self.jurat(site, "history", closed)
      #expect(history.text.contains("close, by A. Clerk: withdrawn by telephone"))
      #expect(history.text.split(separator: "\n").count == 2)
      let later = try site.night()
      #expect(later.closedCases == 0 && later.cases.count == 2)
    }

    @Test func `the same documents coming once more for a closed case are told of`() throws {
      let site = try Site()
      try site.put("form.pdf", pages: "1-2", of: Site.formAndScan)
      try site.night()
      let id = try site.onlyCase().rawValue
      #expect(try Self.jurat(site, "decide", id, "close", "--by", "A. Clerk").status == 0)
      try site.put("form-again.pdf", pages: "1-2", of: Site.formAndScan)
      let night = try site.night(endsWith: 65)
      #expect(night.packets.duplicates == 1)
      #expect(night.cases.first?.alerts?.first?.contains("is closed") == true)
    }

    @Test func `a damaged original of a closed case is restored and told of`() throws {
      let site = try Site()
      try site.put("form.pdf", pages: "1-2", of: Site.formAndScan)
      try site.night()
      let id = try site.onlyCase()
      #expect(try Self.jurat(site, "decide", id.rawValue, "close", "--by", "A. Clerk").status == 0)
      let workspace = try site.workspace()
      let documents = try workspace.caseFolder(id).documents()
      let original = workspace.originalPath(documents[0])
      try Files.write(Array("gone".utf8), to: original)
      let night = try site.night(endsWith: 65)
      #expect(night.cases.first?.alerts?.first?.contains("was restored from the bag") == true)
      #expect(try Digest.ofFile(at: original) == documents[0].sha256)
      let next = try site.night()
      #expect(next.cases.isEmpty && next.closedCases == 1)
    }

    @Test func `a decided case comes back to the list when its findings change`() throws {
      let site = try Site()
      try site.put("form.pdf", pages: "1-2", of: Site.formAndScan)
      try site.night()
      let id = try site.onlyCase().rawValue
      #expect(try Self.jurat(site, "decide", id, "hold", "--by", "A. Clerk").status == 0)
      #expect(try !Self.list(site, "index").contains(id))
      // Under another edition of the rules, other findings.
      try site.night(jobs: 2, ["--set", "check.ruleSets.ccm=ccm-2015"])
      let list = try Self.list(site, "index")
      #expect(list.contains(id))
      #expect(list.contains("findings have changed since it was decided"))
    }

    @Test func `what cannot be decided is refused, and nothing is written`() throws {
      let site = try Site()
      try site.put("form.pdf", pages: "1-2", of: Site.formAndScan)
      try site.night()
      let id = try site.onlyCase()
      let checks = try site.bundledCase(id).checks
      let satisfied = try #require(checks.first(where: { $0.outcome == "satisfied" })?.id)
      let refusals = [
        ["c-0000000000000000", "hold", "--by", "A"],
        [id.rawValue, "hold"], [id.rawValue, "hold", "--by", " "],
        [id.rawValue, "deficient", "--by", "A"],
        [id.rawValue, "deficient", "--by", "A", "--because", "XYZ-99"],
        [id.rawValue, "deficient", "--by", "A", "--because", satisfied],
      ]
      for arguments in refusals {
        let ending = try RunningProgram.run(
          [BuiltPrograms.jurat, "decide", "--workspace", site.workspacePath] + arguments)
        #expect(ending.status == 64, "\(arguments): \(ending.errors)")
      }
      #expect(try Self.jurat(site, "reopen", id.rawValue, "--by", "A").status == 64, "it is open")
      #expect(try site.workspace().caseFolder(id).history().entries.isEmpty)
    }
  }
}
