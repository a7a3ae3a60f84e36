import Casework
import FileStore
import Foundation
import Simulation
import TestSupport
import Testing
import Workspace

extension EndToEndTests {
  /// What programs read is as `Pipeline/schema` says; judged by jsonschema.
  struct OutputSchemaTests {
    private func judge(_ document: [UInt8], by schema: String, _ changes: [String] = []) throws
      -> Ending
    {
      let scratch = try ScratchFolder()
      let file = try scratch.write("document.json", document)
      return try RunningProgram.run(
        [
          "\(Repository.path)/.build/test-tools/bin/python3", "-c",
          """
          import copy, json, sys, jsonschema
          schema = json.load(open(sys.argv[2]))
          jsonschema.Draft202012Validator.check_schema(schema)
          validator = jsonschema.Draft202012Validator(schema)
          whole = json.load(open(sys.argv[1]))
          errors = list(validator.iter_errors(whole))
          for error in errors: print(list(error.absolute_path), error.message[:200])
          for change in sys.argv[3:]:
              d = copy.deepcopy(whole)
              exec(change)
              if validator.is_valid(d): errors.append(change); print('allowed:', change)
          sys.exit(1 if errors else 0)
          """, file, "\(Repository.pipeline)/schema/\(schema).schema.json",
        ] + changes)
    }

    @Test func `everything that a program reads is as its schema says`() throws {
      let site = try Site()
      let packet = try site.scratch.folder("inbox/packet")
      try Files.write(LinesPage.pdf(["A letter of 04/09/2024"]), to: "\(packet)/1.pdf")
      try Files.write(LinesPage.pdf(["Another letter"]), to: "\(packet)/2.pdf")
      try Data("no scan".utf8).write(to: URL(fileURLWithPath: "\(site.inbox)/letter.docx"))
      let night = try site.run()
      let id = try site.onlyCase()
      let said = [
        ["amend", id.rawValue, "d01:1", "--role", "supporting"],
        ["amend", id.rawValue, "--received", "2024-06-01..2024-06-05"],
        ["amend", id.rawValue, "--withdraw", "1"],
        ["decide", id.rawValue, "accept", "--disclose", "d02"],
        ["amend", id.rawValue, "--split", "d02"],
        ["reopen", id.rawValue], ["decide", id.rawValue, "accept", "--disclose", "d02"],
      ]
      for words in said {
        let ending = try RunningProgram.run(
          [
            BuiltPrograms.jurat, words[0], "--workspace", site.workspacePath, "--by", "A. Clerk",
            "--note", "seen",
          ] + (words[0] == "reopen" ? [] : ["--pipeline", site.pipeline]) + words.dropFirst())
        #expect(ending.status == 0, "\(words): \(ending.errors)")
      }
      let made = try site.jurat(
        "packet", id.rawValue, "--for", "complainant", "--out", "\(site.scratch.path)/out")
      #expect(made.status == 0, "\(made.errors)")

      func output(_ words: String...) throws -> [UInt8] {
        Array(try RunningProgram.run([BuiltPrograms.jurat] + words + ["--format", "json"]).output)
      }
      let workspace = site.workspacePath
      let amended = try output(
        "amend", id.rawValue, "d02:1", "--role", "supporting", "--workspace", workspace,
        "--pipeline", site.pipeline, "--by", "A. Clerk")
      let latest = try Files.contents(of: "\(workspace)/runs/latest/report.json")
      let list = try Files.contents(of: "\(site.scratch.path)/out/\(id.rawValue)-complainant.json")
      let documents: [(schema: String, bytes: [UInt8], changes: [String])] = [
        (
          "form-check",
          Array(
            try RunningProgram.run([
              BuiltPrograms.jurat, "form", "check",
              "\(Repository.path)/SampleDocs/forms/ccm-complaint.pdf",
              "--pipeline", site.pipeline, "--format", "json",
            ]).output),
          ["del d['phrases']", "d['documents'][0]['pages'][0]['places'][0]['state'] = 'filled'"]
        ),
        (
          "report", Array(night.output),
          ["d['started'] = 1.5", "d['schema'] = 'jurat.report/2'", "del d['isReconciled']"]
        ),
        ("report", try #require(latest), ["d['cases'][0]['disposition'] = 'rejected'"]),
        (
          "status", try output("status", "--workspace", workspace),
          ["d['cases'][0]['standing'] = 'rejected'", "d['extra'] = 1"]
        ),
        (
          "events", try output("status", id.rawValue, "--workspace", workspace),
          ["d['events'][0]['time'] = 1700000000.5", "del d['caseId']"]
        ),
        (
          "history", try output("history", id.rawValue, "--workspace", workspace),
          ["del d['entries'][1]['previous']", "d['entries'][0]['amendment']['subject'] = 'd01:1'"]
        ),
        (
          "verification", try output("verify", workspace),
          ["d['cases'][0]['isValid'] = False", "d['isValid'] = False", "del d['cases']"]
        ),
        (
          "verification", try output("verify", "\(workspace)/bundles/\(id.rawValue)"),
          ["d['bundle']['isValid'] = False", "d['isValid'] = False", "del d['bundle']"]
        ),
        (
          "changes", amended,
          ["d['cases'][0]['changes'] = 'none'", "d['cases'][0]['stagesRun'] = ['print']"]
        ),
        (
          "changes",
          try output(
            "rerun", id.rawValue, "--workspace", workspace, "--pipeline", site.pipeline, "--stage",
            "dates", "--only"),
          ["d['cases'][0]['problem'] = 'torn'", "d['schema'] = 'jurat.changes/2'"]
        ),
        (
          "inspection",
          try output("inspect", "\(Repository.packets)/04-notary-block-empty.pdf"),
          ["d['documents'] = {}", "del d['dates']"]
        ),
        ("packet", try #require(list), ["d['party'] = 'witness'", "d['documents'] = []"]),
      ]
      for (schema, bytes, changes) in documents {
        let verdict = try judge(bytes, by: schema, changes)
        #expect(verdict.status == 0, "\(schema): \(verdict.text)\(verdict.errors)")
      }
    }

    @Test
    func `verify tells of an entry that was changed or is gone, and of a bundle that is gone`()
      throws
    {
      let site = try Site()
      try Files.write(LinesPage.pdf(["A letter"]), to: "\(site.inbox)/letter.pdf")
      try site.night()
      let id = try site.onlyCase()
      for act in ["hold", "accept", "close"] {
        #expect(try site.jurat("decide", id.rawValue, act, "--by", "A. Clerk").status == 0)
      }
      func verify() throws -> Ending {
        try RunningProgram.run([BuiltPrograms.jurat, "verify", site.workspacePath])
      }
      #expect(try verify().status == 0)
      let history = "\(site.workspacePath)/cases/\(id.rawValue)/history"
      for (name, told) in [("0003.json", "0003"), ("0002.json", "0002")] {
        let file = "\(history)/\(name)"
        let bytes = try #require(try Files.contents(of: file))
        try Files.remove(file)
        let gone = try verify()
        #expect(gone.status == 65 && gone.text.contains("history/\(told).json"), "\(gone.text)")
        try Files.write(bytes + [UInt8(ascii: " ")], to: file)
        let changed = try verify()
        #expect(changed.status == 65, "\(changed.text)")
        try Files.write(bytes, to: file)
        #expect(try verify().status == 0)
      }
      try Files.remove("\(site.workspacePath)/bundles/\(id.rawValue)")
      let verdict = try verify()
      #expect(verdict.status == 65 && verdict.text.contains("bundle MISSING"), "\(verdict.text)")
    }

    @Test func `killed at random moments, decisions and packets are whole or not there`() throws {
      let site = try Site()
      let packet = try site.scratch.folder("inbox/packet")
      try Files.write(LinesPage.pdf(["A letter"]), to: "\(packet)/1.pdf")
      try Files.write(LinesPage.pdf(["Another letter"]), to: "\(packet)/2.pdf")
      try site.night()
      let id = try site.onlyCase()
      func killed(_ words: [String], within longest: Double, _ random: inout SeededNumbers) throws {
        let program = try RunningProgram(
          [BuiltPrograms.jurat, words[0], "--workspace", site.workspacePath] + words.dropFirst())
        let moment = Double.random(in: 0...longest, using: &random)
        if !eventually(within: moment, { program.hasEnded }) { program.signal(SIGKILL) }
        _ = try program.ending(atMost: 60)
      }
      var random = SeededNumbers(seed: 6)
      for number in 1...12 {
        try killed(
          [
            "decide", "--pipeline", site.pipeline, id.rawValue, "accept", "--disclose", "d01,d02",
            "--by", "A. Clerk", "--note", "decision \(number)",
          ], within: 0.08, &random)
        let history = try site.workspace().caseFolder(id).history()
        #expect(history.entries.allSatisfy { $0.act == .accept })
      }
      #expect(
        try site.jurat("decide", id.rawValue, "accept", "--disclose", "d01,d02", "--by", "B. Clerk")
          .status == 0)
      let out = "\(site.scratch.path)/out"
      let (pdf, list) = (
        "\(out)/\(id.rawValue)-respondent.pdf", "\(out)/\(id.rawValue)-respondent.json"
      )
      for _ in 1...12 {
        try killed(
          [
            "packet", "--pipeline", site.pipeline, id.rawValue, "--for", "respondent", "--out", out,
          ], within: 0.6, &random)
        if try Files.kind(of: pdf) != nil {
          #expect(try RunningProgram.run(["qpdf", "--check", pdf]).status == 0)
        }
        if let bytes = try Files.contents(of: list) {
          #expect(try judge(bytes, by: "packet").status == 0)
        }
      }
      #expect(
        try site.jurat("packet", id.rawValue, "--for", "respondent", "--out", out).status == 0)
      try site.night()
      let names = try Files.names(in: "\(site.workspacePath)/cases/\(id.rawValue)/history")
      #expect(names.allSatisfy { $0.count == "0001.json".count }, "\(names)")
    }
  }
}
