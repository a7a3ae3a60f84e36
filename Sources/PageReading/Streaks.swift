internal import Casework
internal import Leptonica

/// Lines that a speck on a scanner's glass draws from one edge of a scan to the other, as the paper
/// moves over it. They cut words and rules apart, so they are taken out before a page is read.
///
/// A streak is thin, straight, and darker than what is on both its sides from the very first row to
/// the last; the frame of a form ends before the edge of the paper.
struct Streaks {
  /// In pixels of the scan.
  private(set) var columns: [Range<Int>] = []
  private(set) var rows: [Range<Int>] = []
  private let page: Pix

  /// - Parameter page: 8 bits a pixel.
  init(on page: Pix, dotsPerInch: Double) {
    self.page = page
    let samples = Samples(page)
    columns = samples.streaks(dotsPerInch: dotsPerInch)
    rows = samples.transposed.streaks(dotsPerInch: dotsPerInch)
  }

  var isEmpty: Bool { columns.isEmpty && rows.isEmpty }

  /// In points of the page as it was scanned.
  func boxes(pointsPerPixel scale: Double) -> [Box] {
    let (width, height) = (Double(page.width), Double(page.height))
    return columns.map {
      Box(
        x: Double($0.lowerBound) * scale, y: 0, width: Double($0.count) * scale,
        height: height * scale)
    }
      + rows.map {
        Box(
          x: 0, y: Double($0.lowerBound) * scale, width: width * scale,
          height: Double($0.count) * scale)
      }
  }

  /// The page without them: each row of a streak becomes what lies between its two sides.
  func erased() -> Pix? {
    var samples = Samples(page)
    for streak in columns { samples.erase(streak) }
    samples = samples.transposed
    for streak in rows { samples.erase(streak) }
    samples = samples.transposed
    return samples.bytes.withUnsafeBytes {
      Pix(
        grey: $0, width: page.width, height: page.height, stride: page.width,
        resolution: page.resolution.y)
    }
  }
}

/// The samples of a page, seen so that streaks run down it.
private struct Samples {
  var bytes: [UInt8]
  /// Across the streaks and along them, in pixels.
  let across: Int
  let along: Int
  private let stepAcross: Int
  private let stepAlong: Int

  init(_ page: Pix) {
    bytes = page.greyBytes
    (across, along) = (page.width, page.height)
    (stepAcross, stepAlong) = (1, page.width)
  }

  private init(_ other: Samples) {
    bytes = other.bytes
    (across, along) = (other.along, other.across)
    (stepAcross, stepAlong) = (other.stepAlong, other.stepAcross)
  }

  /// The same samples, seen so that what ran across runs down.
  var transposed: Samples { Samples(self) }

  func streaks(dotsPerInch: Double) -> [Range<Int>] {
    let widest = max(2, Int(StreakThresholds.widest * dotsPerInch))
    // Beside the widest streak there is paper.
    let beside = widest + 2
    guard across > 4 * beside, along > 4 * beside else { return [] }
    // Enough rows to tell, and those at both edges among them.
    let rows = Array(stride(from: 0, to: along, by: max(1, along / StreakThresholds.sampledRows)))
    let dark = bytes.withUnsafeBufferPointer { bytes in
      (beside..<(across - beside)).filter { column in
        func isDark(_ row: Int) -> Bool {
          let place = row * stepAlong + column * stepAcross
          let here = Int(bytes[place])
          let (left, right) = (
            Int(bytes[place - beside * stepAcross]), Int(bytes[place + beside * stepAcross])
          )
          return here + StreakThresholds.contrast <= max(left, right)
        }
        guard isDark(rows[0]), isDark(rows[rows.count - 1]) else { return false }
        return Double(rows.count { isDark($0) }) >= StreakThresholds.share * Double(rows.count)
      }
    }
    var streaks: [Range<Int>] = []
    for column in dark {
      if let last = streaks.last, last.upperBound == column {
        streaks[streaks.count - 1] = last.lowerBound..<(column + 1)
      } else {
        streaks.append(column..<(column + 1))
      }
    }
    return streaks.filter { $0.count <= widest }
  }

  mutating func erase(_ streak: Range<Int>) {
    // A scan blurs a streak into the pixels beside it.
    let (first, last) = (max(0, streak.lowerBound - 3), min(across - 1, streak.upperBound + 2))
    for row in 0..<along {
      let left = Int(bytes[row * stepAlong + first * stepAcross])
      let right = Int(bytes[row * stepAlong + last * stepAcross])
      for column in (first + 1)..<last {
        bytes[row * stepAlong + column * stepAcross] = UInt8(
          left + (right - left) * (column - first) / (last - first))
      }
    }
  }
}

private enum StreakThresholds {
  /// In inches: a speck of dust is smaller than a millimetre.
  static let widest = 0.04
  /// Levels of grey, of 255, between a streak and the paper: less is uneven light.
  static let contrast = 40
  /// The share of the rows on which it is darker than one of its sides: where it runs through a letter,
  /// it is not.
  static let share = 0.9
  static let sampledRows = 1_000
}
