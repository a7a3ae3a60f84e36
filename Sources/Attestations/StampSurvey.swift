package import Casework
package import PageLayout

/// The candidates for stamps of a page and what was measured on them, for fitting `StampModel`.
package enum StampSurvey {
  package static func candidates(
    on reading: Reading, page: PageReference, lexicon: Lexicon
  ) -> [(box: Box, features: [StampFeature: Double])] {
    let sheet = Sheet(reading, of: page)
    let measures = StampMeasures(sheet: sheet, lexicon: lexicon)
    return StampCandidates(sheet: sheet, lexicon: lexicon).find().map {
      ($0.box, measures.features(of: $0))
    }
  }
}
