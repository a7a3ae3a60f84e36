internal import Casework
internal import PageLayout

/// The ink around a place or a block that nothing on the page explains.
///
/// People sign above the line, across the paragraph before it, or beside it, and stamps go where
/// there is room. What of that was not found as a signature or a seal keeps a place from being
/// called blank.
struct Surroundings {
  let sheet: Sheet
  private let explained: Set<Mark>
  private let receipts: [Box]

  /// - Parameters:
  ///   - explained: marks of other places.
  ///   - seals: those that name themselves stamps of an office explain the ink in them.
  init(sheet: Sheet, explained: Set<Mark>, seals: [FoundSeal]) {
    self.sheet = sheet
    self.explained = explained
    receipts = seals.filter { $0.kind == .stamp && $0.purpose != nil }.map {
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
    let zone = zone(from: top, to: bottom)
    let marks = unexplained(in: zone).filter { mark in
      size(of: mark) >= AttestationThresholds.largeMark
        && mark.inkArea >= AttestationThresholds.largeMarkInk
        || mark.box.intersection(place.reach) != nil
    }
    return Box.around(marks.map(\.box) + tallWords(in: zone))
  }

  /// Around the ink in or beside a notary block that may be its stamp or a signature; `nil` without
  /// any.
  ///
  /// - Parameter body: from the first line of the block to its last.
  func ink(beside body: Box) -> Box? {
    let zone = zone(
      from: body.y - AttestationThresholds.leastPlaceHeight,
      to: body.maxY + BlockThresholds.sealReach)
    let marks = unexplained(in: zone).filter {
      size(of: $0) >= AttestationThresholds.stampHeight.lowerBound
        && $0.inkArea >= AttestationThresholds.largeMarkInk
    }
    return Box.around(marks.map(\.box))
  }

  // MARK: - Where

  private func zone(from top: Double, to bottom: Double) -> Box {
    let print =
      Box.around(printed.map(\.box))
      ?? Box(x: 0, y: 0, width: sheet.width, height: 0)
    return Box(x: print.x, y: top, width: print.width, height: max(1, bottom - top))
      .insetBy(dx: -AttestationThresholds.leastPlaceHeight, dy: 0)
  }

  /// The top of the nearest printed sentence above a rule.
  private func lineAbove(_ y: Double) -> Double? {
    sheet.segments.filter { line in
      line.box.maxY < y - AttestationThresholds.leastPlaceHeight
        && line.words.count { $0.isSurelyRead } >= 3
    }.map(\.box).max { $0.maxY < $1.maxY }?.y
  }

  private var printed: [Word] {
    sheet.words.filter { $0.isSurelyRead }
  }

  // MARK: - What

  /// The marks in `zone` that were made on purpose and are not known to be anything else. The sides
  /// of ruled boxes and single strokes of print are narrower.
  private func unexplained(in zone: Box) -> [Mark] {
    sheet.marks(touching: zone).filter { mark in
      size(of: mark) >= AttestationThresholds.leastMark
        && min(mark.box.width, mark.box.height) >= AttestationThresholds.leastMark / 2
        && mark.inkArea >= LayoutThresholds.leastMarkInk && !isExplained(mark)
    }
  }

  private func size(of mark: Mark) -> Double { max(mark.box.width, mark.box.height) }

  private func isExplained(_ mark: Mark) -> Bool {
    explained.contains(mark) || sheet.isUnreadPrint(mark)
      || receipts.contains { mark.box.share(within: $0) > 0.8 }
      || sheet.fields.contains { field in
        [.text, .choice].contains(field.kind) && field.value?.isEmpty == false
          && mark.box.share(within: field.box.insetBy(dx: -3, dy: -3)) > 0.8
      }
  }

  /// Lines that were recognised in something larger than print: the ink of a hand was taken for
  /// their words, and leaves no mark.
  private func tallWords(in zone: Box) -> [Box] {
    sheet.segments.filter { line in
      zone.contains(x: line.box.midX, y: line.box.midY)
        && line.words.allSatisfy { word in
          word.source == .ocr && word.text.contains(where: \.isLetter)
            && word.box.height > AttestationThresholds.tallWord * sheet.usualHeight
        }
        && !receipts.contains { line.box.share(within: $0) > 0.8 }
    }.map(\.box)
  }
}
