import ArgumentParser
import FileStore
import Foundation
import Glibc
import PipelineFiles
import Simulation
import Stages

struct SelftestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "selftest",
    abstract: "Play nights in which the file system fails, and look whether anything is lost.",
    discussion: """
      The nights are played on made-up mail in a folder of their own, in memory where the machine has \
      /dev/shm; no mail and no workspace is touched. What was found is told with the seed that shows it \
      again.

      \(ExitStatus.table)
      """)

  @OptionGroup var settings: SettingsOptions
  @Option(help: "The first of the seeds that are played, one after the other.")
  var seed: UInt64 = 1
  @Option(help: "How long to play.")
  var seconds = 60

  func validate() throws {
    if seconds < 1 { throw ValidationError("--seconds \(seconds): must be at least 1") }
  }

  func run() throws {
    try Console.run {
      let configuration = try Configuration(
        folder: settings.folder(), overrides: settings.settingOverrides(), tools: .unknown)
      let memory = "/dev/shm"
      let place = access(memory, W_OK) == 0 ? memory : FileManager.default.temporaryDirectory.path
      let folder = "\(place)/jurat-selftest-\(getpid())"
      var simulation = try Simulation(configuration: configuration, in: folder)
      let clock = ContinuousClock()
      let end = clock.now + .seconds(seconds)
      var next = seed
      var breaches: [String] = []
      while clock.now < end, breaches.count < 10 {
        do {
          try simulation.play(seed: next)
        } catch let breach as Simulation.Breach {
          breaches.append(breach.description)
        }
        next += 1
        if Console.showsProgress { Console.show("\r\(simulation.tally.nights) nights") }
      }
      if Console.showsProgress { Console.show("\r\u{1B}[K") }
      for breach in breaches { try Console.print(breach) }
      let tally = simulation.tally
      try Console.print(
        "seeds \(seed) to \(next - 1): \(tally.nights) nights, \(tally.calls) calls in nights with "
          + "faults, \(tally.faults) faults, \(breaches.count) breaches")
      if breaches.isEmpty {
        try Files.remove(folder)
      } else {
        try Console.print("what they left is in \(folder)")
      }
      return breaches.isEmpty ? .well : .fault
    }
  }
}
