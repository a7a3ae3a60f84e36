import FileStore

/// Checks that a folder is a bundle as jurat writes it: a bag (BagIt 1.0, RFC 8493) in UTF-8 with
/// manifests of SHA-512, with all that a bundle has and nothing else. Other bags are refused.
package enum BagVerifier {
  /// Every problem found, in a fixed order; none of a bundle that is complete and as it was.
  ///
  /// - Parameter tagManifest: the SHA-256 of `tagmanifest-sha512.txt` as it was recorded when the
  ///   bag was made (`BundleReceipt.tagManifest`), where it is known.
  package static func verify(_ folder: String, tagManifest: String? = nil) -> [BagProblem] {
    var verification = BagVerification(folder)
    verification.run(tagManifest: tagManifest)
    return verification.problems
  }
}

/// One bag being checked.
private struct BagVerification {
  /// A digest that a file must have, with the file that says so.
  private struct Demand {
    let algorithm: FileDigest.Algorithm
    let digest: String
    let source: String
  }

  private let folder: String
  private let files: [String: Int]
  private(set) var problems: [BagProblem]
  private var demands: [String: [Demand]] = [:]

  init(_ folder: String) {
    self.folder = folder
    let listing = BagListing(of: folder)
    files = listing.files
    problems = listing.problems
  }

  mutating func run(tagManifest: String?) {
    guard hasDeclaration() else { return }
    for path in TagFiles.all where files[path] == nil {
      problems.append(BagProblem(path, "every bundle has it, and it is missing"))
    }
    let payload = files.filter { $0.key.hasPrefix("data/") }
    check(manifest: TagFiles.payloadManifest, of: Set(payload.keys))
    let others = Set(files.keys).subtracting(payload.keys).subtracting([TagFiles.tagManifest])
    check(manifest: TagFiles.tagManifest, of: others)
    for path in others.subtracting(TagFiles.all).sorted() {
      problems.append(BagProblem(path, "no bundle has it"))
    }
    if let tagManifest {
      demand(TagFiles.tagManifest, .sha256, tagManifest, by: "the record kept outside of the bag")
    }
    checkInformation(byteCount: payload.values.reduce(0, +), fileCount: payload.count)
    checkContents()
    checkDigests()
  }

  private mutating func hasDeclaration() -> Bool {
    guard files[TagFiles.declaration] != nil else {
      problems.append(BagProblem(TagFiles.declaration, "it is missing, so this is not a bag"))
      return false
    }
    guard let bytes = contents(TagFiles.declaration) else { return false }
    guard bytes == Array(TagFiles.declarationText.utf8) else {
      problems.append(
        BagProblem(
          TagFiles.declaration,
          "this is not a bundle of jurat, which says 'BagIt-Version: 1.0' and "
            + "'Tag-File-Character-Encoding: UTF-8' here"))
      return false
    }
    return true
  }

  /// Holds the files against the manifest: neither has one that the other has not.
  private mutating func check(manifest name: String, of paths: Set<String>) {
    guard files[name] != nil, let bytes = contents(name) else { return }
    let manifest = BagManifest(name, bytes)
    problems += manifest.problems
    for path in paths.subtracting(manifest.digests.keys).sorted() {
      problems.append(BagProblem(path, "it is not listed in \(name)"))
    }
    for (path, digest) in manifest.digests.sorted(by: { $0.key < $1.key }) {
      if paths.contains(path) {
        demand(path, .sha512, digest, by: name)
      } else {
        problems.append(BagProblem(path, "it is listed in \(name) and missing"))
      }
    }
  }

  private mutating func checkInformation(byteCount: Int, fileCount: Int) {
    guard files[TagFiles.information] != nil, let bytes = contents(TagFiles.information) else {
      return
    }
    let label = TagFiles.payloadSum + ": "
    let sums = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .filter { $0.hasPrefix(label) }.map { $0.dropFirst(label.count) }
    let found = TagFiles.payloadSum(byteCount: byteCount, fileCount)
    if sums != [found[...]] {
      let said = sums.isEmpty ? "is missing" : "says \(sums.joined(separator: " and "))"
      problems.append(
        BagProblem(
          TagFiles.information, "\(TagFiles.payloadSum) \(said), the payload has \(found)"))
    }
  }

  private mutating func checkContents() {
    guard files[CaseContents.document] != nil else {
      problems.append(
        BagProblem(CaseContents.document, "it is missing, so this is not a bundle of jurat"))
      return
    }
    guard let bytes = contents(CaseContents.document) else { return }
    let contents = CaseContents(bytes, files: Set(files.keys))
    problems += contents.problems
    for (path, digest) in contents.originals {
      demand(path, .sha256, digest, by: CaseContents.document)
    }
  }

  private mutating func demand(
    _ path: String, _ algorithm: FileDigest.Algorithm, _ digest: String, by source: String
  ) {
    demands[path, default: []].append(
      Demand(algorithm: algorithm, digest: digest, source: source))
  }

  /// Reads every file once, however many digests it has to have.
  private mutating func checkDigests() {
    for (path, demands) in demands.sorted(by: { $0.key < $1.key }) where files[path] != nil {
      var digest = FileDigest(demands.map(\.algorithm))
      do {
        try Files.read(folder + "/" + path) { piece in digest.update(piece) }
      } catch {
        problems.append(BagProblem(path, error.description))
        continue
      }
      for demand in demands where digest[demand.algorithm] != demand.digest {
        problems.append(
          BagProblem(path, "its \(demand.algorithm.rawValue) is not the one in \(demand.source)"))
      }
    }
  }

  /// `nil` of a file that cannot be read, which is a problem.
  private mutating func contents(_ path: String) -> [UInt8]? {
    do {
      return try Files.contents(of: folder + "/" + path)
    } catch {
      problems.append(BagProblem(path, error.description))
      return nil
    }
  }
}
