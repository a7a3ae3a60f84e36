import Casework

/// Looks whether an attachment is, from its first byte to its last, the kind of picture or PDF that was
/// asked for, and no larger. Nothing is decoded here: the parent never does that.
enum AttachmentCheck {
  /// Pixels by which a side may pass what was asked for: boxes are rounded outwards.
  private static let slack = 4

  static func check(read attachments: [[UInt8]], page: PageSurvey, dpi: Int) throws(AnswerFault) {
    if let preview = attachments.first, !preview.isEmpty {
      // The page may have been turned.
      let side = pixels(max(page.width, page.height), dpi: dpi)
      guard let size = jpegSize(preview), size.width <= side, size.height <= side else {
        throw .nonsense("its preview is no JPEG of the size asked for")
      }
    }
    if attachments.count > 1, !attachments[1].isEmpty, !isPDF(attachments[1]) {
      throw .nonsense("its text layer is no PDF")
    }
  }

  static func check(crops: [[UInt8]], _ settings: CropSettings) throws(AnswerFault) {
    guard crops.count == settings.boxes.count else {
      throw .nonsense("it has not one picture for each box")
    }
    for (crop, box) in zip(crops, settings.boxes) where !crop.isEmpty {
      guard let size = pngSize(crop), size.width <= pixels(box.width, dpi: settings.dpi),
        size.height <= pixels(box.height, dpi: settings.dpi)
      else { throw .nonsense("a picture is no PNG of the size asked for") }
    }
  }

  static func check(copy attachments: [[UInt8]]) throws(AnswerFault) {
    guard attachments.count == 1, isPDF(attachments[0]) else {
      throw .nonsense("its copy is no PDF")
    }
  }

  private static func pixels(_ points: Double, dpi: Int) -> Int {
    Int((points * Double(dpi) / 72).rounded(.up)) + slack
  }

  /// ISO 32000-1, 7.5.2 and 7.5.5: a header at the beginning, `%%EOF` at the end.
  private static func isPDF(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: Array("%PDF-".utf8))
      && Array(bytes.suffix(8)).firstRange(of: Array("%%EOF".utf8)) != nil
  }

  /// PNG (ISO 15948): a signature, then chunks, each with its length before and a checksum behind, the
  /// first IHDR and the last IEND.
  private static func pngSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
    var offset = 8
    var size: (width: Int, height: Int)?
    while let length = number(4, at: offset, in: bytes),
      let type = number(4, at: offset + 4, in: bytes),
      offset + 12 + length <= bytes.count
    {
      if offset == 8 {
        guard type == 0x4948_4452, let width = number(4, at: 16, in: bytes),
          let height = number(4, at: 20, in: bytes)
        else { return nil }
        size = (width, height)
      }
      offset += 12 + length
      if type == 0x4945_4E44 { return offset == bytes.count ? size : nil }
    }
    return nil
  }

  /// JPEG (ITU-T T.81, annex B): marker segments from SOI to the scan, SOF with the size among them,
  /// EOI at the end.
  private static func jpegSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard bytes.starts(with: [0xFF, 0xD8]), bytes.suffix(2) == [0xFF, 0xD9] else { return nil }
    var offset = 2
    while let marker = number(2, at: offset, in: bytes), marker >= 0xFFC0,
      let length = number(2, at: offset + 2, in: bytes), length >= 2
    {
      // Baseline, extended and progressive.
      if (0xFFC0...0xFFC2).contains(marker) {
        guard let height = number(2, at: offset + 5, in: bytes),
          let width = number(2, at: offset + 7, in: bytes)
        else { return nil }
        return (width, height)
      }
      offset += 2 + length
    }
    return nil
  }

  /// A big-endian number of `count` bytes; `nil` beyond the end.
  private static func number(_ count: Int, at offset: Int, in bytes: [UInt8]) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    return bytes[offset..<(offset + count)].reduce(0) { $0 << 8 | Int($1) }
  }
}
