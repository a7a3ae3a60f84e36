internal import Casework
internal import PageLayout

/// Phrases that give a page's kind away.
enum Wording {
  static let otherDocuments = [
    "Police report", "Incident report", "Offense report", "Progress note", "Progress notes",
    "Case notes", "Medical record", "Medical records", "Discharge summary", "Invoice",
    "Statement of account", "Affidavit",
    "Curriculum vitae", "Minutes", "Memorandum", "Service agreement", "Agreement", "Declaration",
    "Receipt", "Complaint to the State Board", "State Board of Nursing", "Subpoena", "Order",
    "Certificate of service", "Certificate of mailing", "Explanation of benefits", "Timesheet",
    "E-mail", "Notice of decision", "Records request", "Case log", "Contact log", "Telephone log",
    "Visit log", "Visit notes", "Billing statement", "Itemized statement", "Authorization",
    // What a signing service adds to the papers that were signed with it.
    "Certificate of completion", "Electronic record and signature disclosure", "Audit trail",
    "Final audit report", "Signature certificate", "Signing certificate",
  ].map { Phrase($0) }

  static let powersOfAttorney = [
    "Power of attorney", "Durable power of attorney", "General power of attorney",
    "Limited power of attorney", "Special power of attorney", "Medical power of attorney",
    "Durable general power of attorney", "Statutory power of attorney",
    "Statutory short form power of attorney", "Power of attorney for health care",
  ].map { Phrase($0) }

  /// Who speaks so of a page of notarial wording speaks of a power of attorney.
  static let ofPowersOfAttorney = [
    "Power of attorney", "Attorney in fact", "Principal",
  ].map { Phrase($0) }

  /// What a letter says that hands something over.
  static let enclosing = [
    "Enclosed please find", "Please find enclosed", "Attached please find",
    "Please find attached", "Enclosed is", "Enclosed are", "Enclosed herewith",
    "Transmitted herewith", "I enclose", "I am enclosing", "We enclose", "We are enclosing",
  ].map { Phrase($0) }

  static let transmittalHeadings = [
    "Letter of transmittal", "Transmittal letter", "Transmittal",
  ].map { Phrase($0) }

  /// A letter that says one of these may be telling what happened.
  static let telling = [
    "happened", "on or about", "told me", "said that", "without my", "refused", "failed to",
    "did not", "violated", "never", "conduct was", "witnessed",
  ].map { Phrase($0) }

  static let complaints = ["complaint", "complaint form"].map { Phrase($0) }

  static let faxCovers = [
    "Fax cover sheet", "Fax cover page", "Fax cover", "Facsimile cover sheet",
    "Facsimile cover page", "Facsimile transmittal", "Facsimile transmittal sheet",
    "Fax transmittal", "Fax transmittal sheet",
  ].map { Phrase($0) }

  /// What machines write on every page that they send, too.
  static let faxHeadings = ["Fax transmission", "Facsimile transmission", "Facsimile", "Fax"].map {
    Phrase($0)
  }

  /// What stands before the blanks of a fax cover, one group a blank.
  static let faxLabels = [
    ["To"], ["From"], ["Pages", "No of pages", "Number of pages", "Total pages"],
    ["Subject", "Re"],
  ].map { $0.map { Phrase($0) } }

  static let separators = [
    "Separator sheet", "Document separator", "Batch separator", "Batch header", "Patch T",
    "Patch code", "Scan separator", "Do not remove this sheet",
  ].map { Phrase($0) }

  static let postage = [
    "First class mail", "Certified mail", "Return receipt requested", "US postage", "Priority mail",
    "Postage paid", "Forever USA", "Return to sender",
  ].map { Phrase($0) }
}

/// What a barcode says on a sheet that is laid between papers.
enum SeparatorCode {
  /// The sheets that a scanner drops: of patch 3 a batch begins, of patch T a document. Read from
  /// the other side a 3 is a T, so both are taken alike. A page with a patch 2 is kept, and 1, 4 and
  /// 6 are told to the scanner (Kodak A-61599).
  private static let patches: Set<String> = ["3", "T"]
  /// Letters and digits alone, as the text begins.
  private static let texts = [
    "patcht", "patch3", "separator", "juratsep", "documentseparator", "batchseparator",
  ]

  static func isSaid(by barcode: Barcode) -> Bool {
    if barcode.symbology == .patch { return patches.contains(barcode.text) }
    let said = String(decoding: Phrase.normalised(barcode.text), as: UTF8.self)
    return texts.contains { said.hasPrefix($0) }
  }
}

extension Sheet {
  /// How many marks are neither part of a barcode nor at one, where its text is printed.
  var marksBesideBarcodes: Int {
    let codes = reading.barcodes.map { $0.box.insetBy(dx: -18, dy: -18) }
    return reading.marks.count { mark in !codes.contains { $0.intersection(mark.box) != nil } }
  }

  /// Whether `phrase` begins a line and makes up most of it or is followed by a name.
  func startsLine(with phrase: Phrase) -> Bool {
    places(of: phrase, least: 0.9).contains { place in
      place.words.lowerBound == 0 && segments[place.line].words.count <= place.words.upperBound + 6
    }
  }

  /// Whether `phrase` stands anywhere, nearly letter by letter.
  func says(_ phrase: Phrase) -> Bool { !places(of: phrase, least: 0.9).isEmpty }

  /// Whether `phrase` stands as a heading: in the upper part, by itself on its line.
  func hasHeading(_ phrase: Phrase) -> Bool {
    places(of: phrase, least: 0.88).contains { place in
      place.box.midY < height * RoleThresholds.upperPart && place.shareOfSegment(on: self) >= 0.6
    }
  }
}

/// A line such as `Exhibit A`, `EXHIBIT 3: Invoice` or `Attachment 1`.
enum ExhibitHeading {
  private static let nouns = ["exhibit", "attachment", "enclosure", "appendix", "annex"].map {
    Phrase($0)
  }

  static func stands(on sheet: Sheet) -> Bool {
    nouns.contains { noun in
      sheet.places(of: noun, least: 0.85).contains { place in
        let line = sheet.segments[place.line]
        guard place.words.lowerBound <= 1, line.words.indices.contains(place.words.upperBound)
        else { return false }
        let label = Phrase.normalised(line.words[place.words.upperBound].text)
        let isAtEdge =
          place.box.midY < sheet.height * 0.3 || place.box.midY > sheet.height * 0.85
        // A letter or a number of at most three characters, and a line of a heading's length.
        return isAtEdge && (1...3).contains(label.count) && line.words.count <= 10
          && (label.count == 1 || label.allSatisfy { (48...57).contains($0) })
      }
    }
  }
}
