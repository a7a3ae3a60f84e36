package import Casework
import FileStore
import Foundation
package import ReaderProtocol
import Synchronization
import Workspace

/// Everything outside of jurat's own code that can change a reading: part of the keys.
package final class ReaderTools: Sendable {
  /// By the library's name.
  package let versions: [String: String]
  package let modelFolder: String
  private let models = Mutex<[String: Digest]>([:])

  /// - Parameter modelFolder: the folder of the `.traineddata` files.
  package init(versions: [String: String], modelFolder: String) {
    self.versions = versions
    self.modelFolder = modelFolder
  }

  package convenience init(_ reader: ReaderVersions) {
    self.init(
      versions: [
        "poppler": reader.poppler, "tesseract": reader.tesseract, "leptonica": reader.leptonica,
        "qpdf": reader.qpdf, "zbar": reader.zbar,
      ],
      modelFolder: reader.modelFolder)
  }

  /// For commands that only look whether the settings are good.
  package static var unknown: ReaderTools { ReaderTools(versions: [:], modelFolder: "") }

  /// The model that tesseract reads `language` with, digested when it is first asked for.
  package func model(of language: String) throws -> Digest {
    if let known = models.withLock({ $0[language] }) { return known }
    let link = URL(fileURLWithPath: "\(modelFolder)/\(language).traineddata")
    let path = link.resolvingSymlinksInPath().path
    guard try Files.kind(of: path) == .file else {
      throw MissingModel(language: language, folder: modelFolder)
    }
    let digest = try Digest.ofFile(at: path)
    models.withLock { $0[language] = digest }
    return digest
  }
}

/// A language is set for which tesseract has no model.
package struct MissingModel: Error, Hashable, CustomStringConvertible {
  package let language: String
  package let folder: String

  package init(language: String, folder: String) {
    self.language = language
    self.folder = folder
  }

  package var description: String {
    "ocr.languages names '\(language)', and there is no model of it in \(folder); "
      + "install tesseract-ocr-\(language)"
  }
}
