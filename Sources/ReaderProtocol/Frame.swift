/// One message between the parent and a reader: a JSON body and the attachments that belong to it.
///
/// On the wire: the number of parts (body included) as a 32-bit big-endian number, then for every
/// part its length as a 32-bit big-endian number and its bytes.
package struct Frame: Hashable, Sendable {
  package var body: [UInt8]
  package var attachments: [[UInt8]]

  package init(body: [UInt8], attachments: [[UInt8]] = []) {
    self.body = body
    self.attachments = attachments
  }

  /// A frame whose stated lengths pass this is a fault of the sender.
  package static let maximumPartLength = 1 << 30
  package static let maximumPartCount = 1 << 12

  package var encoded: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 + body.count + attachments.reduce(0) { $0 + $1.count + 4 })
    Self.append(attachments.count + 1, to: &bytes)
    for part in [body] + attachments {
      Self.append(part.count, to: &bytes)
      bytes.append(contentsOf: part)
    }
    return bytes
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
  }
}

/// The bytes are not frames: somebody else wrote to the pipe, or the sender is broken.
package struct FrameError: Error, Hashable, Sendable {
  package let reason: String
}

/// Puts frames together from bytes as they arrive.
package struct FrameParser: Sendable {
  private var buffer: [UInt8] = []

  package init() {}

  /// Takes in `bytes` and returns the frames that are complete now.
  package mutating func append(_ bytes: some Sequence<UInt8>) throws(FrameError) -> [Frame] {
    buffer.append(contentsOf: bytes)
    var frames: [Frame] = []
    while let (frame, length) = try firstFrame() {
      frames.append(frame)
      buffer.removeFirst(length)
    }
    return frames
  }

  private func firstFrame() throws(FrameError) -> (Frame, length: Int)? {
    guard let partCount = number(at: 0) else { return nil }
    guard (1...Frame.maximumPartCount).contains(partCount) else {
      throw FrameError(reason: "a message of \(partCount) parts")
    }
    var parts: [[UInt8]] = []
    var offset = 4
    for _ in 0..<partCount {
      guard let length = number(at: offset) else { return nil }
      guard length <= Frame.maximumPartLength else {
        throw FrameError(reason: "a part of \(length) bytes")
      }
      guard buffer.count >= offset + 4 + length else { return nil }
      parts.append(Array(buffer[(offset + 4)..<(offset + 4 + length)]))
      offset += 4 + length
    }
    return (Frame(body: parts[0], attachments: Array(parts.dropFirst())), offset)
  }

  private func number(at offset: Int) -> Int? {
    guard buffer.count >= offset + 4 else { return nil }
    return buffer[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
  }
}
