import Casework
import FileStore
import Foundation
import PipelineEngine
import TestSupport
import Testing
import Workspace

extension EndToEndTests {
  /// What holds of all that a run writes, whatever it read.
  struct SameOutputTests {
    @Test func `the same packets give the same bundles, whatever the number of workers`() throws {
      let manifests = try [1, 2].map { jobs in
        let site = try Site()
        try site.putSmallNight()
        try site.night(endsWith: 65, jobs: jobs)
        return try site.manifests()
      }
      #expect(manifests[0].count == 2)
      #expect(manifests[0] == manifests[1])
      #expect(manifests[0].values.allSatisfy { $0.contains("data/case.json") })
    }

    @Test func `the workspace is for its owner alone`() throws {
      let site = try Site()
      try site.putSmallNight()
      try site.night(endsWith: 65)
      let found = try RunningProgram.run([
        "find", site.workspacePath, "(", "-type", "d", "!", "-perm", "700", ")", "-o", "(",
        "-type", "f", "!", "-perm", "600", ")", "-o", "!", "(", "-type", "d", "-o", "-type", "f",
        ")",
      ])
      #expect(found.status == 0)
      // The one link leads to a folder beside it, whose rights are looked at here as well.
      let latest = "\(site.workspacePath)/runs/latest"
      #expect(found.text == "\(latest)\n")
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: latest) == site.runs().last)
    }

    @Test func `no name and no text of a packet reaches logs, events or file names`() throws {
      let site = try Site()
      let name = "Margarethe Quillfeather v Acme"
      try site.put("\(name).pdf", pages: "1-2,4", of: Site.formAndScan)
      try Data("no scan".utf8)
        .write(to: URL(fileURLWithPath: "\(site.inbox)/Quillfeather letter.docx"))
      let reader = try site.scratch.faultyReader("segfault-2")
      let ending = try site.run(reader: reader)
      #expect(ending.status == 65)
      let workspace = try site.workspace()
      let id = try site.onlyCase()

      // Words that are on the pages, so that one of them would be met.
      let folder = workspace.caseFolder(id)
      let pages = try #require(folder.record(of: .ocr)).outputs.filter {
        $0.path.hasSuffix(".json")
      }
      let words = try Set(
        pages.flatMap {
          try folder.read(PageOutcome.self, from: $0.path, of: .ocr).reading?.words.map(\.text)
            ?? []
        }
      )
      .filter { $0.count >= 6 && $0.allSatisfy(\.isLetter) && $0.first?.isUppercase == true }
      try #require(words.count > 10)

      var said = [ending.errors, ending.text]
      for run in try site.runs() {
        // The report as a page is for people, and has the parties' names.
        let files = try RunningProgram.run([
          "find", workspace.runFolder(run), "-type", "f", "!", "-name", "report.html",
        ])
        for file in files.text.split(separator: "\n") {
          said.append(String(decoding: try Files.contents(of: String(file)) ?? [], as: UTF8.self))
        }
      }
      said.append(try RunningProgram.run(["find", workspace.path]).text)
      try #require(said.count >= 5)
      for text in said {
        #expect(!text.contains("Quillfeather"))
        #expect(!text.contains("Acme"))
        let spoken = Set(text.split { !$0.isLetter }.map(String.init))
        #expect(words.intersection(spoken).subtracting(Self.ownWords).isEmpty)
      }
    }

    /// Words that jurat's own report says and that are on the form as well.
    private static let ownWords: Set<String> = []
  }
}
