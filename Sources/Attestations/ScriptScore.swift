internal import Casework
internal import PageLayout

extension Sheet {
  /// How much a mark looks like a signature: a long thin stroke, wound up, larger than print. 0 (surely
  /// not) to 1.
  func scriptScore(of mark: Mark) -> Double {
    let box = mark.box
    guard box.width > 0, box.height > 0,
      box.width <= AttestationThresholds.widest, box.height <= AttestationThresholds.highest
    else { return 0 }
    let density = mark.inkArea / box.area
    // The length of the pen's way, as many times the width of the mark.
    let windings = mark.inkArea / max(0.3, mark.strokeWidth) / box.width
    let tallest = mark.largestPieceHeight / max(5, usualHeight)
    let share = mark.largestPieceWidth / box.width
    var score = 0.0
    // Pieces of print are as high as print; joined letters of a hand are higher and wide.
    score += 0.3 * Self.ramp(tallest, over: AttestationThresholds.pieceHeight)
    score += 0.25 * Self.ramp(mark.largestPieceWidth, over: AttestationThresholds.pieceWidth)
    score += 0.15 * Self.ramp(share, over: AttestationThresholds.pieceShare)
    score += 0.15 * Self.ramp(windings, over: AttestationThresholds.windings)
    score += 0.15 * Self.ramp(box.width, over: AttestationThresholds.scriptWidth)
    // Solid shapes and pictures.
    score *= 1 - Self.ramp(density, over: AttestationThresholds.solidDensity)
    score *= 1 - Self.ramp(mark.strokeWidth, over: AttestationThresholds.thickStroke)
    // A single bar is a rule or a stroke of underlining.
    if box.height < AttestationThresholds.barHeight
      || box.width / box.height > AttestationThresholds.barAspect
    {
      score *= 0.3
    }
    // A hand joins its letters: many small pieces are print or noise.
    let pieces = Double(mark.pieceCount) / max(1, box.width / 10)
    score *= 1 - 0.6 * Self.ramp(pieces, over: AttestationThresholds.manyPieces)
    return score
  }

  /// 0 up to the lower bound of `range`, 1 from the upper one on, a straight line between.
  private static func ramp(_ value: Double, over range: ClosedRange<Double>) -> Double {
    min(1, max(0, (value - range.lowerBound) / (range.upperBound - range.lowerBound)))
  }
}
