/// Something that is wrong with a bag.
package struct BagProblem: Codable, Hashable, Sendable {
  package enum Severity: String, Codable, Sendable {
    /// The bag is not complete or not valid.
    case error
    /// The bag is valid, but other software may stumble over it.
    case warning
  }

  package var severity: Severity
  /// Relative to the bag; `nil` of the bag as a whole.
  package var path: String?
  package var message: String

  static func error(_ path: String?, _ message: String) -> BagProblem {
    BagProblem(severity: .error, path: path, message: message)
  }

  static func warning(_ path: String?, _ message: String) -> BagProblem {
    BagProblem(severity: .warning, path: path, message: message)
  }
}

extension BagProblem: CustomStringConvertible {
  /// Such as `data/case.json: error: it is not what manifest-sha512.txt says`.
  package var description: String {
    "\(path.map { "\($0): " } ?? "")\(severity.rawValue): \(message)"
  }
}
