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
    return searchedSegments.indices.compactMap { search.best(in: searchedSegments[$0], at: $0) }
      .filter { box?.holdsMiddle(of: $0.box) ?? true }
      .sorted { ($1.similarity, $0.line) < ($0.similarity, $1.line) }
  }

  /// Every place where `phrase` stands within a line as it was read: for each word that one may begin
  /// with, the most alike. They may overlap.
  package func allPlaces(of phrase: Phrase, least: Double) -> [PhraseMatch] {
    var search = PhraseSearch(phrase, least: least)
    return searchedLines.indices.flatMap { search.all(in: searchedLines[$0], at: $0) }
  }
}

/// A line made ready, once, for looking for many phrases in it.
struct SearchedLine: Sendable {
  let line: TextLine
  /// Of all words, without gaps.
  let characters: [UInt8]
  /// Where each word ends in them.
  let ends: [Int]
  /// How often each kind of character stands in it.
  let counts: [Int]

  init(_ line: TextLine) {
    self.line = line
    var characters: [UInt8] = []
    ends = line.words.map { word in
      Phrase.append(word.text, to: &characters)
      return characters.count
    }
    self.characters = characters
    counts = CharacterKind.counts(of: characters)
  }
}

/// Looks for one phrase in many lines.
///
/// A case asks for a hundred phrases on every page, so what does not fit has to be passed over
/// cheaply: a line that lacks too many of the phrase's characters is not gone through at all, and as
/// words are joined, `surplus` tells without looking back whether they can still be the phrase.
struct PhraseSearch {
  private let phrase: Phrase
  private let least: Double
  private let longest: Int
  /// By kind: how many more the phrase has than the joined words.
  private var surplus: [Int]

  init(_ phrase: Phrase, least: Double) {
    self.phrase = phrase
    self.least = least
    longest = Int(Double(phrase.characters.count) / least) + 1
    surplus = phrase.counts
  }

  /// The most alike of a line.
  mutating func best(in line: SearchedLine, at index: Int) -> PhraseMatch? {
    guard mayStand(in: line) else { return nil }
    var found: (words: Range<Int>, similarity: Double)?
    for first in line.ends.indices {
      if let match = best(of: line, from: first, above: found?.similarity ?? 0) {
        found = (first..<(match.last + 1), match.similarity)
      }
    }
    return found.flatMap { PhraseMatch(of: line.line, at: index, $0.words, $0.similarity) }
  }

  /// The most alike of those that begin with each word of a line.
  mutating func all(in line: SearchedLine, at index: Int) -> [PhraseMatch] {
    guard mayStand(in: line) else { return [] }
    var found: [PhraseMatch] = []
    for first in line.ends.indices {
      if let match = best(of: line, from: first, above: 0),
        let place = PhraseMatch(
          of: line.line, at: index, first..<(match.last + 1), match.similarity)
      {
        found.append(place)
      }
    }
    return found
  }

  /// Every character of the phrase that the whole line lacks is a slip, and only so many are forgiven.
  private func mayStand(in line: SearchedLine) -> Bool {
    var slipsLeft = Int(Double(longest) * (1 - least))
    for (wanted, there) in zip(phrase.counts, line.counts) where wanted > there {
      slipsLeft -= wanted - there
      if slipsLeft < 0 { return false }
    }
    return true
  }

  /// The last word of what is most like the phrase among the words from `first` on.
  private mutating func best(
    of line: SearchedLine, from first: Int, above least: Double
  ) -> (last: Int, similarity: Double)? {
    let (characters, ends) = (line.characters, line.ends)
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
