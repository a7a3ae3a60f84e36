extension KeyedDecodingContainer {
  /// Refuses a key that `group` does not know; a dictionary's own message does not name it.
  ///
  /// - Parameter meaning: What a key says, such as `part of a date`.
  func check(_ group: Key, known: [String], _ meaning: String) throws {
    let names = try nestedContainer(keyedBy: AnyKey.self, forKey: group).allKeys.map(\.stringValue)
    for name in names.sorted() where !known.contains(name) {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: codingPath + [group, AnyKey(stringValue: name)],
          debugDescription: "unknown \(meaning); known are: \(known.joined(separator: ", "))"))
    }
  }
}

private struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension UnusableValue {
  /// What of a list of phrases cannot be used.
  ///
  /// - Parameter alternative: What else can be done where there are fewer than `min`.
  static func phrases(
    _ key: String, _ phrases: [String], min: Int = 0, _ alternative: String = ""
  ) -> [UnusableValue] {
    var problems: [UnusableValue] = []
    if phrases.count < min {
      problems.append(
        UnusableValue(
          key, "has \(phrases.count) phrases; write at least \(min)\(alternative)"))
    }
    for (index, phrase) in phrases.enumerated() where !phrase.hasLetterOrDigit {
      problems.append(
        UnusableValue(
          "\(key)[\(index + 1)]",
          "is '\(phrase)'; phrases are matched on letters and digits, so write some"))
    }
    return problems
  }
}

extension String {
  fileprivate var hasLetterOrDigit: Bool {
    utf8.contains { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
  }
}
