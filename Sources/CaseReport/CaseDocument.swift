package import Casework
import FileStore

/// `case.json`, version 1: all that jurat found out about a case, described by
/// `Pipeline/schema/case.schema.json`.
///
/// Boxes are `[x, y, width, height]` in points of the upright page, origin top left. Nothing in it
/// depends on when, where or by how many workers it was made. Birth dates and identity numbers are
/// masked.
package struct CaseDocument: Encodable, Sendable {
  let schema = "jurat.case/1"
  let caseId: CaseID
  let program: OrNull<String>
  let kind: CaseKind
  let ruleSet: String
  let edition: EditionStatus
  let disposition: Disposition
  let made: MadeBy
  let parties: PartiesEntry
  /// Every day that the stamp of receipt may mean.
  let received: OrNull<CaseIdentity.Days>
  let filing: OrNull<CaseIdentity.Filing>
  /// The packet that the documents came with first; none where that is not known.
  let arrivals: [ArrivedPacket]
  /// The cases that it was made of; `null` where it came by mail.
  let origin: OrNull<CaseOrigin>
  let overrides: [String: String]
  /// What people say in place of the machine.
  let amendments: [AmendmentEntry]
  let leftOut: [LeftOutFile]
  let documents: [DocumentEntry]
  let complaintPages: PageInterval
  let attestations: [AttestationEntry]
  let dates: [DateEntry]
  let passages: [PassageEntry]
  let citations: [CitationEntry]
  let checks: [CheckEntry]

  /// - Parameters:
  ///   - arrivals: the packet that the documents came with first.
  ///   - overrides: the settings that were changed for this case alone, by key.
  ///   - crops: the findings that the bundle has a picture of.
  package init(
    caseID: CaseID, facts: CaseFacts, results: CheckResults, made: MadeBy,
    arrivals: [ArrivedPacket] = [],
    overrides: [String: String] = [:], crops: Set<FindingID> = []
  ) {
    self.made = made
    edition = results.edition
    parties = PartiesEntry(results.identity)
    received = OrNull(results.identity.received)
    filing = OrNull(results.identity.filing)
    self.arrivals = arrivals.map { ArrivedPacket(name: $0.name, files: $0.files) }
    origin = OrNull(arrivals.first?.origin)
    caseId = caseID
    program = OrNull(facts.classification.program)
    kind = facts.classification.kind
    ruleSet = results.ruleSet
    disposition = results.disposition
    self.overrides = overrides
    amendments = AmendmentEntry.entries(of: facts, results)
    leftOut = facts.leftOut
    documents = facts.documents.map {
      DocumentEntry(
        $0, path: BundlePaths.original($0, in: facts), classification: facts.classification)
    }
    complaintPages = facts.classification.complaintPages
    attestations = facts.attestations.map {
      AttestationEntry($0, hasCrop: crops.contains($0.id))
    }
    dates = facts.dates.map { DateEntry($0.masked, hasCrop: crops.contains($0.id)) }
    passages = results.passages.map { PassageEntry($0, hasCrop: crops.contains($0.id)) }
    citations = results.citations.map(CitationEntry.init)
    checks = results.checks.map(CheckEntry.init)
  }

  /// The file's bytes; equal for equal values.
  package func json() throws -> [UInt8] { try CanonicalJSON.encode(self, isIndented: true) }
}

/// Who complains of whom.
struct PartiesEntry: Encodable, Sendable {
  struct Name: Encodable, Sendable {
    let text: String
    let sure: Bool
    let evidence: [FindingID]

    init(_ name: CaseIdentity.Name) {
      text = name.text
      sure = name.isSure
      evidence = name.evidence
    }
  }

  let complainant: OrNull<Name>
  let respondent: OrNull<Name>

  init(_ identity: CaseIdentity) {
    complainant = OrNull(identity.complainant.map(Name.init))
    respondent = OrNull(identity.respondent.map(Name.init))
  }
}

/// A check of `case.json`.
struct CheckEntry: Encodable, Sendable {
  struct Variant: Encodable, Sendable {
    let policy: String
    let start: CivilDate
    let end: CivilDate
    let lastDay: CivilDate
    let marginDays: Int
    let within: Bool
  }

  let id: String
  let rule: String
  let title: String
  let source: OrNull<String>
  let outcome: Check.Outcome
  let decisive: Bool
  /// The kind of `reason`, for programs.
  let code: OrNull<ReasonCode>
  let reason: String
  let witnesses: [String]
  let waitsFor: OrNull<String>
  let evidence: [FindingID]
  let variants: [Variant]

  init(_ check: Check) {
    id = check.id
    rule = check.rule
    title = check.title
    outcome = check.outcome
    decisive = check.isDecisive
    source = OrNull(check.source)
    code = OrNull(check.code)
    reason = check.reason
    witnesses = check.witnesses
    waitsFor = OrNull(check.waitsFor)
    evidence = check.evidence
    variants = check.variants.map {
      Variant(
        policy: $0.policy, start: $0.start, end: $0.end, lastDay: $0.lastDay,
        marginDays: $0.marginDays, within: $0.isWithin)
    }
  }
}
