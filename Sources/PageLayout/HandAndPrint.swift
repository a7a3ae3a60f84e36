package import Casework

/// What was written by hand, and what was printed or typed.
extension Sheet {
  // MARK: - In a place to fill in

  /// How what stands in a place to fill in was put there.
  ///
  /// - Parameters:
  ///   - words: those in the place.
  ///   - marks: ink in it that was not read, or that was read as no print.
  /// - Returns: `nil` where there is neither.
  package func writing(of words: [Word], _ marks: [Mark]) -> DatedFact.Writing? {
    let words = words.filter(\.hasText)
    let marks = marks.filter {
      $0.inkArea >= LayoutThresholds.leastMarkInk && !isUnreadPrint($0)
    }
    let inType = words.filter { word in marks.contains { isSetInType($0, word) } }
    if marks.contains(where: { mark in !inType.contains { isSetInType(mark, $0) } }) {
      return .hand
    }
    let printed = words.count { $0.isSurelyRead || inType.contains($0) }
    if printed > 0, printed * 2 >= words.count { return .print }
    return words.isEmpty ? nil : .hand
  }

  /// Print that read badly, as an e-mail address does: no higher than print, and every letter a piece.
  private func isSetInType(_ mark: Mark, _ word: Word) -> Bool {
    mark.box.height < LayoutThresholds.highestPrint * usualHeight
      && mark.box.share(within: word.box.insetBy(dx: -2, dy: -2)) > 0.9
      && Double(mark.pieceCount) >= LayoutThresholds.lettersApart * Double(word.text.count)
  }

  /// Whether the mark is a piece of a printed line that was not read: no higher than print, with
  /// words beside it.
  package func isUnreadPrint(_ mark: Mark) -> Bool {
    guard mark.box.height < LayoutThresholds.highestUnreadPrint * usualHeight else { return false }
    return words.contains { word in
      word.isSurelyRead && abs(word.box.midY - mark.box.midY) < 4.5
        && word.box.x - mark.box.maxX < 10 && mark.box.x - word.box.maxX < 10
    }
  }

  // MARK: - In the text

  /// Whether words look written by hand.
  ///
  /// Confidence alone does not tell: crisp print on a ruled line may get none, and handwriting may get
  /// a high one. So it takes odd sizes or places, or ink that towers over the print.
  ///
  /// - Parameter isScan: words of a text layer, too, were recognised in an image.
  package func isHand(_ words: [PageText.PlacedWord], isScan: Bool) -> Bool {
    let words = words.filter(\.word.hasText)
    guard isScan || words.contains(where: { $0.word.source == .ocr }) else { return false }
    let isDoubtful = words.contains { $0.word.confidence < LayoutThresholds.sureWriting }
    let isMarked = words.contains { hasInkOver($0.word) }
    let isOdd = words.contains { hasOddHeight($0.word) || hasOddBaseline($0) }
    return isOdd && (isDoubtful || isMarked) || isMarked && isDoubtful
      || words.contains { towers($0, over: words) }
  }

  /// Whether ink that was not recognised as print, and is taller than print, lies over the word.
  private func hasInkOver(_ word: Word) -> Bool {
    word.box.area > 0
      && marks.contains { mark in
        mark.largestPieceHeight > LayoutThresholds.tallFigures * max(usualHeight, 6)
          && word.box.share(within: mark.box) > 0.3
      }
  }

  /// Whether a number is much taller or lower than the print of the page.
  private func hasOddHeight(_ word: Word) -> Bool {
    guard word.text.contains(where: \.isASCIIDigit) else { return false }
    let ratio = word.heightOfFigures / usualHeight
    return ratio > LayoutThresholds.tallFigures || ratio < LayoutThresholds.lowFigures
  }

  /// Whether a number is much taller than the words around it: a heading is tall as a whole.
  private func towers(_ placed: PageText.PlacedWord, over words: [PageText.PlacedWord]) -> Bool {
    guard placed.word.text.contains(where: \.isASCIIDigit) else { return false }
    let own = Set(words.filter { $0.line == placed.line }.map(\.position))
    let heights = lines[placed.line].words.enumerated().filter { position, word in
      word.confidence >= LayoutThresholds.plainlyRead && word.text.count > 1
        && !own.contains(position)
    }.map(\.element.box.height).sorted()
    guard heights.count >= 3 else {
      return placed.word.heightOfFigures > LayoutThresholds.tallerThanPrint * usualHeight
    }
    return placed.word.heightOfFigures
      > LayoutThresholds.tallerThanLine * heights[heights.count / 2]
  }

  /// Whether a number stands above or below the line that the sure words of its row stand on.
  private func hasOddBaseline(_ placed: PageText.PlacedWord) -> Bool {
    guard placed.word.text.allSatisfy(\.isASCIIDigit) else { return false }
    let others = lines[placed.line].words.filter {
      $0.confidence >= LayoutThresholds.plainlyRead && $0.box != placed.word.box
        && !$0.text.contains { "gjpqy,;_()/|".contains($0) }
    }
    guard let baseline = Self.baseline(of: others, at: placed.word.box.midX) else { return false }
    return abs(placed.word.box.maxY - baseline) > LayoutThresholds.offTheLine * usualHeight
  }

  /// Where the line through the bottoms of `words` is at `x` (least squares: scans slope); `nil`
  /// with fewer than three words.
  private static func baseline(of words: [Word], at x: Double) -> Double? {
    guard words.count >= 3 else { return nil }
    let count = Double(words.count)
    let meanX = words.reduce(0) { $0 + $1.box.midX } / count
    let meanY = words.reduce(0) { $0 + $1.box.maxY } / count
    var (products, squares) = (0.0, 0.0)
    for word in words {
      products += (word.box.midX - meanX) * (word.box.maxY - meanY)
      squares += (word.box.midX - meanX) * (word.box.midX - meanX)
    }
    return squares > 0 ? meanY + products / squares * (x - meanX) : nil
  }
}

extension Word {
  /// `/s/` as lawyers type it, and what OCR makes of it.
  package var isTypedSignature: Bool {
    let text = text.lowercased()
    return text.hasPrefix("/s/") || text.hasPrefix("/s") && text.count <= 3
      || text.hasPrefix("s/") && text.count > 2 && text.count < 25
  }

  /// In points, without what a slash has above and below the figures around it.
  fileprivate var heightOfFigures: Double {
    text.contains("/") ? box.height / LayoutThresholds.slash : box.height
  }
}
