import FileStore
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
    /// The same, and of the files that were not synced nothing is there.
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
  /// The inodes of files that were written and not synced since.
  private let unsynced = Mutex<Set<UInt64>>([])

  struct Calls {
    var made = 0
    /// Of those that count, by ``Aim``.
    var counted: [Aim: Int] = [:]
    var failed = 0

    /// Of those that are not about what is made of cases.
    var outside: Int { counted[Aim(isOutside: true, isChange: false)] ?? 0 }
  }

  /// Which calls count: a process that goes leaves the same behind until the next change.
  struct Aim: Hashable {
    var isOutside: Bool
    var isChange: Bool

    func includes(_ operation: FileOperation, isOutside: Bool) -> Bool {
      let isChange = ![.open, .read, .list, .lookAt, .close].contains(operation)
      return (isOutside || !self.isOutside) && (isChange || !self.isChange)
    }

    static let all = [true, false].flatMap { outside in
      [true, false].map { Aim(isOutside: outside, isChange: $0) }
    }
  }

  /// - Parameter calls: about how many calls a night makes.
  init(seed: UInt64, calls: Calls) {
    var numbers = SeededNumbers(seed: seed, "faults")
    kind = Kind.allCases.randomElement(using: &numbers) ?? .killed
    aim = Aim(
      isOutside: Bool.random(using: &numbers), isChange: kind == .killed || kind == .pulledPlug)
    point = Int.random(in: 1...max(1, calls.counted[aim] ?? 0), using: &numbers)
    code =
      kind == .fullDisk
      ? ENOSPC : [EIO, EACCES, ENOSPC, ENFILE].randomElement(using: &numbers) ?? EIO
    self.numbers = Mutex(numbers)
  }

  /// - Parameter point: the call, counted from 1, at which it happens.
  init(_ kind: Kind, at point: Int = .max, code: Int32 = EIO) {
    self.kind = kind
    aim = Aim(isOutside: false, isChange: false)
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
      for aim in Aim.all where aim.includes(operation, isOutside: isOutside) {
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
      if fails { calls.failed += 1 }
      guard fails else { return nil }
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
    guard [.write, .sync, .remove].contains(operation), let inode = Self.inode(of: path) else {
      return
    }
    unsynced.withLock { unsynced in
      if operation == .write { unsynced.insert(inode) } else { unsynced.remove(inode) }
    }
  }

  private static func inode(of path: String) -> UInt64? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return UInt64(status.st_ino)
  }

  /// Empties the files below `folder` that were not synced when the plug was pulled.
  func loseUnsynced(below folder: String) throws {
    guard kind == .pulledPlug, faultCount > 0 else { return }
    for name in try Files.names(in: folder) {
      let path = "\(folder)/\(name)"
      if let inode = Self.inode(of: path) {
        if unsynced.withLock({ $0.contains(inode) }) { truncate(path, 0) }
      } else if try Files.kind(of: path) == .folder {
        try loseUnsynced(below: path)
      }
    }
  }
}
