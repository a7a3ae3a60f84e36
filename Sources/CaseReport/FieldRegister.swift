package import Casework

/// The fields of forms as lines of CSV (RFC 4180).
package enum FieldRegister {
  package static let head = line([
    "case", "document", "page", "field", "label", "state", "writing", "value", "confidence",
  ])

  /// Those of one case, in the order of its pages.
  package static func lines(of attestations: [Attestation], in id: CaseID) -> [String] {
    attestations.filter(\.kind.isEntry).map { entry in
      line([
        id.rawValue, entry.place.page.document.rawValue, String(entry.place.page.page),
        entry.field ?? "", entry.label ?? "", entry.state.rawValue, entry.writing?.rawValue ?? "",
        entry.value ?? "", String(entry.confidence),
      ])
    }
  }

  private static func line(_ values: [String]) -> String {
    values.map(cell).joined(separator: ",") + "\r\n"
  }

  /// A spreadsheet takes text that begins like a formula for one, and the mail may say what it does.
  private static func cell(_ value: String) -> String {
    let isLikeFormula = value.first.map { "=+-@\t\r".contains($0) } ?? false
    let text = isLikeFormula ? "'" + value : value
    let needsQuotes = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
