import CaseBag
import CaseReport
package import Casework
import FileStore
import Foundation
import IdentityMasking
import PipelineFiles
package import ReaderPool
import ReaderProtocol
import Workspace

/// Writes the bag for review. The stage's folder keeps the crops, the searchable copies and
/// `seal.json`, the receipt of the bag that belongs to the record; the bag itself is
/// `bundles/<case>`.
package struct BundleStage: StageProgram {
  package let stage = Stage.bundle
  package let version = 15
  static let seal = "seal.json"
  /// The receipt of a bag that is being put into place.
  private static let nextSeal = "next-seal.json"

  package init() {}

  package func keyParts(in context: StageContext) throws -> [String: String] {
    // The page offers the programmes that there are.
    var parts = try pictureParts(in: context).merging(
      context.configuration.parts(.programs)
    ) { first, _ in first }
    parts["made"] = try Digest.of(CanonicalJSON.encode(made(in: context))).rawValue
    parts["arrivals"] =
      try Digest.of(CanonicalJSON.encode(firstArrival(in: context))).rawValue
    return parts
  }

  /// The packet that the documents came with first, which no later one changes. Where it is not known any
  /// more, the bag may still have it.
  private func firstArrival(in context: StageContext) throws -> [ArrivedPacket] {
    struct Bagged: Decodable {
      var arrivals: [ArrivedPacket]
    }
    if let first = try context.folder.arrivedPackets().first { return [first] }
    let bag = context.workspace.bundlePath(context.folder.id)
    return try Files.contents(of: "\(bag)/data/\(BundlePaths.caseDocument)")
      .flatMap { try? CanonicalJSON.decode(Bagged.self, from: $0) }?.arrivals ?? []
  }

  /// Those that pictures and copies depend on.
  private func pictureParts(in context: StageContext) -> [String: String] {
    context.configuration.toolParts("poppler", "leptonica", "qpdf").merging(
      ["settings": context.settings.canonicalText(of: .bundle)]
    ) { first, _ in first }
  }

  private func results(in context: StageContext) throws -> CheckResults {
    try context.folder.read(CheckResults.self, from: CheckStage.output, of: .check)
  }

  /// What read the pages stands in the key of `ocr`: it may have been another version than is here now.
  private func made(in context: StageContext) throws -> MadeBy {
    let parts = try context.folder.readRecord(of: .ocr)?.key.parts ?? [:]
    let prefix = "tool."
    let tools = parts.filter { $0.key.hasPrefix(prefix) }
      .map { (String($0.key.dropFirst(prefix.utf8.count)), $0.value) }
    let models = (parts[OCRStage.models] ?? "").split(separator: " ").compactMap { model in
      let pair = model.split(separator: "=").map(String.init)
      return pair.count == 2 ? (pair[0], Digest(rawValue: pair[1])) : nil
    }
    let classification = try context.folder.readIfWhole(
      Classification.self, from: ClassifyStage.output, of: .classify)
    return MadeBy(
      jurat: Product.version, tools: Dictionary(tools, uniquingKeysWith: { first, _ in first }),
      models: Dictionary(models, uniquingKeysWith: { first, _ in first }),
      form: try context.configuration.digest(ofForm: classification?.firstForm),
      rules: Digest(
        rawValue: try context.configuration.digest(ofRulesFor: classification)))
  }

  private func checkedDigest(in context: StageContext) throws -> Digest {
    guard let record = try context.folder.readRecord(of: .check) else {
      throw StageProblem("the case has not been checked")
    }
    return record.outputDigest
  }

  // MARK: Pictures and searchable copies

  package func units(in context: StageContext) throws -> [StageUnit] {
    try crops(in: context) + searchableCopies(in: context)
  }

  private static func picture(of finding: FindingID) -> String { "\(finding.rawValue).png" }

  private static let searchableUnit = "searchable-"

  private static func searchableCopy(of document: DocumentID) -> String {
    "\(searchableUnit)\(document.rawValue).pdf"
  }

  private func cropPlan(_ facts: CaseFacts, in context: StageContext) throws -> CropPlan {
    CropPlan(
      facts: facts, passages: try results(in: context).passages,
      margin: context.settings.bundle.cropMargin)
  }

  private func crops(in context: StageContext) throws -> [StageUnit] {
    let facts = try context.caseFacts()
    let plan = try cropPlan(facts, in: context)
    return try plan.pages.compactMap { page in
      guard let crops = plan.crops[page],
        let document = facts.documents.first(where: { $0.ingested.id == page.document }),
        let outcome = document.pages.first(where: { $0.page == page })
      else { return nil }
      let request = ReaderRequest.crops(
        context.file(document.ingested), page: page.page,
        CropSettings(
          rotation: outcome.reading?.rotation ?? 0, scale: document.scale(of: page.page),
          dpi: context.settings.bundle.cropDpi, boxes: crops.map(\.box)))
      let names = crops.map { Self.picture(of: $0.id) }
      return StageUnit(
        name: "crops-\(OCRStage.name(of: page))", page: page,
        key: try key(of: request, as: names, document: document.ingested, in: context),
        request: request, attachmentNames: names,
        deadline: context.settings.readers.pageDeadlineSeconds)
    }
  }

  private func searchableCopies(in context: StageContext) throws -> [StageUnit] {
    try context.documentFacts().compactMap { document in
      let pages = try document.pages.map { page in
        let path = "\(context.folder.path(of: .ocr))/\(OCRStage.name(of: page.page)).pdf"
        return CopiedPage(
          textLayer: try Files.kind(of: path) == .file ? path : nil,
          rotation: page.reading?.rotation ?? 0, scale: document.scale(of: page.page.page))
      }
      guard document.survey.state == .opened, pages.contains(where: { $0.textLayer != nil }) else {
        return nil
      }
      let request = ReaderRequest.searchable(context.file(document.ingested), pages)
      let names = [Self.searchableCopy(of: document.ingested.id)]
      return StageUnit(
        name: Self.searchableUnit + document.ingested.id.rawValue, page: nil,
        key: try key(of: request, as: names, document: document.ingested, in: context),
        request: request, attachmentNames: names,
        deadline: context.settings.readers.pageDeadlineSeconds)
    }
  }

  /// Paths are left out of the key; what they lead to is in it by digest.
  private func key(
    of request: ReaderRequest, as names: [String], document: IngestedDocument,
    in context: StageContext
  ) throws -> Digest {
    var parts = pictureParts(in: context)
    parts["names"] = names.joined(separator: " ")
    parts["version"] = String(version)
    parts["document"] = document.sha256.rawValue
    switch request {
    case .crops(_, let page, let settings):
      parts["page"] = String(page)
      parts["crops"] = try Digest.of(CanonicalJSON.encode(settings)).rawValue
    case .searchable(_, let pages):
      parts["pages"] = try pages.map { page in
        let layer = try page.textLayer.map { try Digest.ofFile(at: $0).rawValue } ?? "none"
        return "\(layer) turned by \(page.rotation) times \(page.scale)"
      }.joined(separator: ", ")
    default: preconditionFailure("bundle asks for crops and searchable copies only")
    }
    return StageKey(parts: parts).digest
  }

  package func result(of unit: StageUnit, _ reply: Result<ReaderReply, ReaderFailure>) throws
    -> UnitResult
  {
    // The bundle is made all the same: where a picture is not there, the review page says so.
    switch reply {
    case .success(let reply):
      guard case .refused(let reason) = reply.answer else {
        return UnitResult(files: unit.attachments(of: reply))
      }
      // A document that cannot be copied will not be tomorrow either.
      let note = Self.note(of: unit, because: reason)
      return UnitResult(files: [], isFailure: note == nil, note: note)
    case .failure(let failure):
      return UnitResult(
        files: [], isFailure: true, note: Self.note(of: unit, because: failure.description))
    }
  }

  /// Why a searchable copy is missing; `nil` of pictures.
  private static func note(of unit: StageUnit, because reason: String) -> String? {
    guard case .searchable = unit.request else { return nil }
    let document = unit.name.dropFirst(searchableUnit.utf8.count)
    return "no searchable copy of \(document) could be made: \(reason)"
  }

  // MARK: The bag

  package func finish(in context: StageContext) throws -> [OutputFile] {
    let facts = try context.caseFacts()
    let bundle = context.workspace.bundlePath(context.folder.id)
    let unfinished = "\(context.workspace.unfinishedBundles)/\(context.folder.id.rawValue)"
    try Files.makeFolder(context.workspace.unfinishedBundles)
    try Files.remove(unfinished)
    let receipt = try BundleWriter.write(inputs(facts, in: context), to: unfinished)
    let problems = BagVerifier.verify(unfinished, tagManifest: receipt.tagManifest)
    if let problem = problems.first {
      throw StageProblem("the bag does not verify: \(problem.description)")
    }
    let seal = OutputFile(name: Self.seal, bytes: try CanonicalJSON.encode(receipt))
    try replace(bundle, with: unfinished, sealed: seal, in: context)
    return [seal]
  }

  /// Puts the new bag into place by rename; an older one is kept aside.
  private func replace(
    _ bundle: String, with unfinished: String, sealed seal: OutputFile, in context: StageContext
  ) throws {
    let place = try Files.kind(of: bundle) == nil ? nil : placeAside(for: bundle, in: context)
    // Killed between here and its record, the stage knows the bag all the same.
    _ = try context.folder.write(seal.bytes, as: Self.nextSeal, in: .bundle)
    if let place {
      try Files.makeFolder(context.workspace.replacedBundles)
      try Files.rename(bundle, to: place)
    }
    try Files.rename(unfinished, to: bundle)
    try Files.syncFolder(of: bundle)
  }

  /// Where the bag that is replaced goes. One that is as it was sealed can be made again and takes the
  /// place of its like; one that somebody changed is kept under a name of its own, and told of.
  private func placeAside(for bundle: String, in context: StageContext) throws -> String {
    let id = context.folder.id.rawValue
    let folder = context.workspace.replacedBundles
    let seals = try [Self.seal, Self.nextSeal].compactMap {
      try context.folder.readIfWhole(BundleReceipt.self, from: $0, of: .bundle)
    }
    // A link to a good bag is none.
    let isFolder = try Files.kind(of: bundle) == .folder
    let seal = seals.first {
      isFolder && BagVerifier.verify(bundle, tagManifest: $0.tagManifest).isEmpty
    }
    if let seal {
      let target = "\(folder)/\(id)-\(seal.tagManifest.prefix(16))"
      try Files.remove(target)
      return target
    }
    var number = 1
    while try Files.kind(of: "\(folder)/\(id)-changed-\(number)") != nil { number += 1 }
    let name = "\(id)-changed-\(number)"
    context.alert(
      seals.isEmpty
        ? "there was a bag of \(id) that nothing is known of; it is in bundles/.replaced/\(name)"
        : "the bag of \(id) was changed by somebody; the changed one is in bundles/.replaced/\(name)"
    )
    return "\(folder)/\(name)"
  }

  private func inputs(_ facts: CaseFacts, in context: StageContext) throws -> BundleInputs {
    let folder = context.folder
    // What an earlier run made may still be in the folder, and is not of this bag. What this one made is
    // there, unless the disk does not answer: a bag without it would stay.
    let answered = try units(in: context).map { unit in
      guard let record = folder.unit(unit.name, key: unit.key, in: .bundle) else {
        throw StageProblem("what a reader made for \(unit.name) cannot be read any more")
      }
      return (unit.name, record)
    }
    let units = Dictionary(uniqueKeysWithValues: answered)
    let pictures = Set(units.values.flatMap(\.outputs).map(\.path))
    let results = try results(in: context)
    let crops = try cropPlan(facts, in: context).crops.values.joined()
      .filter { pictures.contains(Self.picture(of: $0.id)) }
      .map { crop in
        let path = "\(folder.path(of: .bundle))/\(Self.picture(of: crop.id))"
        return (crop.id, CutPicture(path: path, box: crop.box))
      }
    let searchable = facts.documents.map(\.ingested.id).compactMap { id in
      let name = Self.searchableCopy(of: id)
      let copy: SearchableCopy? =
        if pictures.contains(name) {
          .made(path: "\(folder.path(of: .bundle))/\(name)")
        } else {
          units[Self.searchableUnit + id.rawValue]?.note.map { .missing($0) }
        }
      return copy.map { (id, $0) }
    }
    return BundleInputs(
      caseID: folder.id, facts: facts,
      results: results, made: try made(in: context), arrivals: try firstArrival(in: context),
      overrides: context.overrides,
      originals: Dictionary(
        uniqueKeysWithValues: facts.documents.map {
          ($0.ingested.id, context.workspace.originalPath($0.ingested))
        }),
      previews: { page in
        let path = "\(folder.path(of: .ocr))/\(OCRStage.name(of: page)).jpg"
        return try Files.kind(of: path) == .file ? path : nil
      },
      crops: Dictionary(uniqueKeysWithValues: crops),
      resultsDigest: try checkedDigest(in: context),
      programmes: context.configuration.programmes,
      searchable: Dictionary(uniqueKeysWithValues: searchable),
      mask: IdentityMask.masked,
      bagInfo: [
        ("Bag-Software-Agent", "jurat"),
        ("Bagging-Date", CivilDate.today.description),
        ("External-Identifier", folder.id.rawValue),
      ] + (try folder.dayTakenIn().map { [("Jurat-Taken-In", $0.description)] } ?? []) + [
        ("Jurat-Run", context.run)
      ])
  }

  package func isIntact(in context: StageContext) -> Bool {
    let bundle = context.workspace.bundlePath(context.folder.id)
    guard (try? Files.kind(of: bundle)) == .folder,
      let receipt = try? context.folder.read(BundleReceipt.self, from: Self.seal, of: .bundle)
    else { return false }
    return BagVerifier.verify(bundle, tagManifest: receipt.tagManifest).isEmpty
  }
}

extension CaseFacts.DocumentFacts {
  /// Points of paper a unit of the file, on the page at `number`.
  fileprivate func scale(of number: Int) -> Double {
    survey.pages.first { $0.number == number }?.scale ?? 1
  }
}
