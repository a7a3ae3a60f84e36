internal import CTesseract

/// A rectangle of pixels, origin top left.
package struct PixelBox: Hashable, Sendable {
  package var x: Int
  package var y: Int
  package var width: Int
  package var height: Int

  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  package var maxX: Int { x + width }
  package var maxY: Int { y + height }
}

/// Ink as a set of pixels: images of one bit whose set pixels are dark.
///
/// Every function returns a new image, and `nil` only where memory ran out or the depth is wrong.
extension Pix {
  /// A 1-bit image without ink.
  package static func emptyBitmap(width: Int, height: Int) -> Pix? {
    Pix(adopting: pixCreate(Int32(clamping: width), Int32(clamping: height), 1))
  }

  /// An 8-bit or 32-bit image made smaller by averaging, which keeps thin strokes as grey.
  package func reduced(by factor: Double) -> Pix? {
    guard factor < 1 else { return Pix(adopting: pixClone(handle)) }
    if factor == 0.5 { return Pix(adopting: pixScaleAreaMap2(handle)) }
    return Pix(adopting: pixScaleAreaMap(handle, Float(factor), Float(factor)))
  }

  /// An image of any depth made smaller by leaving pixels out.
  package func sampled(width: Int, height: Int) -> Pix? {
    Pix(
      adopting: pixScaleBySamplingToSize(handle, Int32(clamping: width), Int32(clamping: height)))
  }

  /// What is darker than the paper around it, of an 8-bit image: `level` of 200, where 200 is the
  /// paper wherever the page is shaded or yellowed.
  package func inkBitmap(level: Int) -> Pix? {
    guard depth == 8 else { return nil }
    let even = Pix(adopting: pixBackgroundNormSimple(handle, nil, nil))
    return Pix(adopting: pixThresholdToBinary(even?.handle ?? handle, Int32(clamping: level)))
  }

  /// The pixels of an 8-bit image that are below `level`.
  package func darker(than level: Int) -> Pix? {
    depth == 8 ? Pix(adopting: pixThresholdToBinary(handle, Int32(clamping: level))) : nil
  }

  package func union(_ other: Pix) -> Pix? {
    Pix(adopting: pixOr(nil, handle, other.handle))
  }

  package func intersection(_ other: Pix) -> Pix? {
    Pix(adopting: pixAnd(nil, handle, other.handle))
  }

  package func subtracting(_ other: Pix) -> Pix? {
    Pix(adopting: pixSubtract(nil, handle, other.handle))
  }

  /// Every set pixel grown to a rectangle of `width` by `height` around it.
  package func dilated(width: Int, height: Int) -> Pix? {
    Pix(adopting: pixDilateBrick(nil, handle, Int32(clamping: width), Int32(clamping: height)))
  }

  package func eroded(width: Int, height: Int) -> Pix? {
    Pix(adopting: pixErodeBrick(nil, handle, Int32(clamping: width), Int32(clamping: height)))
  }

  /// Gaps narrower than `width` by `height` filled.
  package func closed(width: Int, height: Int) -> Pix? {
    Pix(adopting: pixCloseSafeBrick(nil, handle, Int32(clamping: width), Int32(clamping: height)))
  }

  /// Only what holds a rectangle of about `width` by `height` somewhere (leptonica rounds a long
  /// side to a product of two numbers, within a few parts in a hundred).
  package func opened(width: Int, height: Int) -> Pix? {
    Pix(adopting: pixOpenCompBrick(nil, handle, Int32(clamping: width), Int32(clamping: height)))
  }

  /// The pieces of this image that touch `seed`, whole.
  package func pieces(touching seed: Pix) -> Pix? {
    guard let start = intersection(seed) else { return nil }
    return Pix(adopting: pixSeedfillBinary(nil, start.handle, handle, 8))
  }

  /// Only the pieces that are wider than `width` or higher than `height`.
  package func piecesLarger(thanWidth width: Int, height: Int) -> Pix? {
    Pix(
      adopting: pixSelectBySize(
        handle, Int32(clamping: width), Int32(clamping: height), 8, Int32(L_SELECT_IF_EITHER),
        Int32(L_SELECT_IF_GT), nil))
  }

  /// A bitmap of the same size with `boxes` filled.
  package func rectangles(_ boxes: [PixelBox]) -> Pix? {
    guard let mask = Pix.emptyBitmap(width: width, height: height) else { return nil }
    for box in boxes {
      pixRasterop(
        mask.handle, Int32(clamping: box.x), Int32(clamping: box.y), Int32(clamping: box.width),
        Int32(clamping: box.height), Int32(PIX_SET), nil, 0, 0)
    }
    return mask
  }

  /// How many pixels are set.
  package var inkCount: Int {
    var count: Int32 = 0
    return pixCountPixels(handle, &count, nil) == 0 ? Int(count) : 0
  }

  /// How many pixels are set within `box`.
  package func inkCount(in box: PixelBox) -> Int {
    clipped(x: box.x, y: box.y, width: box.width, height: box.height)?.inkCount ?? 0
  }
}

/// Relief: what is a little lighter or darker than what is around it.
extension Pix {
  /// Of an 8-bit image, how far every pixel is from the mean of the square around it that reaches
  /// `radius` pixels each way.
  package func relief(radius: Int) -> Pix? {
    guard depth == 8,
      let mean = Pix(
        adopting: pixBlockconv(handle, Int32(clamping: radius), Int32(clamping: radius)))
    else { return nil }
    return Pix(adopting: pixAbsDifference(handle, mean.handle))
  }

  /// The pixels of an 8-bit image that are at `level` or above.
  package func brighter(than level: Int) -> Pix? {
    guard depth == 8, let dark = Pix(adopting: pixThresholdToBinary(handle, Int32(clamping: level)))
    else { return nil }
    return Pix(adopting: pixInvert(nil, dark.handle))
  }
}
