import Casework

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
      let distance = editDistance(from: mine, to: theirs, areAlike: ==)
      guard distance * 3 <= max(mine.count, theirs.count), distance < best?.distance ?? .max
      else { continue }
      best = (candidate, distance)
    }
    return best?.candidate
  }
}
