import Casework
import Leptonica
import Testing

@testable import PageReading

struct InkAnalysisTests {
  @Test func `an empty page has neither rules nor marks`() {
    let ink = Canvas().analysis()
    #expect(ink.rules.isEmpty)
    #expect(ink.marks.isEmpty)
    #expect(ink.inkCoverage == 0)
  }

  @Test(arguments: [0.0, 1.0, -1.0, 2.0])
  func `finds a ruled line however the sheet lies`(slope: Double) throws {
    var canvas = Canvas()
    canvas.line(from: (100, 400), to: (400, 400 + 300 * tangent(slope)), width: 1)
    let ink = canvas.analysis()
    let rule = try #require(ink.rules.first)
    #expect(ink.rules.count == 1)
    #expect(rule.direction == .horizontal)
    #expect(abs(rule.box.x - 100) < 4 && abs(rule.box.maxX - 400) < 4)
    #expect(ink.marks.isEmpty)
  }

  @Test func `joins a broken line and keeps two columns apart`() {
    var canvas = Canvas()
    canvas.line(from: (72, 300), to: (180, 300), width: 1)
    canvas.line(from: (188, 300), to: (300, 300), width: 1)
    canvas.line(from: (360, 300), to: (540, 300), width: 1)
    #expect(canvas.analysis().rules.map { Int($0.box.width.rounded()) }.count == 2)
  }

  @Test func `a scribble over a line is one mark, the line a rule`() throws {
    var canvas = Canvas()
    canvas.line(from: (72, 400), to: (340, 400), width: 1)
    canvas.scribble(x: 100, y: 370, width: 140, height: 36)
    let ink = canvas.analysis()
    #expect(ink.rules.count == 1)
    let mark = try #require(ink.marks.first)
    #expect(ink.marks.count == 1)
    #expect(abs(mark.box.x - 100) < 12 && abs(mark.box.maxX - 240) < 12)
    #expect(abs(mark.box.height - 36) < 5)
    #expect(mark.strokeWidth > 0.7 && mark.strokeWidth < 2.5)
  }

  @Test func `finds upright lines`() {
    var canvas = Canvas()
    canvas.line(from: (200, 200), to: (200, 400), width: 1)
    #expect(canvas.analysis().rules.map(\.direction) == [.vertical])
  }

  @Test func `words that were surely read are no marks, unsure ones are`() {
    var canvas = Canvas()
    let words = (0..<8).map { canvas.word(x: 80 + 50 * Double($0), y: 200, confidence: 0.95) }
    #expect(canvas.analysis(words: words).marks.isEmpty)
    var unsure = words
    for index in unsure.indices { unsure[index].confidence = 0.2 }
    #expect(!canvas.analysis(words: unsure).marks.isEmpty)
  }

  @Test func `ink that sticks out of a word's box stays`() throws {
    var canvas = Canvas()
    let words = (0..<8).map { canvas.word(x: 80 + 50 * Double($0), y: 200, confidence: 0.95) }
    canvas.scribble(x: 120, y: 165, width: 120, height: 50)
    let mark = try #require(canvas.analysis(words: words).marks.max { $0.inkArea < $1.inkArea })
    #expect(mark.box.y < 170)
    #expect(mark.box.width > 90)
  }

  @Test func `a ring is one mark with its size and its hole`() throws {
    var canvas = Canvas()
    canvas.ring(x: 300, y: 400, radius: 50, width: 1.2)
    let mark = try #require(canvas.analysis().marks.first)
    #expect(abs(mark.box.width - 101) < 3 && abs(mark.box.height - 101) < 3)
    #expect(mark.pieceCount == 1)
    #expect(mark.eulerNumber == 0)
    #expect(mark.largestPieceWidth > 95)
  }

  @Test func `punch holes, edge shadows and specks are dirt`() {
    var canvas = Canvas()
    canvas.disc(x: 25, y: 250, radius: 9)
    canvas.disc(x: 25, y: 560, radius: 9)
    canvas.fill(x: 0, y: 0, width: 4, height: 792)
    for step in 0..<20 {
      canvas.fill(x: 100 + Double(step) * 20, y: 300 + Double(step) * 7, width: 0.5, height: 0.5)
    }
    let ink = canvas.analysis()
    #expect(ink.marks.isEmpty)
    #expect(ink.inkCoverage < 0.0005)
  }

  @Test func `a solid disc in the middle of the page is a mark`() {
    var canvas = Canvas()
    canvas.disc(x: 300, y: 400, radius: 9)
    #expect(canvas.analysis().marks.count == 1)
  }

  @Test func `two signatures far apart are two marks`() {
    var canvas = Canvas()
    canvas.scribble(x: 80, y: 300, width: 120, height: 30)
    canvas.scribble(x: 80, y: 500, width: 120, height: 30)
    #expect(canvas.analysis().marks.count == 2)
  }

  @Test func `light ink on shaded paper is ink`() throws {
    var canvas = Canvas(paper: 215)
    canvas.ink = 150
    canvas.scribble(x: 100, y: 370, width: 140, height: 36)
    let mark = try #require(canvas.analysis().marks.first)
    #expect(mark.darkness < 0.6)
  }

  @Test func `says how coloured a mark is`() throws {
    var canvas = Canvas()
    canvas.scribble(x: 100, y: 300, width: 140, height: 36)
    let grey = try #require(canvas.analysis(inColour: (0, 0, 0)).marks.first)
    let blue = try #require(canvas.analysis(inColour: (30, 40, 180)).marks.first)
    #expect(grey.saturation < 0.1)
    #expect(blue.saturation > 0.3)
  }

  @Test(arguments: [75, 150, 200, 300])
  func `measures alike at any resolution`(dotsPerInch: Int) throws {
    var canvas = Canvas(dotsPerInch: dotsPerInch)
    canvas.line(from: (72, 400), to: (340, 400), width: 1)
    canvas.scribble(x: 100, y: 300, width: 140, height: 36)
    let ink = canvas.analysis()
    #expect(ink.rules.count == 1)
    let mark = try #require(ink.marks.first)
    #expect(abs(mark.box.x - 100) < 12 && abs(mark.box.maxX - 240) < 12)
  }

  @Test func `rows of writing that are near are marks of their own`() {
    var canvas = Canvas()
    canvas.scribble(x: 100, y: 300, width: 140, height: 20)
    canvas.scribble(x: 110, y: 322, width: 120, height: 12)
    let marks = canvas.analysis().marks
    #expect(marks.count == 2)
    #expect(marks.allSatisfy { $0.box.height < 23 })
  }

  @Test func `what a ring holds stays with it`() {
    var canvas = Canvas()
    canvas.ring(x: 300, y: 400, radius: 45, width: 1.5)
    canvas.scribble(x: 266, y: 382, width: 68, height: 12)
    canvas.scribble(x: 266, y: 404, width: 68, height: 12)
    #expect(canvas.analysis().marks.count == 1)
  }

  @Test func `an embossed seal shows in its relief, and print and plain paper do not`() throws {
    var canvas = Canvas(paper: 236)
    canvas.grain()
    canvas.emboss(x: 380, y: 500, radius: 50, by: 14)
    let found = canvas.analysis().impressions
    let seal = try #require(found.first)
    #expect(found.count == 1)
    #expect(abs(seal.midX - 380) < 8 && abs(seal.midY - 500) < 8)
    #expect((85...120).contains(seal.width))

    var plain = Canvas(paper: 236)
    plain.grain()
    for row in 0..<12 {
      for x in 0..<12 {
        _ = plain.word(x: 72 + 34 * Double(x), y: 200 + 14 * Double(row), confidence: 1)
      }
    }
    #expect(plain.analysis().impressions.isEmpty)
  }
}

private func tangent(_ degrees: Double) -> Double {
  degrees * .pi / 180
}
