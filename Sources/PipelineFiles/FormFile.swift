package import Casework

/// A form description as its file has it: `forms/ID.yaml`.
package struct FormFile: Codable, Hashable, Sendable {
  package var id: String
  package var program: String?
  /// As it is printed on the form, such as `Rev. 1/2020`.
  package var edition: String?
  package var titles: [String]
  package var anchors: [String]
  package var continuation: [String]
  /// Those of the blank's pages that continue the statement, from 1.
  package var continuationPages: [Int]?
  /// The places to fill in, each described once.
  package var places: [FormPlace]
  /// What labels of places to sign say on other papers and editions, beside those of the places.
  package var signatureLabels: FormDescription.SignatureLabels?
  /// What labels of dates say there.
  package var dateLabels: [DatedFact.Role: [String]]?
  package var selfReport: [String]?
  package var answers: Answers?

  /// What the checks read on the form; places by their names.
  package struct Answers: Codable, Hashable, Sendable {
    /// Have to be filled in.
    package var requiredFields: [String]
    package var parties: Parties
    package var rulesField: String?
    package var exhibitList: FormDescription.ExhibitList
    package var capacityFields: [String]
    package var capacities: FormDescription.Capacities
    package var questions: FormDescription.Questions
    package var capacityBoxes: FormDescription.CapacityBoxes?
    package var questionBoxes: FormDescription.QuestionBoxes?
  }

  package struct Parties: Codable, Hashable, Sendable {
    package var complainantName: String?
    package var respondentName: String?
    package var respondentCertificate: String?
    package var printedName: String?
    package var continuationName: String?

    package init(
      complainantName: String?, respondentName: String?, respondentCertificate: String?,
      printedName: String?, continuationName: String?
    ) {
      self.complainantName = complainantName
      self.respondentName = respondentName
      self.respondentCertificate = respondentCertificate
      self.printedName = printedName
      self.continuationName = continuationName
    }
  }

  package init(
    id: String, program: String?, edition: String?, titles: [String], anchors: [String],
    continuation: [String], continuationPages: [Int], places: [FormPlace]
  ) {
    self.id = id
    self.program = program
    self.edition = edition
    self.titles = titles
    self.anchors = anchors
    self.continuation = continuation
    self.continuationPages = continuationPages
    self.places = places
  }
}

// MARK: - What it describes

extension FormFile {
  /// - Parameter blank: What is kept of the form with nothing filled in.
  func description(blank: BlankForm?) -> FormDescription {
    FormDescription(
      id: id, program: program, titles: titles, anchors: anchors, continuation: continuation,
      signatureLabels: allSignatureLabels, dateLabels: allDateLabels, fieldLabels: fieldLabels,
      selfReport: selfReport ?? [], answers: answers.map(resolved), edition: edition,
      continuationPages: continuationPages ?? [],
      places: places.filter { $0.kind != .none }, blank: blank)
  }

  private func labels(_ isWanted: (FormPlace) -> Bool, and more: [String]?) -> [String] {
    var seen: Set<String> = []
    return (places.filter(isWanted).flatMap(\.labels) + (more ?? []))
      .filter { seen.insert($0).inserted }
  }

  private var allSignatureLabels: FormDescription.SignatureLabels {
    func of(_ role: Attestation.Role, _ more: [String]?) -> [String] {
      labels({ $0.kind == .signature && $0.signer == role }, and: more)
    }
    return .init(
      complainant: of(.complainant, signatureLabels?.complainant),
      notary: of(.notary, signatureLabels?.notary),
      witness: of(.witness, signatureLabels?.witness))
  }

  private var allDateLabels: [DatedFact.Role: [String]] {
    DatedFact.Role.allCases.reduce(into: [:]) { all, role in
      let labels = labels(
        { $0.kind == .date && $0.date == role }, and: dateLabels?[role])
      if !labels.isEmpty { all[role] = labels }
    }
  }

  private var fieldLabels: [FieldValueSide: [String]] {
    FieldValueSide.allCases.reduce(into: [:]) { all, side in
      let labels = labels({ $0.kind == .text && $0.value == side }, and: nil)
      if !labels.isEmpty { all[side] = labels }
    }
  }

  /// A place that is not named is nowhere on the form.
  private func field(_ name: String?) -> FormDescription.Field {
    let place = places.first { $0.name == name }
    return FormDescription.Field(
      section: place?.section ?? [], labels: place?.labels ?? [], value: place?.value ?? .below)
  }

  private func resolved(_ answers: Answers) -> FormDescription.Answers {
    let parties = answers.parties
    return FormDescription.Answers(
      requiredFields: answers.requiredFields.compactMap { field($0).labels.first },
      parties: FormDescription.Parties(
        complainantName: field(parties.complainantName),
        respondentName: field(parties.respondentName),
        respondentCertificate: field(parties.respondentCertificate),
        printedName: field(parties.printedName),
        continuationName: field(parties.continuationName)),
      rulesField: field(answers.rulesField), exhibitList: answers.exhibitList,
      capacityLabels: answers.capacityFields.flatMap { field($0).labels },
      capacities: answers.capacities, questions: answers.questions,
      capacityBoxes: answers.capacityBoxes, questionBoxes: answers.questionBoxes)
  }
}
