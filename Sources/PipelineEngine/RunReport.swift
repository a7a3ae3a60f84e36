package import Casework
package import ReaderPool
package import ReaderProtocol
package import Workspace

/// What a run did: `runs/<run-id>/report.json`.
package struct RunReport: Codable, Sendable {
  package struct Packets: Codable, Hashable, Sendable {
    /// Claims left by an earlier run, and packets taken out of the inbox.
    package var received = 0
    package var taken = 0
    package var duplicates = 0
    package var quarantined = 0
    /// Changed or being written; still in the inbox.
    package var leftForNextNight = 0
    /// Taken in earlier nights, and still in the inbox because they cannot be removed from it.
    package var notRemovable = 0
    /// Claimed, but not made a case yet; the next run tries again.
    package var failing = 0
  }

  package struct CaseLine: Codable, Hashable, Sendable {
    package var id: CaseID
    package var disposition: Disposition?
    package var pages: Int
    /// Pages, documents and pictures of findings that ended as failed.
    package var failures: Int
    /// What an operator has to know although nothing failed; sentences. `nil` for none.
    package var notes: [String]?
    /// What somebody has to look at; sentences. `nil` for none.
    package var alerts: [String]?
    package var stagesRun: [Stage]
    package var problem: String?
    package var problemKind: CaseOutcome.Kind?
    package var isInterrupted: Bool
    /// People are done with it; `nil` of other cases.
    package var isClosed: Bool?
    /// Nothing was done on it since the last report.
    package var isUnchanged: Bool
    /// The finished bag, relative to the workspace; `nil` while there is none.
    package var bundle: String?
  }

  package private(set) var schema = "jurat.report/1"
  package var run: String
  /// ISO 8601, in UTC.
  package var started: String
  package var seconds: Double
  package var jobs: Int
  package var packets = Packets()
  /// Why packets are failing or have been waiting for nights; no names.
  package var packetProblems: [String] = []
  package var cases: [CaseLine] = []
  /// How many cases people are done with; among `cases` are those that there is something to say of.
  /// `nil` of older reports.
  package var closedCases: Int?
  /// What is in quarantine and no report before this one has told of.
  package var quarantined: [Quarantine.Entry] = []
  package var readers = ReaderUsage()
  /// What kept readers to reading and answering.
  package var guards: [ReaderGuard] = []
  /// packets in = bundles + quarantined + still failing.
  package var isReconciled = false
  package var isInterrupted = false
}

extension RunReport {
  /// Cases that have no finished bag.
  package var failingCases: [CaseLine] { cases.filter { $0.bundle == nil } }

  /// The cases that this report has something new to say of.
  package var changedCases: [CaseLine] { cases.filter { !$0.isUnchanged } }

  package var unchangedCases: [CaseLine] { cases.filter(\.isUnchanged) }
}
