/// Names of files and folders that programs leave behind and no sender means: thumbnails, lock files,
/// the folders of a file server.
package struct IgnoredNames: Sendable {
  private let whole: Set<String>
  private let beginnings: [String]

  /// - Parameter patterns: names, without regard to case; a `*` at the end stands for anything.
  package init(_ patterns: [String]) {
    let patterns = patterns.map { $0.lowercased() }
    whole = Set(patterns.filter { !$0.hasSuffix("*") })
    beginnings = patterns.filter { $0.hasSuffix("*") }.map { String($0.dropLast()) }
  }

  /// Of the list, or hidden.
  package func contain(_ name: String) -> Bool { Self.isHidden(name) || list(name) }

  static func isHidden(_ name: String) -> Bool { name.hasPrefix(".") }

  /// One of the list.
  func list(_ name: String) -> Bool {
    let name = name.lowercased()
    return whole.contains(name) || beginnings.contains(where: name.hasPrefix)
  }
}
