import FileStore
import Foundation
import Glibc
import Synchronization

/// Faults of the file system that follow from a seed.
final class FaultSource: Sendable {
  enum Kind: CaseIterable {
    /// One call fails.
    case oneError
    /// Every call of one kind fails from some moment on.
    case fullDisk
    /// Calls fail now and then.
    case shakyDisk
    /// No call is made from some moment on: the process is gone.
    case killed
    /// The same, and of the files that were not synced nothing is there; where a folder was not synced,
    /// the names in it are what they were.
    case pulledPlug
    /// No fault at all, so that what else happens in the night shows.
    case none
  }

  let kind: Kind
  /// Only calls outside of the folders of cases and bags count: what cannot be made again is there.
  private let aim: Aim
  private let point: Int
  private let code: Int32
  private let numbers: Mutex<SeededNumbers>
  private let calls = Mutex(Calls())
  private let disk = Mutex(Disk())

  /// What a pulled plug would take with it.
  private struct Disk {
    /// The inodes of files that were synced in this night.
    var synced: Set<ino_t> = []
    /// Those of files that were written, or given a second name, and not synced.
    var unsynced: Set<ino_t> = []
    /// What stood before at the paths that were given to new files, whose folder was not synced since;
    /// `nil` where nothing did.
    var earlier: [String: Data?] = [:]
  }

  struct Calls {
    var made = 0
    /// Of those that count, by ``Aim``.
    var counted: [Aim: Int] = [:]
    var failed = 0
    /// What failed first.
    var firstFailed: Sort?
    /// The numbers of the calls of each sort, counted from 1. Where a night makes a thousand calls to read
    /// pages and one to list arrivals, the one deserves as much attention.
    var sorts: [Sort: [Int]] = [:]

    /// A call, as likely of one sort as of another.
    ///
    /// - Parameter part: what the path has to have in it.
    func ofAnySort(_ numbers: inout SeededNumbers, with part: String = "") -> Int {
      sorts.keys.filter { part.isEmpty || $0.description.contains(part) }.sorted()
        .randomElement(using: &numbers)
        .flatMap { sorts[$0]?.randomElement(using: &numbers) } ?? 1
    }

    /// Of those that are not about what is made of cases.
    var outside: Int { counted[Aim(isOutside: true, isChange: false)] ?? 0 }
  }

  /// What is done, on a path of what kind.
  struct Sort: Hashable, Comparable, CustomStringConvertible {
    /// Whether it changes something: a process that goes leaves the same behind until the next change.
    let isChange: Bool
    private let text: String

    var description: String { text }

    init(_ operation: FileOperation, _ path: String) {
      isChange = operation.isChange
      // Ids, digests and the marks of temporary files have digits.
      let parts = path.split(separator: "/").map { part -> Substring in
        let name = part.firstRange(of: ".tmp.").map { part[..<$0.lowerBound] } ?? part
        return name.contains(where: \.isNumber) ? "#" : name
      }
      text = "\(operation) \(parts.joined(separator: "/"))"
    }

    static func < (left: Sort, right: Sort) -> Bool { left.text < right.text }
  }

  /// Which calls count.
  struct Aim: Hashable {
    var isOutside: Bool
    var isChange: Bool

    func includes(_ operation: FileOperation, isOutside: Bool) -> Bool {
      (isOutside || !self.isOutside) && (operation.isChange || !self.isChange)
    }

    /// Every call.
    static let all = Aim(isOutside: false, isChange: false)

    static let allCases = [true, false].flatMap { outside in
      [true, false].map { Aim(isOutside: outside, isChange: $0) }
    }
  }

  /// - Parameter calls: about how many calls a night makes.
  init(seed: UInt64, calls: Calls) {
    var numbers = SeededNumbers(seed: seed, "faults")
    kind = Kind.allCases.randomElement(using: &numbers) ?? .killed
    let isOfAnySort = Bool.random(using: &numbers)
    aim =
      isOfAnySort
      ? .all
      : Aim(
        isOutside: Bool.random(using: &numbers), isChange: kind == .killed || kind == .pulledPlug)
    point =
      isOfAnySort
      ? calls.ofAnySort(&numbers)
      : Int.random(in: 1...max(1, calls.counted[aim] ?? 0), using: &numbers)
    code =
      kind == .fullDisk
      ? ENOSPC : [EIO, EACCES, ENOSPC, ENFILE].randomElement(using: &numbers) ?? EIO
    self.numbers = Mutex(numbers)
  }

  /// - Parameter point: the call, counted from 1, at which it happens.
  init(_ kind: Kind, at point: Int = .max, code: Int32 = EIO) {
    self.kind = kind
    aim = .all
    self.point = point
    self.code = code
    numbers = Mutex(SeededNumbers(seed: 0, ""))
  }

  var counted: Calls { calls.withLock { $0 } }
  var callCount: Int { counted.made }
  var faultCount: Int { calls.withLock { $0.failed } }

  func code(for operation: FileOperation, _ path: String) -> Int32? {
    let code = calls.withLock { calls -> Int32? in
      let isOutside = Self.isOutside(path)
      calls.made += 1
      if kind == .none { calls.sorts[Sort(operation, path), default: []].append(calls.made) }
      for aim in Aim.allCases where aim.includes(operation, isOutside: isOutside) {
        calls.counted[aim, default: 0] += 1
      }
      let passed = calls.counted[aim] ?? 0
      let isCounted = aim.includes(operation, isOutside: isOutside)
      let fails =
        switch kind {
        case .oneError: passed == point && isCounted
        case .fullDisk: passed >= point && [.create, .write, .makeFolder].contains(operation)
        case .shakyDisk:
          isCounted
            && numbers.withLock {
              Int.random(in: 0..<(aim.isOutside ? 50 : 200), using: &$0) == 0
            }
        case .killed, .pulledPlug: passed >= point
        case .none: false
        }
      guard fails else { return nil }
      if calls.failed == 0 { calls.firstFailed = Sort(operation, path) }
      calls.failed += 1
      // That something may not be read is so every night, and makes it left out.
      return self.code == EACCES && [.open, .list].contains(operation) ? EIO : self.code
    }
    if kind == .pulledPlug, code == nil { note(operation, path) }
    return code
  }

  /// Reports and what is made of cases aside: claims, originals, quarantine, arrivals.
  static func isOutside(_ path: String) -> Bool {
    path.withCString { path in
      func has(_ part: String) -> Bool { strstr(path, part) != nil }
      return !has("/bundles/") && (!has("/cases/") || has("/arrivals") || has("/ingest"))
    }
  }

  // MARK: What a pulled plug takes with it

  private func note(_ operation: FileOperation, _ path: String) {
    switch operation {
    case .write: mark(path, isSynced: false)
    case .sync:
      mark(path, isSynced: true)
      disk.withLock { $0.earlier = $0.earlier.filter { !Self.isName($0.key, in: path) } }
    case .link:
      // Of what was there before the night nobody knows whether the disk has it.
      guard let status = Self.status(ofFile: path) else { return }
      disk.withLock { disk in
        if !disk.synced.contains(status.st_ino) { disk.unsynced.insert(status.st_ino) }
      }
    case .rename:
      guard let mark = path.firstRange(of: ".tmp.") else { return }
      let target = String(path[..<mark.lowerBound])
      let bytes = FileManager.default.contents(atPath: target)
      disk.withLock { disk in
        if disk.earlier.index(forKey: target) == nil {
          disk.earlier.updateValue(bytes, forKey: target)
        }
      }
    case .remove:
      let status = Self.status(ofFile: path)
      disk.withLock { disk in
        disk.earlier.removeValue(forKey: path)
        guard let status, status.st_nlink == 1 else { return }
        disk.synced.remove(status.st_ino)
        disk.unsynced.remove(status.st_ino)
      }
    default: break
    }
  }

  private func mark(_ path: String, isSynced: Bool) {
    guard let inode = Self.status(ofFile: path)?.st_ino else { return }
    disk.withLock { disk in
      if isSynced {
        disk.synced.insert(inode)
        disk.unsynced.remove(inode)
      } else {
        disk.synced.remove(inode)
        disk.unsynced.insert(inode)
      }
    }
  }

  private static func isName(_ path: String, in folder: String) -> Bool {
    path.hasPrefix("\(folder)/") && !path.dropFirst(folder.count + 1).contains("/")
  }

  private static func status(ofFile path: String) -> stat? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return status
  }

  /// Empties the files below `folder` that were not synced when the plug was pulled, and puts back what
  /// stood under names that were not.
  func loseUnsynced(below folder: String) throws {
    guard kind == .pulledPlug, faultCount > 0 else { return }
    let disk = disk.withLock { $0 }
    for (path, bytes) in disk.earlier where Self.status(ofFile: path) != nil {
      if let bytes { try Files.write([UInt8](bytes), to: path) } else { try Files.unlink(path) }
    }
    try Self.empty(disk.unsynced, below: folder)
  }

  private static func empty(_ inodes: Set<ino_t>, below folder: String) throws {
    for name in try Files.names(in: folder) {
      let path = "\(folder)/\(name)"
      if let status = status(ofFile: path) {
        if inodes.contains(status.st_ino) { truncate(path, 0) }
      } else if try Files.kind(of: path) == .folder {
        try empty(inodes, below: path)
      }
    }
  }
}

extension FileOperation {
  fileprivate var isChange: Bool { ![.open, .read, .list, .lookAt, .close].contains(self) }
}
