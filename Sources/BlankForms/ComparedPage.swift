package import Casework

/// A page laid over the page of a blank form that it was printed from: what of its ink is none of the
/// form's.
package struct ComparedPage: Sendable {
  package let blank: PreparedBlankPage
  package let registration: Registration
  /// The ink of the page, on the pixels of the blank.
  private let ink: InkBitmap
  private let nearInk: InkBitmap
  private let farInk: InkBitmap
  /// Specks to the pixel where nothing is printed: dirt of a copier.
  let dirt: Double

  /// - Returns: `nil` where the ink of the page was not kept.
  package init?(_ page: SearchedPage, over blank: PreparedBlankPage, by registration: Registration)
  {
    guard let pageInk = page.reading.ink, let bitmap = pageInk.bitmap else { return nil }
    self.blank = blank
    self.registration = registration
    paper = Box(x: 0, y: 0, width: page.reading.width, height: page.reading.height)
    ink = bitmap.laid(
      over: blank.print, by: registration.map, pointsPerPixel: pageInk.pointsPerPixel,
      onto: blank.page.ink.pointsPerPixel)
    nearInk = ink.grown(by: RegistrationThresholds.printTolerance)
    farInk = ink.grown(by: RegistrationThresholds.coarseStep)
    let white = blank.surroundingsOfPrint
    let specks = ink.subtracting(white).pieces().count(where: \.isSpeck)
    dirt = Double(specks) / Double(max(1, white.area.pixelCount - white.inkCount))
  }

  /// The page, in points.
  private let paper: Box
  var pointsPerPixel: Double { blank.page.ink.pointsPerPixel }

  /// What was found in a place of the form.
  package struct Content: Hashable, Sendable {
    /// The share of the print around the place that is there, 0 to 1; `nil` where hardly anything is
    /// printed around it.
    package var printFound: Double?
    /// The share of the place that is so near to print that ink there would not be told from it, 0 to 1.
    package var hidden: Double
    /// The ink in the place that is none of the form's, in square points.
    package var ink: Double
    /// None of the place is beyond the edges of the page.
    var isOnPage: Bool
    /// Of the place, on the pixels of the blank.
    var pixelCount: Int
    /// The pieces of it, on the pixels of the blank.
    var pieces: [InkPiece]
    /// Around the pieces, in points of the page; `nil` without any.
    package var box: Box?
    /// The place itself, in points of the page.
    package var place: Box
  }

  /// - Parameter place: In points of the blank.
  /// - Parameter isBox: It is a box to tick.
  package func content(of place: Box, isBox: Bool = false) -> Content {
    let scale = pointsPerPixel
    let around = RegistrationThresholds.around
    let window = PixelArea(
      place.insetBy(dx: -around.across, dy: -around.down), pointsPerPixel: scale
    ).intersection(blank.print.area)
    let type = blank.type.cut(window)
    let print =
      type.inkCount < RegistrationThresholds.leastPrint ? blank.print.cut(window) : type
    let (offset, found) = shift(of: print, in: window)
    let reach = (isBox ? blank.reachInBoxes : blank.reachOfPrint).cut(window)
    let left = ink.cut(window, offset: offset).subtracting(reach)
    let inner = PixelArea(place, pointsPerPixel: scale).intersection(window)
    let inside = PixelArea(
      x: (inner.x.lowerBound - window.x.lowerBound)..<(inner.x.upperBound - window.x.lowerBound),
      y: (inner.y.lowerBound - window.y.lowerBound)..<(inner.y.upperBound - window.y.lowerBound))
    let pieces = left.pieces(inside: inside).filter { $0.inkInside > 0 }
    let count = pieces.reduce(0) { $0 + $1.inkInside }
    func onPage(_ box: Box) -> Box {
      var moved = box
      moved.x += Double(offset.x) * scale
      moved.y += Double(offset.y) * scale
      return registration.map(moved)
    }
    let boxes = pieces.map { piece in
      var box = piece.area.box(pointsPerPixel: scale)
      box.x += Double(window.x.lowerBound) * scale
      box.y += Double(window.y.lowerBound) * scale
      return onPage(box)
    }
    let onPaper = onPage(place)
    return Content(
      printFound: print.inkCount < RegistrationThresholds.leastPrint ? nil : found,
      hidden: Double(reach.cut(inside).inkCount) / Double(max(1, inside.pixelCount)),
      ink: Double(count) * scale * scale, isOnPage: paper.share(of: onPaper) > 0.99,
      pixelCount: inside.pixelCount, pieces: pieces,
      box: Box.around(boxes),
      place: onPaper)
  }

  /// Whether all ink in `box`, in points of the page, is the form's own.
  func isPrint(_ box: Box) -> Bool {
    guard let back = registration.map.inverse else { return false }
    let content = content(of: back(box))
    return (content.printFound ?? 0) >= RegistrationThresholds.printFound
      && content.pieces.allSatisfy(\.isSpeck)
  }

  /// By how much the page has to be moved so that the print in `window` lies on that of the blank, in
  /// pixels, and the share of it that then does.
  private func shift(of print: InkBitmap, in window: PixelArea) -> ((x: Int, y: Int), Double) {
    let total = print.inkCount
    guard total >= RegistrationThresholds.leastPrint else { return ((0, 0), 0) }
    func found(_ ink: InkBitmap, _ x: Int, _ y: Int) -> Int {
      ink.cut(window, offset: (x, y)).commonInk(with: print)
    }
    // Of equals the nearest: along a rule every shift fits as well.
    func best(
      in ink: InkBitmap, _ xs: some Sequence<Int>, _ ys: some Sequence<Int>
    ) -> (x: Int, y: Int) {
      let ys = Array(ys)
      let shifts = xs.flatMap { x in ys.map { (x: x, y: $0, found: found(ink, x, $0)) } }
      let most = shifts.map(\.found).max() ?? 0
      let least = most - max(1, total / 200)
      let nearest = shifts.filter { $0.found >= least }
        .min { ($0.x * $0.x + $0.y * $0.y, $0.x, $0.y) < ($1.x * $1.x + $1.y * $1.y, $1.x, $1.y) }
      return (nearest?.x ?? 0, nearest?.y ?? 0)
    }
    let (farthest, step) = (RegistrationThresholds.largestShift, RegistrationThresholds.coarseStep)
    let coarse = best(
      in: farInk, stride(from: -farthest, through: farthest, by: step),
      stride(from: -farthest, through: farthest, by: step))
    let fine = best(
      in: nearInk, (coarse.x - step)...(coarse.x + step), (coarse.y - step)...(coarse.y + step))
    return (fine, Double(found(nearInk, fine.x, fine.y)) / Double(total))
  }
}

extension InkBitmap {
  /// How many pixels are set in both; `other` has to be of the same size.
  fileprivate func commonInk(with other: InkBitmap) -> Int {
    var count = 0
    for index in words.indices { count += (words[index] & other.words[index]).nonzeroBitCount }
    return count
  }

  /// The picture on the pixels of `blank`: of each the ink is taken that stands where `map` takes it.
  fileprivate func laid(
    over blank: InkBitmap, by map: PlaneMap, pointsPerPixel: Double, onto blankScale: Double
  ) -> InkBitmap {
    var laid = InkBitmap(width: blank.width, height: blank.height)
    let (right, down) = (map.a * blankScale / pointsPerPixel, map.d * blankScale / pointsPerPixel)
    for y in 0..<blank.height {
      let start = map(
        PlaneMap.Point(x: 0.5 * blankScale, y: (Double(y) + 0.5) * blankScale))
      var (fromX, fromY) = (start.x / pointsPerPixel, start.y / pointsPerPixel)
      var word: UInt64 = 0
      for x in 0..<blank.width {
        let (column, row) = (Int(fromX.rounded(.down)), Int(fromY.rounded(.down)))
        if column >= 0, column < width, row >= 0, row < height, self[column, row] {
          word |= Self.bit(x)
        }
        if x & 63 == 63 || x == blank.width - 1 {
          laid.words[y * laid.wordsPerRow + x >> 6] = word
          word = 0
        }
        fromX += right
        fromY += down
      }
    }
    return laid
  }
}

extension Box {
  /// The share of `other` that lies in this box, 0 to 1.
  fileprivate func share(of other: Box) -> Double {
    (intersection(other)?.area ?? 0) / max(other.area, .leastNonzeroMagnitude)
  }
}
