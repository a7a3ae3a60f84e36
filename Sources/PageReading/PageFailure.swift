/// Why one page could not be read, in words for an operator and without text of the page.
struct PageFailure: Error, Hashable {
  let reason: String

  init(_ reason: String) { self.reason = reason }

  static func notRendered(_ why: String) -> PageFailure {
    PageFailure("page cannot be rendered: \(why)")
  }
}
