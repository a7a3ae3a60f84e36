/// YAML that is decoded in full or not at all: an unknown key, a missing key or a value of the
/// wrong type is a ``SettingsProblem`` that names the file, the key, the line and what to do.
package enum StrictYAML {
  /// Decodes `text` as one `Value`, and asks a ``Validated`` one what of it cannot be used.
  ///
  /// - Parameter file: The file's name for messages.
  package static func decode<Value: Decodable>(
    _ type: Value.Type, from text: String, file: String
  ) throws(SettingsProblem) -> Value {
    try decode(type, from: YAMLTree(parsing: text, file: file), file: file)
  }

  static func decode<Value: Decodable>(
    _ type: Value.Type, from tree: YAMLTree, file: String
  ) throws(SettingsProblem) -> Value {
    let used = UsedKeys()
    let decoder = YAMLTreeDecoder(tree: tree, file: file, codingPath: [], used: used)
    let value: Value
    do {
      value = try decoder.value(type)
    } catch let problem as SettingsProblem {
      throw problem
    } catch let error as DecodingError {
      throw problem(error, in: tree, file: file)
    } catch {
      throw SettingsProblem(file: file, reason: "\(error)")
    }
    if let unknown = firstUnknownKey(in: tree, path: [], used: used) {
      throw SettingsProblem(
        file: file, key: unknown.path.joinedAsKeyPath, line: unknown.line,
        reason: unknown.reason)
    }
    if let unusable = (value as? any Validated)?.unusableValues.first {
      throw SettingsProblem(
        file: file, key: unusable.key, line: line(of: unusable.key, in: tree),
        reason: unusable.reason)
    }
    return value
  }

  /// The line of the value at `keyPath`, or of the nearest value around it.
  static func line(of keyPath: String, in tree: YAMLTree) -> Int? {
    var (current, line) = (tree, tree.line)
    for part in keyPath.split(whereSeparator: { ".[]".contains($0) }) {
      let next: YAMLTree?
      if case .sequence(let values) = current.content {
        next = Int(part).flatMap { values.indices.contains($0 - 1) ? values[$0 - 1] : nil }
      } else {
        next = current[String(part)]
      }
      guard let next else { break }
      (current, line) = (next, next.line ?? line)
    }
    return line
  }

  private struct UnknownKey {
    var path: [String]
    var line: Int?
    var reason: String
  }

  /// Every key has to have been asked for while the value was decoded.
  private static func firstUnknownKey(
    in tree: YAMLTree, path: [String], used: UsedKeys
  ) -> UnknownKey? {
    switch tree.content {
    case .mapping(let entries):
      let known = used.keys(at: path)
      for entry in entries {
        let entryPath = path + [entry.key]
        guard known.contains(entry.key) else {
          let nearest = entry.key.nearest(among: known.sorted())
          return UnknownKey(
            path: entryPath, line: entry.keyLine,
            reason: "unknown key"
              + (nearest.map { "; did you mean '\($0)'?" } ?? "; take it out"))
        }
        if let unknown = firstUnknownKey(in: entry.value, path: entryPath, used: used) {
          return unknown
        }
      }
    case .sequence(let values):
      for (index, value) in values.enumerated() {
        let valuePath = path + ["[\(index + 1)]"]
        if let unknown = firstUnknownKey(in: value, path: valuePath, used: used) { return unknown }
      }
    default:
      break
    }
    return nil
  }

  /// What a type's own decoding had to say, such as a date that no calendar has.
  private static func problem(
    _ error: DecodingError, in tree: YAMLTree, file: String
  ) -> SettingsProblem {
    let (path, reason): ([any CodingKey], String) =
      switch error {
      case .dataCorrupted(let context): (context.codingPath, context.debugDescription)
      case .typeMismatch(_, let context), .valueNotFound(_, let context):
        (context.codingPath, context.debugDescription)
      case .keyNotFound(let key, let context): (context.codingPath + [key], "is missing; add it")
      @unknown default: ([], "\(error)")
      }
    let key = path.keyPath
    return SettingsProblem(file: file, key: key, line: line(of: key, in: tree), reason: reason)
  }
}

extension [any CodingKey] {
  /// `ocr.dpi`, `titles[2]`.
  var keyPath: String { map(\.pathPart).joinedAsKeyPath }
}

extension CodingKey {
  /// Lists are counted from 1, as people count.
  var pathPart: String {
    guard let index = (self as? ListIndex)?.intValue else { return stringValue }
    return "[\(index + 1)]"
  }
}

extension [String] {
  var joinedAsKeyPath: String {
    reduce("") { path, part in
      path.isEmpty || part.hasPrefix("[") ? path + part : "\(path).\(part)"
    }
  }
}
