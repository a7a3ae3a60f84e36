internal import Casework
internal import Phrases

/// Signatures that stand in no labelled place: on a line without a label, under the close of a
/// letter, at the foot of a page.
struct FreeSignatures {
  let scene: PageScene

  struct Found {
    var box: Box
    var confidence: Double
    var reason: String
    var mark: Mark
  }

  func find(in marks: [Mark], besides seals: [FoundSeal]) -> [Found] {
    let closes = Self.closes.flatMap { scene.reading.places(of: $0, least: 0.88) }
      .filter { $0.words.lowerBound == 0 }.map(\.box)
    return marks.compactMap { mark in
      guard !seals.contains(where: { mark.box.share(within: $0.box) > 0.6 }) else { return nil }
      let score = ScriptScore.score(mark, wordHeight: scene.wordHeight)
      let place = setting(of: mark, closes: closes)
      guard
        score
          >= (place == .none
            ? AttestationThresholds.scoreFree
            : AttestationThresholds.scoreNearPlace),
        !isCrossedOut(mark)
      else { return nil }
      return Found(
        box: mark.box, confidence: min(0.9, (place == .none ? 0.35 : 0.5) + 0.4 * score),
        reason: place.reason, mark: mark)
    }
  }

  private enum Setting {
    case none, rule, close

    var reason: String {
      switch self {
      case .none: "ink like a signature, by itself on the page"
      case .rule: "ink like a signature stands on a line without a label"
      case .close: "ink like a signature stands under the close of a letter"
      }
    }
  }

  private func isLowEnough(_ mark: Mark, _ setting: Setting) -> Bool {
    switch setting {
    case .close: true
    case .rule: mark.box.midY > AttestationThresholds.firstFreeLine * scene.reading.height
    case .none: mark.box.midY > AttestationThresholds.firstFree * scene.reading.height
    }
  }

  private func setting(of mark: Mark, closes: [Box]) -> Setting {
    let isUnderClose = closes.contains {
      mark.box.midY > $0.midY && mark.box.y < $0.maxY + 80
        && mark.box.x < $0.maxX + 160 && mark.box.maxX > $0.x - 60
    }
    if isUnderClose { return .close }
    let isOnRule = scene.rules.contains { rule in
      guard rule.width > AttestationThresholds.shortestPlace,
        rule.width < scene.reading.width * 0.6,
        rule.overlap(mark.box.x, mark.box.maxX) > 0.5 * mark.box.width
      else { return false }
      let y = rule.y(at: mark.box.midX)
      return y > mark.box.midY - 2 && y < mark.box.maxY + 8 && !isInSentence(rule)
    }
    return isOnRule ? .rule : .none
  }

  /// Whether the rule is a blank in a printed sentence (`this ___ day of ___, 20__`).
  private func isInSentence(_ rule: RuledLine) -> Bool {
    func hasWord(endingAt x: Double, _ edge: (Word) -> Double) -> Bool {
      scene.reading.words.contains { word in
        let drop = rule.y(at: x) - word.box.maxY
        return word.confidence >= SceneThresholds.surelyRead && drop > -5 && drop < 7
          && abs(edge(word) - x) < 16 && word.text.contains(where: \.isLetter)
      }
    }
    return hasWord(endingAt: rule.x) { $0.box.maxX } && rule.width < 160
      || hasWord(endingAt: rule.maxX) { $0.box.x }
  }

  /// Ink that runs over printed words is a correction, an underline or a word of its own.
  private func isCrossedOut(_ mark: Mark) -> Bool {
    let covered = scene.words(in: mark.box)
      .filter { $0.confidence >= SceneThresholds.surelyRead && $0.text.count > 2 }
    return covered.count >= 4
  }

  private static let closes = [
    "Sincerely", "Sincerely yours", "Yours truly", "Very truly yours", "Respectfully",
    "Respectfully submitted", "Kind regards", "Best regards", "Regards", "Cordially",
    "Yours sincerely", "Yours faithfully", "Truly yours", "Best wishes", "Cordially yours",
  ].map { Phrase($0) }
}
