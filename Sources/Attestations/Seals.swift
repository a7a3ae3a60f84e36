internal import Casework
internal import Phrases

/// A seal or a stamp on a page.
struct FoundSeal {
  enum Kind: Hashable { case seal, stamp }

  var kind: Kind
  var box: Box
  var confidence: Double
  var reason: String
  var marks: Set<Mark>
  /// Whether an office's words stand in it (`received`): it is known what it is.
  var isNamed = false
}

/// Finds seals and stamps: rings, frames and coloured groups of ink, with or without words.
struct Seals {
  let scene: PageScene

  func find() -> [FoundSeal] {
    var found: [FoundSeal] = []
    func take(_ seal: FoundSeal) {
      var seal = seal
      seal.isNamed = words(in: seal.box).contains { Self.stampWords.contains($0) }
      // The larger of two that cover each other is the seal; the other is its inner ring.
      if let index = found.firstIndex(where: {
        $0.box.share(within: seal.box) > 0.5 || seal.box.share(within: $0.box) > 0.5
      }) {
        if seal.box.area > found[index].box.area { found[index] = seal }
      } else {
        found.append(seal)
      }
    }
    let settings = MarkSettings(scene: scene)
    for mark in scene.marks {
      if let seal = round(mark) ?? framed(mark) ?? coloured(mark) ?? block(mark, settings) {
        take(seal)
      }
    }
    for seal in ruledFrames() { take(seal) }
    if scene.role == .envelope, let postmark = postmark() { found = [postmark] }
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
    let hasWords = words(in: box).contains { Self.sealWords.contains($0) }
    guard hasWords || box.midY > AttestationThresholds.firstFreeLine * scene.reading.height,
      density >= AttestationThresholds.sealDensity.lowerBound,
      density <= AttestationThresholds.ringDensity,
      hasRing && (mark.pieceCount >= 4 || hasWords) || hasWords && mark.pieceCount >= 8
    else { return nil }
    return FoundSeal(
      kind: kind(in: box, otherwise: .seal), box: box,
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
    let said = words(in: box)
    let isOfficial = said.contains { Self.sealWords.contains($0) || Self.stampWords.contains($0) }
    guard AttestationThresholds.sealDensity.contains(density), hasFrame,
      isOfficial
        || mark.pieceCount >= 12 && ScriptScore.score(mark, wordHeight: scene.wordHeight) < 0.5
    else { return nil }
    return FoundSeal(
      kind: kind(in: box, otherwise: .stamp), box: box, confidence: isOfficial ? 0.88 : 0.6,
      reason: "a framed stamp", marks: [mark])
  }

  private func coloured(_ mark: Mark) -> FoundSeal? {
    let box = mark.box
    guard mark.saturation > 0.3, box.width >= 55, box.height >= 18, box.width <= 300,
      mark.pieceCount >= 6
    else { return nil }
    let said = words(in: box.insetBy(dx: -2, dy: -2))
    guard said.contains(where: { Self.sealWords.contains($0) || Self.stampWords.contains($0) })
    else { return nil }
    return FoundSeal(
      kind: kind(in: box, otherwise: .stamp), box: box, confidence: 0.85,
      reason: "a coloured stamp with its words", marks: [mark])
  }

  /// A block of drawn lines with many holes, away from every place to sign: a stamp whose words do
  /// not read. Above the first quarter of the page it would be a letterhead.
  private func block(_ mark: Mark, _ settings: MarkSettings) -> FoundSeal? {
    let box = mark.box
    guard AttestationThresholds.blockSide.contains(box.width),
      AttestationThresholds.blockSide.contains(box.height),
      AttestationThresholds.blockAspect.contains(box.width / box.height),
      box.y > AttestationThresholds.firstFree * scene.reading.height,
      mark.pieceCount - mark.eulerNumber >= AttestationThresholds.blockHoles,
      AttestationThresholds.blockDensity.contains(mark.inkArea / box.area),
      settings.setting(of: mark) == .none
    else { return nil }
    return FoundSeal(
      kind: kind(in: box, otherwise: .stamp), box: box, confidence: 0.55,
      reason: "a block of ink as high as wide, by itself on the page", marks: [mark])
  }

  /// Frames whose sides were found as rules.
  private func ruledFrames() -> [FoundSeal] {
    var found: [FoundSeal] = []
    let tops = scene.rules.filter { AttestationThresholds.stampWidth.contains($0.width) }
    for (index, top) in tops.enumerated() {
      for bottom in tops[(index + 1)...] {
        let height = bottom.y(at: bottom.x) - top.y(at: top.x)
        guard AttestationThresholds.stampHeight.contains(height),
          abs(top.x - bottom.x) < 8, abs(top.maxX - bottom.maxX) < 8
        else { continue }
        let box = Box(
          x: min(top.x, bottom.x), y: top.y(at: top.x), width: max(top.width, bottom.width),
          height: height)
        let said = words(in: box)
        guard
          said.contains(where: { Self.stampWords.contains($0) })
            || said.count(where: { Self.sealWords.contains($0) }) >= 2
        else { continue }
        found.append(
          FoundSeal(
            kind: kind(in: box, otherwise: .stamp), box: box.insetBy(dx: -1, dy: -1),
            confidence: 0.85, reason: "a stamp in a ruled frame",
            marks: Set(scene.marks.filter { $0.box.share(within: box) > 0.8 })))
        break
      }
    }
    return found
  }

  /// What is printed over the upper right of an envelope: postage and its cancellation.
  private func postmark() -> FoundSeal? {
    let corner = Box(
      x: scene.reading.width * 0.4, y: 0, width: scene.reading.width * 0.6,
      height: scene.reading.height * 0.5)
    let inked = scene.marks.filter {
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
    let sides = scene.uprights.filter {
      $0.y < box.midY && $0.maxY > box.midY
        && $0.height <= AttestationThresholds.sideOfFrame * box.height
    }
    return sides.contains { abs($0.midX - box.x) < 8 }
      && sides.contains { abs($0.midX - box.maxX) < 8 }
  }

  // MARK: - Words

  private static let sealWords: Set<String> = [
    "notary", "notarial", "seal", "commission", "comm", "expires", "official", "state",
  ]
  private static let stampWords: Set<String> = [
    "received", "filed", "recorded", "entered", "paid", "copy", "approved", "certified", "stamped",
    "recvd",
  ]

  /// The words in `box`, and the stamps' words that OCR tore apart (`REC EIVED`).
  private func words(in box: Box) -> [String] {
    let words = scene.words(in: box).map {
      String(decoding: Phrase.normalised($0.text), as: UTF8.self)
    }
    let joined = words.joined()
    return words + Self.stampWords.sorted().filter { $0.count > 5 && joined.contains($0) }
  }

  private func kind(in box: Box, otherwise: FoundSeal.Kind) -> FoundSeal.Kind {
    let said = words(in: box)
    if said.contains("notary") || said.contains("notarial") || said.contains("commission") {
      return .seal
    }
    if said.contains(where: { Self.stampWords.contains($0) }) { return .stamp }
    return said.contains(where: { Self.sealWords.contains($0) }) ? .seal : otherwise
  }
}
