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

/// What a frame may be at most. What says that it is more is refused before its bytes are taken.
package struct FrameLimits: Hashable, Sendable {
  /// Bytes.
  package var body: Int
  package var attachmentCount: Int
  /// Bytes of all attachments together.
  package var attachments: Int

  package init(body: Int, attachmentCount: Int, attachments: Int) {
    self.body = body
    self.attachmentCount = attachmentCount
    self.attachments = attachments
  }

  /// A question: a page with many fields is the longest.
  package static let question = FrameLimits(body: 1 << 28, attachmentCount: 0, attachments: 0)
}

/// The bytes are not frames, or frames beyond their limits: somebody else wrote to the pipe, or the
/// sender is broken.
package struct FrameError: Error, Hashable, Sendable {
  package let reason: String
}

/// Puts frames together from bytes as they arrive.
package struct FrameParser: Sendable {
  /// Of the frame that comes next.
  package var limits: FrameLimits
  /// What is complete of the frame that is coming in.
  private var parts: [[UInt8]] = []
  /// `nil` until it is known.
  private var partCount: Int?
  /// `nil` between the parts.
  private var partLength: Int?
  /// The part, or the number before it, as far as it has come in.
  private var bytes: [UInt8] = []

  package init(limits: FrameLimits) { self.limits = limits }

  /// No part of a frame has come in.
  package var isEmpty: Bool { partCount == nil && bytes.isEmpty }

  /// Takes in `bytes` and returns the frames that are complete now.
  package mutating func append(_ input: some Collection<UInt8>) throws(FrameError) -> [Frame] {
    var rest = input[...]
    var frames: [Frame] = []
    repeat {
      let missing = (partLength ?? 4) - bytes.count
      bytes.append(contentsOf: rest.prefix(missing))
      rest = rest.dropFirst(missing)
      guard bytes.count == partLength ?? 4 else { break }
      if let frame = try takeUnit() { frames.append(frame) }
    } while !rest.isEmpty || partLength == 0
    return frames
  }

  /// Takes a number or a part that is complete; returns the frame that it completes.
  private mutating func takeUnit() throws(FrameError) -> Frame? {
    defer { bytes = [] }
    if partLength != nil {
      parts.append(bytes)
      partLength = nil
      guard parts.count == partCount else { return nil }
      defer {
        parts = []
        partCount = nil
      }
      return Frame(body: parts[0], attachments: Array(parts.dropFirst()))
    }
    let number = bytes.reduce(0) { $0 << 8 | Int($1) }
    guard partCount != nil else {
      guard (1...limits.attachmentCount + 1).contains(number) else {
        throw FrameError(reason: "a message of \(number) parts")
      }
      partCount = number
      return nil
    }
    let taken = parts.dropFirst().reduce(0) { $0 + $1.count }
    guard number <= (parts.isEmpty ? limits.body : limits.attachments - taken) else {
      throw FrameError(reason: "a part of \(number) bytes")
    }
    partLength = number
    bytes.reserveCapacity(number)
    return nil
  }
}
