internal import Casework
internal import Leptonica

/// Groups ink into marks and measures them.
struct InkMarks {
  private let page: InkPage

  init(_ page: InkPage) { self.page = page }

  /// The marks in `ink`, and how many pixels belong to edge shadows and punch holes.
  func find(in ink: Pix) -> (marks: [Mark], dropped: Int) {
    let across = page.pixels(InkThresholds.groupAcross) | 1
    let down = page.pixels(InkThresholds.groupDown) | 1
    guard let clean = ink.piecesLarger(thanWidth: page.speck, height: page.speck),
      let grown = clean.dilated(width: across, height: down)
    else { return ([], 0) }
    var groups: [(piece: InkComponent, count: Int)] = []
    var dropped = 0
    for group in grown.components() {
      guard let whole = own(group, of: clean) else { continue }
      let count = whole.pixels.inkCount
      guard !isEdgeShadow(whole, count), !isPunchHole(whole, count) else {
        dropped += count
        continue
      }
      for piece in InkRows(page).parts(of: whole) {
        let count = piece.pixels.inkCount
        if isMark(piece, count) { groups.append((piece, count)) }
      }
    }
    if groups.count > InkThresholds.mostMarks {
      groups.sort {
        ($1.count, $0.piece.box.y, $0.piece.box.x) < ($0.count, $1.piece.box.y, $1.piece.box.x)
      }
      groups.removeLast(groups.count - InkThresholds.mostMarks)
    }
    let marks = groups.map { measure($0.piece, count: $0.count) }
    return (marks.sorted { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }, dropped)
  }

  /// The ink within a grown group, in its tight box.
  private func own(_ group: InkComponent, of ink: Pix) -> InkComponent? {
    let box = group.box
    guard let part = ink.clipped(x: box.x, y: box.y, width: box.width, height: box.height),
      let pixels = part.intersection(group.pixels)
    else { return nil }
    return InkComponent(tight: pixels, x: box.x, y: box.y)
  }

  private func area(_ count: Int) -> Double {
    Double(count) * page.pointsPerPixel * page.pointsPerPixel
  }

  private func isMark(_ piece: InkComponent, _ count: Int) -> Bool {
    let box = page.points(piece.box)
    return area(count) >= InkThresholds.leastInk
      || max(box.width, box.height) >= InkThresholds.smallestMark
  }

  private func isEdgeShadow(_ piece: InkComponent, _ count: Int) -> Bool {
    let box = page.points(piece.box)
    let width = Double(page.grey.width) * page.pointsPerPixel
    let height = Double(page.grey.height) * page.pointsPerPixel
    let edge = InkThresholds.edge
    let isLeftOrRight = box.x < edge || box.maxX > width - edge
    let isTopOrBottom = box.y < edge || box.maxY > height - edge
    guard isLeftOrRight || isTopOrBottom else { return false }
    let isSolid = area(count) > InkThresholds.solid * box.area
    let isLong =
      isLeftOrRight && box.height > InkThresholds.edgeLength && box.height > 3 * box.width
      || isTopOrBottom && box.width > InkThresholds.edgeLength && box.width > 3 * box.height
    return isSolid || isLong || page.isAtEdge(box)
  }

  private func isPunchHole(_ piece: InkComponent, _ count: Int) -> Bool {
    let box = page.points(piece.box)
    let width = Double(page.grey.width) * page.pointsPerPixel
    let height = Double(page.grey.height) * page.pointsPerPixel
    let margin = InkThresholds.holeMargin
    let isNearEdge =
      box.midX < margin || box.midX > width - margin || box.midY < margin
      || box.midY > height - margin
    return isNearEdge && InkThresholds.holeDiameter.contains(box.width)
      && InkThresholds.holeDiameter.contains(box.height)
      && abs(box.width - box.height) < 0.25 * box.width
      && area(count) > InkThresholds.holeSolidity * box.area
  }

  private func measure(_ piece: InkComponent, count: Int) -> Mark {
    let boxes = piece.pixels.componentBoxes()
    let largest = boxes.max {
      ($0.width * $0.height, $1.y, $1.x) < ($1.width * $1.height, $0.y, $0.x)
    }
    let outline = count - (piece.pixels.eroded(width: 3, height: 3)?.inkCount ?? 0)
    let size = page.pointsPerPixel
    return Mark(
      box: page.points(piece.box), inkArea: area(count),
      strokeWidth: 2 * Double(count) / Double(max(1, outline)) * size,
      pieceCount: boxes.count, largestPieceWidth: Double(largest?.width ?? 0) * size,
      largestPieceHeight: Double(largest?.height ?? 0) * size,
      eulerNumber: boxes.count - piece.pixels.holeCount,
      saturation: page.colour?.saturation(under: piece) ?? 0,
      darkness: 1 - (page.grey.meanGrey(under: piece) ?? 0) / 255)
  }
}
