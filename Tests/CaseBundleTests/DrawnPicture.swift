import Foundation

/// A grey picture that tests draw, written as PNG without compression: previews and crops that look
/// like something when a test's bundle is opened in a browser.
struct DrawnPicture {
  let width: Int
  let height: Int
  private var pixels: [UInt8]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    pixels = Array(repeating: 255, count: width * height)
  }

  mutating func fill(x: Int, y: Int, width: Int, height: Int, grey: UInt8) {
    for row in max(0, y)..<min(self.height, y + height) {
      for column in max(0, x)..<min(self.width, x + width) {
        pixels[row * self.width + column] = grey
      }
    }
  }

  /// Bars where words would be.
  static func page(lines: Int) -> DrawnPicture {
    var picture = DrawnPicture(width: 340, height: 440)
    for line in 0..<lines {
      var x = 40
      for word in 0..<9 {
        let width = 12 + (line * 37 + word * 53) % 24
        picture.fill(x: x, y: 44 + line * 10, width: width, height: 4, grey: 90)
        x += width + 5
      }
    }
    return picture
  }

  /// A wave as a pen would draw it.
  static func scrawl() -> DrawnPicture {
    var picture = DrawnPicture(width: 360, height: 90)
    for x in 20..<340 {
      let height = 25 * sin(Double(x) / 14) * cos(Double(x) / 41)
      picture.fill(x: x, y: 42 + Int(height), width: 3, height: 4, grey: 30)
    }
    picture.fill(x: 10, y: 78, width: 340, height: 1, grey: 60)
    return picture
  }

  var png: [UInt8] {
    var rows: [UInt8] = []
    for row in 0..<height { rows += [0] + pixels[row * width..<(row + 1) * width] }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + Self.chunk("IHDR", Self.bytes(width) + Self.bytes(height) + [8, 0, 0, 0, 0])
      + Self.chunk("IDAT", Self.stored(rows)) + Self.chunk("IEND", [])
  }

  private static func chunk(_ kind: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(kind.utf8) + data
    return bytes(data.count) + body + bytes(Int(checksum(body)))
  }

  /// A zlib stream of stored blocks (RFC 1950, RFC 1951 section 3.2.4).
  private static func stored(_ data: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    var start = 0
    while start < data.count {
      let count = min(65_535, data.count - start)
      let isLast: UInt8 = start + count == data.count ? 1 : 0
      let low = UInt8(count & 255)
      let high = UInt8(count >> 8)
      stream += [isLast, low, high, ~low, ~high] + data[start..<start + count]
      start += count
    }
    var (a, b) = (1, 0)
    for byte in data {
      a = (a + Int(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return stream + bytes(b << 16 | a)
  }

  private static func checksum(_ data: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in data {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }

  private static func bytes(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
