/// The wording of a letter about deficiencies: `Pipeline/letters/deficiency.yaml`.
package struct LetterWording: Codable, Hashable, Sendable {
  package struct Row: Codable, Hashable, Sendable {
    /// What is wanting.
    package var says: String
    /// What may be done about it.
    package var remedy: String
  }

  package var subject: String
  package var opening: String
  package var closing: String
  /// By the rows of the checklist.
  package var rows: [String: Row]

  package static let file = "letters/deficiency.yaml"

  /// What stands for what is known of the case, in double braces.
  package enum Blank: String, CaseIterable, Sendable {
    case `case`, day, complainant, respondent, received, rules
    /// Of a row only.
    case title, citation

    var isOfRow: Bool { self == .title || self == .citation }
  }

  package static func load(from folder: PipelineFolder) throws(SettingsProblem) -> LetterWording {
    try StrictYAML.decode(LetterWording.self, from: folder.text(of: file), file: file)
  }

  /// Fills the blanks of `text`; of what is not known it says so.
  package static func filled(_ text: String, with values: [Blank: String]) -> String {
    Blank.allCases.reduce(text) { text, blank in
      text.replacing("{{\(blank.rawValue)}}", with: values[blank] ?? "(not known)")
    }
  }
}

extension LetterWording: Validated {
  package var unusableValues: [UnusableValue] {
    let texts =
      [("subject", subject, false), ("opening", opening, false), ("closing", closing, false)]
      + rows.sorted { $0.key < $1.key }.flatMap { id, row in
        [("rows.\(id).says", row.says, true), ("rows.\(id).remedy", row.remedy, true)]
      }
    return texts.compactMap { key, text, isOfRow in
      let known = Blank.allCases.filter { isOfRow || !$0.isOfRow }
      let unknown = text.matches(of: /\{\{(.*?)\}\}/).map { String($0.output.1) }
        .first { name in !known.contains { $0.rawValue == name } }
      return unknown.map {
        UnusableValue(
          key,
          "nothing is known as {{\($0)}}; use one of: "
            + known.map { "{{\($0.rawValue)}}" }.joined(separator: ", "))
      }
    }
  }
}
