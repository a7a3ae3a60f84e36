internal import Casework

/// The ink around a place or a block that nothing on the page explains.
///
/// People sign above the line, across the paragraph before it, or beside it, and stamps go where
/// there is room. What of that was not found as a signature or a seal keeps a place from being
/// called blank.
struct Surroundings {
  let scene: PageScene
  private let explained: Set<Mark>
  private let receipts: [Box]

  /// - Parameters:
  ///   - explained: marks of other places.
  ///   - seals: those that name themselves stamps of an office explain the ink in them.
  init(scene: PageScene, explained: Set<Mark>, seals: [FoundSeal]) {
    self.scene = scene
    self.explained = explained
    receipts = seals.filter { $0.kind == .stamp && $0.isNamed }.map {
      $0.box.insetBy(dx: -4, dy: -4)
    }
  }

  /// Around the ink that may be the signature of `place`; `nil` without any. It is looked for from
  /// the printed line above to the label below, as wide as the page is printed.
  func ink(around place: SignaturePlace) -> Box? {
    let y = place.box.maxY
    let top = max(
      y - AttestationThresholds.surroundings, min(lineAbove(y) ?? 0, place.reach.y))
    let bottom = max(place.reach.maxY, place.label.box.maxY)
    return ink(in: zone(from: top, to: bottom), near: place.reach)
  }

  /// Around the ink in or beside a notary block that may be its stamp; `nil` without any.
  ///
  /// - Parameter body: from the first line of the block to its last.
  func ink(beside body: Box) -> Box? {
    ink(
      in: zone(
        from: body.y - AttestationThresholds.leastPlaceHeight,
        to: body.maxY + BlockThresholds.sealReach), near: nil)
  }

  private func ink(in zone: Box, near: Box?) -> Box? {
    let marks = scene.marks.filter { mark in
      guard mark.box.intersection(zone) != nil, !isExplained(mark) else { return false }
      return isLarge(mark)
        || near.map { mark.box.intersection($0) != nil } == true && isDeliberate(mark)
    }
    return Box.around(marks.map(\.box) + tallWords(in: zone))
  }

  // MARK: - Where

  private func zone(from top: Double, to bottom: Double) -> Box {
    let print =
      Box.around(printed.map(\.box))
      ?? Box(x: 0, y: 0, width: scene.reading.width, height: 0)
    return Box(x: print.x, y: top, width: print.width, height: max(1, bottom - top))
      .insetBy(dx: -AttestationThresholds.leastPlaceHeight, dy: 0)
  }

  /// The top of the nearest printed sentence above a rule.
  private func lineAbove(_ y: Double) -> Double? {
    scene.reading.lines.filter { line in
      line.box.maxY < y - AttestationThresholds.leastPlaceHeight
        && line.words.count { $0.confidence >= SceneThresholds.surelyRead } >= 3
    }.map(\.box).max { $0.maxY < $1.maxY }?.y
  }

  private var printed: [Word] {
    scene.reading.words.filter { $0.confidence >= SceneThresholds.surelyRead }
  }

  // MARK: - What

  private func isLarge(_ mark: Mark) -> Bool {
    max(mark.box.width, mark.box.height) >= AttestationThresholds.largeMark
      && isDeliberate(mark) && mark.inkArea >= AttestationThresholds.largeMarkInk
  }

  /// The sides of ruled boxes and single strokes of print are narrower.
  private func isDeliberate(_ mark: Mark) -> Bool {
    max(mark.box.width, mark.box.height) >= AttestationThresholds.leastMark
      && min(mark.box.width, mark.box.height) >= AttestationThresholds.leastMark / 2
      && mark.inkArea >= AttestationThresholds.leastMarkInk
  }

  private func isExplained(_ mark: Mark) -> Bool {
    explained.contains(mark) || scene.isUnreadPrint(mark)
      || receipts.contains { mark.box.share(within: $0) > 0.8 }
      || scene.reading.fields.contains { field in
        [.text, .choice].contains(field.kind) && field.value?.isEmpty == false
          && mark.box.share(within: field.box.insetBy(dx: -3, dy: -3)) > 0.8
      }
  }

  /// Words that were recognised in something larger than print: the ink of a hand was taken for
  /// them, and leaves no mark.
  private func tallWords(in zone: Box) -> [Box] {
    scene.words(in: zone).filter { word in
      word.source == .ocr && word.text.contains(where: \.isLetter)
        && word.box.height > AttestationThresholds.tallWord * scene.wordHeight
    }.map(\.box)
  }
}
