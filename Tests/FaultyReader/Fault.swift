internal import Foundation
internal import Glibc

/// What goes wrong, on which page, read from the name of the program: `faulty-KIND-PAGE`, where
/// page 0 stands for every page and `crops` for every page of which pictures are asked, instead of
/// its reading; `faulty-KIND-PAGE-once` goes wrong a single time.
///
/// Beside the program, `NAME.log` gets one line for every page asked for, and `NAME.done` shows
/// that what happens once has happened.
struct Fault {
  enum Kind: String {
    case none, segfault, exit, spin, babble, hangup
    /// Answers when a file `NAME.go` is there.
    case hold
    /// Makes no searchable copies; everything else goes well.
    case refuse
  }

  private let program: String
  private let kind: Kind
  /// `nil` for pictures.
  private let page: Int?
  private let isOnce: Bool
  private let parent = getppid()

  init(program: String) {
    self.program = program
    let parts = program.split(separator: "/").last?.split(separator: "-").dropFirst() ?? []
    let words = parts.map(String.init)
    kind = words.first.flatMap(Kind.init) ?? .none
    let target = words.dropFirst().first
    page = target == "crops" ? nil : target.flatMap { Int($0) } ?? 0
    isOnce = words.last == "once"
  }

  /// Writes down that `page` was asked for, and what this process was started with.
  func note(_ page: Int) {
    let threads = getenv("OMP_THREAD_LIMIT").map { String(cString: $0) } ?? "-"
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let mask =
      status.split(separator: "\n").first { $0.hasPrefix("SigBlk:") }
      .map { $0.dropFirst(7).trimmingPrefix { $0 == "\t" } } ?? "-"
    let ownsGroup = getpgrp() == getpid()
    let line =
      "page=\(page) pid=\(getpid()) threads=\(threads) mask=\(mask) ownGroup=\(ownsGroup)\n"
    let descriptor = open(program + ".log", O_WRONLY | O_CREAT | O_APPEND, 0o600)
    _ = line.withCString { write(descriptor, $0, strlen($0)) }
    close(descriptor)
  }

  var refusesCopies: Bool { kind == .refuse }

  /// Goes wrong, if this is the page for it; `nil` for pictures of one.
  func strike(_ asked: Int?) {
    guard page == asked || page == 0 && asked != nil else { return }
    if isOnce {
      let mark = open(program + ".done", O_WRONLY | O_CREAT | O_EXCL, 0o600)
      guard mark >= 0 else { return }
      close(mark)
    }
    switch kind {
    case .none, .refuse: break
    case .segfault: raise(SIGSEGV)
    case .exit: _exit(3)
    case .spin: while getppid() == parent {}
    case .babble:
      let chatter = "Detected 12 diacritics\n"
      _ = chatter.withCString { write(STDOUT_FILENO, $0, strlen($0)) }
    case .hangup:
      close(STDOUT_FILENO)
      while getppid() == parent { usleep(10_000) }
    case .hold:
      while getppid() == parent, access(program + ".go", F_OK) != 0 { usleep(10_000) }
    }
  }
}
