internal import Casework

/// How much a mark looks like a signature: a long thin stroke, wound up, larger than print.
enum ScriptScore {
  /// 0 (surely not) to 1.
  static func score(_ mark: Mark, wordHeight: Double) -> Double {
    let box = mark.box
    guard box.width > 0, box.height > 0,
      box.width <= AttestationThresholds.widest, box.height <= AttestationThresholds.highest
    else { return 0 }
    let density = mark.inkArea / box.area
    // The length of the pen's way, as many times the width of the mark.
    let windings = mark.inkArea / max(0.3, mark.strokeWidth) / box.width
    let tallest = mark.largestPieceHeight / max(5, wordHeight)
    let share = mark.largestPieceWidth / box.width
    var score = 0.0
    // Pieces of print are as high as print; joined letters of a hand are higher and wide.
    score += 0.3 * ramp(tallest, from: 1.0, to: 2.2)
    score += 0.25 * ramp(mark.largestPieceWidth, from: 14, to: 60)
    score += 0.15 * ramp(share, from: 0.12, to: 0.5)
    score += 0.15 * ramp(windings, from: 1.2, to: 2.4)
    score += 0.15 * ramp(box.width, from: 25, to: 60)
    // Solid shapes and pictures.
    score *= 1 - ramp(density, from: 0.35, to: 0.6)
    score *= 1 - ramp(mark.strokeWidth, from: 3.5, to: 6)
    // A single bar is a rule or a stroke of underlining.
    if box.height < 5 || box.width / box.height > 14 { score *= 0.3 }
    // A hand joins its letters: many small pieces are print or noise.
    let pieces = Double(mark.pieceCount) / max(1, box.width / 10)
    score *= 1 - 0.6 * ramp(pieces, from: 1.2, to: 2.5)
    return score
  }

  /// 0 up to `from`, 1 from `to` on, a straight line between.
  static func ramp(_ value: Double, from: Double, to: Double) -> Double {
    min(1, max(0, (value - from) / (to - from)))
  }
}
