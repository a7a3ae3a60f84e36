import Casework
import FileStore
import Foundation
import PipelineEngine
import TestSupport
import Testing
import Workspace

extension EndToEndTests {
  /// What comes twice, what is not there in full yet, and who is there already.
  struct ArrivalTests {
    @Test func `two packets of the same bytes are one case with a link`() throws {
      let site = try Site()
      try site.put("first.pdf", pages: "2", of: Site.formAndScan)
      let second = try site.scratch.folder("inbox/second")
      try FileManager.default.copyItem(
        atPath: "\(site.inbox)/first.pdf", toPath: "\(second)/another name.pdf")
      let report = try site.night()
      #expect(report.packets.received == 2)
      #expect(report.packets.taken == 1)
      #expect(report.packets.duplicates == 1)
      #expect(report.cases.count == 1)
      #expect(report.isReconciled)
      let folder = try site.workspace().caseFolder(site.onlyCase()).path
      #expect(try Files.names(in: "\(folder)/arrivals").count == 2)
    }

    @Test func `a duplicate of an earlier night is linked and read no more`() throws {
      let site = try Site()
      try site.put("first.pdf", pages: "2", of: Site.formAndScan)
      try site.night()
      let bundles = try site.manifests()
      try site.put("second.pdf", pages: "2", of: Site.formAndScan)
      let report = try site.night()
      #expect(report.packets.duplicates == 1)
      #expect(report.cases.map(\.stagesRun) == [[]])
      #expect(try site.manifests() == bundles)
    }

    @Test func `a file that is being written is left for the next night`() throws {
      let site = try Site()
      try site.put("packet.pdf", pages: "2", of: Site.formAndScan)
      // Not for the programs that other tests start meanwhile.
      let writer = open("\(site.inbox)/packet.pdf", O_WRONLY | O_CLOEXEC)
      try #require(writer >= 0)
      let first = try site.night()
      #expect(first.packets.leftForNextNight == 1)
      #expect(first.packets.received == 0)
      #expect(try Files.names(in: site.inbox) == ["packet.pdf"])
      close(writer)
      let second = try site.night()
      #expect(second.packets.taken == 1)
      #expect(try Files.names(in: site.inbox).isEmpty)
    }

    @Test func `a file that has changed lately is left for the next night`() throws {
      let site = try Site()
      try site.put("packet.pdf", pages: "2", of: Site.formAndScan)
      let first = try site.night(["--set", "ingest.settleSeconds=3600"])
      #expect(first.packets.leftForNextNight == 1)
      #expect(try Files.names(in: site.inbox) == ["packet.pdf"])
      #expect(try site.night().packets.taken == 1)
    }

    @Test func `a second run on the same workspace is refused with the holder's process`() throws {
      let site = try Site()
      try site.put("packet.pdf", pages: "2", of: Site.formAndScan)
      let reader = try site.scratch.faultyReader("hold-0")
      let first = try RunningProgram(site.runArguments(reader: reader))
      try #require(eventually(within: 60) { !ReaderLog(of: reader).entries.isEmpty })

      let second = try site.run()
      #expect(second.status == 75)
      #expect(second.errors.contains("process \(first.pid) "), "\(second.errors)")

      try Data().write(to: URL(fileURLWithPath: reader + ".go"))
      #expect(try first.ending().status == 0)
      try site.night()
    }

    @Test(arguments: [SIGTERM, SIGINT])
    func `asked to stop, a run stops, and the next one carries on`(signal: Int32) throws {
      let site = try Site()
      try site.put("packet.pdf", pages: "1-3", of: Site.formAndScan)
      let reader = try site.scratch.faultyReader("hold-3")
      let first = try RunningProgram(site.runArguments(jobs: 1, reader: reader))
      try #require(eventually(within: 60) { ReaderLog(of: reader).entries.last?.page == 3 })
      let readers = Processes.children(of: first.pid)
      first.signal(signal)
      let ending = try first.ending(atMost: 60)
      #expect(ending.status == 75, "\(ending.errors)")
      #expect(readers.allSatisfy { !Processes.isRunning($0) })
      #expect(try site.manifests().isEmpty)

      let report = try site.night()
      #expect(report.isReconciled)
      #expect(try site.pagesBegunInLastRun() == ["d01-0003"], "pages 1 and 2 were kept")
      #expect(try site.manifests().count == 1)
    }
  }
}
