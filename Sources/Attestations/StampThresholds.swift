/// Every number by which candidates for stamps are gathered, with its reason. Lengths in points.
enum StampThresholds {
  /// From this probability on a candidate is said to be a stamp: rather than not. `Scripts/train
  /// stamps` prints what other bounds would do.
  static let least = 0.5

  /// Smaller marks are dirt.
  static let leastPiece = 3.0
  /// Parts of one stamp that are no print are no further apart: the space between its lines.
  static let inkAcross = 12.0
  static let inkDown = 7.0
  /// Words of one block are nearer than this, in heights of print: a space between words is half a
  /// height, the white between single-spaced lines less.
  static let blockAcross = 1.6
  static let blockDown = 0.8
  /// A word so much higher than the page's print is not of its text.
  static let largeWord = 1.5
  /// So much of a block of words has to be unlike the page's text, in size or because it read badly.
  static let leastOdd = 0.2
  /// Stamps are up to 1 by 2.5 inches, seals 2 inches across; offices' stamps with fields to fill
  /// in are larger.
  static let widest = 300.0
  static let highest = 190.0
  /// Those of text alone are smaller, and larger blocks are paragraphs.
  static let widestBlock = 260.0
  static let highestBlock = 100.0
  static let leastBlock = 25.0
  /// A date stamp's type is 4 mm high.
  static let leastSide = 14.0
  static let leastHeight = 6.0
  static let frameWidth = 50.0...260.0
  static let frameHeight = 20.0...150.0
  /// Rules of a frame that was pressed on unevenly part by less.
  static let frameGap = 9.0
  /// A letterhead ends above this share of the page.
  static let head = 0.3
}
