internal import CLinux
internal import Glibc
internal import ReaderProtocol

/// A reader process from its start to its end.
package enum ReaderProcess {
  /// Answers requests until standard input ends, and returns the exit status: 0, 64 for arguments
  /// that are not understood, 70 where the parent does not speak the protocol or a limit cannot be
  /// set.
  package static func run(arguments: [String]) -> Int32 {
    guard let options = ReaderOptions(arguments) else { return fail(64, ReaderOptions.usage) }
    if options.showsVersion {
      printVersions()
      return 0
    }
    guard let pipe = AnswerPipe() else { return fail(70, "there is no standard output\n") }
    signal(SIGPIPE, SIG_IGN)
    guard jurat_forbid_core_dumps() == 0,
      options.addressSpaceMegabytes.map({ jurat_limit_address_space($0 << 20) == 0 }) ?? true
    else { return fail(70, "the limits of this process cannot be set\n") }
    let reader = Reader()
    reader.showsTimes = options.showsTimes
    confine()
    warnAboutThreads()
    pipe.endProcessWhenParentIsGone()
    return converse(reader, over: pipe, cpuSeconds: options.cpuSeconds)
  }

  private static func converse(_ reader: Reader, over pipe: AnswerPipe, cpuSeconds: UInt64?)
    -> Int32
  {
    var parser = FrameParser()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return count == 0 ? 0 : 70 }
      let frames: [Frame]
      do {
        frames = try parser.append(buffer[..<count])
      } catch {
        return fail(70, "not a request: \(error.reason)\n")
      }
      for frame in frames {
        if let cpuSeconds { _ = jurat_limit_cpu_from_now(cpuSeconds) }
        guard pipe.write(reader.answer(frame).encoded) else { return 0 }
      }
    }
  }

  /// Pages are hostile bytes: whoever gets hold of this process through one can read files as its
  /// user can, and has no way to send or change anything.
  private static func confine() {
    let guards = jurat_confine()
    if guards < 2 { note("this kernel confines readers only in part (\(guards) of 2 guards)\n") }
  }

  /// Tesseract opens four threads a page, whatever else runs, unless the variable is there when the
  /// process starts (tesseract issue 3362); libgomp reads it when it is loaded, before `main`.
  private static func warnAboutThreads() {
    if getenv("OMP_THREAD_LIMIT") == nil {
      note("OMP_THREAD_LIMIT is not set: tesseract will run several threads\n")
    }
  }

  private static func printVersions() {
    let versions = Reader().versions
    print("jurat-reader")
    print("poppler \(versions.poppler)")
    print("tesseract \(versions.tesseract), models in \(versions.modelFolder)")
    print("leptonica \(versions.leptonica)")
    print("zbar \(versions.zbar)")
  }

  private static func note(_ message: String) {
    let line = Array("jurat-reader: \(message)".utf8)
    _ = write(STDERR_FILENO, line, line.count)
  }

  private static func fail(_ status: Int32, _ message: String) -> Int32 {
    note(message)
    return status
  }
}
