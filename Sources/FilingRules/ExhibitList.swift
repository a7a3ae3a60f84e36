import Casework
import Phrases

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

  /// Rows are no further apart than this, in points.
  private static let reach = 45.0

  init(in facts: FilingFacts, on pages: [PageReference], by list: RuleSet.ExhibitList) {
    for page in pages {
      let lines = facts.lines[page] ?? []
      let headings = list.section.flatMap { lines.wording(Phrase($0)) }
      guard let top = headings.map(\.box.maxY).min() else { continue }
      func heads(_ phrases: [String]) -> [Box] {
        phrases.flatMap { lines.wording(Phrase($0)) }.map(\.box).filter { $0.midY > top }
      }
      guard let numberHead = heads(list.number).min(by: { $0.y < $1.y }),
        let pagesHead = heads(list.pages).first(where: {
          abs($0.midY - numberHead.midY) < 8 && $0.x > numberHead.maxX
        })
      else { continue }
      add(Column(numberHead, in: lines), Column(pagesHead, in: lines), on: page)
    }
  }

  private mutating func add(_ numbers: Column, _ pages: Column, on page: PageReference) {
    var last = pages.head.maxY
    for exhibit in numbers.words {
      guard exhibit.word.box.midY - last < Self.reach else { break }
      last = exhibit.word.box.midY
      let beside = pages.words.first { abs($0.word.box.midY - exhibit.word.box.midY) < 8 }
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
    var head: Box
    var words: [(word: Word, line: TextLine)] = []

    init(_ head: Box, in lines: [TextLine]) {
      self.head = head
      let under = lines.flatMap { line in line.words.map { (word: $0, line: line) } }
        .filter { entry in
          let box = entry.word.box
          return box.midY > head.maxY && box.midX > head.x - 8 && box.x < head.maxX + 12
            && entry.word.text.contains { $0.isLetter || $0.isNumber }
        }.sorted { ($0.word.box.midY, $0.word.box.x) < ($1.word.box.midY, $1.word.box.x) }
      for entry in under {
        let isThere = words.contains { abs($0.word.box.midY - entry.word.box.midY) < 8 }
        if !isThere { words.append(entry) }
      }
    }
  }
}
