internal import CTesseract

extension Pix {
  /// Where a 32-bit image is clearly coloured: components at least `difference` levels apart.
  package func colouredPixels(difference: Int) -> Pix? {
    guard depth == 32 else { return nil }
    return Pix(adopting: pixMaskOverColorPixels(handle, Int32(clamping: difference), 1))
  }

  /// The mean grey value, 0 (black) to 255, of an 8-bit image under `piece`; `nil` without pixels.
  package func meanGrey(under piece: InkComponent) -> Double? {
    var mean: Float = 0
    let status = pixGetAverageMasked(
      handle, piece.pixels.handle, Int32(clamping: piece.box.x), Int32(clamping: piece.box.y), 1,
      Int32(L_MEAN_ABSVAL), &mean)
    return status == 0 ? Double(mean) : nil
  }

  /// The saturation of the mean colour, 0 to 1, of a 32-bit image under `piece`.
  package func saturation(under piece: InkComponent) -> Double? {
    var red: Float = 0
    var green: Float = 0
    var blue: Float = 0
    let status = pixGetAverageMaskedRGB(
      handle, piece.pixels.handle, Int32(clamping: piece.box.x), Int32(clamping: piece.box.y), 1,
      Int32(L_MEAN_ABSVAL), &red, &green, &blue)
    let highest = max(red, green, blue)
    guard status == 0, highest > 0 else { return nil }
    return Double((highest - min(red, green, blue)) / highest)
  }
}
