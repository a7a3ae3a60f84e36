package import Casework

/// How boxes lie to each other.
extension Box {
  package func contains(x: Double, y: Double) -> Bool {
    x >= self.x && x <= maxX && y >= self.y && y <= maxY
  }

  package func holdsMiddle(of other: Box) -> Bool { contains(x: other.midX, y: other.midY) }

  /// The share of this box that `other` covers, 0 to 1.
  package func share(within other: Box) -> Double {
    guard area > 0 else { return contains(x: x, y: y) ? 1 : 0 }
    return (intersection(other)?.area ?? 0) / area
  }

  /// Whether one of the two lies mostly in the other.
  package func isNested(with other: Box) -> Bool {
    share(within: other) > 0.5 || other.share(within: self) > 0.5
  }

  /// Intersection over union, 0 to 1.
  package func overlap(with other: Box) -> Double {
    let common = intersection(other)?.area ?? 0
    let all = area + other.area - common
    return all > 0 ? common / all : 0
  }

  /// Whether the two stand side by side: of the lower one more than `share` is on a height with the
  /// other.
  package func isInRow(with other: Box, share: Double) -> Bool {
    min(maxY, other.maxY) - max(y, other.y) > share * min(height, other.height)
  }
}
