import Casework
import FileStore
import Foundation
import Workspace

/// What a person collected on review pages or the list of cases and saved as a file
/// (`Pipeline/schema/decisions.schema.json`): a request from outside, held against each case word by word
/// before anything is written down.
struct DecisionsFile {
  private struct Content: Decodable {
    var schema: String
    var by: String
    var cases: [Part]
  }

  /// What is said of one case.
  struct Part: Decodable {
    var caseId: CaseID
    /// Of the results that the page showed.
    var results: Digest
    var entries: [SaidOfCase]

    /// Something of it is worked out anew.
    var needsReaders: Bool {
      entries.contains { !$0.act.isDecision || $0.act.isRegrouping }
    }
  }

  let path: String
  private let by: String
  let parts: [Part]
  private let digest: Digest

  init(at path: String) throws {
    func problem(_ words: String) -> CommandProblem {
      CommandProblem("--file \(path): \(words)", status: .usage)
    }
    self.path = path
    guard let bytes = try Files.contents(of: Workspace.absolute(path)) else {
      throw problem("there is no such file")
    }
    digest = .of(bytes)
    let content: Content
    do {
      content = try JSONDecoder().decode(Content.self, from: Data(bytes))
    } catch {
      throw problem("not a decisions file, or damaged (\(Self.words(for: error)))")
    }
    guard content.schema == "jurat.decisions/1" else {
      throw problem("it is of kind \(content.schema), and jurat.decisions/1 is understood")
    }
    guard !content.by.allSatisfy(\.isWhitespace) else {
      throw problem("it does not say who decides")
    }
    by = content.by
    parts = content.cases
  }

  /// Writes the amendments down that are not yet, and then, on what they have come to, the decisions.
  ///
  /// Killed at any moment, it can be applied once more: what is written down is left out then.
  ///
  /// - Parameter bringUpToDate: works the case out anew.
  /// - Returns: how many entries were written down.
  func apply(_ part: Part, to words: CaseWords, bringUpToDate: () throws -> Void) throws -> Int {
    let known = try words.history().entries.filter { $0.file == digest }
    let amendments = part.entries.filter { !$0.act.isDecision }
    let decisions = part.entries.filter(\.act.isDecision)
    let knownAmendments = known.count { !$0.act.isDecision }
    let missingAmendments = amendments.dropFirst(knownAmendments)
    let missingDecisions = decisions.dropFirst(known.count - knownAmendments)
    if missingAmendments.isEmpty, missingDecisions.isEmpty { return 0 }
    guard try !known.isEmpty || part.results == words.resultsDigest() else {
      throw CommandProblem(
        "\(path): the findings of \(words.id.rawValue) have changed since the page was made on "
          + "which this was decided; look at the case again", status: .usage)
    }
    let good = try missingAmendments.map { try word($0, of: words) }
    for word in good { try words.add(word) }
    if !amendments.isEmpty { try bringUpToDate() }
    for said in missingDecisions { try words.add(word(said, of: words)) }
    return missingAmendments.count + missingDecisions.count
  }

  private func word(_ said: SaidOfCase, of words: CaseWords) throws -> CaseHistory.Word {
    do {
      return try words.word(said, by: by, file: digest)
    } catch let problem as CommandProblem {
      throw CommandProblem(
        "\(path), \(words.id.rawValue): \(problem.description)", status: problem.status)
    }
  }

  private static func words(for error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(error)" }
    func named(_ context: DecodingError.Context) -> String {
      context.codingPath.map { $0.intValue.map { "entry \($0 + 1)" } ?? $0.stringValue }
        .joined(separator: ", ")
    }
    return switch error {
    case .keyNotFound(let key, _): "\(key.stringValue) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context): "at \(named(context))"
    case .dataCorrupted(let context):
      context.codingPath.isEmpty ? "it is no JSON" : "at \(named(context))"
    @unknown default: "\(error)"
    }
  }
}
