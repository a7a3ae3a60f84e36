import Foundation
import Glibc

/// How a program ended, and what it said.
package struct Ending {
  /// The exit status; `nil` where a signal ended it.
  package var status: Int32?
  package var signal: Int32?
  package var output: [UInt8]
  package var errors: String

  package var text: String { String(decoding: output, as: UTF8.self) }
}

/// A program that was started by a test and can be signalled while it runs.
package final class RunningProgram {
  package struct CannotStart: Error { package var reason: String }

  package let pid: Int32
  private let scratch: ScratchFolder
  private var status: Int32?

  /// Starts `arguments[0]`, found on the search path where it is no path. Its standard output and
  /// error go to files, so that nothing has to read along.
  ///
  /// - Parameter descriptors: more descriptors of the program, and what is open as them here.
  package init(
    _ arguments: [String], environment: [String: String] = [:], descriptors: [Int32: Int32] = [:]
  ) throws {
    scratch = try ScratchFolder()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    let flags = O_WRONLY | O_CREAT | O_APPEND
    posix_spawn_file_actions_addopen(&actions, 1, scratch.path + "/output", flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, scratch.path + "/errors", flags, 0o600)
    for (theirs, ours) in descriptors {
      posix_spawn_file_actions_adddup2(&actions, ours, theirs)
    }
    let all = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    let words = arguments.map { strdup($0) }
    let variables = all.map { strdup("\($0.key)=\($0.value)") }
    defer { for pointer in words + variables { free(pointer) } }
    var pid: Int32 = 0
    let code = posix_spawnp(&pid, arguments[0], &actions, nil, words + [nil], variables + [nil])
    guard code == 0 else {
      throw CannotStart(reason: "\(arguments[0]): \(String(cString: strerror(code)))")
    }
    self.pid = pid
  }

  deinit {
    if status == nil {
      kill(pid, SIGKILL)
      var status: Int32 = 0
      waitpid(pid, &status, 0)
    }
  }

  package func signal(_ number: Int32) { if status == nil { kill(pid, number) } }

  package var hasEnded: Bool {
    if status != nil { return true }
    var status: Int32 = 0
    guard waitpid(pid, &status, WNOHANG) == pid else { return false }
    self.status = status
    return true
  }

  /// Waits until it has ended; one that takes longer than `seconds` is killed.
  package func ending(atMost seconds: Double = 900) throws -> Ending {
    if !eventually(within: seconds, { hasEnded }) {
      signal(SIGKILL)
      _ = eventually(within: 10) { hasEnded }
    }
    let status = status ?? 0
    let signal = status & 0x7F
    return Ending(
      status: signal == 0 ? (status >> 8) & 0xFF : nil, signal: signal == 0 ? nil : signal,
      output: [UInt8](try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/output"))),
      errors: try String(contentsOfFile: scratch.path + "/errors", encoding: .utf8))
  }

  /// Runs a program to its end.
  package static func run(_ arguments: [String], environment: [String: String] = [:]) throws
    -> Ending
  {
    try RunningProgram(arguments, environment: environment).ending()
  }
}

/// Looks until `condition` holds, for at most so many seconds; says whether it came to hold.
package func eventually(within seconds: Double, _ condition: () throws -> Bool) rethrows -> Bool {
  let clock = ContinuousClock()
  let end = clock.now + .seconds(seconds)
  while true {
    if try condition() { return true }
    if clock.now > end { return false }
    usleep(5_000)
  }
}

/// Looks until `make` gives something, for at most so many seconds.
///
/// A packet that a test has just written may seem to have a writer: a program that another test
/// starts in that moment holds copies of this process's open files until its `exec`.
package func eventually<Value>(within seconds: Double, make: () throws -> Value?) rethrows -> Value?
{
  var made: Value?
  _ = try eventually(within: seconds) {
    made = try make()
    return made != nil
  }
  return made
}

/// Processes, as `/proc` shows them.
package enum Processes {
  /// Those that `parent` has started and that are no zombies.
  package static func children(of parent: Int32) -> [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { Int32($0) }.filter { state(of: $0)?.parent == parent }
  }

  /// Whether it runs; a zombie does not.
  package static func isRunning(_ pid: Int32) -> Bool { state(of: pid) != nil }

  private static func state(of pid: Int32) -> (letter: String, parent: Int32)? {
    guard let text = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
      let nameEnd = text.lastIndex(of: ")")
    else { return nil }
    let fields = text[nameEnd...].split(separator: " ")
    guard fields.count > 2, fields[1] != "Z", let parent = Int32(fields[2]) else { return nil }
    return (String(fields[1]), parent)
  }
}
