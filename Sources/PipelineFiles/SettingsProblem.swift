/// What is wrong in one of the files that operators write, and what to do about it.
package struct SettingsProblem: Error, Hashable, Sendable {
  /// The file as the operator knows it, such as `pipeline.yaml`; `--set ocr.dpi=1200` where an
  /// override is at fault.
  package var file: String
  /// The path of the key, such as `ocr.dpi` or `titles[2]`; empty where the whole file is meant.
  package var key: String
  /// Counted from 1; `nil` where no line is to blame, as with a file that is not there.
  package var line: Int?
  /// What is wrong and how to mend it.
  package var reason: String

  package init(file: String, key: String = "", line: Int? = nil, reason: String) {
    self.file = file
    self.key = key
    self.line = line
    self.reason = reason
  }
}

extension SettingsProblem: CustomStringConvertible {
  package var description: String {
    let place = line.map { "\(file), line \($0)" } ?? file
    return key.isEmpty ? "\(place): \(reason)" : "\(place): \(key): \(reason)"
  }
}

/// A value that has the right type and cannot be used all the same.
package struct UnusableValue: Hashable, Sendable {
  /// Relative to the value that found it, such as `ocr.dpi`.
  package var key: String
  package var reason: String

  package init(_ key: String, _ reason: String) {
    self.key = key
    self.reason = reason
  }
}

/// A type with more to ask of its values than their types, decoded by ``StrictYAML``.
package protocol Validated {
  /// What cannot be used, in the order of the keys; empty where all is well.
  var unusableValues: [UnusableValue] { get }
}
