package import Casework

extension PipelineFolder {
  /// The form descriptions in `forms`, by their ids.
  package func forms() throws(SettingsProblem) -> [FormDescription] {
    var forms: [FormDescription] = []
    for name in try formNames() {
      let file = "forms/\(name).yaml"
      let form = try StrictYAML.decode(FormFile.self, from: text(of: file), file: file).form
      guard form.id == name else {
        throw SettingsProblem(
          file: file, key: "id", reason: "is '\(form.id)'; a form is called as its file, '\(name)'")
      }
      forms.append(form)
    }
    return forms
  }
}

/// A form description as its file has it, with what is asked of its phrases.
private struct FormFile: Decodable, Validated {
  let form: FormDescription

  init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: DateLabelKey.self)
    for name in try keys.decode([String: [String]].self, forKey: .dateLabels).keys.sorted()
    where DatedFact.Role(rawValue: name) == nil {
      // Said here, because a dictionary's own message does not name the key.
      let known = DatedFact.Role.allCases.map(\.rawValue).joined(separator: ", ")
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: [DateLabelKey.dateLabels, RoleName(stringValue: name)],
          debugDescription: "is not the part of a date; there are: \(known)"))
    }
    form = try FormDescription(from: decoder)
  }

  private enum DateLabelKey: CodingKey { case dateLabels }

  private struct RoleName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  var unusableValues: [UnusableValue] {
    var problems: [UnusableValue] = []
    let labels = form.signatureLabels
    let lists: [(key: String, phrases: [String], least: Int)] =
      [
        ("titles", form.titles, 1),
        // As many as make a page one of the form.
        ("anchors", form.anchors, 3),
        ("continuation", form.continuation, 0),
        ("signatureLabels.complainant", labels.complainant, 0),
        ("signatureLabels.notary", labels.notary, 0),
        ("signatureLabels.witness", labels.witness, 0),
      ]
      + form.dateLabels.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { ("dateLabels.\($0.key.rawValue)", $0.value, 1) }
      + [("selfReport", form.selfReport, 0)]
    for list in lists {
      if list.phrases.count < list.least {
        problems.append(
          UnusableValue(
            list.key,
            "has \(list.phrases.count) phrases; write at least \(list.least)"
              + (list.key.hasPrefix("dateLabels") ? " or leave the key out" : "")))
      }
      for (index, phrase) in list.phrases.enumerated() where !phrase.hasLetterOrDigit {
        problems.append(
          UnusableValue(
            "\(list.key)[\(index + 1)]",
            "is '\(phrase)'; phrases are matched on letters and digits, so write some"))
      }
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
