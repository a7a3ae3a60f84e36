import Casework

/// The days on which one event may have happened, as the dated facts say it.
struct EventDays {
  var earliest: CivilDate
  var latest: CivilDate
  /// The least day on which the last of the facts can have been: several of one event may be those of
  /// several filings.
  var latestBegin: CivilDate
  /// The first and last day of every reading, in order, each once: the days worth showing.
  var days: [CivilDate]
  /// No admissible day is left out: every fact was read, none is handwritten, and the page shows what
  /// its file says.
  var isComplete: Bool
  /// Good enough to be held against somebody: printed or typed, read with confidence, in the place of
  /// a label that asks for it, and without words beside it that were not understood.
  var isSure: Bool
  /// Those words, of every fact that has any.
  var wordsBeside: [String]
  var evidence: [FindingID]

  var isOneDay: Bool { earliest == latest }

  /// `nil` where nobody has named a first day: "before June 1, 2023".
  var knownEarliest: CivilDate? { earliest == .openBeginning ? nil : earliest }
  /// `nil` where nobody has named a last day: "after June 1, 2023".
  var knownLatest: CivilDate? { latest == .openEnd ? nil : latest }
  /// A day is named that only bounds the one that is meant.
  var isHalfOpen: Bool { knownEarliest == nil || knownLatest == nil }

  /// What each reading names that may be meant, in order, each once.
  private var alternatives: [String]

  /// `2024-05-06`, `2024-05-06 or 2024-06-05` where the writing may be read in two ways, `2024-05-06 to
  /// 2024-06-05` where it names an interval, or `2024-05-06 or later`.
  var inWords: String {
    alternatives.count <= Self.mostAlternatives
      ? alternatives.joined(separator: " or ") : CivilDate.inWords(earliest, latest)
  }

  private static let mostAlternatives = 3

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
    latestBegin = choice == .first ? someEarliest : spans.map(\.earliest).max() ?? someEarliest
    switch choice {
    case .any: break
    case .first: latest = spans.map(\.latest).min() ?? someLatest
    case .last: earliest = spans.map(\.earliest).max() ?? someEarliest
    }
    let bounds = earliest...latest
    days = Set(facts.flatMap(\.readings).flatMap { [$0.earliest, $0.latest] })
      .filter { bounds.contains($0) && $0 != .openBeginning && $0 != .openEnd }.sorted()
    let admissible = facts.flatMap(\.readings).filter { reading in
      switch choice {
      case .any: true
      case .first: reading.earliest <= bounds.upperBound
      case .last: reading.latest >= bounds.lowerBound
      }
    }.sorted { ($0.earliest, $0.latest) < ($1.earliest, $1.latest) }
    alternatives = admissible.map(\.inWords).reduce(into: []) { said, words in
      if !said.contains(words) { said.append(words) }
    }
    let isComplete = facts.allSatisfy {
      $0.isComplete && ($0.isReadByPerson || !filing.isContradicted($0.place))
    }
    self.isComplete = isComplete
    isSure = isComplete && facts.allSatisfy(filing.isSure)
    wordsBeside = facts.compactMap(\.wordsBeside)
    evidence = facts.map(\.id)
  }
}

extension EventDays {
  /// The day that a person says, whatever was found on paper.
  init(saidByPerson days: CaseIdentity.Days) {
    (earliest, latest, latestBegin) = (days.earliest, days.latest, days.earliest)
    self.days = Set([days.earliest, days.latest]).sorted()
    (isComplete, isSure) = (true, true)
    (wordsBeside, evidence) = ([], [])
    alternatives = [CivilDate.inWords(days.earliest, days.latest)]
  }
}

extension DatedFact {
  /// From the first to the last day that any reading admits.
  fileprivate var span: (earliest: CivilDate, latest: CivilDate)? {
    guard let earliest = readings.map(\.earliest).min(), let latest = readings.map(\.latest).max()
    else { return nil }
    return (earliest, latest)
  }

  /// What one engine makes of handwriting is often another day, and so are its look-alikes
  /// (docs/decisions/0017-handwriting-and-a-second-reader.md). "To present" is no day, and leaves
  /// nothing unread.
  fileprivate var isComplete: Bool {
    isReadByPerson || writing != .hand && (!readings.isEmpty || isOpenEnded)
  }
}

extension FilingFacts {
  fileprivate func isSure(_ fact: DatedFact) -> Bool {
    // The words of a sentence are one cue, and may tell of another thing than they seem to.
    let isTold = [.occurrence, .learned, .other].contains(fact.role) && !fact.isLabelled
    guard fact.wordsBeside == nil, !isTold else { return false }
    if fact.isReadByPerson { return true }
    return switch fact.writing {
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
  /// No day is said to be that of the conduct: its days are all that the statement names, one of them
  /// before the day that the form says it was learned of.
  let areActsOnlyNamed: Bool
  /// Later days that the statement names and that may be acts as well; an act that is not dated in
  /// its field is dated there.
  let possibleActs: [DatedFact]
  /// The latest of them; `nil` without any.
  let latestPossibleAct: CivilDate?
  /// The conduct is said to go on.
  let isOngoing: Bool
  /// The form asks whether it goes on, and the answer cannot be told.
  let mayBeOngoing: Bool
  /// The words that say so or ask for it.
  let ongoingQuotes: [Quote]
  let learned: EventDays?
  let ends: [FilingPeriod.EndEvent: EventDays]
  /// Whatever a person says about it.
  let receivedOnPaper: EventDays?
  let commissionExpires: EventDays?

  /// What is known of the first act, of learning of it where it is asked for, and of the filing, in
  /// the order in which things happen.
  func chronology(withLearning: Bool) -> [(name: String, days: EventDays)] {
    let order: [(name: String, days: EventDays?)] =
      [("the first act", firstAct), ("learning of it", withLearning ? learned : nil)]
      + FilingPeriod.EndEvent.allCases.map { ($0.inWords, ends[$0]) }
    return order.compactMap { event in event.days.map { (name: event.name, days: $0) } }
  }

  /// - Parameter answers: Where the form has them, by the rule set.
  init(_ facts: FilingFacts, answers: FormDescription.Answers) {
    func dates(_ role: DatedFact.Role, on roles: PageRole...) -> [DatedFact] {
      facts.dates.filter { $0.role == role && roles.contains(facts.role(of: $0.place.page)) }
    }
    let occurrences = dates(.occurrence, on: .form, .continuation)
    // Where the form asks for it and is answered, the story only names days that may be acts as well.
    let asked = occurrences.filter(\.isLabelled)
    let isAnswered = asked.contains { !$0.readings.isEmpty }
    let learnings = dates(.learned, on: .form, .continuation)
    let askedLearning = learnings.filter { $0.isLabelled && !$0.readings.isEmpty }
    let named = dates(.other, on: .form, .continuation)
    // Where no act is dated as one, two things together bound it: the day that the form says it was
    // learned of, and an earlier day that the statement names.
    let isOnlyNamed =
      occurrences.allSatisfy(\.readings.isEmpty)
      && askedLearning.flatMap(\.readings).map(\.earliest).min().map { learned in
        named.flatMap(\.readings).contains { $0.latest < learned }
      } ?? false
    areActsOnlyNamed = isOnlyNamed
    let acts = isOnlyNamed ? occurrences + named : isAnswered ? asked : occurrences
    firstAct = EventDays(acts, choosing: .first, in: facts)
    lastAct = EventDays(acts, choosing: .last, in: facts)
    let ongoing = YesNoQuestion.answers(
      to: answers.questions.conductOngoing, boxes: answers.questionBoxes?.conductOngoing,
      on: facts.pages(.form), in: facts
    ).filter { $0.answer != .no }
    isOngoing = occurrences.contains(where: \.isOpenEnded) || ongoing.contains { $0.answer == .yes }
    mayBeOngoing = !ongoing.isEmpty
    ongoingQuotes = ongoing.map(\.quote)
    learned = EventDays(
      askedLearning.isEmpty ? learnings : askedLearning, choosing: .any, in: facts)
    commissionExpires = EventDays(
      dates(.commissionExpires, on: .form, .continuation, .certificate), choosing: .any, in: facts)
    // A stamp of receipt may stand on the form, on the envelope, or on the back of a page; those
    // on supporting documents are of another office.
    let received = dates(
      .received, on: .form, .continuation, .certificate, .envelope, .separator, .blank, .unknown)
    receivedOnPaper = EventDays(received, choosing: .any, in: facts)
    let postmarks = dates(.postmark, on: .envelope, .form, .separator, .blank, .unknown)
    let found: [(FilingPeriod.EndEvent, EventDays?)] = [
      (.signed, EventDays(dates(.signed, on: .form, .continuation), choosing: .any, in: facts)),
      (
        .notarized,
        EventDays(
          dates(.notarized, on: .form, .continuation, .certificate), choosing: .any, in: facts)
      ),
      (.postmarked, EventDays(postmarks, choosing: .any, in: facts)),
      (
        .received,
        facts.amendments.received.map { EventDays(saidByPerson: $0) }
          ?? receivedOnPaper
      ),
    ]
    let ends: [FilingPeriod.EndEvent: EventDays] = Dictionary(
      uniqueKeysWithValues: found.compactMap { event, days in days.map { (event, $0) } })
    self.ends = ends
    // Nobody complains of what is still to come.
    let filed = (ends[.signed] ?? ends[.notarized] ?? ends[.received])?.latest
    let last = lastAct?.latest
    func isLaterAct(_ reading: DateReading) -> Bool {
      last.map { reading.latest > $0 } ?? true && filed.map { reading.earliest <= $0 } ?? true
    }
    let told = isAnswered ? occurrences.filter { !$0.isLabelled } : []
    possibleActs = (named + told).filter {
      $0.readings.contains(where: isLaterAct)
    }
    latestPossibleAct = possibleActs.flatMap(\.readings).filter(isLaterAct).map { reading in
      filed.map { min(reading.latest, $0) } ?? reading.latest
    }.filter { $0 != .openEnd }.max()
  }
}
