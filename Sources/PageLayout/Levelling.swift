package import Casework
import Foundation

extension Reading {
  /// How far down a line of text goes for every point to the right: a scan is seldom straight.
  package var slope: Double { abs(skew) < 10 ? tan(skew * .pi / 180) : 0 }
}

extension Box {
  /// Moved to where it would be if the page were turned straight around `x`.
  package func levelled(_ slope: Double, around x: Double) -> Box {
    var moved = self
    moved.y -= slope * (midX - x)
    return moved
  }
}
