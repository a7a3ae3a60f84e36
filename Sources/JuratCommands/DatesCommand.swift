import ArgumentParser
import CaseReport
import Casework
import DatedFacts
import FileStore
import Foundation
import PipelineFiles
import Workspace
import WrittenDates

struct DatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dates",
    abstract: "Show the dates in plain text, one passage a line: what each may mean, and why.",
    discussion: """
      Reads words alone: the labels, boxes and handwriting of a page are seen by 'jurat inspect'. \
      Ranges count Unicode characters of the line from 0, the end not included. Birth dates are \
      masked and not read.

      \(ExitStatus.table)
      """)

  @OptionGroup var settings: SettingsOptions
  @OptionGroup var output: FormatOption
  @Argument(help: "A text file in UTF-8; - is standard input.")
  var file = "-"

  fileprivate struct Document: Encodable {
    let schema = "jurat.dates/1"
    var lines: [Line]
  }

  fileprivate struct Line: Encodable {
    /// Counted from 1; lines without a date are left out.
    var line: Int
    var dates: [Entry]
  }

  fileprivate struct Entry: Encodable {
    var start: Int
    var end: Int
    var text: String
    var role: DatedFact.Role
    var readings: [DateReading]
    var openEnded: Bool
  }

  func run() throws {
    try Console.run {
      let policy = try Settings.load(
        from: settings.folder(), overrides: settings.settingOverrides()
      ).dates
      let grammar = DateGrammar(policy: policy)
      var document = Document(lines: [])
      for (index, line) in try lines().enumerated() {
        let dates = grammar.textDates(in: line)
        guard !dates.isEmpty else { continue }
        switch output.format {
        case .text: for date in dates { try Console.print(Self.row(index + 1, date)) }
        case .json: document.lines.append(Line(line: index + 1, dates: dates.map(Entry.init)))
        }
      }
      if output.format == .json { try Console.print(json: document) }
      return .well
    }
  }

  private func lines() throws -> [String] {
    let path = file == "-" ? "/dev/stdin" : Workspace.absolute(file)
    guard let bytes = try Files.contents(of: path) else {
      throw CommandProblem("\(file): there is no such file", status: .usage)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandProblem("\(file): is not UTF-8 text", status: .usage)
    }
    // "\r\n" is one character.
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
  }

  /// `3: 10-22  signed  2024-06-03 98%  "June 3, 2024"`.
  private static func row(_ line: Int, _ date: TextDate) -> String {
    let meaning =
      date.role == .birth
      ? "masked"
      : date.readings.isEmpty ? "no day can be read from it" : date.readings.inWords
    return "\(line): \(date.range.lowerBound)-\(date.range.upperBound)  \(date.role.rawValue)  "
      + meaning + (date.isOpenEnded ? ", and after" : "") + "  \"\(date.text)\""
  }
}

extension DatesCommand.Entry {
  fileprivate init(_ date: TextDate) {
    self.init(
      start: date.range.lowerBound, end: date.range.upperBound, text: date.text, role: date.role,
      readings: date.readings, openEnded: date.isOpenEnded)
  }
}
