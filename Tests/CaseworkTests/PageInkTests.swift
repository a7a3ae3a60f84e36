import Casework
import Foundation
import TestSupport
import Testing

@Suite("Ink of a page")
struct PageInkTests {
  static let widths = [1, 63, 64, 65, 1275]

  /// As it comes back from a file.
  func kept(_ bitmap: InkBitmap) throws -> PageInk {
    let ink = try #require(PageInk(bitmap, pointsPerPixel: 0.48))
    let read = try JSONDecoder().decode(PageInk.self, from: JSONEncoder().encode(ink))
    #expect(read == ink)
    return read
  }

  func ink(width: Int, height: Int, runs: String) throws -> PageInk {
    let object: [String: Any] = [
      "width": width, "height": height, "pointsPerPixel": 0.5, "runs": runs,
    ]
    return try JSONDecoder().decode(
      PageInk.self, from: JSONSerialization.data(withJSONObject: object))
  }

  func runs(of ink: PageInk) throws -> String {
    let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(ink))
    return try #require((object as? [String: Any])?["runs"] as? String)
  }

  @Test(
    "what is packed is unpacked as it was", arguments: widths, [0.02, 0.3, 0.5, 0.97])
  func random(width: Int, density: Double) throws {
    var dice = Dice(seed: UInt64(width) * 100 + UInt64(density * 100))
    let bitmap = InkBitmap.random(width: width, height: 37, density: density, using: &dice)
    let ink = try kept(bitmap)
    #expect(ink.width == width && ink.height == 37 && ink.pointsPerPixel == 0.48)
    #expect(ink.bitmap == bitmap)
  }

  @Test("so are white, black and lines that run in every direction", arguments: widths)
  func lines(width: Int) throws {
    let height = 70
    func picture(_ isInk: (Int, Int) -> Bool) -> InkBitmap {
      var bitmap = InkBitmap(width: width, height: height)
      for y in 0..<height {
        for x in 0..<width where isInk(x, y) { bitmap[x, y] = true }
      }
      return bitmap
    }
    let pictures = [
      picture { _, _ in false }, picture { _, _ in true }, picture { _, y in y % 9 == 0 },
      picture { x, _ in x % 9 == 0 || x == width - 1 }, picture { x, y in x == y },
      picture { x, y in x == width - 1 && y == height - 1 }, picture { x, y in x == 0 && y == 0 },
    ]
    for picture in pictures {
      let bitmap = try kept(picture).bitmap
      #expect(bitmap == picture)
    }
  }

  @Test("a run over a whole large page is kept, and in a few characters")
  func longRuns() throws {
    var page = InkBitmap(width: 2550, height: 3300)
    let white = try kept(page)
    #expect(white.bitmap == page)
    #expect(try runs(of: white).utf8.count < 8)
    page[2549, 3299] = true
    #expect(try kept(page).bitmap == page)
  }

  @Test("noise is not kept")
  func noise() {
    var dice = Dice(seed: 3)
    let bitmap = InkBitmap.random(width: 1275, height: 1650, density: 0.5, using: &dice)
    #expect(PageInk(bitmap, pointsPerPixel: 0.48) == nil)
  }

  /// Ten by ten pixels without ink: the length 100 in two groups, of 4 and of 3.
  static let white = "kD"

  @Test("the format is as it is described")
  func format() throws {
    let empty = InkBitmap(width: 10, height: 10)
    #expect(try ink(width: 10, height: 10, runs: Self.white).bitmap == empty)
    #expect(try runs(of: kept(empty)) == Self.white)
    // Three white, two of ink; the next row is as the one above.
    var pair = InkBitmap(width: 5, height: 2)
    for y in 0...1 { pair.fill(3..<5, in: y) }
    #expect(try ink(width: 5, height: 2, runs: "DCF").bitmap == pair)
  }

  @Test(
    "text that is no picture gives none",
    arguments: [
      "", "k", "D", "kC", "kE", "kDB", "kDAB", "kDk", "k!", "k D", "kDé", "kD\u{0}", "gggggggA",
      "________", "______B", "-----B",
    ])
  func damaged(runs: String) throws {
    #expect(try ink(width: 10, height: 10, runs: runs).bitmap == nil)
  }

  static let wrongSizes: [(Int, Int)] = [
    (9, 10), (10, 9), (11, 10), (10, 11), (0, 10), (10, 0), (0, 0), (-1, 10), (10, -1),
    (-10, -10), (Int.max, 10), (10, Int.max), (Int.max, Int.max), (Int.min, Int.min),
    (1 << 40, 1 << 40), (1 << 32, 1 << 32), (1 << 26, 2), (2, 1 << 26),
  ]

  @Test("sizes that are not the picture's, or no page's, give none", arguments: wrongSizes)
  func wrongSize(width: Int, height: Int) throws {
    #expect(try ink(width: width, height: height, runs: Self.white).bitmap == nil)
  }

  @Test("text with a part missing at its end is never a picture")
  func shortened() throws {
    var dice = Dice(seed: 5)
    let bitmap = InkBitmap.random(width: 65, height: 9, density: 0.2, using: &dice)
    let text = try runs(of: kept(bitmap))
    for count in 0..<text.utf8.count {
      let part = try ink(width: 65, height: 9, runs: String(text.prefix(count)))
      #expect(part.bitmap == nil, "\(count) of \(text.utf8.count) characters")
    }
  }

  @Test("whatever the text is, there is a picture of its size without ink beyond its edge, or none")
  func tampered() throws {
    var dice = Dice(seed: 7)
    let (width, height) = (65, 9)
    let text = try Array(
      runs(
        of: kept(.random(width: width, height: height, density: 0.2, using: &dice))
      ).utf8)
    let alphabet = Array("ABCDEFGHIJKghijk_-!~".utf8)
    var (pictures, refusals) = (0, 0)
    for _ in 0..<3000 {
      var damaged = text
      // Two characters beside each other that change places leave most sums as they were.
      if Bool.random(using: &dice) {
        let index = Int.random(in: 1..<damaged.count, using: &dice)
        damaged.swapAt(index - 1, index)
      } else {
        let index = Int.random(in: 0..<damaged.count, using: &dice)
        damaged[index] = alphabet.randomElement(using: &dice) ?? 33
      }
      let read = try ink(
        width: width, height: height, runs: String(decoding: damaged, as: UTF8.self))
      guard let bitmap = read.bitmap else {
        refusals += 1
        continue
      }
      pictures += 1
      let beyond = stride(from: 1, to: bitmap.words.count, by: 2).map { bitmap.words[$0] << 1 }
      #expect(bitmap.width == width && bitmap.height == height)
      #expect(beyond.allSatisfy { $0 == 0 })
    }
    #expect(pictures > 0 && refusals > 0)
  }
}
