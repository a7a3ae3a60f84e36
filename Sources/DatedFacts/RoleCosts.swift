/// What it costs to take a date for the one that something speaks for, in points of the page as it
/// were, and how far that reaches; lengths in points. The cheapest wins.
///
/// Set by hand, from what was wrongly told apart on labelled deeds, court filings and made-up packets.
enum RoleCosts {
  // What names the date's own place is cheapest.

  /// The line of a fax machine, and the blanks of a notary block.
  static let faxHeader = 2.0
  static let commissionBlank = 5.0
  static let notarialBlank = 6.0

  // Words of the passage: dearer than a label right before the date, cheaper than one above it.

  static let words = 12.0
  static let token = 5.0
  /// Sworn statements put names and counties between the words and the date, and so do sentences
  /// whose words stand farther away than this many tokens.
  static let tokenOfSentence = 1.5
  static let farTokens = 12

  // Labels.

  /// A label before the date, on its row, up to here: beside it is nothing, the far end of a ruled
  /// line as dear as a label above.
  static let farthestBefore = 300.0
  static let pointBefore = 0.25
  /// "06/03/2024 (date received)", up to this many heights away.
  static let after = 60.0
  static let farthestAfter = 4.0
  /// A label over the date, at the head of a cell.
  static let over = 22.0
  static let pointOver = 1.5
  static let farthestOver = 3.0
  static let widestSlipOver = 150.0
  /// A label under the date, a caption under a rule: less usual.
  static let under = 44.0
  static let pointUnder = 2.0
  static let farthestUnder = 2.5
  static let widestSlipUnder = 120.0
  /// Five points that their left edges differ cost as much as one between them.
  static let slip = 0.2
  /// A stamp has its word over the date in the middle, or under it.
  static let stampWordOver = 24.0
  static let farthestStampWordOver = 48.0
  static let halfStamp = 60.0
  static let stampWordUnder = 34.0
  static let farthestStampWordUnder = 30.0
  /// A label and its date may overlap by a letter's width, and stand out from each other by two.
  static let overlap = 3.0
  static let alignment = 12.0
  /// A date that begins this near behind a label is the label's own.
  static let ownDate = 160.0
  /// A bare "Date" is of the signature beside it; less surely where only a caption says that one is
  /// there. Both stand on its row, as far as the page is wide.
  static let bareDate = 10.0
  static let bareDateAtCaption = 20.0
  static let signatureBeside = 400.0
  static let signatureAbove = 16.0

  // Places: where a date lies says less than the words at it.

  static let seal = 40.0
  static let stamp = 80.0
  static let envelope = 90.0
  static let notaryBlock = 110.0

  /// A fax machine writes above or below these shares of the page.
  static let faxHead = 0.05
  static let faxFoot = 0.96
}
