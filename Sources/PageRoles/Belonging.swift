internal import Casework
internal import PageLayout

/// What speaks for a page being one of the complaint, and what against it.
///
/// It is one for certain where two things speak for it, each by itself, and nothing against it
/// (docs/decisions/0030-two-witnesses.md). A single phrase stands in many papers: in a letter that sent
/// the form back, in a page of the Code, on an envelope, over the nurses' notes.
struct Belonging {
  enum Witness: CaseIterable {
    case title, heading, phrases, footer, blank, number, run

    var inWords: String {
      switch self {
      case .title: "title of the form"
      case .heading: "heading of a continuation sheet"
      case .phrases: "phrases of the form"
      case .footer: "the form's name at its foot"
      case .blank: "it fits a page of the blank form"
      case .number: "its number is one of the form's"
      case .run: "it follows a page of the complaint"
      }
    }
  }

  enum Objection: CaseIterable {
    case letter, otherDocument, exhibit, certificate, partOfHeading, unfilled, takenNumber, likeness

    var inWords: String {
      switch self {
      case .letter: "the salutation or close of a letter"
      case .otherDocument: "heading of another kind of document"
      case .exhibit: "heading of an exhibit"
      case .certificate: "hardly more than a notarial certificate"
      case .partOfHeading: "the heading says more than that"
      case .unfilled: "nothing is written on it"
      case .takenNumber: "another page has its number"
      case .likeness: "it is like an earlier page"
      }
    }
  }

  var witnesses: Set<Witness> = []
  var objections: Set<Objection> = []

  /// One of the witnesses is the page's own wording: its number and its neighbours say where it lies.
  var isCertain: Bool {
    witnesses.count >= RoleThresholds.witnesses && objections.isEmpty
      && !witnesses.isDisjoint(with: [.title, .heading, .phrases, .footer, .blank])
  }

  /// Such as `title of the form, phrases of the form; against it: nothing is written on it`.
  var inWords: String {
    func list(_ words: [String]) -> String { words.joined(separator: ", ") }
    let witnesses = list(Witness.allCases.filter(self.witnesses.contains).map(\.inWords))
    let objections = list(Objection.allCases.filter(self.objections.contains).map(\.inWords))
    if objections.isEmpty, isCertain { return witnesses }
    return (witnesses.isEmpty ? "nothing speaks for it" : witnesses)
      + "; against it: "
      + (objections.isEmpty ? "nothing else speaks for it" : objections)
  }
}

/// The pages of the complaint so far, as far as the next one has to fit to them.
struct ComplaintRun {
  /// The page before in the same document, blank ones left out, is of the complaint: whether it is
  /// numbered, or has the form's name at its foot.
  private var isNumberedBefore: Bool?
  private var total: [Series: Int] = [:]
  private var taken: [Series: Set<Int>] = [:]
  private var likenesses: [(likeness: Likeness, numbers: [Series: Int])] = []

  /// Pages and continuation sheets are counted apart.
  enum Series: Hashable { case pages, sheets }

  mutating func beginDocument() { isNumberedBefore = nil }

  /// A page that is none of the complaint, and not blank.
  mutating func interrupt() { isNumberedBefore = nil }

  /// What speaks for the page with these traits, which its wording makes one of form or continuation;
  /// it is the next to fit to afterwards.
  mutating func add(_ traits: PageTraits, _ match: FormMatch) -> Belonging {
    var belonging = Belonging()
    let numbers = traits.numbers
    let isNumbered = !numbers.isEmpty || match.hasFooter
    if match.hasTitle { belonging.witnesses.insert(.title) }
    if match.hasContinuation { belonging.witnesses.insert(.heading) }
    if match.anchors.count >= RoleThresholds.phrasesOfWitness {
      belonging.witnesses.insert(.phrases)
    }
    if match.hasFooter { belonging.witnesses.insert(.footer) }
    if match.blankPage != nil { belonging.witnesses.insert(.blank) }
    if let isNumberedBefore, isNumbered || !isNumberedBefore { belonging.witnesses.insert(.run) }
    for (series, pagination) in numbers {
      guard let sum = pagination.total, sum > 1, total[series] ?? sum == sum else { continue }
      if taken[series, default: []].insert(pagination.number).inserted {
        belonging.witnesses.insert(.number)
      } else {
        belonging.objections.insert(.takenNumber)
      }
      total[series] = sum
    }
    // What a page with one of the form's numbers says else is what was written on it.
    if !belonging.witnesses.contains(.number) {
      if traits.isLetter { belonging.objections.insert(.letter) }
      if traits.isOtherDocument { belonging.objections.insert(.otherDocument) }
      if traits.hasExhibitHeading { belonging.objections.insert(.exhibit) }
      if traits.isCertificate, match.anchors.count < RoleThresholds.phrasesOfWitness {
        belonging.objections.insert(.certificate)
      }
    }
    if match.isContinuationPartOfHeading { belonging.objections.insert(.partOfHeading) }
    if match.hasContinuation, traits.isUnfilled { belonging.objections.insert(.unfilled) }
    let own = numbers.mapValues(\.number)
    let isRepeated = likenesses.contains { earlier in
      earlier.numbers.allSatisfy { own[$0.key] ?? $0.value == $0.value }
        && traits.likeness.isLike(earlier.likeness)
    }
    if isRepeated { belonging.objections.insert(.likeness) }
    likenesses.append((traits.likeness, own))
    isNumberedBefore = isNumbered
    return belonging
  }
}
