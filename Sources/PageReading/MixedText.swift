internal import Casework

/// Text of a page that is partly text and partly picture.
enum MixedText {
  /// The text layer without what lies in `images`: inside an image it is only the hint of whoever
  /// scanned it.
  static func outside(_ images: [Box], _ layer: [TextLine]) -> [TextLine] {
    layer.compactMap { line in
      line.filtered { word in !images.contains { $0.contains(word.box) } }
    }
  }

  /// The words of `layer`, and what was recognised where it has none.
  ///
  /// All boxes are of the same page; lines come back from top to bottom.
  static func merge(layer: [TextLine], recognised: [TextLine]) -> [TextLine] {
    (layer + added(recognised, to: layer)).enumerated().sorted {
      ($0.element.box.midY, $0.element.box.x, $0.offset)
        < ($1.element.box.midY, $1.element.box.x, $1.offset)
    }.map(\.element)
  }

  /// What was recognised where `lines` has no word.
  static func added(_ recognised: [TextLine], to lines: [TextLine]) -> [TextLine] {
    let words = lines.flatMap(\.words)
    return recognised.compactMap { line in
      line.filtered { word in !words.contains { $0.box.covers(word.box) } }
    }
  }
}

extension Box {
  /// Whether the middle of `other` lies in this box.
  func contains(_ other: Box) -> Bool {
    (x...maxX).contains(other.midX) && (y...maxY).contains(other.midY)
  }

  /// Whether the boxes share more than a third of the smaller one.
  func covers(_ other: Box) -> Bool {
    guard let shared = intersection(other) else { return false }
    return shared.area * 3 > min(area, other.area)
  }
}
