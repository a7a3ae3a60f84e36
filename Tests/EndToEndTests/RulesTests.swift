import Casework
import FileStore
import Foundation
import TestSupport
import Testing
import Workspace

extension EndToEndTests {
  /// What rules say of cases and of themselves, and what words say of dates, with nothing changed.
  struct RulesTests {
    private struct Checking: Decodable {
      struct Recorded: Decodable {
        var ruleSet: String
        var differing: [String: String]
      }
      var ruleSet: String
      var disposition: String
      var recorded: Recorded?
      var checks: [BundledCase.Check]
    }

    private struct RuleSetEntry: Decodable {
      var id: String
      var usedFor: [String]
      var openQuestions: [String]
    }

    /// The shipped rules of 2023 with one text replaced, in a file of their own.
    private func rules(_ site: Site, replacing old: String, with new: String) throws -> String {
      let text = try String(
        contentsOfFile: "\(site.pipeline)/rules/ccm-2023.yaml", encoding: .utf8)
      try #require(text.contains(old))
      let file = "\(site.scratch.path)/other.yaml"
      try Data(text.replacing(old, with: new).utf8).write(to: URL(fileURLWithPath: file))
      return file
    }

    /// Every file of the workspace with its bytes.
    private func contents(of site: Site) throws -> [String: Data] {
      let root = URL(fileURLWithPath: site.workspacePath)
      let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
      return try (files?.compactMap { $0 as? URL } ?? []).reduce(into: [:]) { contents, file in
        if try Files.kind(of: file.path) == .file {
          contents[file.path] = try Data(contentsOf: file)
        }
      }
    }

    @Test func `a case is checked by other rules and not touched`() throws {
      let site = try Site()
      try site.put("form.pdf", pages: "1-2,4", of: Site.formAndScan)
      try site.night()
      let id = try site.onlyCase()
      let before = try contents(of: site)
      let file = try rules(site, replacing: "  limit: 10", with: "  limit: 2")
      let ending = try site.jurat(
        "check", id.rawValue, "--rules", file, "--as-of", "2024-06-07", "--format", "json")
      try #require(ending.status == 0, "\(ending.errors)")
      let checking = try JSONDecoder().decode(Checking.self, from: Data(ending.output))
      #expect(checking.recorded?.ruleSet == "ccm-2023")
      #expect(checking.recorded?.differing["PAG-01"] == "satisfied")
      #expect(checking.checks.first { $0.id == "PAG-01" }?.outcome != "satisfied")
      #expect(checking.checks.map(\.id) == (try site.bundledCase(id).checks.map(\.id)))
      #expect(try contents(of: site) == before)

      let named = try site.jurat("check", id.rawValue, "--rules", "ccm-2015", "--format", "json")
      #expect(
        try JSONDecoder().decode(Checking.self, from: Data(named.output)).ruleSet == "ccm-2015")
      #expect(try site.jurat("check", id.rawValue, "--rules", "no-such").status == 64)
      #expect(try site.jurat("check", "c-0000000000000000").status == 64)
    }

    @Test func `rule sets are listed with what they leave open`() throws {
      let ending = try RunningProgram.run([
        BuiltPrograms.jurat, "rules", "--pipeline", Repository.pipeline, "--format", "json",
      ])
      try #require(ending.status == 0, "\(ending.errors)")
      let entries = try JSONDecoder().decode([RuleSetEntry].self, from: Data(ending.output))
      #expect(entries.map(\.id) == ["ccm-2015", "ccm-2023", "cdms-2015"])
      #expect(entries[1].usedFor == ["check.ruleSets.ccm", "check.fallback"])
      #expect(entries[1].openQuestions.contains("filingPeriod.starts"))
      #expect(entries[1].openQuestions.contains("policies.selfReport"))
    }

    @Test func `a slip in a rule set is said with its key and line`() throws {
      let site = try Site()
      func check(_ file: String) throws -> Ending {
        try RunningProgram.run([BuiltPrograms.jurat, "rules", "check", file])
      }
      #expect(try check("\(site.pipeline)/rules/ccm-2023.yaml").status == 0)
      let file = try rules(site, replacing: "  limit: 10", with: "  limit: 0")
      let line = try String(contentsOfFile: file, encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false).firstIndex(of: "  limit: 0")
      let ending = try check(file)
      #expect(ending.status == 78)
      #expect(ending.errors.contains("line \(try #require(line) + 1): pages.limit"))
      #expect(try check("\(file).not").status == 64)
    }

    private struct Dates: Decodable {
      struct Line: Decodable {
        var line: Int
        var dates: [Entry]
      }
      struct Entry: Decodable {
        var start: Int
        var end: Int
        var text: String
        var role: DatedFact.Role
        var readings: [DateReading]
      }
      var lines: [Line]
    }

    @Test func `the dates of a text are said with their places, and birth dates are masked`() throws
    {
      let scratch = try ScratchFolder()
      let file = "\(scratch.path)/passages.txt"
      let lines = ["no date", "Né à Zoë: signed on 05/06/2024", "born on June 3, 1961"]
      try Data(lines.joined(separator: "\r\n").utf8).write(to: URL(fileURLWithPath: file))
      let ending = try RunningProgram.run([
        BuiltPrograms.jurat, "dates", "--pipeline", Repository.pipeline, "--format", "json", file,
      ])
      try #require(ending.status == 0, "\(ending.errors)")
      let found = try JSONDecoder().decode(Dates.self, from: Data(ending.output)).lines
      #expect(found.map(\.line) == [2, 3])
      let date = try #require(found.first?.dates.first)
      let scalars = Array(lines[1].unicodeScalars)[date.start..<date.end]
      #expect(String(String.UnicodeScalarView(scalars)) == "05/06/2024")
      #expect(date.readings.map(\.earliest.description) == ["2024-05-06", "2024-06-05"])
      #expect(found.last?.dates.first?.role == .birth)
      #expect(!ending.text.contains("1961"))
    }
  }
}
