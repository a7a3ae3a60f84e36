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
    /// No call is made from some moment on: the process is gone, or the plug is pulled.
    case killed
  }

  let kind: Kind
  private let point: Int
  private let code: Int32
  private let numbers: Mutex<SeededNumbers>
  private let calls = Mutex((made: 0, failed: 0))

  /// - Parameter calls: about how many calls a night makes.
  init(seed: UInt64, calls: Int) {
    var numbers = SeededNumbers(seed: seed, "faults")
    kind = Kind.allCases.randomElement(using: &numbers) ?? .killed
    point = Int.random(in: 1...max(1, calls), using: &numbers)
    code =
      kind == .fullDisk
      ? ENOSPC : [EIO, EACCES, ENOSPC, ENFILE].randomElement(using: &numbers) ?? EIO
    self.numbers = Mutex(numbers)
  }

  var callCount: Int { calls.withLock { $0.made } }
  var faultCount: Int { calls.withLock { $0.failed } }

  func code(for operation: FileOperation) -> Int32? {
    calls.withLock { calls in
      calls.made += 1
      let fails =
        switch kind {
        case .oneError: calls.made == point
        case .fullDisk: calls.made >= point && [.create, .write, .makeFolder].contains(operation)
        case .shakyDisk: numbers.withLock { Int.random(in: 0..<200, using: &$0) == 0 }
        case .killed: calls.made >= point
        }
      if fails { calls.failed += 1 }
      return fails ? code : nil
    }
  }
}
