package import Casework
import FileStore
import Foundation

/// What a stage left behind.
package struct StageRecord: Codable, Hashable, Sendable {
  package struct Output: Codable, Hashable, Sendable {
    /// Relative to the folder of the stage.
    package var path: String
    package var sha256: Digest

    package init(path: String, sha256: Digest) {
      self.path = path
      self.sha256 = sha256
    }
  }

  package var stage: Stage
  package var key: StageKey
  /// Sorted by path.
  package var outputs: [Output]
  /// Pages or documents that ended as failed; the stage itself is done.
  package var failures: Int
  /// What an operator has to know although nothing failed; sentences. `nil` for none.
  package var notes: [String]?
  /// What somebody has to look at; sentences. `nil` for none.
  package var alerts: [String]?
  /// Why the stage as a whole did not get through; such a record never counts as done.
  package var problem: String?
  /// The number of the lease under which it was made.
  package var attempt: Int

  package init(
    stage: Stage, key: StageKey, outputs: [Output], failures: Int = 0, notes: [String] = [],
    alerts: [String] = [], problem: String? = nil, attempt: Int
  ) {
    self.stage = stage
    self.key = key
    self.outputs = outputs.sorted { $0.path < $1.path }
    self.failures = failures
    self.notes = notes.isEmpty ? nil : notes
    self.alerts = alerts.isEmpty ? nil : alerts
    self.problem = problem
    self.attempt = attempt
  }

  /// The digest that later stages depend on: of what was left, not of how it was made.
  package var outputDigest: Digest {
    .of(outputs.map { "\($0.path) \($0.sha256.rawValue)\n" }.joined())
  }
}

/// Everything that could change a stage's output, by name: the version of its code, its settings,
/// the tools it uses, the digests of its inputs. Never a time, a path, a run or a host.
package struct StageKey: Codable, Hashable, Sendable {
  package var parts: [String: String]

  package init(parts: [String: String]) { self.parts = parts }

  package var digest: Digest {
    .of(parts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)\n" }.joined())
  }

  /// The names of the parts in which the two differ, sorted.
  package func difference(from other: StageKey) -> [String] {
    Set(parts.keys).union(other.parts.keys).filter { parts[$0] != other.parts[$0] }.sorted()
  }
}
