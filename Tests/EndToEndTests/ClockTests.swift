import FileStore
import Foundation
import PipelineEngine
import TestSupport
import Testing
import Workspace

extension EndToEndTests {
  /// Nights of a machine whose clock goes wrong (libfaketime).
  struct ClockTests {
    private static func night(_ site: Site, daysAway days: Int) throws -> RunReport {
      let ending = try RunningProgram.run(
        ["faketime", "-f", "\(days >= 0 ? "+" : "")\(days)d"] + site.runArguments(),
        // The times of files stay those that the file system gives them.
        environment: ["NO_FAKE_STAT": "1"])
      try #require(ending.status == 0, "\(ending.errors)")
      return try JSONDecoder().decode(RunReport.self, from: Data(ending.output))
    }

    @Test func `a clock that was set back holds a packet back for one night, and no longer`() throws
    {
      let site = try Site()
      try site.put("form.pdf", pages: "1-2", of: Site.formAndScan)
      let first = try Self.night(site, daysAway: -400)
      #expect(first.packets.leftForNextNight == 1, "it seems to have come a year from now")
      let second = try Self.night(site, daysAway: -400)
      #expect(second.packets.taken == 1, "it has not changed since")
      let bundles = try site.manifests()
      #expect(bundles.count == 1)
      for days in [3650, 0, -9000] {
        let later = try Self.night(site, daysAway: days)
        #expect(
          later.cases.allSatisfy(\.isUnchanged) && later.packets.received == 0, "\(days) days away")
      }
      #expect(try site.manifests() == bundles)
    }

    @Test func `a run that was killed before the clock jumped is carried on`() throws {
      let site = try Site()
      try site.putTwoPackets()
      let undisturbed = try Site()
      try undisturbed.putTwoPackets()
      try undisturbed.night()
      let program = try RunningProgram(site.runArguments())
      let hasBegun = eventually(within: 60) { (try? site.workspace().cases().isEmpty) == false }
      program.signal(SIGKILL)
      #expect(hasBegun)
      _ = try program.ending(atMost: 60)
      for days in [-9000, 3650] { _ = try Self.night(site, daysAway: days) }
      #expect(try site.manifests() == undisturbed.manifests())
    }
  }
}
