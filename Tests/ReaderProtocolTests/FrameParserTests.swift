import ReaderProtocol
import Testing

@Suite("Frames on the wire")
struct FrameParserTests {
  private static let limits = FrameLimits(body: 1000, attachmentCount: 2, attachments: 400)

  static let frames = [
    Frame(body: Array("{\"hello\":{}}".utf8)),
    Frame(body: [], attachments: [[], [0, 255, 10]]),
    Frame(body: [1], attachments: [[UInt8](repeating: 7, count: 300)]),
  ]

  @Test("a frame is its part count, then every part with its length, big-endian")
  func layout() {
    let frame = Frame(body: [1, 2], attachments: [[3]])
    #expect(frame.encoded == [0, 0, 0, 2, 0, 0, 0, 2, 1, 2, 0, 0, 0, 1, 3])
  }

  @Test("frames come back whole wherever the bytes are cut")
  func everyCut() throws {
    let bytes = Self.frames.flatMap(\.encoded)
    for cut in 0...bytes.count {
      var parser = FrameParser(limits: Self.limits)
      let found = try parser.append(bytes[..<cut]) + parser.append(bytes[cut...])
      #expect(found == Self.frames)
    }
  }

  @Test("frames come back whole byte by byte")
  func singleBytes() throws {
    var parser = FrameParser(limits: Self.limits)
    var found: [Frame] = []
    for byte in Self.frames.flatMap(\.encoded) { found += try parser.append([byte]) }
    #expect(found == Self.frames)
  }

  @Test("a frame that is not complete yet is none")
  func incomplete() throws {
    var parser = FrameParser(limits: Self.limits)
    #expect(try parser.append(Self.frames[0].encoded.dropLast()).isEmpty)
  }

  @Test(
    "bytes that are no frames are an error and not a wait for gigabytes",
    arguments: [
      Array("Warning: something a library printed\n".utf8),
      [0, 0, 0, 0],
      [0, 0, 0, 1, 0xFF, 0xFF, 0xFF, 0xFF],
    ])
  func garbage(bytes: [UInt8]) {
    var parser = FrameParser(limits: Self.limits)
    #expect(throws: FrameError.self) { try parser.append(bytes) }
  }
}
