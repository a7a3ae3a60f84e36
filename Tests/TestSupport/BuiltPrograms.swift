import Foundation

/// What was built together with these tests, and where the repository is.
package enum BuiltPrograms {
  /// Executables stand beside the test bundle.
  private static let folder: String = {
    let path =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: path).deletingLastPathComponent().path
  }()

  package static let jurat = "\(folder)/jurat"
  package static let reader = "\(folder)/jurat-reader"
  package static let escapes = "\(folder)/Escapes"
  package static let faultyReader = "\(folder)/FaultyReader"
}

package enum Repository {
  package static let path = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  package static let packets = "\(path)/SampleDocs/packets"
  package static let pipeline = "\(path)/Pipeline"
}
