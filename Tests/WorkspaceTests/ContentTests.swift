import Casework
import FileStore
import TestSupport
import Testing
import Workspace

struct MediaTypeTests {
  @Test(arguments: [
    ("%PDF-1.7\n", MediaType.pdf),
    (String(repeating: " ", count: 1000) + "%PDF-1.4", .pdf),
    ("%PDF", .unknown),
    ("%!PS-Adobe-3.0", .unknown),
    ("II*\0", .tiff),
    ("MM\0*", .tiff),
    ("II+\0", .tiff),
    ("II", .unknown),
    ("", .unknown),
    ("PK\u{3}\u{4}", .unknown),
    ("GIF89a", .unknown),
  ])
  func `is found from the first bytes`(text: String, type: MediaType) {
    #expect(MediaType.sniffed(Array(text.utf8)) == type)
  }

  @Test(arguments: [
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], MediaType.png),
    ([0x89, 0x50, 0x4E, 0x47, 0x0A], .unknown),
    ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
    ([0xFF, 0xD8], .unknown),
  ])
  func `is found from bytes that are no text`(bytes: [UInt8], type: MediaType) {
    #expect(MediaType.sniffed(bytes) == type)
  }

  @Test func `is not taken from a name`() throws {
    let scratch = try ScratchFolder()
    let file = try scratch.write("scan.pdf", Array("II*\0".utf8))
    #expect(try MediaType.sniffed(at: file) == .tiff)
  }

  @Test func `a print job that holds a PDF is a PDF, however long its header is`() throws {
    let scratch = try ScratchFolder()
    let header = "\u{1B}%-12345X@PJL JOB\r\n" + String(repeating: "@PJL COMMENT\r\n", count: 300)
    let bytes = Array(header.utf8) + Array("%PDF-1.7".utf8)
    #expect(try MediaType.sniffed(at: scratch.write("file", bytes)) == .pdf)
  }

  @Test func `a marker past the first kilobyte makes no PDF`() throws {
    let scratch = try ScratchFolder()
    let bytes = [UInt8](repeating: 32, count: 1100) + Array("%PDF-1.7".utf8)
    #expect(try MediaType.sniffed(at: scratch.write("file", bytes)) == .unknown)
  }
}

struct DigestTests {
  /// Examples of FIPS 180-2, appendix B.
  @Test(arguments: [
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `is SHA-256`(text: String, digest: String) throws {
    #expect(Digest.of(text).rawValue == digest)
    let scratch = try ScratchFolder()
    #expect(try Digest.ofFile(at: scratch.write("file", Array(text.utf8))).rawValue == digest)
  }
}

struct StageKeyTests {
  private let key = StageKey(parts: ["version": "1", "settings": "dpi=300", "input.count": "a"])

  @Test(arguments: [
    (["version": "1", "settings": "dpi=300", "input.count": "a"], [String]()),
    (["version": "2", "settings": "dpi=300", "input.count": "a"], ["version"]),
    (["version": "1", "settings": "dpi=300"], ["input.count"]),
    (
      ["version": "1", "settings": "dpi=400", "input.count": "b", "tool.x": "3"],
      ["input.count", "settings", "tool.x"]
    ),
  ])
  func `names what differs`(parts: [String: String], difference: [String]) {
    let other = StageKey(parts: parts)
    #expect(key.difference(from: other) == difference)
    #expect(other.difference(from: key) == difference)
    #expect((key.digest == other.digest) == difference.isEmpty)
  }
}
