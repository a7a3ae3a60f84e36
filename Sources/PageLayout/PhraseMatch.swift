package import Casework

/// Where a phrase stands in a line of a reading.
package struct PhraseMatch: Hashable, Sendable {
  /// Index into `Reading.lines`.
  package var line: Int
  /// Indices into the words of that line.
  package var words: Range<Int>
  package var box: Box
  /// 1 for the same letters and digits; less by the share of them that differ.
  package var similarity: Double
}

/// A phrase made ready for comparing: lower-case letters and digits only.
package struct Phrase: Hashable, Sendable {
  package let text: String
  let characters: [UInt8]
  /// How often each kind of character stands in it.
  fileprivate let counts: [Int]

  package init(_ text: String) {
    self.text = text
    characters = Self.normalised(text)
    counts = CharacterKind.counts(of: characters)
  }

  /// The lower-case ASCII letters and digits of `text`; accents are dropped with their letters.
  package static func normalised(_ text: String) -> [UInt8] {
    var characters: [UInt8] = []
    append(text, to: &characters)
    return characters
  }

  fileprivate static func append(_ text: String, to characters: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case 48...57, 97...122: characters.append(byte)
      case 65...90: characters.append(byte + 32)
      default: break
      }
    }
  }

  /// How alike the phrase and `other` (normalised) are, 0 to 1, or `nil` where less than `least`.
  package func similarity(to other: [UInt8], least: Double) -> Double? {
    let difference = zip(counts, CharacterKind.counts(of: other)).reduce(0) {
      $0 + abs($1.0 - $1.1)
    }
    return similarity(to: other[...], difference: difference, least: least)
  }

  /// - Parameter difference: how many characters of either have no partner of their kind in the
  ///   other.
  fileprivate func similarity(
    to other: ArraySlice<UInt8>, difference: Int, least: Double
  ) -> Double? {
    let longer = max(characters.count, other.count)
    let allowed = Int(Double(longer) * (1 - least))
    // An exchange leaves one character on each side alone.
    guard longer > 0, difference <= 2 * allowed else { return nil }
    if characters[...] == other { return 1 }
    guard abs(characters.count - other.count) <= allowed, allowed > 0 else { return nil }
    let distance = editDistance(to: other)
    return distance <= allowed ? 1 - Double(distance) / Double(longer) : nil
  }

  /// Levenshtein's distance, with the slips that OCR makes between look-alikes counted as nothing.
  private func editDistance(to other: ArraySlice<UInt8>) -> Int {
    var distances = Array(0...other.count)
    for (row, mine) in characters.enumerated() {
      var diagonal = distances[0]
      distances[0] = row + 1
      for (column, theirs) in other.enumerated() {
        let isAlike = CharacterKind.of(mine) == CharacterKind.of(theirs)
        let best = min(
          diagonal + (isAlike ? 0 : 1), distances[column] + 1, distances[column + 1] + 1)
        diagonal = distances[column + 1]
        distances[column + 1] = best
      }
    }
    return distances[other.count]
  }
}

/// Letters and digits told apart as a scanner can: look-alikes are of one kind.
private enum CharacterKind {
  private static let kinds: [UInt8] = {
    var kinds = [UInt8](repeating: 0, count: 128)
    let characters = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
    for (kind, character) in characters.enumerated() { kinds[Int(character)] = UInt8(kind) }
    for group in ["o0", "l1i", "s5", "b8", "z2"] {
      let members = Array(group.utf8)
      for member in members { kinds[Int(member)] = kinds[Int(members[0])] }
    }
    return kinds
  }()
  private static let count = 36

  /// Of a lower-case letter or a digit; below `count`.
  static func of(_ character: UInt8) -> Int { Int(kinds[Int(character)]) }

  /// How many characters there are of each kind.
  static func counts(of characters: [UInt8]) -> [Int] {
    var counts = [Int](repeating: 0, count: count)
    for character in characters { counts[of(character)] += 1 }
    return counts
  }
}

extension Reading {
  /// The places where `phrase` stands within one line, at most one a line, best first.
  ///
  /// - Parameter least: the least share of letters and digits that agree, 0 to 1.
  package func places(of phrase: Phrase, least: Double = 0.82) -> [PhraseMatch] {
    guard !phrase.characters.isEmpty else { return [] }
    var search = PhraseSearch(phrase, least: least)
    var found: [PhraseMatch] = []
    for (index, line) in lines.enumerated() {
      if let match = search.best(in: line, at: index) { found.append(match) }
    }
    return found.sorted { ($1.similarity, $0.line) < ($0.similarity, $1.line) }
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

  mutating func best(in line: TextLine, at index: Int) -> PhraseMatch? {
    characters.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    for word in line.words {
      Phrase.append(word.text, to: &characters)
      ends.append(characters.count)
    }
    var found: (words: Range<Int>, similarity: Double)?
    for first in ends.indices {
      if let match = best(from: first, above: found?.similarity ?? 0) {
        found = (first..<(match.last + 1), match.similarity)
      }
    }
    guard let found, let box = Box.around(line.words[found.words].map(\.box)) else { return nil }
    return PhraseMatch(line: index, words: found.words, box: box, similarity: found.similarity)
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
