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
          file: file, key: "id",
          reason: "is '\(form.id)'; a form has the name of its file, '\(name)'")
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
    recognitionProblems + answerProblems
  }

  private var recognitionProblems: [UnusableValue] {
    func byKey<Key: RawRepresentable<String>>(
      _ key: String, _ phrases: [Key: [String]]
    ) -> [(key: String, phrases: [String])] {
      phrases.map { ("\(key).\($0.key.rawValue)", $0.value) }.sorted { $0.0 < $1.0 }
    }
    let labels = form.signatureLabels
    let leavable = byKey("dateLabels", form.dateLabels) + byKey("fieldLabels", form.fieldLabels)
    return Self.phrases("titles", form.titles, min: 1)
      // As many as make a page one of the form.
      + Self.phrases("anchors", form.anchors, min: 3)
      + Self.phrases("continuation", form.continuation)
      + Self.phrases("signatureLabels.complainant", labels.complainant)
      + Self.phrases("signatureLabels.notary", labels.notary)
      + Self.phrases("signatureLabels.witness", labels.witness)
      + leavable.flatMap { Self.phrases($0.key, $0.phrases, min: 1, " or leave the key out") }
      + Self.phrases("selfReport", form.selfReport)
  }

  private var answerProblems: [UnusableValue] {
    guard let answers = form.answers else {
      return form.program == nil
        ? [] : [UnusableValue("answers", "is missing; a form of a programme needs it")]
    }
    let (parties, capacities) = (answers.parties, answers.capacities)
    let (list, questions) = (answers.exhibitList, answers.questions)
    let fields = [
      ("parties.complainantName", parties.complainantName),
      ("parties.respondentName", parties.respondentName),
      ("parties.respondentCertificate", parties.respondentCertificate),
      ("parties.printedName", parties.printedName),
      ("parties.continuationName", parties.continuationName),
      ("rulesField", answers.rulesField),
    ]
    let fieldLists = fields.flatMap {
      [("\($0).section", $1.section), ("\($0).labels", $1.labels)]
    }
    let others = [
      ("exhibitList.section", list.section), ("exhibitList.number", list.number),
      ("exhibitList.pages", list.pages), ("certificatePageCount", answers.certificatePageCount),
      ("capacities.certificant", capacities.certificant),
      ("capacities.publicMember", capacities.publicMember),
      ("capacities.client", capacities.client),
      ("capacities.powerOfAttorney", capacities.powerOfAttorney),
      ("capacities.committeeChair", capacities.committeeChair),
      ("capacities.selfReport", capacities.selfReport),
      ("questions.powerOfAttorneyAttached", questions.powerOfAttorneyAttached),
      ("questions.conductOngoing", questions.conductOngoing),
      ("questions.otherProceedings", questions.otherProceedings),
    ]
    return unknownLabels("answers.requiredFields", answers.requiredFields)
      + (fieldLists + others).flatMap { Self.phrases("answers.\($0)", $1) }
      + unknownLabels("answers.capacityLabels", answers.capacityLabels)
  }

  /// `fieldLabels` says where the values of these stand.
  private func unknownLabels(_ key: String, _ labels: [String]) -> [UnusableValue] {
    let known = form.fieldLabels.values.joined()
    return labels.enumerated().filter { !known.contains($0.element) }.map { index, label in
      let nearest = label.nearest(among: known.sorted())
      return UnusableValue(
        "\(key)[\(index + 1)]",
        "is '\(label)', which is not among the fieldLabels; "
          + (nearest.map { "did you mean '\($0)'?" } ?? "add it there"))
    }
  }

  /// What of a list of phrases cannot be used.
  ///
  /// - Parameter alternative: What else can be done where there are fewer than `min`.
  private static func phrases(
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
