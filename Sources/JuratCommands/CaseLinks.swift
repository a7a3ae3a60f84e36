import Casework

/// Which cases may have to do with each other: they share a document, or name the same parties. A hint for
/// a person, and only in the list of cases: a bundle does not depend on its neighbours.
struct CaseLinks {
  private var byDocument: [Digest: Set<CaseID>] = [:]
  private var byParties: [[String]: Set<CaseID>] = [:]
  private var keys: [CaseID: (documents: Set<Digest>, parties: [String]?)] = [:]

  /// - Parameter identity: `nil` while nothing was read.
  mutating func add(_ id: CaseID, documents: [IngestedDocument], identity: CaseIdentity?) {
    let digests = Set(documents.map(\.sha256))
    for digest in digests { byDocument[digest, default: []].insert(id) }
    var parties: [String]?
    if let complainant = identity?.complainant?.text, let respondent = identity?.respondent?.text {
      let names = [complainant.lowercased(), respondent.lowercased()]
      byParties[names, default: []].insert(id)
      parties = names
    }
    keys[id] = (digests, parties)
  }

  /// Such as `linked to c-0123456789abcdef: the same document`.
  func words(of id: CaseID) -> [String] {
    guard let (documents, parties) = keys[id] else { return [] }
    let sharing = documents.reduce(into: Set<CaseID>()) { $0.formUnion(byDocument[$1] ?? []) }
    let likeNamed = parties.flatMap { byParties[$0] } ?? []
    return [
      (sharing.subtracting([id]), "the same document"),
      (likeNamed.subtracting(sharing).subtracting([id]), "the same parties"),
    ].filter { !$0.0.isEmpty }.map { cases, why in
      let shown = cases.sorted().prefix(3).map(\.rawValue).joined(separator: ", ")
      return "linked to \(shown)\(cases.count > 3 ? " and others" : ""): \(why)"
    }
  }
}
