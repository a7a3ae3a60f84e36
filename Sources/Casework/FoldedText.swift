internal import Foundation

/// One spelling for comparing: lower case, accented letters as their base letters, ligatures as the
/// letters that they are of.
extension Character {
  /// The lower-case letters without accents; what is no letter stays as it is.
  package var folded: String {
    if let ascii = asciiValue {
      return (65...90).contains(ascii) ? String(UnicodeScalar(ascii + 32)) : String(self)
    }
    return String(self).lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.reduce(
      into: ""
    ) { text, scalar in
      if let letters = Self.ligatures[scalar] {
        text += letters
      } else if scalar.properties.canonicalCombiningClass == .notReordered {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  package var isASCIIDigit: Bool { ("0"..."9").contains(self) }

  private static let ligatures: [UnicodeScalar: String] = [
    "æ": "ae", "œ": "oe", "ĳ": "ij", "ß": "ss", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi",
    "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i",
  ]
}

extension Sequence<Character> {
  package var folded: String { reduce(into: "") { $0 += $1.folded } }
}

/// Levenshtein's distance: how many elements have to be put in, left out or exchanged to make one of
/// the other.
///
/// - Parameter areAlike: whether an exchange of two elements counts as nothing.
package func editDistance<Element>(
  from one: some Collection<Element>, to other: some Collection<Element>,
  areAlike: (Element, Element) -> Bool
) -> Int {
  var distances = Array(0...other.count)
  for (row, mine) in one.enumerated() {
    var diagonal = distances[0]
    distances[0] = row + 1
    for (column, theirs) in other.enumerated() {
      let best = min(
        diagonal + (areAlike(mine, theirs) ? 0 : 1), distances[column] + 1,
        distances[column + 1] + 1)
      diagonal = distances[column + 1]
      distances[column + 1] = best
    }
  }
  return distances[other.count]
}
