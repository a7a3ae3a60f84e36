import Casework

extension FormFile {
  /// Reads and validates a description.
  ///
  /// - Parameter file: The file's name for messages.
  package init(parsing text: String, file: String) throws(SettingsProblem) {
    self = try StrictYAML.decode(Checked.self, from: text, file: file).file
  }

  /// With a look at the keys of `dateLabels`, which a dictionary's own message does not name.
  private struct Checked: Decodable, Validated {
    let file: FormFile
    var unusableValues: [UnusableValue] { file.unusableValues }

    private enum Section: CodingKey { case dateLabels }

    init(from decoder: any Decoder) throws {
      let keys = try decoder.container(keyedBy: Section.self)
      if keys.contains(.dateLabels) {
        try keys.check(
          .dateLabels, known: DatedFact.Role.allCases.map(\.rawValue), "part of a date")
      }
      file = try FormFile(from: decoder)
    }
  }
}

extension FormFile: Validated {
  package var unusableValues: [UnusableValue] {
    recognitionProblems + placeProblems + answerProblems
  }

  private var recognitionProblems: [UnusableValue] {
    let labels = signatureLabels
    let dates = (dateLabels ?? [:]).map { ("dateLabels.\($0.key.rawValue)", $0.value) }
      .sorted { $0.0 < $1.0 }
    return UnusableValue.phrases("titles", titles, min: 1)
      // As many as make a page one of the form.
      + UnusableValue.phrases("anchors", anchors, min: 3)
      + UnusableValue.phrases("continuation", continuation)
      + UnusableValue.phrases("signatureLabels.complainant", labels?.complainant ?? [])
      + UnusableValue.phrases("signatureLabels.notary", labels?.notary ?? [])
      + UnusableValue.phrases("signatureLabels.witness", labels?.witness ?? [])
      + dates.flatMap { UnusableValue.phrases($0.0, $0.1, min: 1, " or leave the key out") }
      + UnusableValue.phrases("selfReport", selfReport ?? [])
  }

  private var placeProblems: [UnusableValue] {
    var seen: Set<String> = []
    return places.enumerated().flatMap { index, place -> [UnusableValue] in
      let key = "places[\(index + 1)]"
      var problems = UnusableValue.phrases("\(key).labels", place.labels)
      if !seen.insert(place.name).inserted {
        problems.append(
          UnusableValue(
            "\(key).name", "is '\(place.name)', as that of another place; name it apart"))
      }
      if (place.page == nil) != (place.box == nil) {
        problems.append(
          UnusableValue(key, "has a page or a box alone; a place on the blank has both"))
      }
      if place.page == nil, place.labels.isEmpty {
        problems.append(
          UnusableValue(key, "has neither labels nor a page and a box; nothing could find it"))
      }
      if let page = place.page, page < 1 {
        problems.append(UnusableValue("\(key).page", "is \(page); pages are counted from 1"))
      }
      if let box = place.box, box.x < 0 || box.y < 0 || box.width <= 0 || box.height <= 0 {
        problems.append(
          UnusableValue("\(key).box", "is no [x, y, width, height] in points of the page"))
      }
      if place.kind == .text, place.page == nil, place.value == nil {
        problems.append(
          UnusableValue(
            "\(key).value", "is missing; where no box says it, write below, above or beside"))
      }
      return problems
    }
  }

  private var answerProblems: [UnusableValue] {
    guard let answers else {
      return program == nil
        ? [] : [UnusableValue("answers", "is missing; a form of a programme needs it")]
    }
    let (parties, capacities) = (answers.parties, answers.capacities)
    let (list, questions) = (answers.exhibitList, answers.questions)
    let names: [(String, String?)] =
      [
        ("parties.complainantName", parties.complainantName),
        ("parties.respondentName", parties.respondentName),
        ("parties.respondentCertificate", parties.respondentCertificate),
        ("parties.printedName", parties.printedName),
        ("parties.continuationName", parties.continuationName),
        ("rulesField", answers.rulesField),
      ]
      + answers.requiredFields.enumerated().map { ("requiredFields[\($0.offset + 1)]", $0.element) }
      + answers.capacityFields.enumerated().map { ("capacityFields[\($0.offset + 1)]", $0.element) }
    let phrases = [
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
    let capacityBoxes = (answers.capacityBoxes?.all ?? []).flatMap { key, names in
      names.enumerated().map { ("capacityBoxes.\(key)[\($0.offset + 1)]", $0.element) }
    }
    let questionBoxes = (answers.questionBoxes?.all ?? []).flatMap { key, boxes in
      [("questionBoxes.\(key).ifYes", boxes.ifYes), ("questionBoxes.\(key).ifNo", boxes.ifNo)]
    }
    let boxes = capacityBoxes + questionBoxes
    return (names + boxes).compactMap { key, name in
      name.flatMap { unknownPlace("answers.\(key)", $0) }
    }
      + boxes.compactMap { key, name in
        places.contains { $0.name == name && $0.kind != .checkBox }
          ? UnusableValue("answers.\(key)", "is '\(name)', which is no check-box") : nil
      }
      + phrases.flatMap { UnusableValue.phrases("answers.\($0)", $1) }
  }

  private func unknownPlace(_ key: String, _ name: String) -> UnusableValue? {
    let known = places.map(\.name)
    guard !known.contains(name) else { return nil }
    return UnusableValue(
      key,
      "is '\(name)', which is the name of none of the places; "
        + (name.nearest(among: known.sorted()).map { "did you mean '\($0)'?" } ?? "add it there"))
  }
}
