package import Casework
package import FileStore
import Glibc

/// The folder of one case: what each stage left there.
package struct CaseFolder: Sendable {
  package let id: CaseID
  package let path: String

  package func path(of stage: Stage) -> String { "\(path)/\(stage.rawValue)" }

  /// The record that the stage left; `nil` where there is none or it can't be read.
  package func record(of stage: Stage) -> StageRecord? {
    (try? readRecord(of: stage)) ?? nil
  }

  /// The same, for what is kept: that the disk does not answer is another thing than no record.
  package func readRecord(of stage: Stage) throws(FileProblem) -> StageRecord? {
    guard let bytes = try Files.contents(of: "\(path(of: stage))/record.json") else { return nil }
    return try? CanonicalJSON.decode(StageRecord.self, from: bytes)
  }

  /// Whether the stage left a record, whatever can be made of it.
  package func hasRecord(of stage: Stage) throws(FileProblem) -> Bool {
    try Files.kind(of: "\(path(of: stage))/record.json") != nil
  }

  /// How many pages, documents and pictures ended as failed, over all stages.
  package var failureCount: Int {
    Stage.allCases.reduce(0) { $0 + (record(of: $1)?.failures ?? 0) }
  }

  /// What its stages have to say to an operator.
  package var notes: [String] { Stage.allCases.flatMap { record(of: $0)?.notes ?? [] } }

  /// What its stages found that somebody has to look at.
  package var alerts: [String] { Stage.allCases.flatMap { record(of: $0)?.alerts ?? [] } }

  /// How many pages `ocr` has dealt with, read or not.
  package var pageCount: Int {
    record(of: .ocr)?.outputs.count { $0.path.hasSuffix(".json") } ?? 0
  }

  /// The record counts: the stage got through and its outputs are there, byte for byte.
  package func isIntact(_ record: StageRecord) -> Bool {
    record.problem == nil && record.outputs.allSatisfy(isIntact(in: record.stage))
  }

  private func isIntact(in stage: Stage) -> (StageRecord.Output) -> Bool {
    { (try? Digest.ofFile(at: "\(path(of: stage))/\($0.path)")) == $0.sha256 }
  }

  /// Writes one output of a stage. It counts once `commit` has named it.
  package func write(_ bytes: [UInt8], as name: String, in stage: Stage) throws(FileProblem)
    -> StageRecord.Output
  {
    try Files.makeFolder(path(of: stage))
    try Files.write(bytes, to: "\(path(of: stage))/\(name)")
    return StageRecord.Output(path: name, sha256: .of(bytes))
  }

  /// Makes the record, and with it the outputs that it names, the state of the stage; anything
  /// else in the stage's folder is removed.
  package func commit(_ record: StageRecord) throws {
    let folder = path(of: record.stage)
    try Files.makeFolder(folder)
    try Files.write(CanonicalJSON.encode(record), to: "\(folder)/record.json")
    let kept = Set(record.outputs.map(\.path) + ["record.json", "units"])
    for name in try Files.names(in: folder) where !kept.contains(name) {
      try Files.remove("\(folder)/\(name)")
    }
  }

  /// An output that an earlier stage left, decoded.
  package func read<Value: Decodable>(_ type: Value.Type, from name: String, of stage: Stage) throws
    -> Value
  {
    let file = "\(path(of: stage))/\(name)"
    guard let bytes = try Files.contents(of: file) else {
      throw FileProblem(.read, file, code: ENOENT)
    }
    do {
      return try CanonicalJSON.decode(type, from: bytes)
    } catch {
      throw DamagedFile(path: file)
    }
  }

  /// The same; `nil` where it is missing or damaged. That the disk does not answer is another thing.
  package func readIfWhole<Value: Decodable>(
    _ type: Value.Type, from name: String, of stage: Stage
  ) throws -> Value? {
    do {
      return try read(type, from: name, of: stage)
    } catch is DamagedFile {
      return nil
    } catch let problem as FileProblem where problem.isMissing {
      return nil
    }
  }

  /// The right to work on this case; its number is the attempt.
  package func takeLease() throws -> Lease { try Lease.take("lease", in: path) }
}

// MARK: - Units of work within a stage

/// What a reader has answered for one page or document, kept as soon as it is there, so that it is
/// never asked for twice.
package struct UnitRecord: Codable, Hashable, Sendable {
  package var key: Digest
  package var outputs: [StageRecord.Output]
  package var isFailure: Bool
  /// What an operator has to know of it although nothing failed; a sentence.
  package var note: String?

  package init(
    key: Digest, outputs: [StageRecord.Output], isFailure: Bool = false, note: String? = nil
  ) {
    self.key = key
    self.outputs = outputs
    self.isFailure = isFailure
    self.note = note
  }
}

extension CaseFolder {
  /// The committed unit `name` of the stage, if it was made under `key` and is intact.
  package func unit(_ name: String, key: Digest, in stage: Stage) -> UnitRecord? {
    guard let unit = unit(name, in: stage), unit.key == key,
      unit.outputs.allSatisfy(isIntact(in: stage))
    else { return nil }
    return unit
  }

  /// The unit `name` of the stage as it was last committed.
  package func unit(_ name: String, in stage: Stage) -> UnitRecord? {
    guard let bytes = try? Files.contents(of: unitPath(name, stage)) else { return nil }
    return try? CanonicalJSON.decode(UnitRecord.self, from: bytes)
  }

  package func commit(_ unit: UnitRecord, as name: String, in stage: Stage) throws {
    try Files.makeFolder("\(path(of: stage))/units")
    try Files.write(CanonicalJSON.encode(unit), to: unitPath(name, stage))
  }

  /// Forgets the units of a stage: all of them, or those that failed.
  package func forgetUnits(of stage: Stage, onlyFailed: Bool) throws(FileProblem) {
    let folder = "\(path(of: stage))/units"
    for name in try Files.names(in: folder) {
      if onlyFailed, let bytes = try Files.contents(of: "\(folder)/\(name)"),
        let unit = try? CanonicalJSON.decode(UnitRecord.self, from: bytes), !unit.isFailure
      {
        continue
      }
      try Files.remove("\(folder)/\(name)")
    }
  }

  private func unitPath(_ name: String, _ stage: Stage) -> String {
    "\(path(of: stage))/units/\(name).json"
  }
}

// MARK: - What operators said of this case

extension CaseFolder {
  /// Settings overridden for this case by reruns, by stage; each a `key` and a `value`.
  ///
  /// - Throws: `DamagedFile` where they cannot be understood.
  package func overrides() throws -> [Stage: [String: String]] {
    guard let bytes = try Files.contents(of: overridesFile) else { return [:] }
    guard let named = try? CanonicalJSON.decode([String: [String: String]].self, from: bytes) else {
      throw DamagedFile(path: overridesFile)
    }
    return named.reduce(into: [:]) { result, entry in
      if let stage = Stage(rawValue: entry.key) { result[stage] = entry.value }
    }
  }

  /// Replaces what is overridden for one stage.
  package func setOverrides(_ values: [String: String], for stage: Stage) throws {
    var all = try overrides()
    guard all[stage] ?? [:] != values else { return }
    all[stage] = values.isEmpty ? nil : values
    let named = Dictionary(uniqueKeysWithValues: all.map { ($0.key.rawValue, $0.value) })
    try Files.write(CanonicalJSON.encode(named), to: overridesFile)
  }

  package var overridesFile: String { "\(path)/overrides.json" }
}
