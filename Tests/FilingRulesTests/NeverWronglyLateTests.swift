import Casework
import FilingRules
import Testing

/// The worst mistake: calling a complaint late that may be in time.
@Suite("Never wrongly late")
struct NeverWronglyLateTests {
  /// Steele, Lea, Flood, "Fast splittable pseudorandom number generators": small and seeded.
  struct SplitMix64: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// What happened, and what the packet says of it: every written date means its true day among
  /// others, or was not read at all.
  struct Story {
    var acts: [CivilDate]
    var learned: CivilDate
    var ends: [FilingPeriod.EndEvent: CivilDate]
    var sample: SampleCase

    /// - Parameter length: Days of the period around whose end it is filed, where mistakes show.
    init(filedAround length: Int, using dice: inout SplitMix64) {
      let first = day("2021-01-01").adding(days: Int.random(in: 0..<1_200, using: &dice))
      acts = [first]
      if Bool.random(using: &dice) {
        acts.append(first.adding(days: Int.random(in: 0..<40, using: &dice)))
      }
      let last = acts.max() ?? first
      learned = first.adding(days: Int.random(in: 0..<40, using: &dice))
      let signed = max(
        max(last, learned), first.adding(days: length + Int.random(in: -12...40, using: &dice)))
      let notarized = signed.adding(days: Int.random(in: 0...2, using: &dice))
      let postmarked = notarized.adding(days: Int.random(in: 0...3, using: &dice))
      let received = postmarked.adding(days: Int.random(in: 0...5, using: &dice))
      ends = [
        .signed: signed, .notarized: notarized, .postmarked: postmarked, .received: received,
      ]
      sample = SampleCase.inOrder
      sample.dates = []
      let roles: [(DatedFact.Role, CivilDate, Int)] =
        acts.map { (.occurrence, $0, 2) }
        + [
          (.learned, learned, 2), (.signed, signed, 4), (.notarized, notarized, 4),
          (.postmark, postmarked, 1), (.received, received, 1),
        ]
      // A packet in which everything is doubtful never comes to a decision.
      let isPlain = Bool.random(using: &dice)
      for (index, (role, date, page)) in roles.enumerated() {
        // An act that was not found at all is another story: nobody can know of it.
        if !isPlain, role != .occurrence, Int.random(in: 0..<5, using: &dice) == 0 { continue }
        let days =
          isPlain
          ? ([DateReading(date, confidence: 0.97)], .print) : Self.written(date, using: &dice)
        sample.dates.append(
          DatedFact(
            id: FindingID(rawValue: "t\(index + 1)"), role: role, readings: days.readings,
            text: "made up", writing: days.writing, place: SampleCase.place(page),
            isOpenEnded: role == .occurrence && Int.random(in: 0..<12, using: &dice) == 0,
            isLabelled: role == .occurrence || role == .learned))
      }
    }

    static func written(
      _ date: CivilDate, using dice: inout SplitMix64
    ) -> (readings: [DateReading], writing: DatedFact.Writing) {
      switch Int.random(in: 0..<10, using: &dice) {
      case 0:  // Month and day may change places.
        let swapped = CivilDate(year: date.year, month: date.day, day: date.month)
        let days = [date, swapped].compactMap(\.self)
        return (days.map { DateReading($0, confidence: 0.97 / Double(days.count)) }, .print)
      case 1:  // Only the month is said.
        let start = date.adding(days: 1 - date.day)
        let end = start.adding(days: CivilDate.daysIn(month: date.month, year: date.year) - 1)
        return ([DateReading(earliest: start, latest: end, confidence: 0.95)], .print)
      case 2:  // Handwriting, read as another day with confidence.
        return ([DateReading(date.adding(days: -365), confidence: 0.9)], .hand)
      case 3:  // Something stands there that was not read.
        return ([], .hand)
      case 4:  // Print read with little confidence, as another day.
        return ([DateReading(date.adding(days: -300), confidence: 0.45)], .print)
      case 5: return ([DateReading(date, confidence: 1)], .field)
      default: return ([DateReading(date, confidence: 0.97)], .print)
      }
    }

    /// Whether any reading of the rule has the complaint in time, by what truly happened.
    func isInTime(under period: FilingPeriod) throws -> Bool {
      guard let first = acts.min(), let last = acts.max() else { return false }
      let isOngoing = sample.dates.contains { $0.isOpenEnded }
      for length in period.lengths {
        for span in Self.spans(length, period.counting) {
          for rollover in period.rollover {
            let method = CountingMethod(span: span, rollover: rollover)
            for start in period.starts {
              for end in period.ends {
                guard let ended = ends[end] else { continue }
                let began: CivilDate
                switch start {
                case .firstAct: began = first
                case .lastAct: began = isOngoing ? ended : last
                case .learned: began = learned
                }
                if try method.lastDay(from: began) >= ended { return true }
              }
            }
          }
        }
      }
      return false
    }

    static func spans(
      _ length: FilingPeriod.Length, _ counting: [FilingPeriod.Counting]
    ) -> [CountingMethod.Span] {
      counting.flatMap { counting -> [CountingMethod.Span] in
        switch counting {
        case .anniversary: [.anniversary(months: length.months)]
        case .anniversaryDayAfter: [.anniversaryDayAfter(months: length.months)]
        case .days: length.days.map { .days($0) }
        case .inclusiveStart: [.inclusiveStart(months: length.months)]
        }
      }
    }
  }

  @Test("over many packets whose true dates are known", arguments: ["ccm-2023", "ccm-2015"])
  func never(id: String) throws {
    let rules = try shippedRuleSet(id)
    let length = try #require(rules.filingPeriod.lengths.first?.days.first)
    var dice = SplitMix64(state: 20_240_607)
    var outcomes: [Check.Outcome: Int] = [:]
    for _ in 0..<400 {
      let story = Story(filedAround: length, using: &dice)
      let results = try FilingRules.check(story.sample.facts, by: caseRules(rules))
      let check = try #require(results.checks.first { $0.id == "DAT-03" })
      outcomes[check.outcome, default: 0] += 1
      guard check.outcome == .deficient else { continue }
      let isInTime = try story.isInTime(under: rules.filingPeriod)
      #expect(!isInTime, "\(story.sample.dates.map { "\($0.role) \($0.readings)" })")
    }
    // The test would say nothing of a checker that never decides.
    #expect(outcomes[.deficient, default: 0] > 10, "\(outcomes)")
    #expect(outcomes[.satisfied, default: 0] > 10, "\(outcomes)")
    #expect(outcomes[.review, default: 0] > 10, "\(outcomes)")
  }
}
