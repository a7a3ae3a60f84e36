/// Every number by which ink is judged, with its reason. Lengths in points, areas in square points.
enum AttestationThresholds {
  // Where to look.

  /// A label stands this far under its rule at most, or overlaps it by this much.
  static let labelBelow = 15.0
  static let labelIntoRule = 4.0
  /// A rule to the right of its label begins within this distance of the label's end.
  static let labelToRule = 70.0
  /// A rule to sign on is longer; shorter ones are for dates and initials.
  static let shortestPlace = 52.0
  /// The line behind an X is as long as a name; shorter ones are answers beside a ticked box.
  static let lineAfterX = 120.0
  /// Ink of a signature stands above its rule by up to this much, and hangs below by up to that.
  static let above = 46.0
  static let below = 13.0
  /// The height of an empty place where nothing printed stands closer above.
  static let placeHeight = 28.0
  /// A ruled box to sign in is no larger; a larger one is a table or a column of a form.
  static let highestCell = 62.0
  static let widestCell = 420.0
  static let leastPlaceHeight = 9.0

  /// Higher above its line than this, over the paragraph before the place, nobody signs.
  static let surroundings = 120.0

  // What is empty.

  /// A place with no more ink than a few specks around it can be blank.
  static let emptyInk = 4.0
  /// Ink beside a place may be the end of a stroke in it.
  static let margin = 5.0
  /// A word of which so much lies in a place stands in it; one of which so much is the label is the
  /// label.
  static let reachesInto = 0.2
  static let ofLabel = 0.3
  /// A word stands on a rule when its foot is this near to it.
  static let wordToRule = 9.0
  /// A label must have been read this surely for its place to be called blank.
  static let sureLabel = 0.6

  // What a signature looks like.

  /// A mark by hand is at least this wide or high: an X is.
  static let leastMark = 7.0
  /// Farther from a place than a signature reaches, ink is a hand's from this size on (points, and
  /// their square): initials are wider, what OCR leaves of a letter is smaller. Around a block it is
  /// the height of the lowest stamp: `) ss.:` of the venue is 21 points wide and often not read.
  static let largeMark = 14.0
  static let largeMarkInk = 15.0
  /// Words of this many heights of print were read from something larger than print.
  static let tallWord = 1.6
  /// Signatures are between these sizes; larger groups of ink are pictures or unread writing.
  static let widest = 330.0
  static let highest = 130.0
  /// In a place, this script score (0 to 1) makes a signature; without a place, that one.
  static let scoreInPlace = 0.35
  static let scoreNearPlace = 0.5
  static let scoreFree = 0.66
  /// Writing that was read as words: each wider than a stray stroke, together as wide as a short name
  /// or so many heights of print high.
  static let leastHandWord = 12.0
  static let leastName = 25.0
  /// The share of a word's box that lies in the ink that it was read from; print has no ink of its own.
  static let ofInk = 0.5
  /// Of words written by hand OCR gets a letter in four or five wrong; of several it may lose more, and
  /// nothing else is half like thirteen letters. Set by hand. That three words and more are no signature
  /// was tried, and took eight signatures on real scans, whose flourishes read as many short words.
  static let likeRefusal = 0.75
  static let likeLongRefusal = 0.6
  static let longRefusal = 13
  /// "I will sign this later on".
  static let wordsOfRefusal = 6
  static let tallHandWord = 1.5
  /// What stands beside a signature is of it where the two share so much of a row and it looks so much
  /// like it, or has the ink of more than a stroke.
  static let rowOfSignature = 0.3
  static let scoreBesideSignature = 0.4
  static let muchInk = 21.0

  /// Letterheads and recorders' numbers stand higher than these shares of the page: above the first
  /// no seal is found without its words and no signature on a line without a label, above the
  /// second none without a line either.
  static let firstFreeLine = 0.2
  static let firstFree = 0.25

  /// The value of a field has no more words; more are a story.
  static let wordsOfValue = 30

  /// The first and the last name of one signature are no further apart; a part of it may look
  /// less like a signature than the whole.
  static let nameGap = 30.0
  static let scoreOfPart = 0.25

  // The script score: how a signature and print differ, from 0 at the lower bound to 1 at the upper.
  // Set by hand from looking at signatures and print in scanned letters, deeds and forms, not fitted:
  // with them and the least scores above, signatures were found on 83 of 92 signed letters and said
  // on none of 8 unsigned ones.

  /// The highest piece in heights of a word: print is as high as print.
  static let pieceHeight = 1.0...2.2
  /// The widest piece, and its share of the mark: a hand joins its letters.
  static let pieceWidth = 14.0...60.0
  static let pieceShare = 0.12...0.5
  /// The length of the pen's way in widths of the mark: a stroke that is wound up.
  static let windings = 1.2...2.4
  static let scriptWidth = 25.0...60.0
  /// What speaks against: solid ink, thick strokes, many small pieces to ten points of width.
  static let solidDensity = 0.35...0.6
  static let thickStroke = 3.5...6.0
  static let manyPieces = 1.2...2.5
  /// A bar is lower than this, or this many times as wide as high: a rule, an underline.
  static let barHeight = 5.0
  static let barAspect = 14.0

  // How a signature was made.

  /// Two or three letters of a hand are no wider. Taken from initials beside corrections on deeds and
  /// police forms, 12 to 34 points.
  static let widestInitials = 34.0
  /// A cross for a signature is drawn between a line's height and half an inch.
  static let largestCross = 36.0
  static let crossAspect = 0.5...2.0
  /// What is said of a signature stands this near: on the two lines under it or beside it.
  static let aboutSignature = 30.0

  // Seals and stamps.

  /// Round seals are up to 2 inches across, stamps up to 1 by 2.5 inches (Alaska's rule; others
  /// are smaller); a tenth more for the scan, and embossers from 1 inch.
  static let sealSide = 62.0...165.0
  static let roundness = 0.75...1.34
  static let stampWidth = 75.0...260.0
  static let stampHeight = 24.0...150.0
  /// A seal is drawn in lines: its ink covers little of its box.
  static let sealDensity = 0.02...0.42
  /// Court seals have a solid ring with white letters.
  static let ringDensity = 0.6
  /// The ring or frame is one piece nearly as large as the seal.
  static let frameShare = 0.8
  /// Its sides, where they were found as rules, are no longer than this many times the group of ink
  /// between them: a frame parted where its lines touch leaves two thirds of its height.
  static let sideOfFrame = 1.5
}

/// What makes a certificate. Lengths in points.
enum BlockThresholds {
  /// Between two lines of one certificate there is less white: room for a signature and a stamp.
  static let widestGap = 130.0
  /// An act counts 2, every other family 1. Instructions that mention a notary reach 3 at most.
  static let leastWeight = 4
  /// A seal belongs to a block that it touches or that is this near.
  static let sealReach = 90.0
}

/// How sure a judgement of a place to sign is, 0 to 1: ranks, not frequencies. An empty place with a
/// label of its own is surest; whatever is no signature beyond doubt stands below it.
enum PlaceConfidences {
  static let blank = 0.93
  /// The label is part of a sentence, and the place may be none.
  static let blankAtSentence = 0.85
  static let typed = 0.75
  static let unreadWriting = 0.62
  static let shortMark = 0.6
  /// Neither signed nor blank for certain.
  static let open = 0.5

  /// - Parameter score: the script score of the ink, 0 to 1.
  static func ofSignature(score: Double) -> Double { min(0.98, 0.62 + 0.4 * score) }
}
