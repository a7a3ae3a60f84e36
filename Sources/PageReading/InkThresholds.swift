/// Every number that the analysis of ink rests on, with its reason. Lengths in points.
enum InkThresholds {
  /// Ink is measured at this many dots per inch: a pen's stroke (0.7 mm) is then 4 pixels wide and
  /// a hairline still one, at a quarter of the pixels of a 300-dpi page.
  static let dotsPerInch = 150.0
  /// Darker than this is ink, where the paper is 200: four fifths of the paper. An estimate that
  /// keeps light ball pen and pencil; specks that it lets through are dropped as `speck`.
  static let inkLevel = 162

  /// Of the document's own lines, where paper is 255: one of a fifteenth of a point is a tenth grey at
  /// this resolution.
  static let faintestHairline = 245

  /// A horizontal opening of this length finds ruled lines. Strokes of print are at most 12 points
  /// long (the bar of a large T), long pen strokes slope.
  static let ruleOpening = 20.0
  static let verticalRuleOpening = 28.0
  /// Shorter rules are strokes of a pen or of a large letter.
  static let shortestRule = 34.0
  static let shortestVerticalRule = 40.0
  /// Thicker ones are bars.
  static let thickestRule = 3.6
  /// Rise to run of a rule: the tangent of 2.5 degrees, as much as a feeder lets a sheet turn.
  static let steepestRule = 0.044
  /// Pieces of one rule lie no further apart: letters that touch a rule, breaks of a bad scan.
  static let ruleGap = 14.0
  /// Down the page the sides of two boxes, one under the other, are as near as this.
  static let verticalRuleGap = 5.0

  /// A word below this confidence may be handwriting that was read as print.
  static let printConfidence = 0.6
  /// One character alone has to be surer: a stroke is read as `l`, `/` or `1` easily.
  static let singleCharacterConfidence = 0.85
  /// Words higher than this many times the page's median word are scribbles or headlines; those
  /// have to be surer too.
  static let tallWord = 1.9
  static let tallWordConfidence = 0.85
  /// A word is unmasked where this share of its ink is coloured: a stamp's words.
  static let colouredShare = 0.5
  /// Levels between the highest and the lowest component of coloured ink; an estimate to stay
  /// above the colour fringes of black print in JPEG scans.
  static let colourDifference = 45

  /// Dirt: pieces no larger than this both ways.
  static let speck = 1.4
  /// Leftovers of letters at the edge of a word's box: smaller than this both ways.
  static let crumb = 4.5
  /// Pieces closer than this are one mark: the gap between the letters of a hand, less than the
  /// one between two lines of writing.
  static let groupAcross = 8.0
  static let groupDown = 4.0
  /// A group that is higher may hold several rows: two lines of print take 24 points and more.
  static let tallestRow = 24.0
  /// Pieces of one row share more than this of the height of the lower one.
  static let sharedHeight = 0.3
  /// A piece nearly as large as its group is a ring or a frame.
  static let frameShare = 0.75
  /// Groups of more pieces are pictures and noise, not writing.
  static let mostPieces = 600
  /// A mark has more ink than this (square points) or is longer than `smallestMark`.
  static let leastInk = 5.0
  static let smallestMark = 6.0
  /// More marks than this and the page is a picture or dirt: the largest are kept.
  static let mostMarks = 400

  /// Ink that reaches into this margin and is long or solid is the shadow of the sheet's edge.
  static let edge = 5.0
  static let edgeLength = 60.0
  static let solid = 0.55
  /// Punch holes are 5 to 8 mm wide, solid and round, near an edge.
  static let holeDiameter = 12.0...26.0
  static let holeMargin = 60.0
  static let holeSolidity = 0.62
}
