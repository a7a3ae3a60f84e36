internal import CTesseract

/// What is wrong with a picture of which not all pixels could be decoded.
package enum PictureDamage: Hashable, Sendable {
  /// Its data stop before its last row.
  case endsEarly
  /// Some of its data make no sense.
  case isDamaged
}

extension PictureDamage {
  /// Of a JPEG file of `width` by `height` pixels, as what holds it says; `nil` where every row can be
  /// decoded. Decoded at an eighth of its size, which takes all of its data and little time.
  package init?(jpeg: [UInt8], width: Int, height: Int) {
    var (storedWidth, storedHeight): (Int32, Int32) = (0, 0)
    guard
      readHeaderMemJpeg(jpeg, jpeg.count, &storedWidth, &storedHeight, nil, nil, nil) == 0
    else {
      self = .isDamaged
      return
    }
    var warnings: Int32 = 0
    let picture = Pix(
      adopting: pixReadMemJpeg(
        jpeg, jpeg.count, 0, 8, &warnings, Int32(L_JPEG_CONTINUE_WITH_BAD_DATA)))
    if picture != nil, warnings == 0 {
      guard Int(storedHeight) < height else { return nil }
      self = .endsEarly
      return
    }
    self = Self.hasEnd(jpeg) ? .isDamaged : .endsEarly
  }

  /// Whether the marker of the end stands where the data end; scanners add a few bytes.
  static func hasEnd(_ jpeg: [UInt8]) -> Bool {
    let tail = jpeg.suffix(64)
    return zip(tail, tail.dropFirst()).contains { $0 == 0xFF && $1 == 0xD9 }
  }
}

/// Fax data without a file around them (ITU-T T.4 and T.6), as a PDF holds them.
package struct FaxData {
  package var bytes: [UInt8]
  package var width: Int
  package var height: Int
  /// As the PDF parameter: below zero Group 4, zero Group 3 in one dimension, above it in two.
  package var k: Int
  /// Every row begins with a whole byte.
  package var isByteAligned: Bool

  package init(bytes: [UInt8], width: Int, height: Int, k: Int, isByteAligned: Bool) {
    self.bytes = bytes
    self.width = width
    self.height = height
    self.k = k
    self.isByteAligned = isByteAligned
  }

  /// `nil` where every row can be decoded, or where libtiff does not know this kind of rows: those
  /// that nothing separates, and Group 4 in whole bytes.
  package var damage: PictureDamage? {
    guard let compression, width > 0, height > 0 else { return nil }
    let file = tiff(compression)
    return TIFFMessages.during { Pix(adopting: pixReadMemTiff(file, file.count, 0)) }.damage
  }

  /// The value of the tag 259 (TIFF 6.0, sections 10 and 11).
  private var compression: Int? {
    if k < 0 { return isByteAligned ? nil : 4 }
    if bytes.starts(with: [0, 0]) || bytes.starts(with: [0]) && (bytes.dropFirst().first ?? 0) < 32
    {
      return 3
    }
    return k == 0 && isByteAligned ? 2 : nil
  }

  /// A file of one strip, little-endian.
  private func tiff(_ compression: Int) -> [UInt8] {
    let header = 8
    var entries = [
      (256, width), (257, height), (258, 1), (259, compression), (262, 0),
      (273, header), (277, 1), (278, height), (279, bytes.count),
    ]
    if compression == 3 { entries.append((292, (k > 0 ? 1 : 0) | (isByteAligned ? 4 : 0))) }
    var file = Array("II".utf8) + number(42, 2) + number(header + bytes.count, 4) + bytes
    file += number(entries.count, 2)
    for (tag, value) in entries {
      // A number of four bytes.
      file += number(tag, 2) + number(4, 2) + number(1, 4) + number(value, 4)
    }
    return file + number(0, 4)
  }

  private func number(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
