import Casework
import FormLearning
import PageLayout
import TestSupport

/// What is learnt of a page with a line of print at its head and one at its foot, and what `draw` draws
/// between them.
func learnt(_ draw: (inout DrawnPage) -> Void) -> FormLearner.Learnt {
  var page = DrawnPage()
  page.print("whoever completes these pages should answer everything truthfully", x: 50, y: 60)
  draw(&page)
  page.print("nothing beneath here concerns anybody except our office personnel", x: 50, y: 690)
  return FormLearner(wording: shippedLexicon.forms)
    .learn([.init(reading: page.reading, attestations: [])])
}

extension Box {
  /// Whether every edge is within `tolerance` points of the other's.
  func isNear(_ other: Box, tolerance: Double = 2.5) -> Bool {
    let edges = [
      (x, other.x), (y, other.y), (maxX, other.maxX), (maxY, other.maxY),
    ]
    return edges.allSatisfy { abs($0 - $1) <= tolerance }
  }
}
