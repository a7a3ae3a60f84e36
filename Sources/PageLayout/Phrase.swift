import Casework

/// A phrase made ready for comparing: lower-case letters and digits only.
package struct Phrase: Hashable, Sendable {
  package let text: String
  let characters: [UInt8]
  /// How often each kind of character stands in it.
  let counts: [Int]

  package init(_ text: String) {
    self.text = text
    characters = Self.normalised(text)
    counts = CharacterKind.counts(of: characters)
  }

  /// The ASCII letters and digits of the folded `text`.
  package static func normalised(_ text: String) -> [UInt8] {
    var characters: [UInt8] = []
    append(text, to: &characters)
    return characters
  }

  static func append(_ text: String, to characters: inout [UInt8]) {
    // Hardly a word has other letters, and folding costs more than comparing.
    let isASCII = text.utf8.allSatisfy { $0 < 128 }
    for byte in (isASCII ? text : text.folded).utf8 {
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

  /// Whether as many words of `texts`, one after the other, as the phrase has are like it.
  package func stands(in texts: [String], least: Double) -> Bool {
    let count = text.split(separator: " ").count
    return texts.indices.contains { start in
      start + count <= texts.count
        && similarity(
          to: Self.normalised(texts[start..<(start + count)].joined()), least: least) != nil
    }
  }

  /// Whether `count` characters, of which so many have no partner, can still be like the phrase.
  func mayBeLike(count: Int, difference: Int, least: Double) -> Bool {
    let longer = max(characters.count, count)
    // An exchange leaves one character on each side alone.
    return longer > 0 && difference <= 2 * Int(Double(longer) * (1 - least))
  }

  /// - Parameter difference: how many characters of either have no partner of their kind in the
  ///   other.
  func similarity(
    to other: ArraySlice<UInt8>, difference: Int, least: Double
  ) -> Double? {
    let longer = max(characters.count, other.count)
    guard mayBeLike(count: other.count, difference: difference, least: least) else { return nil }
    let allowed = Int(Double(longer) * (1 - least))
    if characters[...] == other { return 1 }
    guard abs(characters.count - other.count) <= allowed, allowed > 0 else { return nil }
    // The slips that OCR makes between look-alikes are none.
    let distance = editDistance(from: characters, to: other) {
      CharacterKind.of($0) == CharacterKind.of($1)
    }
    return distance <= allowed ? 1 - Double(distance) / Double(longer) : nil
  }
}

/// Letters and digits told apart as a scanner can: look-alikes are of one kind.
enum CharacterKind {
  private static let count = 36

  /// Of a lower-case letter or a digit; below `count`. No table: this is asked for every letter of a
  /// case a hundred times, and a table in memory would have to be held each time.
  static func of(_ character: UInt8) -> Int {
    switch character {
    case UInt8(ascii: "o"): 0
    case UInt8(ascii: "l"), UInt8(ascii: "i"): 1
    case UInt8(ascii: "z"): 2
    case UInt8(ascii: "s"): 5
    case UInt8(ascii: "b"): 8
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(character) - 48
    default: Int(character) - 87
    }
  }

  /// How many characters there are of each kind.
  static func counts(of characters: [UInt8]) -> [Int] {
    var counts = [Int](repeating: 0, count: count)
    for character in characters { counts[of(character)] += 1 }
    return counts
  }
}
