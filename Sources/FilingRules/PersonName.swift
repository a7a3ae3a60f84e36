import Casework
import PageLayout

/// A name as it is compared: without regard to case, accents, order, hyphens and initials, and with
/// the slips that OCR makes.
///
/// Two surnames, particles and names of one word are names like any other. That two names agree
/// says that they may be of one person, and no more: nothing is held against anybody for it.
struct PersonName {
  /// Lower-case and without accents; titles, degrees and particles left out.
  let parts: [String]
  /// With its particles, in one word.
  private let whole: String

  init(_ text: String) {
    let parts = text.folded.split { !$0.isLetter && !"'’.".contains($0) }
      .map { $0.filter(\.isLetter) }.filter { !$0.isEmpty && !Self.titles.contains($0) }
    whole = parts.joined()
    let names = parts.filter { !Self.particles.contains($0) }
    self.parts = names.isEmpty ? parts : names
  }

  var isEmpty: Bool { parts.isEmpty }

  /// Whether both may be the name of one person: every part of the shorter one is in the longer one,
  /// one of them at least in full, and a name of one word agrees with its like only.
  func agrees(with other: PersonName) -> Bool {
    let (short, long) = parts.count <= other.parts.count ? (self, other) : (other, self)
    guard !short.isEmpty else { return false }
    // "García-López" and "Garcialopez".
    if Self.areAlike(short.parts.joined(), long.parts.joined())
      || Self.areAlike(short.whole, long.whole)
    {
      return true
    }
    guard short.parts.count > 1 else { return false }
    var rest = long.parts
    var fullParts = 0
    // Initials last, so that they do not take a part that is there in full.
    for part in short.parts.sorted(by: { ($1.count, $0) < ($0.count, $1) }) {
      guard
        let index = rest.firstIndex(of: part) ?? rest.firstIndex(where: { Self.fits(part, $0) })
      else { return false }
      if part.count > 1, rest[index].count > 1 { fullParts += 1 }
      rest.remove(at: index)
    }
    return fullParts > 0
  }

  private static func fits(_ part: String, _ other: String) -> Bool {
    if part.count == 1 || other.count == 1 { return part.first == other.first }
    return areAlike(part, other)
  }

  /// A slip in five letters, and another in every five more.
  private static func areAlike(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    let allowed = min(left.count, right.count) / 5
    guard allowed > 0, abs(left.count - right.count) <= allowed else { return false }
    return editDistance(from: left, to: right, areAlike: ==) <= allowed
  }

  /// Before and after a name, and no part of it.
  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "mx", "miss", "dr", "prof", "rev", "hon", "jr", "sr", "esq", "phd", "md",
    "rn", "bsn", "msn", "msw", "lcsw", "lpc", "crc", "ccm", "cdms", "cpdm", "notary", "public",
  ]
  /// Written or left out, apart or together.
  private static let particles: Set<String> = [
    "de", "del", "della", "di", "da", "dos", "das", "la", "las", "los", "le", "van", "von", "der",
    "den", "ten", "ter", "y", "e", "al", "el", "bin", "ibn", "bint", "ben", "abu", "af", "av", "zu",
  ]

  /// Whether `text` seems to hold the names of several people.
  static func areSeveral(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && $0 != "&" }
    if zip(words, words.dropFirst()).contains(where: { $0 == "et" && $1 == "al" }) { return true }
    // "and" between two names.
    return words.dropFirst().dropLast().contains { ["and", "&"].contains($0) }
      || text.split(separator: ";").count { !PersonName(String($0)).isEmpty } > 1
  }
}
