import Foundation
import TestSupport
import Testing

/// A program that judges what jurat made from the outside.
enum Judge {
  struct Verdict {
    var status: Int32
    var output: String
  }

  /// Runs a program that is found on the search path.
  static func run(_ arguments: String..., input: [UInt8] = []) throws -> Verdict {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    let scratch = try ScratchFolder()
    let inputFile = try scratch.write("input", input)
    let outputFile = try scratch.write("output", [])
    process.standardInput = FileHandle(forReadingAtPath: inputFile)
    let output = FileHandle(forWritingAtPath: outputFile)
    process.standardOutput = output
    process.standardError = output
    try process.run()
    process.waitUntilExit()
    return Verdict(status: process.terminationStatus, output: try scratch.text("output"))
  }

  /// Runs a Python program; fails the test with what to install where a module is missing.
  static func python(
    _ program: String, needs module: String? = nil, installedBy command: String = "",
    input: [UInt8] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Verdict {
    let verdict = try run("python3", "-c", program, input: input)
    if let module, verdict.output.contains("No module named '\(module)'") {
      Issue.record(
        "Python's \(module) is needed: \(command)", sourceLocation: sourceLocation)
    }
    return verdict
  }
}
