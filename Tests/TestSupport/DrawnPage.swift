package import Casework
import Foundation

/// A page to draw on at 150 dots per inch: its ink, and its words as they would be read. Lengths in
/// points, origin top left.
package struct DrawnPage: Sendable {
  package static let pointsPerPixel = 0.48
  private var width = 612.0
  private var height = 792.0
  package private(set) var ink = InkBitmap(width: 1275, height: 1650)
  package private(set) var lines: [TextLine] = []
  package var marks: [Mark] = []

  package init() {}

  package var reading: Reading {
    Reading(
      width: width, height: height, resolution: 150, textSource: .ocr, lines: lines, marks: marks,
      ink: pageInk)
  }

  package var blank: BlankPage {
    BlankPage(width: width, height: height, lines: lines, ink: pageInk)
  }

  private var pageInk: PageInk {
    guard let pageInk = PageInk(ink, pointsPerPixel: Self.pointsPerPixel) else {
      preconditionFailure("more is drawn on the page than print has")
    }
    return pageInk
  }

  // MARK: - Print

  /// A line of words, each letter two strokes of a pen that are always the same for it.
  ///
  /// - Returns: The box around them.
  @discardableResult
  package mutating func print(
    _ text: String, x: Double, y: Double, height: Double = 9
  ) -> Box {
    let (letterWidth, advance, space) = (0.65 * height, 0.85 * height, 0.6 * height)
    var left = x
    var words: [Word] = []
    for text in text.split(separator: " ") {
      for (index, letter) in text.unicodeScalars.enumerated() {
        draw(
          letter,
          in: Box(x: left + Double(index) * advance, y: y, width: letterWidth, height: height))
      }
      let width = Double(text.unicodeScalars.count) * advance - (advance - letterWidth)
      words.append(
        Word(
          text: String(text), box: Box(x: left, y: y, width: width, height: height),
          confidence: 0.96, source: .ocr))
      left += width + space
    }
    let box = Box(x: x, y: y, width: max(0, left - space - x), height: height)
    lines.append(TextLine(box: box, words: words))
    return box
  }

  private mutating func draw(_ letter: Unicode.Scalar, in box: Box) {
    var dice = Dice(seed: UInt64(letter.value) &* 1_000_003)
    for _ in 0..<2 {
      func point() -> (Double, Double) {
        (box.x + dice.share() * (box.width - 1), box.y + dice.share() * (box.height - 1))
      }
      stroke(from: point(), to: point())
    }
  }

  /// A level line.
  package mutating func rule(x: Double, y: Double, width: Double, thickness: Double = 1) {
    fill(Box(x: x, y: y, width: width, height: thickness))
  }

  /// The four sides of a box; `box` is around them.
  package mutating func frame(_ box: Box, thickness: Double = 1) {
    fill(Box(x: box.x, y: box.y, width: box.width, height: thickness))
    fill(Box(x: box.x, y: box.maxY - thickness, width: box.width, height: thickness))
    fill(Box(x: box.x, y: box.y, width: thickness, height: box.height))
    fill(Box(x: box.maxX - thickness, y: box.y, width: thickness, height: box.height))
  }

  // MARK: - Hand

  /// A pen's way up and down through `box`.
  package mutating func scribble(in box: Box) {
    var last = (box.x, box.midY)
    for step in 1...400 {
      let part = Double(step) / 400
      let next = (
        box.x + part * (box.width - 1), box.midY + (box.height / 2 - 1) * sin(part * 12 * .pi)
      )
      stroke(from: last, to: next)
      last = next
    }
  }

  /// From corner to corner, both ways.
  package mutating func cross(in box: Box) {
    stroke(from: (box.x, box.y), to: (box.maxX - 1, box.maxY - 1))
    stroke(from: (box.x, box.maxY - 1), to: (box.maxX - 1, box.y))
  }

  /// Two pixels by two of dirt.
  package mutating func speck(x: Double, y: Double) { stroke(from: (x, y), to: (x, y)) }

  // MARK: - Paper

  /// As the page is after a scanner had it: of what then lies beyond the edges nothing is left.
  package func laid(_ sheet: SheetPosition) -> DrawnPage {
    var page = self
    page.ink = InkBitmap(width: ink.width, height: ink.height)
    for y in 0..<ink.height {
      for x in 0..<ink.width {
        let from = sheet.origin(
          ofX: (Double(x) + 0.5) * Self.pointsPerPixel, y: (Double(y) + 0.5) * Self.pointsPerPixel)
        let column = Int((from.x / Self.pointsPerPixel).rounded(.down))
        let row = Int((from.y / Self.pointsPerPixel).rounded(.down))
        guard (0..<ink.width).contains(column), (0..<ink.height).contains(row), ink[column, row]
        else { continue }
        page.ink[x, y] = true
      }
    }
    for line in page.lines.indices {
      page.lines[line].box = sheet.box(lines[line].box)
      for word in page.lines[line].words.indices {
        page.lines[line].words[word].box = sheet.box(lines[line].words[word].box)
      }
    }
    for mark in page.marks.indices { page.marks[mark].box = sheet.box(marks[mark].box) }
    return page
  }

  /// The page above `y`: the rest never was in the scanner.
  package func cut(below y: Double) -> DrawnPage {
    var page = self
    page.height = y
    let rows = Int(y / Self.pointsPerPixel)
    page.ink = InkBitmap(
      width: ink.width, height: rows, words: Array(ink.words.prefix(rows * ink.wordsPerRow)))
    page.lines = lines.compactMap { line in line.filtered { $0.box.maxY <= y } }
    page.marks = marks.filter { $0.box.maxY <= y }
    return page
  }

  // MARK: - Pixels

  private func pixel(_ points: Double) -> Int { Int((points / Self.pointsPerPixel).rounded()) }

  private mutating func fill(_ box: Box) {
    let columns = pixel(box.x)..<max(pixel(box.x) + 1, pixel(box.maxX))
    for y in pixel(box.y)..<max(pixel(box.y) + 1, pixel(box.maxY)) {
      ink.fill(columns.clamped(to: 0..<ink.width), in: y)
    }
  }

  private mutating func stroke(from start: (Double, Double), to end: (Double, Double)) {
    let length = max(abs(end.0 - start.0), abs(end.1 - start.1)) / Self.pointsPerPixel
    let steps = Int(2 * length) + 1
    for step in 0...steps {
      let part = Double(step) / Double(steps)
      let x = Int((start.0 + (end.0 - start.0) * part) / Self.pointsPerPixel)
      let y = Int((start.1 + (end.1 - start.1) * part) / Self.pointsPerPixel)
      for (right, down) in [(0, 0), (1, 0), (0, 1), (1, 1)]
      where (0..<ink.width).contains(x + right) && (0..<ink.height).contains(y + down) {
        ink[x + right, y + down] = true
      }
    }
  }
}

/// How a sheet lay in the scanner: turned and scaled about the middle of the page, then moved.
package struct SheetPosition: Sendable, CustomStringConvertible {
  /// Clockwise.
  private var degrees: Double
  private var scale: Double
  private var right: Double
  private var down: Double

  package init(degrees: Double = 0, scale: Double = 1, right: Double = 0, down: Double = 0) {
    self.degrees = degrees
    self.scale = scale
    self.right = right
    self.down = down
  }

  package var description: String {
    "turned by \(degrees), scaled by \(scale), moved by \(right), \(down)"
  }

  private var turn: (cosine: Double, sine: Double) {
    (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
  }

  private func image(ofX x: Double, y: Double) -> (x: Double, y: Double) {
    let (dx, dy) = (scale * (x - 306), scale * (y - 396))
    return (
      306 + turn.cosine * dx - turn.sine * dy + right,
      396 + turn.sine * dx + turn.cosine * dy + down
    )
  }

  /// What comes to lie at a point.
  func origin(ofX x: Double, y: Double) -> (x: Double, y: Double) {
    let (dx, dy) = ((x - 306 - right) / scale, (y - 396 - down) / scale)
    return (306 + turn.cosine * dx + turn.sine * dy, 396 - turn.sine * dx + turn.cosine * dy)
  }

  /// The upright box around what `box` becomes.
  func box(_ box: Box) -> Box {
    let corners = [(box.x, box.y), (box.maxX, box.y), (box.x, box.maxY), (box.maxX, box.maxY)]
      .map { image(ofX: $0.0, y: $0.1) }
    let (xs, ys) = (corners.map(\.x).sorted(), corners.map(\.y).sorted())
    return Box(x: xs[0], y: ys[0], width: xs[3] - xs[0], height: ys[3] - ys[0])
  }
}

extension InkBitmap {
  /// Each pixel is ink with the likelihood `density`.
  package static func random(
    width: Int, height: Int, density: Double, using dice: inout Dice
  ) -> InkBitmap {
    var bitmap = InkBitmap(width: width, height: height)
    for y in 0..<height {
      for x in 0..<width where dice.share() < density { bitmap[x, y] = true }
    }
    return bitmap
  }
}
