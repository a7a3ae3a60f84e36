import BlankForms
package import Casework
import FileStore
package import FilingRules
import Foundation
package import PageLayout
package import PipelineFiles
package import ReaderPool
import Synchronization
package import Workspace

/// What operators configured, read once before work begins and digested for the keys.
package struct Configuration: Sendable {
  package var folder: PipelineFolder
  /// Said on the command line, for every case of the run.
  package var overrides: [SettingOverride]
  package var settings: Settings
  package var forms: [FormDescription] {
    didSet {
      digests = ConfiguredDigests()
      preparedForms = PreparedForms()
    }
  }
  package var lexicon: Lexicon { didSet { digests = ConfiguredDigests() } }
  package var rules: RuleLibrary { didSet { digests = ConfiguredDigests() } }
  package var tools: ReaderTools
  private var digests = ConfiguredDigests()
  private var preparedForms = PreparedForms()

  /// Finds the pages of the forms whose blanks are known.
  var formMatcher: FormMatcher { preparedForms.matcher(of: forms) }

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
    if further.isEmpty { return self }
    var configuration = self
    configuration.overrides += further
    configuration.settings = try Settings.load(from: folder, overrides: configuration.overrides)
    return configuration
  }

  /// Those that a form is known of, by the alphabet.
  package var programmes: [String] { Set(forms.compactMap(\.program)).sorted() }

  /// For a case's papers: the description of a form; `nil` where there is none of that id.
  func digest(ofForm id: String?) throws -> Digest? {
    guard let form = forms.first(where: { $0.id == id }) else { return nil }
    return Digest(
      rawValue: try digests.of(.form(form.id)) { try CanonicalJSON.encode(form) })
  }

  /// The parts of a key that name what is configured.
  func parts(_ parts: ConfiguredPart...) throws -> [String: String] {
    try parts.reduce(into: [:]) { named, part in
      named[part.rawValue] = try digests.of(.part(part)) { try part.canonicalBytes(in: self) }
    }
  }

  /// For a key: all that a case is checked by.
  ///
  /// - Parameter classification: `nil` while there is none.
  func digest(ofRulesFor classification: Classification?) throws -> String {
    let rules = try caseRules(for: classification)
    return try digests.of(.rules(rules.ruleSet.id, form: classification?.firstForm)) {
      try CanonicalJSON.encode(rules)
    }
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
  /// What people say of the case in place of the machine.
  package let amendments: [Amendment]
  /// The run, for `bag-info.txt` alone.
  package let run: String
  private let facts = Mutex<[CaseFacts.DocumentFacts]?>(nil)
  private let matched = Mutex<[PageReference: MatchedPage]?>(nil)
  private let alerts = Mutex<[String]>([])

  package init(
    workspace: Workspace, folder: CaseFolder, configuration: Configuration,
    overrides: [String: String], amendments: [Amendment], run: String
  ) {
    self.amendments = amendments
    self.workspace = workspace
    self.folder = folder
    self.configuration = configuration
    self.overrides = overrides
    self.run = run
  }

  package var settings: Settings { configuration.settings }

  /// Somebody has to look at this; it becomes part of the record of the stage that is finishing.
  func alert(_ sentence: String) { alerts.withLock { $0.append(sentence) } }

  /// What has been said since this was last called.
  package func takeAlerts() -> [String] {
    alerts.withLock { alerts in
      defer { alerts = [] }
      return alerts
    }
  }

  /// What readers may look at for this case: its originals, and the text of its pages.
  package func readerScope() throws -> ReaderScope {
    let texts = folder.path(of: .ocr)
    try Files.makeFolder(texts)
    return ReaderScope(readable: try documents().map(workspace.originalPath) + [texts])
  }

  package func documents() throws -> [IngestedDocument] {
    try folder.documents()
  }

  package func survey(of document: DocumentID) throws -> DocumentSurvey {
    try folder.read(DocumentSurvey.self, from: "\(document.rawValue).json", of: .count)
  }

  /// The documents with their surveys and readings; decoded once, for all stages after `ocr`.
  package func documentFacts() throws -> [CaseFacts.DocumentFacts] {
    if let known = facts.withLock({ $0 }) { return known }
    var bytesLeft = settings.readers.maxCaseMegabytes << 20
    let read = try documents().map { document in
      let survey = try survey(of: document.id)
      return CaseFacts.DocumentFacts(
        ingested: document, survey: survey,
        pages: try survey.pages.map { page in
          try outcome(
            of: PageReference(document: document.id, page: page.number), within: &bytesLeft)
        })
    }
    facts.withLock { $0 = read }
    return read
  }

  /// The pages that fit a page of a form whose blank is known; compared once, for all stages.
  func matchedPages() throws -> [PageReference: MatchedPage] {
    if let known = matched.withLock({ $0 }) { return known }
    let found = configuration.matchedPages(of: try documentFacts())
    matched.withLock { $0 = found }
    return found
  }

  /// What was read of a page; a failure where that is more than the case may hold.
  private func outcome(of page: PageReference, within bytesLeft: inout Int) throws -> PageOutcome {
    let name = "\(OCRStage.name(of: page)).json"
    bytesLeft -= try Files.status(of: "\(folder.path(of: .ocr))/\(name)").size
    guard bytesLeft >= 0 else {
      return PageOutcome(
        page: page, state: .failed,
        failure: "not looked at: more was read of the case than readers.maxCaseMegabytes")
    }
    return try folder.read(PageOutcome.self, from: name, of: .ocr)
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
      leftOut: try folder.leftOut(), amendments: amendments, documents: try documentFacts(),
      classification: try classification(),
      attestations: try attestations(),
      dates: try folder.read([DatedFact].self, from: DatesStage.output, of: .dates))
  }
}
