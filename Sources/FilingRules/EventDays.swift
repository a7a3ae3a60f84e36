import Casework

/// The days on which one event may have happened, as the dated facts say it.
struct EventDays {
  var earliest: CivilDate
  var latest: CivilDate
  /// The first and last day of every reading, in order, each once: the days worth showing.
  var days: [CivilDate]
  /// No admissible day is left out: every fact was read, and none is one reading of handwriting.
  var isComplete: Bool
  /// Good enough to be held against somebody: printed or typed, and read with confidence.
  var isSure: Bool
  var evidence: [FindingID]

  var isOneDay: Bool { earliest == latest }

  /// `2024-05-06`, or `2024-05-06 to 2024-06-05`.
  var inWords: String { isOneDay ? "\(earliest)" : "\(earliest) to \(latest)" }

  /// Which of several facts is meant.
  enum Choice {
    /// Any one of them.
    case any
    /// The one that comes first; each fact is another event.
    case first
    case last
  }

  /// `nil` where no fact says a day.
  init?(_ facts: [DatedFact], choosing choice: Choice, in filing: FilingFacts) {
    let spans = facts.compactMap(\.span)
    guard let someEarliest = spans.map(\.earliest).min(), let someLatest = spans.map(\.latest).max()
    else { return nil }
    earliest = someEarliest
    latest = someLatest
    switch choice {
    case .any: break
    case .first: latest = spans.map(\.latest).min() ?? someLatest
    case .last: earliest = spans.map(\.earliest).max() ?? someEarliest
    }
    let bounds = earliest...latest
    days = Set(facts.flatMap(\.readings).flatMap { [$0.earliest, $0.latest] })
      .filter(bounds.contains).sorted()
    isComplete = facts.allSatisfy(\.isComplete)
    isSure = facts.allSatisfy { $0.isComplete && filing.isSure($0) }
    evidence = facts.map(\.id)
  }
}

extension DatedFact {
  /// From the first to the last day that any reading admits.
  fileprivate var span: (earliest: CivilDate, latest: CivilDate)? {
    guard let earliest = readings.map(\.earliest).min(), let latest = readings.map(\.latest).max()
    else { return nil }
    return (earliest, latest)
  }

  /// One reading of handwriting is what one engine made of it, which is often another day. "To
  /// present" is no day, and leaves nothing unread.
  fileprivate var isComplete: Bool {
    switch readings.count {
    case 0: isOpenEnded && writing != .hand
    case 1: writing != .hand || readings[0].earliest != readings[0].latest
    default: true
    }
  }
}

extension FilingFacts {
  fileprivate func isSure(_ fact: DatedFact) -> Bool {
    switch fact.writing {
    case .field: true
    case .hand: false
    case .print:
      // Readings that share the confidence of one writing are added up.
      fact.readings.reduce(0) { $0 + $1.confidence } >= Self.sureness
        && isWellRead(fact.place.page)
    }
  }
}

/// The events that rules compare, each with the days on which it may have happened.
struct CaseEvents {
  /// Each fact of the complaint is an act of its own.
  let firstAct: EventDays?
  let lastAct: EventDays?
  /// The conduct is said to go on.
  let isOngoing: Bool
  let learned: EventDays?
  let ends: [FilingPeriod.EndEvent: EventDays]
  let commissionExpires: EventDays?

  init(_ facts: FilingFacts) {
    func dates(_ role: DatedFact.Role, on roles: PageRole...) -> [DatedFact] {
      facts.dates.filter { $0.role == role && roles.contains(facts.role(of: $0.place.page)) }
    }
    let acts = dates(.occurrence, on: .form, .continuation)
    firstAct = EventDays(acts, choosing: .first, in: facts)
    lastAct = EventDays(acts, choosing: .last, in: facts)
    isOngoing = acts.contains(where: \.isOpenEnded)
    learned = EventDays(dates(.learned, on: .form, .continuation), choosing: .any, in: facts)
    commissionExpires = EventDays(
      dates(.commissionExpires, on: .form, .continuation, .certificate), choosing: .any, in: facts)
    // A stamp of receipt may stand on the form, on the envelope, or on the back of a page; those
    // on supporting documents are of another office.
    let received = dates(
      .received, on: .form, .continuation, .certificate, .envelope, .separator, .blank, .unknown)
    let postmarks = dates(.postmark, on: .envelope, .form, .separator, .blank, .unknown)
    let found: [(FilingPeriod.EndEvent, EventDays?)] = [
      (.signed, EventDays(dates(.signed, on: .form, .continuation), choosing: .any, in: facts)),
      (
        .notarized,
        EventDays(
          dates(.notarized, on: .form, .continuation, .certificate), choosing: .any, in: facts)
      ),
      (.postmarked, EventDays(postmarks, choosing: .any, in: facts)),
      (.received, EventDays(received, choosing: .any, in: facts)),
    ]
    ends = Dictionary(
      uniqueKeysWithValues: found.compactMap { event, days in days.map { (event, $0) } })
  }
}
