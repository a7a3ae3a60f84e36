internal import Casework
internal import Tesseract

/// Print on a page that its text layer knows nothing of: the text of notes that were put on it, of
/// stamps, of small pictures.
struct UnexplainedPrint {
  let lines: [TextLine]

  /// - Parameters:
  ///   - marks: the ink that no word explains.
  ///   - fields: whose inside is looked at apart.
  init(in marks: [Mark], besides fields: [FormField], with pieces: PieceReader) throws {
    let rows = Self.rows(
      of: marks.map(\.box).filter { box in
        Self.height.contains(box.height) && !fields.contains { $0.box.contains(box) }
      })
    lines = try rows.prefix(Self.mostRows).compactMap { row in
      let glance = try pieces.words(in: row, .line)
      var words = glance.filter(Self.isPrint)
      if words.count < glance.count {
        words = try pieces.words(in: row, .line, .second).filter(Self.isPrint)
      }
      guard words.contains(where: { $0.text.plain.count >= 2 }) else { return nil }
      return Box.around(words.map(\.box)).map { TextLine(box: $0, words: words) }
    }
  }

  /// Surely read: writing that is taken for print would be lost among the marks.
  private static func isPrint(_ word: Word) -> Bool {
    word.confidence >= leastSureness && !word.text.plain.isEmpty
  }

  /// Boxes that stand beside each other, as one; those as long as a word, the highest first.
  private static func rows(of boxes: [Box]) -> [Box] {
    var rows: [Box] = []
    for box in boxes.sorted(by: { ($0.x, $0.y) < ($1.x, $1.y) }) {
      let beside = rows.lastIndex { row in
        let common = min(row.maxY, box.maxY) - max(row.y, box.y)
        return common > 0.5 * min(row.height, box.height) && box.x - row.maxX < gap
          && row.union(box).height <= height.upperBound
      }
      if let beside { rows[beside] = rows[beside].union(box) } else { rows.append(box) }
    }
    return rows.filter { $0.width >= narrowest }.sorted { ($0.y, $0.x) < ($1.y, $1.x) }
  }

  /// Of print, in points.
  private static let height = 4.0...40.0
  private static let gap = 15.0
  private static let narrowest = 10.0
  private static let leastSureness = 0.8
  /// More is a drawing.
  private static let mostRows = 24
}
