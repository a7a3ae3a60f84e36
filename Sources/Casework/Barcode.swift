/// A barcode, a QR code or a patch code on a page.
package struct Barcode: Codable, Hashable, Sendable {
  package enum Symbology: String, Codable, Sendable, CaseIterable {
    case code39 = "code-39"
    case code128 = "code-128"
    case qr
    /// Kodak's patch codes: four bars that say one of six things.
    case patch
  }

  package var symbology: Symbology
  /// What it says; of a patch code `1`, `2`, `3`, `4`, `6` or `T`, read from left to right or from
  /// top to bottom.
  package var text: String
  /// In points of the upright page.
  package var box: Box

  package init(symbology: Symbology, text: String, box: Box) {
    self.symbology = symbology
    self.text = text
    self.box = box
  }
}
