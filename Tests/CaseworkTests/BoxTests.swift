import Casework
import Testing

import struct Foundation.Data
import class Foundation.JSONDecoder
import class Foundation.JSONEncoder

@Suite("Boxes")
struct BoxTests {
  let box = Box(x: 10, y: 20, width: 30, height: 40)

  @Test("two boxes that overlap have the part that both cover in common")
  func intersection() {
    #expect(
      box.intersection(Box(x: 25, y: 0, width: 100, height: 30))
        == Box(x: 25, y: 20, width: 15, height: 10))
  }

  @Test(
    "boxes that only touch have nothing in common",
    arguments: [
      Box(x: 40, y: 20, width: 5, height: 5), Box(x: 10, y: 60, width: 5, height: 5),
      Box(x: 0, y: 0, width: 10, height: 100),
    ])
  func touching(other: Box) { #expect(box.intersection(other) == nil) }

  @Test("the box around several is the smallest that holds them all")
  func around() {
    let others = [Box(x: 0, y: 30, width: 5, height: 5), Box(x: 50, y: 10, width: 2, height: 80)]
    #expect(Box.around([box] + others) == Box(x: 0, y: 10, width: 52, height: 80))
    #expect(Box.around([Box]()) == nil)
  }

  @Test("insets move every side and never turn a box inside out")
  func insets() {
    #expect(box.insetBy(dx: 5, dy: -5) == Box(x: 15, y: 15, width: 20, height: 50))
    #expect(box.insetBy(dx: 50, dy: 0).width == 0)
  }

  @Test("a box is written as four numbers of one decimal place")
  func coding() throws {
    let data = try JSONEncoder().encode(Box(x: 72.04, y: 610.05, width: 239.96, height: 38))
    #expect(String(decoding: data, as: UTF8.self) == "[72,610.1,240,38]")
    let decoded = try JSONDecoder().decode(Box.self, from: data)
    #expect(decoded == Box(x: 72, y: 610.1, width: 240, height: 38))
  }

  @Test(
    "rounding is half away from zero, and never minus zero",
    arguments: [(0.05, 0.1), (-0.05, -0.1), (-0.04, 0), (2.25, 2.3), (1e15, 1e15)])
  func rounding(value: Double, rounded: Double) {
    #expect(value.roundedToTenth == rounded)
    #expect(value.roundedToTenth.sign == rounded.sign)
  }
}
