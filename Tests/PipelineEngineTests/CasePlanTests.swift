import Casework
import FileStore
import Foundation
import PipelineEngine
import PipelineFiles
import Stages
import TestSupport
import Testing
import Workspace

/// Whether a stage would run is decided from what is on disk and from nothing else.
struct CasePlanTests {
  private let scratch: ScratchFolder
  private let workspace: Workspace
  private let folder: CaseFolder

  init() throws {
    scratch = try ScratchFolder()
    workspace = try Workspace(at: "\(scratch.path)/workspace")
    try scratch.write("inbox/1.pdf", Array("%PDF-1.7".utf8))
    let inbox = Inbox(at: "\(scratch.path)/inbox", settleSeconds: 0, ignoredNames: IgnoredNames([]))
    let intake = Intake(
      workspace: workspace, limits: PacketLimits(fileBytes: 100, packetBytes: 1000, files: 20),
      ignoredNames: IgnoredNames([]),
      version: Stage.ingest.program.version)
    let claim = try #require(
      try eventually(within: 10, make: { try intake.claimed("1.pdf", from: inbox) }))
    guard case .taken(let id) = try intake.finish(claim).result else { throw CancellationError() }
    folder = workspace.caseFolder(id)
  }

  private func context(
    _ overrides: [SettingOverride] = [], poppler: String = "22.12", model: String = "first",
    pipeline: String = Repository.pipeline
  ) throws -> StageContext {
    try scratch.write("\(model)/eng.traineddata", Array(model.utf8))
    let configuration = try Configuration(
      folder: PipelineFolder(path: pipeline), overrides: overrides,
      tools: ReaderTools(
        versions: ["poppler": poppler], modelFolder: "\(scratch.path)/\(model)"))
    return StageContext(
      workspace: workspace, folder: folder, configuration: configuration, overrides: [:],
      amendments: try folder.amendments(), run: "test")
  }

  /// Lets the stages up to `last` have left something, each under the key that it has now.
  private func complete(through last: Stage) throws {
    for stage in Stage.allCases where stage > .ingest && stage <= last {
      let output = try folder.write(Array("\(stage)".utf8), as: "output.json", in: stage)
      try folder.commit(
        StageRecord(
          stage: stage, key: CasePlan.key(of: stage, in: try context()), outputs: [output],
          attempt: 1))
    }
  }

  private func decision(_ stage: Stage) throws -> StageDecision {
    try CasePlan.decision(on: stage, in: context())
  }

  @Test func `a new case begins with count, and the rest waits for what it reads`() throws {
    let decisions = try CasePlan.decisions(in: context())
    #expect(decisions.map(\.0) == Stage.allCases)
    #expect(decisions[0].1 == .upToDate)
    #expect(decisions[1].1 == .due(.neverRun))
    #expect(decisions[2].1 == .waiting(on: [.count]))
    #expect(decisions[3].1 == .waiting(on: [.count, .ocr]))
    #expect(decisions.dropFirst(2).allSatisfy { $0.1 != .upToDate })
  }

  @Test(arguments: [Stage.count, .ocr, .classify, .attest, .dates, .check])
  func `a stage is up to date under the same key with the same output`(stage: Stage) throws {
    try complete(through: .check)
    #expect(try decision(stage) == .upToDate)
  }

  @Test func `a bundle is up to date only with its bag`() throws {
    try complete(through: .bundle)
    #expect(try decision(.bundle) == .due(.outputsDamaged))
  }

  @Test func `an output that is gone or changed makes its stage due, and that stage alone`() throws
  {
    try complete(through: .check)
    let output = "\(folder.path(of: .attest))/output.json"
    try Files.write(Array("damaged".utf8), to: output)
    #expect(try decision(.attest) == .due(.outputsDamaged))
    try Files.remove(output)
    #expect(try decision(.attest) == .due(.outputsDamaged))
    #expect(try decision(.dates) == .upToDate, "its key goes by what the record says")
    let decisions = try CasePlan.decisions(in: context())
    #expect(
      decisions.filter { if case .due = $0.1 { true } else { false } }.map(\.0) == [.attest])
    #expect(decisions.first { $0.0 == .dates }?.1 == .waiting(on: [.attest]))
  }

  @Test func `a record that can't be read counts as none`() throws {
    try complete(through: .count)
    try Files.write(Array("{".utf8), to: "\(folder.path(of: .count))/record.json")
    #expect(try decision(.count) == .due(.neverRun))
  }

  @Test func `a stage that did not get through is due`() throws {
    try folder.commit(
      StageRecord(
        stage: .count, key: CasePlan.key(of: .count, in: context()), outputs: [],
        problem: "the disk refused", attempt: 1))
    #expect(try decision(.count) == .due(.failedBefore("the disk refused")))
  }

  @Test(arguments: [
    (SettingOverride(key: "dates.order", value: "month-first"), Stage.dates),
    (SettingOverride(key: "ocr.dpi", value: "400"), .ocr),
    (SettingOverride(key: "check.ruleSets.ccm", value: "ccm-2015"), .check),
  ])
  func `a setting concerns the stage that uses it and no other`(
    override: SettingOverride, stage: Stage
  ) throws {
    try complete(through: .check)
    // The programme says which rule set is used.
    let classified = Classification(
      program: "ccm", kind: .complaint, pages: [])
    try Files.write(
      CanonicalJSON.encode(classified),
      to: "\(folder.path(of: .classify))/\(ClassifyStage.output)")
    let checked = StageRecord(
      stage: .check, key: try CasePlan.key(of: .check, in: context()),
      outputs: try #require(folder.record(of: .check)).outputs, attempt: 1)
    try folder.commit(checked)

    let changed = try context([override])
    for other in Stage.allCases where other < .bundle {
      let decision = try CasePlan.decision(on: other, in: changed)
      if other == stage {
        guard case .due(.keyDiffers(let parts)) = decision else {
          Issue.record("\(other): \(decision)")
          continue
        }
        #expect(parts.count == 1)
      } else {
        #expect(decision == .upToDate, "\(other)")
      }
    }
  }

  @Test(arguments: [
    ("forms/ccm-complaint.yaml", "Date of incident", "Day of incident", [Stage.dates, .check]),
    ("forms/ccm-complaint.yaml", "Signature of witness", "Witness to sign", [.attest]),
    ("forms/ccm-complaint.yaml", "Section F Witnesses", "Section F Bystanders", [.classify]),
    ("forms/ccm-complaint.yaml", "A power of attorney is", "The power of attorney is", [.check]),
    ("wording.yaml", "Yours truly", "Truly", [.classify, .attest]),
    ("wording.yaml", "docketed", "lodged", [.attest]),
    ("wording.yaml", "- declined\n", "- demurred\n", [.attest]),
    ("wording.yaml", "Deputy Clerk", "Justice", [.classify, .attest, .dates, .check]),
  ])
  func `what is changed in a form or in the wording concerns the stages that use it`(
    file: String, printed: String, changed: String, stages: [Stage]
  ) throws {
    try complete(through: .check)
    let pipeline = "\(scratch.path)/Pipeline"
    try FileManager.default.copyItem(atPath: Repository.pipeline, toPath: pipeline)
    let url = URL(fileURLWithPath: "\(pipeline)/\(file)")
    let text = try String(contentsOf: url, encoding: .utf8)
    try Data(text.replacing(printed, with: changed).utf8).write(to: url)
    let edited = try context(pipeline: pipeline)
    for other in Stage.allCases where other < .bundle {
      let isUpToDate = try CasePlan.decision(on: other, in: edited) == .upToDate
      #expect(isUpToDate == !stages.contains(other), "\(other)")
    }
  }

  @Test func `settings that change no output change no key`() throws {
    try complete(through: .check)
    let changed = try context([
      SettingOverride(key: "readers.pageDeadlineSeconds", value: "7"),
      SettingOverride(key: "ingest.settleSeconds", value: "0"),
    ])
    for stage in Stage.allCases where stage < .bundle {
      #expect(try CasePlan.decision(on: stage, in: changed) == .upToDate)
    }
  }

  @Test func `a new version of a library makes due what it had a part in`() throws {
    try complete(through: .check)
    let changed = try context(poppler: "24.02")
    #expect(
      try CasePlan.decision(on: .count, in: changed) == .due(.keyDiffers(["tool.poppler"])))
    #expect(try CasePlan.decision(on: .ocr, in: changed) == .due(.keyDiffers(["tool.poppler"])))
    #expect(try CasePlan.decision(on: .classify, in: changed) == .upToDate)
  }

  @Test func `a new model of the language makes due what was recognised with the old one`() throws {
    try complete(through: .check)
    let changed = try context(model: "second")
    #expect(try CasePlan.decision(on: .count, in: changed) == .upToDate)
    #expect(try CasePlan.decision(on: .ocr, in: changed) == .due(.keyDiffers(["models"])))
  }

  @Test func `a language without a model is said to be missing`() throws {
    try complete(through: .check)
    let spanish = try context([SettingOverride(key: "ocr.languages", value: "spa")])
    #expect(throws: MissingModel(language: "spa", folder: "\(scratch.path)/first")) {
      try CasePlan.decision(on: .ocr, in: spanish)
    }
  }

  @Test func `what an earlier stage left anew makes later ones due`() throws {
    try complete(through: .check)
    let output = try folder.write(Array("new".utf8), as: "output.json", in: .dates)
    try folder.commit(
      StageRecord(
        stage: .dates, key: CasePlan.key(of: .dates, in: context()), outputs: [output],
        attempt: 2))
    #expect(try decision(.dates) == .upToDate)
    #expect(try decision(.check) == .due(.keyDiffers(["input.dates"])))
    #expect(try decision(.attest) == .upToDate)
  }

  @Test func `no key names a time, a path, a run or a host`() throws {
    try complete(through: .check)
    let other = try ScratchFolder()
    let elsewhere = try Workspace(at: "\(other.path)/elsewhere")
    try Files.makeFolder("\(elsewhere.path)/cases")
    let copied = elsewhere.caseFolder(folder.id)
    let copying = try RunningProgram.run(["cp", "-r", folder.path, copied.path])
    try #require(copying.status == 0)
    let here = try context()
    let there = StageContext(
      workspace: elsewhere, folder: copied, configuration: here.configuration, overrides: [:],
      amendments: try copied.amendments(), run: "another")
    for stage in Stage.allCases {
      #expect(try CasePlan.key(of: stage, in: here) == CasePlan.key(of: stage, in: there))
    }
  }
}

extension Intake {
  /// The claim of the packet; `nil` where it has to wait.
  fileprivate func claimed(_ packet: String, from inbox: Inbox) throws -> String? {
    if case .claim(let claim) = try claim(packet, from: inbox) { claim } else { nil }
  }
}
