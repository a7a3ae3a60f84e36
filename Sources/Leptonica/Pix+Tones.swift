internal import CTesseract

extension Pix {
  /// The shares of the pixels of an 8-bit image, 0 to 1, that are nearly black and nearly white: in
  /// the lowest and the highest quarter of the greys. Every fourth pixel of every fourth row counts.
  package var extremeTones: (dark: Double, light: Double)? {
    guard let greys = greys(every: 4) else { return nil }
    let total = greys.reduce(0, +)
    guard total > 0 else { return nil }
    return (
      dark: Double(greys[..<64].reduce(0, +) / total),
      light: Double(greys[192...].reduce(0, +) / total)
    )
  }

  /// An 8-bit image of nothing but black and white with one bit a pixel; `nil` of any other.
  package var bilevel: Pix? {
    guard let greys = greys(every: 1), greys[1..<255].allSatisfy({ $0 == 0 }) else { return nil }
    return Pix(adopting: pixThresholdToBinary(handle, 128))
  }

  /// How many pixels of an 8-bit image have each grey; every `step`th pixel of every such row counts.
  private func greys(every step: Int32) -> [Float]? {
    guard depth == 8, let histogram = pixGetGrayHistogram(handle, step) else { return nil }
    var owned: UnsafeMutablePointer<NUMA>? = histogram
    defer { numaDestroy(&owned) }
    guard numaGetCount(histogram) == 256, let counts = numaGetFArray(histogram, Int32(L_NOCOPY))
    else { return nil }
    return Array(UnsafeBufferPointer(start: counts, count: 256))
  }

  /// The levels between the dark and the light pixels in `box` of an 8-bit image, without the share
  /// `outer`, 0 to 1, of its pixels at either end. 0 where nothing of the box is on the image.
  package func contrast(in box: PixelBox, without outer: Double) -> Int {
    guard depth == 8,
      let part = clipped(x: box.x, y: box.y, width: box.width, height: box.height)
    else { return 0 }
    var dark: UInt32 = 0
    var light: UInt32 = 0
    guard pixGetRankValue(part.handle, 1, Float(outer), &dark) == 0,
      pixGetRankValue(part.handle, 1, Float(1 - outer), &light) == 0
    else { return 0 }
    return Int(light) - Int(dark)
  }

  /// The share, 0 to 1, of the pixels in `box` of an 8-bit image that are darker than `level`. 0 where
  /// nothing of the box is on the image.
  package func darkShare(of box: PixelBox, below level: UInt8) -> Double {
    guard depth == 8,
      let bytes = clipped(x: box.x, y: box.y, width: box.width, height: box.height)?.greyBytes,
      !bytes.isEmpty
    else { return 0 }
    return Double(bytes.count { $0 < level }) / Double(bytes.count)
  }

  /// White for black and black for white.
  package func inverted() -> Pix? { Pix(adopting: pixInvert(nil, handle)) }
}
