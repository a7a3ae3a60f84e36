/// TIFF files that tests write themselves (TIFF 6.0, baseline; samples are not compressed).
enum TIFFs {
  struct Picture {
    /// Rows of `width` bytes, 0 black.
    var grey: [UInt8]
    var width: Int
    var height: Int
    /// Dots per inch; 0 leaves the resolution out.
    var across: Int
    var down: Int
    /// 8, or 1: darker than the middle is black.
    var bits = 8
    /// Zeros are white, as fax machines write them, and not black.
    var isWhiteZero = false
    /// The bits of a byte stand from right to left.
    var isBackwards = false
    /// The rows, coded as Group 4 fax, in the place of `grey`.
    var fax: [UInt8]?
    /// Tag 0x0112; the samples are stored as it says.
    var orientation = 1
    /// How much of each sample is seen, 0 to 255: a second sample a pixel. Of 8 bits alone.
    var opacity: [UInt8]?

    fileprivate var samples: [UInt8] {
      if let fax { return fax }
      if let opacity { return zip(grey, opacity).flatMap { [$0, $1] } }
      guard bits == 1 else { return isWhiteZero ? grey.map { 255 - $0 } : grey }
      return (0..<height).flatMap { row in
        stride(from: 0, to: width, by: 8).map { column in
          (0..<8).reduce(UInt8(0)) { byte, bit in
            let at = column + bit
            let isSet = at < width && (grey[row * width + at] < 128) == isWhiteZero
            guard isSet else { return byte }
            return byte | 1 << UInt8(isBackwards ? bit : 7 - bit)
          }
        }
      }
    }
  }

  /// One directory a picture, little-endian.
  static func file(_ pictures: [Picture]) -> [UInt8] {
    var bytes: [UInt8] = Array("II".utf8) + number(42, 2) + number(0, 4)
    var link = 4
    for picture in pictures {
      let pixels = bytes.count
      bytes += picture.samples
      let byteCount = bytes.count - pixels
      if bytes.count % 2 == 1 { bytes.append(0) }
      let resolutions = bytes.count
      bytes += number(picture.across, 4) + number(1, 4) + number(picture.down, 4) + number(1, 4)
      var entries = [
        (256, 4, picture.width), (257, 4, picture.height), (258, 3, picture.bits),
        (259, 3, picture.fax == nil ? 1 : 4),
        (262, 3, picture.isWhiteZero ? 0 : 1), (266, 3, picture.isBackwards ? 2 : 1),
        (273, 4, pixels), (274, 3, picture.orientation), (277, 3, 1), (278, 4, picture.height),
        (279, 4, byteCount),
      ]
      if picture.across > 0 {
        entries += [(282, 5, resolutions), (283, 5, resolutions + 8), (296, 3, 2)]
      }
      bytes.replaceSubrange(link..<(link + 4), with: number(bytes.count, 4))
      if picture.opacity != nil {
        entries = entries.map {
          switch $0.0 {
          case 258: (258, 3, picture.bits << 16 | picture.bits)
          case 277: (277, 3, 2)
          default: $0
          }
        }
        // Samples that say how much is seen, not yet multiplied with the others.
        entries.append((338, 3, 2))
      }
      bytes += number(entries.count, 2)
      for (tag, type, value) in entries {
        let count = tag == 258 && picture.opacity != nil ? 2 : 1
        bytes += number(tag, 2) + number(type, 2) + number(count, 4) + number(value, 4)
      }
      link = bytes.count
      bytes += number(0, 4)
    }
    return bytes
  }

  private static func number(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
