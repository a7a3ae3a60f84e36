import BlankForms
import Casework

/// A straight printed line of a blank form.
struct Stroke: Hashable {
  /// In pixels; a line that slopes fills its area from corner to corner.
  var area: PixelArea
  var inkCount: Int
}

extension InkBitmap {
  /// The horizontal lines that are at least `length` pixels long and at most `thickness` thick, the
  /// topmost first. Pieces of a line with `gap` pixels of white between them are one.
  func levelStrokes(length: Int, thickness: Int, gap: Int) -> [Stroke] {
    struct Open {
      var stroke: Stroke
      var last: Range<Int>
      var row: Int
    }
    var open: [Open] = []
    var done: [Stroke] = []
    for y in 0..<height {
      var runs: [(run: Range<Int>, ink: Int)] = []
      var x = end(ofRunAt: 0, in: y, ofInk: false)
      while x < width {
        let end = end(ofRunAt: x, in: y, ofInk: true)
        if let last = runs.last, x - last.run.upperBound <= gap {
          runs[runs.count - 1] = (last.run.lowerBound..<end, last.ink + end - x)
        } else {
          runs.append((x..<end, end - x))
        }
        x = end < width ? self.end(ofRunAt: end, in: y, ofInk: false) : width
      }
      for (run, ink) in runs where run.count >= length {
        // The next row of the same line, or the step of one that slopes.
        let match = open.lastIndex {
          $0.row >= y - 1 && $0.last.lowerBound <= run.upperBound + gap
            && run.lowerBound <= $0.last.upperBound + gap
        }
        if let match {
          let area = open[match].stroke.area
          open[match].stroke.area = PixelArea(
            x: min(area.x.lowerBound, run.lowerBound)..<max(area.x.upperBound, run.upperBound),
            y: area.y.lowerBound..<(y + 1))
          open[match].stroke.inkCount += ink
          open[match].last = run
          open[match].row = y
        } else {
          let area = PixelArea(x: run, y: y..<(y + 1))
          open.append(Open(stroke: Stroke(area: area, inkCount: ink), last: run, row: y))
        }
      }
      done += open.filter { $0.row < y - 1 }.map(\.stroke)
      open.removeAll { $0.row < y - 1 }
    }
    done += open.map(\.stroke)
    return done.filter { stroke in
      stroke.inkCount <= thickness * stroke.area.x.count
        && stroke.area.y.count <= thickness + stroke.area.x.count / 40
    }.sorted {
      ($0.area.y.lowerBound, $0.area.x.lowerBound) < ($1.area.y.lowerBound, $1.area.x.lowerBound)
    }
  }

  /// White for ink.
  var inverted: InkBitmap {
    var other = self
    for index in other.words.indices { other.words[index] = ~other.words[index] }
    if width & 63 != 0 {
      for y in 0..<height { other.words[(y + 1) * wordsPerRow - 1] &= ~(~0 >> UInt64(width & 63)) }
    }
    return other
  }
}

extension Stroke {
  var transposed: Stroke { Stroke(area: PixelArea(x: area.y, y: area.x), inkCount: inkCount) }
}
