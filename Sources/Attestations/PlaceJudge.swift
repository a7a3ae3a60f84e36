internal import Casework

/// What stands in a place to sign.
struct PlaceJudgement {
  var state: Attestation.State
  var confidence: Double
  var box: Box
  var reason: String
  /// Marks that the place accounts for.
  var marks: Set<Mark> = []
}

/// Decides whether a place is signed, blank, or neither for certain.
///
/// `blank` takes a ruled place on a page that was read well, no ink at all in it, and no ink around
/// it that nothing explains. Any ink makes it at least `uncertain`: an X, initials or a smudge are
/// for a person to judge.
struct PlaceJudge {
  let scene: PageScene

  /// - Parameters:
  ///   - marks: those that are nearest to this place.
  ///   - surroundings: where the marks of other places are explained.
  func judge(
    _ place: SignaturePlace, marks: [Mark], in surroundings: Surroundings
  ) -> PlaceJudgement {
    let best = marks.map { ScriptScore.score($0, wordHeight: scene.wordHeight) }.max() ?? 0
    let words = wordsOnLine(place)
    if words.contains(where: \.isTypedSignature) {
      return PlaceJudgement(
        state: .present, confidence: 0.75, box: Box.around(words.map(\.box)) ?? place.box,
        reason: "a typed signature (/s/) stands in the place", marks: Set(marks))
    }
    if best >= AttestationThresholds.scoreInPlace {
      let own = own(of: marks, best: best)
      return PlaceJudgement(
        state: .present, confidence: min(0.98, 0.62 + 0.4 * best),
        box: Box.around(own.map(\.box)) ?? place.box,
        reason: "ink like handwriting stands in the place to sign", marks: Set(marks))
    }
    if place.label.kind == .signature,
      let large = marks.first(where: { $0.isDeliberate && !scene.isUnreadPrint($0) })
    {
      return PlaceJudgement(
        state: .present, confidence: 0.6, box: Box.around(marks.map(\.box)) ?? large.box,
        reason: "a short mark made by hand stands in the place to sign", marks: Set(marks))
    }
    if let hand = handWords(words) {
      return PlaceJudgement(
        state: .present, confidence: 0.62, box: hand,
        reason: "writing that does not read as print stands in the place to sign",
        marks: Set(marks))
    }
    if !words.isEmpty {
      return PlaceJudgement(
        state: .uncertain, confidence: 0.5, box: Box.around(words.map(\.box)) ?? place.box,
        reason: "only printed or typed words stand in the place to sign", marks: Set(marks))
    }
    return empty(place, marks, surroundings)
  }

  /// The signature's own ink among `marks`: what looks like it, and what stands in its row. Answers
  /// in the rows around it are not part of it.
  private func own(of marks: [Mark], best: Double) -> [Mark] {
    let scores = marks.map { ScriptScore.score($0, wordHeight: scene.wordHeight) }
    guard let main = zip(marks, scores).first(where: { $0.1 == best })?.0 else { return marks }
    return zip(marks, scores).filter { mark, score in
      guard score < best else { return true }
      let common = min(mark.box.maxY, main.box.maxY) - max(mark.box.y, main.box.y)
      let isBeside = common > 0.3 * min(mark.box.height, main.box.height)
      return isBeside && !scene.isUnreadPrint(mark)
        && (score >= best * 0.4 || mark.inkArea >= AttestationThresholds.leastMarkInk * 3)
    }.map(\.0)
  }

  private func empty(
    _ place: SignaturePlace, _ marks: [Mark], _ surroundings: Surroundings
  ) -> PlaceJudgement {
    func uncertain(_ reason: String) -> PlaceJudgement {
      PlaceJudgement(
        state: .uncertain, confidence: 0.5, box: place.box, reason: reason, marks: Set(marks))
    }
    let near = place.box.insetBy(dx: -5, dy: -5)
    let ink = scene.marks(touching: near).reduce(0) { $0 + $1.inkArea }
    guard ink <= AttestationThresholds.emptyInk else {
      return uncertain("some ink stands in or beside the place to sign")
    }
    guard
      scene.reading.words.allSatisfy({
        $0.box.share(within: place.box) < 0.2 || $0.text.allSatisfy { "_.-—:".contains($0) }
      })
    else {
      return uncertain("words reach into the place to sign")
    }
    guard
      !scene.reading.fields.contains(where: {
        $0.box.intersection(place.box) != nil && $0.value?.isEmpty == false
      })
    else {
      return uncertain("a form field in the place to sign has a value")
    }
    guard place.rule != nil, scene.isWellRead,
      place.label.confidence >= AttestationThresholds.sureLabel
    else {
      return uncertain("no ink was found, but the page was not read well enough to be sure")
    }
    if let ink = surroundings.ink(around: place) {
      var judgement = uncertain("the place is empty, but ink that may be a signature is near it")
      judgement.box = place.box.union(ink)
      return judgement
    }
    return PlaceJudgement(
      state: .blank, confidence: place.label.isAlone ? 0.93 : 0.85, box: place.box,
      reason: "the place to sign was found and no ink stands in it")
  }

  /// Words that stand on the rule of the place.
  private func wordsOnLine(_ place: SignaturePlace) -> [Word] {
    scene.words(in: place.box.insetBy(dx: 0, dy: -3)).filter { word in
      guard place.label.box.share(within: word.box) < 0.3,
        word.box.share(within: place.label.box) < 0.3
      else { return false }
      guard let rule = place.rule else { return true }
      let height = rule.y(at: word.box.midX) - word.box.maxY
      return height < 9 && height > -9
        && word.text.contains { $0.isLetter || $0.isNumber || $0 == "/" }
    }
  }

  /// Words that tesseract was not sure of and that are larger than print.
  private func handWords(_ words: [Word]) -> Box? {
    let hand = words.filter {
      $0.source == .ocr && $0.confidence < AttestationThresholds.handConfidence
        && $0.box.width > 12
    }
    guard let box = Box.around(hand.map(\.box)),
      box.width >= 25 || box.height >= scene.wordHeight * 1.5
    else { return nil }
    return box
  }
}

extension Word {
  /// `/s/` as lawyers type it, and what OCR makes of it.
  var isTypedSignature: Bool {
    let text = text.lowercased()
    return text.hasPrefix("/s/") || text.hasPrefix("/s") && text.count <= 3
      || text.hasPrefix("s/") && text.count > 2 && text.count < 25
  }
}

extension Mark {
  /// Large and dark enough to have been made on purpose: a cross, a tick, initials.
  fileprivate var isDeliberate: Bool {
    max(box.width, box.height) >= AttestationThresholds.leastMark
      && min(box.width, box.height) >= AttestationThresholds.leastMark / 2
      && inkArea >= AttestationThresholds.leastMarkInk && inkArea < 0.6 * box.area
  }
}
