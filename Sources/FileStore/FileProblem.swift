import Glibc

/// A file system call that failed: what was tried, on what, and why.
package struct FileProblem: Error, Hashable, Sendable, CustomStringConvertible {
  package let operation: FileOperation
  package let path: String
  /// The `errno` of the call.
  package let code: Int32

  package init(_ operation: FileOperation, _ path: String, code: Int32 = errno) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// There is no room on the disk, or the quota is used up.
  package var isNoSpace: Bool { code == ENOSPC || code == EDQUOT }

  /// There is nothing at the path.
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// The account of jurat has no right to it.
  package var isNotAllowed: Bool { code == EACCES || code == EPERM }

  /// Why, in the system's words.
  package var cause: String { String(cString: strerror(code)) }

  package var description: String {
    let advice = isNoSpace ? "; make room and run again, nothing is lost" : ""
    return "cannot \(operation.rawValue) \(path): \(cause)\(advice)"
  }
}

extension Files {
  /// What `body` gives; `nil` where jurat has no right to it. That is believed when it was refused twice:
  /// what is left out for it is left out for good.
  package static func unlessRefused<Result>(
    _ body: () throws(FileProblem) -> Result
  ) throws(FileProblem) -> Result? {
    for _ in 1...2 {
      do throws(FileProblem) {
        return try body()
      } catch {
        guard error.isNotAllowed else { throw error }
      }
    }
    return nil
  }
}
