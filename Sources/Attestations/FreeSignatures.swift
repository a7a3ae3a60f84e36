internal import Casework
internal import PageLayout

/// Signatures that stand in no labelled place: on a line without a label, under the close of a
/// letter, at the foot of a page.
struct FreeSignatures {
  let sheet: Sheet
  let lexicon: Lexicon

  struct Found {
    var box: Box
    var marks: [Mark]
    var confidence: Double
    var setting: MarkSetting
    var reason: String { setting.reason }
  }

  func find(in marks: [Mark], besides seals: [FoundSeal]) -> [Found] {
    let candidates = marks.filter { mark in
      !seals.contains { mark.box.share(within: $0.box) > 0.6 || $0.marks.contains(mark) }
    }
    let settings = MarkSettings(sheet: sheet, closings: lexicon.letters.closings)
    var taken: Set<Mark> = []
    var found: [Found] = []
    for mark in candidates.sorted(by: { ($1.inkArea, $0.box.y) < ($0.inkArea, $1.box.y) })
    where !taken.contains(mark) {
      let score = sheet.scriptScore(of: mark)
      let setting = settings.setting(of: mark)
      let least =
        setting == .none || setting == .field
        ? AttestationThresholds.scoreFree : AttestationThresholds.scoreNearPlace
      guard isInPlace(mark, setting), score >= least, !isCrossedOut(mark) else { continue }
      let parts = beside(mark, in: candidates).filter { !taken.contains($0) }
      taken.formUnion(parts)
      found.append(
        Found(
          box: Box.around(parts.map(\.box)) ?? mark.box, marks: parts,
          confidence: min(0.9, (setting == .rule || setting == .close ? 0.5 : 0.35) + 0.4 * score),
          setting: setting))
    }
    return found
  }

  /// The mark and what stands beside it in the same row: a first name and a last name.
  private func beside(_ mark: Mark, in marks: [Mark]) -> [Mark] {
    marks.filter { other in
      if other == mark { return true }
      let gap = max(other.box.x - mark.box.maxX, mark.box.x - other.box.maxX)
      return gap < AttestationThresholds.nameGap && other.box.isInRow(with: mark.box, share: 0.4)
        && other.box.height > 0.4 * mark.box.height
        && sheet.scriptScore(of: other)
          >= AttestationThresholds.scoreOfPart
        && !sheet.isUnreadPrint(other) && !isCrossedOut(other)
    }
  }

  /// Whether a signature may stand where the mark does.
  private func isInPlace(_ mark: Mark, _ setting: MarkSetting) -> Bool {
    switch setting {
    case .close: true
    case .rule: mark.box.midY > AttestationThresholds.firstFreeLine * sheet.height
    // Answers are written between the lines, signatures over them.
    case .field: mark.box.height > AttestationThresholds.placeHeight
    case .none: mark.box.midY > AttestationThresholds.firstFree * sheet.height
    }
  }

  /// Ink that runs over printed words is a correction, an underline or a word of its own.
  private func isCrossedOut(_ mark: Mark) -> Bool {
    let covered = sheet.words(in: mark.box)
      .filter { $0.isSurelyRead && $0.text.count > 2 }
    return covered.count >= 4
  }
}
