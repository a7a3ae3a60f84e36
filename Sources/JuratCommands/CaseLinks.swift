import Casework
import FileStore
import Stages
import Workspace

/// Which cases may have to do with each other: they share a document, or name the same parties. A hint for
/// a person, and only in the list of cases: a bundle does not depend on its neighbours.
struct CaseLinks {
  private var sharing: [CaseID: Set<CaseID>] = [:]
  private var likeNamed: [CaseID: Set<CaseID>] = [:]

  init(in workspace: Workspace) throws {
    var byDocument: [Digest: [CaseID]] = [:]
    var byParties: [[String]: [CaseID]] = [:]
    for id in try workspace.cases() {
      let folder = workspace.caseFolder(id)
      // Those that were split or joined share all documents with what has taken their place.
      if let act = try folder.reliableHistory().decision?.act, act == .split || act == .join {
        continue
      }
      for digest in Set((try folder.listedDocuments() ?? []).map(\.sha256)) {
        byDocument[digest, default: []].append(id)
      }
      let identity = try folder.readIfWhole(
        CheckResults.self, from: CheckStage.output, of: .check)?.identity
      if let complainant = identity?.complainant?.text, let respondent = identity?.respondent?.text
      {
        byParties[[complainant.lowercased(), respondent.lowercased()], default: []].append(id)
      }
    }
    sharing = Self.neighbours(Array(byDocument.values))
    likeNamed = Self.neighbours(Array(byParties.values))
  }

  /// Such as `linked to c-0123456789abcdef: the same document`.
  func words(of id: CaseID) -> [String] {
    let shared = sharing[id] ?? []
    return [
      (shared, "the same document"),
      ((likeNamed[id] ?? []).subtracting(shared), "the same parties"),
    ].filter { !$0.0.isEmpty }.map { cases, why in
      let shown = cases.sorted().prefix(3).map(\.rawValue).joined(separator: ", ")
      return "linked to \(shown)\(cases.count > 3 ? " and others" : ""): \(why)"
    }
  }

  private static func neighbours(_ groups: [[CaseID]]) -> [CaseID: Set<CaseID>] {
    groups.filter { $0.count > 1 }.reduce(into: [:]) { neighbours, group in
      for id in group { neighbours[id, default: []].formUnion(group.filter { $0 != id }) }
    }
  }
}
