import CLinux
import Foundation
import Glibc
import ReaderProtocol
import Synchronization

/// One running reader and the two pipes to it, owned by one thread.
///
/// The process has a session of its own, so no terminal, an empty signal mask, default signal handlers, and an
/// environment of its own with `OMP_THREAD_LIMIT=1`: libgomp reads it when it is loaded, so it has
/// to be there before `exec`.
struct ReaderProcess: ~Copyable {
  let pid: pid_t
  private let input: Int32
  private let output: Int32
  private var parser = FrameParser(limits: .question)
  private(set) var requestCount = 0
  let scope: ReaderScope

  /// Starts `program`.
  init(program: String, scope: ReaderScope, limits: ReaderLimits) throws(ReaderFailure) {
    self.scope = scope
    // Pipe ends must not leak into a sibling that is started at the same time: it would keep this
    // reader's input open after we have gone.
    let started = Self.starting.withLock { _ in Self.start(program, scope, limits) }
    switch started {
    case .success(let (pid, input, output)):
      self.pid = pid
      self.input = input
      self.output = output
    case .failure(let failure): throw failure
    }
  }

  private static let starting = Mutex(())

  private static func start(_ program: String, _ scope: ReaderScope, _ limits: ReaderLimits)
    -> Result<(pid_t, Int32, Int32), ReaderFailure>
  {
    var toChild: [Int32] = [0, 0]
    var fromChild: [Int32] = [0, 0]
    guard pipe(&toChild) == 0 else { return .failure(.cannotStart(reason: lastError())) }
    guard pipe(&fromChild) == 0 else {
      for end in toChild { close(end) }
      return .failure(.cannotStart(reason: lastError()))
    }
    for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | newSession))

    let arguments =
      [program, "--address-space-mb", String(limits.addressSpaceMegabytes)]
      + scope.readable.flatMap { ["--readable", $0] }
    var pid: pid_t = 0
    let status = withCStrings(arguments) { arguments in
      withCStrings(environment) { environment in
        posix_spawn(&pid, program, &actions, &attributes, arguments, environment)
      }
    }
    close(toChild[0])
    close(fromChild[1])
    _ = fcntl(toChild[1], F_SETFL, O_NONBLOCK)
    guard status == 0 else {
      close(toChild[1])
      close(fromChild[0])
      return .failure(
        .cannotStart(reason: "\(program): \(String(cString: strerror(status)))"))
    }
    return .success((pid, toChild[1], fromChild[0]))
  }

  /// `POSIX_SPAWN_SETSID` of <spawn.h>, which stands behind `_GNU_SOURCE`, out of Swift's sight.
  private static let newSession: Int32 = 0x80

  private static var environment: [String] {
    let kept = ["PATH", "HOME", "TESSDATA_PREFIX", "LD_LIBRARY_PATH", "TMPDIR", "XDG_CACHE_HOME"]
    return kept.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
      // Swift's crash handler would write down the memory of a page, and lets a raised signal pass.
      + ["OMP_THREAD_LIMIT=1", "LC_ALL=C.UTF-8", "SWIFT_BACKTRACE=enable=no"]
  }

  /// Puts one question and waits for its answer until `deadline` seconds have passed.
  ///
  /// After a failure the process is of no more use; let it go.
  mutating func ask(_ request: ReaderRequest, deadline: Int, _ limits: ReaderLimits)
    throws(ReaderFailure) -> ReaderReply
  {
    requestCount += 1
    // What has come in without being asked for is no answer.
    guard parser.isEmpty, try !hasSomethingToSay() else { throw .babbled }
    parser.limits = limits.answers.frame(answering: request)
    jurat_limit_cpu(pid, UInt64(limits.cpuSeconds))
    let clock = ContinuousClock()
    let end = clock.now + .seconds(deadline)
    guard let body = try? JSONEncoder().encode(request) else { throw .babbled }
    try write(Frame(body: [UInt8](body)).encoded, until: end, deadline: deadline)
    let frame = try nextFrame(until: end, deadline: deadline)
    guard let answer = try? JSONDecoder().decode(ReaderAnswer.self, from: Data(frame.body)) else {
      throw .babbled
    }
    do throws(AnswerFault) {
      try answer.check(
        answering: request, attachments: frame.attachments, limits: limits.answers)
    } catch {
      switch error {
      case .nonsense(let reason): throw .nonsense(reason: reason)
      case .tooMuch(let reason): throw .tooMuch(reason: reason)
      }
    }
    return ReaderReply(answer, frame.attachments)
  }

  private func hasSomethingToSay() throws(ReaderFailure) -> Bool {
    var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) > 0 && waiting.revents & Int16(POLLIN) != 0
  }

  /// Waits until the pipe is ready or the deadline has passed.
  private func wait(
    for events: Int32, of pipe: Int32, until end: ContinuousClock.Instant, deadline: Int
  ) throws(ReaderFailure) {
    while true {
      let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
      guard left > 0 else { throw .timedOut(seconds: deadline) }
      var waiting = pollfd(fd: pipe, events: Int16(events), revents: 0)
      if poll(&waiting, 1, Int32(min(left.rounded(.up), 1e9))) > 0 { return }
    }
  }

  /// A reader that has gone takes nothing; its answer, or the lack of one, will tell how.
  private func write(_ bytes: [UInt8], until end: ContinuousClock.Instant, deadline: Int)
    throws(ReaderFailure)
  {
    var offset = 0
    while offset < bytes.count {
      try wait(for: POLLOUT, of: input, until: end, deadline: deadline)
      let count = bytes.withUnsafeBytes {
        Glibc.write(input, $0.baseAddress.map { $0 + offset }, bytes.count - offset)
      }
      if count > 0 {
        offset += count
      } else if errno != EINTR, errno != EAGAIN {
        guard errno == EPIPE else { throw .babbled }
        return
      }
    }
  }

  private mutating func nextFrame(until end: ContinuousClock.Instant, deadline: Int)
    throws(ReaderFailure) -> Frame
  {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      try wait(for: POLLIN, of: output, until: end, deadline: deadline)
      let count = read(output, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw death() }
      let frames: [Frame]
      do { frames = try parser.append(buffer.prefix(count)) } catch { throw .babbled }
      if let frame = frames.first {
        guard frames.count == 1, parser.isEmpty else { throw .babbled }
        return frame
      }
    }
  }

  /// How the reader died whose pipe has closed. The status is decided before a pipe closes, so the
  /// kill (for one that only closed its pipe) can't change it; the zombie is left for `end`.
  private func death() -> ReaderFailure {
    kill(-pid, SIGKILL)
    var info = siginfo_t()
    guard waitid(P_PID, id_t(pid), &info, WEXITED | WNOWAIT) == 0 else { return .babbled }
    let status = info._sifields._sigchld.si_status
    return info.si_code == CLD_EXITED ? .exited(status: status) : .crashed(signal: status)
  }

  /// Resident memory in MiB (the second number of `/proc/PID/statm`, in pages).
  var residentMegabytes: Int {
    guard let file = fopen("/proc/\(pid)/statm", "r") else { return 0 }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 128)
    guard fgets(&buffer, 128, file) != nil else { return 0 }
    let text = String(decoding: buffer.map(UInt8.init(bitPattern:)), as: UTF8.self)
    let fields = text.split(separator: " ")
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * sysconf(Int32(_SC_PAGESIZE)) / (1 << 20) : 0
  }

  /// Stops the process, waits for it and says what it used.
  consuming func end() -> ReaderUsage {
    close(input)
    close(output)
    kill(-pid, SIGKILL)
    var usage = rusage()
    var status: Int32 = 0
    while wait4(pid, &status, 0, &usage) < 0, errno == EINTR {}
    let cpu = [usage.ru_utime, usage.ru_stime].reduce(0.0) {
      $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6
    }
    var used = ReaderUsage()
    used.processes = 1
    used.cpuSeconds = cpu
    used.peakMegabytes = Int(usage.ru_maxrss) / 1024
    return used
  }

  private static func lastError() -> String { String(cString: strerror(errno)) }
}

/// What readers used, summed over processes; the peak is that of the largest.
package struct ReaderUsage: Codable, Hashable, Sendable {
  package var processes = 0
  package var cpuSeconds = 0.0
  package var peakMegabytes = 0

  package init() {}

  static func + (left: ReaderUsage, right: ReaderUsage) -> ReaderUsage {
    var sum = left
    sum.processes += right.processes
    sum.cpuSeconds += right.cpuSeconds
    sum.peakMegabytes = max(left.peakMegabytes, right.peakMegabytes)
    return sum
  }
}

/// Calls `body` with a null-terminated array of C strings that lives as long as the call.
private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = strings.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers + [nil])
}
