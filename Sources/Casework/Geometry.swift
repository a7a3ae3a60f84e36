/// A rectangle on a page, in points (1/72 inch) of the upright page, origin top left, y downwards.
///
/// Encoded as `[x, y, width, height]`, rounded to a tenth of a point so that the same page gives
/// the same bytes.
package struct Box: Hashable, Sendable {
  package var x: Double
  package var y: Double
  package var width: Double
  package var height: Double

  package init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  package var maxX: Double { x + width }
  package var maxY: Double { y + height }
  package var midX: Double { x + width / 2 }
  package var midY: Double { y + height / 2 }
  package var area: Double { width * height }

  package func intersection(_ other: Box) -> Box? {
    let left = max(x, other.x)
    let top = max(y, other.y)
    let right = min(maxX, other.maxX)
    let bottom = min(maxY, other.maxY)
    guard right > left, bottom > top else { return nil }
    return Box(x: left, y: top, width: right - left, height: bottom - top)
  }

  package func union(_ other: Box) -> Box {
    let left = min(x, other.x)
    let top = min(y, other.y)
    return Box(
      x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }

  /// The smallest box around all of `boxes`; `nil` where there are none.
  package static func around(_ boxes: some Sequence<Box>) -> Box? {
    boxes.reduce(nil) { $0?.union($1) ?? $1 }
  }

  /// Shrunk by `dx` on the left and right and by `dy` above and below (grown where negative).
  package func insetBy(dx: Double, dy: Double) -> Box {
    Box(x: x + dx, y: y + dy, width: max(0, width - 2 * dx), height: max(0, height - 2 * dy))
  }

  /// As it is written.
  package var roundedToTenth: Box {
    Box(
      x: x.roundedToTenth, y: y.roundedToTenth, width: width.roundedToTenth,
      height: height.roundedToTenth)
  }

  /// Where the box comes to lie when the page of `pageWidth` by `pageHeight` points is turned
  /// clockwise by `degrees`, a multiple of 90.
  package func turned(clockwise degrees: Int, pageWidth: Double, pageHeight: Double) -> Box {
    switch ((degrees % 360) + 360) % 360 {
    case 90: Box(x: pageHeight - maxY, y: x, width: height, height: width)
    case 180: Box(x: pageWidth - maxX, y: pageHeight - maxY, width: width, height: height)
    case 270: Box(x: y, y: pageWidth - maxX, width: height, height: width)
    default: self
    }
  }
}

/// A box on the page as its document shows it, before jurat turns the page upright; else as ``Box``.
package struct ShownBox: Codable, Hashable, Sendable {
  private let box: Box

  package init(_ box: Box) { self.box = box }

  /// On the upright page.
  ///
  /// - Parameter degrees: how far `page` was turned clockwise to be upright.
  package func upright(on page: PageSurvey, turned degrees: Int) -> Box {
    box.turned(clockwise: degrees, pageWidth: page.width, pageHeight: page.height)
  }

  package init(from decoder: any Decoder) throws { box = try Box(from: decoder) }

  package func encode(to encoder: any Encoder) throws { try box.encode(to: encoder) }
}

extension Box: Codable {
  package init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    x = try container.decode(Double.self)
    y = try container.decode(Double.self)
    width = try container.decode(Double.self)
    height = try container.decode(Double.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for value in [x, y, width, height] { try container.encode(value.roundedToTenth) }
  }
}

extension Double {
  /// Rounded to one decimal place, half away from zero.
  package var roundedToTenth: Double { rounded(to: 10) }

  /// Rounded to two decimal places: as fine as any confidence is meant.
  package var roundedToHundredth: Double { rounded(to: 100) }

  private func rounded(to parts: Double) -> Double {
    guard magnitude < 1e12 else { return self }
    let scaled = self * parts
    let whole = Double(Int64(scaled + (scaled < 0 ? -0.5 : 0.5)))
    return whole == 0 ? 0 : whole / parts
  }
}
