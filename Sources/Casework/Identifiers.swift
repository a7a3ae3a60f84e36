/// The name of a case: derived from the bytes of its documents, so it reveals nobody's name.
package struct CaseID: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  package let rawValue: String

  /// `nil` unless `rawValue` looks like `c-` and sixteen hexadecimal digits.
  package init?(rawValue: String) {
    let digits = rawValue.dropFirst(2)
    guard rawValue.hasPrefix("c-"), digits.utf8.count == 16,
      digits.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    self.rawValue = rawValue
  }

  package static func < (left: CaseID, right: CaseID) -> Bool { left.rawValue < right.rawValue }
}

/// The place of a document in its case, `d01` for the first.
package struct DocumentID: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  /// The document at `position`, counted from 1.
  package init(position: Int) {
    rawValue = "d" + (position < 10 ? "0" : "") + String(position)
  }

  /// Counted from 1; 0 of a name that is none of a document.
  package var position: Int { Int(rawValue.dropFirst()) ?? 0 }

  package static func < (left: DocumentID, right: DocumentID) -> Bool {
    (left.rawValue.utf8.count, left.rawValue) < (right.rawValue.utf8.count, right.rawValue)
  }
}

/// The name of a finding within its case, as ``FindingNames`` gives it: `a1-4-2307` for an attestation, `t`
/// for a dated fact, `p` for a passage.
package struct FindingID: RawRepresentable, Hashable, Sendable, Codable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }

  /// Without document and page, for a label on the page itself: `a2307`.
  package var nameOnPage: String {
    let parts = rawValue.split(separator: "-")
    return parts.count == 3 ? "\(parts[0].prefix(1))\(parts[2])" : rawValue
  }
}

/// Names the findings of one letter by where they stand, so that one keeps its name when others come or
/// go, or when a rerun at another resolution moves its box by a point.
///
/// `t1-4-2307` is a date on page 4 of document 1: its middle is in row 23 and column 07 of a grid with cells
/// of 64 by 16 points, counted from 0 at the top left of the upright page. Further ones of one cell end with
/// a letter, from `b`. Of the findings of the sample cases, read at 300 and at 400 dots per inch, 878
/// of 887 have the same name; numbered in order, 781 had.
package struct FindingNames {
  private let letter: Character
  private var counts: [String: Int] = [:]

  package init(_ letter: Character) { self.letter = letter }

  package mutating func name(at place: Place) -> FindingID {
    let (x, y) = (place.box.x + place.box.width / 2, place.box.y + place.box.height / 2)
    let cell = Self.number(y, in: 16) * 100 + Self.number(x, in: 64)
    let name = "\(letter)\(place.page.document.position)-\(place.page.page)-\(cell)"
    let before = counts[name, default: 0]
    counts[name] = before + 1
    guard before > 0 else { return FindingID(rawValue: name) }
    let letters = Array("abcdefghijklmnopqrstuvwxy")
    let suffix = String(repeating: "z", count: before / letters.count)
    return FindingID(rawValue: name + suffix + String(letters[before % letters.count]))
  }

  /// Of the cell in which `position` is; positions off the page are in its first or hundredth one.
  private static func number(_ position: Double, in size: Double) -> Int {
    Int(min(max(0, position / size), 99))
  }
}

/// A SHA-256 digest as 64 lower-case hexadecimal digits.
package struct Digest: RawRepresentable, Hashable, Sendable, Codable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

/// One page of one document of a case.
package struct PageReference: Hashable, Sendable, Codable, Comparable {
  package var document: DocumentID
  /// Counted from 1.
  package var page: Int

  package init(document: DocumentID, page: Int) {
    self.document = document
    self.page = page
  }

  package static func < (left: PageReference, right: PageReference) -> Bool {
    (left.document, left.page) < (right.document, right.page)
  }
}
