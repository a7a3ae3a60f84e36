extension String {
  /// The candidate that differs least from this one, or `nil` where none is much like it.
  ///
  /// Levenshtein's distance without regard to case; more than a third of the letters apart is no
  /// slip of the fingers. Among equals the first.
  func nearest(among candidates: [String]) -> String? {
    let mine = Array(lowercased())
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let theirs = Array(candidate.lowercased())
      let distance = Self.distance(mine, theirs)
      guard distance * 3 <= max(mine.count, theirs.count), distance < best?.distance ?? .max
      else { continue }
      best = (candidate, distance)
    }
    return best?.candidate
  }

  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var previous = Array(0...right.count)
    for (row, leftCharacter) in left.enumerated() {
      var current = [row + 1]
      for (column, rightCharacter) in right.enumerated() {
        let substitution = previous[column] + (leftCharacter == rightCharacter ? 0 : 1)
        current.append(Swift.min(substitution, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[right.count]
  }
}
