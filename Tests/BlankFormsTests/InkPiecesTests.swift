import BlankForms
import Casework
import TestSupport
import Testing

/// The operations on whole words of pixels, against ones that look at each pixel.
@Suite("Operations on ink")
struct InkPiecesTests {
  static let widths = [1, 2, 63, 64, 65, 127, 128, 130, 200]

  func pictures(width: Int, height: Int = 40) -> [InkBitmap] {
    var dice = Dice(seed: UInt64(width))
    return [0.03, 0.25, 0.6].map {
      .random(width: width, height: height, density: $0, using: &dice)
    }
  }

  func isInk(_ picture: InkBitmap, _ x: Int, _ y: Int) -> Bool {
    (0..<picture.width).contains(x) && (0..<picture.height).contains(y) && picture[x, y]
  }

  func picture(width: Int, height: Int, _ isInk: (Int, Int) -> Bool) -> InkBitmap {
    var picture = InkBitmap(width: width, height: height)
    for y in 0..<height {
      for x in 0..<width where isInk(x, y) { picture[x, y] = true }
    }
    return picture
  }

  @Test("a part is cut out, from within and from over the edges, moved or not", arguments: widths)
  func cut(width: Int) {
    let areas = [
      PixelArea(x: 0..<width, y: 0..<40), PixelArea(x: (width / 3)..<width, y: 7..<31),
      PixelArea(x: -70..<(width + 70), y: -5..<50), PixelArea(x: -3..<1, y: 38..<45),
      PixelArea(x: (width - 1)..<(width + 64), y: 0..<3), PixelArea(x: -200..<(-100), y: 0..<4),
    ]
    for whole in pictures(width: width) {
      for area in areas {
        for (right, down) in [(0, 0), (1, -1), (-7, 7), (63, 2), (-64, 0), (65, -39)] {
          let naive = picture(width: area.x.count, height: area.y.count) { x, y in
            isInk(whole, area.x.lowerBound + right + x, area.y.lowerBound + down + y)
          }
          let part = whole.cut(area, offset: (right, down))
          #expect(part == naive, "\(area) of \(width), moved by \(right), \(down)")
        }
      }
    }
  }

  @Test("ink grows to squares, and not over the edges", arguments: widths)
  func grown(width: Int) {
    for whole in pictures(width: width) {
      for radius in [0, 1, 2, 3, 7, 12] {
        let naive = picture(width: width, height: whole.height) { x, y in
          (-radius...radius).contains { down in
            (-radius...radius).contains { isInk(whole, x + $0, y + down) }
          }
        }
        #expect(whole.grown(by: radius) == naive, "\(width) wide, by \(radius)")
      }
    }
  }

  @Test("what is in both, what is in one alone, how much, and rows for columns", arguments: widths)
  func combined(width: Int) {
    let pictures = pictures(width: width)
    for one in pictures {
      for two in pictures {
        let both = picture(width: width, height: 40) { one[$0, $1] && two[$0, $1] }
        let alone = picture(width: width, height: 40) { one[$0, $1] && !two[$0, $1] }
        #expect(one.intersection(two) == both)
        #expect(one.subtracting(two) == alone)
      }
      let count = (0..<40).reduce(0) { sum, y in sum + (0..<width).count { one[$0, y] } }
      #expect(one.inkCount == count)
      #expect(one.transposed == picture(width: 40, height: width) { one[$1, $0] })
    }
  }

  struct Piece: Hashable {
    var area: PixelArea
    var inkCount: Int
    var inkInside: Int
  }

  func pieces(of picture: InkBitmap, inside: PixelArea? = nil) -> [Piece] {
    picture.pieces(inside: inside).map {
      Piece(area: $0.area, inkCount: $0.inkCount, inkInside: $0.inkInside)
    }
  }

  /// By walking from pixel to pixel.
  func naivePieces(of picture: InkBitmap, inside: PixelArea) -> [Piece] {
    var left = picture
    var found: [Piece] = []
    for y in 0..<picture.height {
      for x in 0..<picture.width where left[x, y] {
        var (open, pixels) = ([(x, y)], [(x: Int, y: Int)]())
        left[x, y] = false
        while let (x, y) = open.popLast() {
          pixels.append((x, y))
          for down in -1...1 {
            for right in -1...1 where isInk(left, x + right, y + down) {
              left[x + right, y + down] = false
              open.append((x + right, y + down))
            }
          }
        }
        let (xs, ys) = (pixels.map(\.x).sorted(), pixels.map(\.y).sorted())
        found.append(
          Piece(
            area: PixelArea(x: xs[0]..<(xs[xs.count - 1] + 1), y: ys[0]..<(ys[ys.count - 1] + 1)),
            inkCount: pixels.count,
            inkInside: pixels.count { inside.x.contains($0.x) && inside.y.contains($0.y) }))
      }
    }
    return found
  }

  @Test("pieces are the pixels that touch each other, corners counted", arguments: widths)
  func pieces(width: Int) {
    let areas = [
      PixelArea(x: 0..<width, y: 0..<40), PixelArea(x: (width / 4)..<(width / 2), y: 10..<20),
      PixelArea(x: -9..<3, y: 30..<99),
    ]
    for whole in pictures(width: width) {
      for area in areas {
        let found = pieces(of: whole, inside: area)
        let naive = naivePieces(of: whole, inside: area)
        #expect(found.count == naive.count)
        #expect(Set(found) == Set(naive))
        let tops = found.map(\.area.y.lowerBound)
        #expect(tops == tops.sorted(), "the topmost first")
      }
      #expect(Set(pieces(of: whole)) == Set(naivePieces(of: whole, inside: whole.area)))
    }
  }

  @Test("what winds about itself is one piece, what lies within and does not touch another")
  func winding() {
    let rows = [
      "#########", "#.......#", "#.#####.#", "#.#...#.#", "#.#.#.#.#", "#.#...#.#", "#.##.##.#",
      "#.......#", "#########",
    ].map(Array.init)
    let drawn = picture(width: 9, height: 9) { rows[$1][$0] == "#" }
    let areas = drawn.pieces().map(\.area)
    #expect(
      areas == [
        PixelArea(x: 0..<9, y: 0..<9), PixelArea(x: 2..<7, y: 2..<7), PixelArea(x: 4..<5, y: 4..<5),
      ])
  }
}
