package import Casework
import IdentityMasking
import WrittenDates

/// A date in one line of plain text.
package struct TextDate: Hashable, Sendable {
  /// `other` where the words around it give it no part.
  package var role: DatedFact.Role
  /// As those of a ``DatedFact``; none of a birth date.
  package var readings: [DateReading]
  /// Birth dates and identity numbers are masked.
  package var text: String
  /// Unicode scalars of the line, counted from 0, the end not included: what Python counts.
  package var range: Range<Int>
  /// It went on after this date.
  package var isOpenEnded: Bool
}

extension DateGrammar {
  /// The dates in `line`, in order, with the parts that the words of the line give them: what
  /// ``DateFinder`` makes of the same words on a page that has no labels and no attestations.
  package func textDates(in line: String) -> [TextDate] {
    let characters = Array(line)
    // A character may be several scalars: an accent after its letter.
    var scalars = [0]
    for character in characters {
      scalars.append((scalars.last ?? 0) + character.unicodeScalars.count)
    }
    return dates(in: characters, isDateField: false).map { date in
      let role = date.role ?? .other
      let text = String(characters[date.range])
      return TextDate(
        role: role, readings: role == .birth ? [] : date.readings,
        text: role == .birth ? IdentityMask.blocks(for: text) : IdentityMask.masked(text),
        range: scalars[date.range.lowerBound]..<scalars[date.range.upperBound],
        isOpenEnded: date.isOpenEnded)
    }
  }
}
