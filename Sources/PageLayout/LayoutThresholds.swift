/// Every number about how a page is laid out and read, with its reason. Lengths in points.
///
/// Taken from the sample packets and from looking at recorded deeds, court filings and blank forms.
package enum LayoutThresholds {
  // How well it was read.

  /// A word of this confidence is print that was read.
  static let surelyRead = 0.6
  /// A page of fewer words, or of a lower mean confidence, does not show that a place is empty.
  static let enoughWords = 12
  static let wellRead = 0.72
  /// A share of recognised words below which a page is the document's own text, 0 to 1. One misread
  /// word of a stamp among 80 of the layer made four born-digital forms of 60 pages "read with little
  /// confidence"; a page half of which was scanned has some 0.5.
  static let fewRecognised = 0.1
  /// Under this mean confidence the words cannot speak for anything.
  static let legible = 0.45
  /// Dots per inch below which thin ink is lost.
  static let fineEnough = 140.0

  // Lines.

  /// The height of print where none was read surely.
  static let heightOfPrint = 9.0
  /// Degrees: a greater skew is an error of measuring.
  static let steepestSkew = 10.0
  /// The white between two words of a sentence is less than this many heights of them.
  static let wordSpace = 0.8
  /// A gap wider than this many times the line's height parts columns. A heading in large type has no
  /// wider columns than text.
  static let columnGap = 1.8
  static let lineHeight = 6.0...14.0
  /// A rule with words on more than this share of it underlines them. A name typed on a line to
  /// sign covers a third to a half.
  static let underlined = 0.6

  // Two signatures in one mark.

  /// A signature on a line is higher than this above it; a higher group of ink than that is a picture
  /// or unread writing.
  static let leastPartHeight = 16.0
  static let highestSignature = 130.0

  // Hand and print.

  /// A mark by hand covers at least so much, in square points.
  package static let leastMarkInk = 7.0
  /// Print with its ascenders and descenders, in heights of a word: of what was read, and of ink
  /// beside words that was not.
  static let highestPrint = 1.5
  static let highestUnreadPrint = 1.4
  /// A hand joins letters: print leaves as many pieces as letters, less some that touch.
  static let lettersApart = 0.7
  /// Words of this confidence show the height and the base line of print.
  static let plainlyRead = 0.9
  /// Below this confidence a word may be a hand's.
  package static let sureWriting = 0.75
  /// Figures and ink over them are a hand's from this many heights of print on, and figures below
  /// that many; beside other words of their line they have to be taller, what was typed into a form
  /// may be larger than the form's own print.
  static let tallFigures = 1.45
  static let lowFigures = 0.5
  static let tallerThanLine = 1.8
  static let tallerThanPrint = 2.0
  /// A figure stands off its line by more of a height than this.
  static let offTheLine = 0.35
  /// In many fonts a slash is more than a third taller than the figures around it.
  static let slash = 1.35
}
