internal import Casework

/// Kodak's patch codes: four bars and three narrow gaps side by side, two of the bars wide.
///
/// By Kodak's A-61599 a narrow bar or gap is 0.08 inch wide and a wide bar 0.20, so that a code is
/// ten narrow widths across, and bars are at least 0.75 inch long. They stand along any of the four
/// edges. A sheet that was copied larger or smaller, or more or less dark, is read as well.
enum PatchCodes {
  /// By which of the bars are wide, from left to right or from top to bottom.
  static let names: [[Bool]: String] = [
    [true, true, false, false]: "1", [true, false, false, true]: "2",
    [true, false, true, false]: "3", [false, true, true, false]: "4",
    [false, false, true, true]: "6", [false, true, false, true]: "T",
  ]

  /// A picture of ink and paper, a byte a pixel, row by row.
  struct Raster {
    var width: Int
    var height: Int
    var isDark: [Bool]
    var pointsPerPixel: Double

    var transposed: Raster {
      var turned = [Bool](repeating: false, count: width * height)
      for row in 0..<height {
        for column in 0..<width { turned[column * height + row] = isDark[row * width + column] }
      }
      return Raster(width: height, height: width, isDark: turned, pointsPerPixel: pointsPerPixel)
    }
  }

  /// The codes of a page from the top, each with its name as text.
  static func find(in page: Raster) -> [Barcode] {
    let upright = stacks(in: page).map { $0.barcode(page.pointsPerPixel, isLevel: false) }
    let level = stacks(in: page.transposed).map { $0.barcode(page.pointsPerPixel, isLevel: true) }
    return (upright + level).sorted { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }
  }

  /// One code in rows one above the other, in pixels.
  private struct Stack {
    var name: String
    var start: Int
    var end: Int
    var firstRow: Int
    var lastRow: Int
    var rowCount: Int
    var left: Int
    var right: Int

    /// Whether the code of the next rows is this one, whose bars may slope.
    func isContinued(by code: (name: String, start: Int, end: Int), row: Int) -> Bool {
      let reach = max(2, (end - start) / PatchThresholds.slopingPart)
      return name == code.name && row - lastRow <= PatchThresholds.rowsLost
        && abs(start - code.start) <= reach && abs(end - code.end) <= reach
    }

    func barcode(_ pointsPerPixel: Double, isLevel: Bool) -> Barcode {
      let across = (Double(left) * pointsPerPixel, Double(right - left) * pointsPerPixel)
      let along = (
        Double(firstRow) * pointsPerPixel, Double(lastRow + 1 - firstRow) * pointsPerPixel
      )
      let (x, y) = isLevel ? (along, across) : (across, along)
      return Barcode(
        symbology: .patch, text: name, box: Box(x: x.0, y: y.0, width: x.1, height: y.1))
    }
  }

  /// Codes of upright bars.
  private static func stacks(in page: Raster) -> [Stack] {
    var open: [Stack] = []
    var closed: [Stack] = []
    for row in 0..<page.height {
      for code in codes(in: page, row: row) {
        if let index = open.firstIndex(where: { $0.isContinued(by: code, row: row) }) {
          open[index].start = code.start
          open[index].end = code.end
          open[index].left = min(open[index].left, code.start)
          open[index].right = max(open[index].right, code.end)
          open[index].lastRow = row
          open[index].rowCount += 1
        } else {
          open.append(
            Stack(
              name: code.name, start: code.start, end: code.end, firstRow: row, lastRow: row,
              rowCount: 1, left: code.start, right: code.end))
        }
      }
      closed += open.filter { row - $0.lastRow > PatchThresholds.rowsLost }
      open.removeAll { row - $0.lastRow > PatchThresholds.rowsLost }
    }
    return (closed + open).filter {
      Double($0.rowCount) * page.pointsPerPixel >= PatchThresholds.shortestBar
    }
  }

  /// What one row of pixels may be a line through.
  private static func codes(
    in page: Raster, row: Int
  ) -> [(name: String, start: Int, end: Int)] {
    // Where paper turns to ink and ink to paper: ink runs from an even one to the next.
    var edges: [Int] = []
    var wasDark = false
    for column in 0..<page.width {
      let isDark = page.isDark[row * page.width + column]
      if isDark != wasDark { edges.append(column) }
      wasDark = isDark
    }
    if wasDark { edges.append(page.width) }
    guard edges.count >= 8 else { return [] }
    return stride(from: 0, through: edges.count - 8, by: 2).compactMap { first in
      let own = edges[first..<(first + 8)]
      guard let start = own.first, let end = own.last else { return nil }
      let unit = Double(end - start) / 10
      guard PatchThresholds.units.contains(unit * page.pointsPerPixel) else { return nil }
      // Quiet on both sides: else they are bars of some other code.
      let quiet = unit * PatchThresholds.quietZone
      let before = first == 0 ? start : start - edges[first - 1]
      let after = first + 8 == edges.count ? page.width - end : edges[first + 8] - end
      guard Double(before) >= quiet, Double(after) >= quiet else { return nil }
      return name(of: zip(own, own.dropFirst()).map { Double($1 - $0) / unit })
        .map { ($0, start, end) }
    }
  }

  /// - Parameter widths: Of bar, gap, bar and so on, in narrow widths.
  private static func name(of widths: [Double]) -> String? {
    var isWide: [Bool] = []
    for (index, width) in widths.enumerated() {
      if index.isMultiple(of: 2) {
        guard PatchThresholds.narrowBar.contains(width) || PatchThresholds.wideBar.contains(width)
        else { return nil }
        isWide.append(PatchThresholds.wideBar.contains(width))
      } else if !PatchThresholds.gap.contains(width) {
        return nil
      }
    }
    return names[isWide]
  }
}

/// Widths in narrow widths of the code, unless something else is said.
private enum PatchThresholds {
  /// The narrow width in points: 5.76 by the specification, copied at a half to double the size.
  static let units = 2.8...11.6
  /// Copies make bars wider or narrower by up to half a narrow width, and gaps the other way.
  static let narrowBar = 0.45...1.6
  static let wideBar = 1.9...3.2
  static let gap = 0.45...1.6
  /// Paper beside the outer bars.
  static let quietZone = 1.5
  /// In points: half of the shortest bar that the specification allows.
  static let shortestBar = 27.0
  /// From row to row a bar moves by less than this part of the code's width.
  static let slopingPart = 16
  /// Rows in which a speck may spoil the code.
  static let rowsLost = 3
}
