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
    try keys.check(
      .dateLabels, known: DatedFact.Role.allCases.map(\.rawValue), "part of a date")
    try keys.check(
      .fieldLabels, known: FieldValueSide.allCases.map(\.rawValue), "place of a value")
    form = try FormDescription(from: decoder)
  }

  private enum LabelKey: CodingKey { case dateLabels, fieldLabels }

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
    return UnusableValue.phrases("titles", form.titles, min: 1)
      // As many as make a page one of the form.
      + UnusableValue.phrases("anchors", form.anchors, min: 3)
      + UnusableValue.phrases("continuation", form.continuation)
      + UnusableValue.phrases("signatureLabels.complainant", labels.complainant)
      + UnusableValue.phrases("signatureLabels.notary", labels.notary)
      + UnusableValue.phrases("signatureLabels.witness", labels.witness)
      + leavable.flatMap {
        UnusableValue.phrases($0.key, $0.phrases, min: 1, " or leave the key out")
      }
      + UnusableValue.phrases("selfReport", form.selfReport)
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
      ("exhibitList.pages", list.pages),
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
      + (fieldLists + others).flatMap { UnusableValue.phrases("answers.\($0)", $1) }
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
}
