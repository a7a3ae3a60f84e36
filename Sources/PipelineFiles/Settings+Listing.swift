import Foundation

extension Settings {
  /// One key and what it is set to.
  package struct Entry: Codable, Hashable, Sendable {
    /// The path of the key, such as `ocr.dpi`.
    package var key: String
    /// As YAML writes it.
    package var value: String
  }

  /// All keys with their values: sections in the order of the file, keys within by the alphabet.
  package var entries: [Entry] { Section.allCases.flatMap { entries(of: $0) } }

  /// The keys of one section with their values, by the alphabet.
  package func entries(of section: Section) -> [Entry] {
    let values: any Encodable =
      switch section {
      case .night: night
      case .ingest: ingest
      case .readers: readers
      case .ocr: ocr
      case .dates: dates
      case .check: check
      case .bundle: bundle
      }
    return Self.entries(of: values, under: section.rawValue)
  }

  /// The section as text that is the same for the same values, whatever the file looks like: what
  /// the key of a stage is made from.
  package func canonicalText(of section: Section) -> String {
    entries(of: section).map { "\($0.key) = \($0.value)\n" }.joined()
  }

  /// All keys as `key = value` lines.
  package var listing: String {
    entries.map { "\($0.key) = \($0.value)\n" }.joined()
  }

  /// JSON with sorted keys is YAML too, so the tree that reads the files also lists their values.
  private static func entries(of values: any Encodable, under prefix: String) -> [Entry] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(values),
      let tree = try? YAMLTree(parsing: String(decoding: json, as: UTF8.self), file: prefix)
    else { preconditionFailure("settings are numbers and text, which JSON can write") }
    return tree.leaves(under: prefix)
  }
}

extension YAMLTree {
  fileprivate func leaves(under prefix: String) -> [Settings.Entry] {
    switch content {
    case .mapping(let entries): entries.flatMap { $0.value.leaves(under: "\(prefix).\($0.key)") }
    case .plain(let text, _), .quoted(let text): [.init(key: prefix, value: text)]
    case .null: [.init(key: prefix, value: "null")]
    case .sequence(let items):
      [.init(key: prefix, value: "[\(items.map(\.scalarText).joined(separator: ", "))]")]
    }
  }

  /// As in a list of YAML: quoted, with the quotes of the text doubled.
  private var scalarText: String {
    switch content {
    case .plain(let text, _), .quoted(let text):
      "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
    case .null, .sequence, .mapping: preconditionFailure("lists of settings hold text")
    }
  }
}
