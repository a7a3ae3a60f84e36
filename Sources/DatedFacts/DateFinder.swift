package import BlankForms
package import Casework
import IdentityMasking
package import PageLayout
import WrittenDates

/// Finds every date on the pages of a case and says which part each of them plays.
package struct DateFinder: Sendable {
  private let policy: DatePolicy
  private let grammar: DateGrammar
  private let labels: DateLabels
  private let notary: Lexicon.Notary

  package init(forms: [FormDescription], policy: DatePolicy, lexicon: Lexicon) {
    self.policy = policy
    grammar = DateGrammar(policy: policy)
    notary = lexicon.notary
    labels = DateLabels(forms: forms, notary: notary)
  }

  /// The dated facts of all pages that were read, in page order and from top to bottom.
  ///
  /// - Parameter matched: The pages that fit a page of a blank form, whose places say which part a
  ///   date plays.
  ///
  /// A birth date is reported as such with its text masked and without its readings.
  package func facts(
    in documents: [CaseFacts.DocumentFacts], classification: Classification,
    attestations: [Attestation], on matched: [PageReference: MatchedPage] = [:]
  ) -> [DatedFact] {
    var roles: [PageReference: PageRole] = [:]
    for page in classification.pages { roles[page.page] = page.role }
    var facts: [DatedFact] = []
    for document in documents {
      let pages = datedPages(of: document, roles)
      let known = pages.reduce(into: Set<CivilDate>()) { $0.formUnion($1.sureDays) }
      for page in pages {
        facts += self.facts(
          on: page, role: roles[page.sheet.page] ?? .unknown, known: known,
          attestations.filter { $0.place.page == page.sheet.page },
          DatePlaces(matched[page.sheet.page])
        ).prefix(DatedFact.mostOnAPage)
      }
    }
    var names = FindingNames("t")
    return facts.map { fact in
      var fact = fact
      fact.id = names.name(at: fact.place)
      return fact
    }
  }

  /// The pages that were read. Where the paper shows which number is the month, the pages that are
  /// not the complaint's own are read by it.
  private func datedPages(
    of document: CaseFacts.DocumentFacts, _ roles: [PageReference: PageRole]
  ) -> [DatedPage] {
    let surveys = document.survey.pages
    let pages = document.pages.compactMap { outcome in
      DatedPage(outcome, surveys.first { $0.number == outcome.page.page }, grammar)
    }
    func isOpen(_ page: DatedPage) -> Bool {
      ![.form, .continuation, .certificate].contains(roles[page.sheet.page] ?? .unknown)
        && page.dates.contains(where: \.expression.isOrderAmbiguous)
    }
    guard policy.order == .both, pages.contains(where: isOpen),
      let order = NumberOrder.shown(by: pages)
    else { return pages }
    var settled = policy
    settled.order = order
    let settledGrammar = DateGrammar(policy: settled)
    return pages.map { isOpen($0) ? $0.reread(by: settledGrammar) : $0 }
  }

  private func facts(
    on page: DatedPage, role: PageRole, known: Set<CivilDate>, _ attestations: [Attestation],
    _ ofForm: DatePlaces
  ) -> [DatedFact] {
    let places = labels.places(on: page.sheet)
    let dates = page.dates.map { $0.without(places, in: page.text) }
    let assignment = RoleAssignment(
      page.sheet, role: role, labels: places, attestations: attestations, dates: dates,
      notary: notary)
    let values = FieldDates(grammar: grammar).values(in: page.sheet.fields) { box, cue in
      ofForm.role(of: box) ?? assignment.role(of: box, first: box, line: nil, cue: cue)
    }
    let contested = ContestedDates(page.sheet.reading, page.grammar)
    var facts: [DatedFact] = values.map { value in
      fact(
        value.role, contested.readings(value.readings, of: value.text, in: value.box), value.text,
        .field, Place(page: page.sheet.page, box: value.box),
        isOpenEnded: value.isOpenEnded, isLabelled: value.isLabelled,
        wordsBeside: value.wordsBeside)
    }
    var previous: (date: PlacedDate, role: DatedFact.Role)?
    for date in dates {
      // What the page shows in a field and its value does not say is a date of its own.
      let isValue = values.contains {
        $0.box.insetBy(dx: -3, dy: -3).holdsMiddle(of: date.box)
      }
      guard !isValue || page.sheet.reading.isContradicted(in: date.box) else { continue }
      let expression = date.expression
      let cue = expression.role.map { (role: $0, distance: expression.roleDistance) }
      var said =
        ofForm.role(of: date.box)
        ?? assignment.role(of: date.box, first: date.firstLineBox, line: date.line, cue: cue)
      if said.role == .other, let previous, date.isListed(after: previous.date, in: page.text) {
        said = (previous.role, true)
      }
      previous = (date, said.role)
      let isHand = page.handwriting.isHand(date.words)
      guard
        let readings = readings(
          of: date, said, isHand: isHand, on: page, role: role, known: known)
      else { continue }
      facts.append(
        fact(
          said.role, contested.readings(readings, of: date.text, in: date.box), date.text,
          isHand ? .hand : .print,
          Place(page: page.sheet.page, box: date.box), isOpenEnded: expression.isOpenEnded,
          isLabelled: said.isLabelled,
          wordsBeside: said.isLabelled ? page.wordsBeside(date, labels: places) : nil))
    }
    let taken = dates.map(\.box) + values.map(\.box)
    let unread = UnreadPlaces(page.sheet, places, attestations, taken: taken).places
    let unreadOfForm = ofForm.unread(taken: taken + unread.map(\.box), on: page.sheet)
    facts += (unread + unreadOfForm).map { place in
      fact(
        place.role, [], place.text, place.isOpenEnded ? .print : .hand,
        Place(page: page.sheet.page, box: place.box), isOpenEnded: place.isOpenEnded,
        isLabelled: true)
    }
    return facts.sorted {
      ($0.place.box.y.roundedToTenth, $0.place.box.x.roundedToTenth, $0.text)
        < ($1.place.box.y.roundedToTenth, $1.place.box.x.roundedToTenth, $1.text)
    }
  }

  /// What a date of a page may mean; `nil` of one that is no fact.
  private func readings(
    of date: PlacedDate, _ said: (role: DatedFact.Role, isLabelled: Bool), isHand: Bool,
    on page: DatedPage, role: PageRole, known: Set<CivilDate>
  ) -> [DateReading]? {
    let expression = date.expression
    if expression.readings.isEmpty {
      // "On June 3 she did it again" may be an act, in any year that the document speaks of.
      if !isHand, role == .form || role == .continuation,
        said.role == .other || said.role == .occurrence
      {
        let readings = expression.readings(inYearsOf: known)
        if !readings.isEmpty { return readings }
      }
      // Half a date in passing is no fact elsewhere; in the place of one it is.
      return said.role != .other && (said.isLabelled || expression.isFormal) ? [] : nil
    }
    // Nor is a year in passing ("in 2019").
    if said.role == .other, !said.isLabelled, expression.isVague { return nil }
    return page.handwriting.readings(of: date, isHand: isHand, known: known, page.grammar)
  }

  private func fact(
    _ role: DatedFact.Role, _ readings: [DateReading], _ text: String,
    _ writing: DatedFact.Writing, _ place: Place, isOpenEnded: Bool, isLabelled: Bool,
    wordsBeside: String? = nil
  ) -> DatedFact {
    let isBirth = role == .birth
    return DatedFact(
      id: FindingID(rawValue: ""), role: role, readings: isBirth ? [] : readings,
      text: isBirth ? IdentityMask.blocks(for: text) : IdentityMask.masked(text),
      writing: writing, place: place, isOpenEnded: isOpenEnded, isLabelled: isLabelled,
      // A birth date has nothing that counts beside it.
      wordsBeside: isBirth ? nil : wordsBeside.map(IdentityMask.masked))
  }
}

extension PlacedDate {
  /// Whether only a comma or "and" stands between `other` and this date: one list of dates.
  fileprivate func isListed(after other: PlacedDate, in text: PageText) -> Bool {
    guard passage == other.passage, other.expression.range.upperBound < expression.range.lowerBound
    else { return false }
    let between = text.passages[passage].characters[
      other.expression.range.upperBound..<expression.range.lowerBound]
    let words = between.split { !$0.isLetter && !$0.isASCIIDigit }.map { $0.folded }
    return between.count <= 12 && words.allSatisfy { ["and", "or", "y", "et"].contains($0) }
  }
}

extension DateExpression {
  /// It says a whole year and nothing nearer.
  fileprivate var isVague: Bool {
    !readings.isEmpty
      && readings.allSatisfy {
        !$0.isHalfOpen && $0.latest.dayNumber - $0.earliest.dayNumber >= 364
      }
  }

  /// It is half a date of the kind that forms and sworn statements have, not one in passing.
  fileprivate var isFormal: Bool {
    role == .notarized || role == .signed || role == .commissionExpires
  }
}
