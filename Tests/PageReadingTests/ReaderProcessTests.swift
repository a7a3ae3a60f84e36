import Casework
import Foundation
import ReaderProtocol
import TestSupport
import Testing

@testable import PageReading

@Suite("The reader process")
struct ReaderProcessTests {
  /// The program as it was built beside the tests.
  private static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "jurat-reader")

  private struct Ended {
    var status: Int32
    var reason: Process.TerminationReason
    var output: [UInt8]
    var errors: String
  }

  private func run(_ arguments: [String], input: [UInt8]) throws -> Ended {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["OMP_THREAD_LIMIT": "1"]
    ) { $1 }
    let (input, output, errors) = (input, Pipe(), Pipe())
    let requests = Pipe()
    process.standardInput = requests
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    try requests.fileHandleForWriting.write(contentsOf: input)
    try requests.fileHandleForWriting.close()
    let written = try output.fileHandleForReading.readToEnd() ?? Data()
    let complaints = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Ended(
      status: process.terminationStatus, reason: process.terminationReason,
      output: Array(written), errors: String(decoding: complaints, as: UTF8.self))
  }

  private func encoded(_ requests: [ReaderRequest]) throws -> [UInt8] {
    try requests.flatMap { Frame(body: Array(try JSONEncoder().encode($0))).encoded }
  }

  @Test("requests are answered in order, and the end of input ends the process quietly")
  func conversation() throws {
    let missing = DocumentFile(path: "/nonexistent.pdf", mediaType: .pdf)
    let ended = try run(
      ["--address-space-mb", "4096"],
      input: encoded([.hello, .survey(missing)]) + Frame(body: Array("nonsense".utf8)).encoded)
    var parser = FrameParser(
      limits: FrameLimits(body: 1 << 20, attachmentCount: 8, attachments: 1 << 24))
    let answers = try parser.append(ended.output).map {
      try JSONDecoder().decode(ReaderAnswer.self, from: Data($0.body))
    }
    #expect(ended.status == 0)
    #expect(ended.errors.isEmpty)
    try #require(answers.count == 3)
    guard case .hello(let versions) = answers[0] else {
      Issue.record("no greeting: \(answers[0])")
      return
    }
    #expect(versions.tesseract.first?.isNumber == true)
    #expect(versions.modelFolder.hasSuffix("tessdata/"))
    #expect(
      answers[1]
        == .survey(DocumentSurvey(state: .damaged, problem: "the file cannot be read")))
    #expect(answers[2] == .refused(reason: "the request cannot be understood"))
  }

  @Test("input that is no request ends the process with an internal error")
  func garbage() throws {
    let ended = try run([], input: Array("GET / HTTP/1.1\r\n".utf8))
    #expect(ended.status == 70)
    #expect(ended.output.isEmpty)
    #expect(ended.errors.hasPrefix("jurat-reader: not a request"))
  }

  @Test(
    "arguments that are not understood are a usage error",
    arguments: [
      ["--readable"], ["--address-space-mb", "0"], ["--address-space-mb", "x"], ["file"],
    ])
  func usage(arguments: [String]) throws {
    #expect(ReaderOptions(arguments) == nil)
    #expect(try run(arguments, input: []).status == 64)
  }

  @Test("what libraries print on standard output goes to standard error")
  func chatter() async {
    let ended = await #expect(
      processExitsWith: .exitCode(0),
      observing: [\.standardOutputContent, \.standardErrorContent]
    ) {
      let pipe = AnswerPipe()
      let chatter = Array("chatter".utf8)
      write(STDOUT_FILENO, chatter, chatter.count)
      _exit(pipe?.write(Array("answer".utf8)) == true ? 0 : 1)
    }
    #expect(ended?.standardOutputContent.elementsEqual("answer".utf8) == true)
    #expect(ended?.standardErrorContent.elementsEqual("chatter".utf8) == true)
  }

  @Test("a confined process can read its documents, and there is no way out of it")
  func escapes() throws {
    let scratch = try ScratchFolder()
    try scratch.write("case/document.pdf", Array("%PDF-1.7".utf8))
    try scratch.write("another/document.pdf", Array("%PDF-1.7 secret".utf8))
    try scratch.write("victim", Array("as it was".utf8))
    let tried = try RunningProgram.run([
      "/bin/sh", "-c", "\"$@\"; exit $?", "sh", BuiltPrograms.escapes,
      "\(scratch.path)/case/document.pdf", "\(scratch.path)/another", "\(scratch.path)/victim",
    ])
    let lines = tried.output.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(tried.status == 0)
    #expect(lines.filter { $0.hasPrefix("ALLOWED") || $0.hasPrefix("BROKEN") }.isEmpty)
    #expect(lines.count { $0.hasPrefix("refused") } > 150)
    #expect(lines.count { $0.hasPrefix("works") } > 15)
    #expect(
      try String(contentsOfFile: "\(scratch.path)/victim", encoding: .utf8) == "as it was")
  }

  @Test("a reader reads no document but its own, and says what confines it")
  func confined() throws {
    let scratch = try ScratchFolder()
    let bytes = Array(PDFs.file([PDFs.Page(content: PDFs.text(PDFs.paragraph))]))
    let own = try scratch.write("own.pdf", bytes)
    let other = try scratch.write("other.pdf", bytes)
    let ended = try run(
      ["--readable", own],
      input: encoded([
        .hello, .survey(DocumentFile(path: own, mediaType: .pdf)),
        .survey(DocumentFile(path: other, mediaType: .pdf)),
      ]))
    var parser = FrameParser(
      limits: FrameLimits(body: 1 << 20, attachmentCount: 0, attachments: 0))
    let answers = try parser.append(ended.output).map {
      try JSONDecoder().decode(ReaderAnswer.self, from: Data($0.body))
    }
    guard answers.count == 3, case .hello(let versions) = answers[0],
      case .survey(let first) = answers[1], case .survey(let second) = answers[2]
    else {
      Issue.record("\(answers)")
      return
    }
    #expect(Set(versions.guards ?? []).isSuperset(of: [.files, .calls]))
    #expect(first.state == .opened)
    #expect(second.state == .damaged)
  }

  @Test("a reader whose parent is gone ends in the middle of its page")
  func orphan() throws {
    let conversation = try Conversation()
    // A page that takes longer to draw than anybody waits: the same text many thousand times.
    let content = String(repeating: PDFs.text(PDFs.paragraph), count: 200_000)
    let file = try conversation.file(PDFs.file([PDFs.Page(content: content)]), .pdf)
    let page = PageSurvey(number: 1, width: 612, height: 792)
    let process = Process()
    process.executableURL = Self.program
    let (requests, answers) = (Pipe(), Pipe())
    process.standardInput = requests
    process.standardOutput = answers
    process.standardError = FileHandle.nullDevice
    try process.run()
    try answers.fileHandleForWriting.close()
    try requests.fileHandleForWriting.write(
      contentsOf: encoded([.read(file, page: page, Conversation.settings(dpi: 300))]))
    try answers.fileHandleForReading.close()
    let begun = ContinuousClock.now
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(ContinuousClock.now - begun < .seconds(5))
  }
}
