import Casework
import PageLayout

/// The form's list of supporting documents with their numbers of pages.
struct ExhibitList {
  struct Row {
    var pages: Int
    var quote: Quote
  }

  private(set) var rows: [Row] = []
  /// Every exhibit of the list has a number of pages that was read.
  private(set) var isComplete = true

  var pageCount: Int { rows.reduce(0) { $0 + $1.pages } }

  /// Rows are no further apart than this, in points, and what is of one row no further than that.
  private static let reach = 45.0
  private static let row = 8.0

  init(in facts: FilingFacts, on pages: [PageReference], by list: FormDescription.ExhibitList) {
    for page in pages {
      guard let sheet = facts.sheet(of: page) else { continue }
      let lines = (facts.lines[page] ?? [])
      let headings = list.section.flatMap { lines.wording(Phrase($0)) }
      guard let top = headings.map(\.box.maxY).min() else { continue }
      func heads(_ phrases: [String]) -> [Box] {
        phrases.flatMap { lines.wording(Phrase($0)) }.map(\.box).filter { $0.midY > top }
      }
      guard let numberHead = heads(list.number).min(by: { $0.y < $1.y }),
        let pagesHead = heads(list.pages).first(where: {
          let head = sheet.levelled($0, around: numberHead.midX)
          return abs(head.midY - numberHead.midY) < Self.row && $0.x > numberHead.maxX
        })
      else { continue }
      let numbers = Column(numberHead, in: lines, on: sheet)
      add(numbers, Column(pagesHead, in: lines, on: sheet), on: page)
    }
  }

  private mutating func add(_ numbers: Column, _ pages: Column, on page: PageReference) {
    // Both columns are measured from their heads, which are of one row: that holds on a slope.
    var last = 0.0
    for exhibit in numbers.words {
      guard exhibit.depth - last < Self.reach else { break }
      last = exhibit.depth
      let beside = pages.words.first { abs($0.depth - exhibit.depth) < Self.row }
      let count = beside.flatMap { Int($0.word.text.filter(\.isNumber)) }
      guard let beside, let count, (1...999).contains(count),
        beside.word.confidence >= FilingFacts.sureness,
        let quote = Quote([exhibit.word, beside.word], on: page, of: [exhibit.line, beside.line])
      else {
        isComplete = false
        continue
      }
      rows.append(Row(pages: count, quote: quote))
    }
  }

  /// The words under a head, from the top, and of those in one place the first.
  private struct Column {
    /// In points below the head.
    var words: [(word: Word, line: TextLine, depth: Double)] = []

    init(_ head: Box, in lines: [TextLine], on sheet: Sheet) {
      let under = lines.flatMap { line in
        line.words.map { word in
          let box = sheet.levelled(word.box, around: head.midX)
          return (word: word, line: line, depth: box.midY - head.midY)
        }
      }.filter { entry in
        let middle = entry.word.box.midX
        return entry.depth > head.height && middle > head.x - 8 && middle < head.maxX + 12
          && entry.word.hasText
      }.sorted { ($0.depth, $0.word.box.x) < ($1.depth, $1.word.box.x) }
      for entry in under
      where !words.contains(where: { abs($0.depth - entry.depth) < ExhibitList.row }) {
        words.append(entry)
      }
    }
  }
}
