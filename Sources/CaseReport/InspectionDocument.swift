package import Casework
import FileStore

/// What `jurat inspect --format json` prints: the documents, attestations and dates of a case
/// document, with no rules applied. Adds no masking of its own, because nothing
/// is kept.
package struct InspectionDocument: Encodable, Sendable {
  let schema = "jurat.inspection/1"
  let program: OrNull<String>
  let kind: CaseKind
  let documents: [DocumentEntry]
  let complaintPages: PageInterval
  let attestations: [AttestationEntry]
  let dates: [DateEntry]

  /// - Parameter paths: the files as they were named on the command line.
  package init(facts: CaseFacts, paths: [DocumentID: String]) {
    program = OrNull(facts.classification.program)
    kind = facts.classification.kind
    documents = facts.documents.map {
      DocumentEntry(
        $0, path: paths[$0.ingested.id] ?? BundlePaths.original($0, in: facts),
        classification: facts.classification)
    }
    complaintPages = facts.classification.complaintPages
    attestations = facts.attestations.map { AttestationEntry($0, hasCrop: false) }
    dates = facts.dates.map { DateEntry($0, hasCrop: false) }
  }

  package func json() throws -> [UInt8] { try CanonicalJSON.encode(self, isIndented: true) }
}
