import Casework
import FileStore
import Foundation

/// A script of our own on a page of ours. The page's policy allows it by its digest, and no other.
struct PageScript {
  let text: String
  /// SHA-256, base64.
  let digest: String

  init(_ text: String) {
    self.text = text
    let hexadecimal = Array(Digest.of(text).rawValue)
    let bytes = stride(from: 0, to: hexadecimal.count, by: 2).compactMap {
      UInt8(String(hexadecimal[$0..<($0 + 2)]), radix: 16)
    }
    digest = Data(bytes).base64EncodedString()
  }

  /// Lets the browser save a decisions file (`Pipeline/schema/decisions.schema.json`).
  static let saving = #"""

    function saveDecisions(name, by, cases) {
      const text = JSON.stringify({ schema: "jurat.decisions/1", by, cases }, null, 2);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    }
    """#
}

/// Values for a script, in a `<script type="application/json">`.
enum PageData {
  /// - Returns: JSON in which nothing can end the element.
  static func json(_ value: some Encodable) throws -> String {
    String(decoding: try CanonicalJSON.encode(value), as: UTF8.self)
      .replacing("<", with: "\\u003c")
  }
}
