package import Casework
internal import PageLayout

/// The candidates for stamps of a page and what was measured on them, for fitting `StampModel`.
package enum StampSurvey {
  package static func candidates(
    on reading: Reading, page: PageReference
  ) -> [(box: Box, features: [StampFeature: Double])] {
    let sheet = Sheet(reading, of: page)
    let measures = StampMeasures(sheet: sheet)
    return StampCandidates(sheet: sheet).find().map { ($0.box, measures.features(of: $0)) }
  }
}
