internal import Casework
internal import Leptonica

/// How large the paper of a page is.
///
/// Programs write pixels as points, telephones state 72 dots per inch of whatever they photograph, and
/// pages come a quarter or thirty times as large as they were. Everything that is measured on a page is
/// measured in points of its paper, so its size is settled first.
///
/// A size is believed unless two things speak against it: it is no size of paper that people write
/// letters and forms on, and what is on it would not be legible or would be enormous. So a plan, a map
/// or a ledger of A3 and more keeps its size, since its lettering is of usual height there; a receipt
/// and a card keep theirs.
struct PaperSize {
  /// As the file says, in points.
  var width: Double
  var height: Double
  /// On paper of this size, of the scan that the page is.
  var scanResolution: ScanResolution?

  private var longerSide: Double { max(width, height) }

  /// Whether nothing has to be looked at: between half a letter and legal.
  var isUsual: Bool { Limits.usual.contains(longerSide) || !Limits.possible.contains(longerSide) }

  /// Points of paper a point of the file; 1 where its size is believed.
  ///
  /// - Parameter picture: the page in grey, its longer side of `measuredPixels`.
  func scale(measuring picture: () -> Pix?) -> Double {
    guard !isUsual else { return 1 }
    if longerSide > Limits.usual.upperBound, let scanResolution,
      scanResolution.coarser <= Limits.coarsestScan
    {
      return standardSide / longerSide
    }
    guard let share = picture().flatMap(Self.heightOfLetters) else { return 1 }
    let isTooLarge =
      longerSide > Limits.largeSheet && share * longerSide > Limits.letters.upperBound
    let isTooSmall =
      longerSide < Limits.usual.lowerBound && share * longerSide < lowestLetters
      && share * standardSide > Limits.leastOnStandardPaper
    return isTooLarge || isTooSmall ? standardSide / longerSide : 1
  }

  static let measuredPixels = 1200

  /// The longer side of the paper that has these proportions: A4, legal, or else letter.
  private var standardSide: Double {
    hasProportions(of: 842, 595) ? 842 : hasProportions(of: 1008, 612) ? 1008 : 792
  }

  private func hasProportions(of length: Double, _ breadth: Double) -> Bool {
    abs(length / breadth * min(width, height) / longerSide - 1) < 0.01
  }

  /// How low small letters may be. Cards and receipts have print of any size; what has the proportions
  /// of a letter page, which they do not have, is one made smaller sooner.
  private var lowestLetters: Double {
    hasProportions(of: 792, 612) || hasProportions(of: 1008, 612)
      ? Limits.lowestOnLetter : Limits.letters.lowerBound
  }

  /// The usual height of a piece of print, nearly always a small letter, as a share of the page's
  /// longer side; `nil` where there is hardly any print.
  private static func heightOfLetters(on picture: Pix) -> Double? {
    guard let bitmap = picture.inkBitmap(level: InkThresholds.inkLevel) else { return nil }
    let longerSide = max(picture.width, picture.height)
    let letters = bitmap.components().map(\.box).filter { box in
      box.height >= 3 && box.height <= longerSide / 20
        && box.width <= 3 * box.height && box.height <= 4 * box.width
    }
    let heights = letters.map(\.height).sorted()
    guard heights.count >= Limits.fewestLetters else { return nil }
    return Double(heights[heights.count / 2]) / Double(longerSide)
  }

  /// In points, where nothing else is said.
  private enum Limits {
    /// Half a letter page is 612 points long, a legal page 1008.
    static let usual = 540.0...1040.0
    /// Beyond, a file is broken or hostile.
    static let possible = 36.0...50_000.0
    /// Tabloid (17 inches) and A3 are common; of what is larger the lettering decides.
    static let largeSheet = 1260.0
    /// Dots per inch: scanners of paper make more, and print has too few dots to be read at this.
    static let coarsestScan = 100.0
    /// Small letters of 5.5-point type are 2.7 points high, of 15-point type 7.5.
    static let letters = 2.7...7.5
    /// Of 8-point type.
    static let lowestOnLetter = 4.0
    /// What is lower on standard paper, too, is the grain of a photograph.
    static let leastOnStandardPaper = 3.5
    static let fewestLetters = 60
  }
}
