/// A printed form that jurat recognises, as an operator describes it in `Pipeline/forms`.
///
/// Every phrase is matched on letters and digits only, without regard to case, and with the slips
/// that OCR makes.
package struct FormDescription: Codable, Hashable, Sendable {
  /// The name in findings, such as `ccm-complaint`.
  package var id: String
  /// The programme whose complaints use it; `nil` for a form of somebody else that looks alike.
  package var program: String?
  /// Any one of these in the upper part of a page makes it the form's first page.
  package var titles: [String]
  /// Phrases that stand on the form and rarely elsewhere; three of them make a page of the form.
  package var anchors: [String]
  /// Phrases of a page that continues the statement, such as `continuation sheet`.
  package var continuation: [String]
  /// Labels of places to sign, by whose signature it is.
  package var signatureLabels: SignatureLabels
  /// Labels of date fields, by the part that the date plays.
  package var dateLabels: [DatedFact.Role: [String]]
  /// Printed labels of the other fields to fill in, by where the value stands.
  package var fieldLabels: [FieldValueSide: [String]]
  /// Phrases that, with a mark in the box before them, say that the filer reports himself.
  package var selfReport: [String]
  /// What the checks read on it; `nil` for a form that is of no programme.
  package var answers: Answers?
  /// As it is printed on the form, such as `Rev. 1/2020`.
  package var edition: String?
  /// Those of its pages that continue the statement, from 1; a sender may add more of them.
  package var continuationPages: [Int]
  /// The places to fill in, in the order of the form.
  package var places: [FormPlace]
  /// The form with nothing filled in; `nil` where none was learnt.
  package var blank: BlankForm?

  package init(
    id: String, program: String?, titles: [String], anchors: [String], continuation: [String],
    signatureLabels: SignatureLabels, dateLabels: [DatedFact.Role: [String]],
    fieldLabels: [FieldValueSide: [String]], selfReport: [String],
    answers: Answers? = nil, edition: String? = nil, continuationPages: [Int] = [],
    places: [FormPlace] = [],
    blank: BlankForm? = nil
  ) {
    self.id = id
    self.program = program
    self.titles = titles
    self.anchors = anchors
    self.continuation = continuation
    self.signatureLabels = signatureLabels
    self.dateLabels = dateLabels
    self.fieldLabels = fieldLabels
    self.selfReport = selfReport
    self.answers = answers
    self.edition = edition
    self.continuationPages = continuationPages
    self.places = places
    self.blank = blank
  }

  package struct SignatureLabels: Codable, Hashable, Sendable {
    package var complainant: [String]
    package var notary: [String]
    package var witness: [String]

    package init(complainant: [String], notary: [String], witness: [String]) {
      self.complainant = complainant
      self.notary = notary
      self.witness = witness
    }
  }
}

/// Where the value of a field stands, seen from its printed label.
package enum FieldValueSide: String, Codable, CaseIterable, CodingKeyRepresentable, Sendable {
  case below, above, beside
}

extension DatedFact.Role: CodingKeyRepresentable {}
