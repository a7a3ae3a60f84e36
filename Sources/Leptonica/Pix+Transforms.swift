internal import CTesseract

/// How far the text of an image slopes.
package struct Skew: Hashable, Sendable {
  /// Degrees clockwise by which the text slopes.
  package var degrees: Double
  /// Leptonica's ratio of the best to the worst score; below about 3 there is no clear answer.
  package var confidence: Double
}

extension Pix {
  /// A copy that is black in `boxes`: left, top, width and height in pixels. `nil` where memory ran out.
  package func blackened(
    in boxes: [(x: Int, y: Int, width: Int, height: Int)]
  ) -> Pix? {
    guard let copy = Pix(adopting: pixCopy(nil, handle)) else { return nil }
    for box in boxes where box.width > 0 && box.height > 0 {
      var area = boxCreate(
        Int32(clamping: box.x), Int32(clamping: box.y), Int32(clamping: box.width),
        Int32(clamping: box.height))
      defer { boxDestroy(&area) }
      guard area != nil, pixClearInRect(copy.handle, area) == 0 else { return nil }
    }
    return copy
  }

  /// Turned clockwise by `degrees`, a multiple of 90. The resolutions across and down change
  /// places with the sides.
  package func rotated(clockwise degrees: Int) -> Pix? {
    let quarters = ((degrees / 90) % 4 + 4) % 4
    guard let turned = Pix(adopting: pixRotateOrth(handle, Int32(quarters))) else { return nil }
    let (x, y) = resolution
    turned.resolution = quarters % 2 == 0 ? (x, y) : (y, x)
    return turned
  }

  /// Left and right exchanged.
  package func mirrored() -> Pix? { Pix(adopting: pixFlipLR(nil, handle)) }

  /// Turned clockwise by a small angle about its middle. White comes in, and the image grows about
  /// its middle as far as it has to for the corners to stay on it.
  package func turned(byDegrees degrees: Double) -> Pix? {
    Pix(
      adopting: pixRotate(
        handle, Float(degrees * .pi / 180), Int32(L_ROTATE_AREA_MAP), Int32(L_BRING_IN_WHITE),
        pixGetWidth(handle), pixGetHeight(handle)))
  }

  /// Made larger or smaller; a 1-bit image becomes grey where it gets smaller.
  package func scaled(x: Double, y: Double) -> Pix? {
    guard x > 0, y > 0 else { return nil }
    let scaled =
      depth == 1 && x < 1 && x == y
      ? pixScaleToGray(handle, Float(x)) : pixScale(handle, Float(x), Float(y))
    guard let result = Pix(adopting: scaled) else { return nil }
    let (xResolution, yResolution) = resolution
    result.resolution = (
      Int((Double(xResolution) * x).rounded()), Int((Double(yResolution) * y).rounded())
    )
    return result
  }

  /// The part that starts at (`x`, `y`), clipped to the image; `nil` where nothing is left.
  package func clipped(x: Int, y: Int, width: Int, height: Int) -> Pix? {
    guard width > 0, height > 0,
      let frame = boxCreate(
        Int32(clamping: x), Int32(clamping: y), Int32(clamping: width), Int32(clamping: height))
    else { return nil }
    var box: UnsafeMutablePointer<BOX>? = frame
    defer { boxDestroy(&box) }
    return Pix(adopting: pixClipRectangle(handle, frame, nil))
  }

  /// In 8 bits of grey, without a colour table.
  package func grey() -> Pix? { Pix(adopting: pixConvertTo8(handle, 0)) }

  /// In 32 bits of colour.
  package func colour() -> Pix? { Pix(adopting: pixConvertTo32(handle)) }

  /// On white, as far as it is transparent.
  package func onWhite() -> Pix? {
    var isOpaque: Int32 = 1
    if let table = pixGetColormap(handle) { pixcmapIsOpaque(table, &isOpaque) }
    let plain =
      isOpaque != 0
      ? self : Pix(adopting: pixRemoveColormap(handle, Int32(REMOVE_CMAP_WITH_ALPHA)))
    return plain.flatMap { Pix(adopting: pixRemoveAlpha($0.handle)) }
  }

  /// The slope of the text of an 8-bit image, looked for within 7 degrees each way; `nil` where
  /// there is no text to tell it from.
  package func skew() -> Skew? {
    guard depth == 8 else { return nil }
    let even = Pix(adopting: pixBackgroundNormSimple(handle, nil, nil)) ?? self
    guard let binary = Pix(adopting: pixThresholdToBinary(even.handle, 160)) else { return nil }
    var angle: Float = 0
    var confidence: Float = 0
    guard pixFindSkew(binary.handle, &angle, &confidence) == 0, confidence > 0 else { return nil }
    // Leptonica gives the clockwise turn that would level the text.
    return Skew(degrees: -Double(angle), confidence: Double(confidence))
  }

  /// Whether any pixel is clearly coloured, and not only tinted as yellowed paper is: more than
  /// one in a thousand has 40 or more levels between its highest and lowest component.
  package var hasColour: Bool {
    guard depth == 32 else { return false }
    var pixelFraction: Float = 0
    var colourFraction: Float = 0
    guard
      pixColorFraction(handle, 20, 235, 40, 4, &pixelFraction, &colourFraction) == 0
    else { return false }
    return pixelFraction * colourFraction > 0.001
  }
}
