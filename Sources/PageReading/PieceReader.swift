internal import Casework
internal import Leptonica
internal import Tesseract

/// Recognises pieces of one upright page: a line, the inside of a form field.
///
/// The first look takes the raster that is there, made larger; whatever has to be known better is
/// looked at again on a fine raster, which is drawn when it is first asked for.
final class PieceReader {
  /// Draws the upright page with as many dots as pages are recognised with.
  typealias Drawing = () throws(PageFailure) -> PageRaster
  typealias Recognisers = () throws(RecogniserError) -> Recogniser

  private let raster: PageRaster
  private let drawFine: Drawing
  private let recogniser: Recognisers
  private var fine: PageRaster?

  init(_ raster: PageRaster, fine: @escaping Drawing, recogniser: @escaping Recognisers) {
    self.raster = raster
    drawFine = fine
    self.recogniser = recogniser
  }

  enum Look { case first, second }

  /// The words in `box`, boxes in points of the page; none where it lies off the page.
  func words(in box: Box, _ layout: Recogniser.Layout, _ look: Look = .first) throws -> [Word] {
    let page = look == .first ? raster : try fineRaster()
    // Tesseract wants some paper around the letters.
    let area = PixelBox(
      box.insetBy(dx: -Self.margin, dy: -Self.margin / 2), pointsPerPixel: page.pointsPerPixel)
    let left = max(0, area.x)
    let top = max(0, area.y)
    let enlargement = max(1, Self.dotsPerInch / page.dotsPerInch)
    guard
      let piece = page.grey.clipped(
        x: left, y: top, width: area.maxX - left, height: area.maxY - top),
      let image = enlargement > 1.2 ? piece.scaled(x: enlargement, y: enlargement) : piece
    else { return [] }
    let scale = page.pointsPerPixel * Double(piece.width) / Double(image.width)
    let lines = try recogniser().lines(
      grey: image.greyBytes, width: image.width, height: image.height,
      resolution: Int((72 / scale).rounded()), layout: layout)
    return (lines ?? []).flatMap { $0 }.map { word in
      var word = Word(word, pointsPerPixel: scale)
      word.box.x += Double(left) * page.pointsPerPixel
      word.box.y += Double(top) * page.pointsPerPixel
      return word
    }
  }

  /// Whether the word is to be seen: something is drawn in its place that can be told from its ground.
  ///
  /// Every letter has ink in the middle of its line, and a rule that touches the box is no letter.
  func shows(_ word: Word) -> Bool {
    let isUpright = word.box.width < word.box.height && word.text.count > 2
    let middle = word.box.insetBy(
      dx: isUpright ? word.box.width / 5 : 0, dy: isUpright ? 0 : word.box.height / 5)
    return shows(middle, least: Self.leastInkOfLetters)
  }

  /// Whether something is drawn in `box` that can be told from its ground, were it one letter.
  func shows(_ box: Box) -> Bool {
    shows(box, least: min(Self.leastInkOfLetters, Self.smallestLetter / max(1, box.area)))
  }

  /// The share of `box` that is dark, 0 to 1.
  func ink(in box: Box) -> Double {
    raster.grey.darkShare(
      of: PixelBox(box, pointsPerPixel: raster.pointsPerPixel), below: Self.darkest)
  }

  private func shows(_ box: Box, least share: Double) -> Bool {
    raster.grey.contrast(
      in: PixelBox(box, pointsPerPixel: raster.pointsPerPixel), without: share)
      >= Self.leastContrast
  }

  private func fineRaster() throws(PageFailure) -> PageRaster {
    if let fine { return fine }
    let drawn = try drawFine()
    fine = drawn
    return drawn
  }

  /// Points of paper around a piece.
  private static let margin = 4.0
  /// At which tesseract reads print best.
  private static let dotsPerInch = 300.0
  /// The least share of the box of a word that is ink.
  private static let leastInkOfLetters = 0.02
  /// Of its ink, in square points: a thin figure one.
  private static let smallestLetter = 1.5
  /// Level of grey below which paper is ink.
  private static let darkest: UInt8 = 160
  /// Levels of grey. A tenth of black on white is 25, and about the least that people see on paper.
  private static let leastContrast = 24
}

extension PixelBox {
  /// The pixels that `box`, in points, touches.
  init(_ box: Box, pointsPerPixel: Double) {
    // Values far off the page must not trap when they become whole numbers.
    func pixels(_ points: Double) -> Int {
      Int(min(max(points / pointsPerPixel, -1e6), 1e6).rounded(.down))
    }
    let x = pixels(box.x)
    let y = pixels(box.y)
    self.init(x: x, y: y, width: pixels(box.maxX) + 1 - x, height: pixels(box.maxY) + 1 - y)
  }
}
