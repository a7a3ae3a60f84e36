package import Casework
import FileStore
import Foundation
import GRDB
import Glibc

/// An SQLite index over records and events, for questions that go across cases.
///
/// Made anew from the files, as a whole, by one process at a time; nothing decides from it what is
/// done. No compute node opens it: SQLite's locks are not to be trusted on network file systems.
package struct Ledger {
  private let database: DatabaseQueue

  package struct CaseLine: Codable, Hashable, Sendable, FetchableRecord {
    package var id: String
    package var disposition: String?
    package var pages: Int
    /// Pages and documents that ended as failed.
    package var failures: Int
    /// The first stage without a good record; `nil` where all have one.
    package var openStage: String?
    package var problem: String?
    package var arrivals: Int
    /// The day on which its first packet was taken in; `nil` where that is not known.
    package var takenIn: String?
    /// What people decided last, `open` where nothing or it was taken back, `unknown` where the case's
    /// history cannot be relied on.
    package var standing: String
  }

  /// Opens the ledger of the workspace, after making it anew.
  package static func rebuilt(of workspace: Workspace) throws -> Ledger {
    let lease = try Lease.take("ledger", in: "\(workspace.path)/leases")
    defer { lease.release() }
    let draft = "\(workspace.ledgerPath).tmp.\(HostIdentity.current.pid)"
    try Files.remove(draft)
    // SQLite would make it for all to read; a file that is there keeps its mode.
    try Files.write([], to: draft)
    try {
      let database = try DatabaseQueue(path: draft)
      try database.write { database in
        try createTables(in: database)
        for id in try workspace.cases() { try insert(workspace.caseFolder(id), into: database) }
        for run in try workspace.runNames() {
          try insertEvents(of: run, in: workspace, into: database)
        }
      }
      try database.close()
    }()
    chmod(draft, 0o600)
    try Files.rename(draft, to: workspace.ledgerPath)
    return Ledger(database: try DatabaseQueue(path: workspace.ledgerPath))
  }

  /// All cases, by their ids.
  package func cases() throws -> [CaseLine] {
    try database.read { try CaseLine.fetchAll($0, sql: "SELECT * FROM cases ORDER BY id") }
  }

  /// What happened to a case, oldest first.
  package func history(of id: CaseID) throws -> [Event] {
    try database.read { database in
      let rows = try String.fetchAll(
        database, sql: "SELECT json FROM events WHERE caseID = ? ORDER BY time, rowid",
        arguments: [id.rawValue])
      return try rows.map { try CanonicalJSON.decode(Event.self, from: Array($0.utf8)) }
    }
  }

  private static func createTables(in database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE cases (
          id TEXT PRIMARY KEY, disposition TEXT, pages INTEGER NOT NULL,
          failures INTEGER NOT NULL, openStage TEXT, problem TEXT, arrivals INTEGER NOT NULL,
          takenIn TEXT, standing TEXT NOT NULL
        );
        CREATE TABLE stages (
          caseID TEXT NOT NULL, stage TEXT NOT NULL, key TEXT NOT NULL, failures INTEGER NOT NULL,
          problem TEXT, attempt INTEGER NOT NULL, PRIMARY KEY (caseID, stage)
        );
        CREATE TABLE events (
          run TEXT NOT NULL, time REAL NOT NULL, kind TEXT NOT NULL, caseID TEXT, stage TEXT,
          json TEXT NOT NULL
        );
        CREATE INDEX eventsByCase ON events (caseID, time);
        """)
  }

  private static func insert(_ folder: CaseFolder, into database: Database) throws {
    let records = Stage.allCases.map { ($0, folder.record(of: $0)) }
    for case (let stage, let record?) in records {
      try database.execute(
        sql: "INSERT INTO stages VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          folder.id.rawValue, stage.rawValue, record.key.digest.rawValue, record.failures,
          record.problem, record.attempt,
        ])
    }
    let open = records.first { $0.1 == nil || $0.1?.problem != nil }
    let results = try? folder.read(CheckResults.self, from: "results.json", of: .check)
    try database.execute(
      sql: "INSERT INTO cases VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        folder.id.rawValue, results?.disposition.rawValue, folder.pageCount, folder.failureCount,
        open?.0.rawValue, open?.1?.problem,
        try Files.names(in: "\(folder.path)/arrivals").count, folder.dayTakenIn()?.description,
        standing(of: folder),
      ])
  }

  private static func standing(of folder: CaseFolder) throws -> String {
    do {
      return try folder.history().standing.name
    } catch is DamagedFile {
      return "unknown"
    }
  }

  private static func insertEvents(
    of run: String, in workspace: Workspace, into database: Database
  ) throws {
    for event in try EventLog.events(of: run, in: workspace) {
      try database.execute(
        sql: "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          event.run, event.time, event.kind.rawValue, event.caseID?.rawValue,
          event.stage?.rawValue,
          String(decoding: try CanonicalJSON.encode(event), as: UTF8.self),
        ])
    }
  }
}
