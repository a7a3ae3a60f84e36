import Foundation

/// A folder that is removed with this object unless `JURAT_KEEP_SCRATCH` is set: then it stays, to be
/// looked at.
package final class ScratchFolder: Sendable {
  package let path: String

  /// - Parameter isInMemory: where the machine has such a file system; there, syncing costs nothing.
  package init(isInMemory: Bool = false) throws {
    let memory = "/dev/shm"
    let folder =
      isInMemory && FileManager.default.isWritableFile(atPath: memory)
      ? memory : FileManager.default.temporaryDirectory.path
    path = "\(folder)/jurat-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    if ProcessInfo.processInfo.environment["JURAT_KEEP_SCRATCH"] == nil {
      try? FileManager.default.removeItem(atPath: path)
    }
  }

  /// Makes a folder below this one and returns its path.
  package func folder(_ name: String) throws -> String {
    let folder = "\(path)/\(name)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Writes a file below this folder, and the folders above it; returns its path.
  @discardableResult
  package func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = "\(path)/\(name)"
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  package func read(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
  }

  package func text(_ name: String) throws -> String {
    String(decoding: try read(name), as: UTF8.self)
  }

  /// A reader with a fault: a link whose name says which (see `FaultyReader`).
  package func faultyReader(_ fault: String) throws -> String {
    let link = try folder("readers") + "/faulty-\(fault)"
    if !FileManager.default.fileExists(atPath: link) {
      try FileManager.default.createSymbolicLink(
        atPath: link, withDestinationPath: BuiltPrograms.faultyReader)
    }
    return link
  }
}

/// What a faulty reader wrote down: one entry for every page that it was asked for.
package struct ReaderLog {
  package struct Entry: Equatable {
    package var page: Int
    package var pid: Int32
    package var fields: [String: String]
  }

  package let entries: [Entry]

  package init(of reader: String) {
    let text = (try? String(contentsOfFile: reader + ".log", encoding: .utf8)) ?? ""
    entries = text.split(separator: "\n").compactMap { line -> Entry? in
      var fields: [String: String] = [:]
      for word in line.split(separator: " ") {
        let pair = word.split(separator: "=").map(String.init)
        if pair.count == 2 { fields[pair[0]] = pair[1] }
      }
      guard let page = fields["page"].flatMap({ Int($0) }),
        let pid = fields["pid"].flatMap({ Int32($0) })
      else { return nil }
      return Entry(page: page, pid: pid, fields: fields)
    }
  }
}
