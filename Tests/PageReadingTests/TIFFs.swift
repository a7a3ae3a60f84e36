/// TIFF files that tests write themselves (TIFF 6.0, baseline, uncompressed grey).
enum TIFFs {
  struct Picture {
    /// Rows of `width` bytes, 0 black.
    var grey: [UInt8]
    var width: Int
    var height: Int
    /// Dots per inch; 0 leaves the resolution out.
    var across: Int
    var down: Int
  }

  /// One directory a picture, little-endian.
  static func file(_ pictures: [Picture]) -> [UInt8] {
    var bytes: [UInt8] = Array("II".utf8) + number(42, 2) + number(0, 4)
    var link = 4
    for picture in pictures {
      let pixels = bytes.count
      bytes += picture.grey
      if bytes.count % 2 == 1 { bytes.append(0) }
      let resolutions = bytes.count
      bytes += number(picture.across, 4) + number(1, 4) + number(picture.down, 4) + number(1, 4)
      var entries = [
        (256, 4, picture.width), (257, 4, picture.height), (258, 3, 8), (259, 3, 1), (262, 3, 1),
        (273, 4, pixels), (277, 3, 1), (278, 4, picture.height), (279, 4, picture.grey.count),
      ]
      if picture.across > 0 {
        entries += [(282, 5, resolutions), (283, 5, resolutions + 8), (296, 3, 2)]
      }
      bytes.replaceSubrange(link..<(link + 4), with: number(bytes.count, 4))
      bytes += number(entries.count, 2)
      for (tag, type, value) in entries {
        bytes += number(tag, 2) + number(type, 2) + number(1, 4) + number(value, 4)
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
