/// Something that is wrong with a bag.
package struct BagProblem: Codable, Hashable, Sendable {
  /// Relative to the bag; `nil` of the bag as a whole.
  package var path: String?
  package var message: String

  init(_ path: String?, _ message: String) {
    self.path = path
    self.message = message
  }
}

extension BagProblem: CustomStringConvertible {
  /// Such as `data/case.json: it is listed in manifest-sha512.txt and missing`.
  package var description: String { "\(path.map { "\($0): " } ?? "")\(message)" }
}
