package import Casework
import Foundation

/// A map of the plane onto itself that keeps lines straight and parallels parallel: what a scanner, a
/// copier's zoom or a sheet that was put in askew makes of a page.
package struct PlaneMap: Hashable, Sendable {
  /// `x' = a x + b y + c`, `y' = d x + e y + f`.
  package var a, b, c, d, e, f: Double

  package struct Point: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }

    func distance(to other: Point) -> Double { hypot(x - other.x, y - other.y) }
  }

  package func callAsFunction(_ point: Point) -> Point {
    Point(x: a * point.x + b * point.y + c, y: d * point.x + e * point.y + f)
  }

  /// The smallest upright box around what `box` becomes.
  package func callAsFunction(_ box: Box) -> Box {
    let corners = [(box.x, box.y), (box.maxX, box.y), (box.x, box.maxY), (box.maxX, box.maxY)]
      .map { self(Point(x: $0.0, y: $0.1)) }
    let (xs, ys) = (corners.map(\.x).sorted(), corners.map(\.y).sorted())
    return Box(x: xs[0], y: ys[0], width: xs[3] - xs[0], height: ys[3] - ys[0])
  }

  /// The map that turns, scales evenly and moves, taking two points to two others; `nil` where they
  /// are one.
  init?(from one: (Point, Point), to two: (Point, Point)) {
    let (dx, dy) = (one.1.x - one.0.x, one.1.y - one.0.y)
    let (toX, toY) = (two.1.x - two.0.x, two.1.y - two.0.y)
    let square = dx * dx + dy * dy
    guard square > 0 else { return nil }
    let cosine = (dx * toX + dy * toY) / square
    let sine = (dx * toY - dy * toX) / square
    self.init(
      a: cosine, b: -sine, c: two.0.x - cosine * one.0.x + sine * one.0.y,
      d: sine, e: cosine, f: two.0.y - sine * one.0.x - cosine * one.0.y)
  }

  /// The map for which the squares of what is left between `pairs` are least in sum; `nil` where they
  /// lie on a line.
  init?(fitting pairs: [(from: Point, to: Point)]) {
    guard pairs.count >= 3 else { return nil }
    let count = Double(pairs.count)
    let from = Point(
      x: pairs.reduce(0) { $0 + $1.from.x } / count, y: pairs.reduce(0) { $0 + $1.from.y } / count)
    let to = Point(
      x: pairs.reduce(0) { $0 + $1.to.x } / count, y: pairs.reduce(0) { $0 + $1.to.y } / count)
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    var (xu, yu, xv, yv) = (0.0, 0.0, 0.0, 0.0)
    for pair in pairs {
      let (x, y) = (pair.from.x - from.x, pair.from.y - from.y)
      let (u, v) = (pair.to.x - to.x, pair.to.y - to.y)
      xx += x * x
      xy += x * y
      yy += y * y
      xu += x * u
      yu += y * u
      xv += x * v
      yv += y * v
    }
    let determinant = xx * yy - xy * xy
    guard determinant > 1e-6 * (xx + yy) * (xx + yy) else { return nil }
    let (a, b) = ((xu * yy - yu * xy) / determinant, (yu * xx - xu * xy) / determinant)
    let (d, e) = ((xv * yy - yv * xy) / determinant, (yv * xx - xv * xy) / determinant)
    self.init(
      a: a, b: b, c: to.x - a * from.x - b * from.y, d: d, e: e, f: to.y - d * from.x - e * from.y)
  }

  private init(a: Double, b: Double, c: Double, d: Double, e: Double, f: Double) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.e = e
    self.f = f
  }

  /// The map back; `nil` where the plane becomes a line.
  var inverse: PlaneMap? {
    let determinant = a * e - b * d
    guard abs(determinant) > 1e-9 else { return nil }
    return PlaneMap(
      a: e / determinant, b: -b / determinant, c: (b * f - c * e) / determinant,
      d: -d / determinant, e: a / determinant, f: (c * d - a * f) / determinant)
  }

  /// Whether it may be what a scanner does: it turns little, and scales both ways alike within what a
  /// fax machine's rounding and a copier's zoom make.
  var isOfScan: Bool {
    let (across, down) = (hypot(a, d), hypot(b, e))
    let scales = RegistrationThresholds.scales
    return scales.contains(across) && scales.contains(down)
      && RegistrationThresholds.aspects.contains(across / down) && a > 0 && e > 0
      && abs(d) < RegistrationThresholds.steepest * a
      && abs(a * b + d * e) < RegistrationThresholds.steepest * across * down
  }
}
