import Casework
import FileStore
import Stages
import Workspace

/// Looks after what a case stands on, before its stages are looked at: the list of its documents, their
/// originals, what operators set for it. What is damaged is restored from what else there is, or moved
/// out of the way, so that no case is stuck; and it is told.
struct CaseUpkeep {
  private let workspace: Workspace
  private let folder: CaseFolder

  init(of id: CaseID, in workspace: Workspace) {
    self.workspace = workspace
    folder = workspace.caseFolder(id)
  }

  /// The case cannot go on; it has been moved out of the way.
  struct SetAside: Error {
    let reason: String
  }

  /// - Returns: what somebody has to know of; sentences.
  /// - Throws: `SetAside`; `FileProblem` where the disk refuses.
  func tend() throws -> [String] {
    var alerts: [String] = []
    do {
      _ = try folder.overrides()
    } catch is DamagedFile {
      try Quarantine(workspace).setAside(
        folder.overridesFile, as: "overrides-\(folder.id.rawValue)",
        reason: "overrides.json of \(folder.id.rawValue) could not be understood; "
          + "the case goes on without it")
    }
    do {
      _ = try folder.history()
    } catch let damaged as DamagedFile {
      alerts.append(
        "what people decided about \(folder.id.rawValue) cannot be relied on: \(damaged.path) is "
          + "missing or not as it was written; nothing from there on counts")
    }
    let documents = try knownDocuments()
    for document in documents where try !isWhole(document) {
      let original = workspace.originalPath(document)
      let isRestored = try copies(of: document).contains {
        try Originals.restore(document, at: original, from: $0)
      }
      alerts.append(
        isRestored
          ? "the original of \(document.id.rawValue) was damaged or missing, and was restored from "
            + "the bag"
          : "the original of \(document.id.rawValue) is damaged or missing, and no bag has it; put "
            + "it back as \(original)")
    }
    return alerts
  }

  /// The documents as `ingest` left them. Where that is lost, the arrivals have them, or the bag; that
  /// the list is the right one, the case's id shows.
  private func knownDocuments() throws -> [IngestedDocument] {
    let isRecorded = folder.record(of: .ingest).map(folder.isIntact) ?? false
    let listed = try folder.listedDocuments().flatMap { CaseID(of: $0) == folder.id ? $0 : nil }
    if let listed, isRecorded { return listed }
    // What the record does not vouch for comes last.
    guard let documents = try folder.arrivedDocuments() ?? baggedDocuments() ?? listed else {
      let reason =
        "the documents of \(folder.id.rawValue) are not known any more: cases/"
        + "\(folder.id.rawValue)/ingest/documents.json, its arrivals and its bag are damaged or gone"
      try Quarantine(workspace).setAside(
        folder.path, as: "case-\(folder.id.rawValue)", reason: reason)
      throw SetAside(reason: reason)
    }
    try folder.recordIngest(documents, version: Stage.ingest.program.version)
    return documents
  }

  // MARK: The bag

  private var bag: String { "\(workspace.bundlePath(folder.id))/data" }

  private func baggedDocuments() throws -> [IngestedDocument]? {
    struct Bagged: Decodable {
      var documents: [IngestedDocument]
    }
    guard let bytes = try Files.contents(of: "\(bag)/case.json"),
      let bagged = try? CanonicalJSON.decode(Bagged.self, from: bytes),
      CaseID(of: bagged.documents) == folder.id
    else { return nil }
    return bagged.documents
  }

  /// The files of the bag that may be the document.
  private func copies(of document: IngestedDocument) throws -> [String] {
    let originals = "\(bag)/originals"
    guard try Files.kind(of: originals) == .folder else { return [] }
    return try Files.names(in: originals)
      .filter { $0.hasPrefix("\(document.id.rawValue.dropFirst())-") }
      .map { "\(originals)/\($0)" }
  }

  // MARK: Originals

  private func isWhole(_ document: IngestedDocument) throws(FileProblem) -> Bool {
    try Originals.isWhole(
      document, at: workspace.originalPath(document), thoroughly: isTurn)
  }

  /// Every case is gone through to the last byte once in seven days.
  private var isTurn: Bool {
    let digits = Int(folder.id.rawValue.suffix(4), radix: 16) ?? 0
    return (CivilDate.today.dayNumber + digits) % 7 == 0
  }
}
