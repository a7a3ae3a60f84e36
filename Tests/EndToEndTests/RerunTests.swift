import Casework
import FileStore
import Foundation
import PipelineEngine
import TestSupport
import Testing
import Workspace

extension EndToEndTests {
  /// One stage of one case again, and only what follows from it.
  struct RerunTests {
    private struct Result: Decodable {
      var stagesRun: [Stage]
      var stale: [Stage]
      var problem: String?
    }

    private struct Changes: Decodable {
      var cases: [Result]
    }

    private struct Explanation: Decodable, Equatable {
      var stage: Stage
      var wouldRun: Bool?
      var reason: String
      var differs: [String]
    }

    private func rerun(_ site: Site, _ stage: Stage, _ more: String...) throws -> Result {
      let id = try site.onlyCase().rawValue
      let ending = try RunningProgram.run(
        [
          BuiltPrograms.jurat, "rerun", id, "--workspace", site.workspacePath, "--pipeline",
          site.pipeline, "--stage", stage.rawValue, "--format", "json",
        ] + more)
      try #require(ending.status == 0, "\(ending.errors)\(ending.text)")
      let changes = try JSONDecoder().decode(Changes.self, from: Data(ending.output))
      return try #require(changes.cases.first)
    }

    private func explanation(_ site: Site) throws -> [Explanation] {
      let ending = try site.jurat("explain", try site.onlyCase().rawValue, "--format", "json")
      try #require(ending.status == 0, "\(ending.errors)")
      return try JSONDecoder().decode([Explanation].self, from: Data(ending.output))
    }

    private func siteWithCase(pages: String = "2") throws -> Site {
      let site = try Site()
      try site.put("packet.pdf", pages: pages, of: Site.formAndScan)
      try site.night()
      return site
    }

    @Test func `every stage can be run again, and leaves what it left before`() throws {
      let site = try siteWithCase()
      let bundles = try site.manifests()
      for stage in Stage.allCases where stage > .ocr {
        let result = try rerun(site, stage)
        #expect(result.stagesRun == [stage], "its output is the same, so nothing follows")
        #expect(result.stale.isEmpty)
        #expect(try site.pagesBegunInLastRun().isEmpty, "no page is read again")
      }
      #expect(try rerun(site, .count).stagesRun == [.count])
      #expect(try rerun(site, .ocr).stagesRun == [.ocr])
      #expect(try site.pagesBegunInLastRun() == ["d01-0001"])
      #expect(try site.manifests() == bundles)
    }

    @Test func `a setting for one rerun is recorded with the case and holds`() throws {
      let site = try siteWithCase()
      let id = try site.onlyCase()
      let result = try rerun(site, .dates, "--set", "dates.order=month-first")
      #expect(result.stagesRun.first == .dates)
      #expect(result.stagesRun.last == .bundle)
      #expect(try site.bundledCase(id).overrides == ["dates.order": "month-first"])
      #expect(try site.night().cases.map(\.stagesRun) == [[]], "the next night keeps to it")

      _ = try rerun(site, .dates)
      #expect(try site.bundledCase(id).overrides.isEmpty, "a rerun without it takes it back")
    }

    @Test func `with only, later stages are left and said to be stale`() throws {
      let site = try siteWithCase(pages: "1-2")
      let bundles = try site.manifests()
      let result = try rerun(site, .dates, "--only", "--set", "dates.order=month-first")
      #expect(result.stagesRun == [.dates])
      #expect(result.stale.contains(.bundle))
      #expect(try site.manifests() == bundles)
      let lines = try explanation(site)
      #expect(lines.map(\.stage) == Stage.allCases)
      #expect(lines.filter { $0.stage <= .dates }.allSatisfy { $0.wouldRun == false })
      let bundle = try #require(lines.last)
      #expect(bundle.wouldRun != false)

      try site.night()
      #expect(try explanation(site).allSatisfy { $0.wouldRun == false })
    }

    @Test func `a bundle is never made from mixed generations`() throws {
      let site = try siteWithCase()
      let id = try site.onlyCase().rawValue
      let bundles = try site.manifests()
      try Files.remove("\(site.workspacePath)/cases/\(id)/attest/record.json")
      let ending = try site.jurat("rerun", id, "--stage", "bundle")
      #expect(ending.status == 70)
      #expect(ending.text.contains("attest is not up to date"), "\(ending.text)")
      #expect(try site.manifests() == bundles)
    }

    @Test(arguments: [
      (["--set", "dates.ordr=both"], Int32(78), "dates.ordr"),
      (["--set", "dates.order=sideways"], 78, "dates.order"),
      (["--set", "ocr.dpi=200"], 64, "ocr.dpi"),
      (["--set", "nonsense"], 78, "nonsense"),
    ])
    func `a setting that can't be is refused by its name`(
      arguments: [String], status: Int32, named: String
    ) throws {
      let site = try siteWithCase()
      let bundles = try site.manifests()
      let ending = try RunningProgram.run(
        [
          BuiltPrograms.jurat, "rerun", site.onlyCase().rawValue, "--workspace",
          site.workspacePath, "--pipeline", site.pipeline, "--stage", "dates",
        ] + arguments)
      #expect(ending.status == status)
      #expect(ending.errors.contains(named), "\(ending.errors)")
      #expect(try site.manifests() == bundles)
      #expect(try explanation(site).allSatisfy { $0.wouldRun == false })
    }

    @Test func `an unchanged workspace is left alone`() throws {
      let site = try siteWithCase(pages: "1-2")
      let id = try site.onlyCase()
      let bundle = "\(site.workspacePath)/bundles/\(id.rawValue)"
      let info = try Files.contents(of: "\(bundle)/bag-info.txt")
      let day = try #require(try site.workspace().caseFolder(id).dayTakenIn())
      let text = String(decoding: try #require(info), as: UTF8.self)
      #expect(text.contains("\nJurat-Taken-In: \(day)\n"))
      let report = try site.night()
      #expect(report.cases.map(\.stagesRun) == [[]])
      let last = try #require(try site.runs().last { $0 == report.run })
      let kinds = try site.events(of: last).map(\.kind)
      #expect(!kinds.contains(.stageStarted) && !kinds.contains(.unitStarted))
      #expect(try Files.contents(of: "\(bundle)/bag-info.txt") == info, "the very same bag")
      #expect(try Files.kind(of: "\(site.workspacePath)/bundles/.replaced") == nil)
    }

    @Test(arguments: [Stage.ocr, .classify, .check])
    func `a damaged output makes exactly its stage run again`(stage: Stage) throws {
      let site = try siteWithCase(pages: "1-2")
      let bundles = try site.manifests()
      let folder = try site.workspace().caseFolder(site.onlyCase())
      let output = try #require(
        folder.record(of: stage)?.outputs.first { $0.path.hasSuffix(".json") })
      let file = "\(folder.path(of: stage))/\(output.path)"
      try Files.write(Array("{}".utf8), to: file)

      let line = try #require(try explanation(site).first { $0.stage == stage })
      #expect(line.wouldRun == true)
      #expect(line.reason == "an output is not there or not what the record says")
      let report = try site.night()
      #expect(report.cases.map(\.stagesRun) == [[stage]])
      #expect(
        try site.pagesBegunInLastRun()
          == (stage == .ocr ? [output.path.replacing(".json", with: "")] : []))
      #expect(try site.manifests() == bundles)
    }

    @Test func `a damaged bundle is made again and the old one kept aside`() throws {
      let site = try siteWithCase()
      let bundles = try site.manifests()
      let id = try site.onlyCase()
      try Files.write([], to: "\(site.workspacePath)/bundles/\(id.rawValue)/data/review.html")
      #expect(try site.night(endsWith: 65).cases.map(\.stagesRun) == [[.bundle]], "it is told")
      #expect(try site.manifests() == bundles)
      #expect(try Files.names(in: "\(site.workspacePath)/bundles/.replaced").count == 1)
    }
  }
}
