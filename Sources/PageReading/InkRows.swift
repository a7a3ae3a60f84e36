internal import Casework
internal import Leptonica

/// Parts a group of ink that holds several rows: a signature with the typed name under it, two
/// lines of handwriting.
///
/// Grouping by nearness cannot do that: the rows of a hand are as near as the strokes of one word.
/// Pieces of one row stand beside each other, so they share a good part of their heights; a piece
/// that reaches over two rows holds them together.
struct InkRows {
  private let page: InkPage

  init(_ page: InkPage) { self.page = page }

  /// The group itself, or one part a row, the topmost first. No ink is lost.
  func parts(of group: InkComponent) -> [InkComponent] {
    guard page.points(group.box).height > InkThresholds.tallestRow else { return [group] }
    let pieces = group.pixels.components()
    guard pieces.count > 1, pieces.count <= InkThresholds.mostPieces,
      !pieces.contains(where: { isFrame($0.box, of: group.box) })
    else { return [group] }
    let rows = rows(of: pieces)
    guard rows.count > 1 else { return [group] }
    return rows.compactMap { row in
      Pix.emptyBitmap(width: group.box.width, height: group.box.height)?
        .adding(row.map { pieces[$0] })
        .flatMap { InkComponent(tight: $0, x: group.box.x, y: group.box.y) }
    }
  }

  /// A ring or a frame holds what is in it together.
  private func isFrame(_ box: PixelBox, of group: PixelBox) -> Bool {
    Double(box.width) > InkThresholds.frameShare * Double(group.width)
      && Double(box.height) > InkThresholds.frameShare * Double(group.height)
  }

  /// Indices of `pieces`, a row each.
  private func rows(of pieces: [InkComponent]) -> [[Int]] {
    let least = page.pixels(InkThresholds.crumb)
    let large = pieces.indices.filter { max(pieces[$0].box.width, pieces[$0].box.height) > least }
    var rows: [(from: Int, to: Int, members: [Int])] = []
    for index in large.sorted(by: { pieces[$0].box.height > pieces[$1].box.height }) {
      let box = pieces[index].box
      var row = (from: box.y, to: box.y + box.height, members: [index])
      // The highest pieces come first: a row grows by what stands within it, never by a chain.
      let own = rows.indices.filter { shares(box, rows[$0].from, rows[$0].to) }
      for other in own.reversed() {
        row.from = min(row.from, rows[other].from)
        row.to = max(row.to, rows[other].to)
        row.members += rows[other].members
        rows.remove(at: other)
      }
      rows.append(row)
    }
    guard !rows.isEmpty else { return [] }
    for index in pieces.indices where !large.contains(index) {
      let middle = pieces[index].box.y + pieces[index].box.height / 2
      let nearest = rows.indices.min { distance(middle, rows[$0]) < distance(middle, rows[$1]) }
      rows[nearest ?? 0].members.append(index)
    }
    return rows.sorted { ($0.from, $0.to) < ($1.from, $1.to) }.map { $0.members.sorted() }
  }

  private func shares(_ box: PixelBox, _ from: Int, _ to: Int) -> Bool {
    let common = min(box.y + box.height, to) - max(box.y, from)
    return Double(common) > InkThresholds.sharedHeight * Double(min(box.height, to - from))
  }

  private func distance(_ y: Int, _ row: (from: Int, to: Int, members: [Int])) -> Int {
    max(0, row.from - y, y - row.to)
  }
}
