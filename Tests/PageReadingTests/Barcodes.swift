/// Barcodes that tests draw themselves, as content streams of a PDF page.
enum Barcodes {
  /// Bars and gaps of `widths` (in units of `unit` points, a bar first) from (`x`, `y`), the bottom
  /// left corner.
  static func bars(
    _ widths: [Int], unit: Double, x: Double, y: Double, height: Double
  ) -> String {
    var content = ""
    var left = x
    for (index, width) in widths.enumerated() {
      if index.isMultiple(of: 2) {
        content += "\(left) \(y) \(unit * Double(width)) \(height) re f\n"
      }
      left += unit * Double(width)
    }
    return content
  }

  /// A patch code after Kodak's A-61599: narrow 0.08 inch, wide 0.20. `isLevel` draws its bars
  /// across the page, the first at the top.
  static func patch(
    _ wide: String, x: Double, y: Double, scale: Double = 1, isLevel: Bool = false
  ) -> String {
    let (narrow, length) = (5.76 * scale, 54 * scale)
    var content = ""
    var along = 0.0
    for bar in wide {
      let width = narrow * (bar == "W" ? 2.5 : 1)
      content +=
        isLevel
        ? "\(x) \(y - along - width) \(length) \(width) re f\n"
        : "\(x + along) \(y) \(width) \(length) re f\n"
      along += width + narrow
    }
    return content
  }

  /// The letters that tests use, nine bars and gaps each (ISO/IEC 16388).
  private static let code39: [Character: String] = [
    "*": "nwnnwnwnn", "-": "nwnnnnwnw", "J": "nnnnwwwnn", "U": "wwnnnnnnw", "R": "wnnnnnwwn",
    "A": "wnnnnwnnw", "T": "nnnnwnwwn", "S": "nnwnnnwwn", "E": "wnnnwwnnn", "P": "nnwnwnnwn",
  ]

  static func code39(_ text: String, unit: Double, x: Double, y: Double) -> String {
    let widths = "*\(text)*".flatMap { letter in
      (code39[letter] ?? "").map { $0 == "w" ? 3 : 1 } + [1]
    }
    return bars(widths, unit: unit, x: x, y: y, height: 40)
  }

  /// `PATCHT` in code 128, set B, with its start, check character and stop (ISO/IEC 15417).
  static func code128PatchT(unit: Double, x: Double, y: Double) -> String {
    let symbols = "211214 313121 111323 213311 131321 231113 213311 113141 2331112"
    let widths = symbols.compactMap(\.wholeNumberValue)
    return bars(widths, unit: unit, x: x, y: y, height: 40)
  }

  /// `JURAT-SEP 12` as a QR code of version 1-M, made by segno 1.6.
  static func qr(unit: Double, x: Double, y: Double) -> String {
    qrRows.enumerated().flatMap { row, modules in
      modules.enumerated().filter { $0.element == "#" }.map { column, _ in
        "\(x + unit * Double(column)) \(y - unit * Double(row)) \(unit) \(unit) re f\n"
      }
    }.joined()
  }

  private static let qrRows = [
    "#######.#..#..#######", "#.....#.#..##.#.....#", "#.###.#.#.#.#.#.###.#",
    "#.###.#.....#.#.###.#", "#.###.#.#####.#.###.#", "#.....#..##...#.....#",
    "#######.#.#.#.#######", ".....................", "#..#######.#.#..#.###",
    "###.##..#..####.#..##", "...#.###..######..###", "#####.....#.######.##",
    "....#.####.###.#..#.#", "........#.#.###...#..", "#######.##.#.#.#.#.#.",
    "#.....#.###...#.###..", "#.###.#.###...#...###", "#.###.#.#.#.#######..",
    "#.###.#..#.###...####", "#.....#...###..##..#.", "#######.###.##..#..#.",
  ]
}
