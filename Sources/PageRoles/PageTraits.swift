internal import BlankForms
internal import Casework
internal import PageLayout

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
  var isPowerOfAttorney: Bool
  /// Notarial wording that says of itself that it belongs to a power of attorney.
  var speaksOfPowerOfAttorney: Bool
  /// A short letter that says that it hands something over, or one that is headed so. A long one is
  /// a letter like any other, whatever it encloses.
  var isTransmittal: Bool
  /// It is short, and nothing in it tells what happened.
  var onlyTransmits: Bool
  var namesComplaint: Bool
  var isFaxCover: Bool
  /// With blanks for the sender and the like: no page of the form, whatever its subject line names.
  var isLabelledFaxCover: Bool
  /// The wording of a separator sheet, or a barcode that says so, and hardly anything else.
  var isSeparator: Bool
  var isEnvelope: Bool
  /// How many different pieces of notarial wording stand on the page.
  var notarialCount: Int
  var hasNotarialAct: Bool
  var isLooseCertificate: Bool
  var pagination: Pagination?
  /// Of a continuation sheet, where those are counted apart from the pages.
  var sheetNumber: Pagination?
  /// Hardly a word beside headings and foot, and no handwriting.
  var isUnfilled: Bool
  var likeness: Likeness

  init(
    of sheet: Sheet, forms preparedForms: [PreparedForm], matched: MatchedPage?, lexicon: Lexicon
  ) {
    forms = preparedForms.map { FormMatch(of: $0, on: sheet, matched: matched) }
    wordCount = sheet.words.count(where: \.hasText)
    isPoorlyRead = sheet.doubts.contains(.illegible)
    hasExhibitHeading = ExhibitHeading.stands(on: sheet)
    isLetter = (lexicon.letters.salutations + lexicon.letters.closings).contains {
      sheet.startsLine(with: $0)
    }
    isOtherDocument = Wording.otherDocuments.contains { sheet.hasHeading($0) }
    isPowerOfAttorney = Wording.powersOfAttorney.contains { sheet.hasHeading($0) }
    speaksOfPowerOfAttorney = Wording.ofPowersOfAttorney.contains { sheet.says($0) }
    isTransmittal =
      isLetter && wordCount <= RoleThresholds.transmittalWords
      && Wording.enclosing.contains { sheet.says($0) }
      || Wording.transmittalHeadings.contains { sheet.hasHeading($0) }
    onlyTransmits =
      isTransmittal && wordCount <= RoleThresholds.transmittalWords
      && !Wording.telling.contains { sheet.says($0) }
    namesComplaint = Wording.complaints.contains { sheet.says($0) }
    let isFaxLabelled =
      Wording.faxLabels.count { $0.contains { sheet.startsLine(with: $0) } }
      >= RoleThresholds.faxLabels
    isFaxCover =
      wordCount <= RoleThresholds.faxCoverWords
      && (Wording.faxCovers.contains { sheet.hasHeading($0) }
        || isFaxLabelled && Wording.faxHeadings.contains { sheet.hasHeading($0) })
    isLabelledFaxCover = isFaxCover && isFaxLabelled
    let isShort = wordCount < RoleThresholds.coverWords
    isSeparator =
      isShort
      && (Wording.separators.contains { sheet.says($0) }
        || sheet.reading.barcodes.contains(where: SeparatorCode.isSaid)
          && sheet.marksBesideBarcodes <= RoleThresholds.sheetMarks)
    isEnvelope =
      isShort && wordCount > 0
      && (Wording.postage.contains { !sheet.places(of: $0).isEmpty }
        || sheet.width > RoleThresholds.envelopeAspect * sheet.height)
    let acts = lexicon.notary.actPhrases.count { !sheet.places(of: $0.phrase).isEmpty }
    hasNotarialAct = acts > 0
    notarialCount = acts + lexicon.notary.certificatePhrases.count { !sheet.places(of: $0).isEmpty }
    isLooseCertificate = lexicon.notary.looseCertificates.contains { !sheet.places(of: $0).isEmpty }
    pagination = Pagination(of: sheet)
    sheetNumber = Pagination(of: sheet, counting: "sheet")
    isUnfilled = Self.isUnfilled(sheet, headings: forms.flatMap(\.headings))
    likeness = Likeness(of: sheet)
  }

  /// - Parameter headings: segments of the sheet.
  private static func isUnfilled(_ sheet: Sheet, headings: [Int]) -> Bool {
    let headings = Set(headings)
    let entries = sheet.segments.enumerated().filter { index, segment in
      !headings.contains(index) && segment.box.midY < sheet.height * RoleThresholds.footerPart
    }
    let words = entries.flatMap(\.element.words).count(where: \.hasText)
    let ink = sheet.marks.reduce(0) { $0 + $1.inkArea }
    return words < RoleThresholds.wordsOfEntry && ink < RoleThresholds.inkOfEntry
      && !sheet.fields.contains { $0.value != nil && $0.value != "off" }
  }

  /// How the page is numbered, by what is counted.
  var numbers: [ComplaintRun.Series: Pagination] {
    var numbers: [ComplaintRun.Series: Pagination] = [:]
    numbers[.pages] = pagination
    numbers[.sheets] = sheetNumber
    return numbers
  }

  /// Little but a notarial certificate.
  var isCertificate: Bool {
    guard hasNotarialAct, notarialCount >= 2, !isOtherDocument else { return false }
    return wordCount <= RoleThresholds.bareCertificateWords
      || isLooseCertificate && wordCount <= RoleThresholds.looseCertificateWords
  }
}
