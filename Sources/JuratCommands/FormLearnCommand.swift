import ArgumentParser
import CaseReport
import Casework
import FileStore
import FormLearning
import Foundation
import PageLayout
import PipelineEngine
import PipelineFiles
import Stages
import Workspace

struct FormLearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Write the description of a form from its blank.",
    discussion: """
      Writes forms/ID.yaml, which is to be looked through and corrected by hand, and the blank itself \
      beside it. Learning the form again keeps what was corrected.

      \(ExitStatus.table)
      """)

  @OptionGroup var readers: ReaderOptions
  @OptionGroup var settings: SettingsOptions
  @Option(help: "What the form is called; by default as its file is.")
  var name: String?
  @Option(help: "The programme whose complaints use it.")
  var program: String?
  @Option(help: "Write a page that shows the form with every place named.")
  var preview: String?
  @Argument(help: "The form with nothing filled in: a PDF, or its pages as pictures in order.")
  var files: [String]

  func run() throws {
    try Console.run {
      let paths = try existing(files)
      let folder = try settings.folder()
      let id = try formID()
      let session = try Session(settings: settings, reader: readers)
      if let program, !session.configuration.programmes.contains(program) {
        throw CommandProblem(
          "--program \(program): there are rules for \(session.configuration.programmes.joined(separator: ", "))",
          status: .usage)
      }
      let seen = try session.seen(in: paths)
      let pages = try blankPages(of: seen.facts)
      let forms = session.configuration.forms
      let known = forms.contains { $0.id == id } ? try folder.formFile(id) : nil
      let like = forms.first { $0.program == program && $0.id != id }
      let learnt = FormLearner(wording: session.configuration.lexicon.forms).learn(pages)
      let file = try FormFile(
        learnt, id: id, program: program, keeping: known,
        like: program == nil ? nil : like.map { try folder.formFile($0.id) })
      try write(file, learnt.blank, in: folder)
      if let preview {
        let page = FormPreview(
          title: file.titles.first ?? id, pictures: seen.previews, blank: learnt.blank,
          places: file.places)
        try Files.write(Array(try page.html().utf8), to: Workspace.absolute(preview))
      }
      try Console.print(summary(of: file, learnt))
      return .well
    }
  }

  private func formID() throws -> String {
    let id =
      name
      ?? (files.first.map { URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent }
        ?? "")
    let allowed = id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
    guard !id.isEmpty, allowed else {
      throw CommandProblem(
        "'\(id)' cannot be the name of a form; say --name with letters, figures, - and _",
        status: .usage)
    }
    return id
  }

  private func blankPages(of facts: CaseFacts) throws -> [FormLearner.Page] {
    for document in facts.documents where document.survey.state != .opened {
      throw CommandProblem(
        "\(files[0]): \(document.survey.problem ?? "the file could not be opened")",
        status: .someInputsFailed)
    }
    return try facts.pages.map { page in
      guard let reading = page.reading, reading.ink != nil else {
        throw CommandProblem(
          "page \(page.page.page) of the form could not be read: "
            + (page.failure ?? "it is blank, or a picture and no form"), status: .someInputsFailed)
      }
      return FormLearner.Page(
        reading: reading,
        attestations: facts.attestations.filter { $0.place.page == page.page })
    }
  }

  private func write(_ file: FormFile, _ blank: BlankForm, in folder: PipelineFolder) throws {
    let text = try file.yaml()
    // What cannot be read again is not written.
    _ = try FormFile(parsing: text, file: PipelineFolder.formPath(file.id))
    let path = Workspace.absolute(folder.path)
    try Files.write(
      try CanonicalJSON.encode(blank), to: "\(path)/\(PipelineFolder.blankPath(file.id))")
    try Files.write(Array(text.utf8), to: "\(path)/\(PipelineFolder.formPath(file.id))")
  }

  private func summary(of file: FormFile, _ learnt: FormLearner.Learnt) -> String {
    let kinds: [(FormPlace.Kind, String)] = [
      (.signature, "to sign"), (.date, "for dates"), (.checkBox, "boxes to tick"),
      (.text, "for anything else"),
    ]
    let counts = kinds.map { kind, words in
      "\(file.places.count { $0.kind == kind }) \(words)"
    }
    let unnamed = file.places.count { $0.labels.isEmpty && $0.kind != .none }
    return """
      \(PipelineFolder.formPath(file.id)): \(learnt.blank.pages.count) pages, \
      \(counts.joined(separator: ", "))
      title: \(file.titles.first ?? "none was found; write one")
      \(unnamed == 0 ? "" : "\(unnamed) places have no label: look for their names, such as page-1-text, in the file\n")\
      Look through the file; 'jurat form check SCAN --form \(file.id)' tries it.
      """
  }
}
