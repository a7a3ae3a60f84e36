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
  /// Ink of a signature stands above its rule by up to this much, and hangs below by up to that.
  static let above = 46.0
  static let below = 13.0
  /// The height of an empty place where nothing printed stands closer above.
  static let placeHeight = 28.0
  static let leastPlaceHeight = 9.0

  // What is empty.

  /// A place with no more ink than a few specks around it can be blank.
  static let emptyInk = 4.0
  /// A label must have been read this surely for its place to be called blank.
  static let sureLabel = 0.6

  // What a signature looks like.

  /// A mark by hand is at least this wide or high: an X is.
  static let leastMark = 7.0
  static let leastMarkInk = 7.0
  /// Signatures are between these sizes; larger groups of ink are pictures or unread writing.
  static let widest = 330.0
  static let highest = 130.0
  /// In a place, this script score (0 to 1) makes a signature; without a place, that one.
  static let scoreInPlace = 0.35
  static let scoreNearPlace = 0.5
  static let scoreFree = 0.66
  /// Words below this confidence may be a hand that was read as print.
  static let handConfidence = 0.6

  /// Letterheads and recorders' numbers stand higher than these shares of the page: above the first
  /// no seal is found without its words and no signature on a line without a label, above the
  /// second none without a line either.
  static let firstFreeLine = 0.2
  static let firstFree = 0.25

  /// The first and the last name of one signature are no further apart; a part of it may look
  /// less like a signature than the whole.
  static let nameGap = 30.0
  static let scoreOfPart = 0.25

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
  /// Stamps without a ring or readable words: nearly as high as wide, holding letters' holes. Of
  /// the signatures seen, one in forty is of this shape and stands away from any line or close.
  static let blockSide = 40.0...165.0
  static let blockAspect = 0.6...1.5
  static let blockHoles = 6
  static let blockDensity = 0.08...0.6
  /// The ring or frame is one piece nearly as large as the seal.
  static let frameShare = 0.8
}
