internal import Casework
internal import PageLayout

/// Finds the stamps that no ring, no frame and no word of an office gives away: what stands apart
/// from the print of the page as a stamp does.
struct Stamps {
  let sheet: Sheet
  let lexicon: Lexicon

  /// - Parameters:
  ///   - seals: found by their shape or their words; what they cover is known.
  ///   - signed: ink that stands in places to sign. It is never taken from them.
  ///   - free: signatures in no such place. A stamp that is one of them has to look the more like
  ///     one of the two.
  func find(
    besides seals: [FoundSeal], signed: Set<Mark>, free: [FreeSignatures.Found]
  ) -> [FoundSeal] {
    let measures = StampMeasures(sheet: sheet, lexicon: lexicon)
    let candidates = StampCandidates(sheet: sheet, lexicon: lexicon).find()
      .compactMap { candidate -> (StampCandidate, Double)? in
        guard !isSigned(candidate, signed) else { return nil }
        let features = measures.features(of: candidate)
        let probability = StampModel.apartFromPrint.probability(of: features)
        let isOverLetterhead = (features[.logo] ?? 0) > 0
        guard
          probability
            >= (isOverLetterhead ? StampThresholds.leastOverLetterhead : StampThresholds.least)
        else { return nil }
        let isContested = free.contains { $0.box.isNested(with: candidate.box) }
        guard
          !isContested || StampModel.againstSignatures.probability(of: features) >= 0.5
        else { return nil }
        return (candidate, probability)
      }
      .sorted { ($1.1, $0.0.box.y, $0.0.box.x) < ($0.1, $1.0.box.y, $1.0.box.x) }
    let words = SealWords(sheet: sheet, stamps: lexicon.stamps)
    var found: [FoundSeal] = []
    for (candidate, probability) in candidates {
      guard !(seals + found).contains(where: { $0.box.isNested(with: candidate.box) }) else {
        continue
      }
      found.append(
        FoundSeal(
          kind: words.kind(in: candidate.box, otherwise: .stamp), box: candidate.box,
          confidence: min(0.9, probability), reason: Self.reason(of: candidate.kind),
          marks: Set(candidate.marks), purpose: words.purpose(in: candidate.box)))
    }
    return found
  }

  private func isSigned(_ candidate: StampCandidate, _ signed: Set<Mark>) -> Bool {
    let ink = candidate.marks.reduce(0) { $0 + $1.inkArea }
    let own = candidate.marks.filter { signed.contains($0) }.reduce(0) { $0 + $1.inkArea }
    return own > 0 && own > 0.3 * ink
  }

  private static func reason(of kind: StampCandidate.Kind) -> String {
    switch kind {
    case .ink: "ink that stands apart from the print, as a stamp's does"
    case .block: "words that stand apart from the print, as a stamp's do"
    case .frame: "a ruled frame by itself, as of a stamp to fill in"
    }
  }
}
