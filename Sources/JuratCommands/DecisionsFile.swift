import Casework
import FileStore
import Foundation
import PipelineEngine
import Workspace

/// What a person collected on the review page of a case and saved as a file: a request from outside, held
/// against the case word by word before anything is written down.
struct DecisionsFile {
  /// The file's form, `Pipeline/schema/decisions.schema.json`.
  private struct Content: Decodable {
    var schema: String
    var caseId: CaseID
    /// Of the results that the page showed.
    var results: Digest
    var by: String
    var entries: [SaidOfCase]
  }

  let path: String
  private let content: Content
  private let digest: Digest

  var id: CaseID { content.caseId }
  var hasAmendments: Bool { content.entries.contains { !$0.act.isDecision } }

  init(at path: String) throws {
    self.path = path
    let bytes: [UInt8]
    do {
      guard let found = try Files.contents(of: Workspace.absolute(path)) else {
        throw CommandProblem("--file \(path): there is no such file", status: .usage)
      }
      bytes = found
    }
    digest = .of(bytes)
    do {
      content = try JSONDecoder().decode(Content.self, from: Data(bytes))
    } catch {
      throw CommandProblem(
        "--file \(path): not a decisions file, or damaged (\(Self.words(for: error)))",
        status: .usage)
    }
    guard content.schema == "jurat.decisions/1" else {
      throw CommandProblem(
        "--file \(path): it is of kind \(content.schema), and jurat.decisions/1 is understood",
        status: .usage)
    }
    guard !content.by.allSatisfy(\.isWhitespace) else {
      throw CommandProblem("--file \(path): it does not say who decides", status: .usage)
    }
  }

  /// Writes its amendments down that are not yet, and then, on what they have come to, its decisions.
  ///
  /// Killed at any moment, it can be applied once more: what is written down is left out then.
  ///
  /// - Parameter bringUpToDate: works the case out anew.
  /// - Returns: how many entries were written down.
  func apply(to words: CaseWords, bringUpToDate: () throws -> Void) throws -> Int {
    let known = try words.history().entries.filter { $0.file == digest }
    let amendments = content.entries.filter { !$0.act.isDecision }
    let decisions = content.entries.filter(\.act.isDecision)
    let knownAmendments = known.count { !$0.act.isDecision }
    let missingAmendments = amendments.dropFirst(knownAmendments)
    let missingDecisions = decisions.dropFirst(known.count - knownAmendments)
    if missingAmendments.isEmpty, missingDecisions.isEmpty { return 0 }
    guard try !known.isEmpty || content.results == words.resultsDigest() else {
      throw CommandProblem(
        "\(path): the findings of \(id.rawValue) have changed since the page was made on which "
          + "this was decided; look at the case again", status: .usage)
    }
    let good = try missingAmendments.map(word(words))
    for word in good { try words.add(word) }
    if !amendments.isEmpty { try bringUpToDate() }
    for said in missingDecisions { try words.add(word(words)(said)) }
    return missingAmendments.count + missingDecisions.count
  }

  private func word(_ words: CaseWords) -> (SaidOfCase) throws -> CaseHistory.Word {
    { said in
      do {
        return try words.word(said, by: content.by, file: digest)
      } catch let problem as CommandProblem {
        throw CommandProblem("\(path): \(problem.description)", status: problem.status)
      }
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
