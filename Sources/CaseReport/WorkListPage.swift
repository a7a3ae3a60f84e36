package import Casework
import Foundation
import Mustache

/// The list of cases: `index.html` of a workspace, which a person opens from disk in the morning.
///
/// One page without anything outside of it but pictures of the bundles. A small script of its own filters
/// and sorts, and moves from case to case by keyboard; without it the list is there all the same.
///
/// The stored properties, here and in the rows, are the names of `WorkListTemplate`; none is optional.
package struct WorkListPage {
  let style = PageStyle.css + WorkListStyle.css
  let script = WorkListScript.script.text
  let scriptDigest = WorkListScript.script.digest
  let title: String
  let count: String
  let isEmpty: Bool
  let isOfOpenCases: Bool
  let made: String
  let rows: [Row]
  let checks: [String]

  /// - Parameters:
  ///   - day: the day on which it is made; what is left of filing periods is counted from it.
  ///   - isOfOpenCases: else it is the page of those that were decided.
  package init(_ cases: [ListedCase], isOfOpenCases: Bool, on day: CivilDate) {
    self.isOfOpenCases = isOfOpenCases
    title = isOfOpenCases ? "Open cases" : "Decided and closed cases"
    count = counted("case")(cases.count)
    isEmpty = cases.isEmpty
    made = day.description
    rows = cases.map { Row($0, on: day) }.sorted { $0.order < $1.order }
    checks = Set(rows.flatMap { $0.openChecks.split(separator: " ").map(String.init) }).sorted()
  }

  package func html() throws -> String {
    try Self.template.get().render(TemplateMembers(of: self))
  }

  private static let template = Result { try MarkupText.template(WorkListTemplate.html) }

  /// One case in the list.
  struct Row {
    let id: String
    /// Of the results that are shown, for decisions about them; empty while there are none.
    let results: String
    let name: String
    let packet: String
    let hasPacket: Bool
    let received: String
    let takenIn: String
    /// The day stamped on it or, where that was not read, on which it was taken in, as a program sorts it;
    /// empty where neither is known.
    let receivedDay: String
    let disposition: String
    let dispositionClass: String
    let dispositionSymbol: String
    /// The one check that decides, or has to be decided first.
    let subject: String
    let hasSubject: Bool
    let reason: String
    let further: String
    let openChecks: String
    let crop: String
    let hasCrop: Bool
    let alternative: String
    /// How the filing stands to the period, by the dates that were read.
    let filed: String
    let lastDay: String
    let flags: [String]
    let hasFlags: Bool
    let decision: String
    let isDecided: Bool
    let page: String
    let hasPage: Bool
    let isPressing: Bool

    fileprivate let order: Order

    /// What can still be mended in time comes first, what is over last; then who has waited longest.
    fileprivate struct Order: Comparable {
      let daysLeft: Int
      let received: String
      let id: String

      static func < (left: Order, right: Order) -> Bool {
        (left.daysLeft, left.received, left.id) < (right.daysLeft, right.received, right.id)
      }
    }

    fileprivate init(_ listed: ListedCase, on day: CivilDate) {
      let results = listed.results
      let open = results?.openChecks ?? []
      id = listed.id.rawValue
      self.results = listed.resultsDigest?.rawValue ?? ""
      name = results?.identity.inWords ?? "Not read yet"
      packet = listed.packets.map(\.name).filter { !$0.isEmpty }.joined(separator: ", ")
      hasPacket = !packet.isEmpty
      received = results?.identity.received?.inWords ?? "not read"
      takenIn = listed.takenIn?.description ?? "not known"
      receivedDay = (results?.identity.received?.earliest ?? listed.takenIn)?.description ?? ""
      disposition = results?.disposition.inWords ?? "Not through"
      dispositionClass = results?.disposition.rawValue ?? "not-examined"
      dispositionSymbol = results?.disposition.symbol ?? "–"
      subject = open.first.map { "\($0.id) \($0.title)" } ?? ""
      hasSubject = !subject.isEmpty
      reason = listed.problem ?? open.first?.reason ?? results?.disposition.explanation ?? ""
      further = open.count > 1 ? "And \(counted("further question")(open.count - 1))." : ""
      openChecks = open.map(\.id).joined(separator: " ")
      let picture = open.first?.evidence.first(where: listed.hasCrop)
      let data = "bundles/\(listed.id.rawValue)/data"
      crop = picture.map { "\(data)/\(BundlePaths.crop($0))" } ?? ""
      hasCrop = picture != nil
      alternative = picture.map { "Picture of finding \($0.rawValue)" } ?? ""
      let last = results?.identity.filing?.lastDay.earliest
      let left = last.map { $0.dayNumber - day.dayNumber }
      lastDay =
        if let last, let left {
          left < 0 ? "\(last)" : "\(last), \(counted("day")(left)) from now"
        } else {
          "not known"
        }
      filed = results?.identity.filing?.marginInWords ?? "not known"
      isPressing = left.map { (0...30).contains($0) } ?? false
      flags = listed.flags
      hasFlags = !flags.isEmpty
      decision = listed.decision
      isDecided = !decision.isEmpty
      page = "\(data)/\(BundlePaths.review)"
      hasPage = listed.hasBundle
      order = Order(
        daysLeft: left.map { $0 < 0 ? Int.max : $0 } ?? Int.max - 1,
        received: receivedDay.isEmpty ? "9999" : receivedDay, id: id)
    }
  }
}

/// A case as the list is told of it.
package struct ListedCase {
  package var id: CaseID
  /// `nil` while it has not been checked.
  package var results: CheckResults?
  package var resultsDigest: Digest?
  package var packets: [ArrivedPacket]
  /// The day on which the first of them was taken in; `nil` where that is not known.
  package var takenIn: CivilDate?
  /// Why it did not get through, as a sentence.
  package var problem: String?
  /// What else somebody should know at first sight.
  package var flags: [String]
  /// What was decided, by whom; empty while nothing was.
  package var decision: String
  package var hasBundle: Bool
  /// Whether the bundle has a picture of the finding.
  package var hasCrop: (FindingID) -> Bool

  package init(
    id: CaseID, results: CheckResults?, resultsDigest: Digest?, packets: [ArrivedPacket],
    takenIn: CivilDate?, problem: String?,
    flags: [String], decision: String, hasBundle: Bool, hasCrop: @escaping (FindingID) -> Bool
  ) {
    self.id = id
    self.results = results
    self.resultsDigest = resultsDigest
    self.packets = packets
    self.takenIn = takenIn
    self.problem = problem
    self.flags = flags
    self.decision = decision
    self.hasBundle = hasBundle
    self.hasCrop = hasCrop
  }
}
