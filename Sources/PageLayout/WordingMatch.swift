package import Casework

/// Where a phrase stands, on one line or over the break between two.
package struct WordingMatch: Hashable, Sendable {
  /// The words that say it, line by line: one part, or two.
  package var parts: [PhraseMatch]
  package var box: Box
  /// 1 for the same letters and digits; less by the share of them that differ.
  package var similarity: Double
}

extension Phrase {
  /// How alike a text has to be. Long wording is known in spite of slips; in a short one, or in a
  /// single word, a slip makes another word of it ("consul", "consult"; "litigation", "mitigation").
  package var leastSimilarity: Double {
    characters.count < 10 || !text.contains(where: \.isWhitespace) ? 1 : 0.88
  }
}

extension [TextLine] {
  /// The places where `phrase` stands, in reading order, at most one a line and one over the break
  /// to the next line of the same block.
  package func wording(_ phrase: Phrase) -> [WordingMatch] {
    guard !phrase.characters.isEmpty else { return [] }
    var search = PhraseSearch(phrase, least: phrase.leastSimilarity)
    // Words of a phrase may have been read apart; more than this many on a side cannot be needed.
    let reach = 2 * phrase.text.split(whereSeparator: \.isWhitespace).count
    var found: [WordingMatch] = []
    for index in indices {
      if let match = search.best(in: SearchedLine(self[index]), at: index) {
        found.append(
          WordingMatch(parts: [match], box: match.box, similarity: match.similarity))
      }
      if index + 1 < endIndex, self[index].isContinued(by: self[index + 1]),
        let match = acrossBreak(after: index, reach: reach, &search)
      {
        found.append(match)
      }
    }
    return found
  }

  private func acrossBreak(
    after index: Int, reach: Int, _ search: inout PhraseSearch
  ) -> WordingMatch? {
    let (upper, lower) = (self[index].words.suffix(reach), self[index + 1].words.prefix(reach))
    let joined = TextLine(box: self[index].box, words: [Word](upper) + lower)
    guard let match = search.best(in: SearchedLine(joined), at: index),
      match.words.lowerBound < upper.count, match.words.upperBound > upper.count
    else { return nil }
    func part(_ line: Int, _ words: Range<Int>) -> PhraseMatch? {
      Box.around(self[line].words[words].map(\.box)).map {
        PhraseMatch(line: line, words: words, box: $0, similarity: match.similarity)
      }
    }
    let parts = [
      part(index, (upper.startIndex + match.words.lowerBound)..<upper.endIndex),
      part(index + 1, 0..<(match.words.upperBound - upper.count)),
    ].compactMap { $0 }
    return WordingMatch(parts: parts, box: match.box, similarity: match.similarity)
  }
}
