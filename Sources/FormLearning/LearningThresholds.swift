/// Every number by which places to write are found on a blank form, with its reason. Points.
enum LearningThresholds {
  // Strokes.

  /// A line to write on is as long as two figures by hand; bars of letters are shorter.
  static let shortestLine = 13.0
  static let shortestSide = 9.0
  /// Thicker ones are bars.
  static let thickest = 3.4
  /// Pieces of one line are no further apart: breaks of a scan. The feet of letters are further.
  static let gap = 0.5
  /// A line of which so much runs through printed words is strokes of their letters.
  static let ofLetters = 0.5

  // Cells and boxes.

  /// A cell to write in is at least as wide and as high.
  static let leastCell = (width: 20.0, height: 9.0)
  /// One of a comb is as wide as a letter.
  static let leastCombCell = 7.0
  static let fewestOfComb = 3
  /// White of a cell covers so much of its box; of a letter's inside, which is round, less.
  static let rectangular = 0.9
  /// Check boxes are printed 5 to 18 points wide, and up to twice as wide as high.
  static let boxSide = 4.6...18.0
  static let boxAspect = 0.6...2.1
  /// Boxes that touch are a comb, one letter in each.
  static let combGap = 3.5
  /// In a larger cell with a paragraph printed in it nothing is written.
  static let mostPrint = 0.45
  /// Where so much is ink there is a picture, or a word that was not read.
  static let mostInk = 0.06
  /// White between a printed word and where one writes.
  static let clearance = 1.5

  // Lines to write on.

  /// Less white above a line is an underline.
  static let leastAbove = 7.0
  /// What is left of a line between the words that stand on it is written on from this width on.
  static let leastPart = 22.0
  /// A short line at the head of its words is ticked, and not written on.
  static let longestTickLine = 32.0
  /// One writes no higher.
  static let writingHeight = 20.0
  /// A line as wide as what is printed on the page parts sections, unless others like it follow.
  static let separatorShare = 0.8
  /// With so many fields of its own a page's form says where to write; what is printed adds places to
  /// sign alone.
  static let enoughFields = 3
  static let lineSpacing = 12.0...40.0

  /// Headings are so many times as high as print.
  static let heading = 1.15
  /// The foot of a page, in shares of its height, stands below a line of its own.
  static let foot = 0.9

  // Labels.

  /// Words before a line or a box that end no further from it.
  static let before = 46.0
  static let after = 14.0
  /// Words under a line begin no further below.
  static let below = 12.0
  static let above = 14.0
  /// The head of a column stands no further above a cell.
  static let columnHeight = 260.0
  /// A label with white behind it, in words; and the white that one can write in.
  static let wordsOfOpenLabel = 7
  static let leastOpen = 60.0
  /// Of a check box: its words begin no further to the right.
  static let besideBox = 22.0
  static let mostWords = 14
  static let lettersOfLabel = 4
}
