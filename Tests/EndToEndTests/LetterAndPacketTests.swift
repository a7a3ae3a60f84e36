import Casework
import FileStore
import Foundation
import TestSupport
import Testing
import Workspace

extension EndToEndTests {
  /// What goes out, by people's hands: drafts of letters, and what a party may have of a case.
  struct LetterAndPacketTests {
    private func decide(_ site: Site, _ id: CaseID, _ words: String...) throws -> Ending {
      try RunningProgram.run(
        [BuiltPrograms.jurat, "decide", "--workspace", site.workspacePath, id.rawValue] + words
          + ["--by", "A. Clerk", "--note", "a note that is nobody's business"])
    }

    @Test func `a letter says what a person has confirmed, all of it, and nothing else`() throws {
      let site = try Site(dpi: 150)
      try site.put("unsigned.pdf", pages: "1-4", of: "03-unsigned/01-complaint.pdf")
      try site.night()
      let id = try site.onlyCase()
      #expect(try site.jurat("letter", id.rawValue).status == 64, "nobody has decided")
      let open = try site.bundledCase(id).checks.filter { $0.outcome == "deficient" }.map(\.id)
      try #require(open.contains("SIG-01"))
      let decided = try decide(site, id, "deficient", "--because", "SIG-01,PAG-01")
      // A row that is satisfied is no deficiency, so nothing was written.
      #expect(decided.status == 64)
      #expect(try decide(site, id, "deficient", "--because", "SIG-01,DAT-01").status == 64)
      #expect(try decide(site, id, "deficient", "--because", "SIG-01").status == 0)
      let letter = try site.jurat("letter", id.rawValue)
      #expect(letter.status == 0, "\(letter.errors)")
      #expect(letter.text.contains("The complaint is not signed by you."))
      #expect(letter.text.contains("/signed. The FAQ"), "the rule is cited in its words")
      #expect(!letter.text.contains("notarized)") && !letter.text.contains("business"))
      #expect(!letter.text.contains("{{"))
      let page = try site.jurat("letter", id.rawValue, "--format", "html")
      #expect(page.text.contains("<strong>The complaint is not signed by you.</strong>"))
      let browser = try Browser()
      try browser.open(try site.scratch.write("letter.html", page.output.map(\.self)))
      #expect(try browser.axeFindings() == [])

      // What was decided on has changed.
      #expect(
        try site.jurat(
          "amend", id.rawValue, "--received", "2024-06-05", "--by", "A. Clerk"
        ).status == 0)
      let stale = try site.jurat("letter", id.rawValue)
      #expect(stale.status == 64)
      #expect(stale.errors.contains("have changed since"))
    }

    @Test func `wording that names what is not known is refused by its key`() throws {
      let site = try Site()
      let file = "\(site.pipeline)/letters/deficiency.yaml"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      try Data(text.replacing("{{received}}", with: "{{recieved}}").utf8)
        .write(to: URL(fileURLWithPath: file))
      let ending = try RunningProgram.run(
        [BuiltPrograms.jurat, "settings", "--pipeline", site.pipeline])
      #expect(ending.status == 78)
      #expect(ending.errors.contains("opening") && ending.errors.contains("{{recieved}}"))
    }

    @Test func `a party has flagged documents only, covered where numbers stand, and no notes`()
      throws
    {
      let site = try Site(dpi: 150)
      let packet = try site.scratch.folder("inbox/packet")
      try Files.write(
        LinesPage.pdf(["Exhibit A: letter of the insurer", "It was sent to the wrong person"]),
        to: "\(packet)/1.pdf")
      try Files.write(
        LinesPage.pdf([
          "Exhibit B: record of the intake", "Date of birth: 03/17/1961",
          "Social security number 123-45-6789", "The remaining words stay as they are",
        ]), to: "\(packet)/2.pdf")
      try site.night()
      let id = try site.onlyCase()
      let out = "\(site.scratch.path)/out"
      func make(_ party: String) throws -> Ending {
        try site.jurat("packet", id.rawValue, "--for", party, "--out", out)
      }
      #expect(try make("respondent").status == 64, "nothing is disclosed by default")
      #expect(try decide(site, id, "hold", "--disclose", "d02").status == 64)
      #expect(try decide(site, id, "accept", "--disclose", "d09").status == 64)
      #expect(try decide(site, id, "accept").status == 0)
      #expect(try make("respondent").status == 64)
      #expect(try decide(site, id, "accept", "--disclose", "d02").status == 0)
      let made = try make("respondent")
      #expect(made.status == 0, "\(made.errors)")

      let pdf = "\(out)/\(id.rawValue)-respondent.pdf"
      let checked = try RunningProgram.run(["qpdf", "--check", pdf])
      #expect(checked.status == 0, "\(checked.text)")
      let bookmarks = try RunningProgram.run(["qpdf", "--json=2", "--json-key=outlines", pdf])
      #expect(bookmarks.text.contains("Document d02"))
      let text = try RunningProgram.run(["pdftotext", "-layout", pdf, "-"]).text
      #expect(text.contains("remaining words stay"))
      #expect(text.contains("\(id.rawValue), d02, page 1 of 1"))
      for hidden in ["1961", "6789", "wrong person", "business", "A. Clerk"] {
        #expect(!text.contains(hidden), "\(hidden)")
      }
      // Black where the number stood: 40 points below each other, the third line at 620 of 792.
      let black = try RunningProgram.run([
        "\(Repository.path)/.build/test-tools/bin/python3", "-c",
        """
        import subprocess
        data = subprocess.run(['pdftoppm', '-r', '72', '-gray', '\(pdf)'], capture_output=True).stdout
        magic, size, top, pixels = data.split(b'\\n', 3)
        width, height = map(int, size.split())
        # Text at 14 points from the foot of the page: 792 - 620 down, the number after its words.
        longest = run = 0
        for x in range(width):
            run = run + 1 if pixels[(792 - 620 - 5) * width + x] < 60 else 0
            longest = max(longest, run)
        assert longest > 60, longest
        """,
      ])
      #expect(black.status == 0, "\(black.errors)")

      struct List: Decodable {
        struct Document: Decodable {
          var id: String
          var sha256: String
        }
        var sha256: String
        var documents: [Document]
      }
      let list = try CanonicalJSON.decode(
        List.self,
        from: try #require(try Files.contents(of: "\(out)/\(id.rawValue)-respondent.json")))
      #expect(list.documents.map(\.id) == ["d02"])
      #expect(try list.sha256 == Digest.ofFile(at: pdf).rawValue)
      let originals = try site.workspace().caseFolder(id).documents()
      #expect(list.documents.map(\.sha256) == [originals[1].sha256.rawValue])
    }
  }
}
