/// The keys that were asked for while a value was decoded, by the path of their group.
///
/// A class, because every container of one decoding writes into the same record.
final class UsedKeys {
  private var keysByPath: [[String]: Set<String>] = [:]

  func insert(_ key: String, at path: [any CodingKey]) {
    keysByPath[path.map(\.pathPart), default: []].insert(key)
  }

  func keys(at path: [String]) -> Set<String> { keysByPath[path] ?? [] }
}

/// Decodes a ``YAMLTree`` without leniency: no number for a text, no text for a number.
struct YAMLTreeDecoder: Decoder {
  let tree: YAMLTree
  let file: String
  let codingPath: [any CodingKey]
  let used: UsedKeys
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .mapping = tree.content else { throw mismatch("a group of keys") }
    return KeyedDecodingContainer(YAMLKeyedContainer(decoder: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .sequence(let values) = tree.content else {
      throw mismatch("a list (lines that begin with '- ')")
    }
    return YAMLListContainer(decoder: self, values: values)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  func value<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }

  func child(_ tree: YAMLTree, at key: any CodingKey) -> YAMLTreeDecoder {
    YAMLTreeDecoder(tree: tree, file: file, codingPath: codingPath + [key], used: used)
  }

  func problem(_ reason: String) -> SettingsProblem {
    SettingsProblem(file: file, key: codingPath.keyPath, line: tree.line, reason: reason)
  }

  func mismatch(_ expected: String) -> SettingsProblem {
    problem("has to be \(expected), and is \(tree.kindInWords)")
  }
}

extension YAMLTreeDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool {
    if case .null = tree.content { true } else { false }
  }

  func decode(_ type: Bool.Type) throws -> Bool {
    switch tree.content {
    case .plain("true", _): true
    case .plain("false", _): false
    default: throw mismatch("true or false")
    }
  }

  func decode(_ type: String.Type) throws -> String {
    switch tree.content {
    case .quoted(let text), .plain(let text, .text): text
    case .plain(let text, _): throw problem("has to be text; write \"\(text)\" in quotes")
    default: throw mismatch("text")
    }
  }

  func decode(_ type: Double.Type) throws -> Double { try number(type, "a number") }
  func decode(_ type: Float.Type) throws -> Float { try number(type, "a number") }
  func decode(_ type: Int.Type) throws -> Int { try number(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try number(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try number(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try number(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try number(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try number(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try number(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try number(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try number(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try number(type) }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try value(type) }

  private func number<Number: LosslessStringConvertible>(
    _ type: Number.Type, _ expected: String = "a whole number"
  ) throws -> Number {
    guard case .plain(let text, _) = tree.content, let number = Number(text) else {
      throw mismatch(expected)
    }
    return number
  }
}

private struct YAMLKeyedContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: YAMLTreeDecoder
  var codingPath: [any CodingKey] { decoder.codingPath }

  /// Asked for by types that take any key, such as dictionaries: then every key is known.
  var allKeys: [Key] {
    decoder.tree.entries.compactMap { entry in
      decoder.used.insert(entry.key, at: codingPath)
      return Key(stringValue: entry.key)
    }
  }

  func contains(_ key: Key) -> Bool {
    decoder.used.insert(key.stringValue, at: codingPath)
    return decoder.tree[key.stringValue] != nil
  }

  private func child(_ key: Key) throws -> YAMLTreeDecoder {
    guard contains(key), let value = decoder.tree[key.stringValue] else {
      throw SettingsProblem(
        file: decoder.file, key: (codingPath + [key as any CodingKey]).keyPath,
        line: decoder.tree.line, reason: "is missing; \(remedy(forMissing: key))")
    }
    return decoder.child(value, at: key)
  }

  private func remedy(forMissing key: Key) -> String {
    let written = decoder.tree.entries.map(\.key)
    guard let slip = key.stringValue.nearest(among: written) else { return "add it" }
    return "did you write '\(slip)' for it?"
  }

  func decodeNil(forKey key: Key) throws -> Bool { try child(key).decodeNil() }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try child(key).decode(type) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try child(key).decode(type) }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try child(key).decode(type) }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try child(key).decode(type) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try child(key).decode(type) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try child(key).decode(type) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try child(key).decode(type) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try child(key).decode(type) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try child(key).decode(type) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try child(key).decode(type) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try child(key).decode(type) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try child(key).decode(type) }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try child(key).decode(type) }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try child(key).decode(type) }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try child(key).value(type)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try child(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try child(key).unkeyedContainer()
  }

  func superDecoder() -> any Decoder { decoder }
  func superDecoder(forKey key: Key) throws -> any Decoder { try child(key) }
}

/// A place in a list, counted from 0.
struct ListIndex: CodingKey {
  let intValue: Int?
  var stringValue: String { intValue.map(String.init) ?? "" }
  init(intValue: Int) { self.intValue = intValue }
  init?(stringValue: String) { intValue = Int(stringValue) }
}

private struct YAMLListContainer: UnkeyedDecodingContainer {
  let decoder: YAMLTreeDecoder
  let values: [YAMLTree]
  var currentIndex = 0
  var codingPath: [any CodingKey] { decoder.codingPath }
  var count: Int? { values.count }
  var isAtEnd: Bool { currentIndex >= values.count }

  private mutating func next() throws -> YAMLTreeDecoder {
    guard !isAtEnd else { throw decoder.problem("has too few entries") }
    defer { currentIndex += 1 }
    return decoder.child(values[currentIndex], at: ListIndex(intValue: currentIndex))
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, case .null = values[currentIndex].content else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try next().value(type)
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try next().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { try next() }
}
