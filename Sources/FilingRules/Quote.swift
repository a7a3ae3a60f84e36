import Casework

/// Words that a finding rests on, before they have an id among the passages of the case.
struct Quote: Hashable {
  var place: Place
  var text: String
  /// 0 to 1.
  var confidence: Double
  /// Something on the lines that it stands on is hidden.
  var isMasked: Bool

  var page: PageReference { place.page }
}

extension Quote {
  /// - Parameters:
  ///   - words: at least one, on `lines`.
  ///   - lines: with all that a reviewer is shown.
  init?(_ words: [Word], on page: PageReference, of lines: [TextLine]) {
    guard let box = Box.around(words.map(\.box)) else { return nil }
    place = Place(page: page, box: box)
    text = words.map(\.text).joined(separator: " ")
    confidence = (words.reduce(0) { $0 + $1.confidence } / Double(words.count)).roundedToHundredth
    isMasked = lines.contains { $0.words.contains { FilingFacts.isHidden($0.text) } }
  }

  init?(_ match: [(line: TextLine, words: Range<Int>)], on page: PageReference) {
    self.init(match.flatMap { $0.line.words[$0.words] }, on: page, of: match.map(\.line))
  }
}

extension [Quote] {
  /// Each page once, in order.
  var pages: [PageReference] {
    reduce(into: []) { pages, quote in
      if !pages.contains(quote.page) { pages.append(quote.page) }
    }
  }

  /// `d01 page 3, d02 page 1`.
  var inWords: String { pages.inWords }
}
