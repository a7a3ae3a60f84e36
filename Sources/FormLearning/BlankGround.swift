import BlankForms
import Casework
import PageLayout

/// A page of a blank form with its printed lines, cells and boxes: where one may write on it.
///
/// All lengths are in points, origin top left.
struct BlankGround {
  let reading: Reading
  let ink: InkBitmap
  let pointsPerPixel: Double
  /// What is printed in letters and figures, in reading order.
  let print: [Word]
  private let headingWords: Set<[UInt8]>
  /// The height of print, in the median.
  let usualHeight: Double
  let level: [Box]
  let upright: [Box]
  /// Rectangles of white between printed lines.
  let cells: [Box]
  /// Small squares of white in a frame.
  let squares: [Box]

  /// - Returns: `nil` for a page without ink, or of noise.
  ///
  /// - Parameter headings: Words with which headings begin.
  init?(_ reading: Reading, headings: [Phrase]) {
    guard let pageInk = reading.ink, let ink = pageInk.bitmap else { return nil }
    self.reading = reading
    self.ink = ink
    headingWords = Set(headings.map { Phrase.normalised($0.text) })
    let scale = pageInk.pointsPerPixel
    pointsPerPixel = scale
    print = reading.words.filter(\.hasText)
    let heights = print.map(\.box.height).sorted()
    usualHeight = heights.isEmpty ? 9 : heights[heights.count / 2]
    func pixels(_ points: Double) -> Int { Int((points / scale).rounded()) }
    let thickness = pixels(LearningThresholds.thickest)
    let print = print
    func isOfLetters(_ box: Box) -> Bool {
      let covered = print.reduce(0) { sum, word in
        let middle = word.box.insetBy(dx: 0, dy: 0.1 * word.box.height)
        guard box.midY > middle.y, box.midY < middle.maxY else { return sum }
        return sum + max(0, min(box.maxX, word.box.maxX) - max(box.x, word.box.x))
      }
      return covered > LearningThresholds.ofLetters * box.width
    }
    let across = ink.levelStrokes(
      length: pixels(LearningThresholds.shortestLine), thickness: thickness,
      gap: pixels(LearningThresholds.gap)
    ).filter { !isOfLetters($0.area.box(pointsPerPixel: scale)) }
    let down = ink.transposed.levelStrokes(
      length: pixels(LearningThresholds.shortestSide), thickness: thickness,
      gap: 1
    ).map(\.transposed)
    level = across.map { $0.area.box(pointsPerPixel: scale) }
    upright = down.map { $0.area.box(pointsPerPixel: scale) }
    cells = Self.cells(across + down, ink, scale)
    squares = Self.squares(ink, scale)
  }

  private static func cells(_ strokes: [Stroke], _ ink: InkBitmap, _ scale: Double) -> [Box] {
    var lines = InkBitmap(width: ink.width, height: ink.height)
    for stroke in strokes {
      for y in stroke.area.y {
        lines.fill(
          max(0, stroke.area.x.lowerBound - 2)..<min(ink.width, stroke.area.x.upperBound + 2), in: y
        )
      }
    }
    let least = LearningThresholds.leastCell
    return lines.grown(by: 1).inverted.pieces().filter { piece in
      let box = piece.area.box(pointsPerPixel: scale)
      return box.width >= least.width && box.height >= least.height
        && piece.area.x.lowerBound > 0 && piece.area.x.upperBound < ink.width
        && Double(piece.inkCount)
          >= LearningThresholds.rectangular * Double(piece.area.pixelCount)
    }.map { $0.area.box(pointsPerPixel: scale) }
  }

  private static func squares(_ ink: InkBitmap, _ scale: Double) -> [Box] {
    let side = LearningThresholds.boxSide
    return ink.inverted.pieces().filter { piece in
      let box = piece.area.box(pointsPerPixel: scale)
      return side.contains(box.width) && side.contains(box.height)
        && LearningThresholds.boxAspect.contains(box.width / box.height)
        && Double(piece.inkCount)
          >= LearningThresholds.rectangular * Double(piece.area.pixelCount)
        && isFramed(piece.area, ink)
    }.map { $0.area.box(pointsPerPixel: scale) }
  }

  /// Whether straight lines run along all four sides, which the inside of a letter has not.
  private static func isFramed(_ area: PixelArea, _ ink: InkBitmap) -> Bool {
    func share(_ xs: Range<Int>, _ ys: Range<Int>) -> Double {
      let count = xs.reduce(0) { sum, x in
        sum
          + ys.count { y in
            (0..<ink.width).contains(x) && (0..<ink.height).contains(y) && ink[x, y]
          }
      }
      return Double(count) / Double(max(1, xs.count * ys.count))
    }
    let (x, y) = (area.x, area.y)
    return share(x, (y.lowerBound - 1)..<y.lowerBound) > 0.85
      && share(x, y.upperBound..<(y.upperBound + 1)) > 0.85
      && share((x.lowerBound - 1)..<x.lowerBound, y) > 0.85
      && share(x.upperBound..<(x.upperBound + 1), y) > 0.85
  }

  /// The printed words whose middle lies in `box`.
  func print(in box: Box) -> [Word] { print.filter { box.holdsMiddle(of: $0.box) } }

  /// Larger than print is, or begun as headings are: nothing is written beside such words.
  func isHeading(_ words: [Word]) -> Bool {
    guard let first = words.first else { return false }
    return words.allSatisfy { $0.box.height > LearningThresholds.heading * usualHeight }
      || headingWords.contains(Phrase.normalised(first.text)) && words.count > 1
  }
}
