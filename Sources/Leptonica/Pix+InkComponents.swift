internal import CTesseract

/// A connected component of ink, or a group of them: its box on the page and its own pixels.
package struct InkComponent {
  package var box: PixelBox
  /// Of the size of `box`, one bit a pixel.
  package var pixels: Pix

  package init(box: PixelBox, pixels: Pix) {
    self.box = box
    self.pixels = pixels
  }

  /// The ink of `pixels`, whose upper left corner is at (`x`, `y`) of the page, in its tight box;
  /// `nil` where there is none.
  package init?(tight pixels: Pix, x: Int, y: Int) {
    guard let inner = pixels.inkBox,
      let own = pixels.clipped(x: inner.x, y: inner.y, width: inner.width, height: inner.height)
    else { return nil }
    box = PixelBox(x: x + inner.x, y: y + inner.y, width: inner.width, height: inner.height)
    self.pixels = own
  }
}

extension Pix {
  /// The connected components of a 1-bit image (pixels that touch at a corner are connected), the
  /// topmost first.
  package func components() -> [InkComponent] {
    var images: UnsafeMutablePointer<PIXA>?
    var boxes = pixConnComp(handle, &images, 8)
    defer {
      boxaDestroy(&boxes)
      pixaDestroy(&images)
    }
    guard let boxes, let images else { return [] }
    return (0..<boxaGetCount(boxes)).compactMap { index in
      guard let box = Self.box(boxes, index),
        let pixels = Pix(adopting: pixaGetPix(images, index, Int32(L_CLONE)))
      else { return nil }
      return InkComponent(box: box, pixels: pixels)
    }
  }

  /// The boxes of the connected components, the topmost first.
  package func componentBoxes() -> [PixelBox] {
    var boxes = pixConnCompBB(handle, 8)
    defer { boxaDestroy(&boxes) }
    guard let boxes else { return [] }
    return (0..<boxaGetCount(boxes)).compactMap { Self.box(boxes, $0) }
  }

  private static func box(_ boxes: UnsafeMutablePointer<BOXA>, _ index: Int32) -> PixelBox? {
    var x: Int32 = 0
    var y: Int32 = 0
    var width: Int32 = 0
    var height: Int32 = 0
    guard boxaGetBoxGeometry(boxes, index, &x, &y, &width, &height) == 0 else { return nil }
    return PixelBox(x: Int(x), y: Int(y), width: Int(width), height: Int(height))
  }

  /// The smallest box around the set pixels; `nil` where there are none.
  package var inkBox: PixelBox? {
    var frame: UnsafeMutablePointer<BOX>?
    guard pixClipToForeground(handle, nil, &frame) == 0, let box = frame else { return nil }
    defer { boxDestroy(&frame) }
    var x: Int32 = 0
    var y: Int32 = 0
    var width: Int32 = 0
    var height: Int32 = 0
    guard boxGetGeometry(box, &x, &y, &width, &height) == 0 else { return nil }
    return PixelBox(x: Int(x), y: Int(y), width: Int(width), height: Int(height))
  }

  /// How many holes the ink encloses.
  package var holeCount: Int {
    // A frame of paper makes one background of everything outside.
    guard let framed = Pix(adopting: pixAddBorder(handle, 1, 0)),
      let holes = Pix(adopting: pixHolesByFilling(framed.handle, 4))
    else { return 0 }
    var count: Int32 = 0
    return pixCountConnComp(holes.handle, 4, &count) == 0 ? Int(count) : 0
  }

  /// Puts the pixels of `components` onto a copy of this 1-bit image.
  package func adding(_ components: [InkComponent]) -> Pix? {
    guard let copy = Pix(adopting: pixCopy(nil, handle)) else { return nil }
    for piece in components {
      pixRasterop(
        copy.handle, Int32(clamping: piece.box.x), Int32(clamping: piece.box.y),
        Int32(clamping: piece.box.width), Int32(clamping: piece.box.height),
        Int32(PIX_SRC | PIX_DST), piece.pixels.handle, 0, 0)
    }
    return copy
  }
}
