/// Every number that the classification rests on, with its reason.
///
/// The shares of the page were read off the sample packets and the layouts of comparable bodies'
/// forms; the confidences are ranks (what beats what), not measured frequencies.
enum RoleThresholds {
  /// A title stands above this share of the page's height: below it, the words are in a sentence
  /// or a list. Letterheads and received stamps push titles down to about a third.
  static let upperPart = 0.4
  /// Footers stand below this share of the height.
  static let footerPart = 0.88
  /// A heading fills at least this share of the letters between two wide gaps; a mention in a sentence does not.
  static let headingShare = 0.5
  /// Of one that says hardly anything else: a word of three letters beside it, or what OCR makes of dirt.
  static let wholeHeading = 0.8
  /// So many anchors make a page of the form even where nothing else does.
  static let anchorsOfForm = 3
  /// A page with fewer words than this says too little to be called by its text alone.
  static let fewWords = 12
  /// Envelopes and separator sheets carry fewer words than this.
  static let coverWords = 60
  /// A letter of more words than this says more than that something is enclosed: the addresses, the
  /// date, the salutation and the close take about 60, two or three sentences as many.
  static let transmittalWords = 130
  /// A fax cover has up to about 60 words besides a notice of confidentiality of up to 150.
  static let faxCoverWords = 250
  /// So many of the four usual blanks make a fax cover.
  static let faxLabels = 2
  /// A sheet with a barcode has no more marks of ink than this besides: a page of handwriting, of
  /// which no word may have been read, has two or three a line.
  static let sheetMarks = 12
  /// An envelope is at least this many times as wide as high (a No. 10 is 2.3, a C5 1.4, a letter
  /// page turned sideways 1.3).
  static let envelopeAspect = 1.6
  /// A certificate alone has up to about 60 words (jurat) or, with the attached-document box and
  /// the disclaimer of California, up to about 260.
  static let bareCertificateWords = 70
  static let looseCertificateWords = 280
  /// So many things have to speak for a page that counts for certain (`complaintPages.min`).
  static let witnesses = 2
  /// One phrase of a form stands in other papers too ("true and correct to the best of my knowledge").
  static let phrasesOfWitness = 2
  /// The rank of a page for which fewer speak, or against which something does.
  static let doubtful = 0.75
  /// On a printed sheet that nobody filled in stand its heading, the label of the statement and the
  /// complainant's name, of four words at most: fewer words than this beside headings and foot.
  static let wordsOfEntry = 12
  /// Square points of ink that is no print; less is dirt. Set by hand, not measured.
  static let inkOfEntry = 60.0
  /// Shorter lines are alike on many pages.
  static let lettersOfLine = 12
  /// Two scans of one page have nearly all of their lines in common, and pages of one hand few. Set by
  /// hand, not measured; what is too like an earlier page is for review, and never lost.
  static let linesOfLikeness = 4
  static let shareOfLikeness = 0.7
  /// Half an inch of a letter page: how differently two scans of a page are laid on the glass.
  static let shiftOfScan = 0.045
}
