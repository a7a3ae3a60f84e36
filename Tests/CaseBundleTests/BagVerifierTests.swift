import CaseBag
import Foundation
import TestSupport
import Testing

/// What `jurat verify` takes for a bundle, and what it refuses with a clear word.
@Suite struct BagVerifierTests {
  private let sample: SyntheticCase
  private var bag: String { sample.scratch.path + "/bag" }

  init() throws {
    sample = try SyntheticCase()
    _ = try BundleWriter.write(sample.inputs, to: sample.scratch.path + "/bag")
  }

  private var problems: [String] { BagVerifier.verify(bag).map(\.description) }

  private func write(_ path: String, _ text: String) throws {
    try sample.scratch.write("bag/" + path, Array(text.utf8))
  }

  private func text(_ path: String) throws -> String { try sample.scratch.text("bag/" + path) }

  @Test func `says that a folder is no bag`() throws {
    #expect(
      BagVerifier.verify(try ScratchFolder().path).map(\.description)
        == ["bagit.txt: it is missing, so this is not a bag"])
  }

  /// Older drafts, other encodings, and what the RFC does not allow.
  @Test(arguments: [
    "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n",
    "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n",
    "BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n",
    "\u{FEFF}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
    "BagIt-Version: 1.0\n", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nMore: 1\n", "",
  ])
  func `refuses bags of other kinds with one clear word`(declaration: String) throws {
    try write("bagit.txt", declaration)
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("bagit.txt: this is not a bundle of jurat") == true)
  }

  @Test func `refuses a good bag without a case`() throws {
    let other = try ScratchFolder()
    try other.write("data/a.txt", Array("hello\n".utf8))
    let made = try Judge.run(
      "sh", "-c",
      """
      cd '\(other.path)' && sha512sum data/a.txt > manifest-sha512.txt &&
      printf 'BagIt-Version: 1.0\\nTag-File-Character-Encoding: UTF-8\\n' > bagit.txt &&
      printf 'Payload-Oxum: 6.1\\n' > bag-info.txt &&
      sha512sum bagit.txt bag-info.txt manifest-sha512.txt > tagmanifest-sha512.txt
      """)
    try #require(made.status == 0)
    #expect(
      BagVerifier.verify(other.path).map(\.description)
        == ["data/case.json: it is missing, so this is not a bundle of jurat"])
  }

  @Test(arguments: ["manifest-md5.txt", "tagmanifest-sha256.txt", "fetch.txt", "note.txt"])
  func `refuses tag files that no bundle has`(name: String) throws {
    try write(name, "")
    #expect(
      problems == [
        "\(name): it is not listed in tagmanifest-sha512.txt", "\(name): no bundle has it",
      ])
  }

  @Test(arguments: [
    "/etc/passwd", "../outside", "data/../../outside", "~/file", "C:\\file", "data/u\u{301}",
  ])
  func `follows no path that leads elsewhere`(path: String) throws {
    let line = String(repeating: "0", count: 128) + "  \(path)\n"
    try write("manifest-sha512.txt", text("manifest-sha512.txt") + line)
    #expect(problems.contains("\(path): it is listed in manifest-sha512.txt and missing"))
  }

  @Test func `sees a file whose name looks like another's`() throws {
    try write("data/rev\u{131}ew.html", "other")
    #expect(problems.contains("data/rev\u{131}ew.html: jurat gives no file or folder such a name"))
  }

  @Test func `tells of a path that is listed twice`() throws {
    let manifest = try text("manifest-sha512.txt")
    let line = try #require(manifest.split(separator: "\n").first)
    let path = String(line.dropFirst(130))
    try write("manifest-sha512.txt", manifest + line + "\n")
    #expect(problems.contains("manifest-sha512.txt: '\(path)' is listed twice"))
  }

  @Test(arguments: ["hello", "00  data/case.json", "\u{301}"])
  func `tells of a line that is no digest and path`(line: String) throws {
    try write("manifest-sha512.txt", line + "\n" + text("manifest-sha512.txt"))
    #expect(problems.contains("manifest-sha512.txt: line 1 is not a SHA-512 and a path"))
  }

  @Test func `follows no symbolic link`() throws {
    let target = try sample.scratch.write("outside", Array("hello\n".utf8))
    try FileManager.default.removeItem(atPath: bag + "/data/review.html")
    try FileManager.default.createSymbolicLink(
      atPath: bag + "/data/review.html", withDestinationPath: target)
    #expect(problems.contains("data/review.html: it is neither a file nor a folder"))
  }

  @Test(arguments: ["Payload-Oxum: 6.1\n", "Payload-Oxum: six\n", ""])
  func `compares the sum of the payload`(line: String) throws {
    try write("bag-info.txt", line)
    #expect(problems.contains { $0.hasPrefix("bag-info.txt: Payload-Oxum ") })
  }
}
