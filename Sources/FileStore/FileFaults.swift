import Synchronization

/// Faults put into file system calls on purpose, to see that nothing is lost by them. Every call that
/// ``Files`` makes asks here first.
package enum FileFaults {
  /// The `errno` that the call fails with instead of being made; `nil` lets it be made.
  package typealias Plan = @Sendable (FileOperation, _ path: String) -> Int32?

  private static let isActive = Atomic<Bool>(false)
  private static let plans = Mutex<[(folder: String, plan: Plan)]>([])

  /// Lets `plan` decide about every call on something below `folder` (or on it) while `body` runs, on
  /// all threads.
  package static func with<Result>(
    _ plan: @escaping Plan, below folder: String, _ body: () throws -> Result
  ) rethrows -> Result {
    plans.withLock { $0.append((folder, plan)) }
    isActive.store(true, ordering: .sequentiallyConsistent)
    defer {
      plans.withLock { plans in
        plans.removeAll { $0.folder == folder }
        isActive.store(!plans.isEmpty, ordering: .sequentiallyConsistent)
      }
    }
    return try body()
  }

  static func code(for operation: FileOperation, _ path: String) -> Int32? {
    guard isActive.load(ordering: .relaxed) else { return nil }
    let plan = plans.withLock { $0.last { path.hasPrefix($0.folder) }?.plan }
    return plan?(operation, path)
  }
}
