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
  static func print(_ text: String) throws(CommandProblem) { try put(Array("\(text)\n".utf8)) }

  /// Puts bytes on standard output as they are.
  ///
  /// - Throws: where it can't take them, as on a full disk. A reader that has gone (`jurat status |
  ///   head`) has what it wanted.
  static func put(_ bytes: [UInt8]) throws(CommandProblem) {
    let error = write(bytes[...], to: STDOUT_FILENO)
    guard error == 0 || error == EPIPE else {
      throw CommandProblem(
        "standard output can't be written: \(String(cString: strerror(error)))", status: .storage)
    }
  }

  static func print(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try print(String(decoding: encoder.encode(value), as: UTF8.self))
  }

  static func complain(_ text: String) { show("jurat: \(text)\n") }

  /// Puts text on standard error as it is. There is nobody to tell where that fails.
  static func show(_ text: String) { _ = write(Array(text.utf8)[...], to: STDERR_FILENO) }

  /// What FileHandle does not do: it ends the process when a pipe's reader has gone.
  ///
  /// - Returns: an error number, or 0.
  private static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int32 {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
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
