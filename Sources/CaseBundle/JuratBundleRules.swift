import Foundation

/// What a bundle of jurat promises beyond being a bag: its tag files are all there and listed, and
/// its originals are those that `case.json` speaks of.
struct JuratBundleRules {
  private(set) var problems: [BagProblem] = []
  /// SHA-256 digests that files must have, with the file that says so.
  private(set) var digests: [(path: String, digest: String, source: String)] = []

  private static let caseDocument = payloadPath(BundlePaths.caseDocument)

  private static func payloadPath(_ path: String) -> String { BundlePaths.payload + "/" + path }

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
    /// Not there in bundles of before there were any.
    var passages: [Finding]?
  }

  /// `nil` of a bag that holds no case document.
  init?(verification: BagVerification) {
    let files = verification.listing.files
    guard files[ExactPath(Self.caseDocument)] != nil else { return nil }
    let required = [
      "bag-info.txt", "manifest-sha512.txt", "tagmanifest-sha512.txt",
      Self.payloadPath(BundlePaths.review),
    ]
    for path in required where files[ExactPath(path)] == nil {
      problems.append(.error(path, "every bundle has it, and it is missing"))
    }
    checkTagManifest(verification)
    do {
      let bytes = try verification.contents(Self.caseDocument)
      check(try JSONDecoder().decode(Case.self, from: Data(bytes)), files: files)
    } catch let error as BundleError {
      problems.append(.error(Self.caseDocument, error.description))
    } catch {
      problems.append(.error(Self.caseDocument, "it is not a case document"))
    }
  }

  private mutating func check(_ document: Case, files: [ExactPath: Int]) {
    guard document.schema == "jurat.case/1" else {
      problems.append(.error(Self.caseDocument, "its schema is not jurat.case/1"))
      return
    }
    let originals = document.documents.map { Self.payloadPath($0.path) }
    for (path, entry) in zip(originals, document.documents) {
      if files[ExactPath(path)] == nil {
        problems.append(.error(path, "it is a document of the case, and missing"))
      } else {
        digests.append((path, entry.sha256, Self.caseDocument))
      }
    }
    let known = Set(originals)
    for path in files.keys.map(\.description).sorted()
    where path.hasPrefix(Self.payloadPath("originals/")) && !known.contains(path) {
      problems.append(.error(path, "it is no document of the case"))
    }
    for crop in (document.attestations + document.dates + (document.passages ?? [])).compactMap(
      \.crop)
    {
      let path = Self.payloadPath(crop)
      if files[ExactPath(path)] == nil {
        problems.append(.error(path, "it is evidence, and missing"))
      }
    }
  }

  private mutating func checkTagManifest(_ verification: BagVerification) {
    let name = "tagmanifest-sha512.txt"
    guard verification.listing.files[ExactPath(name)] != nil,
      let bytes = try? verification.contents(name)
    else { return }
    let manifest = BagManifest(name: name, text: String(decoding: bytes, as: UTF8.self))
    let listed = Set(manifest.lines.map { ExactPath($0.path) })
    for path in verification.listing.files.keys.sorted()
    where !path.isPayload && path != ExactPath(name) && !listed.contains(path) {
      problems.append(.error(path.description, "it is not listed in \(name)"))
    }
  }
}
