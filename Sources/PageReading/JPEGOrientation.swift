internal import Foundation
internal import Leptonica

/// How the pixels of a JPEG file have to be turned to be seen as they were taken (tag 0x0112,
/// TIFF 6.0 section 8, carried in Exif).
enum JPEGOrientation: Int {
  case upright = 1
  case mirrored = 2
  case upsideDown = 3
  case mirroredUpsideDown = 4
  case transposed = 5
  case quarterClockwise = 6
  case transverse = 7
  case quarterAnticlockwise = 8

  /// The orientation that the file at `path` states; `upright` where it states none.
  init(path: String) {
    // Exif stands in the first segment of 64 KiB or soon after it.
    let head = FileHandle(forReadingAtPath: path).flatMap { try? $0.read(upToCount: 1 << 17) }
    self = head.flatMap { Self(head: Array($0)) } ?? .upright
  }

  init?(head: [UInt8]) {
    guard head.starts(with: [0xFF, 0xD8]) else { return nil }
    var offset = 2
    // Segments: FF, marker, length with itself, content. FFDA begins the pixels.
    while offset + 4 <= head.count, head[offset] == 0xFF, head[offset + 1] != 0xDA {
      let length = Int(head[offset + 2]) << 8 | Int(head[offset + 3])
      let content = head[min(offset + 4, head.count)..<min(offset + 2 + max(length, 2), head.count)]
      if head[offset + 1] == 0xE1, content.starts(with: Array("Exif\0\0".utf8)),
        let value = Self.tag(in: Array(content.dropFirst(6)))
      {
        self.init(rawValue: value)
        return
      }
      offset += 2 + max(length, 2)
    }
    return nil
  }

  /// The value of tag 0x0112 in the first directory of the TIFF structure `bytes`.
  private static func tag(in bytes: [UInt8]) -> Int? {
    let isLittleEndian = bytes.starts(with: Array("II".utf8))
    guard isLittleEndian || bytes.starts(with: Array("MM".utf8)) else { return nil }
    func number(at offset: Int, size: Int) -> Int? {
      guard offset >= 0, offset + size <= bytes.count else { return nil }
      let slice = bytes[offset..<(offset + size)]
      return (isLittleEndian ? Array(slice.reversed()) : Array(slice)).reduce(0) {
        $0 << 8 | Int($1)
      }
    }
    guard let directory = number(at: 4, size: 4), let count = number(at: directory, size: 2) else {
      return nil
    }
    for entry in 0..<count {
      let offset = directory + 2 + 12 * entry
      if number(at: offset, size: 2) == 0x0112 { return number(at: offset + 8, size: 2) }
    }
    return nil
  }

  func apply(to image: Pix) -> Pix? {
    switch self {
    case .upright: image
    case .mirrored: image.mirrored()
    case .upsideDown: image.rotated(clockwise: 180)
    case .mirroredUpsideDown: image.mirrored()?.rotated(clockwise: 180)
    case .transposed: image.mirrored()?.rotated(clockwise: 270)
    case .quarterClockwise: image.rotated(clockwise: 90)
    case .transverse: image.mirrored()?.rotated(clockwise: 90)
    case .quarterAnticlockwise: image.rotated(clockwise: 270)
    }
  }
}
