package import Casework

/// Where things are in a bundle, relative to its payload folder `data/`. All names are made of
/// numbers and plain words: no name out of a document ever becomes a file name.
package enum BundlePaths {
  package static let caseDocument = "case.json"
  package static let review = "review.html"

  /// Such as `originals/01-complaint.pdf`.
  package static func original(_ document: CaseFacts.DocumentFacts, in facts: CaseFacts) -> String {
    let id = document.ingested.id
    let purpose = DocumentPurpose(of: id, in: facts.classification)
    return
      "originals/\(number(id))-\(purpose.rawValue).\(document.ingested.mediaType.fileExtension)"
  }

  package static func searchable(_ document: DocumentID) -> String {
    "searchable/\(number(document)).pdf"
  }

  package static func text(_ page: PageReference) -> String { "text/\(stem(page)).txt" }

  package static func alto(_ page: PageReference) -> String { "alto/\(stem(page)).xml" }

  package static func preview(_ page: PageReference) -> String { "pages/\(stem(page)).jpg" }

  package static func crop(_ finding: FindingID) -> String { "evidence/\(finding.rawValue).png" }

  /// `01` of `d01`.
  static func number(_ document: DocumentID) -> String { String(document.rawValue.dropFirst()) }

  private static func stem(_ page: PageReference) -> String {
    let digits = String(page.page)
    let padding = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
    return "\(number(page.document))/\(padding)\(digits)"
  }
}

/// What a document is for, from the roles of its pages; a word of its file name in the bundle.
package enum DocumentPurpose: String, Sendable {
  case complaint, certificate, supporting, envelope, document

  /// A page of the form decides; without one, the document is what all of its pages that say
  /// something are.
  package init(of id: DocumentID, in classification: Classification) {
    let roles = Set(classification.pages.filter { $0.page.document == id }.map(\.role))
    let telling = roles.subtracting([.blank, .separator, .faxCover])
    if telling.contains(.form) || telling == [.continuation] {
      self = .complaint
    } else if telling == [.certificate] {
      self = .certificate
    } else if !telling.isEmpty, telling.isSubset(of: [.supporting, .powerOfAttorney, .transmittal])
    {
      self = .supporting
    } else if telling == [.envelope] {
      self = .envelope
    } else {
      self = .document
    }
  }
}
