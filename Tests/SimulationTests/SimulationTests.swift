import FileStore
import Foundation
import PipelineFiles
import Simulation
import Stages
import TestSupport
import Testing

/// Nights in which the file system fails. `JURAT_SIMULATION_SEEDS` plays more of them.
struct SimulationTests {
  /// One of each sort: the tenth sweeps a night, every fourth takes cases through their stages.
  private static var seeds: [UInt64] {
    let count = ProcessInfo.processInfo.environment["JURAT_SIMULATION_SEEDS"].flatMap { UInt64($0) }
    return Array(1...(count ?? 10))
  }

  @Test func `whatever call of the file system fails, nothing is lost, doubled, torn or untold`()
    throws
  {
    let scratch = try ScratchFolder(isInMemory: true)
    let configuration = try Configuration(
      folder: PipelineFolder(path: Repository.pipeline), overrides: [], tools: .unknown)
    var simulation = try Simulation(configuration: configuration, in: "\(scratch.path)/nights")
    for seed in Self.seeds {
      do {
        try simulation.play(seed: seed)
      } catch {
        Issue.record("\(error)")
      }
    }
    #expect(simulation.tally.nights > 3 * Self.seeds.count)
    #expect(simulation.tally.faults > Self.seeds.count, "faults were put in")
  }

  @Test func `the same seed puts in the same faults`() throws {
    let configuration = try Configuration(
      folder: PipelineFolder(path: Repository.pipeline), overrides: [], tools: .unknown)
    let faults = try (1...2).map { _ in
      let scratch = try ScratchFolder(isInMemory: true)
      var simulation = try Simulation(configuration: configuration, in: "\(scratch.path)/nights")
      try simulation.play(seed: 7)
      return simulation.tally.faults
    }
    #expect(faults[0] == faults[1])
  }
}
