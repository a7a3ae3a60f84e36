package import Casework

/// A copy of a document with an invisible text layer.
package enum SearchableCopy: Hashable, Sendable {
  /// The path of the PDF.
  case made(path: String)
  /// It could not be made; why, in a sentence without its full stop.
  case missing(String)
}

/// The picture of a finding as PNG, cut from its page.
package struct CutPicture: Hashable, Sendable {
  package var path: String
  /// What it shows, in points of the upright page.
  package var box: Box

  package init(path: String, box: Box) {
    self.path = path
    self.box = box
  }
}

/// Everything that a bundle is made of. Paths are of files on disk, and none of them is changed.
package struct BundleInputs: Sendable {
  package var caseID: CaseID
  /// With birth dates and identity numbers taken out of the readings.
  package var facts: CaseFacts
  package var results: CheckResults
  package var made: MadeBy
  /// The packet that the documents came with first; none where that is not known.
  package var arrivals: [ArrivedPacket]
  /// The settings that were changed for this case alone, by key.
  package var overrides: [String: String]
  /// One for every document.
  package var originals: [DocumentID: String]
  /// The picture of a page as JPEG; `nil` of a page without one.
  package var previews: @Sendable (PageReference) throws -> String?
  package var crops: [FindingID: CutPicture]
  /// Names what is shown, for decisions about it: the digest of the checks' results.
  package var resultsDigest: Digest
  /// Those that a person may say the complaint belongs to.
  package var programmes: [String]
  /// Of the documents that have no text layer themselves.
  package var searchable: [DocumentID: SearchableCopy]
  /// The fields of `bag-info.txt`, such as `Bagging-Date`: the only place for times, hosts and run
  /// ids. `Payload-Oxum` is added.
  package var bagInfo: [(String, String)]

  /// - Parameter mask: takes birth dates and identity numbers out of a reading.
  package init(
    caseID: CaseID, facts: CaseFacts, results: CheckResults, made: MadeBy,
    arrivals: [ArrivedPacket] = [], overrides: [String: String] = [:],
    originals: [DocumentID: String],
    previews: @escaping @Sendable (PageReference) throws -> String?,
    crops: [FindingID: CutPicture], resultsDigest: Digest, programmes: [String] = [],
    searchable: [DocumentID: SearchableCopy] = [:],
    mask: (Reading) -> Reading, bagInfo: [(String, String)]
  ) {
    self.caseID = caseID
    self.facts = facts.withReadings(mask)
    self.results = results
    self.made = made
    self.arrivals = arrivals
    self.overrides = overrides
    self.originals = originals
    self.previews = previews
    self.crops = crops
    self.resultsDigest = resultsDigest
    self.programmes = programmes
    self.searchable = searchable
    self.bagInfo = bagInfo
  }
}
