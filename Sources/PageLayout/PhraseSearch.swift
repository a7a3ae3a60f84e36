package import Casework

/// Where a phrase stands in a line.
package struct PhraseMatch: Hashable, Sendable {
  /// Index into the lines that were searched.
  package var line: Int
  /// Indices into the words of that line.
  package var words: Range<Int>
  package var box: Box
  /// 1 for the same letters and digits; less by the share of them that differ.
  package var similarity: Double
}

extension PhraseMatch {
  fileprivate init?(of line: TextLine, at index: Int, _ words: Range<Int>, _ similarity: Double) {
    guard let box = Box.around(line.words[words].map(\.box)) else { return nil }
    self.init(line: index, words: words, box: box, similarity: similarity)
  }
}

extension Sheet {
  /// The places where `phrase` stands within one segment, at most one a segment, best first; with
  /// `box`, those whose middle lies in it.
  ///
  /// - Parameter least: the least share of letters and digits that agree, 0 to 1.
  package func places(
    of phrase: Phrase, least: Double = 0.82, in box: Box? = nil
  ) -> [PhraseMatch] {
    guard !phrase.characters.isEmpty else { return [] }
    var search = PhraseSearch(phrase, least: least)
    return segments.indices.compactMap { search.best(in: segments[$0], at: $0) }
      .filter { box?.holdsMiddle(of: $0.box) ?? true }
      .sorted { ($1.similarity, $0.line) < ($0.similarity, $1.line) }
  }

  /// Every place where `phrase` stands within a line as it was read: for each word that one may begin
  /// with, the most alike. They may overlap.
  package func allPlaces(of phrase: Phrase, least: Double) -> [PhraseMatch] {
    var search = PhraseSearch(phrase, least: least)
    return lines.indices.flatMap { search.all(in: lines[$0], at: $0) }
  }
}

/// Looks for one phrase in many lines.
///
/// A case asks for a hundred phrases on every page, so what does not fit has to be passed over
/// cheaply: as words are joined, `surplus` tells without looking back whether they can still be the
/// phrase.
struct PhraseSearch {
  private let phrase: Phrase
  private let least: Double
  private let longest: Int
  /// Of the line, without gaps, and where each of its words ends in that.
  private var characters: [UInt8] = []
  private var ends: [Int] = []
  /// By kind: how many more the phrase has than the joined words.
  private var surplus: [Int]

  init(_ phrase: Phrase, least: Double) {
    self.phrase = phrase
    self.least = least
    longest = Int(Double(phrase.characters.count) / least) + 1
    surplus = phrase.counts
  }

  /// The most alike of a line.
  mutating func best(in line: TextLine, at index: Int) -> PhraseMatch? {
    begin(line)
    var found: (words: Range<Int>, similarity: Double)?
    for first in ends.indices {
      if let match = best(from: first, above: found?.similarity ?? 0) {
        found = (first..<(match.last + 1), match.similarity)
      }
    }
    return found.flatMap { PhraseMatch(of: line, at: index, $0.words, $0.similarity) }
  }

  /// The most alike of those that begin with each word of a line.
  mutating func all(in line: TextLine, at index: Int) -> [PhraseMatch] {
    begin(line)
    var found: [PhraseMatch] = []
    for first in ends.indices {
      if let match = best(from: first, above: 0),
        let place = PhraseMatch(of: line, at: index, first..<(match.last + 1), match.similarity)
      {
        found.append(place)
      }
    }
    return found
  }

  private mutating func begin(_ line: TextLine) {
    characters.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    for word in line.words {
      Phrase.append(word.text, to: &characters)
      ends.append(characters.count)
    }
  }

  /// The last word of what is most like the phrase among the words from `first` on.
  private mutating func best(
    from first: Int, above least: Double
  ) -> (last: Int, similarity: Double)? {
    let start = first == 0 ? 0 : ends[first - 1]
    guard ends[first] > start else { return nil }
    var best: (last: Int, similarity: Double)?
    var difference = phrase.characters.count
    var end = start
    for last in first..<ends.count where ends[last] > end {
      if ends[last] - start > longest { break }
      while end < ends[last] {
        let kind = CharacterKind.of(characters[end])
        difference += surplus[kind] > 0 ? -1 : 1
        surplus[kind] -= 1
        end += 1
      }
      guard phrase.mayBeLike(count: end - start, difference: difference, least: self.least) else {
        continue
      }
      if let similarity = phrase.similarity(
        to: characters[start..<end], difference: difference, least: self.least),
        similarity > best?.similarity ?? least
      {
        best = (last, similarity)
      }
    }
    for character in characters[start..<end] { surplus[CharacterKind.of(character)] += 1 }
    return best
  }
}
