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
        recycleAboveMegabytes: readers.recycleAboveMegabytes))
    configuration.tools = try Self.tools(pool: pool, deadline: readers.surveyDeadlineSeconds)
    for language in configuration.settings.ocr.languageList {
      _ = try configuration.tools.model(of: language)
    }
    self.configuration = configuration
  }

  private static func tools(pool: ReaderPool, deadline: Int) throws -> ReaderTools {
    let reply = try pool.askAndWait(.hello, deadline: deadline)
    guard case .hello(let versions) = reply.answer else {
      throw CommandProblem("the reader is not of this version of jurat", status: .dependencyMissing)
    }
    return ReaderTools(versions)
  }
}
