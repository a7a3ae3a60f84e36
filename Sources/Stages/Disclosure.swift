package import Casework
import IdentityMasking
import PipelineFiles
package import ReaderProtocol
import Workspace

extension StageContext {
  /// The named documents as a party may have them: birth dates and identity numbers covered on the
  /// pictures of their pages and left out of their words.
  ///
  /// - Throws: `StageProblem` where a page was not read in full: nobody knows then what has to be covered.
  package func disclosed(_ ids: [DocumentID]) throws -> [DisclosedDocument] {
    let documents = try documentFacts().filter { ids.contains($0.ingested.id) }
    let births = try folder.read([DatedFact].self, from: DatesStage.output, of: .dates)
      .filter { $0.role == .birth }.map(\.place)
    let count = documents.reduce(0) { $0 + $1.pages.count }
    var number = 0
    return try documents.map { document in
      let id = document.ingested.id
      guard document.survey.state == .opened, !document.pages.isEmpty else {
        throw StageProblem("\(id.rawValue) could not be opened, so it cannot be disclosed")
      }
      let pages = try document.pages.map { page in
        number += 1
        return try disclosed(
          page, of: document, births: births.filter { $0.page == page.page }.map(\.box),
          stamp: "\(folder.id.rawValue), \(id.rawValue), page \(number) of \(count)")
      }
      return DisclosedDocument(
        file: file(document.ingested), title: "Document \(id.rawValue)", pages: pages)
    }
  }

  private func disclosed(
    _ page: PageOutcome, of document: CaseFacts.DocumentFacts, births: [Box], stamp: String
  ) throws -> DisclosedPage {
    guard page.state != .failed, let reading = page.reading else {
      throw StageProblem(
        "\(OCRStage.name(of: page.page)) was not read in full, so nobody knows what has to be "
          + "covered on it; disclose the document by hand")
    }
    let masked = IdentityMask.masked(reading)
    func isHidden(_ text: String?) -> Bool { text?.contains(IdentityMask.block) == true }
    let words = masked.lines.flatMap(\.words).filter { isHidden($0.text) }.map(\.box)
    let fields = masked.fields.filter { isHidden($0.value) }.map(\.box)
    let covered = words + fields + births
    let lines = masked.lines.compactMap { line in
      line.filtered { word in
        !isHidden(word.text) && !covered.contains { $0.intersection(word.box) != nil }
      }
    }
    return DisclosedPage(
      number: page.page.page, rotation: reading.rotation,
      scale: document.survey.pages.first { $0.number == page.page.page }?.scale ?? 1,
      stamp: stamp, covered: covered, lines: lines)
  }
}
