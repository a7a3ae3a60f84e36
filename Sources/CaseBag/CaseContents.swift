import CaseReport
import FileStore

/// What `case.json` says is in its bundle, held against what is there.
struct CaseContents {
  static let document = payload(BundlePaths.caseDocument)

  private(set) var problems: [BagProblem] = []
  /// The paths of the originals that are there, with the SHA-256 that each must have.
  private(set) var originals: [(path: String, digest: String)] = []

  private struct Case: Decodable {
    struct Document: Decodable {
      var path: String
      var sha256: String
    }
    struct Finding: Decodable {
      var crop: String?
    }
    var schema: String
    var documents: [Document]
    var attestations: [Finding]
    var dates: [Finding]
    var passages: [Finding]
  }

  /// - Parameter files: the paths of all files of the bag.
  init(_ bytes: [UInt8], files: Set<String>) {
    guard let found = try? CanonicalJSON.decode(Case.self, from: bytes),
      found.schema == "jurat.case/1"
    else {
      problems.append(BagProblem(Self.document, "it is not a case document, jurat.case/1"))
      return
    }
    let review = Self.payload(BundlePaths.review)
    if !files.contains(review) {
      problems.append(BagProblem(review, "every bundle has it, and it is missing"))
    }
    for document in found.documents {
      let path = Self.payload(document.path)
      if files.contains(path) {
        originals.append((path, document.sha256))
      } else {
        problems.append(BagProblem(path, "it is a document of the case, and missing"))
      }
    }
    let known = Set(originals.map(\.path))
    for path in files.sorted()
    where path.hasPrefix(Self.payload("originals/")) && !known.contains(path) {
      problems.append(BagProblem(path, "it is no document of the case"))
    }
    for crop in (found.attestations + found.dates + found.passages).compactMap(\.crop)
    where !files.contains(Self.payload(crop)) {
      problems.append(BagProblem(Self.payload(crop), "it is evidence, and missing"))
    }
  }

  private static func payload(_ path: String) -> String { "data/" + path }
}
