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
    var role: DatedFact.Role?
    /// A word that also stands in sentences.
    var isShort: Bool
    /// It counts on the short lines of a stamp alone.
    var isOffice: Bool
  }

  private let entries: [Entry]

  init(forms: [FormDescription], notary: Lexicon.Notary) {
    var roles: [String: DatedFact.Role] = [:]
    var order: [String] = []
    func add(_ text: String, _ role: DatedFact.Role) {
      if roles.updateValue(role, forKey: text) == nil { order.append(text) }
    }
    for (role, texts) in Self.common {
      for text in texts { add(text, role) }
    }
    for label in notary.commissionExpiresLabels { add(label.text.lowercased(), .commissionExpires) }
    for form in forms {
      for role in DatedFact.Role.allCases {
        for text in form.dateLabels[role, default: []] { add(text.lowercased(), role) }
      }
    }
    entries =
      order.map { text in
        Entry(text, roles[text])
      } + [Entry("date", nil)]
  }

  /// A stamp or a field has no more words on a line.
  static let stampLineWords = 7

  /// Whose stamps say when a paper came in; in a sentence they say nothing of a date.
  fileprivate static let stampOffices = [
    "register of deeds", "recorder of deeds", "county recorder",
  ]

  private static let common: [(DatedFact.Role, [String])] = [
    (.birth, ["date of birth", "birth date", "birthdate", "dob", "d.o.b."]),
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
  func places(on sheet: Sheet) -> [PlacedLabel] {
    var found: [(label: PlacedLabel, score: Double)] = []
    for entry in entries {
      for place in sheet.allPlaces(of: entry.phrase, least: entry.leastSimilarity) {
        guard let label = label(entry, sheet.lines[place.line], place) else { continue }
        found.append((label, place.similarity * Double(entry.length)))
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
    _ entry: Entry, _ line: TextLine, _ place: PhraseMatch
  ) -> PlacedLabel? {
    let words = line.words[place.words]
    guard let first = words.first, let last = words.last else { return nil }
    let pointsRight = last.text.hasSuffix(":")
    if entry.isOffice, line.words.count > Self.stampLineWords { return nil }
    let letters = words.flatMap { $0.text.filter(\.isLetter) }
    let isCapitals = letters.count >= 3 && letters.allSatisfy(\.isUppercase)
    if entry.isShort {
      let hasCapital = first.text.first(where: \.isLetter)?.isUppercase ?? false
      let isFirst = line.isApart(at: place.words.lowerBound)
      guard pointsRight || isCapitals || hasCapital && isFirst else { return nil }
      // "Received: 4 November 2015, a copy of the plan" in a list of what happened.
      if entry.role == .received, !isCapitals, line.words.count > Self.stampLineWords { return nil }
    }
    return PlacedLabel(
      role: entry.role, box: place.box, line: place.line, words: place.words,
      pointsRight: pointsRight,
      isStampWord: entry.role == .received && isCapitals && line.words.count <= 6)
  }
}

extension DateLabels.Entry {
  fileprivate init(_ text: String, _ role: DatedFact.Role?) {
    phrase = Phrase(text)
    length = Phrase.normalised(text).count
    self.role = role
    isShort = length <= 9
    isOffice = DateLabels.stampOffices.contains(text)
  }

  /// In a short label a slip makes another word of it.
  fileprivate var leastSimilarity: Double { length < 8 ? 1 : 0.85 }
}
