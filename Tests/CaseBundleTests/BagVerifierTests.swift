import CaseBundle
import Casework
import Foundation
import TestSupport
import Testing

@Suite struct BagVerifierTests {
  /// A bag with one payload file, of the contents `text`.
  private func smallBag(
    version: String = "1.0", path: String = "a.txt", manifestPath: String? = nil,
    text: String = "hello\n"
  ) throws -> ScratchFolder {
    let bag = try ScratchFolder()
    try bag.write(
      "bagit.txt",
      Array("BagIt-Version: \(version)\nTag-File-Character-Encoding: UTF-8\n".utf8))
    try bag.write("data/" + path, Array(text.utf8))
    let digest = try Judge.run("sha256sum", input: Array(text.utf8)).output.prefix(64)
    try bag.write(
      "manifest-sha256.txt", Array("\(digest)  data/\(manifestPath ?? path)\n".utf8))
    return bag
  }

  private func errors(_ bag: ScratchFolder) -> [String] {
    BagVerifier.verify(bag.path).filter { $0.severity == .error }.map(\.description)
  }

  private func warnings(_ bag: ScratchFolder) -> [String] {
    BagVerifier.verify(bag.path).filter { $0.severity == .warning }.map(\.description)
  }

  private func append(_ text: String, to name: String, of bag: ScratchFolder) throws {
    try bag.write(name, bag.read(name) + Array(text.utf8))
  }

  @Test func `finds nothing wrong with a good bag`() throws {
    let bag = try smallBag()
    #expect(BagVerifier.verify(bag.path).isEmpty)
  }

  @Test func `says that a folder is no bag`() throws {
    #expect(
      errors(try ScratchFolder()) == ["bagit.txt: error: it is missing, so this is not a bag"])
  }

  @Test(arguments: [
    "BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n",
    "BagIt-Version: one\nTag-File-Character-Encoding: UTF-8\n",
    "BagIt-Version: .97\nTag-File-Character-Encoding: UTF-8\n",
    "\u{FEFF}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
    "BagIt-Version: 1.0\n",
    "Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n",
    "BagIt-Version: 1.0\nTag-File-Character-Encoding: runes\n",
    "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nMore: 1\n",
  ])
  func `refuses a declaration that is not the RFC's`(declaration: String) throws {
    let bag = try smallBag()
    try bag.write("bagit.txt", Array(declaration.utf8))
    #expect(errors(bag).count == 1)
  }

  @Test(arguments: [
    "/etc/passwd", "../outside", "data/../../outside", "~/file", "~root/file", "C:\\file",
    "\\\\server\\file", "bagit.txt",
  ])
  func `refuses paths that lead elsewhere`(path: String) throws {
    let listed = try smallBag()
    try append(
      String(repeating: "0", count: 64) + "  \(path)\n", to: "manifest-sha256.txt", of: listed)
    #expect(!errors(listed).isEmpty)
    let fetched = try smallBag()
    try fetched.write("fetch.txt", Array("https://example.org/x - \(path)\n".utf8))
    #expect(!errors(fetched).isEmpty)
  }

  @Test func `misses what is not listed, and what is listed and not there`() throws {
    let extra = try smallBag()
    try extra.write("data/b.txt", [1])
    #expect(errors(extra) == ["data/b.txt: error: it is not listed in manifest-sha256.txt"])
    let gone = try smallBag()
    try FileManager.default.removeItem(atPath: gone.path + "/data/a.txt")
    #expect(
      errors(gone) == ["data/a.txt: error: it is listed in manifest-sha256.txt and missing"])
  }

  @Test func `wants every file in every manifest, as drafts did not`() throws {
    for (version, count) in [("1.0", 1), ("0.97", 0)] {
      let bag = try smallBag(version: version)
      try bag.write("manifest-md5.txt", [])
      #expect(errors(bag).count == count, "\(version)")
    }
  }

  @Test func `finds changed contents under every digest that it knows`() throws {
    for algorithm in ["md5", "sha1", "sha256", "sha512"] {
      let bag = try smallBag()
      try FileManager.default.removeItem(atPath: bag.path + "/manifest-sha256.txt")
      let digest = try Judge.run("\(algorithm)sum", input: Array("hello\n".utf8)).output
        .prefix { $0 != " " }
      try bag.write("manifest-\(algorithm).txt", Array("\(digest)  data/a.txt\n".utf8))
      #expect(errors(bag).isEmpty)
      try bag.write("data/a.txt", Array("hellO\n".utf8))
      #expect(
        errors(bag)
          == ["data/a.txt: error: its \(algorithm) is not the one in manifest-\(algorithm).txt"])
    }
  }

  @Test func `does not call a bag valid whose digests it cannot check`() throws {
    let bag = try smallBag()
    try FileManager.default.moveItem(
      atPath: bag.path + "/manifest-sha256.txt", toPath: bag.path + "/manifest-sha224.txt")
    #expect(errors(bag) == ["error: it has no payload manifest that can be checked"])
  }

  @Test func `reads line ends in names as the RFC writes them`() throws {
    let bag = try smallBag(path: "a\nb\r%.txt", manifestPath: "a%0Ab%0d%25.txt")
    #expect(BagVerifier.verify(bag.path).isEmpty)
  }

  @Test func `takes names that differ in composition for one, with a warning`() throws {
    let bag = try smallBag(path: "N\u{FA}n\u{303}ez", manifestPath: "Nu\u{301}\u{F1}ez")
    #expect(errors(bag).isEmpty)
    #expect(warnings(bag).count == 1)
  }

  @Test func `sees two files whose names only look the same`() throws {
    let bag = try smallBag(path: "\u{FA}")
    try bag.write("data/u\u{301}", Array("other".utf8))
    #expect(errors(bag).count == 1)
  }

  @Test func `tells of a path that is listed twice`() throws {
    for (version, count) in [("1.0", 1), ("0.97", 0)] {
      let bag = try smallBag(version: version)
      let line = try bag.text("manifest-sha256.txt")
      try bag.write("manifest-sha256.txt", Array((line + line).utf8))
      #expect(errors(bag).count == count, "\(version)")
      #expect(BagVerifier.verify(bag.path).count == 1, "\(version)")
    }
  }

  @Test func `follows no symbolic link`() throws {
    let bag = try smallBag()
    try FileManager.default.removeItem(atPath: bag.path + "/data/a.txt")
    let target = try bag.write("outside", Array("hello\n".utf8))
    try FileManager.default.createSymbolicLink(
      atPath: bag.path + "/data/a.txt", withDestinationPath: target)
    #expect(errors(bag).contains("data/a.txt: error: it is a symbolic link"))
  }

  @Test(arguments: [("6.1", 0), ("7.1", 1), ("6.2", 1), ("six", 1)])
  func `compares the sum of the payload`(sum: String, count: Int) throws {
    let bag = try smallBag()
    try bag.write("bag-info.txt", Array("Note: a\n  b\nPayload-Oxum: \(sum)\n".utf8))
    #expect(errors(bag).count == count)
  }

  @Test func `warns of the habits of md5sum`() throws {
    let bag = try smallBag()
    let line = try bag.text("manifest-sha256.txt").replacingOccurrences(
      of: "  data", with: " *./data")
    try bag.write("manifest-sha256.txt", Array(line.utf8))
    #expect(errors(bag).isEmpty)
    #expect(warnings(bag).count == 2)
  }

  @Test func `reads tag files in the encoding that is declared`() throws {
    let bag = try smallBag()
    try bag.write(
      "bagit.txt", Array("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n".utf8))
    let manifest = try bag.text("manifest-sha256.txt")
    try bag.write("manifest-sha256.txt", Array(try #require(manifest.data(using: .utf16))))
    #expect(errors(bag).isEmpty)
  }
}
