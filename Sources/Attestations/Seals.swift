internal import Casework
internal import PageLayout

/// A seal or a stamp on a page.
struct FoundSeal {
  enum Kind: Hashable { case seal, stamp }

  var kind: Kind
  var box: Box
  var confidence: Double
  var reason: String
  var marks: Set<Mark>
  /// What its words say that it was put there for; `nil` where they do not.
  var purpose: StampPurpose?
  /// It is seen by the relief of the paper, without ink.
  var isImpression = false

  var state: Attestation.State { isImpression ? .uncertain : .present }
}

/// Finds the seals and stamps that their shape or their words give away: rings, and frames and
/// coloured groups of ink with the words of an office.
struct Seals {
  private let sheet: Sheet
  private let words: SealWords

  init(sheet: Sheet, lexicon: Lexicon) {
    self.sheet = sheet
    words = SealWords(sheet: sheet, stamps: lexicon.stamps)
  }

  func find(onEnvelope isEnvelope: Bool) -> [FoundSeal] {
    var found: [FoundSeal] = []
    func take(_ seal: FoundSeal) {
      var seal = seal
      seal.purpose = words.purpose(in: seal.box)
      // The larger of two that cover each other is the seal; the other is its inner ring.
      if let index = found.firstIndex(where: { $0.box.isNested(with: seal.box) }) {
        if seal.box.area > found[index].box.area { found[index] = seal }
      } else {
        found.append(seal)
      }
    }
    for mark in sheet.marks {
      if let seal = round(mark) ?? framed(mark) ?? coloured(mark) { take(seal) }
    }
    for seal in ruledFrames() { take(seal) }
    if isEnvelope, let postmark = postmark() { found = [postmark] }
    return found.sorted { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }
  }

  private func round(_ mark: Mark) -> FoundSeal? {
    let box = mark.box
    guard AttestationThresholds.sealSide.contains(box.width),
      AttestationThresholds.sealSide.contains(box.height),
      AttestationThresholds.roundness.contains(box.width / box.height)
    else { return nil }
    let density = mark.inkArea / box.area
    let hasRing =
      mark.largestPieceWidth > AttestationThresholds.frameShare * box.width
      && mark.largestPieceHeight > AttestationThresholds.frameShare * box.height
    let hasWords = words.officers(in: box) > 0
    guard hasWords || box.midY > AttestationThresholds.firstFreeLine * sheet.height,
      density >= AttestationThresholds.sealDensity.lowerBound,
      density <= AttestationThresholds.ringDensity,
      hasRing && (mark.pieceCount >= 4 || hasWords) || hasWords && mark.pieceCount >= 8
    else { return nil }
    return FoundSeal(
      kind: words.kind(in: box, otherwise: .seal), box: box,
      confidence: hasRing && hasWords ? 0.93 : hasRing ? 0.82 : 0.65,
      reason: hasWords ? "a round seal with an officer's words" : "a round seal of many pieces",
      marks: [mark])
  }

  private func framed(_ mark: Mark) -> FoundSeal? {
    let box = mark.box
    guard AttestationThresholds.stampWidth.contains(box.width),
      AttestationThresholds.stampHeight.contains(box.height), box.width > box.height
    else { return nil }
    let hasFrame =
      mark.largestPieceWidth > AttestationThresholds.frameShare * box.width
      && (mark.largestPieceHeight > AttestationThresholds.frameShare * box.height
        || hasSides(box))
    let density = mark.inkArea / box.area
    guard AttestationThresholds.sealDensity.contains(density), hasFrame, isOfficial(box) else {
      return nil
    }
    return FoundSeal(
      kind: words.kind(in: box, otherwise: .stamp), box: box, confidence: 0.88,
      reason: "a framed stamp with an office's words", marks: [mark])
  }

  private func coloured(_ mark: Mark) -> FoundSeal? {
    let box = mark.box
    guard mark.saturation > 0.3, box.width >= 55, box.height >= 18, box.width <= 300,
      mark.pieceCount >= 6
    else { return nil }
    guard isOfficial(box.insetBy(dx: -2, dy: -2)) else { return nil }
    return FoundSeal(
      kind: words.kind(in: box, otherwise: .stamp), box: box, confidence: 0.85,
      reason: "a coloured stamp with its words", marks: [mark])
  }

  private func isOfficial(_ box: Box) -> Bool {
    words.officers(in: box) > 0 || words.purpose(in: box) != nil
  }

  /// Frames whose sides were found as rules.
  private func ruledFrames() -> [FoundSeal] {
    var found: [FoundSeal] = []
    let tops = sheet.rules.filter { AttestationThresholds.stampWidth.contains($0.width) }
    for (index, top) in tops.enumerated() {
      for bottom in tops[(index + 1)...] {
        let height = bottom.y(at: bottom.x) - top.y(at: top.x)
        guard AttestationThresholds.stampHeight.contains(height),
          abs(top.x - bottom.x) < 8, abs(top.maxX - bottom.maxX) < 8
        else { continue }
        let box = Box(
          x: min(top.x, bottom.x), y: top.y(at: top.x), width: max(top.width, bottom.width),
          height: height)
        // An officer's words stand between the lines of a notary block as well: only sides make a frame
        // of those.
        let purpose = words.purpose(in: box)
        let isOfficer = purpose == .notary || purpose == nil && words.officers(in: box) >= 2
        guard isOfficer ? hasSides(box) : purpose != nil else { continue }
        found.append(
          FoundSeal(
            kind: words.kind(in: box, otherwise: .stamp), box: box.insetBy(dx: -1, dy: -1),
            confidence: 0.85, reason: "a stamp in a ruled frame",
            marks: Set(sheet.marks.filter { $0.box.share(within: box) > 0.8 })))
        break
      }
    }
    return found
  }

  /// What is printed over the upper right of an envelope: postage and its cancellation.
  private func postmark() -> FoundSeal? {
    let corner = Box(
      x: sheet.width * 0.4, y: 0, width: sheet.width * 0.6,
      height: sheet.height * 0.5)
    let inked = sheet.marks.filter {
      $0.box.share(within: corner) > 0.8
        && max($0.box.width, $0.box.height) >= AttestationThresholds.sealSide.lowerBound / 2
    }
    guard let box = Box.around(inked.map(\.box)), box.width > 40 else { return nil }
    return FoundSeal(
      kind: .stamp, box: box, confidence: 0.7, reason: "a postmark on an envelope",
      marks: Set(inked))
  }

  /// Whether the sides of a frame were found as rules: the columns of a table run on.
  private func hasSides(_ box: Box) -> Bool {
    let sides = sheet.uprights.filter {
      $0.y < box.midY && $0.maxY > box.midY
        && $0.height <= AttestationThresholds.sideOfFrame * box.height
    }
    return sides.contains { abs($0.midX - box.x) < 8 }
      && sides.contains { abs($0.midX - box.maxX) < 8 }
  }
}
