import Casework
import FileStore
import Foundation
import PipelineEngine
import TestSupport
import Testing
import Workspace

/// An inbox, a workspace and settings of their own, and the jurat that works with them.
///
/// Pages are read at few dots per inch: what is tested here is not how well they are read.
final class Site {
  let scratch: ScratchFolder
  let inbox: String
  let pipeline: String
  var workspacePath: String { "\(scratch.path)/workspace" }

  /// - Parameter pageDeadline: seconds, as in `readers.pageDeadlineSeconds`.
  init(dpi: Int = 120, pageDeadline: Int = 180) throws {
    scratch = try ScratchFolder()
    inbox = try scratch.folder("inbox")
    pipeline = "\(scratch.path)/pipeline"
    try FileManager.default.copyItem(atPath: Repository.pipeline, toPath: pipeline)
    let file = "\(pipeline)/pipeline.yaml"
    var text = try String(contentsOfFile: file, encoding: .utf8)
    let changes = [
      ("settleSeconds: 30", "settleSeconds: 0"), ("\n  dpi: 300", "\n  dpi: \(dpi)"),
      ("pageDeadlineSeconds: 180", "pageDeadlineSeconds: \(pageDeadline)"),
    ]
    for (old, new) in changes {
      try #require(text.contains(old), "pipeline.yaml has no '\(old)'")
      text = text.replacing(old, with: new)
    }
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
  }

  // MARK: Packets

  /// Puts some pages of a sample document into the inbox as a packet of one file.
  ///
  /// - Parameter pages: as qpdf writes them, such as `1-2,4`.
  func put(_ name: String, pages: String, of sample: String) throws {
    let made = try RunningProgram.run([
      "qpdf", "--deterministic-id", "--empty", "--pages", "\(Repository.packets)/\(sample)",
      pages, "--", "\(inbox)/\(name)",
    ])
    try #require(made.status == 0, "\(made.errors)")
  }

  /// Three pages that hold their text and one that was scanned.
  static let formAndScan = "02-form-fields-and-scan/01-complaint.pdf"

  /// Five pages in two files, one of them scanned.
  func putTwoPackets() throws {
    try put("form.pdf", pages: "1-2,4", of: Self.formAndScan)
    try put("pages.pdf", pages: "2-3", of: Self.formAndScan)
  }

  /// Two packets, and a file that is none.
  func putSmallNight() throws {
    try putTwoPackets()
    try Data("no scan".utf8).write(to: URL(fileURLWithPath: "\(inbox)/letter.docx"))
  }

  // MARK: jurat

  func runArguments(jobs: Int = 2, reader: String? = nil, _ more: [String] = []) -> [String] {
    [
      BuiltPrograms.jurat, "run", "--inbox", inbox, "--workspace", workspacePath, "--pipeline",
      pipeline, "--jobs", String(jobs), "--format", "json",
    ] + (reader.map { ["--reader", $0] } ?? []) + more
  }

  func run(jobs: Int = 2, reader: String? = nil, _ more: [String] = []) throws -> Ending {
    try RunningProgram.run(runArguments(jobs: jobs, reader: reader, more))
  }

  /// Runs the night, which has to end with `status`, and returns its report.
  @discardableResult
  func night(
    endsWith status: Int32 = 0, jobs: Int = 2, reader: String? = nil, _ more: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> RunReport {
    let ending = try run(jobs: jobs, reader: reader, more)
    try #require(ending.status == status, "\(ending.errors)", sourceLocation: sourceLocation)
    return try JSONDecoder().decode(RunReport.self, from: Data(ending.output))
  }

  /// Another command of jurat with this workspace and these settings.
  func jurat(_ command: String, _ arguments: String...) throws -> Ending {
    try RunningProgram.run(
      [BuiltPrograms.jurat, command, "--workspace", workspacePath, "--pipeline", pipeline]
        + arguments)
  }

  // MARK: What came of it

  func workspace() throws -> Workspace { try Workspace(at: workspacePath) }

  func onlyCase() throws -> CaseID {
    let cases = try workspace().cases()
    try #require(cases.count == 1)
    return cases[0]
  }

  /// The digests of the payload of every bundle, by case.
  func manifests() throws -> [String: String] {
    let bundles = "\(workspacePath)/bundles"
    let names = try Files.names(in: bundles).filter { !$0.hasPrefix(".") }
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        let bytes = try Files.contents(of: "\(bundles)/\($0)/manifest-sha512.txt")
        return ($0, String(decoding: try #require(bytes), as: UTF8.self))
      })
  }

  func caseDocument(_ id: CaseID) throws -> [UInt8] {
    try #require(
      try Files.contents(of: "\(workspacePath)/bundles/\(id.rawValue)/data/case.json"))
  }

  func bundledCase(_ id: CaseID) throws -> BundledCase {
    try CanonicalJSON.decode(BundledCase.self, from: caseDocument(id))
  }

  /// The runs so far, oldest first.
  func runs() throws -> [String] { try workspace().runNames() }

  func events(of run: String) throws -> [Event] { try EventLog.events(of: run, in: workspace()) }

  /// The pages that were given to a reader in the run before this moment, such as `d01-0002`.
  func pagesBegunInLastRun() throws -> [String] {
    var last: [Event] = []
    for run in try runs() {
      let events = try events(of: run)
      if (events.first?.time ?? 0) > (last.first?.time ?? 0) { last = events }
    }
    return last.filter { $0.kind == .unitStarted && $0.stage == .ocr }.compactMap(\.unit).sorted()
  }
}

/// `data/case.json`, as far as the tests look at it.
struct BundledCase: Decodable {
  struct Document: Decodable {
    struct Page: Decodable {
      var number: Int
      var state: String
      var failure: String?
      var role: String
    }
    var id: String
    var state: String
    var pageCount: Int?
    var pages: [Page]
  }
  struct Attestation: Decodable {
    var kind: String
    var state: String
    var document: String
    var page: Int
    /// x, y, width, height.
    var box: [Double]
    var writing: String?
  }
  struct Check: Decodable {
    var id: String
    var outcome: String
  }
  struct Interval: Decodable {
    var min: Int
    var max: Int
  }

  var program: String?
  var kind: String
  var disposition: String
  var overrides: [String: String]
  var documents: [Document]
  var complaintPages: Interval
  var attestations: [Attestation]
  var checks: [Check]
}
