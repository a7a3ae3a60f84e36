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
    jurat_close_inherited()
    guard let pipe = AnswerPipe() else { return fail(70, "there is no standard output\n") }
    signal(SIGPIPE, SIG_IGN)
    guard jurat_limit_process((options.addressSpaceMegabytes ?? 0) << 20) == 0 else {
      return fail(70, "the limits of this process cannot be set\n")
    }
    let reader = Reader()
    reader.showsTimes = options.showsTimes
    jurat_load_libraries()
    guard pipe.endProcessWhenParentIsGone() else {
      return fail(70, "the parent cannot be watched\n")
    }
    reader.versions.guards = confine(
      readable: options.readable + readableByAll + [reader.versions.modelFolder])
    warnAboutThreads()
    return converse(reader, over: pipe)
  }

  private static func converse(_ reader: Reader, over pipe: AnswerPipe) -> Int32 {
    var parser = FrameParser(limits: .question)
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
        guard pipe.write(reader.answer(frame).encoded) else { return 0 }
      }
    }
  }

  /// What libraries look up while they read a page: fonts, the tables of encodings, the time zone.
  private static let readableByAll = [
    "/etc/fonts", "/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/fontconfig",
    "/var/cache/fontconfig", "/usr/share/poppler", "/etc/localtime", "/usr/share/zoneinfo",
    "/dev/null", "/dev/urandom",
  ]

  /// Pages are hostile bytes: whoever gets hold of this process through one can read its documents,
  /// answer, and do nothing else.
  private static func confine(readable: [String]) -> [ReaderGuard] {
    let paths = readable.map { strdup($0) }
    defer { for path in paths { free(path) } }
    let set = paths.map { UnsafePointer<CChar>($0) }.withUnsafeBufferPointer {
      jurat_confine($0.baseAddress, $0.count)
    }
    let guards: [(bit: Int, guard: ReaderGuard)] = [
      (JURAT_GUARD_FILES, .files), (JURAT_GUARD_CALLS, .calls), (JURAT_GUARD_SIGNALS, .signals),
      (JURAT_GUARD_NETWORK, .network),
    ]
    return guards.filter { Int(set) & $0.bit != 0 }.map(\.guard)
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
