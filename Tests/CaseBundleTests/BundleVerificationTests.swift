import CaseBag
import CaseReport
import Casework
import Foundation
import TestSupport
import Testing

/// What `jurat verify` finds in a bundle after something happened to it.
@Suite struct BundleVerificationTests {
  private let sample: SyntheticCase
  private let receipt: BundleReceipt
  private var bag: String { sample.scratch.path + "/bag" }

  init() throws {
    sample = try SyntheticCase()
    receipt = try BundleWriter.write(sample.inputs, to: sample.scratch.path + "/bag")
  }

  private func errors(tagManifest: String? = nil) -> [BagProblem] {
    BagVerifier.verify(bag, tagManifest: tagManifest)
  }

  private var files: [String] {
    FileManager.default.subpaths(atPath: bag)?.filter {
      FileManager.default.contents(atPath: bag + "/" + $0) != nil
    }.sorted() ?? []
  }

  @Test func `finds nothing wrong with what was written`() {
    #expect(BagVerifier.verify(bag, tagManifest: receipt.tagManifest).isEmpty)
  }

  @Test func `notices one changed bit in any file`() throws {
    #expect(files.count > 30)
    for path in files {
      let bytes = try sample.scratch.read("bag/" + path)
      var changed = bytes
      if changed.isEmpty { changed = [0] } else { changed[changed.count / 2] ^= 1 }
      try sample.scratch.write("bag/" + path, changed)
      #expect(!errors(tagManifest: receipt.tagManifest).isEmpty, "\(path)")
      try sample.scratch.write("bag/" + path, bytes)
    }
    #expect(errors(tagManifest: receipt.tagManifest).isEmpty)
  }

  @Test func `notices any file that is gone`() throws {
    for path in files {
      let bytes = try sample.scratch.read("bag/" + path)
      try FileManager.default.removeItem(atPath: bag + "/" + path)
      #expect(!errors().isEmpty, "\(path)")
      try sample.scratch.write("bag/" + path, bytes)
    }
  }

  @Test func `notices a file that was added`() throws {
    for path in ["note.txt", "data/note.txt", "data/originals/04-document.pdf"] {
      try sample.scratch.write("bag/" + path, [1])
      #expect(!errors().isEmpty, "\(path)")
      try FileManager.default.removeItem(atPath: bag + "/" + path)
    }
  }

  /// Someone exchanges an original and mends all manifests: the bag is valid again, and only the
  /// case document, or the receipt outside of it, can tell.
  @Test func `notices an original that was exchanged with its manifests`() throws {
    try sample.scratch.write("bag/data/originals/02-supporting.tif", Array("another".utf8))
    let mended = try Judge.run(
      "sh", "-c",
      """
      cd '\(bag)' && find data -type f | LC_ALL=C sort | xargs sha512sum > manifest-sha512.txt &&
      oxum=$(cat $(find data -type f) | wc -c).$(find data -type f | wc -l) &&
      sed -i "s/^Payload-Oxum: .*/Payload-Oxum: $oxum/" bag-info.txt &&
      sha512sum bag-info.txt bagit.txt manifest-sha512.txt > tagmanifest-sha512.txt
      """)
    #expect(mended.status == 0, "\(mended.output)")
    #expect(
      errors().map(\.description) == [
        "data/originals/02-supporting.tif: its sha256 is not the one in data/case.json"
      ])
    #expect(errors(tagManifest: receipt.tagManifest).count == 2)
  }
}
