import Casework
import PageLayout

/// One case under one rule set: where the rows of the checklist look.
///
/// The rows are in the extensions, one file a subject.
struct Examination {
  let facts: FilingFacts
  let events: CaseEvents
  let rules: CaseRules
  // Worked out once: several rows speak of each.
  let filingPeriodEvaluation: FilingPeriodEvaluation
  let parties: Parties
  let citations: Citations

  init(_ facts: FilingFacts, rules: CaseRules) {
    self.facts = facts
    self.rules = rules
    events = CaseEvents(facts, answers: rules.answers)
    filingPeriodEvaluation = FilingPeriodEvaluation(rules.ruleSet.filingPeriod, to: events)
    parties = Parties(in: facts, by: rules.answers.parties)
    citations = Citations(
      in: facts, on: facts.complaintPages, field: rules.answers.rulesField,
      provisions: rules.ruleSet.provisions)
  }

  var ruleSet: RuleSet { rules.ruleSet }
  /// What a row says that looks at the form, where there is none.
  var noForm: Finding {
    .notExamined(
      .formNotFound, "No complaint form was found by the checker.", waitingFor: .onTheForm)
  }

  /// The labels of a date on the complaint: where it was looked for.
  func labels(of role: DatedFact.Role) -> [Quote] {
    facts.quotes(
      of: rules.dateLabels[role, default: []].map { Phrase($0) }, on: facts.complaintPages)
  }

  /// What is read on the form.
  var answers: FormDescription.Answers { rules.answers }
  /// What notarial certificates say.
  var notary: Lexicon.Notary { rules.notary }

  /// What `row` comes to. Nothing is deficient in a packet that was not read well, for what could not
  /// be read may hold what was not found; and what would have to have been read, and was not, was not
  /// examined.
  func finding(for row: ChecklistRow) -> Finding {
    var finding = unguardedFinding(for: row)
    let relied: Finding.Reliance = finding.outcome == .deficient ? .onAllWords : finding.rests
    guard let gap = facts.gap(against: relied), gap.row != row else { return finding }
    if finding.outcome == .deficient {
      finding.outcome = .review
      finding.reason +=
        " \(finding.witnesses.joined(separator: " ")) It is for a person to say, because "
        + "\(gap.words)."
      finding.witnesses = []
    } else {
      finding.outcome = .notExamined
      finding.reason = "Not all was seen: \(gap.words). Of what was read: \(finding.reason)"
    }
    finding.waitsFor = gap.row
    return finding
  }

  private func unguardedFinding(for row: ChecklistRow) -> Finding {
    switch row {
    case .everythingOpened: everythingOpened()
    case .oneCase: oneCase()
    case .digitalSignaturesIntact: digitalSignaturesIntact()
    case .noPageLost: noPageLost()
    case .legible: legible()
    case .onTheForm: onTheForm()
    case .editionOfForm: editionOfForm()
    case .requiredFields: requiredFields()
    case .allowedFiler: allowedFiler()
    case .powerOfAttorney: powerOfAttorney()
    case .respondentCertified: respondentCertified()
    case .rulesNamed: rulesNamed()
    case .singleParties: singleParties()
    case .selfReport: selfReport()
    case .chairComplaint: chairComplaint()
    case .notAnInquiry: notAnInquiry()
    case .pageLimit: pageLimit()
    case .supportSeparable: supportSeparable()
    case .limitNotEvaded: limitNotEvaded()
    case .signed: signed()
    case .signerIsComplainant: signerIsComplainant()
    case .signatureDated: signatureDated()
    case .notarized: notarized()
    case .notarizesThisSignature: notarizesThisSignature()
    case .notarialAct: notarialAct()
    case .venue: venue()
    case .notarialDate: notarialDate()
    case .dateOrder: dateOrder()
    case .commissionValid: commissionValid()
    case .seal: seal()
    case .officerIdentity: officerIdentity()
    case .remoteNotarization: remoteNotarization()
    case .foreignNotarization: foreignNotarization()
    case .notOnlyUnsworn: notOnlyUnsworn()
    case .occurrenceKnown: occurrenceKnown()
    case .receiptKnown: receiptKnown()
    case .filingPeriod: filingPeriod()
    case .governingEdition: governingEdition()
    case .plausibleDates: plausibleDates()
    case .otherProceedings: otherProceedings()
    case .language: language()
    case .sensitiveContent: sensitiveContent()
    case .disclosureNeutral: disclosureNeutral()
    case .priorFilings: priorFilings()
    case .summary: .note(.summary, "See the rows above.")
    }
  }
}
