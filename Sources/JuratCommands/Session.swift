import Casework
import Foundation
import PipelineEngine
import PipelineFiles
import ReaderPool
import ReaderProtocol
import Stages
import Workspace

/// A pool of readers and the configuration of a command, both found good.
struct Session {
  let configuration: Configuration
  let pool: ReaderPool
  /// What keeps readers to reading and answering.
  let guards: [ReaderGuard]

  /// Loads the settings, starts the pool and asks a reader what it is made of.
  init(settings: SettingsOptions, reader: ReaderOptions) throws {
    let folder = try settings.folder()
    let overrides = try settings.settingOverrides()
    var configuration = try Configuration(folder: folder, overrides: overrides, tools: .unknown)
    let readers = configuration.settings.readers
    pool = ReaderPool(
      program: reader.program, width: Parallelism.width(requested: reader.jobs),
      limits: ReaderLimits(
        addressSpaceMegabytes: readers.addressSpaceMegabytes, cpuSeconds: readers.cpuSeconds,
        recycleAfterRequests: readers.recycleAfterPages,
        recycleAboveMegabytes: readers.recycleAboveMegabytes,
        firstTrySeconds: readers.firstTrySeconds, giveUpAfterTimeouts: readers.giveUpAfterTimeouts,
        documentSeconds: readers.documentSeconds, caseSeconds: readers.caseSeconds,
        answers: AnswerLimits(
          words: readers.maxWords, megabytes: readers.maxAnswerMegabytes)))
    let versions = try Self.versions(pool: pool, deadline: readers.surveyDeadlineSeconds)
    configuration.tools = ReaderTools(versions)
    guards = versions.guards ?? []
    for language in configuration.settings.ocr.languageList {
      _ = try configuration.tools.model(of: language)
    }
    self.configuration = configuration
  }

  /// Reads files for somebody who waits, and ends the pool: a session reads files once.
  func seen(in paths: [String]) throws -> Inspection.Seen {
    let stop = StopSignal { pool.cancel(now: true) }
    defer { stop.cancel() }
    let progress = ProgressDisplay(packets: paths.count)
    let seen = try Inspection(configuration: configuration, pool: pool)
      .seen(in: paths, observer: progress)
    pool.close()
    progress.clear()
    return seen
  }

  /// Such as `files (Landlock), calls (seccomp)`.
  var confinement: String {
    guards.isEmpty ? "nothing" : guards.map(\.inWords).joined(separator: ", ")
  }

  /// - Throws: 69 where a guard is missing that has to be there in any case.
  func requireSandbox() throws(CommandProblem) {
    let missing = [ReaderGuard.files, .calls].filter { !guards.contains($0) }
    guard missing.isEmpty else {
      throw CommandProblem(
        "readers are not confined: \(missing.map(\.inWords).joined(separator: " and ")) "
          + "not in force; use a kernel with Landlock and seccomp (Linux 5.13), and no container "
          + "that forbids them", status: .dependencyMissing)
    }
  }

  private static func versions(pool: ReaderPool, deadline: Int) throws -> ReaderVersions {
    let reply = try pool.askAndWait(.hello, deadline: deadline)
    guard case .hello(let versions) = reply.answer else {
      throw CommandProblem("the reader is not of this version of jurat", status: .dependencyMissing)
    }
    return versions
  }
}

extension CaseFacts {
  /// Every document was opened, and every page read.
  var isReadWhole: Bool {
    documents.allSatisfy { $0.survey.state == .opened } && pages.allSatisfy { $0.state != .failed }
  }
}

extension ReaderGuard {
  /// With the mechanism, such as `files (Landlock)`.
  var inWords: String {
    switch self {
    case .files, .signals, .network: "\(rawValue) (Landlock)"
    case .calls: "\(rawValue) (seccomp)"
    }
  }
}
