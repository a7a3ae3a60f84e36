import Casework
import FileStore
import Stages
import Workspace

/// What a person says of a case, as the command line or a decisions file has it, before it has been held
/// against the case.
struct SaidOfCase: Codable, Hashable {
  var act: CaseHistory.Act
  var note: String?
  /// Of a decision: the rows of the checklist that it rests on.
  var because: [String]?
  /// Of `accept`: the documents that may be disclosed to the parties.
  var disclose: [DocumentID]?
  /// Of `amend`: `t1-1-1406`, `a1-4-3802`, `d01:3` for a page, or empty for the case itself.
  var subject: String?
  var field: Amendment.Field?
  var value: String?
  /// Of `withdraw`.
  var number: Int?
  /// Of `split`: the documents that belong to another case.
  var moved: [DocumentID]?
  /// Of `join`: the other case.
  var joined: CaseID?
}

/// A case that people say something of: holds what they say against it, and writes it down.
struct CaseWords {
  let id: CaseID
  private let workspace: Workspace
  private let folder: CaseFolder
  /// Those that a form is known of.
  private let programmes: [String]

  /// - Parameter programmes: those that a form is known of; none where nothing is amended.
  init(of id: CaseID, in workspace: Workspace, programmes: [String] = []) throws {
    guard try workspace.cases().contains(id) else {
      throw CommandProblem("there is no case \(id.rawValue)", status: .usage)
    }
    self.id = id
    self.programmes = programmes
    self.workspace = workspace
    folder = workspace.caseFolder(id)
  }

  func history() throws -> CaseHistory { try folder.history() }

  /// Of what the checks came to: it names what a person has seen.
  func resultsDigest() throws -> Digest {
    guard let record = folder.record(of: .check), record.problem == nil else { throw notChecked }
    return record.outputDigest
  }

  func results() throws -> CheckResults {
    guard
      let results = try folder.readIfWhole(
        CheckResults.self, from: CheckStage.output, of: .check)
    else { throw notChecked }
    return results
  }

  private var notChecked: CommandProblem {
    CommandProblem(
      "\(id.rawValue) has not been checked yet; run the night first", status: .usage)
  }

  /// Holds it against the case.
  ///
  /// - Throws: `CommandProblem`, where it cannot be said of the case as it is.
  func word(_ said: SaidOfCase, by person: String, file: Digest? = nil) throws
    -> CaseHistory.Word
  {
    var word = CaseHistory.Word(said.act, by: person, note: said.note ?? "")
    word.file = file
    let history = try history()
    if history.isClosed, said.act != .reopen {
      throw CommandProblem(
        "\(id.rawValue) is closed; 'jurat reopen' takes that back", status: .usage)
    }
    switch said.act {
    case .reopen:
      if history.standing == .open {
        throw CommandProblem("\(id.rawValue) is open", status: .usage)
      }
    case .accept, .deficient, .hold, .close:
      word.because = try rows(said.because ?? [], of: said.act)
      word.disclosed = try documents(said.disclose, of: said.act)
    case .amend:
      guard let field = said.field, let value = said.value else {
        throw CommandProblem("an amendment needs a field and a value", status: .usage)
      }
      let subject = try subject(said.subject ?? "")
      word.subject = subject
      word.change = try change(of: subject, named: said.subject ?? "", field, to: value)
    case .withdraw:
      guard let number = said.number, history.amendments.contains(where: { $0.number == number })
      else {
        throw CommandProblem(
          "there is no amendment \(said.number.map(String.init) ?? "") to be taken back; "
            + "'jurat history \(id.rawValue)' has them", status: .usage)
      }
      word.withdrawn = number
    case .split:
      let moved = try moved(said.moved ?? [])
      word.moved = moved
      word.into = try workspace.regrouping.parts(of: id, moving: moved)
    case .join:
      let other = try other(said.joined)
      word.joined = other
      word.into = [try workspace.regrouping.union(of: id, and: other)]
    }
    return word
  }

  /// Writes it down, on the results as they are.
  func add(_ word: CaseHistory.Word) throws {
    var history = try history()
    try history.add(word, on: resultsDigest())
  }

  // MARK: Decisions

  private func rows(_ rows: [String], of act: CaseHistory.Act) throws -> [String] {
    if act == .deficient, rows.isEmpty {
      throw CommandProblem(
        "a deficiency needs --because with the rows that it rests on", status: .usage)
    }
    let checks = try results().checks
    for row in rows {
      guard let check = checks.first(where: { $0.id == row }) else {
        throw CommandProblem("--because \(row): the checklist has no such row", status: .usage)
      }
      if act == .deficient, check.outcome == .satisfied {
        throw CommandProblem(
          "--because \(row): that row is satisfied (\(check.reason)); a deficiency cannot rest "
            + "on it", status: .usage)
      }
    }
    return rows
  }

  private func documents(_ documents: [DocumentID]?, of act: CaseHistory.Act) throws
    -> [DocumentID]?
  {
    guard let documents else { return nil }
    guard act == .accept else {
      throw CommandProblem(
        "--disclose goes with accept only: documents of a complaint that was not accepted are not "
          + "disclosed", status: .usage)
    }
    let known = Set(try folder.documents().map(\.id))
    if let unknown = documents.first(where: { !known.contains($0) }) {
      throw CommandProblem(
        "--disclose \(unknown.rawValue): the case has no such document", status: .usage)
    }
    return documents
  }

  // MARK: Other cases

  private func moved(_ documents: [DocumentID]) throws -> [DocumentID] {
    let known = try folder.documents().map(\.id)
    if let unknown = documents.first(where: { !known.contains($0) }) {
      throw CommandProblem(
        "--split \(unknown.rawValue): the case has no such document", status: .usage)
    }
    guard !documents.isEmpty, !Set(known).subtracting(documents).isEmpty else {
      throw CommandProblem(
        "--split: name the documents that belong to another case, and leave some to this one",
        status: .usage)
    }
    return known.filter(documents.contains)
  }

  private func other(_ other: CaseID?) throws -> CaseID {
    guard let other, other != id else {
      throw CommandProblem("--join: name the other case", status: .usage)
    }
    let words = try CaseWords(of: other, in: workspace)
    if try words.history().isClosed {
      throw CommandProblem(
        "--join \(other.rawValue): that case is closed; 'jurat reopen' takes that back",
        status: .usage)
    }
    let union = try workspace.regrouping.union(of: id, and: other)
    if union == id || union == other {
      let smaller = union == id ? other : id
      throw CommandProblem(
        "--join \(other.rawValue): all documents of \(smaller.rawValue) are in the other case; "
          + "'jurat decide \(smaller.rawValue) close' is enough", status: .usage)
    }
    return other
  }

  // MARK: Amendments

  private func subject(_ name: String) throws -> Amendment.Subject {
    if name.isEmpty { return .wholeCase }
    let unknown = CommandProblem(
      "\(name): the case has no such finding or page; its review page names them (a1-4-3802, t1-1-1406), and "
        + "pages are d01:3", status: .usage)
    if let page = PageReference(name) {
      let classification = try folder.readIfWhole(
        Classification.self, from: ClassifyStage.output, of: .classify)
      guard classification?.pages.contains(where: { $0.page == page }) == true else {
        throw unknown
      }
      return .page(at: page)
    }
    let attestations = try folder.readIfWhole(
      [Attestation].self, from: AttestStage.output, of: .attest)
    if let found = attestations?.first(where: { $0.id.rawValue == name }) {
      return .attestation(id: found.id, kind: found.kind, place: found.place)
    }
    let dates = try folder.readIfWhole([DatedFact].self, from: DatesStage.output, of: .dates)
    guard let found = dates?.first(where: { $0.id.rawValue == name }) else { throw unknown }
    return .date(id: found.id, place: found.place)
  }

  private func change(
    of subject: Amendment.Subject, named name: String, _ field: Amendment.Field, to value: String
  ) throws -> Amendment.Change {
    guard let change = Amendment.Change(of: subject, field, to: value) else {
      let whose = name.isEmpty ? "the case itself" : name
      guard let values = Amendment.Change.values(of: subject, field) else {
        throw CommandProblem("\(whose) has no \(field.rawValue)", status: .usage)
      }
      throw CommandProblem(
        "--\(field.rawValue) \(value): for \(whose) it is \(values)", status: .usage)
    }
    if case .programme = change, !programmes.contains(value) {
      throw CommandProblem(
        "--programme \(value): there are rules for \(programmes.joined(separator: ", "))",
        status: .usage)
    }
    return change
  }
}

extension Workspace {
  var regrouping: Regrouping { Regrouping(in: self, version: Stage.ingest.program.version) }
}

extension PageReference {
  /// Reads `d01:3`.
  fileprivate init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[1]), number > 0 else { return nil }
    self.init(document: DocumentID(rawValue: String(parts[0])), page: number)
  }
}

extension Amendment.Change {
  /// What may stand in `field`, for a person; `nil` where the subject has no such field.
  fileprivate static func values(of subject: Amendment.Subject, _ field: Amendment.Field)
    -> String?
  {
    func oneOf(_ values: [String]) -> String { "one of \(values.joined(separator: ", "))" }
    let day = "a day such as 2024-04-09, or 2024-04-01..2024-04-30"
    return switch (subject, field) {
    case (.date, .date), (.wholeCase, .received): day
    case (.date, .role): oneOf(DatedFact.Role.allCases.map(\.rawValue))
    case (.attestation, .role): oneOf(Attestation.Role.allCases.map(\.rawValue))
    case (.attestation, .state): oneOf(Attestation.State.allCases.map(\.rawValue))
    case (.page, .role): oneOf(PageRole.allCases.map(\.rawValue))
    case (.wholeCase, .complainant), (.wholeCase, .respondent), (.wholeCase, .programme):
      "a name"
    default: nil
    }
  }
}
