package import Casework
import FileStore
import Foundation
import Glibc

/// What people decided about a case, oldest first: `cases/<case-id>/history/0001.json` and so on.
///
/// Entries are only ever added. Each has the digest of the one before it, so that one that was changed or
/// taken out shows.
package struct CaseHistory: Sendable {
  package private(set) var entries: [Entry] = []
  private let folder: String

  package enum Act: String, Codable, CaseIterable, Sendable {
    case accept, deficient, hold, close, reopen
  }

  package struct Entry: Codable, Hashable, Sendable {
    package var act: Act
    /// Who says so.
    package var by: String
    package var note: String
    /// The rows of the checklist that it rests on.
    package var because: [String]
    /// ISO 8601, in UTC.
    package var time: String
    /// Of the results that were decided on.
    package var results: Digest
    /// Of the entry before it; `nil` for the first.
    package var previous: Digest?
  }

  /// Where a case stands with people.
  package enum Standing: Hashable, Sendable {
    case open
    /// Decided on the results of this digest.
    case decided(Act, on: Digest)
    case closed
  }

  package var standing: Standing {
    guard let last = entries.last else { return .open }
    return switch last.act {
    case .reopen: .open
    case .close: .closed
    case .accept, .deficient, .hold: .decided(last.act, on: last.results)
    }
  }

  package var isClosed: Bool { standing == .closed }

  /// - Throws: `DamagedFile`, naming the first entry that is missing or not as it was written.
  init(of folder: CaseFolder) throws {
    self.folder = "\(folder.path)/history"
    let names = try Files.names(in: self.folder).filter { !Files.isTemporary($0) }.sorted()
    var previous: Digest?
    for (index, name) in names.enumerated() {
      let file = "\(self.folder)/\(name)"
      guard name == Self.name(index + 1), let bytes = try Files.contents(of: file),
        let entry = try? CanonicalJSON.decode(Entry.self, from: bytes), entry.previous == previous
      else { throw DamagedFile(path: file) }
      entries.append(entry)
      previous = .of(bytes)
    }
  }

  /// Adds an entry, unless somebody else has added one since this was read.
  ///
  /// - Throws: `Overtaken`.
  package mutating func add(
    _ act: Act, by: String, note: String, because: [String], results: Digest
  ) throws {
    let entry = Entry(
      act: act, by: by, note: note, because: because,
      time: Date().formatted(.iso8601), results: results,
      previous: try entries.last.map { .of(try CanonicalJSON.encode($0)) })
    try Files.makeFolder(folder)
    let bytes = try CanonicalJSON.encode(entry)
    let file = "\(folder)/\(Self.name(entries.count + 1))"
    do throws(FileProblem) {
      try Files.writeNew(bytes, to: file)
    } catch {
      guard error.code == EEXIST else { throw error }
      throw Overtaken()
    }
    try Files.syncFolder(of: file)
    entries.append(entry)
  }

  /// Somebody else has decided about the case in this moment.
  package struct Overtaken: Error, Hashable, Sendable, CustomStringConvertible {
    package let description = "somebody else has decided about the case in this moment; look again"
  }

  private static func name(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ".json"
  }
}

extension CaseFolder {
  /// What people decided about the case.
  ///
  /// - Throws: `DamagedFile`, naming an entry that is missing or was changed.
  package func history() throws -> CaseHistory { try CaseHistory(of: self) }

  /// People are done with the case. What cannot be understood closes none.
  package func isClosed() throws -> Bool {
    do {
      return try history().isClosed
    } catch is DamagedFile {
      return false
    }
  }
}
