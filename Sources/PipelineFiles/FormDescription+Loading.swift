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
    let keys = try decoder.container(keyedBy: LabelKey.self)
    // Said here, because a dictionary's own message does not name the key.
    try Self.check(
      keys, .dateLabels, known: DatedFact.Role.allCases.map(\.rawValue), "the part of a date")
    try Self.check(
      keys, .fieldLabels, known: FieldValueSide.allCases.map(\.rawValue),
      "where a value stands")
    form = try FormDescription(from: decoder)
  }

  private static func check(
    _ keys: KeyedDecodingContainer<LabelKey>, _ key: LabelKey, known: [String], _ meaning: String
  ) throws {
    for name in try keys.decode([String: [String]].self, forKey: key).keys.sorted()
    where !known.contains(name) {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: [key, KeyName(stringValue: name)],
          debugDescription: "is not \(meaning); there are: \(known.joined(separator: ", "))"))
    }
  }

  private enum LabelKey: CodingKey { case dateLabels, fieldLabels }

  private struct KeyName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  var unusableValues: [UnusableValue] {
    var problems: [UnusableValue] = []
    let labels = form.signatureLabels
    func byKey<Key: RawRepresentable<String>>(
      _ key: String, _ phrases: [Key: [String]]
    ) -> [(key: String, phrases: [String], least: Int)] {
      phrases.map { ("\(key).\($0.key.rawValue)", $0.value, 1) }.sorted { $0.0 < $1.0 }
    }
    let leavable = byKey("dateLabels", form.dateLabels) + byKey("fieldLabels", form.fieldLabels)
    let lists: [(key: String, phrases: [String], least: Int)] =
      [
        ("titles", form.titles, 1),
        // As many as make a page one of the form.
        ("anchors", form.anchors, 3),
        ("continuation", form.continuation, 0),
        ("signatureLabels.complainant", labels.complainant, 0),
        ("signatureLabels.notary", labels.notary, 0),
        ("signatureLabels.witness", labels.witness, 0),
      ] + leavable + [("selfReport", form.selfReport, 0)]
    for list in lists {
      if list.phrases.count < list.least {
        let canBeLeftOut = leavable.contains { $0.key == list.key }
        problems.append(
          UnusableValue(
            list.key,
            "has \(list.phrases.count) phrases; write at least \(list.least)"
              + (canBeLeftOut ? " or leave the key out" : "")))
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
