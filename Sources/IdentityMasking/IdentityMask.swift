package import Casework
import PageLayout
import WrittenDates

/// Hides birth dates and identity numbers in everything that is derived from a page.
///
/// What is hidden becomes blocks of the same length, so that offsets and widths stay as they were.
package enum IdentityMask {
  package static let block: Character = "█"

  /// `text` with the letters and digits of birth dates and of numbers like those of United States
  /// social security (123-45-6789, or nine digits after words that say so) replaced.
  package static func masked(_ text: String) -> String {
    let characters = Array(text)
    let hidden = hiddenOffsets(in: characters)
    guard !hidden.isEmpty else { return text }
    return String(
      characters.enumerated().map { offset, character in
        hidden.contains(offset) && character.isMaskable ? block : character
      })
  }

  /// `reading` with the same hidden in its words and fields. Boxes stay.
  package static func masked(_ reading: Reading) -> Reading {
    var masked = reading
    let text = PageText(reading)
    for passage in text.passages {
      let hidden = hiddenOffsets(in: passage.characters)
      guard !hidden.isEmpty else { continue }
      let words = Set(hidden.compactMap { passage.wordIndices[$0] }).filter { $0 >= 0 }
      for index in words {
        let placed = text.words[index]
        let offsets = passage.wordIndices.indices.filter { passage.wordIndices[$0] == index }
        masked.lines[placed.line].words[placed.position].text = String(
          offsets.map { offset in
            let character = passage.characters[offset]
            return hidden.contains(offset) && character.isMaskable ? block : character
          })
      }
    }
    for index in masked.fields.indices {
      guard let value = masked.fields[index].value else { continue }
      masked.fields[index].value = maskedValue(value, ofField: masked.fields[index].name)
    }
    return masked
  }

  /// The value of a field, whose name may say what it is.
  package static func maskedValue(_ value: String, ofField name: String) -> String {
    let words = FormField.words(ofName: name).joined(separator: " ")
    let prefix = words + ": "
    let whole = masked(prefix + value)
    return String(whole.dropFirst(prefix.count))
  }

  /// All letters and digits of `text` as blocks.
  package static func blocks(for text: String) -> String {
    String(text.map { $0.isMaskable ? block : $0 })
  }

  // MARK: - What to hide

  private static let grammar = DateGrammar(policy: DatePolicy())

  private static func hiddenOffsets(in characters: [Character]) -> Set<Int> {
    var hidden: Set<Int> = []
    let dates = grammar.dates(in: characters, isDateField: true)
    for date in dates where date.role == .birth { hidden.formUnion(date.range) }
    for range in identityNumbers(in: characters)
    where !dates.contains(where: { $0.range.overlaps(range) }) { hidden.formUnion(range) }
    return hidden
  }

  /// The parts of a number: runs of letters, digits and asterisks.
  private static func groups(in characters: [Character]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var index = 0
    while index < characters.count {
      var end = index
      while end < characters.count, characters[end].isMaskable || characters[end] == "*" {
        end += 1
      }
      if end > index { groups.append(index..<end) }
      index = max(end, index + 1)
    }
    return groups
  }

  private static func identityNumbers(in characters: [Character]) -> [Range<Int>] {
    let groups = groups(in: characters)
    var found: [Range<Int>] = []
    for index in groups.indices {
      guard characters[groups[index]].allSatisfy(\.isIdentityCharacter) else { continue }
      let before = characters[..<groups[index].lowerBound]
      if index + 2 < groups.count, let range = triple(groups[index...(index + 2)], characters),
        hasDash(characters[range]) || says(before)
      {
        found.append(range)
      } else if [4, 9].contains(groups[index].count), says(before),
        characters[groups[index]].count(where: \.isASCIIDigit) >= 4
      {
        found.append(groups[index])
      }
    }
    return found
  }

  /// Three groups of three, two and four characters that are one number.
  private static func triple(_ groups: ArraySlice<Range<Int>>, _ characters: [Character])
    -> Range<Int>?
  {
    let ranges = Array(groups)
    guard ranges.map(\.count) == [3, 2, 4],
      ranges.allSatisfy({ characters[$0].allSatisfy(\.isIdentityCharacter) }),
      zip(ranges, ranges.dropFirst()).allSatisfy({ left, right in
        let joint = characters[left.upperBound..<right.lowerBound]
        return joint.count <= 3 && joint.allSatisfy(\.isIdentityJoint)
      })
    else { return nil }
    let range = ranges[0].lowerBound..<ranges[2].upperBound
    // Letters may stand for digits only next to digits: "xxx-xx-1234", "l23-45-67B9".
    return characters[range].count(where: \.isASCIIDigit) >= 4 ? range : nil
  }

  private static func hasDash(_ characters: ArraySlice<Character>) -> Bool {
    characters.contains { "-–—‐".contains($0) }
  }

  /// Whether the words right before a number say that it is one of identity.
  private static func says(_ before: ArraySlice<Character>) -> Bool {
    let near = before.suffix(48).folded
    let letters = String(near.filter { $0.isLetter || $0.isWhitespace })
    let words = letters.split { $0.isWhitespace }.suffix(6)
    return words.contains { ["ssn", "ss", "itin", "soc"].contains($0) }
      || words.contains("social") && words.contains("security")
  }
}

extension Character {
  fileprivate var isMaskable: Bool { isLetter || isNumber }

  /// A digit, what hides one already, or what one is misread as.
  fileprivate var isIdentityCharacter: Bool {
    isASCIIDigit || "xX*".contains(self) || LookAlikes.digit(for: self) != nil
  }

  fileprivate var isIdentityJoint: Bool { "-–—‐ .".contains(self) }
}
