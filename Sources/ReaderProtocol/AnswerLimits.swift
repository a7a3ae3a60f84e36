import Casework

/// How much an answer may hold; settings, in the section `readers`.
package struct AnswerLimits: Hashable, Sendable {
  /// Pages of one document: as many as a reader surveys.
  package static let pages = 5000
  /// Words of one page; also lines, fields and contradictions, of each so many.
  package var words: Int
  /// Ruled lines and marks of one page, of each so many.
  package var marks: Int { 4 * words }
  /// MiB of one answer, pictures included.
  package var megabytes: Int

  package init(words: Int, megabytes: Int) {
    self.words = words
    self.megabytes = megabytes
  }

  /// What the frame of an answer to `request` may be.
  package func frame(answering request: ReaderRequest) -> FrameLimits {
    let bytes = megabytes << 20
    let words = min(bytes, 1 << 24)
    return switch request {
    case .hello: FrameLimits(body: 1 << 16, attachmentCount: 0, attachments: 0)
    case .survey: FrameLimits(body: words, attachmentCount: 0, attachments: 0)
    case .read: FrameLimits(body: words, attachmentCount: 2, attachments: bytes)
    case .crops(_, _, let settings):
      FrameLimits(body: 1 << 16, attachmentCount: settings.boxes.count, attachments: bytes)
    case .searchable, .disclosed: FrameLimits(body: 1 << 16, attachmentCount: 1, attachments: bytes)
    }
  }
}

/// What is wrong with an answer as it came in.
package enum AnswerFault: Error, Hashable, Sendable {
  /// It cannot be true, so nothing of it is taken. The reason names no text of the document.
  case nonsense(String)
  /// It may be true and is more than is taken.
  case tooMuch(String)
}
