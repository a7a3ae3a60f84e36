package import Casework
import FileStore
package import FilingRules
import Foundation
package import PageLayout
package import PipelineFiles
import Synchronization
package import Workspace

/// What operators configured, read once before work begins and digested for the keys.
package struct Configuration: Sendable {
  package var folder: PipelineFolder
  /// Said on the command line, for every case of the run.
  package var overrides: [SettingOverride]
  package var settings: Settings
  package var forms: [FormDescription]
  package var lexicon: Lexicon
  package var rules: RuleLibrary
  package var tools: ReaderTools

  /// Loads and validates everything in `folder`.
  package init(
    folder: PipelineFolder, overrides: [SettingOverride], tools: ReaderTools
  ) throws(SettingsProblem) {
    let pipeline = try PipelineConfiguration.load(from: folder, overrides: overrides)
    self.folder = folder
    self.overrides = overrides
    settings = pipeline.settings
    forms = pipeline.forms
    lexicon = pipeline.lexicon
    rules = try RuleLibrary.load(from: folder, forms: pipeline.forms)
    self.tools = tools
  }

  /// The same with further overrides, which win.
  package func overridden(by further: [SettingOverride]) throws(SettingsProblem) -> Configuration {
    var configuration = self
    configuration.overrides += further
    configuration.settings = try Settings.load(from: folder, overrides: configuration.overrides)
    return configuration
  }

  /// For a key: one thing of every form description.
  func digest(ofForms value: KeyPath<FormDescription, some Encodable>) throws -> String {
    try Digest.of(CanonicalJSON.encode(forms.map { $0[keyPath: value] })).rawValue
  }

  /// For a key: one part of the wording.
  func digest(ofWording value: KeyPath<Lexicon, some Encodable>) throws -> String {
    try Digest.of(CanonicalJSON.encode(lexicon[keyPath: value])).rawValue
  }

  /// What a case is checked by.
  ///
  /// - Parameter classification: `nil` while there is none.
  func caseRules(for classification: Classification?) throws -> CaseRules {
    try CaseRules(
      rules.governing(classification?.program, settings: settings.check), among: rules.ruleSets,
      recognised: classification?.firstForm, on: forms, wording: lexicon)
  }

  /// The parts of a key that name the given tools.
  func toolParts(_ names: String...) -> [String: String] {
    Dictionary(uniqueKeysWithValues: names.map { ("tool.\($0)", tools.versions[$0] ?? "none") })
  }
}

/// A case as a stage sees it.
package final class StageContext: Sendable {
  package let workspace: Workspace
  package let folder: CaseFolder
  package let configuration: Configuration
  /// Overrides of operators for this case, `key: value`; already part of `configuration`.
  package let overrides: [String: String]
  /// The run, for `bag-info.txt` alone.
  package let run: String
  private let facts = Mutex<[CaseFacts.DocumentFacts]?>(nil)

  package init(
    workspace: Workspace, folder: CaseFolder, configuration: Configuration,
    overrides: [String: String], run: String
  ) {
    self.workspace = workspace
    self.folder = folder
    self.configuration = configuration
    self.overrides = overrides
    self.run = run
  }

  package var settings: Settings { configuration.settings }

  package func documents() throws -> [IngestedDocument] {
    try folder.read([IngestedDocument].self, from: "documents.json", of: .ingest)
  }

  package func survey(of document: DocumentID) throws -> DocumentSurvey {
    try folder.read(DocumentSurvey.self, from: "\(document.rawValue).json", of: .count)
  }

  /// The documents with their surveys and readings; decoded once, for all stages after `ocr`.
  package func documentFacts() throws -> [CaseFacts.DocumentFacts] {
    if let known = facts.withLock({ $0 }) { return known }
    let read = try documents().map { document in
      let survey = try survey(of: document.id)
      return CaseFacts.DocumentFacts(
        ingested: document, survey: survey,
        pages: try survey.pages.map { page in
          let reference = PageReference(document: document.id, page: page.number)
          return try folder.read(
            PageOutcome.self, from: "\(OCRStage.name(of: reference)).json", of: .ocr)
        })
    }
    facts.withLock { $0 = read }
    return read
  }

  /// Call it when `count` or `ocr` has left something new.
  package func forgetDocumentFacts() { facts.withLock { $0 = nil } }

  package func classification() throws -> Classification {
    try folder.read(Classification.self, from: ClassifyStage.output, of: .classify)
  }

  package func attestations() throws -> [Attestation] {
    try folder.read([Attestation].self, from: AttestStage.output, of: .attest)
  }

  package func caseFacts() throws -> CaseFacts {
    CaseFacts(
      documents: try documentFacts(), classification: try classification(),
      attestations: try attestations(),
      dates: try folder.read([DatedFact].self, from: DatesStage.output, of: .dates))
  }
}
