internal import CTesseract

/// A connected piece of ink, in pixels.
package struct InkPiece: Hashable, Sendable {
  package var x: Int
  package var y: Int
  package var width: Int
  package var height: Int
  package var pixelCount: Int
}

extension Pix {
  /// The connected pieces (8 neighbours) of a 1-bit image, from top to bottom as leptonica finds
  /// them; `nil` where memory ran out.
  package func pieces() -> [InkPiece]? {
    var images: UnsafeMutablePointer<PIXA>?
    var boxes = pixConnComp(handle, &images, 8)
    defer {
      boxaDestroy(&boxes)
      pixaDestroy(&images)
    }
    guard boxes != nil, images != nil else { return nil }
    var counts = pixaCountPixels(images)
    defer { numaDestroy(&counts) }
    return (0..<boxaGetCount(boxes)).map { index in
      var (x, y, width, height, count): (Int32, Int32, Int32, Int32, Int32) = (0, 0, 0, 0, 0)
      boxaGetBoxGeometry(boxes, index, &x, &y, &width, &height)
      numaGetIValue(counts, index, &count)
      return InkPiece(
        x: Int(x), y: Int(y), width: Int(width), height: Int(height), pixelCount: Int(count))
    }
  }
}
