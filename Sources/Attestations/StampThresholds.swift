/// Every number by which candidates for stamps are gathered, with its reason. Lengths in points.
enum StampThresholds {
  /// From this probability on a candidate is said to be a stamp. `Scripts/train stamps` prints what
  /// other bounds would do: on pages left out of the fit, precision and recall of the stamps of the
  /// set `stamps` are 0.92 and 0.85 with this one, 0.91 and 0.85 with 0.3, 0.95 and 0.83 with 0.5.
  static let least = 0.4
  /// Over the lines of a letterhead: of 84 labelled things there, 82 were logos.
  static let leastOverLetterhead = 0.7

  /// Smaller marks are dirt.
  static let leastPiece = 3.0
  /// Parts of one stamp that are no print are no further apart: the space between its lines.
  static let inkAcross = 12.0
  static let inkDown = 7.0
  /// Large type stands farther apart: letters and words of one line are nearer than this many of
  /// their heights, and than so much.
  static let gapInHeights = 1.6
  static let widestGap = 24.0
  /// What is higher is a picture, not type.
  static let tallestType = 24.0
  /// Words of one block are nearer than this, in heights of print: a space between words is half a
  /// height, the white between single-spaced lines less.
  static let blockAcross = 1.6
  static let blockDown = 0.8
  /// A word so much higher than the page's print is not of its text.
  static let largeWord = 1.5
  /// So much of a block of words has to be unlike the page's text, in size or because it read badly.
  static let leastOdd = 0.2
  /// Lines of print slope as the page does, within the error of a word's box: 1 point in 40.
  static let unlikeSlope = 0.025
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
  /// A stroke of ink this thin and this long may be a piece of a frame.
  static let thickestSide = 3.0
  static let shortestSide = 8.0
  /// A letterhead ends above this share of the page.
  static let head = 0.3
}
