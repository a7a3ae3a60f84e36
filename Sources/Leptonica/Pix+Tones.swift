internal import CTesseract

extension Pix {
  /// The shares of the pixels of an 8-bit image, 0 to 1, that are nearly black and nearly white: in
  /// the lowest and the highest quarter of the greys. Every fourth pixel of every fourth row counts.
  package var extremeTones: (dark: Double, light: Double)? {
    guard depth == 8, let histogram = pixGetGrayHistogram(handle, 4) else { return nil }
    var owned: UnsafeMutablePointer<NUMA>? = histogram
    defer { numaDestroy(&owned) }
    guard numaGetCount(histogram) == 256, let counts = numaGetFArray(histogram, Int32(L_NOCOPY))
    else { return nil }
    let greys = UnsafeBufferPointer(start: counts, count: 256)
    let total = greys.reduce(0, +)
    guard total > 0 else { return nil }
    return (
      dark: Double(greys[..<64].reduce(0, +) / total),
      light: Double(greys[192...].reduce(0, +) / total)
    )
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
