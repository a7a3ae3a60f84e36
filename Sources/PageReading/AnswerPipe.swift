internal import CLinux
internal import Glibc

/// The way back to the parent: the standard output that the process was started with, moved to
/// where no library knows it.
///
/// Leptonica, tesseract, poppler or a library under them may print; one stray byte between answers
/// would end the conversation. So descriptor 1 is pointed at standard error, and the pipe keeps a
/// number of its own, closed on exec. (The idea is OCRmyPDF's `_stdoutprotect`.)
struct AnswerPipe {
  private let descriptor: Int32

  /// Takes standard output over; `nil` where there is none.
  init?() {
    fflush(nil)
    descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    guard descriptor >= 0, dup2(STDERR_FILENO, STDOUT_FILENO) >= 0 else { return nil }
  }

  /// Writes all of `bytes`; `false` where nobody reads any more.
  func write(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
      return true
    }
  }

  /// From now on the process ends as soon as nobody can take an answer any more, even in the middle of a
  /// page: a reader whose parent was killed must not go on reading for nobody. `false` where that
  /// cannot be arranged.
  func endProcessWhenParentIsGone() -> Bool { jurat_end_when_gone(descriptor) == 0 }
}
