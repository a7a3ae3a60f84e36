/// A picture of one bit a pixel, set where there is ink. Pixels are counted from 0, origin top left.
package struct InkBitmap: Hashable, Sendable {
  package let width: Int
  package let height: Int
  package let wordsPerRow: Int
  /// Row after row, each padded to whole words with clear bits. The highest bit of a word is its
  /// leftmost pixel.
  package var words: [UInt64]

  /// Without ink.
  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
    wordsPerRow = (width + 63) / 64
    words = [UInt64](repeating: 0, count: wordsPerRow * height)
  }

  /// - Parameter words: As many as there are pixels for; see ``words``.
  package init(width: Int, height: Int, words: [UInt64]) {
    precondition(words.count == (width + 63) / 64 * height)
    self.width = width
    self.height = height
    wordsPerRow = (width + 63) / 64
    self.words = words
  }

  package subscript(x: Int, y: Int) -> Bool {
    get { words[y * wordsPerRow + x >> 6] & Self.bit(x) != 0 }
    set {
      if newValue {
        words[y * wordsPerRow + x >> 6] |= Self.bit(x)
      } else {
        words[y * wordsPerRow + x >> 6] &= ~Self.bit(x)
      }
    }
  }

  /// The bit of column `x` within its word.
  package static func bit(_ x: Int) -> UInt64 { 1 << (63 - UInt64(x & 63)) }

  /// The first column from `x` on, in row `y`, whose ink is not `isInk`; `width` where there is none.
  package func end(ofRunAt x: Int, in y: Int, ofInk isInk: Bool) -> Int {
    let row = y * wordsPerRow
    let flip: UInt64 = isInk ? ~0 : 0
    var index = x >> 6
    var word = (words[row + index] ^ flip) & (~0 >> UInt64(x & 63))
    while word == 0 {
      index += 1
      guard index < wordsPerRow else { return width }
      word = words[row + index] ^ flip
    }
    return min(width, index << 6 + word.leadingZeroBitCount)
  }

  package mutating func fill(_ columns: Range<Int>, in y: Int) {
    for x in columns { self[x, y] = true }
  }
}

/// The ink of a page as it is kept: an ``InkBitmap`` packed into text.
///
/// The text has the lengths of runs, those of white and of ink in turn, over all rows one after the
/// other; of a row counts what differs from the row above. A length is written in groups of five
/// bits, the lowest first, one character a group; all but the last have 32 added.
package struct PageInk: Codable, Hashable, Sendable {
  /// In pixels.
  package let width: Int
  package let height: Int
  package let pointsPerPixel: Double
  private let runs: String

  /// The ink of a page is no more characters: print has some thirty thousand, the noise of a
  /// photograph many times as many, and nothing can be compared with that.
  package static let mostCharacters = 400_000
  /// More than any page has at the resolution at which ink is measured.
  package static let mostPixels = 1 << 26

  /// - Returns: `nil` for a picture that is noise, see ``mostCharacters``.
  package init?(_ bitmap: InkBitmap, pointsPerPixel: Double) {
    width = bitmap.width
    height = bitmap.height
    self.pointsPerPixel = pointsPerPixel
    var text: [UInt8] = []
    var above = [UInt64](repeating: 0, count: bitmap.wordsPerRow)
    var row = InkBitmap(width: width, height: 1)
    var (run, isInk) = (0, false)
    for y in 0..<height {
      for index in 0..<bitmap.wordsPerRow {
        let word = bitmap.words[y * bitmap.wordsPerRow + index]
        row.words[index] = word ^ above[index]
        above[index] = word
      }
      var x = 0
      while x < width {
        let end = row.end(ofRunAt: x, in: 0, ofInk: isInk)
        run += end - x
        x = end
        guard end < width else { break }
        Self.append(run, to: &text)
        (run, isInk) = (0, !isInk)
      }
      if text.count > Self.mostCharacters { return nil }
    }
    Self.append(run, to: &text)
    runs = String(decoding: text, as: UTF8.self)
  }

  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 64, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }()

  private static func append(_ length: Int, to text: inout [UInt8]) {
    var rest = length
    while rest >= 32 {
      text.append(digits[rest & 31 | 32])
      rest >>= 5
    }
    text.append(digits[rest])
  }

  /// The picture; `nil` where the text is none.
  package var bitmap: InkBitmap? {
    guard width > 0, height > 0, width <= Self.mostPixels, height <= Self.mostPixels,
      width * height <= Self.mostPixels
    else { return nil }
    var bitmap = InkBitmap(width: width, height: height)
    let total = width * height
    var (position, isInk, length, shift) = (0, false, 0, 0)
    for digit in runs.utf8 {
      let value = Int(Self.values[Int(digit)])
      guard value < 64, shift < 30 else { return nil }
      length |= (value & 31) << shift
      shift += 5
      if value & 32 != 0 { continue }
      let end = position + length
      guard end <= total else { return nil }
      if isInk {
        var start = position
        while start < end {
          let y = start / width
          let stop = min(end, (y + 1) * width)
          bitmap.fill((start - y * width)..<(stop - y * width), in: y)
          start = stop
        }
      }
      (position, isInk, length, shift) = (end, !isInk, 0, 0)
    }
    guard position == total, shift == 0 else { return nil }
    for index in bitmap.words.indices.dropFirst(bitmap.wordsPerRow) {
      bitmap.words[index] ^= bitmap.words[index - bitmap.wordsPerRow]
    }
    return bitmap
  }
}
