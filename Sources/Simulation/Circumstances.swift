import Casework
import FileStore
import FilingRules
import Glibc
import PageLayout
import PipelineFiles
import Stages
import Workspace

/// What is the same in all nights of a post.
struct Circumstances {
  /// The inbox is on another file system.
  var isElsewhere: Bool
  /// Nothing can be removed from it, in the first nights.
  var isReadOnly: Bool
  /// No case goes through its stages: so many more packets are taken in.
  var isOnlyIntake: Bool
  /// The settings of the first nights, and of the later ones.
  var early: Configuration
  var late: Configuration
  /// The first night of the later ones, counted from 1.
  var firstLateNight: Int

  /// Nights after these are without faults.
  static let mostDisturbedNights = 3

  init(_ configuration: Configuration, seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed, "circumstances")
    isElsewhere = Int.random(in: 0..<4, using: &numbers) == 0
    isReadOnly = isElsewhere && Int.random(in: 0..<3, using: &numbers) == 0
    early = configuration
    isOnlyIntake = !seed.isMultiple(of: 4)
    late = configuration
    firstLateNight = Int.random(in: 2...Self.mostDisturbedNights + 1, using: &numbers)
    if Int.random(in: 0..<3, using: &numbers) > 0 {
      try Self.changes.randomElement(using: &numbers)?(&late)
    }
  }

  func configuration(ofNight number: Int) -> Configuration {
    number < firstLateNight ? early : late
  }

  typealias Change = @Sendable (inout Configuration) throws -> Void

  /// What an operator may change after some nights: each changes what the next night has to leave.
  static let changes: [Change] = [
    setting("ocr.dpi", "200"),
    setting("dates.order", "day-first"),
    setting("bundle.cropMargin", "30"),
    setting("bundle.cropDpi", "72"),
    otherVersion(of: "poppler"),
    otherVersion(of: "leptonica"),
    otherVersion(of: "tesseract"),
    otherVersion(of: "zbar"),
    otherVersion(of: "qpdf"),
    { $0.forms[0].titles.append("Exhibit A") },
    { $0.forms[0].signatureLabels.complainant = [] },
    { $0.forms[0].dateLabels = [:] },
    { $0.lexicon.notary.acts = [:] },
    { $0.lexicon.letters.closings = [] },
    { $0.lexicon.signatures.refusals = [] },
    { configuration in
      for index in configuration.rules.ruleSets.indices {
        for row in configuration.rules.ruleSets[index].checks.keys {
          configuration.rules.ruleSets[index].checks[row]?.title = "Another title"
        }
      }
    },
  ]

  private static func setting(_ key: String, _ value: String) -> Change {
    { $0 = try $0.overridden(by: [.init(key: key, value: value)]) }
  }

  private static func otherVersion(of tool: String) -> Change {
    { $0.tools = ReaderTools(versions: [tool: "another"], modelFolder: $0.tools.modelFolder) }
  }

  /// The fault that there always is.
  func code(
    for operation: FileOperation, _ path: String, in post: SimulatedPost, night number: Int
  ) -> Int32? {
    guard path.hasPrefix("\(post.inbox.path)/") else { return nil }
    if isElsewhere, operation == .rename { return EXDEV }
    let isEarly = number <= Self.mostDisturbedNights
    return isReadOnly && isEarly && operation == .remove ? EACCES : nil
  }
}
