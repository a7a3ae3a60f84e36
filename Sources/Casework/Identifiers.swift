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

  package static func < (left: DocumentID, right: DocumentID) -> Bool {
    (left.rawValue.utf8.count, left.rawValue) < (right.rawValue.utf8.count, right.rawValue)
  }
}

/// The name of a finding within its case: `a1` for an attestation, `t1` for a dated fact.
package struct FindingID: RawRepresentable, Hashable, Sendable, Codable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
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
