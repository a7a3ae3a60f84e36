import Foundation

/// Checks bags against BagIt 1.0 (RFC 8493) and, with the looser rules of their time, its drafts
/// from 0.93 on; bundles of jurat also against what jurat promises.
package enum BagVerifier {
  /// Every problem found, in a fixed order; none at all of a bag that is complete and valid and
  /// gives no cause for a warning.
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
struct BagVerification {
  let folder: String
  private(set) var listing: BagListing
  private(set) var problems: [BagProblem] = []
  /// The digests that each file must have, with the manifests that say so.
  private var expected:
    [ExactPath: [(algorithm: DigestAlgorithm, digest: String, source: String)]] =
      [:]
  private var isFinal = true

  init(_ folder: String) {
    self.folder = folder
    listing = BagListing(of: folder)
  }

  mutating func run(tagManifest: String?) {
    problems += listing.problems.sorted { ($0.path ?? "") < ($1.path ?? "") }
    guard let declaration = declaration() else { return }
    isFinal = declaration.version >= .init(major: 1, minor: 0)
    if !listing.hasPayloadFolder {
      problems.append(.error("data", "the payload folder is missing"))
    }
    let manifests = listing.files.keys.map(\.description).filter(BagManifest.isName).sorted()
      .compactMap { manifest($0, declaration) }
    checkManifests(manifests)
    checkFetch(declaration)
    checkInformation(declaration)
    let bundle = JuratBundleRules(verification: self)
    problems += bundle?.problems ?? []
    for (path, digest, source) in bundle?.digests ?? [] {
      expected[ExactPath(path), default: []].append((.sha256, digest, source))
    }
    if let tagManifest {
      expected["tagmanifest-sha512.txt", default: []].append(
        (.sha256, tagManifest, "the record kept outside of the bag"))
    }
    checkDigests()
  }

  private mutating func declaration() -> BagDeclaration? {
    guard listing.files["bagit.txt"] != nil else {
      problems.append(.error("bagit.txt", "it is missing, so this is not a bag"))
      return nil
    }
    do {
      let declaration = try BagDeclaration(parsing: contents("bagit.txt"))
      if declaration.version > .init(major: 1, minor: 0) {
        problems.append(.warning("bagit.txt", "its version is newer than 1.0"))
      }
      return declaration
    } catch {
      report(error, at: "bagit.txt")
      return nil
    }
  }

  private mutating func manifest(_ name: String, _ declaration: BagDeclaration) -> BagManifest? {
    do {
      let text = try BagTagFile.text(contents(name), declaration.encoding)
      return BagManifest(name: name, text: text)
    } catch {
      report(error, at: name)
      return nil
    }
  }

  private mutating func checkManifests(_ manifests: [BagManifest]) {
    if !manifests.contains(where: { !$0.isOfTags && $0.algorithm != nil }) {
      problems.append(.error(nil, "it has no payload manifest that can be checked"))
    }
    var listed: [String: Set<ExactPath>] = [:]
    for manifest in manifests {
      problems += manifest.problems
      listed[manifest.name] = check(manifest)
    }
    let payloadManifests = manifests.filter { !$0.isOfTags }
    for path in listing.files.keys.sorted() where path.isPayload {
      let missing = payloadManifests.filter { listed[$0.name]?.contains(path) != true }
      // Drafts asked for every file in at least one manifest, RFC 8493 asks for it in every one.
      if isFinal ? !missing.isEmpty : missing.count == payloadManifests.count {
        let names = missing.map(\.name).joined(separator: ", ")
        problems.append(.error(path.description, "it is not listed in \(names)"))
      }
    }
  }

  /// Takes the digests of a manifest and returns the paths that it lists.
  private mutating func check(_ manifest: BagManifest) -> Set<ExactPath> {
    if manifest.algorithm == nil {
      problems.append(.warning(manifest.name, "its kind of digest cannot be checked here"))
    }
    var digests: [ExactPath: String] = [:]
    var folded: [String: ExactPath] = [:]
    for line in manifest.lines {
      if let danger = BagPath.danger(in: line.path) {
        problems.append(.error(manifest.name, "'\(line.path)': \(danger)"))
        continue
      }
      guard manifest.isOfTags || line.path.hasPrefix("data/") else {
        problems.append(.error(manifest.name, "'\(line.path)' is not in the payload folder"))
        continue
      }
      let path = present(line.path)
      if let other = digests[path] {
        let same = other == line.digest && !isFinal
        problems.append(
          same
            ? .warning(manifest.name, "'\(line.path)' is listed twice")
            : .error(manifest.name, "'\(line.path)' is listed twice"))
      } else if let other = folded.updateValue(
        path, forKey: BagPath.folded(path.description))
      {
        problems.append(
          .warning(manifest.name, "'\(path)' and '\(other)' are one name on some systems"))
      }
      digests[path] = line.digest
      guard listing.files[path] != nil else {
        problems.append(
          .error(path.description, "it is listed in \(manifest.name) and missing"))
        continue
      }
      if let algorithm = manifest.algorithm {
        expected[path, default: []].append((algorithm, line.digest, manifest.name))
      }
    }
    return Set(digests.keys)
  }

  /// The file that a path in a manifest means: decoded as the RFC has it or, in drafts, as it
  /// stands; a file whose name differs in the composition of accents alone is taken for it.
  private mutating func present(_ written: String) -> ExactPath {
    let decoded = ExactPath(BagPath.decoded(written))
    let candidates = isFinal ? [decoded] : [ExactPath(written), decoded]
    if let path = candidates.first(where: { listing.files[$0] != nil }) { return path }
    // `String` equality is that of names that look the same.
    guard
      let twin = listing.files.keys.filter({ $0.description == decoded.description }).min()
    else { return decoded }
    problems.append(.warning(twin.description, "a manifest writes its accents another way"))
    return twin
  }

  private mutating func checkFetch(_ declaration: BagDeclaration) {
    guard listing.files["fetch.txt"] != nil else { return }
    do {
      let text = try BagTagFile.text(contents("fetch.txt"), declaration.encoding)
      for line in BagTagFile.lines(of: text) where !line.isEmpty {
        let parts = line.split(maxSplits: 2, whereSeparator: { $0 == " " || $0 == "\t" })
        guard parts.count == 3 else {
          problems.append(.error("fetch.txt", "a line is not an address, a length and a path"))
          continue
        }
        let path = String(parts[2])
        if let danger = BagPath.danger(in: path) {
          problems.append(.error("fetch.txt", "'\(path)': \(danger)"))
        } else if !path.hasPrefix("data/") {
          problems.append(.error("fetch.txt", "'\(path)' is not in the payload folder"))
        } else if listing.files[present(path)] == nil {
          problems.append(.error(path, "it has yet to be fetched"))
        }
      }
    } catch {
      report(error, at: "fetch.txt")
    }
  }

  private mutating func checkInformation(_ declaration: BagDeclaration) {
    guard listing.files["bag-info.txt"] != nil else { return }
    do {
      let text = try BagTagFile.text(contents("bag-info.txt"), declaration.encoding)
      let sums = try BagTagFile.fields(of: text).filter { $0.label.lowercased() == "payload-oxum" }
      if sums.count > 1 { problems.append(.warning("bag-info.txt", "Payload-Oxum stands twice")) }
      guard let sum = sums.first?.value else { return }
      let payload = listing.files.filter { $0.key.isPayload }
      let found = "\(payload.values.reduce(0, +)).\(payload.count)"
      if sum != found {
        problems.append(
          .error("bag-info.txt", "Payload-Oxum says \(sum), the payload has \(found)"))
      }
    } catch {
      report(error, at: "bag-info.txt")
    }
  }

  /// Reads every file once, however many digests it has to have.
  private mutating func checkDigests() {
    for (path, demands) in expected.sorted(by: { $0.key < $1.key })
    where listing.files[path] != nil {
      let path = path.description
      var digest = FileDigest(demands.map(\.algorithm))
      do {
        try BundleFile(reading: folder + "/" + path).forEachPiece { piece throws(BundleError) in
          digest.update(piece)
        }
      } catch {
        report(error, at: path)
        continue
      }
      let found = digest.digests
      for demand in demands where found[demand.algorithm] != demand.digest {
        problems.append(
          .error(path, "its \(demand.algorithm.rawValue) is not the one in \(demand.source)"))
      }
    }
  }

  func contents(_ path: String) throws(BundleError) -> [UInt8] {
    try BundleFile.contents(of: folder + "/" + path)
  }

  private mutating func report(_ error: any Error, at path: String) {
    switch error {
    case let error as BagTagFileError: problems.append(.error(path, error.message))
    default: problems.append(.error(path, "\(error)"))
    }
  }
}
