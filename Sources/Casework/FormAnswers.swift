extension FormDescription {
  /// What the checks read on the form, by the words printed there.
  package struct Answers: Codable, Hashable, Sendable {
    /// Labels of fields that have to be filled in; each is one of ``FormDescription/fieldLabels``.
    package var requiredFields: [String]
    /// The fields that name people. Their values are compared, and shown to be looked up.
    package var parties: Parties
    /// The field that names Rules and Standards, in which a bare number may be one.
    package var rulesField: Field
    /// The list of the supporting documents.
    package var exhibitList: ExhibitList
    /// Labels of the field that says in which capacity the complaint is filed; each is one of
    /// ``FormDescription/fieldLabels``.
    package var capacityLabels: [String]
    /// What stands in that field, by what it says.
    package var capacities: Capacities
    /// Yes-or-no questions, by what a yes says.
    package var questions: Questions
    /// Boxes to tick that say in which capacity it is filed.
    package var capacityBoxes: CapacityBoxes?
    /// The boxes for yes and for no of each question.
    package var questionBoxes: QuestionBoxes?

    package init(
      requiredFields: [String], parties: Parties, rulesField: Field, exhibitList: ExhibitList,
      capacityLabels: [String], capacities: Capacities, questions: Questions,
      capacityBoxes: CapacityBoxes? = nil, questionBoxes: QuestionBoxes? = nil
    ) {
      self.requiredFields = requiredFields
      self.parties = parties
      self.rulesField = rulesField
      self.exhibitList = exhibitList
      self.capacityLabels = capacityLabels
      self.capacities = capacities
      self.questions = questions
      self.capacityBoxes = capacityBoxes
      self.questionBoxes = questionBoxes
    }
  }

  /// A field of the form by its printed label.
  package struct Field: Codable, Hashable, Sendable {
    /// Headings under which the label is the topmost of its kind; none where it stands only once.
    package var section: [String]
    package var labels: [String]
    package var value: FieldValueSide

    package init(section: [String], labels: [String], value: FieldValueSide) {
      self.section = section
      self.labels = labels
      self.value = value
    }
  }

  package struct Parties: Codable, Hashable, Sendable {
    package var complainantName: Field
    package var respondentName: Field
    package var respondentCertificate: Field
    /// The complainant's printed name at the signature.
    package var printedName: Field
    /// The complainant's name on a continuation sheet.
    package var continuationName: Field

    package init(
      complainantName: Field, respondentName: Field, respondentCertificate: Field,
      printedName: Field, continuationName: Field
    ) {
      self.complainantName = complainantName
      self.respondentName = respondentName
      self.respondentCertificate = respondentCertificate
      self.printedName = printedName
      self.continuationName = continuationName
    }
  }

  package struct ExhibitList: Codable, Hashable, Sendable {
    /// Headings under which the list stands.
    package var section: [String]
    /// Heads of the column with the exhibits' numbers.
    package var number: [String]
    /// Heads of the column with their numbers of pages.
    package var pages: [String]
  }

  package struct Capacities: Codable, Hashable, Sendable {
    package var certificant: [String]
    package var publicMember: [String]
    package var client: [String]
    package var powerOfAttorney: [String]
    package var committeeChair: [String]
    package var selfReport: [String]
  }

  package struct Questions: Codable, Hashable, Sendable {
    package var powerOfAttorneyAttached: [String]
    package var conductOngoing: [String]
    package var otherProceedings: [String]
  }

  /// Names of places to tick, by the capacity that they say; none where the form has no such box.
  package struct CapacityBoxes: Codable, Hashable, Sendable {
    package var certificant: [String]?
    package var publicMember: [String]?
    package var client: [String]?
    package var powerOfAttorney: [String]?
    package var committeeChair: [String]?
    package var selfReport: [String]?

    package var all: [(key: String, names: [String])] {
      [
        ("certificant", certificant), ("publicMember", publicMember), ("client", client),
        ("powerOfAttorney", powerOfAttorney), ("committeeChair", committeeChair),
        ("selfReport", selfReport),
      ].map { ($0.0, $0.1 ?? []) }
    }
  }

  package struct QuestionBoxes: Codable, Hashable, Sendable {
    package var powerOfAttorneyAttached: YesNoBoxes?
    package var conductOngoing: YesNoBoxes?
    package var otherProceedings: YesNoBoxes?

    package var all: [(key: String, boxes: YesNoBoxes)] {
      [
        ("powerOfAttorneyAttached", powerOfAttorneyAttached), ("conductOngoing", conductOngoing),
        ("otherProceedings", otherProceedings),
      ].compactMap { key, boxes in boxes.map { (key, $0) } }
    }
  }

  /// Names of the two places to tick of a question.
  package struct YesNoBoxes: Codable, Hashable, Sendable {
    package var ifYes: String
    package var ifNo: String
  }
}
