import Glibc

/// A file system call that failed: what was tried, on what, and why.
package struct FileProblem: Error, Hashable, Sendable, CustomStringConvertible {
  package let operation: String
  package let path: String
  /// The `errno` of the call.
  package let code: Int32

  package init(_ operation: String, _ path: String, code: Int32 = errno) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// There is no room on the disk, or the quota is used up.
  package var isNoSpace: Bool { code == ENOSPC || code == EDQUOT }

  package var description: String {
    let advice = isNoSpace ? "; make room and run again, nothing is lost" : ""
    return "cannot \(operation) \(path): \(String(cString: strerror(code)))\(advice)"
  }
}
