package import Casework
import Foundation

/// A draft about confirmed deficiencies, for a person to read, change and send.
package struct DeficiencyLetter {
  /// One deficiency.
  package struct Point {
    package var says: String
    package var remedy: String
    /// The rule that it is about, such as `ccm-2023/notarized`.
    package var citation: String

    package init(says: String, remedy: String, citation: String) {
      self.says = says
      self.remedy = remedy
      self.citation = citation
    }
  }

  private let day: CivilDate
  private let subject: String
  private let opening: String
  private let points: [Point]
  private let closing: String

  package init(
    day: CivilDate, subject: String, opening: String, points: [Point], closing: String
  ) {
    self.day = day
    self.subject = subject
    self.opening = opening
    self.points = points
    self.closing = closing
  }

  private static let note = "Draft by jurat. It counts when a person has read and sent it."

  package var text: String {
    let list = points.enumerated().map { index, point in
      "\(index + 1). \(point.says)\n   \(point.remedy)\n   (\(point.citation))"
    }
    return [Self.note, "\(day)", subject, opening.trimmed, list.joined(separator: "\n\n")]
      .joined(separator: "\n\n") + "\n\n\(closing.trimmed)\n"
  }

  /// A page for the printer.
  package var html: String {
    func paragraphs(_ text: String) -> String {
      text.trimmed.split(separator: "\n\n").map {
        "<p>\(MarkupText.escaped(String($0)).replacing("\n", with: " "))</p>"
      }.joined(separator: "\n")
    }
    let list = points.map { point in
      """
      <li><p><strong>\(MarkupText.escaped(point.says))</strong> \(MarkupText.escaped(point.remedy)) \
      <span class="soft">(\(MarkupText.escaped(point.citation)))</span></p></li>
      """
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
      <title>\(MarkupText.escaped(subject))</title>
      <style>
      \(PageStyle.css)
      main { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; } p, li { margin: 0 0 .8rem; }
      h1 { font-size: 1.15rem; margin: 1.2rem 0; }
      @media print { .draft { display: none; } body { font-size: 11pt; } }
      </style>
      </head>
      <body>
      <main>
      <p class="draft soft">\(Self.note)</p>
      <p>\(day)</p>
      <h1>\(MarkupText.escaped(subject))</h1>
      \(paragraphs(opening))
      <ol>
      \(list.joined(separator: "\n"))
      </ol>
      \(paragraphs(closing))
      </main>
      </body>
      </html>

      """
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
