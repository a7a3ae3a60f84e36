import Casework
import DatedFacts
import IdentityMasking
import PageLayout

extension String {
  /// The folded words, with nothing but letters and digits in them.
  var normalisedWords: [String] {
    split(whereSeparator: \.isWhitespace).map { $0.folded.filter(\.isLetterOrNumber) }
      .filter { !$0.isEmpty }
  }

  /// The string as one line of words without places, to look for phrases in.
  var asLine: TextLine {
    let nowhere = Box(x: 0, y: 0, width: 0, height: 0)
    return TextLine(
      box: nowhere,
      words: split(whereSeparator: \.isWhitespace).map {
        Word(text: String($0), box: nowhere, confidence: 1, source: .pdf)
      })
  }
}

extension TextLine {
  /// Whether one of `phrases` stands in it.
  func says(_ phrases: [String]) -> Bool {
    phrases.contains { ![self].wording(Phrase($0)).isEmpty }
  }
}

extension FilingFacts {
  /// Whether `text` holds what was hidden in it: part of a birth date or of an identity number.
  static func isHidden(_ text: String) -> Bool { text.contains(IdentityMask.block) }

  /// Where one of `phrases` stands on `pages`, with the slips that OCR makes and across line
  /// breaks, page by page from the top.
  ///
  /// A slip makes more found, never less: nothing is held against anybody for what is found here.
  func quotes(of phrases: [Phrase], on pages: [PageReference]) -> [Quote] {
    pages.flatMap { page -> [Quote] in
      guard let lines = lines[page] else { return [] }
      var found: [(line: Int, quote: Quote)] = []
      for match in phrases.flatMap({ lines.wording($0) }) {
        let parts = match.parts.map { (line: lines[$0.line], words: $0.words) }
        guard let quote = Quote(parts, on: page),
          // "see the attached" and "see attached" may both be found in one place.
          !found.contains(where: { $0.quote.place.box.intersection(quote.place.box) != nil })
        else { continue }
        found.append((match.parts[0].line, quote))
      }
      return found.sorted { $0.line < $1.line }.map(\.quote)
    }
  }

  func quotes(of phrases: [String], on pages: [PageReference]) -> [Quote] {
    quotes(of: phrases.map(Phrase.init), on: pages)
  }

  /// The first line of a page with some words on it: what a page is known by.
  func top(of page: PageReference) -> Quote? {
    guard let lines = lines[page],
      let line = lines.first(where: { $0.words.count > 1 }) ?? lines.first
    else { return nil }
    return Quote(Array(line.words.prefix(12)), on: page, of: [line])
  }

  /// What stands where the file says one thing and its page shows another.
  func contradictions(on pages: [PageReference]) -> [Quote] {
    pages.flatMap { page in
      (sheet(of: page)?.reading.contradictions ?? []).compactMap { contradiction in
        let lines = (lines[page] ?? []).filter { contradiction.concerns($0.box) }
        return Quote(
          lines.flatMap(\.words).filter { contradiction.concerns($0.box) }, on: page, of: lines)
      }
    }
  }

  func tops(of pages: [PageReference]) -> [Quote] { pages.compactMap(top) }
}
