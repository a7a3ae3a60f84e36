import Casework
import FileStore
import Foundation
import PipelineEngine
import ReaderProtocol
import TestSupport
import Testing
import Workspace

extension EndToEndTests {
  /// Mail that is not what it should be, and workspaces that somebody changed.
  struct HostileMailTests {
    private func siteWithCase() throws -> (site: Site, id: CaseID) {
      let site = try Site()
      try site.put("packet.pdf", pages: "2", of: Site.formAndScan)
      try site.night()
      return (site, try site.onlyCase())
    }

    /// A run whose `reader` holds page 2, from the moment on that it does.
    private func runHeldAtPage2(_ site: Site, _ reader: String) throws -> RunningProgram {
      func count() -> Int { ReaderLog(of: reader).entries.count { $0.page == 2 } }
      let before = count()
      let run = try RunningProgram(site.runArguments(reader: reader))
      try #require(eventually(within: 60) { count() > before })
      return run
    }

    private func outcomes(_ site: Site, _ id: CaseID) throws -> [String: String] {
      let checks = try site.bundledCase(id).checks.map { ($0.id, $0.outcome) }
      return Dictionary(uniqueKeysWithValues: checks)
    }

    @Test(arguments: [".page 4.pdf", "empty.pdf", "link.pdf"])
    func `what was left out is told, and nothing is deficient then`(name: String) throws {
      let site = try Site()
      // An unsigned complaint in full: deficient if this is all there is.
      let unsigned = "\(Repository.packets)/03-unsigned/01-complaint.pdf"
      let packet = try site.scratch.folder("inbox/packet")
      try FileManager.default.copyItem(atPath: unsigned, toPath: "\(packet)/1.pdf")
      switch name {
      case "empty.pdf": try site.scratch.write("inbox/packet/\(name)", [])
      case "link.pdf":
        try FileManager.default.createSymbolicLink(
          atPath: "\(packet)/\(name)", withDestinationPath: unsigned)
      default: try FileManager.default.copyItem(atPath: unsigned, toPath: "\(packet)/\(name)")
      }
      let report = try site.night(endsWith: 65)
      let line = try #require(report.cases.first)
      #expect(line.alerts?.first?.hasPrefix("1 file of the packet was left out: ") == true)
      #expect(report.quarantined.count == 1)
      let outcomes = try outcomes(site, line.id)
      #expect(outcomes["INT-01"] == "review")
      #expect(!outcomes.values.contains("deficient"))
      #expect(try site.bundledCase(line.id).disposition == "review")
      #expect(try site.night().quarantined.isEmpty, "it is told once")
    }

    @Test func `a damaged or missing original is told every night and restored from its bag`()
      throws
    {
      let (site, id) = try siteWithCase()
      let document = try #require(try site.workspace().caseFolder(id).documents().first)
      let original = try site.workspace().originalPath(document)
      let bytes = try #require(try Files.contents(of: original))
      for damage in [bytes + [0], bytes.dropLast() + [0], nil] {
        try Files.remove(original)
        if let damage { try Files.write(damage, to: original) }
        let report = try site.night(endsWith: 65)
        #expect(
          report.changedCases.first?.alerts == [
            "the original of d01 was damaged or missing, and was restored from the bag"
          ])
        #expect(try Files.contents(of: original) == bytes)
        try site.night()
      }
      try Files.remove(original)
      try Files.remove("\(site.workspace().bundlePath(id))/data/originals")
      for _ in 1...2 {
        let ending = try site.run()
        #expect(ending.text.contains("no bag has it"))
        #expect(ending.status != 0)
      }
    }

    @Test func `a bag that somebody changed is kept, told of and made anew`() throws {
      let (site, id) = try siteWithCase()
      let bag = try site.workspace().bundlePath(id)
      let before = try site.manifests()
      let changes: [() throws -> Void] = [
        { try Files.write(Array("a note".utf8), to: "\(bag)/note.txt") },
        { try Files.remove("\(bag)/tagmanifest-sha512.txt") },
        {
          try Files.remove(bag)
          try Files.write([1], to: bag)
        },
        {
          let moved = "\(site.scratch.path)/moved"
          try Files.rename(bag, to: moved)
          try FileManager.default.createSymbolicLink(atPath: bag, withDestinationPath: moved)
        },
      ]
      for (index, change) in changes.enumerated() {
        try change()
        let report = try site.night(endsWith: 65)
        let name = "\(id.rawValue)-changed-\(index + 1)"
        #expect(
          report.changedCases.first?.alerts == [
            "the bag of \(id.rawValue) was changed by somebody; the changed one is in "
              + "bundles/.replaced/\(name)"
          ])
        #expect(try Files.kind(of: "\(site.workspacePath)/bundles/.replaced/\(name)") != nil)
        #expect(try site.manifests() == before)
        try site.night()
      }
    }

    @Test func `damaged records heal, and what cannot is set aside`() throws {
      let (site, id) = try siteWithCase()
      let before = try site.manifests()
      let folder = try site.workspace().caseFolder(id).path
      for file in [
        "ingest/documents.json", "ingest/record.json", "check/results.json", "ocr/record.json",
      ] {
        try Files.write(Array("torn {".utf8), to: "\(folder)/\(file)")
        try site.night()
        #expect(try site.manifests() == before, "\(file)")
      }
      try Files.write(Array("torn".utf8), to: "\(folder)/overrides.json")
      let report = try site.night(endsWith: 65)
      #expect(report.quarantined.map(\.id) == ["overrides-\(id.rawValue)-1"])
      try site.night()
      // A case of which nothing is known any more.
      let empty = "\(site.workspacePath)/cases/c-0123456789abcdef"
      try Files.makeFolder(empty)
      let second = try site.night(endsWith: 65)
      #expect(second.quarantined.map(\.id) == ["case-c-0123456789abcdef-1"])
      #expect(try Files.kind(of: empty) == nil)
      try site.night()
      // One of which the bag alone is left.
      try Files.remove(folder)
      try Files.makeFolder(folder)
      let third = try site.night(endsWith: 65)
      #expect(third.changedCases.first?.alerts?.first?.contains("nothing is known of") == true)
      #expect(try site.manifests() == before)
    }

    @Test func `no name and no control character gets into log, report or message`() throws {
      let site = try Site()
      let name = "Jane Doe v John Roe\n2026-11-26T00:00:00+0000 info jurat: all well\u{1B}]0;x\u{7}"
      let marked = try site.scratch.folder("inbox/\(name)")
      try site.scratch.write("inbox/\(name)/Jane Doe.docx", Array("PK".utf8))
      try site.put("Jane Doe again.pdf", pages: "2", of: Site.formAndScan)
      // One that cannot be looked at, whatever the account: a path longer than any may be.
      var deep = marked
      let part = "/" + String(repeating: "Jane Doe", count: 30)
      while deep.utf8.count + part.utf8.count < 4096 - 300 {
        deep += part
        try FileManager.default.createDirectory(atPath: deep, withIntermediateDirectories: false)
      }
      let ending = try site.run()
      let report = "\(site.workspacePath)/runs/\(try #require(site.runs().last))"
      let told = [
        ending.text, ending.errors,
        String(
          decoding: try #require(try Files.contents(of: "\(report)/report.html")), as: UTF8.self),
        String(
          decoding: try #require(try Files.contents(of: "\(report)/report.json")), as: UTF8.self),
      ]
      for text in told {
        #expect(!text.contains("Jane") && !text.contains("all well"), "\(text)")
        #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
      }
    }

    @Test func `a night without confinement can be refused`() throws {
      let site = try Site()
      try site.put("packet.pdf", pages: "2", of: Site.formAndScan)
      // This reader does not confine itself.
      let reader = try site.scratch.faultyReader("none-0")
      let refused = try site.run(reader: reader, ["--require-sandbox"])
      #expect(refused.status == 69)
      #expect(refused.errors.contains("files (Landlock) and calls (seccomp) not in force"))
      #expect(try Files.names(in: site.inbox) == ["packet.pdf"])
      let report = try site.night(["--require-sandbox"])
      #expect(Set(report.guards).isSuperset(of: [.files, .calls]))
    }

    @Test func `a case that takes two runs with it is set aside, and no other`() throws {
      let site = try Site()
      try site.putTwoPackets()
      let reader = try site.scratch.faultyReader("hold-2")
      for _ in 1...2 {
        // Page 2 of one of the packets, and of the other too, are in work until the run crashes.
        let run = try runHeldAtPage2(site, reader)
        run.signal(SIGILL)
        #expect(try run.ending().signal == SIGILL)
      }
      // The one that was alone in work the second time; the other's crashes stay at one.
      let report = try site.night(endsWith: 65)
      #expect(report.cases.count == 2)
      #expect(report.cases.compactMap(\.problemKind) == [.setAside])
      #expect(report.cases.count { $0.bundle != nil } == 1)
      let aside = try #require(report.cases.first { $0.problem != nil })
      #expect(aside.problem?.contains("crashed twice") == true)
      let mended = try site.jurat("rerun", aside.id.rawValue, "--stage", "ingest")
      #expect(mended.status == 0, "\(mended.errors)")
      #expect(try site.night().cases.allSatisfy { $0.bundle != nil })
    }

    @Test func `an end from outside sets nothing aside`() throws {
      let site = try Site()
      try site.put("packet.pdf", pages: "2-3", of: Site.formAndScan)
      let reader = try site.scratch.faultyReader("hold-2")
      for _ in 1...3 {
        let run = try runHeldAtPage2(site, reader)
        run.signal(SIGKILL)
        _ = try run.ending()
      }
      #expect(try site.night().cases.allSatisfy { $0.bundle != nil })
    }

    @Test func `pages beyond the limit are said not to be tried, and are read when it is raised`()
      throws
    {
      let site = try Site()
      try site.put("packet.pdf", pages: "1-3", of: Site.formAndScan)
      try site.night(endsWith: 65, ["--set", "readers.maxPages=1"])
      let id = try site.onlyCase()
      let pages = try site.bundledCase(id).documents[0].pages
      #expect(pages.map(\.state) == ["read", "failed", "failed"])
      #expect(pages[1].failure == "not tried: the document has more pages than readers.maxPages")
      #expect(try outcomes(site, id)["INT-01"] == "review")
      try site.night()
      #expect(
        try site.pagesBegunInLastRun() == ["d01-0002", "d01-0003"], "the first is not read again")
      #expect(try site.bundledCase(id).documents[0].pages.map(\.state) == ["read", "read", "read"])
    }

    @Test func `a packet whose pages hang is given up, and the others are through long before`()
      throws
    {
      let site = try Site(pageDeadline: 15)
      // All pages of it but no page of the others: the reader hangs on page 2.
      try site.put("a-hangs.pdf", pages: "2,3,2,3,2,3,2,3", of: Site.formAndScan)
      for number in 1...3 {
        try site.put("good-\(number).pdf", pages: "\(number + 1)", of: Site.formAndScan)
      }
      let reader = try site.scratch.faultyReader("spin-2")
      let report = try site.night(
        endsWith: 65, reader: reader, ["--set", "readers.firstTrySeconds=5"])
      #expect(report.cases.allSatisfy { $0.bundle != nil })
      #expect(report.cases.map(\.failures).sorted() == [0, 0, 0, 1])
    }
  }
}
