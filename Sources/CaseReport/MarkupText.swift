import Mustache

/// Text out of documents, made safe to stand in XML or HTML, in content and in attributes.
///
/// Works on Unicode scalars: escaping by `Character` would let through a quote or bracket that a
/// hostile text layer follows with a combining mark, because the two are one `Character`.
package enum MarkupText {
  package static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      case _ where !isText(scalar): result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// A Mustache template of which `{{ }}` escapes so.
  static func template(_ text: String) throws -> MustacheTemplate {
    MustacheContentTypes.register(ContentType(), named: "MARKUP")
    return try MustacheTemplate(string: "{{% CONTENT_TYPE: MARKUP}}\n" + text)
  }

  private struct ContentType: MustacheContentType {
    func escapeText(_ text: String) -> String { MarkupText.escaped(text) }
  }

  /// Whether XML 1.0 allows the scalar and it cannot turn the direction of the text around it.
  private static func isText(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD: true
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: false
    case 0x202A...0x202E, 0x2066...0x2069: false
    default: true
    }
  }
}
