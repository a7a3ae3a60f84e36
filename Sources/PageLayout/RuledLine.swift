import Casework

/// A horizontal rule, from its left to its right end.
package struct RuledLine: Hashable, Sendable {
  package var x: Double
  package var maxX: Double
  private var leftY: Double
  private var rightY: Double

  /// - Parameter skew: degrees by which the page slopes, positive clockwise: the end that lies
  ///   lower in `box` is the right one then.
  init(_ box: Box, skew: Double) {
    x = box.x
    maxX = box.maxX
    // A rule of the page's own slope fills its box from corner to corner.
    let middle = box.midY
    let rise = skew == 0 ? 0 : max(0, box.height - 2) / 2
    leftY = skew > 0 ? middle - rise : middle + rise
    rightY = skew > 0 ? middle + rise : middle - rise
  }

  package var width: Double { maxX - x }

  package func y(at position: Double) -> Double {
    guard width > 0 else { return leftY }
    return leftY + (rightY - leftY) * min(1, max(0, (position - x) / width))
  }

  /// How far the rule and the span overlap.
  package func overlap(_ from: Double, _ to: Double) -> Double {
    max(0, min(maxX, to) - max(x, from))
  }
}
