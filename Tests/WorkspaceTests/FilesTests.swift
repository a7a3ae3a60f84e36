import FileStore
import Foundation
import TestSupport
import Testing
import Workspace

struct FilesTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func mode(_ path: String) throws -> mode_t {
    var status = stat()
    try #require(lstat(path, &status) == 0)
    return status.st_mode & 0o777
  }

  @Test func `a file is written whole, privately and over the old one`() throws {
    let file = "\(scratch.path)/file"
    for text in ["first", "second, longer", ""] {
      try Files.write(Array(text.utf8), to: file)
      #expect(try Files.contents(of: file) == Array(text.utf8))
    }
    #expect(try mode(file) == 0o600)
    #expect(try Files.names(in: scratch.path) == ["file"], "no temporary file is left")
  }

  @Test func `what can't be written leaves nothing behind`() throws {
    try Files.makeFolder("\(scratch.path)/target/inside")
    #expect(throws: FileProblem.self) { try Files.write([1], to: "\(scratch.path)/target") }
    #expect(try Files.names(in: scratch.path) == ["target"])
    #expect(throws: FileProblem.self) { try Files.write([1], to: "\(scratch.path)/none/file") }
  }

  @Test func `a folder that cannot be listed to its end is not one with fewer files`() throws {
    let fails: FileFaults.Plan = { operation, _ in operation == .list ? EIO : nil }
    #expect(throws: FileProblem(.list, scratch.path, code: EIO)) {
      try FileFaults.with(fails, below: scratch.path) { try Files.names(in: scratch.path) }
    }
    let isGone: FileFaults.Plan = { operation, _ in operation == .lookAt ? EIO : nil }
    #expect(throws: FileProblem(.lookAt, scratch.path, code: EIO)) {
      try FileFaults.with(isGone, below: scratch.path) { try Files.kind(of: scratch.path) }
    }
  }

  @Test func `folders are made private, with those above them`() throws {
    try Files.makeFolder("\(scratch.path)/a/b/c")
    try Files.makeFolder("\(scratch.path)/a/b/c")
    for folder in ["a", "a/b", "a/b/c"] { #expect(try mode("\(scratch.path)/\(folder)") == 0o700) }
  }

  @Test func `names come in the order of their bytes`() throws {
    for name in ["b", "a", "B", "é", "10", "9"] { try scratch.write(name, []) }
    #expect(try Files.names(in: scratch.path) == ["10", "9", "B", "a", "b", "é"])
    #expect(try Files.names(in: "\(scratch.path)/none").isEmpty)
  }

  @Test func `what is not there has no contents and is removed without complaint`() throws {
    #expect(try Files.contents(of: "\(scratch.path)/none") == nil)
    try Files.remove("\(scratch.path)/none")
  }

  @Test func `a link is removed and not what it leads to`() throws {
    let kept = try scratch.write("kept/file", [1])
    let link = try scratch.folder("gone") + "/link"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "\(scratch.path)/kept")
    try Files.remove("\(scratch.path)/gone")
    #expect(try Files.contents(of: kept) == [1])
  }

  @Test func `a full disk is told from other faults`() {
    #expect(FileProblem(.write, "file", code: ENOSPC).isNoSpace)
    #expect(FileProblem(.write, "file", code: EDQUOT).isNoSpace)
    #expect(!FileProblem(.write, "file", code: EACCES).isNoSpace)
  }
}
