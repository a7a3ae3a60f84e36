package import Casework

/// One edition of the rules of one programme, as `rules/NAME.yaml` has it.
package struct RuleSet: Codable, Hashable, Sendable {
  /// As the file is called, such as `ccm-2023`; cited in every check.
  package var id: String
  package var title: String
  /// The programme whose complaints it is for, such as `ccm`.
  package var program: String
  package var effective: Effective
  package var pages: Pages
  package var filingPeriod: FilingPeriod
  /// Whether a notarial act makes a complaint notarized, by its kind as ``NotaryBlock/Act`` writes
  /// it. An act that is not named is asked about.
  package var notarialActs: [String: Answer]
  package var policies: Policies
  package var form: Form
  /// By the ids of the checklist; every row is there.
  package var checks: [String: Row]

  /// When the edition is in force.
  package struct Effective: Codable, Hashable, Sendable {
    package enum Status: String, Codable, Sendable {
      /// In force from `from`, as its issuer has published.
      case adopted
      /// Released for comment.
      case draft
      /// Put together from what others say about it; the text was not seen.
      case assumed
    }
    package var status: Status
    /// The first day; `nil` while it is not known.
    package var from: CivilDate?
    /// The last day; `nil` while it is in force, or not known.
    package var until: CivilDate?
  }

  package struct Pages: Codable, Hashable, Sendable {
    package enum Certificate: String, Codable, Sendable { case counts, excluded, ask }

    /// The most pages of a complaint without its supporting documents.
    package var limit: Int
    /// Whether the sheet of a loose notarial certificate is a page of the complaint.
    package var certificate: Certificate
  }

  /// What is done where the rules leave something open.
  package enum Answer: String, Codable, Sendable {
    /// A person decides.
    case ask
    /// It is in order.
    case accept
    /// It is deficient.
    case refuse
  }

  /// The open questions that are neither about time nor about pages.
  package struct Policies: Codable, Hashable, Sendable {
    /// A packet without the form; `ask` or `refuse`.
    package var withoutForm: Answer
    /// Notarized over a video link; `ask` or `accept`, as all that follow.
    package var remoteNotarization: Answer
    /// By a foreign notary, a consul, or with an apostille.
    package var foreignNotarization: Answer
    package var selfReport: Answer
    package var chairComplaint: Answer
    /// More than one complainant or respondent.
    package var severalParties: Answer
    /// A lawsuit or another complaint about the same facts.
    package var otherProceedings: Answer
    /// Filed under a power of attorney that is not in the packet.
    package var powerOfAttorneyUnproven: Answer
    /// A complaint that is not in English.
    package var otherLanguages: Answer
  }

  /// What this edition's checks look for on the complaint form, by the words printed there.
  package struct Form: Codable, Hashable, Sendable {
    /// Labels of fields that have to be filled in.
    package var requiredFields: [String]
    /// Labels of the field that says in which capacity the complaint is filed.
    package var capacityLabels: [String]
    /// What stands in that field, by what it says.
    package var capacities: Capacities
    /// Yes-or-no questions, by what a yes says.
    package var questions: Questions
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
    package var otherProceedings: [String]
  }

  /// One row of the checklist as this edition has it.
  package struct Row: Codable, Hashable, Sendable {
    package enum Standing: String, Codable, Sendable {
      /// Counts towards the disposition.
      case decisive
      /// Informs the reviewer only.
      case advisory
    }
    /// The rule's name within the edition, such as `filing-period`.
    package var rule: String
    package var title: String
    package var standing: Standing
  }
}
