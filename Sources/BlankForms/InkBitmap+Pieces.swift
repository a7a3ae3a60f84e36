package import Casework

/// A rectangle of pixels, origin top left.
package struct PixelArea: Hashable, Sendable {
  package var x: Range<Int>
  package var y: Range<Int>

  package init(x: Range<Int>, y: Range<Int>) {
    self.x = x
    self.y = y
  }

  /// The pixels that `box` touches, grown by `margin` each way; both in points.
  package init(_ box: Box, margin: Double = 0, pointsPerPixel: Double) {
    func range(_ low: Double, _ high: Double) -> Range<Int> {
      let first = Int(((low - margin) / pointsPerPixel).rounded(.down))
      return first..<max(first, Int(((high + margin) / pointsPerPixel).rounded(.up)))
    }
    x = range(box.x, box.maxX)
    y = range(box.y, box.maxY)
  }

  package var pixelCount: Int { x.count * y.count }

  package func box(pointsPerPixel: Double) -> Box {
    Box(
      x: Double(x.lowerBound) * pointsPerPixel, y: Double(y.lowerBound) * pointsPerPixel,
      width: Double(x.count) * pointsPerPixel, height: Double(y.count) * pointsPerPixel)
  }

  func intersection(_ other: PixelArea) -> PixelArea {
    PixelArea(x: x.clamped(to: other.x), y: y.clamped(to: other.y))
  }
}

/// Ink of which every pixel touches another one, at a side or a corner.
package struct InkPiece: Hashable, Sendable {
  package var area: PixelArea
  package var inkCount: Int
  /// Of its pixels, those within the area that was asked about.
  package var inkInside: Int
}

extension InkBitmap {
  package var area: PixelArea { PixelArea(x: 0..<width, y: 0..<height) }

  /// How many pixels are set.
  package var inkCount: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The pixels of `area`, moved by `offset`, as a picture of their own; white beyond the edges.
  ///
  /// - Parameter offset: Where the pixel for (0, 0) of `area` is taken, beside itself.
  package func cut(_ area: PixelArea, offset: (x: Int, y: Int) = (0, 0)) -> InkBitmap {
    var part = InkBitmap(width: area.x.count, height: area.y.count)
    let left = area.x.lowerBound + offset.x
    for y in 0..<part.height {
      let from = area.y.lowerBound + offset.y + y
      guard (0..<height).contains(from) else { continue }
      for index in 0..<part.wordsPerRow {
        part.words[y * part.wordsPerRow + index] = pixels(from: left + 64 * index, in: from)
      }
      part.clearPadding(in: y)
    }
    return part
  }

  /// 64 pixels of row `y`, from column `x` on; white beyond the edges.
  private func pixels(from x: Int, in y: Int) -> UInt64 {
    let (index, shift) = (x >> 6, UInt64(x & 63))
    func word(_ index: Int) -> UInt64 {
      (0..<wordsPerRow).contains(index) ? words[y * wordsPerRow + index] : 0
    }
    return shift == 0 ? word(index) : word(index) << shift | word(index + 1) >> (64 - shift)
  }

  private mutating func clearPadding(in y: Int) {
    if width & 63 != 0 { words[(y + 1) * wordsPerRow - 1] &= ~(~0 >> UInt64(width & 63)) }
  }

  /// Every pixel grown to a square that reaches `radius` pixels each way.
  package func grown(by radius: Int) -> InkBitmap {
    guard radius > 0 else { return self }
    var wide = self
    for y in 0..<height {
      for index in 0..<wordsPerRow {
        let position = y * wordsPerRow + index
        let word = words[position]
        let left = index > 0 ? words[position - 1] : 0
        let right = index < wordsPerRow - 1 ? words[position + 1] : 0
        var grown = word
        for step in 1...UInt64(radius) {
          grown |= word >> step | left << (64 - step)
          grown |= word << step | right >> (64 - step)
        }
        wide.words[position] = grown
      }
      wide.clearPadding(in: y)
    }
    var tall = wide
    for y in 0..<height {
      for other in max(0, y - radius)...min(height - 1, y + radius) where other != y {
        for index in 0..<wordsPerRow {
          tall.words[y * wordsPerRow + index] |= wide.words[other * wordsPerRow + index]
        }
      }
    }
    return tall
  }

  /// Rows for columns.
  package var transposed: InkBitmap {
    var turned = InkBitmap(width: height, height: width)
    for y in 0..<height {
      var x = end(ofRunAt: 0, in: y, ofInk: false)
      while x < width {
        let end = end(ofRunAt: x, in: y, ofInk: true)
        for column in x..<end { turned[y, column] = true }
        x = end < width ? self.end(ofRunAt: end, in: y, ofInk: false) : width
      }
    }
    return turned
  }

  /// Without what runs straight, across or down, for more than `length` pixels: printed lines.
  func withoutLines(longerThan length: Int) -> InkBitmap {
    func lines(of picture: InkBitmap) -> InkBitmap {
      var lines = InkBitmap(width: picture.width, height: picture.height)
      for y in 0..<picture.height {
        var x = picture.end(ofRunAt: 0, in: y, ofInk: false)
        while x < picture.width {
          let end = picture.end(ofRunAt: x, in: y, ofInk: true)
          if end - x > length { lines.fill(x..<end, in: y) }
          x = end < picture.width ? picture.end(ofRunAt: end, in: y, ofInk: false) : picture.width
        }
      }
      return lines
    }
    return subtracting(lines(of: self)).subtracting(lines(of: transposed).transposed)
  }

  /// The ink that is in both; `other` has to be of the same size.
  package func intersection(_ other: InkBitmap) -> InkBitmap { combined(with: other) { $0 & $1 } }

  /// The ink that is not in `other`, which has to be of the same size.
  package func subtracting(_ other: InkBitmap) -> InkBitmap { combined(with: other) { $0 & ~$1 } }

  private func combined(
    with other: InkBitmap, _ combine: (UInt64, UInt64) -> UInt64
  ) -> InkBitmap {
    precondition(width == other.width && height == other.height)
    var result = self
    for index in words.indices { result.words[index] = combine(words[index], other.words[index]) }
    return result
  }

  /// The pieces of ink, the topmost first.
  ///
  /// - Parameter inside: Of each piece it is counted how much of it lies there.
  package func pieces(inside: PixelArea? = nil) -> [InkPiece] {
    let inside = inside ?? area
    var found: [InkPiece] = []
    /// The piece that a run belongs to: itself, or another that it was joined to.
    var parents: [Int] = []
    func root(_ index: Int) -> Int {
      var index = index
      while parents[index] != index { index = parents[index] }
      return index
    }
    var above: [(run: Range<Int>, piece: Int)] = []
    for y in 0..<height {
      var row: [(run: Range<Int>, piece: Int)] = []
      var (x, first) = (end(ofRunAt: 0, in: y, ofInk: false), 0)
      while x < width {
        let end = end(ofRunAt: x, in: y, ofInk: true)
        let run = x..<end
        var piece = parents.count
        parents.append(piece)
        found.append(
          InkPiece(
            area: PixelArea(x: run, y: y..<(y + 1)), inkCount: run.count,
            inkInside: inside.y.contains(y) ? run.clamped(to: inside.x).count : 0))
        while first < above.count, above[first].run.upperBound < x { first += 1 }
        for other in above[first...].prefix(while: { $0.run.lowerBound <= end }) {
          let (one, two) = (root(other.piece), root(piece))
          guard one != two else { continue }
          let (kept, gone) = (min(one, two), max(one, two))
          found[kept].add(found[gone])
          parents[gone] = kept
          piece = kept
        }
        row.append((run, piece))
        x = end < width ? self.end(ofRunAt: end, in: y, ofInk: false) : width
      }
      above = row
    }
    return found.indices.filter { parents[$0] == $0 }.map { found[$0] }
  }
}

extension InkPiece {
  fileprivate mutating func add(_ other: InkPiece) {
    func span(_ one: Range<Int>, _ two: Range<Int>) -> Range<Int> {
      min(one.lowerBound, two.lowerBound)..<max(one.upperBound, two.upperBound)
    }
    area = PixelArea(x: span(area.x, other.area.x), y: span(area.y, other.area.y))
    inkCount += other.inkCount
    inkInside += other.inkInside
  }
}
