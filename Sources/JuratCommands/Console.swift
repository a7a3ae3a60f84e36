import ArgumentParser
import Foundation
import Glibc
import Workspace

/// Text for people, or JSON for programs.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}

/// Standard output and standard error of a command.
enum Console {
  static func print(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }

  static func print(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try FileHandle.standardOutput.write(encoder.encode(value) + Data("\n".utf8))
  }

  static func complain(_ text: String) {
    FileHandle.standardError.write(Data("jurat: \(text)\n".utf8))
  }

  /// Standard error is a terminal, so that progress can be shown there.
  static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

  /// Does the work of a command and turns its errors into a message and an exit status.
  static func run(_ work: () throws -> ExitStatus) throws {
    let status: ExitStatus
    do {
      status = try work()
    } catch let error as ExitCode {
      throw error
    } catch let held as Lease.Held {
      complain(
        "process \(held.holder.pid) on \(held.holder.node) is at work there; "
          + "try again when it has ended")
      throw ExitStatus.tryLater.exitCode
    } catch {
      complain("\(error)")
      throw ExitStatus(of: error).exitCode
    }
    if status != .well { throw status.exitCode }
  }
}
