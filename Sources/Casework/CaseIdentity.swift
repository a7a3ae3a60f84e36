/// How people tell a case from others, as the checker read it.
package struct CaseIdentity: Codable, Hashable, Sendable {
  /// Somebody's name in a field of the form.
  package struct Name: Codable, Hashable, Sendable {
    package var text: String
    /// It was read well: typed, or a form's value.
    package var isSure: Bool
    package var evidence: [FindingID]

    package init(text: String, isSure: Bool, evidence: [FindingID]) {
      self.text = text
      self.isSure = isSure
      self.evidence = evidence
    }
  }

  /// Every day on which something may have been, first and last included.
  package struct Days: Codable, Hashable, Sendable {
    package var earliest: CivilDate
    package var latest: CivilDate

    package init(earliest: CivilDate, latest: CivilDate) {
      self.earliest = earliest
      self.latest = latest
    }
  }

  /// The last day of filing under every policy and reading, and what is left of the period; where
  /// nothing is left, negative days.
  package struct Filing: Codable, Hashable, Sendable {
    package var lastDay: Days
    package var leastMarginDays: Int
    package var greatestMarginDays: Int

    /// `nil` without any variant.
    package init?(_ variants: [Check.Variant]) {
      let days = variants.map(\.lastDay)
      let margins = variants.map(\.marginDays)
      guard let earliest = days.min(), let latest = days.max(), let least = margins.min(),
        let greatest = margins.max()
      else { return nil }
      lastDay = Days(earliest: earliest, latest: latest)
      leastMarginDays = least
      greatestMarginDays = greatest
    }
  }

  /// `nil` where nothing was read in the field.
  package var complainant: Name?
  package var respondent: Name?
  /// What the stamp of receipt says; `nil` where none was found, or one that names no day.
  package var received: Days?
  /// `nil` where the days are not known.
  package var filing: Filing?
  package var amendedBy: [AmendedBy]

  package init(
    complainant: Name? = nil, respondent: Name? = nil, received: Days? = nil,
    filing: Filing? = nil, amendedBy: [AmendedBy] = []
  ) {
    self.amendedBy = amendedBy
    self.complainant = complainant
    self.respondent = respondent
    self.received = received
    self.filing = filing
  }
}

/// How far the edition of the rules that was applied can be relied on.
package struct EditionStatus: Codable, Hashable, Sendable {
  /// `adopted`, `draft` or `assumed`.
  package var status: String
  /// The keys of its file that leave a question open.
  package var openQuestions: [String]
  /// The rows of the checklist that depend on the answer to each of them, in its order; `nil` of
  /// results that an older version left.
  package var dependents: [String: [String]]?

  package init(status: String, openQuestions: [String], dependents: [String: [String]] = [:]) {
    self.dependents = dependents
    self.status = status
    self.openQuestions = openQuestions
  }
}

/// A packet with which the documents of a case came.
package struct ArrivedPacket: Codable, Hashable, Sendable {
  /// As it was called in the inbox; empty where that is not known any more.
  package var name: String
  /// Its files, relative to it; none of a packet that is a single file.
  package var files: [String]
  /// Of documents that came with other cases; `nil` of mail.
  package var origin: CaseOrigin?

  package init(name: String, files: [String], origin: CaseOrigin? = nil) {
    self.name = name
    self.files = files
    self.origin = origin
  }
}

/// That a person made the case of the documents of others.
package struct CaseOrigin: Codable, Hashable, Sendable {
  package enum Act: String, Codable, Sendable {
    /// Some documents of a case belong to another.
    case split
    /// Two cases are one.
    case join
  }

  package var act: Act
  package var from: [CaseID]
  /// Who says so.
  package var by: String
  package var note: String

  package init(act: Act, from: [CaseID], by: String, note: String) {
    self.act = act
    self.from = from
    self.by = by
    self.note = note
  }
}
