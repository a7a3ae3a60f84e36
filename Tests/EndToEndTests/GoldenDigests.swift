import Casework
import FileStore
import Foundation
import TestSupport
import Workspace

/// What every stage left of the sample packets, under which keys, beside what it left when this was
/// last written down: `Tests/Golden/sample-night.json`.
///
/// A stage that leaves something else under the same key has changed the meaning of its output without
/// a new `version`: cases that are kept would be taken for up to date and mix both meanings.
struct GoldenDigests: Codable, Equatable {
  struct Left: Codable, Equatable {
    var version: String
    /// Over the keys of all cases.
    var keys: String
    /// Over the outputs of all cases.
    var outputs: String
  }

  static let path = "\(Repository.path)/Tests/Golden/sample-night.json"

  /// Versions of libraries and digests of models, as keys name them, and what of the processor
  /// tesseract computes with. Others may read other words.
  var libraries = ["processor": Self.processor]
  var stages: [String: Left] = [:]

  init(of workspace: Workspace) throws {
    for stage in Stage.allCases {
      var version = ""
      var keys = ""
      var outputs = ""
      for id in try workspace.cases() {
        guard let record = workspace.caseFolder(id).record(of: stage) else { continue }
        version = record.key.parts["version"] ?? ""
        keys += "\(id.rawValue) \(record.key.digest.rawValue)\n"
        outputs += id.rawValue + "\n"
        // The seal names the day and the run; what is in the bag does not.
        for output in record.outputs where output.path != "seal.json" {
          outputs += "\(output.path) \(output.sha256.rawValue)\n"
        }
        if stage == .bundle {
          let manifest = "\(workspace.bundlePath(id))/manifest-sha512.txt"
          outputs += try Digest.ofFile(at: manifest).rawValue + "\n"
        }
        for (name, value) in record.key.parts where name == "models" || name.hasPrefix("tool.") {
          libraries[name] = value
        }
      }
      stages[stage.rawValue] = Left(
        version: version, keys: Digest.of(keys).rawValue, outputs: Digest.of(outputs).rawValue)
    }
  }

  private static var processor: String {
    let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let flags = Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
    return flags.intersection(["sse4_1", "avx", "avx2", "fma", "avx512f", "avx512_vnni"]).sorted()
      .joined(separator: " ")
  }

  /// What was written down; `nil` where nothing was.
  static func known() throws -> GoldenDigests? {
    try Files.contents(of: path).map { try CanonicalJSON.decode(GoldenDigests.self, from: $0) }
  }

  func write() throws {
    try Files.makeFolder((Self.path as NSString).deletingLastPathComponent)
    try Data(CanonicalJSON.encode(self, isIndented: true))
      .write(to: URL(fileURLWithPath: Self.path))
  }

  /// The stages that leave something else under the same keys, in their order.
  func stagesWithoutNewVersion(since known: GoldenDigests) -> [String] {
    Stage.allCases.map(\.rawValue).filter { stage in
      guard let old = known.stages[stage], let new = stages[stage] else { return false }
      return old.keys == new.keys && old.outputs != new.outputs
    }
  }
}
