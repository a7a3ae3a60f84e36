package import Casework

/// The candidates for stamps of a page and what was measured on them, for fitting `StampModel`.
package enum StampSurvey {
  package static func candidates(
    on reading: Reading, page: PageReference
  ) -> [(box: Box, features: [StampFeature: Double])] {
    let scene = PageScene(page, reading, role: .unknown)
    let measures = StampMeasures(scene: scene)
    return StampCandidates(scene: scene).find().map { ($0.box, measures.features(of: $0)) }
  }
}
