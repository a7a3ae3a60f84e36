/// A file that came with a packet and is no document of its case.
package struct LeftOutFile: Codable, Hashable, Sendable {
  package enum Reason: String, Codable, CaseIterable, Sendable {
    /// Its name, or that of a folder above it, begins with a dot or is of those that programs give.
    case hidden
    /// A copy that failed, perhaps.
    case empty
    case tooLarge = "too-large"
    case notAFile = "link-or-device"
    /// jurat's account has no right to read it.
    case unreadable
    /// The packet has more files, or more bytes, than one may have.
    case beyondLimit = "beyond-the-limit-of-a-packet"
    /// A thumbnail, a lock file: its name says so, and what is in it is no PDF or TIFF.
    case leftByProgram = "left-by-a-program"

    /// The sender may have meant it as a part of the complaint.
    package var mayBeMeant: Bool { self != .leftByProgram }

    /// As in "1 of them `inWords`".
    package var inWords: String {
      switch self {
      case .hidden: "hidden"
      case .empty: "empty"
      case .tooLarge: "larger than ingest.maxFileMegabytes"
      case .notAFile: "a link or a device"
      case .unreadable: "without the right to be read"
      case .beyondLimit: "beyond ingest.maxFiles or ingest.maxPacketMegabytes"
      case .leftByProgram: "left by a program"
      }
    }
  }

  package var reason: Reason
  /// Bytes; `nil` of what is no file.
  package var byteCount: Int?

  package init(reason: Reason, byteCount: Int?) {
    self.reason = reason
    self.byteCount = byteCount
  }
}

extension [LeftOutFile] {
  /// Those that the sender may have meant.
  package var meant: [LeftOutFile] { filter(\.reason.mayBeMeant) }

  /// Such as `2 files of the packet were left out: 1 hidden, 1 empty`; `nil` where none were.
  package var inWords: String? {
    guard !isEmpty else { return nil }
    let kinds = LeftOutFile.Reason.allCases.compactMap { reason in
      let number = self.count { $0.reason == reason }
      return number == 0 ? nil : "\(number) \(reason.inWords)"
    }
    return (count == 1 ? "1 file of the packet was" : "\(count) files of the packet were")
      + " left out: \(kinds.joined(separator: ", "))"
  }
}
