import Casework

// The words in which findings are put to a person. They say what the checker found or did not
// find; they never decide.

/// `counted("page")(2)` is "2 pages".
func counted(_ noun: String) -> (Int) -> String {
  { count in count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
}

extension Double {
  /// A confidence in a word. Confidences only rank what was found: how often one of 0.9 is right was
  /// never measured, so a percentage would promise too much.
  var asRank: String {
    switch self {
    case 0.85...: "clear"
    case 0.6...: "likely"
    default: "doubtful"
    }
  }
}

extension PageInterval {
  var inWords: String {
    min == max ? counted("page")(min) : "\(min) to \(max) pages"
  }
}

extension CaseIdentity {
  /// Who complains of whom.
  package var inWords: String {
    guard complainant != nil || respondent != nil else { return "Nobody's name was read" }
    return "\(complainant?.text ?? "Somebody") about \(respondent?.text ?? "somebody")"
  }
}

extension CaseIdentity.Name? {
  package var inWords: String {
    guard let name = self else { return "no name was read" }
    return name.isSure ? name.text : "\(name.text) (doubtful)"
  }
}

extension CaseIdentity.Days {
  package var inWords: String { CivilDate.inWords(earliest, latest) }
}

extension CaseIdentity.Filing {
  package var inWords: String { "\(lastDay.inWords); filed \(marginInWords)" }

  /// How the filing stands to the period, by the dates that were read and every policy.
  var marginInWords: String {
    let days = counted("day")
    if leastMarginDays >= 0 { return "with \(days(leastMarginDays)) left" }
    return greatestMarginDays < 0
      ? "\(days(-greatestMarginDays)) after it" : "in time or not, by the reading"
  }
}

extension EditionStatus {
  package var inWords: String {
    openQuestions.isEmpty ? status : "\(status): \(counted("question")(openQuestions.count)) open"
  }
}

extension ArrivedPacket {
  package var inWords: String {
    (name.isEmpty ? "a packet of a forgotten name" : name)
      + (files.isEmpty ? "" : " (\(files.joined(separator: ", ")))")
  }
}

extension CaseOrigin {
  /// Such as `documents of c-0123456789abcdef, by B. Reviewer: two complaints in one envelope`.
  package var inWords: String {
    let cases = from.map(\.rawValue).joined(separator: " and ")
    let what = act == .split ? "documents of \(cases)" : "\(cases), which are one case"
    return "\(what), by \(by)" + (note.isEmpty ? "" : ": \(note)")
  }
}

extension DateReading {
  /// Such as `2024-05-06 (likely)`.
  var ranked: String {
    "\(inWords) (\(confidence.asRank))"
  }
}

extension [DateReading] {
  /// Such as `2024-05-06 (likely) or 2024-06-05 (doubtful)`.
  package var inWords: String { map(\.ranked).joined(separator: " or ") }
}

extension String {
  /// With a capital at its start and a full stop at its end.
  var asSentence: String { capitalisedFirst.withFullStop }

  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

  var withFullStop: String {
    last.map { ".!?".contains($0) } ?? true ? self : self + "."
  }
}

extension Disposition {
  /// Says the disposition without colour.
  var symbol: String {
    switch self {
    case .ready: Check.Outcome.satisfied.symbol
    case .deficiencyCandidate: Check.Outcome.deficient.symbol
    case .review: Check.Outcome.review.symbol
    }
  }

  var inWords: String {
    switch self {
    case .ready: "Ready for a decision"
    case .deficiencyCandidate: "Deficiency candidate"
    case .review: "Needs review"
    }
  }

  var explanation: String {
    switch self {
    case .ready: "Every check that counts is satisfied. A person still decides."
    case .deficiencyCandidate:
      "At least one requirement does not seem to be met, on evidence that was found and read well. "
        + "A person decides; nothing was sent to anybody."
    case .review: "At least one check could not be settled by the checker. A person decides."
    }
  }
}

extension Check {
  /// The outcome; of a row that only informs, what is for review is a note.
  var outcomeInWords: String {
    outcome == .review && !isDecisive ? "Note" : outcome.inWords
  }
}

extension Check.Outcome {
  var inWords: String {
    switch self {
    case .satisfied: "Satisfied"
    case .deficient: "Deficiency candidate"
    case .review: "For review"
    case .notExamined: "Not examined"
    }
  }

  /// Says the outcome without colour.
  var symbol: String {
    switch self {
    case .satisfied: "✓"
    case .deficient: "✕"
    case .review: "?"
    case .notExamined: "–"
    }
  }
}

extension CaseKind {
  var inWords: String {
    switch self {
    case .complaint: "Complaint"
    case .selfReport: "Self-report"
    case .unknown: "Unknown"
    }
  }
}

extension PageRole {
  var inWords: String {
    switch self {
    case .form: "Complaint form"
    case .continuation: "Continuation of the complaint"
    case .certificate: "Notarial certificate"
    case .powerOfAttorney: "Power of attorney"
    case .transmittal: "Transmittal letter"
    case .supporting: "Supporting document"
    case .separator: "Separator sheet"
    case .envelope: "Envelope"
    case .faxCover: "Fax cover"
    case .blank: "Blank page"
    case .unknown: "Role unknown"
    }
  }
}

extension PageOutcome.State {
  var inWords: String {
    switch self {
    case .read: "read"
    case .blank: "blank"
    case .failed: "could not be read"
    }
  }
}

extension TextSource {
  var inWords: String {
    switch self {
    case .ocr: "text recognised from the picture"
    case .pdf: "text of the document itself"
    case .mixed: "text of the document itself and from the picture"
    case .none: "no text"
    }
  }
}

extension Attestation.Kind {
  var inWords: String {
    switch self {
    case .signature: "Signature"
    case .notary: "Notary block"
    case .seal: "Seal"
    case .stamp: "Stamp"
    case .digitalSignature: "Digital signature"
    case .checkBox: "Check box"
    case .formField: "Field of the form"
    }
  }
}

extension Attestation.Kind {
  /// Something to fill in on the form, rather than an attestation in the narrow sense.
  var isEntry: Bool { self == .checkBox || self == .formField }
}

extension Attestation {
  /// What kind of finding it is, with its manner, purpose or label.
  var kindInWords: String {
    switch kind {
    case .signature: manner.map { "Signature, \($0.inWords)" } ?? kind.inWords
    case .stamp: purpose.flatMap(\.inWords).map { "Stamp, “\($0)”" } ?? kind.inWords
    case .checkBox, .formField: label.map { "\(kind.inWords) “\($0)”" } ?? kind.inWords
    case .notary, .seal, .digitalSignature: kind.inWords
    }
  }

  /// The state and how sure it is, such as `present (likely)`.
  var rankedState: String {
    state == .uncertain ? stateInWords : "\(stateInWords) (\(confidence.asRank))"
  }

  private var stateInWords: String {
    switch (kind, state) {
    case (.checkBox, .present): "checked"
    case (.checkBox, .blank), (.formField, .blank): "empty"
    case (.formField, .present): "filled in" + (writing.map { ", \($0.asFilling)" } ?? "")
    default: state.inWords
    }
  }
}

extension SignatureManner {
  var inWords: String {
    switch self {
    case .handwritten: "by hand"
    case .mark: "by a mark"
    case .initials: "initials"
    case .typed: "typed"
    case .proxy: "by another for the signer"
    case .picture: "a picture in a document made on a computer"
    }
  }
}

extension StampPurpose {
  /// `nil` where there is nothing to say.
  var inWords: String? {
    switch self {
    case .received: "received"
    case .filed: "filed"
    case .recorded: "recorded"
    case .notary: "notary"
    case .other: nil
    }
  }
}

extension NotaryBlock.Circumstance {
  var inWords: String {
    switch self {
    case .remote: "remote or electronic"
    case .looseCertificate: "on a sheet of its own"
    case .consular: "consular"
    case .military: "military"
    case .foreign: "foreign"
    case .apostille: "with an apostille"
    }
  }
}

extension DatedFact.Writing {
  var asFilling: String {
    switch self {
    case .print: "printed or typed"
    case .hand: "by hand"
    case .field: "in a field of the document"
    }
  }
}

extension Attestation.State {
  var inWords: String {
    switch self {
    case .present: "present"
    case .blank: "place found, empty"
    case .uncertain: "uncertain"
    }
  }

  var symbol: String {
    switch self {
    case .present: "✓"
    case .blank: "✕"
    case .uncertain: "?"
    }
  }
}

extension NotaryBlock.Act {
  var inWords: String {
    switch self {
    case .jurat: "jurat (sworn statement)"
    case .acknowledgment: "acknowledgment"
    case .signatureWitnessing: "signature witnessing"
    case .copyCertification: "copy certification"
    case .unknown: "kind of act unknown"
    }
  }
}

extension NotaryBlock.Element {
  var inWords: String {
    switch self {
    case .venue: "Venue"
    case .date: "Date of the act"
    case .signer: "Signer named"
    case .seal: "Seal"
    case .title: "Officer's title"
    case .officerSignature: "Officer's signature"
    case .officerName: "Officer's name"
    case .commissionNumber: "Commission number"
    case .commissionExpires: "Commission expires"
    }
  }
}

extension DatedFact.Role {
  var inWords: String {
    switch self {
    case .occurrence: "Occurrence"
    case .learned: "Learned of"
    case .signed: "Signed"
    case .notarized: "Notarized"
    case .received: "Received"
    case .postmark: "Postmark"
    case .birth: "Birth"
    case .other: "Other"
    case .commissionExpires: "Commission expires"
    case .formRevision: "Form revision"
    }
  }
}

extension DatedFact.Writing {
  var inWords: String {
    switch self {
    case .print: "printed"
    case .hand: "handwritten"
    case .field: "form field"
    }
  }
}

extension DocumentState {
  var inWords: String {
    switch self {
    case .opened: "opened"
    case .encrypted: "encrypted: a password is needed to open it"
    case .damaged: "damaged: it could not be opened"
    case .unsupported: "not a kind of file that jurat reads"
    }
  }

  var sentence: String {
    switch self {
    case .opened: "It was opened."
    case .encrypted: "A password is needed to open it."
    case .damaged: "It could not be opened: it is damaged."
    case .unsupported: "It is not a kind of file that jurat reads."
    }
  }
}

extension DocumentPurpose {
  var inWords: String {
    switch self {
    case .complaint: "Complaint"
    case .certificate: "Notarial certificate"
    case .supporting: "Supporting document"
    case .envelope: "Envelope"
    case .document: "Document"
    }
  }
}

extension LayerFault {
  /// After "read:".
  var inWords: String {
    switch self {
    case .unreadable: "the text in the file has no meaning and was set aside"
    case .invisible: "the text in the file is not to be seen and was set aside"
    case .notShown: "the text in the file is not what the page shows and was set aside"
    }
  }
}

extension PageEntry {
  /// `nil` where the file says what the page shows.
  var contradictionsInWords: String? {
    contradictions.isEmpty
      ? nil
      : "the file says something else than the page shows in "
        + counted("place")(contradictions.count)
  }
}
