/// One rule of a rule set, applied to a case.
package struct Check: Codable, Hashable, Sendable {
  package enum Outcome: String, Codable, Sendable {
    /// On evidence that was looked at.
    case satisfied
    /// On two witnesses, with nothing that speaks against them.
    case deficient
    /// A person has to say.
    case review
    /// What it rests on was not there to look at, or could not be read.
    case notExamined = "not-examined"
  }

  /// The row of the checklist, such as `DAT-03`.
  package var id: String
  /// The rule and its edition, such as `ccm-2023/filing-period`.
  package var rule: String
  package var title: String
  /// The rule's own words, or where they are cited; `nil` where they are not known.
  package var source: String?
  package var outcome: Outcome
  /// Whether the outcome counts towards the disposition, or only informs the reviewer.
  package var isDecisive: Bool
  /// The kind of `reason`, for programs. A row that is for a person, or was not examined, because not
  /// all was seen keeps the code of what was found in the rest; `outcome` and `waitsFor` say so.
  /// `nil` of results that an older version left.
  package var code: ReasonCode?
  /// In plain words: what was found or not found by the checker.
  package var reason: String
  /// Of a deficiency: what speaks for it, two or more sentences that do not rest on each other.
  package var witnesses: [String]
  /// The row whose question has to be answered first, such as `FRM-01` where no form was found.
  package var waitsFor: String?
  /// The findings that it rests on: attestations, dates and passages.
  package var evidence: [FindingID]
  /// Of the filing period only: one row a policy and date reading.
  package var variants: [Variant]

  package init(
    id: String, rule: String, title: String, source: String? = nil, outcome: Outcome,
    isDecisive: Bool, code: ReasonCode,
    reason: String, witnesses: [String] = [], waitsFor: String? = nil, evidence: [FindingID] = [],
    variants: [Variant] = []
  ) {
    self.id = id
    self.rule = rule
    self.title = title
    self.outcome = outcome
    self.isDecisive = isDecisive
    self.source = source
    self.code = code
    self.reason = reason
    self.witnesses = witnesses
    self.waitsFor = waitsFor
    self.evidence = evidence
    self.variants = variants
  }

  /// The filing period under one policy and one reading of the dates.
  package struct Variant: Codable, Hashable, Sendable {
    /// The policy in words, such as `12 months, from the first act, to receipt, anniversary`.
    package var policy: String
    package var start: CivilDate
    package var end: CivilDate
    package var lastDay: CivilDate
    /// Days left at `end`; negative where `end` is after `lastDay`.
    package var marginDays: Int

    package init(
      policy: String, start: CivilDate, end: CivilDate, lastDay: CivilDate, marginDays: Int
    ) {
      self.policy = policy
      self.start = start
      self.end = end
      self.lastDay = lastDay
      self.marginDays = marginDays
    }

    package var isWithin: Bool { marginDays >= 0 }
  }
}

package enum Disposition: String, Codable, Sendable {
  case ready
  case deficiencyCandidate = "deficiency-candidate"
  case review
}

/// What `check` leaves behind.
package struct CheckResults: Codable, Hashable, Sendable {
  /// The rule set applied, such as `ccm-2023`.
  package var ruleSet: String
  package var disposition: Disposition
  package var checks: [Check]
  /// The words that the checks rest on, by their ids in the order in which checks name them.
  package var passages: [Passage]
  /// What the complaint names of the Code: first what is certain.
  package var citations: [Citation]
  package var identity: CaseIdentity
  package var edition: EditionStatus

  package init(
    ruleSet: String, disposition: Disposition, checks: [Check], passages: [Passage] = [],
    citations: [Citation] = [], identity: CaseIdentity = CaseIdentity(),
    edition: EditionStatus = EditionStatus(status: "adopted", openQuestions: [])
  ) {
    self.identity = identity
    self.edition = edition
    self.ruleSet = ruleSet
    self.disposition = disposition
    self.checks = checks
    self.passages = passages
    self.citations = citations
  }
}

/// Everything that the stages before `check` found out about a case.
package struct CaseFacts: Codable, Hashable, Sendable {
  /// What came with the packet, may have been meant, and is no document.
  package var leftOut: [LeftOutFile]
  /// What people say of the case in place of the machine.
  package var amendments: [Amendment]
  package var documents: [DocumentFacts]
  package var classification: Classification
  package var attestations: [Attestation]
  package var dates: [DatedFact]

  package init(
    leftOut: [LeftOutFile] = [], amendments: [Amendment] = [], documents: [DocumentFacts],
    classification: Classification,
    attestations: [Attestation], dates: [DatedFact]
  ) {
    self.leftOut = leftOut
    self.amendments = amendments
    self.documents = documents
    self.classification = classification
    self.attestations = attestations
    self.dates = dates
  }

  /// A document, its survey and what its pages said, in page order.
  package struct DocumentFacts: Codable, Hashable, Sendable {
    package var ingested: IngestedDocument
    package var survey: DocumentSurvey
    package var pages: [PageOutcome]

    package init(ingested: IngestedDocument, survey: DocumentSurvey, pages: [PageOutcome]) {
      self.ingested = ingested
      self.survey = survey
      self.pages = pages
    }

    /// Where `signature` stands on its upright page; `nil` where its field is on no page.
    package func box(of signature: DigitalSignature) -> Box? {
      guard let page = survey.pages.first(where: { $0.number == signature.page }) else {
        return nil
      }
      let reading = pages.first { $0.page.page == page.number }?.reading
      return signature.box?.upright(on: page, turned: reading?.rotation ?? 0)
    }
  }

  /// All pages of all documents, in order.
  package var pages: [PageOutcome] { documents.flatMap(\.pages) }

  /// The same case with `transform` applied to what every page said.
  package func withReadings(_ transform: (Reading) -> Reading) -> CaseFacts {
    var facts = self
    for document in facts.documents.indices {
      for page in facts.documents[document].pages.indices {
        let reading = facts.documents[document].pages[page].reading
        facts.documents[document].pages[page].reading = reading.map(transform)
      }
    }
    return facts
  }
}
