import CaseBag
import CaseReport
import Casework
import FileStore
import Foundation
import TestSupport
import Testing

@Suite struct BundleWriterTests {
  /// Writes the bundle to `bag` in the case's scratch folder.
  @discardableResult
  private func write(_ sample: SyntheticCase, as name: String = "bag") throws -> BundleReceipt {
    try BundleWriter.write(sample.inputs, to: sample.scratch.path + "/" + name)
  }

  private func files(of folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: folder + "/" + $0, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  @Test func `holds everything under plain names`() throws {
    let sample = try SyntheticCase()
    let receipt = try write(sample)
    let files = try files(of: sample.scratch.path + "/bag")
    #expect(
      files == [
        "bag-info.txt", "bagit.txt", "data/alto/01/0001.xml", "data/alto/01/0002.xml",
        "data/alto/01/0003.xml", "data/alto/01/0004.xml", "data/alto/02/0001.xml",
        "data/case.json", "data/evidence/a1.png", "data/evidence/a2.png", "data/evidence/a3.png",
        "data/evidence/a4.png", "data/evidence/p1.png", "data/evidence/t1.png",
        "data/evidence/t3.png",
        "data/evidence/t4.png", "data/evidence/t5.png", "data/originals/01-complaint.pdf",
        "data/originals/02-supporting.tif", "data/originals/03-document.pdf",
        "data/pages/01/0001.jpg", "data/pages/01/0002.jpg", "data/pages/01/0003.jpg",
        "data/pages/01/0004.jpg", "data/pages/02/0001.jpg", "data/review.html",
        "data/searchable/01.pdf", "data/text/01/0001.txt", "data/text/01/0002.txt",
        "data/text/01/0003.txt", "data/text/01/0004.txt", "data/text/02/0001.txt",
        "manifest-sha512.txt", "tagmanifest-sha512.txt",
      ])
    #expect(receipt.fileCount == files.count - 4)
  }

  @Test func `is valid for bagit-python and sha512sum`() throws {
    let sample = try SyntheticCase()
    try write(sample)
    let bag = sample.scratch.path + "/bag"
    let verdict = try Judge.python(
      "import bagit; bagit.Bag('\(bag)').validate(); print('valid')", needs: "bagit",
      installedBy: "python3 -m pip install bagit")
    #expect(verdict.output.hasSuffix("valid\n"))
    let sums = try Judge.run(
      "sh", "-c", "cd '\(bag)' && sha512sum --quiet --check --strict *manifest-sha512.txt")
    #expect(sums.status == 0, "\(sums.output)")
  }

  @Test func `is readable by its owner only`() throws {
    let sample = try SyntheticCase()
    try write(sample)
    let bag = sample.scratch.path + "/bag"
    for path in try FileManager.default.subpathsOfDirectory(atPath: bag) + [""] {
      let attributes = try FileManager.default.attributesOfItem(atPath: bag + "/" + path)
      let mode = try #require(attributes[.posixPermissions] as? Int)
      let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
      #expect(mode == (isFolder ? 0o700 : 0o600), "\(path)")
    }
  }

  @Test func `is the same twice but for the times`() throws {
    let sample = try SyntheticCase()
    let first = try write(sample, as: "first")
    var later = sample
    later.inputs.bagInfo = [("Bagging-Date", "2026-02-01"), ("Jurat-Run", "r2")]
    let second = try write(later, as: "second")
    #expect(first.payloadManifest == second.payloadManifest)
    #expect(first.tagManifest != second.tagManifest)
    let folder = sample.scratch.path
    let differing = try files(of: folder + "/first").filter {
      try sample.scratch.read("first/" + $0) != sample.scratch.read("second/" + $0)
    }
    #expect(differing == ["bag-info.txt", "tagmanifest-sha512.txt"])
  }

  @Test func `keeps originals byte for byte, apart from those that were taken in`() throws {
    let sample = try SyntheticCase()
    try write(sample)
    let original = try #require(sample.inputs.originals[SyntheticCase.complaint])
    let copy = sample.scratch.path + "/bag/data/originals/01-complaint.pdf"
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: copy))
        == Data(contentsOf: URL(fileURLWithPath: original)))
    let handle = try #require(FileHandle(forWritingAtPath: copy))
    try handle.write(contentsOf: Data("scribble".utf8))
    #expect(try !sample.scratch.text("original-d01").contains("scribble"))
  }

  @Test func `refuses an original that has changed`() throws {
    let sample = try SyntheticCase()
    try sample.scratch.write("original-d02", Array("other".utf8))
    let error = #expect(throws: BundleError.self) { try write(sample) }
    guard case .originalChanged(document: SyntheticCase.exhibit, _, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `refuses a case without one of its originals`() throws {
    var sample = try SyntheticCase()
    sample.inputs.originals[SyntheticCase.locked] = nil
    #expect(throws: BundleError.originalMissing(document: SyntheticCase.locked)) {
      try write(sample)
    }
  }

  @Test func `refuses a folder that is there already`() throws {
    let sample = try SyntheticCase()
    try write(sample)
    let path = sample.scratch.path + "/bag"
    #expect(throws: FileProblem(.makeFolder, path, code: EEXIST)) { try write(sample) }
  }

  @Test func `says no birth date in anything that it derives`() throws {
    let sample = try SyntheticCase()
    try write(sample)
    let derived = try files(of: sample.scratch.path + "/bag").filter {
      ["json", "html", "txt", "xml"].contains(($0 as NSString).pathExtension)
    }
    for path in derived {
      #expect(try !sample.scratch.text("bag/" + path).contains(SyntheticCase.birthDate), "\(path)")
    }
    #expect(try sample.scratch.text("bag/data/text/01/0001.txt").contains("**/**/****"))
  }

  @Test func `keeps line ends out of the bag's description`() throws {
    var sample = try SyntheticCase()
    sample.inputs.bagInfo = [("Contact-Name", "one\nPayload-Oxum: 1.1\r\ntwo")]
    try write(sample)
    let lines = try sample.scratch.text("bag/bag-info.txt").split(separator: "\n")
    #expect(lines.first == "Contact-Name: one Payload-Oxum: 1.1 two")
    #expect(lines.count == 2)
  }
}
