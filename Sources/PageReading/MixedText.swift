internal import Casework

/// Text of a page that is partly text and partly picture.
enum MixedText {
  /// The text layer's words where no image lies, and what was recognised everywhere else.
  ///
  /// Inside an image the text layer is only the hint of whoever scanned it. All boxes are of the
  /// same page; lines come back from top to bottom.
  static func merge(
    layer: [TextLine], recognised: [TextLine], imageBoxes: [Box]
  ) -> [TextLine] {
    let own = layer.compactMap { line in
      line.filtered { word in !imageBoxes.contains { $0.contains(word.box) } }
    }
    let ownWords = own.flatMap(\.words)
    let rest = recognised.compactMap { line in
      line.filtered { word in !ownWords.contains { $0.box.covers(word.box) } }
    }
    return (own + rest).enumerated().sorted {
      ($0.element.box.midY, $0.element.box.x, $0.offset)
        < ($1.element.box.midY, $1.element.box.x, $1.offset)
    }.map(\.element)
  }
}

extension Box {
  /// Whether the middle of `other` lies in this box.
  fileprivate func contains(_ other: Box) -> Bool {
    (x...maxX).contains(other.midX) && (y...maxY).contains(other.midY)
  }

  /// Whether the boxes share more than a third of the smaller one.
  fileprivate func covers(_ other: Box) -> Bool {
    guard let shared = intersection(other) else { return false }
    return shared.area * 3 > min(area, other.area)
  }
}
