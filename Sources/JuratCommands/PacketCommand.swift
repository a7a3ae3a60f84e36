import ArgumentParser
import Casework
import FileStore
import Foundation
import PipelineEngine
import PipelineFiles
import ReaderPool
import ReaderProtocol
import Stages
import Workspace

struct PacketCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "packet",
    abstract: "Make what a party may have of an accepted case: one PDF and a list.",
    discussion: """
      Only documents that a person has flagged ('jurat decide CASE accept --disclose d02,d03') are in \
      it, as pictures with their searchable words, with case, document and page below each. Birth \
      dates and identity numbers that were found are covered and are in no text; read the packet \
      before it is sent, for what was not found is not covered. No note of anybody is in it.

      \(ExitStatus.table)
      """)

  enum Party: String, CaseIterable, ExpressibleByArgument, Encodable {
    case complainant, respondent
  }

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var readers: ReaderOptions
  @OptionGroup var settings: SettingsOptions
  @Option(name: .customLong("for"), help: "complainant or respondent.")
  var party: Party
  @Option(
    help: "The folder in which the PDF and the list are put; it is made where it is not there.")
  var out: String
  @Argument(help: "A case, as 'jurat status' prints it.")
  var caseID: CaseID

  /// What the list beside the PDF says.
  private struct List: Encodable {
    struct Document: Encodable {
      let id: DocumentID
      /// Of the document as it came.
      let sha256: Digest
      let pages: Int
    }

    let schema = "jurat.packet/1"
    let caseId: CaseID
    let party: Party
    let file: String
    let sha256: Digest
    let documents: [Document]
  }

  func run() throws {
    try Console.run {
      let workspace = try workspace.open()
      let history = try CaseWords(of: caseID, in: workspace).history()
      let flagged = history.disclosed
      guard !flagged.isEmpty else {
        throw CommandProblem(
          "\(caseID.rawValue): no document may be disclosed; it takes 'jurat decide "
            + "\(caseID.rawValue) accept --disclose ...'", status: .usage)
      }
      let session = try Session(settings: settings, reader: readers)
      defer { session.pool.close(now: false) }
      let context = try CaseOpener.context(
        of: caseID, workspace: workspace, configuration: session.configuration, run: "")
      let documents = try context.disclosed(flagged)
      let pageCount = documents.reduce(0) { $0 + $1.pages.count }
      let reply = try session.pool.askAndWait(
        .disclosed(documents, dpi: 200), scope: context.readerScope(),
        deadline: session.configuration.settings.readers.pageDeadlineSeconds * max(1, pageCount))
      if case .refused(let reason) = reply.answer {
        throw CommandProblem("the packet cannot be made: \(reason)", status: .fault)
      }
      guard let pdf = reply.attachments.first else {
        throw CommandProblem("the reader has answered without a packet", status: .fault)
      }
      let ingested = try context.documents().filter { flagged.contains($0.id) }
      try write(pdf, Array(zip(ingested, documents.map(\.pages.count))))
      return .well
    }
  }

  private func write(
    _ pdf: [UInt8], _ documents: [(ingested: IngestedDocument, pages: Int)]
  ) throws {
    let folder = Workspace.absolute(out)
    try Files.makeFolder(folder)
    let name = "\(caseID.rawValue)-\(party.rawValue)"
    let list = List(
      caseId: caseID, party: party, file: "\(name).pdf", sha256: .of(pdf),
      documents: documents.map {
        List.Document(id: $0.ingested.id, sha256: $0.ingested.sha256, pages: $0.pages)
      })
    try Files.write(pdf, to: "\(folder)/\(name).pdf")
    try Files.write(
      CanonicalJSON.encode(list, isIndented: true), to: "\(folder)/\(name).json")
    try Console.print("\(out)/\(name).pdf")
    try Console.print("\(out)/\(name).json")
  }
}
