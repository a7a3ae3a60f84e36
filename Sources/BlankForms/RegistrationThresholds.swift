/// Every number by which a page is laid over a blank form, with its reason. Lengths in points.
enum RegistrationThresholds {
  // Words.

  /// A letter by itself is everywhere on a page, and OCR takes specks for one.
  static let shortestWord = 2
  /// A word that stands more often on a page is tried only once it is known where to look.
  static let mostAlike = 2
  /// Two words this far apart say how a page is turned and scaled.
  static let leastDistance = 90.0
  /// As many pairs of words are tried as a first guess.
  static let mostGuesses = 3000
  /// A word belongs to its place on the blank when it is no further from it: half a line.
  static let near = 6.0
  /// With fewer of them nothing is said of a page.
  static let fewestWords = 8
  /// The share of the blank's words, of those that the page can show, that have to be in place. A page
  /// that was filled in by hand loses words that are written over; another page of a form that repeats
  /// its head has a fifth.
  static let leastWordsFound = 0.5
  /// In place they may be this far off in the median.
  static let largestResidual = 2.5
  /// The page that fits second best has this share of the words at most; else which of them it is has
  /// to be told otherwise.
  static let rivalShare = 0.9

  // What a scanner does.

  static let scales = 0.45...2.2
  static let aspects = 0.9...1.11
  /// Tangent: five degrees.
  static let steepest = 0.0875

  // Ink.

  /// Print is found where there is ink no further from it (pixels of the blank, 150 to the inch).
  static let printTolerance = 1
  /// Ink this near to print is print (as before).
  static let printReach = 3
  static let printReachInBoxes = 2
  /// Beyond it ink is not of print, however badly the page was copied.
  static let surroundings = 12
  /// A stroke of print that runs straight for longer is a line.
  static let shortestLine = 20.0
  /// Print is looked for this far from where the words say it is (as before).
  static let largestShift = 7
  /// Shifts so far apart are tried first, with the ink of the page grown by as much.
  static let coarseStep = 3
  /// The surroundings of a place: this much around it.
  static let around = (across: 40.0, down: 26.0)
  /// With less print around a place (pixels) its surroundings say nothing.
  static let leastPrint = 60
  /// With so much of it in place the surroundings match: of other words half the ink lies on these.
  static let printFound = 0.75
}
