package import CaseReport
import Casework
import FileStore

/// Writes a case as a BagIt bag for review.
package enum BundleWriter {
  /// Writes the whole bundle into `folder`, which must not be there yet; the caller renames it into
  /// place. On return everything is on the disk; after an error the folder is incomplete and has to
  /// be removed.
  ///
  /// Originals are copied, not linked: someone who edits a file of the bundle must not change what
  /// was taken in. They are digested on the way and have to be what they were. Pictures and searchable
  /// copies, which can be made again, share their bytes with the stages that made them.
  package static func write(_ inputs: BundleInputs, to folder: String) throws -> BundleReceipt {
    var bag = try BagFolder(creating: folder)
    try addDocuments(inputs, to: &bag)
    try addPages(inputs, to: &bag)
    for (finding, crop) in inputs.crops.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      try bag.add(BundlePaths.crop(finding), sharing: crop.path)
    }
    let document = CaseDocument(
      caseID: inputs.caseID, facts: inputs.facts, results: inputs.results, made: inputs.made,
      arrivals: inputs.arrivals, overrides: inputs.overrides, crops: Set(inputs.crops.keys))
    try bag.add(BundlePaths.caseDocument, document.json())
    try bag.add(BundlePaths.review, Array(ReviewPage(inputs).html().utf8))
    return try bag.close(bagInfo: inputs.bagInfo)
  }

  private static func addDocuments(_ inputs: BundleInputs, to bag: inout BagFolder) throws {
    for document in inputs.facts.documents {
      let id = document.ingested.id
      guard let source = inputs.originals[id] else {
        throw BundleError.originalMissing(document: id)
      }
      let path = BundlePaths.original(document, in: inputs.facts)
      let found = try bag.add(path, copyOf: source)
      guard found == document.ingested.sha256 else {
        throw BundleError.originalChanged(
          document: id, expected: document.ingested.sha256, found: found)
      }
      if case .made(let source) = inputs.searchable[id] {
        try bag.add(BundlePaths.searchable(id), sharing: source)
      }
    }
  }

  private static func addPages(_ inputs: BundleInputs, to bag: inout BagFolder) throws {
    for document in inputs.facts.documents {
      let original = BundlePaths.original(document, in: inputs.facts)
      for outcome in document.pages {
        let page = outcome.page
        if let source = try inputs.previews(page) {
          try bag.add(BundlePaths.preview(page), sharing: source)
        }
        guard let reading = outcome.reading else { continue }
        let text = reading.lines.isEmpty ? "" : reading.text + "\n"
        try bag.add(BundlePaths.text(page), Array(text.utf8))
        try bag.add(
          BundlePaths.alto(page), Array(AltoPage.xml(page, reading, original: original).utf8))
      }
    }
  }
}
