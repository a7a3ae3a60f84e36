internal import Leptonica
internal import Tesseract

/// A page read the right way up.
struct UprightRecognition {
  /// Degrees clockwise by which the raster was turned.
  var rotation: Int
  /// In pixels of the turned raster.
  var lines: [[RecognisedWord]]
  /// Degrees clockwise by which the text slopes after that.
  var skew: Double

  /// Reads an image once.
  typealias Pass = (Pix) throws(PageFailure) -> [[RecognisedWord]]

  private init(_ page: Pix, turned rotation: Int, with pass: Pass) throws(PageFailure) {
    let level = LevelPage(page)
    self.rotation = rotation
    skew = level.skew
    lines = try pass(level.image).map { $0.map { level.onPage($0) } }
  }

  /// Reads `page` as it stands and, only where that did not go plainly well, the other three ways.
  ///
  /// What is upright is decided by what can be read: tesseract's own orientation detection takes a
  /// pass of its own and is often wrong on pages of few words. The other ways are tried on one
  /// piece of the page, about a seventh of it, and a way that reads clearly better is read in full.
  static func read(_ page: Pix, with pass: Pass) throws(PageFailure) -> Self {
    let asShown = try Self(page, turned: 0, with: pass)
    if asShown.isPlainlyUpright { return asShown }
    guard let piece = asShown.trialPiece(of: page) else { return asShown }
    var best = (rotation: 0, letters: asShown.confidentLetters(within: piece.frame))
    for rotation in [180, 90, 270] {
      guard let turned = piece.image.rotated(clockwise: rotation) else { continue }
      let letters = try Self(turned, turned: rotation, with: pass).confidentLetters()
      // Clearly better: garbage gives a few confident letters any way round.
      if letters > best.letters * 3 / 2 + 6 { best = (rotation, letters) }
    }
    guard best.rotation != 0, let turned = page.rotated(clockwise: best.rotation) else {
      return asShown
    }
    let inFull = try Self(turned, turned: best.rotation, with: pass)
    return inFull.confidentLetters() > asShown.confidentLetters() ? inFull : asShown
  }

  private var words: [RecognisedWord] { lines.flatMap { $0 } }

  /// At least three words of three letters or more are confident and level, and they are enough of
  /// the page: most of its letters or, on a full page, a quarter of its words.
  ///
  /// Of court filings turned upside down at most one word in sixteen reads so, of the same pages
  /// upright more than half. Either measure alone is fooled: dotted lines are read as long rows of
  /// letters, dirt as many words of one.
  private var isPlainlyUpright: Bool {
    let counted = words.filter { $0.letterCount > 0 }
    let good = counted.filter(\.isConfidentAndLevel)
    guard good.count >= 3 else { return false }
    let letters = counted.reduce(0) { $0 + $1.letterCount }
    return confidentLetters() * 2 > letters
      || counted.count >= 24 && good.count * 4 >= counted.count
  }

  private func confidentLetters(within frame: Frame? = nil) -> Int {
    words.filter { $0.isConfidentAndLevel && (frame?.contains($0) ?? true) }
      .reduce(0) { $0 + $1.letterCount }
  }

  private struct Frame {
    var x: Int
    var y: Int
    var width: Int
    var height: Int

    func contains(_ word: RecognisedWord) -> Bool {
      word.left >= x && word.right <= x + width && word.top >= y && word.bottom <= y + height
    }
  }

  /// The square of the page with the most words in it, whatever they say; the whole page where its
  /// words are few. `nil` for a page without ink.
  private func trialPiece(of page: Pix) -> (image: Pix, frame: Frame)? {
    let whole = Frame(x: 0, y: 0, width: page.width, height: page.height)
    let side = min(page.width, page.height) * 9 / 20
    guard words.count >= 24, side > 0 else {
      let isEmpty =
        words.isEmpty
        && BlankPaper(page: page, pointsPerPixel: 72 / Double(max(70, page.resolution.y)))?
          .isBlank(below: 0.001) ?? true
      return isEmpty ? nil : (page, whole)
    }
    let step = max(1, side / 4)
    var best = (count: 0, frame: whole)
    for y in stride(from: 0, through: page.height - side, by: step) {
      for x in stride(from: 0, through: page.width - side, by: step) {
        let frame = Frame(x: x, y: y, width: side, height: side)
        let count = words.count { frame.contains($0) }
        if count > best.count { best = (count, frame) }
      }
    }
    guard best.count >= 12,
      let image = page.clipped(
        x: best.frame.x, y: best.frame.y, width: best.frame.width, height: best.frame.height)
    else { return (page, whole) }
    return (image, best.frame)
  }
}

extension RecognisedWord {
  var letterCount: Int { text.unicodeScalars.count { $0.properties.isAlphabetic } }

  /// Three letters or more, read with confidence, and wider than they are high: tesseract reads
  /// text that runs up or down the page as well, in tall boxes.
  fileprivate var isConfidentAndLevel: Bool {
    letterCount >= 3 && confidence >= 80 && right - left >= bottom - top
  }
}

extension Recogniser {
  func lines(of page: Pix) throws(PageFailure) -> [[RecognisedWord]] {
    let resolution = max(70, page.resolution.y)
    guard
      let lines = lines(
        grey: page.greyBytes, width: page.width, height: page.height, resolution: resolution)
    else { throw PageFailure("tesseract gave up") }
    return lines
  }
}
