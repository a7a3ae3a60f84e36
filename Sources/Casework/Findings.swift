/// A place that one can point at.
package struct Place: Codable, Hashable, Sendable {
  package var page: PageReference
  package var box: Box

  package init(page: PageReference, box: Box) {
    self.page = page
    self.box = box
  }
}

package enum PageRole: String, Codable, Sendable, CaseIterable {
  case form, continuation, certificate, supporting, transmittal, separator, envelope, blank, unknown
  case powerOfAttorney = "power-of-attorney"
  case faxCover = "fax-cover"
}

extension PageRole {
  /// How a page of this role counts, as far as the role alone tells.
  package var usuallyCounts: ClassifiedPage.Counts {
    switch self {
    case .form, .continuation: .certainly
    // A certificate may stand for itself or for a page of the complaint.
    case .certificate, .unknown: .perhaps
    case .supporting, .transmittal, .separator, .envelope, .blank, .powerOfAttorney, .faxCover:
      .not
    }
  }
}

/// The role of one page and how sure that is.
package struct ClassifiedPage: Codable, Hashable, Sendable {
  package var page: PageReference
  package var role: PageRole
  /// 0 to 1.
  package var confidence: Double
  /// The form description that the page was matched to (`Pipeline/forms`); `nil` without one.
  package var form: String?
  /// What spoke for the role, in words for the reviewer; no text of the page.
  package var reason: String
  package var counts: Counts
  package var amendedBy: [AmendedBy] = []

  /// Whether it is one of the complaint's own pages.
  package enum Counts: String, Codable, Sendable { case certainly, perhaps, not }

  package init(
    page: PageReference, role: PageRole, confidence: Double, form: String? = nil, reason: String,
    counts: Counts? = nil
  ) {
    self.counts = counts ?? role.usuallyCounts
    self.page = page
    self.role = role
    self.confidence = confidence
    self.form = form
    self.reason = reason
  }
}

package enum CaseKind: String, Codable, Sendable {
  case complaint
  case selfReport = "self-report"
  case unknown
}

/// What `classify` leaves behind.
package struct Classification: Codable, Hashable, Sendable {
  /// The programme whose form was found, such as `ccm` or `cdms`; `nil` without a form.
  package var program: String?
  package var kind: CaseKind
  package var pages: [ClassifiedPage]
  /// Of the programme.
  package var amendedBy: [AmendedBy] = []

  package init(program: String?, kind: CaseKind, pages: [ClassifiedPage]) {
    self.program = program
    self.kind = kind
    self.pages = pages
  }

  package var complaintPages: PageInterval {
    let certain = pages.count { $0.counts == .certainly }
    return PageInterval(min: certain, max: certain + pages.count { $0.counts == .perhaps })
  }

  /// The id of the form that the complaint is on; `nil` without a form.
  package var firstForm: String? { pages.lazy.compactMap(\.form).first }
}

/// How many pages the complaint has without its supporting documents.
package struct PageInterval: Codable, Hashable, Sendable {
  package var min: Int
  package var max: Int

  package init(min: Int, max: Int) {
    self.min = min
    self.max = max
  }
}

/// A signature, notary block, seal, stamp, digital signature, check box or form field.
package struct Attestation: Codable, Hashable, Sendable {
  package enum Kind: String, Codable, Sendable {
    case signature, notary, seal, stamp
    case digitalSignature = "digital-signature"
    /// Of the form: `present` where it is checked, `blank` where it is empty.
    case checkBox = "check-box"
    /// Of the form: `present` where it is filled in, `blank` where it is empty.
    case formField = "form-field"
  }
  package enum Role: String, Codable, CaseIterable, Sendable {
    case complainant, notary, witness, unknown
  }
  /// `present`: signed. `blank`: the place is there, was read well and is empty. Else `uncertain`.
  package enum State: String, Codable, CaseIterable, Sendable { case present, blank, uncertain }

  package var id: FindingID
  package var kind: Kind
  package var role: Role
  package var state: State
  /// 0 to 1.
  package var confidence: Double
  package var place: Place
  /// Of a signature that is not blank: how it was made; `nil` where that cannot be said.
  package var manner: SignatureManner?
  /// Of a seal or stamp: what its words say that it is for; `nil` where they do not.
  package var purpose: StampPurpose?
  /// Of a check box, the words that it stands before; of a form field, its printed label.
  package var label: String?
  /// Of a form field: how it was filled in; `nil` where it was not, or that cannot be said.
  package var writing: DatedFact.Writing?
  /// Of a check box or form field: the name that the form's description has for its place; `nil` where
  /// it is known by its label alone.
  package var field: String?
  /// Of a form field that was filled in by a machine: what it says; birth dates and identity numbers are
  /// masked. What is written by hand is in its picture.
  package var value: String?
  /// What its place shows laid over the blank form; `nil` where the page was not.
  package var onBlankForm: State?
  /// Of a notary block only.
  package var notary: NotaryBlock?
  /// Why the state is what it is, in words for the reviewer.
  package var reason: String
  package var amendedBy: [AmendedBy] = []

  package init(
    id: FindingID, kind: Kind, role: Role, state: State, confidence: Double, place: Place,
    manner: SignatureManner? = nil, purpose: StampPurpose? = nil, label: String? = nil,
    writing: DatedFact.Writing? = nil, notary: NotaryBlock? = nil, reason: String
  ) {
    self.id = id
    self.kind = kind
    self.role = role
    self.state = state
    self.confidence = confidence
    self.place = place
    self.manner = manner
    self.purpose = purpose
    self.label = label
    self.writing = writing
    self.notary = notary
    self.reason = reason
  }
}

/// How a signature was made, as far as the page shows it.
package enum SignatureManner: String, Codable, Sendable, CaseIterable {
  case handwritten
  /// A cross or another short mark, as by somebody who does not write.
  case mark
  case initials
  /// `/s/` and a typed name.
  case typed
  /// By another for the signer (`by ..., attorney-in-fact`).
  case proxy = "by-proxy"
  /// A picture put into a document that was made on a computer.
  case picture
}

/// What a stamp was put on the paper for.
package enum StampPurpose: String, Codable, CodingKeyRepresentable, Sendable, CaseIterable {
  case received, filed, recorded, notary, other

  /// Its date may be the day on which the paper came in.
  package var isOfArrival: Bool { self == .received || self == .filed || self == .recorded }
}

/// What a notary block says. An element that the wording does not offer is left out.
package struct NotaryBlock: Codable, Hashable, Sendable {
  package enum Act: String, Codable, CodingKeyRepresentable, CaseIterable, Sendable {
    case jurat, acknowledgment, unknown
    case signatureWitnessing = "signature-witnessing"
    case copyCertification = "copy-certification"
  }
  package enum Element: String, Codable, CodingKeyRepresentable, CaseIterable, Sendable {
    case venue, date, signer, seal, title
    case officerSignature = "officer-signature"
    case officerName = "officer-name"
    case commissionNumber = "commission-number"
    case commissionExpires = "commission-expires"
  }
  /// What else the wording says of how the act was done.
  package enum Circumstance: String, Codable, CodingKeyRepresentable, CaseIterable, Sendable {
    /// By communication technology, or electronically.
    case remote
    /// On a sheet made to be attached to somebody else's document.
    case looseCertificate = "loose-certificate"
    case consular, military, foreign, apostille
  }
  /// One element and what stands in it.
  package struct Finding: Codable, Hashable, Sendable {
    package var state: Attestation.State
    /// What was read there; `nil` where nothing was.
    package var text: String?
    /// How it was filled in; `nil` where it was not, or that cannot be said.
    package var writing: DatedFact.Writing?
    package var box: Box?

    package init(
      state: Attestation.State, text: String? = nil, writing: DatedFact.Writing? = nil,
      box: Box? = nil
    ) {
      self.state = state
      self.text = text
      self.writing = writing
      self.box = box
    }
  }

  package var act: Act
  package var elements: [Element: Finding]
  /// In the order of their declaration.
  package var circumstances: [Circumstance]

  package init(
    act: Act, elements: [Element: Finding], circumstances: [Circumstance] = []
  ) {
    self.act = act
    self.elements = elements
    self.circumstances = circumstances
  }
}

/// A written date with the days that it may mean and the part that it plays.
package struct DatedFact: Codable, Hashable, Sendable {
  /// Of a page with more, the first so many are kept: a page of nothing but dates must not cost a night.
  package static let mostOnAPage = 500

  package enum Role: String, Codable, Sendable, CaseIterable {
    case occurrence, learned, signed, notarized, received, postmark, birth, other
    case commissionExpires = "commission-expires"
    case formRevision = "form-revision"
  }
  package enum Writing: String, Codable, Sendable { case print, hand, field }

  package var id: FindingID
  package var role: Role
  /// Every meaning that the writing admits, the likeliest first. One entry with
  /// `earliest == latest` is a date that can mean one day only. Empty where the place of the
  /// date is there but nothing in it could be read.
  package var readings: [DateReading]
  package var text: String
  package var writing: Writing
  package var place: Place
  /// The conduct went on after this date ("ongoing", "to present", "since").
  package var isOpenEnded: Bool
  /// It stands in the place of a label that asks for it; the words of a sentence gave it its role
  /// otherwise.
  package var isLabelled: Bool
  /// Words in the same place of which nothing was made, so that another day may be meant; `nil`
  /// where there are none, or no label asks for the date.
  package var wordsBeside: String?
  package var amendedBy: [AmendedBy] = []

  package init(
    id: FindingID, role: Role, readings: [DateReading], text: String, writing: Writing,
    place: Place, isOpenEnded: Bool = false, isLabelled: Bool = false, wordsBeside: String? = nil
  ) {
    self.id = id
    self.role = role
    self.readings = readings
    self.text = text
    self.writing = writing
    self.place = place
    self.isOpenEnded = isOpenEnded
    self.isLabelled = isLabelled
    self.wordsBeside = wordsBeside
  }
}

/// One meaning of a written date: a day, or an interval where the day is not said.
package struct DateReading: Codable, Hashable, Sendable {
  package var earliest: CivilDate
  package var latest: CivilDate
  /// 0 to 1.
  package var confidence: Double

  package init(earliest: CivilDate, latest: CivilDate, confidence: Double) {
    self.earliest = earliest
    self.latest = latest
    self.confidence = confidence
  }

  package init(_ day: CivilDate, confidence: Double) {
    self.init(earliest: day, latest: day, confidence: confidence)
  }

  /// The first or the last day is not named: "after March 1, 2023". It is 0001-01-01 or 9999-12-31 then.
  package var isHalfOpen: Bool {
    earliest == CivilDate.openBeginning || latest == CivilDate.openEnd
  }

  /// Such as `2024-05-06`, `2024-05-06 to 2024-06-05` or `2024-05-06 or later`.
  package var inWords: String { CivilDate.inWords(earliest, latest) }
}
