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
  private let histogram: [Int]

  package init(_ text: String) {
    self.text = text
    characters = Self.normalised(text)
    histogram = Self.histogram(of: characters)
  }

  /// The lower-case ASCII letters and digits of `text`; accents are dropped with their letters.
  package static func normalised(_ text: String) -> [UInt8] {
    text.utf8.compactMap { byte in
      switch byte {
      case 48...57, 97...122: byte
      case 65...90: byte + 32
      default: nil
      }
    }
  }

  /// How alike the phrase and `other` (normalised) are, 0 to 1, or `nil` where less than `least`.
  package func similarity(to other: [UInt8], least: Double) -> Double? {
    let longer = max(characters.count, other.count)
    guard longer > 0 else { return nil }
    if characters == other { return 1 }
    let allowed = Int(Double(longer) * (1 - least))
    guard abs(characters.count - other.count) <= allowed, allowed > 0 else { return nil }
    var difference = 0
    for (mine, theirs) in zip(histogram, Self.histogram(of: other)) {
      difference += abs(mine - theirs)
    }
    guard difference <= 2 * allowed else { return nil }
    let distance = Self.editDistance(characters, other)
    return distance <= allowed ? 1 - Double(distance) / Double(longer) : nil
  }

  private static func histogram(of characters: [UInt8]) -> [Int] {
    var counts = [Int](repeating: 0, count: 36)
    for character in characters {
      counts[Int(character) - (character >= 97 ? 87 : 48)] += 1
    }
    return counts
  }

  /// Levenshtein's distance, with the slips that OCR makes between look-alikes counted as nothing.
  private static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var previous = Array(0...right.count)
    for (row, leftCharacter) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for (column, rightCharacter) in right.enumerated() {
        let substitution = previous[column] + (looksLike(leftCharacter, rightCharacter) ? 0 : 1)
        current.append(min(substitution, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[right.count]
  }

  private static func looksLike(_ left: UInt8, _ right: UInt8) -> Bool {
    left == right || lookAlikes[Int(left)] != 0 && lookAlikes[Int(left)] == lookAlikes[Int(right)]
  }

  /// Characters of one group are one character to a scanner.
  private static let lookAlikes: [UInt8] = {
    var groups = [UInt8](repeating: 0, count: 128)
    for (index, group) in ["o0", "l1i", "s5", "b8", "z2"].enumerated() {
      for character in group.utf8 { groups[Int(character)] = UInt8(index + 1) }
    }
    return groups
  }()
}

extension Reading {
  /// The places where `phrase` stands within one line, at most one a line and start, best first.
  ///
  /// - Parameter least: the least share of letters and digits that agree, 0 to 1.
  package func places(of phrase: Phrase, least: Double = 0.82) -> [PhraseMatch] {
    guard !phrase.characters.isEmpty else { return [] }
    var found: [PhraseMatch] = []
    for (index, line) in lines.enumerated() {
      if let match = Self.best(of: phrase, in: line, at: index, least: least) {
        found.append(match)
      }
    }
    return found.sorted { ($1.similarity, $0.line) < ($0.similarity, $1.line) }
  }

  private static func best(
    of phrase: Phrase, in line: TextLine, at index: Int, least: Double
  ) -> PhraseMatch? {
    let words = line.words.map { Phrase.normalised($0.text) }
    let longest = Int(Double(phrase.characters.count) / least) + 1
    var best: PhraseMatch?
    for start in words.indices where !words[start].isEmpty {
      var joined: [UInt8] = []
      for end in start..<words.count {
        joined += words[end]
        if joined.count > longest { break }
        if words[end].isEmpty { continue }
        guard let similarity = phrase.similarity(to: joined, least: least),
          similarity > (best?.similarity ?? 0),
          let box = Box.around(line.words[start...end].map(\.box))
        else { continue }
        best = PhraseMatch(
          line: index, words: start..<(end + 1), box: box, similarity: similarity)
      }
    }
    return best
  }
}
