import Casework
import FileStore
import Foundation
import TestSupport
import Testing

extension EndToEndTests {
  /// A form is learnt from its blank, tried on scans, and used by a night.
  struct FormTests {
    private struct Check: Decodable {
      struct Document: Decodable { var pages: [Page] }
      struct Page: Decodable {
        var form: String?
        var formPage: Int?
        var places: [Place]
      }
      struct Place: Decodable {
        var name: String
        var state: String
      }
      struct Phrase: Decodable {
        var key: String
        var phrase: String
        var pages: Int
      }
      var documents: [Document]
      var phrases: [Phrase]
    }

    private static let blank = "\(Repository.path)/SampleDocs/forms/ccm-complaint.pdf"
    /// Signed, with a notary block as it was printed, and behind it a page that is none of the form.
    private static let filled = "\(Repository.packets)/04-notary-block-empty.pdf"

    private func form(_ site: Site, _ words: String...) throws -> Ending {
      try RunningProgram.run(
        [BuiltPrograms.jurat, "form"] + words + ["--pipeline", site.pipeline])
    }

    /// The description that is shipped goes, so that nothing is known of the form but its blank.
    private func learnt() throws -> Site {
      let site = try Site(dpi: 300)
      let forms = "\(site.pipeline)/forms"
      for name in try Files.names(in: forms) where name.hasPrefix("ccm-") {
        try FileManager.default.moveItem(
          atPath: "\(forms)/\(name)", toPath: "\(site.scratch.path)/\(name)")
      }
      let rules = "\(site.pipeline)/rules"
      for name in try Files.names(in: rules) where name.hasPrefix("ccm-") {
        try FileManager.default.removeItem(atPath: "\(rules)/\(name)")
      }
      let file = "\(site.pipeline)/pipeline.yaml"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      try Data(text.replacing("ccm-2023", with: "cdms-2015").utf8)
        .write(to: URL(fileURLWithPath: file))
      let learning = try form(site, "learn", Self.blank, "--name", "learnt")
      try #require(learning.status == 0, "\(learning.errors)")
      return site
    }

    @Test func `a form that was learnt is laid over scans, page by page and place by place`() throws
    {
      let site = try learnt()
      let checking = try form(
        site, "check", Self.filled, "--form", "learnt", "--format", "json")
      try #require(checking.status == 0, "\(checking.errors)")
      let check = try JSONDecoder().decode(Check.self, from: Data(checking.output))
      let pages = try #require(check.documents.first).pages
      #expect(pages.map(\.formPage) == [1, 2, 3, 4, nil])
      let places = pages[3].places
      func state(_ name: String) -> String? { places.first { $0.name == name }?.state }
      #expect(state("signature-of-complainant") == "present")
      #expect(state("date-signed") == "present")
      #expect(state("signature-of-notary-public") == "blank")
      #expect(state("my-commission-expires") == "blank")
      let title = check.phrases.filter { $0.key == "titles" }
      #expect(title.allSatisfy { $0.pages > 0 } && !title.isEmpty)
    }

    @Test func `a phrase that is misspelt is found on no page, and the check says so`() throws {
      let site = try learnt()
      let file = "\(site.pipeline)/forms/learnt.yaml"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      try #require(text.contains("Date signed"))
      try Data(text.replacing("Date signed", with: "Zeitpunkt der Unterzeichnung").utf8)
        .write(to: URL(fileURLWithPath: file))
      let checking = try form(site, "check", Self.filled, "--form", "learnt")
      #expect(checking.status == 0, "\(checking.errors)")
      let output = String(decoding: checking.output, as: UTF8.self)
      #expect(output.contains("learnt: places.date-signed: Zeitpunkt der Unterzeichnung"))
    }

    @Test func `learning again keeps what was corrected, and shows it in the preview`() throws {
      let site = try learnt()
      let file = "\(site.pipeline)/forms/learnt.yaml"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let name = "name: signature-of-complainant\n"
      try #require(text.contains(name))
      let corrected = text.replacing(name, with: "name: who-complains\n")
      try Data(corrected.utf8).write(to: URL(fileURLWithPath: file))
      let preview = "\(site.scratch.path)/preview.html"
      let again = try form(site, "learn", Self.blank, "--name", "learnt", "--preview", preview)
      try #require(again.status == 0, "\(again.errors)")
      #expect(try String(contentsOfFile: file, encoding: .utf8) == corrected)
      let page = try String(contentsOfFile: preview, encoding: .utf8)
      #expect(page.contains("id=\"who-complains\""))
      #expect(page.components(separatedBy: "data:image/jpeg").count == 1 + 5)
    }

    @Test(arguments: [
      (["learn", blank, "--program", "nurses"], "nurses"),
      (["learn", blank, "--name", "../form"], "--name"),
      (["learn", "/nowhere/blank.pdf"], "no such file"),
      (["check", filled, "--form", "unknown"], "--form unknown"),
    ])
    func `what cannot be learnt or tried is said before any work`(
      _ words: [String], _ says: String
    ) throws {
      let site = try Site()
      let before = try Files.names(in: "\(site.pipeline)/forms")
      let ending = try RunningProgram.run(
        [BuiltPrograms.jurat, "form"] + words + ["--pipeline", site.pipeline])
      #expect(ending.status == 64)
      #expect(ending.errors.contains(says), "\(ending.errors)")
      #expect(try Files.names(in: "\(site.pipeline)/forms") == before)
    }

    @Test func `the fields of a case are lines of a register`() throws {
      let site = try Site(dpi: 300)
      try site.put("packet.pdf", pages: "1-2", of: Site.formAndScan)
      try site.night()
      let ending = try RunningProgram.run([
        BuiltPrograms.jurat, "export", "--workspace", site.workspacePath,
      ])
      #expect(ending.status == 0, "\(ending.errors)")
      let judged = try RunningProgram.run([
        "python3", "-c",
        """
        import csv, sys
        rows = list(csv.DictReader(open(sys.argv[1], newline='')))
        names = {row['field']: row for row in rows}
        assert names['complainant-name']['state'] == 'present', names.keys()
        assert names['complainant-name']['value'], rows
        assert all(row['case'] == sys.argv[2] and None not in row for row in rows)
        """,
        try site.scratch.write("register.csv", ending.output), site.onlyCase().rawValue,
      ])
      #expect(judged.status == 0, "\(judged.errors)")
    }
  }
}
