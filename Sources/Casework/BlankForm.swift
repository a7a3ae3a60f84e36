/// A form as it was printed, with nothing filled in: what pages that were filled in are compared with.
/// `jurat form learn` keeps it beside the form's description.
package struct BlankForm: Codable, Hashable, Sendable {
  /// In the order of the form.
  package var pages: [BlankPage]

  package init(pages: [BlankPage]) { self.pages = pages }
}

/// One page of a blank form; lengths in points, origin top left.
package struct BlankPage: Codable, Hashable, Sendable {
  package var width: Double
  package var height: Double
  /// What is printed on it, in reading order.
  package var lines: [TextLine]
  package var ink: PageInk

  package init(width: Double, height: Double, lines: [TextLine], ink: PageInk) {
    self.width = width
    self.height = height
    self.lines = lines
    self.ink = ink
  }
}
