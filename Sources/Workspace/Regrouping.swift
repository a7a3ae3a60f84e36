package import Casework
import FileStore

/// Makes cases of the documents of others, as people said: some documents belong to another case (split),
/// or two cases are one (join).
///
/// A case is its documents, so new cases take the place of the old. An entry of an old case's history
/// says all of it and comes first; what follows from it may be repeated, and the next night
/// carries on what a kill has interrupted. The old cases keep everything they have, and are closed.
package struct Regrouping {
  private let workspace: Workspace
  /// Of the stage `ingest`.
  private let version: Int

  package init(in workspace: Workspace, version: Int) {
    self.workspace = workspace
    self.version = version
  }

  /// Carries on what was said of any case, and has been interrupted. A case whose documents are not known
  /// has to be mended first, and waits for the next night.
  package func finish() throws {
    for id in try workspace.cases() {
      do {
        _ = try finish(id)
      } catch is DamagedFile {
        continue
      } catch let problem as FileProblem where problem.isMissing {
        continue
      }
    }
  }

  /// Makes the cases that take the place of `id`, unless they are there.
  ///
  /// - Returns: those cases; none where nothing of the kind was said of it.
  package func finish(_ id: CaseID) throws -> [CaseID] {
    let history = try workspace.caseFolder(id).reliableHistory()
    guard let said = history.lastDecision else { return [] }
    var groups: [Group] = []
    if said.act == .split, let moved = said.moved {
      groups = try divided(id, moving: moved)
    } else if said.act == .join, let other = said.joined {
      let joined = try joined(id, other)
      // Whoever was named first comes first; the entry of the other says the same.
      guard said.into == [joined.id] else { return said.into ?? [] }
      try close(other, joinedWith: id, said)
      groups = [joined]
    }
    for (index, group) in groups.enumerated() { try make(group, said, isRest: index == 0) }
    return groups.map(\.id)
  }

  /// The cases that `split` makes: first of what stays, then of what is moved.
  package func parts(of id: CaseID, moving moved: [DocumentID]) throws -> [CaseID] {
    try divided(id, moving: moved).map(\.id)
  }

  /// The case that `join` makes; `id` or `other` itself where the one has all documents of the other.
  package func union(of id: CaseID, and other: CaseID) throws -> CaseID {
    try joined(id, other).id
  }

  // MARK: Documents that make a case

  private struct Group {
    /// With the case and the name that each has had there.
    private(set) var members: [(source: CaseID, document: IngestedDocument)]

    init(_ members: [(source: CaseID, document: IngestedDocument)]) { self.members = members }

    /// As they are called in the new case.
    var documents: [IngestedDocument] {
      members.enumerated().map { index, member in
        var document = member.document
        document.id = DocumentID(position: index + 1)
        return document
      }
    }

    var id: CaseID { CaseID(of: documents) }

    /// What a document of an old case is called in this one; `nil` where it is not here.
    func name(of document: DocumentID, from source: CaseID) -> DocumentID? {
      members.firstIndex { $0.source == source && $0.document.id == document }
        .map { DocumentID(position: $0 + 1) }
    }
  }

  private func documents(of id: CaseID) throws -> [(source: CaseID, document: IngestedDocument)] {
    try workspace.caseFolder(id).documents().map { (id, $0) }
  }

  private func divided(_ id: CaseID, moving moved: [DocumentID]) throws -> [Group] {
    let all = try documents(of: id)
    return [false, true].map { isMoved in
      Group(all.filter { moved.contains($0.document.id) == isMoved })
    }
  }

  /// A document that both have is there once.
  private func joined(_ first: CaseID, _ second: CaseID) throws -> Group {
    let documents = try documents(of: first)
    let known = Set(documents.map(\.document.sha256))
    return Group(
      documents + (try self.documents(of: second)).filter { !known.contains($0.document.sha256) })
  }

  // MARK: The new case

  private func make(_ group: Group, _ said: CaseHistory.Entry, isRest: Bool) throws {
    let sources = group.members.map(\.source).reduce(into: [CaseID]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let folder = workspace.caseFolder(group.id)
    let arrivals = try sources.map { try firstArrival(of: $0) }
    _ = try folder.add(
      Arrival(
        packetName: arrivals.map(\.packetName).filter { !$0.isEmpty }.joined(separator: "; "),
        fileNames: zip(sources, arrivals).flatMap { source, arrival in
          Self.files(of: arrival, where: { group.name(of: $0, from: source) != nil })
        },
        documents: group.documents, leftOut: isRest ? arrivals.flatMap { $0.leftOut ?? [] } : [],
        origin: CaseOrigin(
          act: said.act == .join ? .join : .split, from: sources, by: said.by, note: said.note)),
      as: sources.map(\.rawValue).joined(separator: "-"), version: version)
    // What the first case has comes last and stands, where two say different things.
    for source in sources.reversed() {
      try carry(from: source, into: folder, group, said, isRest: isRest)
    }
  }

  private func firstArrival(of id: CaseID) throws -> Arrival {
    let arrivals = try workspace.caseFolder(id).knownArrivals()
    return arrivals.first { $0.isFirst == true } ?? arrivals.first
      ?? Arrival(packetName: "", fileNames: [])
  }

  /// The files of which documents `isHere` holds; all where it is not known which is which.
  private static func files(of arrival: Arrival, where isHere: (DocumentID) -> Bool) -> [String] {
    guard arrival.fileNames.count == arrival.documents?.count else { return arrival.fileNames }
    return arrival.fileNames.enumerated()
      .filter { isHere(DocumentID(position: $0.offset + 1)) }.map(\.element)
  }

  /// What people said of findings, pages and parties goes along with them.
  private func carry(
    from source: CaseID, into folder: CaseFolder, _ group: Group, _ said: CaseHistory.Entry,
    isRest: Bool
  ) throws {
    let amendments = try workspace.caseFolder(source).reliableHistory().amendments
    var history = try folder.reliableHistory()
    guard history.damage == nil else { return }
    let known = history.entries.compactMap(\.carried)
    for amendment in amendments {
      let carried = CaseHistory.Carried(from: source, number: amendment.number)
      guard !known.contains(carried),
        let subject = amendment.subject.renamed(
          isOfWholeCase: isRest, { group.name(of: $0, from: source) })
      else { continue }
      var word = CaseHistory.Word(.amend, by: amendment.by, note: amendment.note)
      word.subject = subject
      word.change = amendment.change
      word.carried = carried
      try history.add(word, on: said.results)
    }
  }

  /// The other of two cases that are one.
  private func close(_ id: CaseID, joinedWith first: CaseID, _ said: CaseHistory.Entry) throws {
    var history = try workspace.caseFolder(id).reliableHistory()
    // Once: it may have been opened again since.
    guard history.damage == nil, !history.entries.contains(where: { $0.joined == first }) else {
      return
    }
    var word = CaseHistory.Word(.join, by: said.by, note: said.note)
    word.joined = first
    word.into = said.into
    try history.add(word, on: said.results)
  }
}

extension Amendment.Subject {
  /// The same where documents have other names; `nil` where its document is not there.
  fileprivate func renamed(isOfWholeCase: Bool, _ name: (DocumentID) -> DocumentID?)
    -> Amendment.Subject?
  {
    func renamed(_ page: PageReference) -> PageReference? {
      name(page.document).map { PageReference(document: $0, page: page.page) }
    }
    return switch self {
    case .wholeCase: isOfWholeCase ? self : nil
    case .page(let page): renamed(page).map { .page(at: $0) }
    case .attestation(let id, let kind, let place):
      renamed(place.page).map {
        .attestation(id: id, kind: kind, place: Place(page: $0, box: place.box))
      }
    case .date(let id, let place):
      renamed(place.page).map { .date(id: id, place: Place(page: $0, box: place.box)) }
    }
  }
}
