/// Numbers about how a page is laid out and read. Lengths in points.
///
/// Taken from the sample packets and from looking at recorded deeds, court filings and blank forms.
enum SceneThresholds {
  /// A word of this confidence is print that was read.
  static let surelyRead = 0.6
  /// A page of fewer words, or of a lower mean confidence, does not show that a place is empty.
  static let enoughWords = 12
  static let wellRead = 0.72
  /// Dots per inch below which thin ink is lost.
  static let fineEnough = 140.0
  /// A gap wider than this many times the line's height parts columns.
  static let columnGap = 1.8
  /// A rule with words on more than this share of it underlines them. A name typed on a line to
  /// sign covers a third to a half.
  static let underlined = 0.6
}
