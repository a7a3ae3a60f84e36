import Yams

/// A parsed YAML document: keys in the order of the file, every value with its line.
struct YAMLTree {
  enum Content {
    case null
    /// A scalar written without quotes, and what YAML takes it for.
    case plain(String, Kind)
    case quoted(String)
    case sequence([YAMLTree])
    case mapping([Entry])
  }
  enum Kind { case text, whole, fraction, truth }
  struct Entry {
    var key: String
    var keyLine: Int?
    var value: YAMLTree
  }

  var content: Content
  /// Counted from 1; `nil` in a value that does not come from a file.
  var line: Int?

  /// What the value is, for a message that says what was expected instead.
  var kindInWords: String {
    switch content {
    case .null: "nothing"
    case .plain(let text, .text), .quoted(let text): "the text '\(text)'"
    case .plain(let text, .truth): "'\(text)', which YAML takes for yes or no"
    case .plain(let text, _): "the number \(text)"
    case .sequence: "a list"
    case .mapping: "a group of keys"
    }
  }

  var entries: [Entry] {
    if case .mapping(let entries) = content { entries } else { [] }
  }

  subscript(key: String) -> YAMLTree? { entries.first { $0.key == key }?.value }

  /// The paths of all values that hold no further keys, such as `ocr.dpi`; lists count as values.
  func leafPaths(under prefix: String = "") -> [String] {
    guard case .mapping(let entries) = content else { return [prefix] }
    return entries.flatMap { entry in
      entry.value.leafPaths(under: prefix.isEmpty ? entry.key : "\(prefix).\(entry.key)")
    }
  }

  /// Puts `value` in the place of what is at `path`; `false` where nothing is there.
  mutating func replace(_ path: some Collection<String>, with value: YAMLTree) -> Bool {
    guard let first = path.first else {
      self = value
      return true
    }
    guard case .mapping(var entries) = content,
      let index = entries.firstIndex(where: { $0.key == first }),
      entries[index].value.replace(path.dropFirst(), with: value)
    else { return false }
    content = .mapping(entries)
    return true
  }
}

extension YAMLTree {
  /// Parses one YAML document.
  ///
  /// - Parameter file: The file's name for messages.
  init(parsing text: String, file: String) throws(SettingsProblem) {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw Self.problem(error, in: file)
    } catch {
      throw SettingsProblem(file: file, reason: "is not YAML: \(error)")
    }
    guard let root else {
      throw SettingsProblem(file: file, reason: "is empty; restore it from the repository")
    }
    try self.init(root, file: file, path: "")
  }

  private init(_ node: Node, file: String, path: String) throws(SettingsProblem) {
    line = node.mark?.line
    switch node {
    case .scalar(let scalar):
      content = Self.content(of: scalar, tag: node.tag)
    case .sequence(let nodes):
      var values: [YAMLTree] = []
      for (index, node) in nodes.enumerated() {
        values.append(try YAMLTree(node, file: file, path: "\(path)[\(index + 1)]"))
      }
      content = .sequence(values)
    case .mapping(let mapping):
      var entries: [Entry] = []
      for (key, value) in mapping {
        guard case .scalar(let scalar) = key else {
          throw SettingsProblem(
            file: file, key: path, line: key.mark?.line, reason: "a key has to be one word")
        }
        let keyPath = path.isEmpty ? scalar.string : "\(path).\(scalar.string)"
        entries.append(
          Entry(
            key: scalar.string, keyLine: key.mark?.line,
            value: try YAMLTree(value, file: file, path: keyPath)))
      }
      content = .mapping(entries)
    case .alias:
      throw SettingsProblem(
        file: file, key: path, line: node.mark?.line,
        reason: "aliases (*name) are not used here; write the value out")
    }
  }

  private static func content(of scalar: Node.Scalar, tag: Tag) -> Content {
    guard scalar.style == .plain || scalar.style == .any else { return .quoted(scalar.string) }
    return switch tag {
    case Tag(.null): .null
    case Tag(.bool): .plain(scalar.string, .truth)
    case Tag(.int): .plain(scalar.string, .whole)
    case Tag(.float): .plain(scalar.string, .fraction)
    default: .plain(scalar.string, .text)
    }
  }

  private static func problem(_ error: YamlError, in file: String) -> SettingsProblem {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return SettingsProblem(
        file: file, line: mark.line,
        reason: "is not YAML (\(problem)); look at the indentation and quotes around this line")
    case .duplicatedKeysInMapping(let duplicates, let context):
      return SettingsProblem(
        file: file, key: duplicates.joined(separator: ", "), line: context.mark.line,
        reason: "is there twice; keep one")
    default:
      return SettingsProblem(file: file, reason: "is not YAML: \(error)")
    }
  }
}
