import Casework
import FileStore
import Foundation
import PipelineEngine
import Simulation
import TestSupport
import Testing
import Workspace

extension EndToEndTests {
  /// `kill -9` of the parent: nothing is lost, nothing is read twice, nobody stays behind.
  /// `JURAT_KILLS` kills more often.
  struct KilledTests {
    private static let kills =
      ProcessInfo.processInfo.environment["JURAT_KILLS"].flatMap { Int($0) } ?? 20

    /// Units of `ocr` that are kept on disk, such as `c-0123456789abcdef/d01-0001`.
    private func committedPages(_ site: Site) throws -> Set<String> {
      let workspace = try site.workspace()
      var pages: Set<String> = []
      for id in try workspace.cases() {
        let units = "\(workspace.caseFolder(id).path(of: .ocr))/units"
        for name in try Files.names(in: units) where name.hasSuffix(".json") {
          pages.insert("\(id.rawValue)/\(name.dropLast(5))")
        }
      }
      return pages
    }

    private func begunPages(_ site: Site, runsBefore: Set<String>) throws -> Set<String> {
      var pages: Set<String> = []
      for run in try site.runs() where !runsBefore.contains(run) {
        for event in try site.events(of: run) where event.kind == .unitStarted {
          guard event.stage == .ocr, let id = event.caseID, let unit = event.unit else { continue }
          pages.insert("\(id.rawValue)/\(unit)")
        }
      }
      return pages
    }

    @Test func `at random moments, and the bundles are those of an undisturbed run`()
      throws
    {
      let undisturbed = try Site()
      try undisturbed.putSmallNight()
      let clock = ContinuousClock()
      let started = clock.now
      try undisturbed.night(endsWith: 65)
      let length = started.duration(to: clock.now) / .seconds(1)
      let expected = try undisturbed.manifests()
      try #require(expected.count == 2)

      var random = SeededNumbers(seed: 20_240_603)
      var kills = 0
      var nights = 0
      while kills < Self.kills {
        nights += 1
        let site = try Site()
        try site.putSmallNight()
        var runsBefore: Set<String> = []
        var committed: Set<String> = []
        while true {
          // Restarts are shorter than the first run: the later part of a night is met by moments
          // that are measured from the start of a restart.
          let moment = Double.random(in: 0...length, using: &random)
          let program = try RunningProgram(site.runArguments())
          let isEnded = eventually(within: kills < Self.kills ? moment : 120) { program.hasEnded }
          let readers = Processes.children(of: program.pid)
          if !isEnded {
            program.signal(SIGKILL)
            kills += 1
          }
          let ending = try program.ending(atMost: 120)
          if !isEnded {
            #expect(
              eventually(within: 20) { !readers.contains(where: Processes.isRunning) },
              "the readers of a killed parent end")
          }
          let begun = try begunPages(site, runsBefore: runsBefore)
          #expect(
            begun.isDisjoint(with: committed),
            "after kill \(kills): read twice \(begun.intersection(committed).sorted())")
          committed = try committedPages(site)
          runsBefore = Set(try site.runs())
          guard isEnded else { continue }
          #expect([0, 65].contains(ending.status), "\(ending.errors)")
          break
        }
        try expectWhole(site, like: expected, night: nights)
      }
      print("killed \(kills) times in \(nights) nights of \(length) s")
    }

    private func expectWhole(_ site: Site, like expected: [String: String], night: Int) throws {
      #expect(try site.manifests() == expected, "night \(night)")
      let workspace = try site.workspace()
      #expect(try Files.names(in: workspace.claims).isEmpty)
      #expect(try Files.names(in: site.inbox).isEmpty)
      #expect(try Files.names(in: workspace.quarantine).count == 1)
      #expect(try Files.names(in: "\(workspace.path)/originals").count == 2)
      for id in try workspace.cases() {
        let verdict = try RunningProgram.run([
          BuiltPrograms.jurat, "verify", workspace.bundlePath(id),
        ])
        #expect(verdict.status == 0, "\(verdict.text)")
      }
    }
  }
}
