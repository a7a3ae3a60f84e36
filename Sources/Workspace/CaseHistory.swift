package import Casework
package import FileStore
import Foundation
import Glibc

/// What people decided and said about a case, oldest first: `cases/<case-id>/history/0001.json` and so on.
///
/// Entries are only ever added. Each has the digest of the one before it, so that one that was changed or
/// taken out shows; what happened to the last shows by `history.json` beside them.
package struct CaseHistory: Sendable {
  package private(set) var entries: [Entry] = []
  /// The first entry that is missing or not as it was written; nothing after it is read.
  package private(set) var damage: DamagedFile?
  private let folder: String

  package enum Act: String, Codable, CaseIterable, Sendable {
    case accept, deficient, hold, close, reopen
    /// Says something of the case in place of the machine.
    case amend
    /// Takes an amendment back.
    case withdraw
    /// Some documents belong to another case: two new ones take the place of this one.
    case split
    /// The case and another are one: a new one takes the place of both.
    case join

    /// It says what becomes of the case.
    package var isDecision: Bool { self != .amend && self != .withdraw }

    /// New cases take the place of the case.
    package var isRegrouping: Bool { self == .split || self == .join }
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
    /// Of `amend`: what is said, with its number.
    package var amendment: Amendment?
    /// Of `withdraw`: the number of the amendment.
    package var withdrawn: Int?
    /// Of an amendment that was said of a case in whose place this one has come: which one it was there.
    package var carried: Carried?
    /// Of `split`: the documents that belong to another case.
    package var moved: [DocumentID]?
    /// Of `join`: the other case.
    package var joined: CaseID?
    /// Of `split` and `join`: the cases that take the place of this one.
    package var into: [CaseID]?
    /// Of `accept`: the documents that may be disclosed to the parties, in place of those said before;
    /// `nil` where nothing was said of that.
    package var disclosed: [DocumentID]?
    /// Of the decisions file that it came in.
    package var file: Digest?
    /// Of the entry before it; `nil` for the first.
    package var previous: Digest?
  }

  /// An amendment of another case.
  package struct Carried: Codable, Hashable, Sendable {
    package var from: CaseID
    package var number: Int
  }

  /// What is to be added as an entry.
  package struct Word: Hashable, Sendable {
    package var act: Act
    package var by: String
    package var note: String
    package var because: [String] = []
    package var subject: Amendment.Subject?
    package var change: Amendment.Change?
    package var withdrawn: Int?
    package var carried: Carried?
    package var moved: [DocumentID]?
    package var joined: CaseID?
    package var into: [CaseID]?
    package var disclosed: [DocumentID]?
    package var file: Digest?

    package init(_ act: Act, by: String, note: String) {
      self.act = act
      self.by = by
      self.note = note
    }
  }

  /// What people say of the case that was not taken back, in order.
  package var amendments: [Amendment] {
    let withdrawn = Set(entries.compactMap(\.withdrawn))
    return entries.compactMap(\.amendment).filter { !withdrawn.contains($0.number) }
  }

  /// The documents that may be disclosed to the parties; none unless the complaint was accepted.
  package var disclosed: [DocumentID] {
    guard lastDecision?.act == .accept else { return [] }
    return entries.last { $0.disclosed != nil }?.disclosed ?? []
  }

  /// Where a case stands with people.
  package enum Standing: Hashable, Sendable {
    case open
    /// Decided on the results of this digest.
    case decided(Act, on: Digest)
    /// Nothing is left to do on it, by `close`, `split` or `join`.
    case closed(by: Act)

    /// For programs: `open`, or the act that was last decided.
    var name: String {
      switch self {
      case .open: "open"
      case .decided(let act, _), .closed(let act): act.rawValue
      }
    }
  }

  package var standing: Standing {
    guard let last = lastDecision else { return .open }
    return switch last.act {
    case .reopen, .amend, .withdraw: .open
    case .close, .split, .join: .closed(by: last.act)
    case .accept, .deficient, .hold: .decided(last.act, on: last.results)
    }
  }

  package var isClosed: Bool { if case .closed = standing { true } else { false } }

  /// What was decided last, that the case is open again among it.
  package var lastDecision: Entry? { entries.last(where: \.act.isDecision) }

  /// Reads as far as it can be relied on.
  init(of folder: CaseFolder) throws(FileProblem) {
    self.folder = "\(folder.path)/history"
    let names = try Files.names(in: self.folder).filter { !Files.isTemporary($0) }.sorted()
    var previous: Digest?
    for (index, name) in names.enumerated() {
      let expected = Self.name(index + 1)
      let file = "\(self.folder)/\(expected)"
      guard name == expected, let bytes = try Files.contents(of: file),
        let entry = try? CanonicalJSON.decode(Entry.self, from: bytes), entry.previous == previous
      else {
        damage = DamagedFile(path: file)
        return
      }
      entries.append(entry)
      previous = .of(bytes)
    }
    let known = try Files.contents(of: head)
      .flatMap { try? CanonicalJSON.decode(Head.self, from: $0) }
    guard let known, known.entries >= entries.count else { return }
    if known.entries > entries.count {
      damage = DamagedFile(path: "\(self.folder)/\(Self.name(entries.count + 1))")
    } else if known.last != previous {
      entries.removeLast()
      damage = DamagedFile(path: "\(self.folder)/\(Self.name(known.entries))")
    }
  }

  /// How many entries there are and the digest of the last, so that it shows when that was changed or is
  /// gone. It is written after the entry, and may be one behind.
  private struct Head: Codable {
    var entries: Int
    var last: Digest
  }

  private var head: String { "\(folder).json" }

  /// Adds an entry, unless somebody else has added one since this was read.
  ///
  /// - Parameter results: the digest of the results that the person has seen.
  /// - Throws: `Overtaken`.
  package mutating func add(_ word: Word, on results: Digest) throws {
    let number = entries.count { $0.act == .amend } + 1
    let amendment = word.subject.flatMap { subject in
      word.change.map {
        Amendment(number: number, subject: subject, change: $0, by: word.by, note: word.note)
      }
    }
    let entry = Entry(
      act: word.act, by: word.by, note: word.note, because: word.because,
      time: Date().formatted(.iso8601), results: results, amendment: amendment,
      withdrawn: word.withdrawn, carried: word.carried, moved: word.moved, joined: word.joined,
      into: word.into, disclosed: word.disclosed, file: word.file,
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
    try Files.write(
      CanonicalJSON.encode(Head(entries: entries.count, last: .of(bytes))), to: head)
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
  package func history() throws -> CaseHistory {
    let history = try CaseHistory(of: self)
    if let damage = history.damage { throw damage }
    return history
  }

  /// The same as far as it can be relied on, with what is wrong with the rest.
  package func reliableHistory() throws -> CaseHistory { try CaseHistory(of: self) }

  /// What people say of the case in place of the machine, as far as that can be relied on: a night goes
  /// on with what was said before the damage, and tells of it.
  package func amendments() throws -> [Amendment] { try reliableHistory().amendments }

  /// People are done with the case. What cannot be understood closes none.
  package func isClosed() throws -> Bool {
    do {
      return try history().isClosed
    } catch is DamagedFile {
      return false
    }
  }
}
