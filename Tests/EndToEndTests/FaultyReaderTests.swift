import Casework
import FileStore
import Foundation
import PipelineEngine
import TestSupport
import Testing
import Workspace

extension EndToEndTests {
  /// Readers that go wrong on page 2 of a packet of three.
  struct FaultyReaderTests {
    @Test(arguments: [
      ("segfault-2", "crashed: signal 11"),
      ("exit-2", "crashed: the reader left with status 3"),
      ("spin-2", "timed out: no answer in 5 s"),
      ("babble-2", "crashed: the reader's answer was garbled"),
    ])
    func `a reader that goes wrong costs one page, and a rerun mends it`(
      fault: String, reason: String
    ) throws {
      let site = try Site(pageDeadline: 5)
      try site.put("packet.pdf", pages: "1-3", of: Site.formAndScan)
      let reader = try site.scratch.faultyReader(fault)
      let report = try site.night(endsWith: 65, reader: reader)
      #expect(report.isReconciled)
      #expect(report.changedCases.map(\.failures) == [1])
      #expect(report.failingCases.isEmpty, "the case has its bundle all the same")

      let id = try site.onlyCase()
      let broken = try site.bundledCase(id)
      #expect(broken.documents[0].pages.map(\.state) == ["read", "failed", "read"])
      #expect(broken.documents[0].pages[1].failure == reason)
      #expect(broken.disposition == "review", "a page that was not read makes nobody deficient")

      let later = try site.night(endsWith: 0)
      #expect(later.changedCases.isEmpty, "a failure is told once")
      #expect(
        later.unchangedCases.map(\.failures) == [1],
        "a failed page stays failed until it is asked for")
      let mended = try site.jurat("rerun", "--failed")
      #expect(mended.status == 0, "\(mended.errors)")
      #expect(try site.pagesBegunInLastRun() == ["d01-0002"])
      #expect(
        try site.bundledCase(id).documents[0].pages.map(\.state) == ["read", "read", "read"])
    }

    @Test func `pictures that could not be cut are told of, and cut when that is asked for`() throws
    {
      let site = try Site()
      try site.put("packet.pdf", pages: "1-3", of: Site.formAndScan)
      let reader = try site.scratch.faultyReader("exit-crops")
      let report = try site.night(endsWith: 65, reader: reader)
      #expect(report.changedCases.allSatisfy { $0.failures > 0 && $0.bundle != nil })

      let evidence = "\(try site.workspace().bundlePath(try site.onlyCase()))/data/evidence"
      #expect(try Files.names(in: evidence).isEmpty)
      let mended = try site.jurat("rerun", "--failed")
      #expect(mended.status == 0, "\(mended.errors)")
      #expect(try site.pagesBegunInLastRun().isEmpty, "nothing is read again for it")
      #expect(try !Files.names(in: evidence).isEmpty)
    }

    @Test func `why there is no searchable copy is said, and nothing has failed`() throws {
      let site = try Site()
      // A scan without text of its own.
      try site.put("packet.pdf", pages: "1", of: "13-handwritten/01-complaint.pdf")
      let reader = try site.scratch.faultyReader("refuse")
      let report = try site.night(endsWith: 0, reader: reader)
      let note = "no searchable copy of d01 could be made: it would not be copied"
      #expect(report.changedCases.map(\.notes) == [[note]])
      let data = "\(try site.workspace().bundlePath(try site.onlyCase()))/data"
      let page = try #require(try Files.contents(of: "\(data)/review.html"))
      #expect(String(decoding: page, as: UTF8.self).contains(note))
      #expect(try Files.kind(of: "\(data)/searchable/01.pdf") == nil)
      #expect(try site.night().unchangedCases.count == 1, "it is not tried again")
    }

    @Test func `a reader that is not there is a missing dependency`() throws {
      let site = try Site()
      try site.put("packet.pdf", pages: "2", of: Site.formAndScan)
      let ending = try site.run(reader: "\(site.scratch.path)/no-reader")
      #expect(ending.status == 69)
      #expect(ending.errors.contains("no-reader"))
      #expect(try Files.names(in: site.inbox) == ["packet.pdf"], "nothing was taken")
      try site.night()
    }

    @Test func `the readers that a night may use are the ones the batch engine allows`() throws {
      let site = try Site()
      try site.put("packet.pdf", pages: "2", of: Site.formAndScan)
      let ending = try RunningProgram.run(
        site.runArguments(jobs: 2), environment: ["SLURM_CPUS_PER_TASK": "1"])
      let report = try #require(
        try JSONSerialization.jsonObject(with: Data(ending.output)) as? [String: Any])
      #expect(report["jobs"] as? Int == 1)
    }
  }
}
