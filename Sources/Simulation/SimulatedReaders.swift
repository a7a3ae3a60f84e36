import Casework
package import ReaderPool
package import ReaderProtocol

/// Readers that make their answers up, always the same of the same document, and go wrong on pages that
/// a seed names.
package final class SimulatedReaders: Readers {
  package let width = 2
  private let seed: UInt64
  /// By the tool's name; another version reads other things.
  private let versions: [String: String]
  private let isStopped: @Sendable () -> Bool

  package init(
    seed: UInt64, versions: [String: String] = [:],
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) {
    self.seed = seed
    self.versions = versions
    self.isStopped = isStopped
  }

  package func ask(
    _ request: ReaderRequest, scope: ReaderScope, deadline: Int, priority: Int, isPostponed: Bool,
    postponed: @escaping @Sendable () -> Void,
    answer: @escaping @Sendable (Result<ReaderReply, ReaderFailure>) -> Void
  ) {
    answer(isStopped() ? .failure(.cancelled) : result(of: request))
  }

  @discardableResult package func close(now: Bool) -> ReaderUsage { ReaderUsage() }

  package func cancel(now: Bool) {}

  /// What pages are made into takes most of a night: mail of which nothing can be opened is quick.
  static func openDocuments(seed: UInt64) -> Bool { seed.isMultiple(of: 8) }

  private func result(of request: ReaderRequest) -> Result<ReaderReply, ReaderFailure> {
    // The path ends in the digest of the document.
    let name = request.file.map { $0.path.split(separator: "/").last.map(String.init) ?? "" } ?? ""
    switch request {
    case .hello: return .failure(.cancelled)
    case .survey:
      var numbers = SeededNumbers(seed: seed, "\(name) \(version("poppler", "leptonica"))")
      if !Self.openDocuments(seed: seed) {
        let survey = DocumentSurvey(state: .damaged, problem: "simulated")
        return .success(.init(.survey(survey), []))
      }
      let pages = (1...Int.random(in: 1...2, using: &numbers)).map {
        PageSurvey(number: $0, width: 612, height: 792)
      }
      return .success(.init(.survey(DocumentSurvey(state: .opened, pages: pages)), []))
    case .read(_, let page, let settings):
      // Other settings, other readings: what is kept of the earlier ones must not be taken for them.
      let version = version("poppler", "leptonica", "tesseract", "zbar")
      var numbers = SeededNumbers(seed: seed, "\(name) \(version) \(page.number) \(settings.dpi)")
      if Int.random(in: 0..<12, using: &numbers) == 0 { return .failure(.crashed(signal: 11)) }
      return .success(
        .init(
          .read(state: .read, failure: nil, SimulatedPage.reading(&numbers)), [Self.jpeg, Self.pdf])
      )
    case .crops(_, _, let settings):
      let version = version("poppler", "leptonica")
      return .success(
        .init(
          .crops, settings.boxes.map { Self.png + Array("\($0) \(settings.dpi) \(version)".utf8) }))
    case .searchable:
      return .success(.init(.searchable, [Self.pdf + Array(version("qpdf").utf8)]))
    case .disclosed: return .success(.init(.disclosed, [Self.pdf]))
    }
  }

  private func version(_ tools: String...) -> String {
    tools.map { versions[$0] ?? "" }.joined(separator: " ")
  }

  // What the pictures show is never looked at here, so they say what they were made by.
  private static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xD9]
  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47]
  private static let pdf = Array("%PDF-1.7\n%%EOF\n".utf8)
}
