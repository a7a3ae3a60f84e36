import Casework
import FileStore
import Foundation
import TestSupport
import Testing
import Workspace

extension EndToEndTests {
  /// A reviewer's morning: thirty cases, gone through by keyboard from the list, and what is decided about
  /// them saved by the browser and applied.
  struct MorningTests {
    /// Page ranges of sample packets, each a case of its own: in order, unsigned, without a notary's
    /// block, over ten pages, late, ambiguous, a self-report, turned, encrypted, by hand, of another
    /// programme, a letter, with blank backs, a loose certificate, and parts of such.
    private static let packets: [(sample: String, pages: [String])] = [
      ("01-all-in-order/01-complaint.pdf", ["1-4", "1-2"]),
      ("01-all-in-order/02-exhibits.pdf", ["1-2"]),
      ("02-form-fields-and-scan/01-complaint.pdf", ["1-4", "1-2", "1-3", "2-4", "1,4"]),
      ("03-unsigned/01-complaint.pdf", ["1-4", "4"]),
      ("04-notary-block-empty.pdf", ["1-5", "3-4"]),
      ("06-out-of-window/complaint-and-exhibit.pdf", ["1-5", "1-4", "1-3", "5"]),
      ("08-notarized-exhibit/01-complaint.pdf", ["1-4"]), ("09-self-report.pdf", ["1-4", "1"]),
      ("10-turned-pages.pdf", ["1-8", "2-3"]), ("13-handwritten/01-complaint.pdf", ["1-4"]),
      ("14-cdms-form/complaint.pdf", ["1-4", "1,3"]), ("18-blank-backs/complaint.pdf", ["1-4"]),
      ("19-loose-certificate/complaint.pdf", ["1-5", "5", "2"]),
    ]

    private static let files = [
      "11-encrypted.pdf", "05-eleven-pages/01-complaint.tif",
    ]

    private func siteWithThirtyCases() throws -> Site {
      let site = try Site(dpi: 100)
      var count = 0
      for (sample, ranges) in Self.packets {
        for pages in ranges {
          count += 1
          try site.put("packet-\(count).pdf", pages: pages, of: sample)
        }
      }
      for file in Self.files {
        count += 1
        try FileManager.default.copyItem(
          atPath: "\(Repository.packets)/\(file)",
          toPath: "\(site.inbox)/packet-\(count).\(file.suffix(3))")
      }
      _ = try site.run()
      try #require(try site.workspace().cases().count == 30)
      return site
    }

    /// What a person does on the page of a case that is open in the browser, all of it by keyboard.
    private func decide(_ number: Int, in browser: Browser) throws {
      try browser.press("d")
      try browser.press(" ")
      // Accept, deficient, hold, close.
      for _ in 0..<(number % 4) { try browser.press("ArrowDown") }
      if number % 4 == 1 {
        // Rows that a deficiency can rest on are there only where something is open.
        let hasRows = try browser.value(
          of: "document.querySelector('#verdict fieldset input') !== null && data.rows.length > 0",
          as: Bool.self)
        if hasRows {
          try browser.press("Tab")
          try browser.press(" ")
        } else {
          try browser.press("ArrowDown")
        }
      }
      _ = try browser.value(of: "(document.getElementById('note').focus(), 0)", as: Int.self)
      try browser.type("looked at, number \(number)")
      _ = try browser.value(
        of: "(document.getElementById('by').focus(), document.getElementById('by').select(), 0)",
        as: Int.self)
      try browser.type("R. Reviewer")
      try browser.press("Enter")
    }

    @Test func `thirty cases are decided by keyboard and by the files that the browser saves`()
      throws
    {
      let site = try siteWithThirtyCases()
      let saved = try site.scratch.folder("saved")
      let browser = try Browser()
      try browser.saveFiles(in: saved)
      try browser.open("\(site.workspacePath)/index.html")
      let listed = try browser.value(
        of: "[...document.querySelectorAll('li.case')].map(row => row.id)", as: [String].self)
      try #require(listed.count == 30)
      #expect(try browser.axeFindings() == [])
      try browser.darken()
      #expect(try browser.axeFindings() == [])

      try browser.press("j")
      try browser.press("Enter")
      for (number, id) in listed.enumerated() {
        // The next case is the next of the list.
        try browser.wait(until: "typeof data === 'object' && data.caseId === '\(id)'")
        let stops = try browser.value(
          of: """
            [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
              .filter(one => one.checkVisibility({contentVisibilityAuto: true}) && one.tabIndex >= 0)
              .length
            """, as: Int.self)
        #expect(stops <= 60, "\(id)")
        if number % 10 == 0 { #expect(try browser.axeFindings() == [], "\(id)") }
        try decide(number, in: browser)
        let file = "\(saved)/decisions-\(id).json"
        try #require(
          eventually(within: 20) { FileManager.default.fileExists(atPath: file) }, "\(id)")
        _ = try browser.value(of: "(document.activeElement.blur(), 0)", as: Int.self)
        try browser.press("n")
      }
      // After the last one the list stays.
      try browser.wait(until: "document.title.startsWith('Open cases')")

      let files = listed.map { "\(saved)/decisions-\($0).json" }
      let schema = "\(Repository.pipeline)/schema/decisions.schema.json"
      let judged = try RunningProgram.run(
        ["\(Repository.path)/.build/test-tools/bin/python3", "-m", "jsonschema", schema]
          + files.flatMap { ["-i", $0] })
      #expect(judged.status == 0, "\(judged.errors)")

      let applied = try RunningProgram.run(
        [
          BuiltPrograms.jurat, "decide", "--workspace", site.workspacePath, "--pipeline",
          site.pipeline, "--file",
        ] + files)
      #expect(applied.status == 0, "\(applied.errors)")
      let workspace = try site.workspace()
      let acts = try listed.compactMap { CaseID(rawValue: $0) }.map { id in
        let entries = try workspace.caseFolder(id).history().entries
        #expect(entries.count == 1)
        #expect(entries.first?.by == "R. Reviewer")
        #expect(entries.first?.note.hasPrefix("looked at, number ") == true)
        return entries.first?.act
      }
      #expect(Set(acts) == [.accept, .deficient, .hold, .close])
      try browser.open("\(site.workspacePath)/index.html")
      #expect(
        try browser.value(of: "document.querySelectorAll('li.case').length", as: Int.self) == 0)
      try browser.open("\(site.workspacePath)/decided.html")
      #expect(
        try browser.value(of: "document.querySelectorAll('li.case').length", as: Int.self) == 30)
      #expect(try browser.axeFindings() == [])
    }

    @Test func `evidence is shown on its page, amended there, and what is said is applied`() throws
    {
      let site = try Site()
      try site.put("form.pdf", pages: "1-2,4", of: "02-form-fields-and-scan/01-complaint.pdf")
      try site.night()
      let id = try site.onlyCase()
      let saved = try site.scratch.folder("saved")
      let browser = try Browser()
      try browser.saveFiles(in: saved)
      let review = "\(site.workspacePath)/bundles/\(id.rawValue)/data/review.html"
      for page in [
        "\(site.workspacePath)/index.html", "\(site.workspacePath)/runs/latest/report.html", review,
      ] {
        let paper = try Browser()
        try paper.open(page)
        try paper.unfold()
        try paper.showOnPaper()
        let found = try paper.axeFindings()
        #expect(found == [], "\(found) of \(page) in print")
      }
      try browser.open(review)
      try browser.show(Browser.Layout.all[2])

      // The mark is where the finding is, zoomed.
      struct Shown: Decodable {
        var finding: String
        var mark: [Double]
        var box: [Double]
        var window: [Double]
        var original: String
      }
      let shown = try browser.value(
        of: """
          (() => {
            const link = document.querySelector('details[open] a.look'), id = link.dataset.finding
            link.click()
            const svg = document.querySelector('#look svg'), edge = svg.querySelector('rect.edge')
            const {x, y, width, height} = edge.getBoundingClientRect(), all = svg.getBoundingClientRect()
            const view = svg.viewBox.baseVal, scale = all.width / view.width
            return { finding: id, mark: [x, y, width, height],
              box: [0, 1, 2, 3].map(at => data.findings[id].box[at]).map((value, at) =>
                at == 0 ? all.x + (value - 2 - view.x) * scale : at == 1 ? all.y + (value - 2 - view.y) * scale
                  : (value + 4) * scale),
              window: [all.x, all.y, all.width, all.height],
              original: document.querySelector('#look a').getAttribute('href') }
          })()
          """, as: Shown.self)
      #expect(zip(shown.mark, shown.box).allSatisfy { abs($0 - $1) < 2.5 }, "\(shown)")
      #expect(shown.mark[2] > 60, "large enough to be judged")
      #expect(shown.original.hasPrefix("originals/01-") && shown.original.contains("#page="))

      // Amend the first date, through the dialog.
      try browser.unfold()
      let date = try browser.value(
        of: """
          (() => { const place = document.querySelector('#dates [data-kind=date]')
            place.querySelector('button').click(); return place.dataset.subject })()
          """, as: String.self)
      _ = try browser.value(of: "(document.getElementById('amend-value').focus(), 0)", as: Int.self)
      try browser.type("2024-04-09")
      try browser.press("Enter")
      _ = try browser.value(of: "(document.getElementById('by').focus(), 0)", as: Int.self)
      try browser.type("R. Reviewer")
      try browser.press("Enter")
      let file = "\(saved)/decisions-\(id.rawValue).json"
      try #require(eventually(within: 20) { FileManager.default.fileExists(atPath: file) })
      let applied = try site.jurat("decide", "--file", file)
      #expect(applied.status == 0, "\(applied.errors)")
      let amendments = try site.workspace().caseFolder(id).amendments()
      #expect(amendments.map(\.subject.name) == [date])
      #expect(amendments.map(\.change.value) == ["2024-04-09"])
      let bag = "\(site.workspacePath)/bundles/\(id.rawValue)/data/review.html"
      #expect(
        String(decoding: try #require(try Files.contents(of: bag)), as: UTF8.self)
          .contains("Amended by people"))
    }
  }
}
