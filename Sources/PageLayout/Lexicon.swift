package import Casework

/// The words by which notarial acts, letters and stamps are known on anybody's papers, as
/// `Pipeline/wording.yaml` has them.
package struct Lexicon: Codable, Hashable, Sendable {
  package var notary: Notary
  package var letters: Letters
  package var signatures: Signatures
  package var stamps: Stamps
  package var forms: Forms

  /// The wording of notarial certificates. The phrases are short because a certificate breaks its
  /// lines anywhere.
  package struct Notary: Codable, Hashable, Sendable {
    /// What says which act was done.
    package var acts: [NotaryBlock.Act: [Phrase]]
    /// Titles of those who do such acts.
    package var officers: [Phrase]
    /// Labels of the place where the officer signs, beside the titles.
    package var signatureLabels: [Phrase]
    /// States and territories in which an act is a domestic one.
    package var venues: [Phrase]
    /// The counties, parishes and boroughs of each, by its name.
    package var counties: [String: [Phrase]]
    package var stateLabels: [Phrase]
    package var countyLabels: [Phrase]
    package var officerNameLabels: [Phrase]
    package var commissionNumberLabels: [Phrase]
    package var commissionExpiresLabels: [Phrase]
    /// Labels of the number of pages of the document that a loose certificate belongs to.
    package var pageCountLabels: [Phrase]
    package var formulas: Formulas
    /// On a sheet that was made to be attached to somebody else's document.
    package var looseCertificates: [Phrase]
    /// Whatever speaks of a notary at all.
    package var mentions: [Phrase]
    /// Beside a box to tick for an act that was not done remotely.
    package var inPerson: [Phrase]
    /// Over a certificate that is not one any more, or never was.
    package var voided: [Phrase]
    /// What says under what circumstances an act was done.
    package var circumstances: [NotaryBlock.Circumstance: [Phrase]]

    /// The acts in the order in which ``NotaryBlock/Act`` has them, each with one of its phrases.
    package var actPhrases: [(phrase: Phrase, act: NotaryBlock.Act)] {
      NotaryBlock.Act.allCases.flatMap { act in acts[act, default: []].map { ($0, act) } }
    }

    /// What stands in certificates and rarely elsewhere, whatever the act.
    package var certificatePhrases: [Phrase] {
      officers + commissionNumberLabels + commissionExpiresLabels + formulas.appeared
        + formulas.known + formulas.hand + formulas.seal + formulas.oaths
    }

    package func phrases(of wanted: NotaryBlock.Circumstance...) -> [Phrase] {
      wanted.flatMap { circumstances[$0, default: []] }
    }
  }

  /// What else a certificate says, by what it says.
  package struct Formulas: Codable, Hashable, Sendable {
    package var before: [Phrase]
    package var appeared: [Phrase]
    package var known: [Phrase]
    package var hand: [Phrase]
    package var seal: [Phrase]
    package var oaths: [Phrase]
    package var day: [Phrase]
  }

  package struct Letters: Codable, Hashable, Sendable {
    package var salutations: [Phrase]
    /// A signature may stand under these.
    package var closings: [Phrase]
  }

  package struct Signatures: Codable, Hashable, Sendable {
    /// What is written in the place to sign by those who do not sign.
    package var refusals: [Phrase]
  }

  /// Single words, folded.
  package struct Stamps: Codable, Hashable, Sendable {
    /// By what the stamp was put there for.
    package var purposes: [StampPurpose: [String]]
    /// On stamps and seals of officers.
    package var officers: [String]
    /// Each makes a stamp a notary's.
    package var notary: [String]
    /// Each makes a stamp a notary's beside the word "commission".
    package var besideCommission: [String]
    /// What stamps that are sold ready-made say.
    package var stock: [String]

    package func purpose(of word: String) -> StampPurpose? {
      StampPurpose.allCases.first { purposes[$0, default: []].contains(word) }
    }
  }
}

extension Lexicon {
  /// What is printed at the places of a form to fill in, whoever's form it is: `jurat form learn` knows
  /// by it what belongs where.
  package struct Forms: Codable, Hashable, Sendable {
    package var signatures: [Phrase]
    /// Who signs there, where it is not the person whose form it is.
    package var notaries: [Phrase]
    package var witnesses: [Phrase]
    /// A name is written there, and not signed.
    package var names: [Phrase]
    /// A date belongs there, whatever part it plays.
    package var dates: [Phrase]
    package var dateRoles: [DatedFact.Role: [Phrase]]
    /// In a sentence with blanks for a day, a month and a year.
    package var daysOfSentences: [Phrase]
    /// A heading begins with one of these.
    package var headings: [Phrase]
    /// At the head of a page that goes on with the statement.
    package var continuation: [Phrase]
    /// Before the edition of a form.
    package var editions: [Phrase]
    /// Words that are frequent in a language, by its name in `ocr.languages`.
    package var languages: [String: [Phrase]]
  }
}

extension Phrase: Codable {
  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  /// Whether nothing can be like it, because it has no letter or digit.
  package var isEmpty: Bool { characters.isEmpty }
}
