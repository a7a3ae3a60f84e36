internal import Casework
internal import Leptonica

/// Takes the words that were surely read as print out of the ink.
struct InkWords {
  private let page: InkPage
  private let boxes: [PixelBox]

  init(_ page: InkPage, _ words: [Word]) {
    self.page = page
    let heights = words.filter { $0.confidence >= InkThresholds.printConfidence }
      .map(\.box.height).sorted()
    let usual = heights.isEmpty ? 0 : heights[heights.count / 2]
    let coloured = page.colour?.colouredPixels(difference: InkThresholds.colourDifference)
      .flatMap { $0.intersection(page.ink) }
    boxes = words.compactMap { word in
      guard Self.isPrint(word, usualHeight: usual) else { return nil }
      let box = page.pixels(word.box.insetBy(dx: -page.pointsPerPixel, dy: -page.pointsPerPixel))
      if let coloured {
        let ink = Double(page.ink.inkCount(in: box))
        if Double(coloured.inkCount(in: box)) > ink * InkThresholds.colouredShare { return nil }
      }
      return box
    }
  }

  /// Whether the word looks like print: surely read, of a usual size, and as wide as its letters.
  static func isPrint(_ word: Word, usualHeight: Double) -> Bool {
    let letters = word.text.count { $0.isLetter || $0.isNumber }
    guard word.confidence >= InkThresholds.printConfidence, word.box.height > 0 else {
      return false
    }
    // A bar or a bracket is print only where it is as small and as sure as a letter.
    if word.text.count == 1 || letters == 0,
      word.confidence < InkThresholds.singleCharacterConfidence
    {
      return false
    }
    if usualHeight > 0, word.box.height > usualHeight * InkThresholds.tallWord {
      // A word of small letters only is as high as its x; a scribble read as one is not.
      return word.confidence >= InkThresholds.tallWordConfidence && letters >= 3
    }
    return true
  }

  /// `ink` without the words. Ink that sticks out of a word's box stays, unless it is a crumb of
  /// its letters.
  func removed(from ink: Pix) -> Pix? {
    guard !boxes.isEmpty, let mask = ink.rectangles(boxes), let rest = ink.subtracting(mask),
      let grown = mask.dilated(width: 3, height: 3)
    else { return ink }
    let crumb = page.pixels(InkThresholds.crumb)
    guard let large = rest.piecesLarger(thanWidth: crumb, height: crumb),
      let small = rest.subtracting(large), let crumbs = small.pieces(touching: grown)
    else { return rest }
    return rest.subtracting(crumbs)
  }
}
