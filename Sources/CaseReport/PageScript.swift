import Casework
import FileStore
import Foundation

/// A script of our own on a page of ours. The page's policy allows it by its digest, and no other.
struct PageScript {
  let text: String
  /// SHA-256, base64.
  let digest: String

  /// - Parameter own: what the page's script does beside `common`.
  init(_ own: String) {
    text = Self.common + own
    let hexadecimal = Array(Digest.of(text).rawValue)
    let bytes = stride(from: 0, to: hexadecimal.count, by: 2).compactMap {
      UInt8(String(hexadecimal[$0..<($0 + 2)]), radix: 16)
    }
    digest = Data(bytes).base64EncodedString()
  }

  /// What every script begins with: elements, who the person is, and the decisions file
  /// (`Pipeline/schema/decisions.schema.json`) that the browser saves.
  private static let common = #"""
    "use strict";
    function make(name, properties = {}, ...children) {
      const element = Object.assign(document.createElement(name), properties);
      element.append(...children);
      return element;
    }
    const memory = {
      get name() { try { return localStorage.getItem("jurat.by") || ""; } catch { return ""; } },
      set name(value) { try { localStorage.setItem("jurat.by", value); } catch { /* not kept */ } },
    };
    let isSaved = true;
    window.addEventListener("beforeunload", (event) => { if (!isSaved) event.preventDefault(); });
    function saveDecisions(name, by, cases) {
      memory.name = by;
      const text = JSON.stringify({ schema: "jurat.decisions/1", by, cases }, null, 2);
      const link = make("a", { download: name,
        href: URL.createObjectURL(new Blob([text], { type: "application/json" })) });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      isSaved = true;
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
