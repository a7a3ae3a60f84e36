internal import Casework
internal import Phrases

/// What one page shows, apart from its neighbours.
struct PageTraits {
  /// One match a form, in the order of the forms.
  var forms: [FormMatch]
  var wordCount: Int
  var isPoorlyRead: Bool
  /// A heading such as `Exhibit A`.
  var hasExhibitHeading: Bool
  /// A salutation or a complimentary close.
  var isLetter: Bool
  /// A heading of another kind of document (report, invoice, affidavit ...).
  var isOtherDocument: Bool
  var isSeparator: Bool
  var isEnvelope: Bool
  /// How many different pieces of notarial wording stand on the page.
  var notarialCount: Int
  var hasNotarialAct: Bool
  var isLooseCertificate: Bool
  var pagination: Pagination?

  init(_ reading: Reading, forms preparedForms: [PreparedForm]) {
    forms = preparedForms.map { FormMatch(of: $0, on: reading) }
    wordCount = reading.words.count { $0.text.contains { $0.isLetter || $0.isNumber } }
    isPoorlyRead = (reading.meanConfidence ?? 1) < RoleThresholds.poorReading
    hasExhibitHeading = ExhibitHeading.stands(on: reading)
    isLetter = Wording.letter.contains { reading.startsLine(with: $0) }
    isOtherDocument = Wording.otherDocuments.contains { reading.hasHeading($0) }
    let isShort = wordCount < RoleThresholds.coverWords
    isSeparator = isShort && Wording.separators.contains { !reading.places(of: $0).isEmpty }
    isEnvelope =
      isShort && wordCount > 0
      && (Wording.postage.contains { !reading.places(of: $0).isEmpty }
        || reading.width > RoleThresholds.envelopeAspect * reading.height)
    let acts = NotarialWording.acts.count { !reading.places(of: $0.phrase).isEmpty }
    hasNotarialAct = acts > 0
    notarialCount = acts + NotarialWording.general.count { !reading.places(of: $0).isEmpty }
    isLooseCertificate = NotarialWording.loose.contains { !reading.places(of: $0).isEmpty }
    pagination = Pagination(of: reading)
  }

  /// Little but a notarial certificate.
  var isCertificate: Bool {
    guard hasNotarialAct, notarialCount >= 2, !isOtherDocument else { return false }
    return wordCount <= RoleThresholds.bareCertificateWords
      || isLooseCertificate && wordCount <= RoleThresholds.looseCertificateWords
  }
}

/// Phrases that give a page's kind away.
enum Wording {
  static let letter = [
    "Dear", "To whom it may concern", "Sincerely", "Sincerely yours", "Yours truly",
    "Very truly yours", "Respectfully", "Respectfully submitted", "Kind regards", "Best regards",
  ].map { Phrase($0) }

  static let otherDocuments = [
    "Police report", "Incident report", "Offense report", "Progress note", "Progress notes",
    "Case notes", "Medical record", "Medical records", "Discharge summary", "Invoice",
    "Statement of account", "Power of attorney", "Durable power of attorney", "Affidavit",
    "Curriculum vitae", "Minutes", "Memorandum", "Service agreement", "Agreement", "Declaration",
    "Receipt", "Complaint to the State Board", "State Board of Nursing", "Subpoena", "Order",
    "Certificate of service", "Certificate of mailing", "Explanation of benefits", "Timesheet",
    "E-mail", "Notice of decision", "Records request", "Case log", "Contact log", "Telephone log",
    "Visit log", "Visit notes", "Billing statement", "Itemized statement", "Authorization",
    "Fax cover sheet", "Facsimile transmittal", "Facsimile cover sheet",
  ].map { Phrase($0) }

  static let separators = [
    "Separator sheet", "Document separator", "Batch separator", "Batch header", "Patch T",
    "Patch code", "Scan separator", "Do not remove this sheet",
  ].map { Phrase($0) }

  static let postage = [
    "First class mail", "Certified mail", "Return receipt requested", "US postage", "Priority mail",
    "Postage paid", "Forever USA", "Return to sender",
  ].map { Phrase($0) }
}

extension Reading {
  /// Whether `phrase` begins a line and makes up most of it or is followed by a name.
  fileprivate func startsLine(with phrase: Phrase) -> Bool {
    places(of: phrase, least: 0.9).contains { place in
      place.words.lowerBound == 0 && lines[place.line].words.count <= place.words.upperBound + 6
    }
  }

  /// Whether `phrase` stands as a heading: in the upper part, by itself on its line.
  fileprivate func hasHeading(_ phrase: Phrase) -> Bool {
    places(of: phrase, least: 0.88).contains { place in
      place.box.midY < height * RoleThresholds.upperPart && place.shareOfLine(in: self) >= 0.6
    }
  }
}

/// A line such as `Exhibit A`, `EXHIBIT 3: Invoice` or `Attachment 1`.
enum ExhibitHeading {
  private static let nouns = ["exhibit", "attachment", "enclosure", "appendix", "annex"].map {
    Phrase($0)
  }

  static func stands(on reading: Reading) -> Bool {
    nouns.contains { noun in
      reading.places(of: noun, least: 0.85).contains { place in
        let line = reading.lines[place.line]
        guard place.words.lowerBound <= 1, line.words.indices.contains(place.words.upperBound)
        else { return false }
        let label = Phrase.normalised(line.words[place.words.upperBound].text)
        let isAtEdge =
          place.box.midY < reading.height * 0.3 || place.box.midY > reading.height * 0.85
        // A letter or a number of at most three characters, and a line of a heading's length.
        return isAtEdge && (1...3).contains(label.count) && line.words.count <= 10
          && (label.count == 1 || label.allSatisfy { (48...57).contains($0) })
      }
    }
  }
}
