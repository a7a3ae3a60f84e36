internal import Casework
internal import PageLayout

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
  let sheet: Sheet
  /// What those write in the place who do not sign.
  let refusals: [Phrase]
  /// The boxes of the stamps and seals on the page: their words are not the signer's.
  let stamps: [Box]

  /// - Parameters:
  ///   - marks: those that are nearest to this place.
  ///   - surroundings: where the marks of other places are explained.
  func judge(
    _ place: SignaturePlace, marks: [Mark], in surroundings: Surroundings
  ) -> PlaceJudgement {
    var judgement = judgeInk(of: place, marks: marks, in: surroundings)
    // Ink is one witness, and what it reads as another.
    if judgement.state == .present, let text = otherWriting(in: judgement.box, of: marks) {
      judgement.state = .uncertain
      judgement.confidence = PlaceConfidences.open
      judgement.reason = "what stands in the place to sign reads as “\(text)”"
    }
    return judgement
  }

  /// The words that a signature's ink was read as, if they are no signature: a date or a refusal. They
  /// count however surely they were read; the print about it does not.
  private func otherWriting(in box: Box, of marks: [Mark]) -> String? {
    let words = sheet.words(in: box.insetBy(dx: -4, dy: -4)).filter { word in
      word.hasText
        && marks.contains { word.box.share(within: $0.box) > AttestationThresholds.ofInk }
    }.sorted { $0.box.x < $1.box.x }
    let text = words.map(\.text).joined(separator: " ")
    guard !words.contains(where: \.isTypedSignature) else { return nil }
    // A flourish lies over the print of a sentence.
    guard words.count <= AttestationThresholds.wordsOfRefusal else { return nil }
    let letters = Phrase.normalised(text)
    // A first name may be a month's.
    let isDate =
      words.contains { Self.months.contains($0.text.filter(\.isLetter).folded) }
      && words.contains { $0.text.contains(where: \.isASCIIDigit) }
      || words.contains(where: \.isDateInFigures)
    // A word of it may not have been read, and there may be more of it.
    let isRefusal = refusals.contains { refusal in
      let least =
        refusal.text.utf8.count >= AttestationThresholds.longRefusal
        ? AttestationThresholds.likeLongRefusal : AttestationThresholds.likeRefusal
      return refusal.similarity(to: letters, least: least) != nil
        || refusal.stands(in: words.map(\.text), least: least)
    }
    return isDate || isRefusal ? text : nil
  }

  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept",
    "oct", "nov", "dec",
  ]

  private func judgeInk(
    of place: SignaturePlace, marks: [Mark], in surroundings: Surroundings
  ) -> PlaceJudgement {
    let best = marks.map { sheet.scriptScore(of: $0) }.max() ?? 0
    let words = wordsOnLine(place)
    if words.contains(where: \.isTypedSignature) {
      return PlaceJudgement(
        state: .present, confidence: PlaceConfidences.typed,
        box: Box.around(words.map(\.box)) ?? place.box,
        reason: "a typed signature (/s/) stands in the place", marks: Set(marks))
    }
    if best >= AttestationThresholds.scoreInPlace {
      let own = own(of: marks, best: best)
      return PlaceJudgement(
        state: .present, confidence: PlaceConfidences.ofSignature(score: best),
        box: Box.around(own.map(\.box)) ?? place.box,
        reason: "ink like handwriting stands in the place to sign", marks: Set(marks))
    }
    if place.label.kind == .signature,
      // What stands before the line is the X that is printed there.
      let large = marks.first(where: {
        $0.isDeliberate && !sheet.isUnreadPrint($0)
          && ($0.box.maxX > place.box.x || $0.box.height > 1.5 * sheet.usualHeight)
      })
    {
      return PlaceJudgement(
        state: .present, confidence: PlaceConfidences.shortMark,
        box: Box.around(marks.map(\.box)) ?? large.box,
        reason: "a short mark made by hand stands in the place to sign", marks: Set(marks))
    }
    if let hand = handWords(words) {
      return PlaceJudgement(
        state: .present, confidence: PlaceConfidences.unreadWriting, box: hand,
        reason: "writing that does not read as print stands in the place to sign",
        marks: Set(marks))
    }
    if !words.isEmpty {
      return PlaceJudgement(
        state: .uncertain, confidence: PlaceConfidences.open,
        box: Box.around(words.map(\.box)) ?? place.box,
        reason: "only printed or typed words stand in the place to sign", marks: Set(marks))
    }
    return empty(place, marks, surroundings)
  }

  /// The signature's own ink among `marks`: what looks like it, and what stands in its row. Answers
  /// in the rows around it are not part of it.
  private func own(of marks: [Mark], best: Double) -> [Mark] {
    let scores = marks.map { sheet.scriptScore(of: $0) }
    guard let main = zip(marks, scores).first(where: { $0.1 == best })?.0 else { return marks }
    return zip(marks, scores).filter { mark, score in
      guard score < best else { return true }
      return mark.box.isInRow(with: main.box, share: AttestationThresholds.rowOfSignature)
        && !sheet.isUnreadPrint(mark)
        && (score >= best * AttestationThresholds.scoreBesideSignature
          || mark.inkArea >= AttestationThresholds.muchInk)
    }.map(\.0)
  }

  private func empty(
    _ place: SignaturePlace, _ marks: [Mark], _ surroundings: Surroundings
  ) -> PlaceJudgement {
    func uncertain(_ reason: String) -> PlaceJudgement {
      PlaceJudgement(
        state: .uncertain, confidence: PlaceConfidences.open, box: place.box, reason: reason,
        marks: Set(marks))
    }
    let near = place.box.insetBy(
      dx: -AttestationThresholds.margin, dy: -AttestationThresholds.margin)
    let ink = sheet.marks(touching: near).reduce(0) { $0 + $1.inkArea }
    guard ink <= AttestationThresholds.emptyInk else {
      return uncertain("some ink stands in or beside the place to sign")
    }
    guard
      sheet.words.allSatisfy({
        $0.box.share(within: place.box) < AttestationThresholds.reachesInto
          || $0.text.allSatisfy { "_.-—:".contains($0) }
      })
    else {
      return uncertain("words reach into the place to sign")
    }
    guard
      !sheet.fields.contains(where: {
        $0.box.intersection(place.box) != nil && $0.value?.isEmpty == false
      })
    else {
      return uncertain("a form field in the place to sign has a value")
    }
    guard !sheet.reading.isContradicted(in: place.box.union(place.label.box)) else {
      return uncertain("the file says something else there than the page shows")
    }
    guard place.rule != nil, sheet.isWellRead,
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
      state: .blank,
      confidence: place.label.isAlone
        ? PlaceConfidences.blank : PlaceConfidences.blankAtSentence, box: place.box,
      reason: "the place to sign was found and no ink stands in it")
  }

  /// Words that stand on the rule of the place.
  private func wordsOnLine(_ place: SignaturePlace) -> [Word] {
    sheet.words(in: place.box.insetBy(dx: 0, dy: -3)).filter { word in
      guard place.label.box.share(within: word.box) < AttestationThresholds.ofLabel,
        word.box.share(within: place.label.box) < AttestationThresholds.ofLabel
      else { return false }
      guard !stamps.contains(where: { word.box.share(within: $0) > 0.5 }) else { return false }
      guard let rule = place.rule else { return true }
      let height = rule.y(at: word.box.midX) - word.box.maxY
      return abs(height) < AttestationThresholds.wordToRule
        && word.text.contains { $0.isLetter || $0.isNumber || $0 == "/" }
    }
  }

  /// Words that tesseract was not sure of and that are larger than print.
  private func handWords(_ words: [Word]) -> Box? {
    let hand = words.filter {
      $0.source == .ocr && !$0.isSurelyRead
        && $0.box.width > AttestationThresholds.leastHandWord
    }
    guard let box = Box.around(hand.map(\.box)),
      box.width >= AttestationThresholds.leastName
        || box.height >= sheet.usualHeight * AttestationThresholds.tallHandWord
    else { return nil }
    return box
  }
}

extension Mark {
  /// Large and dark enough to have been made on purpose: a cross, a tick, initials.
  fileprivate var isDeliberate: Bool {
    max(box.width, box.height) >= AttestationThresholds.leastMark
      && min(box.width, box.height) >= AttestationThresholds.leastMark / 2
      && inkArea >= LayoutThresholds.leastMarkInk && inkArea < 0.6 * box.area
  }
}

extension Word {
  /// Such as 6/3/24: three numbers with two signs between them.
  fileprivate var isDateInFigures: Bool {
    let numbers = text.split { "/-.".contains($0) }
    return numbers.count == 3
      && numbers.allSatisfy { (1...4).contains($0.count) && $0.allSatisfy(\.isASCIIDigit) }
  }
}
