import Casework
import PageLayout

/// A label of a date field where it stands on a page.
struct PlacedLabel {
  /// `nil` for a bare "Date", whose part its surroundings have to say.
  var role: DatedFact.Role?
  var box: Box
  /// Index into `Reading.lines`.
  var line: Int
  /// Indices into the words of that line.
  var words: Range<Int>
  /// It ends in a colon: what it labels follows on its line.
  var pointsRight: Bool
  /// It looks like the word of a stamp: capitals, and hardly anything else on its line.
  var isStampWord: Bool
}

/// The labels of date fields: those of the form descriptions, and those that mean the same on
/// everybody's forms.
struct DateLabels: Sendable {
  fileprivate struct Entry {
    var phrase: Phrase
    var length: Int
    /// Its first and last character, normalised: one of them has to agree, which is cheap to ask.
    var ends: (first: UInt8?, last: UInt8?)
    var role: DatedFact.Role?
    /// A word that also stands in sentences.
    var isShort: Bool
    /// It counts on the short lines of a stamp alone.
    var isOffice: Bool
  }

  private let entries: [Entry]
  private let longest: Int

  init(forms: [FormDescription]) {
    var roles: [String: DatedFact.Role] = [:]
    var order: [String] = []
    func add(_ text: String, _ role: DatedFact.Role) {
      if roles.updateValue(role, forKey: text) == nil { order.append(text) }
    }
    for (role, texts) in Self.common {
      for text in texts { add(text, role) }
    }
    for form in forms {
      for role in DatedFact.Role.allCases {
        for text in form.dateLabels[role, default: []] { add(text.lowercased(), role) }
      }
    }
    entries =
      order.map { text in
        Entry(text, roles[text])
      } + [Entry("date", nil)]
    longest = entries.map(\.length).max() ?? 0
  }

  /// A stamp or a field has no more words on a line.
  static let stampLineWords = 7

  /// Whose stamps say when a paper came in; in a sentence they say nothing of a date.
  fileprivate static let stampOffices = [
    "register of deeds", "recorder of deeds", "county recorder",
  ]

  private static let common: [(DatedFact.Role, [String])] = [
    (.birth, ["date of birth", "birth date", "birthdate", "dob", "d.o.b."]),
    (
      .commissionExpires,
      [
        "my commission expires", "commission expires", "commission expiration date",
        "commission expiration", "my commission will expire", "my comm. expires", "comm. expires",
      ]
    ),
    (.signed, ["date signed", "signature date", "date of signature"]),
    (.received, ["date received", "received", "filed", "date filed", "recorded"] + stampOffices),
    (.postmark, ["postmark", "postmarked", "postmark date"]),
    (
      .occurrence,
      [
        "date of occurrence", "dates of occurrence", "date of incident", "incident date",
        "date of violation", "date of event", "occurrence date",
      ]
    ),
    (.learned, ["date first learned", "date of discovery", "date you learned"]),
    (.formRevision, ["form revision"]),
    (
      .other,
      [
        "date printed", "print date", "effective date", "date reported", "report date",
        "date of report", "date issued", "issue date", "expiration date", "exp. date",
        "document date", "date mailed",
      ]
    ),
  ]

  /// The labels on a page; where two overlap, the longer, less what of it does not agree.
  func places(in reading: Reading) -> [PlacedLabel] {
    var found: [(label: PlacedLabel, score: Double)] = []
    for (index, line) in reading.lines.enumerated() {
      let words = line.words.map { Phrase.normalised($0.text) }
      for start in words.indices where !words[start].isEmpty {
        var joined: [UInt8] = []
        for end in start..<words.count {
          joined += words[end]
          if joined.count > longest + 3 { break }
          if words[end].isEmpty { continue }
          for entry in entries {
            guard let similarity = entry.similarity(to: joined),
              let label = label(entry, line, index, start..<(end + 1))
            else { continue }
            found.append((label, similarity * Double(entry.length)))
          }
        }
      }
    }
    var kept: [(label: PlacedLabel, score: Double)] = []
    for candidate in found.sorted(by: { $0.score > $1.score })
    where !kept.contains(where: {
      $0.label.line == candidate.label.line && $0.label.words.overlaps(candidate.label.words)
    }) {
      kept.append(candidate)
    }
    return kept.map(\.label)
      .sorted { ($0.line, $0.words.lowerBound) < ($1.line, $1.words.lowerBound) }
  }

  private func label(
    _ entry: Entry, _ line: TextLine, _ index: Int, _ range: Range<Int>
  ) -> PlacedLabel? {
    let words = line.words[range]
    guard let first = words.first, let last = words.last,
      let box = Box.around(words.map(\.box))
    else { return nil }
    let pointsRight = last.text.hasSuffix(":")
    if entry.isOffice, line.words.count > Self.stampLineWords { return nil }
    let letters = words.flatMap { $0.text.filter(\.isLetter) }
    let isCapitals = letters.count >= 3 && letters.allSatisfy(\.isUppercase)
    if entry.isShort {
      let hasCapital = first.text.first(where: \.isLetter)?.isUppercase ?? false
      let isFirst = range.lowerBound == 0 || Self.isApart(line, range.lowerBound)
      guard pointsRight || isCapitals || hasCapital && isFirst else { return nil }
      // "Received: 4 November 2015, a copy of the plan" in a list of what happened.
      if entry.role == .received, !isCapitals, line.words.count > Self.stampLineWords { return nil }
    }
    return PlacedLabel(
      role: entry.role, box: box, line: index, words: range, pointsRight: pointsRight,
      isStampWord: entry.role == .received && isCapitals && line.words.count <= 6)
  }

  /// Whether a wide gap divides the word at `index` from the one before it.
  private static func isApart(_ line: TextLine, _ index: Int) -> Bool {
    let (before, word) = (line.words[index - 1].box, line.words[index].box)
    return word.x - before.maxX > 1.2 * max(word.height, before.height)
  }
}

extension DateLabels.Entry {
  fileprivate init(_ text: String, _ role: DatedFact.Role?) {
    phrase = Phrase(text)
    let characters = Phrase.normalised(text)
    length = characters.count
    ends = (characters.first, characters.last)
    self.role = role
    isShort = length <= 9
    isOffice = DateLabels.stampOffices.contains(text)
  }

  fileprivate func similarity(to joined: [UInt8]) -> Double? {
    if length < 8 { return length == joined.count ? phrase.similarity(to: joined, least: 1) : nil }
    guard abs(length - joined.count) <= 2,
      joined.first == ends.first || joined.last == ends.last
    else { return nil }
    return phrase.similarity(to: joined, least: 0.85)
  }
}
