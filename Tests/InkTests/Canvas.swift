import Casework
import Foundation
import Leptonica

@testable import PageReading

/// A page of 612 by 792 points to draw on. Coordinates and widths in points, origin top left.
struct Canvas {
  private let width: Int
  private let height: Int
  private let scale: Double
  private var samples: [UInt8]
  /// The grey of what is drawn, 0 (black) to 255.
  var ink: UInt8 = 30

  init(dotsPerInch: Int = 150, paper: UInt8 = 245) {
    scale = Double(dotsPerInch) / 72
    width = Int(612 * scale)
    height = Int(792 * scale)
    samples = [UInt8](repeating: paper, count: width * height)
  }

  mutating func fill(x: Double, y: Double, width: Double, height: Double) {
    for row in Int(y * scale)..<max(Int(y * scale) + 1, Int((y + height) * scale)) {
      for column in Int(x * scale)..<max(Int(x * scale) + 1, Int((x + width) * scale)) {
        set(column, row)
      }
    }
  }

  mutating func disc(x: Double, y: Double, radius: Double) {
    stroke(x, y, radius: radius)
  }

  mutating func line(from start: (Double, Double), to end: (Double, Double), width: Double) {
    let length = max(abs(end.0 - start.0), abs(end.1 - start.1)) * scale * 2
    for step in 0...Int(length) {
      let part = Double(step) / max(1, length)
      stroke(
        start.0 + (end.0 - start.0) * part, start.1 + (end.1 - start.1) * part, radius: width / 2)
    }
  }

  mutating func ring(x: Double, y: Double, radius: Double, width: Double) {
    for step in 0..<1200 {
      let angle = Double(step) / 1200 * 2 * .pi
      stroke(x + radius * cos(angle), y + radius * sin(angle), radius: width / 2)
    }
  }

  /// A pen's way through loops: what a signature looks like to a scanner.
  mutating func scribble(x: Double, y: Double, width: Double, height: Double) {
    let loops = 7.0
    for step in 0...2500 {
      let part = Double(step) / 2500
      let angle = part * loops * 2 * .pi
      stroke(
        x + width * (part * 0.86 + 0.07) + width * 0.07 * cos(angle),
        y + height / 2 + height / 2 * sin(angle) * (0.6 + 0.4 * sin(angle / 3)), radius: 0.6)
    }
  }

  /// Five upright bars like the stems of letters, as a word.
  mutating func word(x: Double, y: Double, confidence: Double) -> Word {
    for stem in 0..<5 { fill(x: x + 6 * Double(stem), y: y, width: 1.4, height: 9) }
    return Word(
      text: "minim", box: Box(x: x, y: y, width: 26, height: 9), confidence: confidence,
      source: .ocr)
  }

  /// Noise as of paper and scanner, three levels each way at most; the same at every call.
  mutating func grain() {
    var state: UInt64 = 20_241_123
    for index in samples.indices {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      samples[index] = UInt8(clamping: Int(samples[index]) + Int(state >> 33) % 7 - 3)
    }
  }

  /// Rings and spokes pressed into the paper: each line a little lighter on one side and a little
  /// darker on the other, by `depth` levels.
  mutating func emboss(x: Double, y: Double, radius: Double, by depth: Int) {
    let reach = Int(radius * scale)
    let (middleX, middleY) = (Int(x * scale), Int(y * scale))
    for row in -reach...reach {
      for column in -reach...reach {
        let distance = (Double(row * row + column * column)).squareRoot() / scale
        guard distance <= radius else { continue }
        let angle = atan2(Double(row), Double(column))
        let relief = sin(distance * 1.4) + 0.6 * sin(angle * 24)
        let index = (middleY + row) * width + middleX + column
        samples[index] = UInt8(clamping: Int(samples[index]) + Int(relief * Double(depth) / 1.6))
      }
    }
  }

  func analysis(words: [Word] = []) -> InkAnalysis {
    guard let grey else { return InkAnalysis() }
    return InkAnalysis.analyse(grey: grey, colour: nil, words: words, pointsPerPixel: 1 / scale)
  }

  /// With the ink in one colour.
  func analysis(inColour colour: (red: UInt8, green: UInt8, blue: UInt8)) -> InkAnalysis {
    let pixels = samples.map { sample -> UInt32 in
      guard sample == ink else { return 0xFFFFFF }
      return UInt32(colour.red) << 16 | UInt32(colour.green) << 8 | UInt32(colour.blue)
    }
    let picture = pixels.withUnsafeBytes {
      Pix(rgb32: $0, width: width, height: height, stride: width * 4, resolution: 150)
    }
    guard let grey, let picture else { return InkAnalysis() }
    return InkAnalysis.analyse(grey: grey, colour: picture, words: [], pointsPerPixel: 1 / scale)
  }

  private var grey: Pix? {
    samples.withUnsafeBytes {
      Pix(grey: $0, width: width, height: height, stride: width, resolution: 150)
    }
  }

  private mutating func stroke(_ x: Double, _ y: Double, radius: Double) {
    let reach = max(0.5, radius * scale)
    let (middleX, middleY) = (x * scale, y * scale)
    for row in Int(middleY - reach)...Int(middleY + reach) {
      for column in Int(middleX - reach)...Int(middleX + reach) {
        let (dx, dy) = (Double(column) - middleX, Double(row) - middleY)
        if dx * dx + dy * dy <= reach * reach { set(column, row) }
      }
    }
  }

  private mutating func set(_ column: Int, _ row: Int) {
    guard column >= 0, column < width, row >= 0, row < height else { return }
    samples[row * width + column] = ink
  }
}
