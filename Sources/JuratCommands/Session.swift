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
    var configuration = try Configuration(folder: folder, overrides: overrides, tools: [:])
    let readers = configuration.settings.readers
    pool = ReaderPool(
      program: reader.program, width: Parallelism.width(requested: reader.jobs),
      limits: ReaderLimits(
        addressSpaceMegabytes: readers.addressSpaceMegabytes, cpuSeconds: readers.cpuSeconds,
        recycleAfterRequests: readers.recycleAfterPages,
        recycleAboveMegabytes: readers.recycleAboveMegabytes))
    configuration.tools = try Self.tools(
      pool: pool, deadline: readers.surveyDeadlineSeconds,
      languages: configuration.settings.ocr.languages)
    self.configuration = configuration
  }

  /// Versions of the libraries and digests of the models.
  private static func tools(pool: ReaderPool, deadline: Int, languages: String) throws
    -> [String: String]
  {
    let reply = try pool.askAndWait(.hello, deadline: deadline)
    guard case .hello(let versions) = reply.answer else {
      throw CommandProblem("the reader is not of this version of jurat", status: .dependencyMissing)
    }
    var tools = [
      "poppler": versions.poppler, "tesseract": versions.tesseract,
      "leptonica": versions.leptonica, "qpdf": versions.qpdf,
    ]
    let suffix = ".traineddata"
    for name in try Files.names(in: versions.modelFolder) where name.hasSuffix(suffix) {
      tools["model.\(name.dropLast(suffix.count))"] =
        try Digest.ofFile(at: "\(versions.modelFolder)/\(name)").rawValue
    }
    for language in languages.split(separator: "+") where tools["model.\(language)"] == nil {
      throw CommandProblem(
        "ocr.languages names '\(language)', and there is no model of it in "
          + "\(versions.modelFolder); install tesseract-ocr-\(language)",
        status: .dependencyMissing)
    }
    return tools
  }
}
