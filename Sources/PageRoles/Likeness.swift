internal import Casework
internal import PageLayout

/// The lines of a page, to tell whether another is the same one: scanned twice, or copied.
///
/// Two pages of one hand are alike in their words, so lines are compared where they stand: what runs
/// on from page to page breaks at other words.
struct Likeness {
  fileprivate struct Line {
    var text: [Character]
    /// Of its middle, as a share of the page's height from the top.
    var height: Double
  }

  fileprivate let lines: [Line]

  init(of sheet: Sheet) {
    lines = sheet.lines.compactMap { line in
      let text = line.text.folded.filter(\.isLetterOrNumber)
      return text.count < RoleThresholds.lettersOfLine
        ? nil : Line(text: Array(text), height: line.box.midY / max(1, sheet.height))
    }
  }

  /// Whether most lines of each stand on the other in about the same place.
  func isLike(_ other: Likeness) -> Bool {
    let fewest = min(lines.count, other.lines.count)
    guard fewest >= RoleThresholds.linesOfLikeness else { return false }
    let common = lines.count { line in
      other.lines.contains { $0.isLike(line) }
    }
    return Double(common) >= RoleThresholds.shareOfLikeness
      * Double(max(lines.count, other.lines.count))
  }
}

extension Likeness.Line {
  func isLike(_ other: Self) -> Bool {
    guard abs(height - other.height) < RoleThresholds.shiftOfScan,
      abs(text.count - other.text.count) * 5 <= max(text.count, other.text.count)
    else { return false }
    return text == other.text
      || 5 * editDistance(from: text, to: other.text, areAlike: ==)
        <= max(text.count, other.text.count)
  }
}
