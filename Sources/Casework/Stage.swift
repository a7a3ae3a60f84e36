/// One step of the pipeline, in the order in which a night runs them.
///
/// The raw value is the name in commands, folders and records; changing one orphans what is on disk.
package enum Stage: String, CaseIterable, Codable, Comparable, Sendable {
  case ingest, count, ocr, classify, attest, dates, check, bundle

  /// The stages whose outputs this one reads. Every stage but `ingest` reads the document list.
  package var inputs: [Stage] {
    switch self {
    case .ingest: []
    case .count: [.ingest]
    case .ocr: [.ingest, .count]
    case .classify: [.count, .ocr]
    case .attest: [.count, .ocr, .classify]
    case .dates: [.ocr, .classify, .attest]
    case .check: [.ingest, .count, .ocr, .classify, .attest, .dates]
    case .bundle: [.ingest, .count, .ocr, .classify, .attest, .dates, .check]
    }
  }

  package static func < (left: Stage, right: Stage) -> Bool { left.position < right.position }

  private var position: Int { Self.allCases.firstIndex(of: self)! }
}
