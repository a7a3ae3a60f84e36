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
  package var notaries: Notaries
  package var provisions: Provisions
  package var policies: Policies
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
    package enum Unit: String, Codable, Sendable { case sides, sheets, ask }

    /// The most pages of a complaint without its supporting documents.
    package var limit: Int
    /// What is a page of a sheet that is written on both sides.
    package var unit: Unit
    /// Whether the sheet of a loose notarial certificate is a page of the complaint.
    package var certificate: Certificate
    /// Lines lower than this are pointed out as small type, in points.
    package var smallType: Double
  }

  /// The highest number of each kind of provision of the Code; `nil` while it is not known.
  package struct Provisions: Codable, Hashable, Sendable {
    package var principles: Int?
    package var rules: Int?
    package var standards: Int?
  }

  /// What is known of notaries, beyond the kinds of their acts.
  package struct Notaries: Codable, Hashable, Sendable {
    /// States, as venues write them, where a notarial act needs no seal.
    package var statesWithoutSeal: [String]
    /// What a certificate says of a commission that does not end.
    package var commissionWithoutEnd: [String]
    /// No commission is longer, in years; one that seems to be was misread.
    package var longestCommission: Int
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
    /// Declared under penalty of perjury, and not notarized.
    package var unswornDeclaration: Answer
    /// The form more than once in a packet, as when a corrected one comes with the first.
    package var resubmission: Answer

    /// All of them by their keys, in the order of the file, each with the row that asks.
    var all: [(key: String, answer: Answer, row: ChecklistRow)] {
      [
        ("withoutForm", withoutForm, .onTheForm),
        ("remoteNotarization", remoteNotarization, .remoteNotarization),
        ("foreignNotarization", foreignNotarization, .foreignNotarization),
        ("selfReport", selfReport, .selfReport),
        ("chairComplaint", chairComplaint, .chairComplaint),
        ("severalParties", severalParties, .singleParties),
        ("otherProceedings", otherProceedings, .otherProceedings),
        ("powerOfAttorneyUnproven", powerOfAttorneyUnproven, .powerOfAttorney),
        ("otherLanguages", otherLanguages, .language),
        ("unswornDeclaration", unswornDeclaration, .notOnlyUnsworn),
        ("resubmission", resubmission, .oneCase),
      ]
    }
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
    /// The rule's own words, or where they are cited; `nil` where they are not known.
    package var source: String?
  }
}
