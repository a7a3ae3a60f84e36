internal import Casework
internal import Leptonica
internal import Poppler

extension Box {
  init(_ box: PDFBox) { self.init(x: box.x, y: box.y, width: box.width, height: box.height) }

  /// The part of the page of `width` by `height` points that `boxes` cover together, 0 to 1.
  ///
  /// Boxes are cut into vertical strips at their edges; in each strip the covered heights are
  /// merged. Of more than a thousand boxes the largest count.
  static func coverage(of boxes: [Box], pageWidth: Double, pageHeight: Double) -> Double {
    let page = Box(x: 0, y: 0, width: pageWidth, height: pageHeight)
    guard page.area > 0 else { return 0 }
    let clipped = boxes.compactMap { $0.intersection(page) }
      .sorted { $0.area > $1.area }.prefix(1000).sorted { $0.y < $1.y }
    let edges = Set(clipped.flatMap { [$0.x, $0.maxX] }).sorted()
    var area = 0.0
    for (left, right) in zip(edges, edges.dropFirst()) {
      var covered = 0.0
      var reached = -Double.infinity
      for box in clipped where box.x <= left && box.maxX >= right {
        covered += max(0, box.maxY - max(box.y, reached))
        reached = max(reached, box.maxY)
      }
      area += covered * (right - left)
    }
    return min(1, area / page.area)
  }
}

extension Box {
  /// In points, of a box of pixels of a raster.
  init(_ box: PixelBox, pointsPerPixel: Double) {
    self.init(
      x: Double(box.x) * pointsPerPixel, y: Double(box.y) * pointsPerPixel,
      width: Double(box.width) * pointsPerPixel, height: Double(box.height) * pointsPerPixel)
  }
}
