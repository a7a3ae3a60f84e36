import Casework

/// The findings of a case as the review page speaks of them, by id.
struct ReviewFindings {
  struct Finding {
    let id: FindingID
    let caption: String
    let place: Place
    /// Relative to the review page; empty where there is none.
    let picture: String
    /// What the picture shows of the page; `nil` where there is none.
    let cropBox: Box?
    /// The class of its box on the page.
    let kind: Kind
    /// Boxes of what it is made of.
    let parts: [Box]

    enum Kind: String { case attestation, date, passage }

    init(
      _ id: FindingID, _ kind: Kind, caption: String, place: Place, parts: [Box] = [],
      crop: CutPicture?
    ) {
      self.id = id
      self.kind = kind
      self.caption = caption
      self.place = place
      self.parts = parts
      picture = crop == nil ? "" : BundlePaths.crop(id)
      cropBox = crop?.box
    }

    /// Stands in for the picture.
    var alternative: String {
      "Cut from \(Anchor.words(place.page)): \(caption.prefix(1).lowercased())\(caption.dropFirst())"
    }
  }

  let all: [Finding]
  private let byID: [FindingID: Finding]
  private let byPage: [PageReference: [Finding]]

  init(_ facts: CaseFacts, passages: [Passage], crops: [FindingID: CutPicture]) {
    let attestations = facts.attestations.map { attestation in
      Finding(
        attestation.id, .attestation, caption: attestation.caption, place: attestation.place,
        parts: NotaryBlock.Element.allCases.compactMap {
          attestation.notary?.elements[$0]?.box
        }, crop: crops[attestation.id])
    }
    let dates = facts.dates.map(\.masked).map {
      Finding($0.id, .date, caption: $0.caption, place: $0.place, crop: crops[$0.id])
    }
    let words = passages.map {
      Finding($0.id, .passage, caption: $0.caption, place: $0.place, crop: crops[$0.id])
    }
    all = attestations + dates + words
    byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    byPage = Dictionary(grouping: all, by: \.place.page)
  }

  subscript(id: FindingID) -> Finding? { byID[id] }

  /// From the top of the page to its foot.
  func on(_ page: PageReference) -> [Finding] {
    (byPage[page] ?? []).enumerated().sorted {
      ($0.element.place.box.y, $0.offset) < ($1.element.place.box.y, $1.offset)
    }.map(\.element)
  }
}

extension Attestation {
  fileprivate var caption: String {
    let whose = kind == .signature && role != .unknown ? " of the \(role.rawValue)" : ""
    return "\(kindInWords)\(whose): \(rankedState)"
  }
}

extension Passage {
  fileprivate var caption: String { "“\(text)” (\(confidence.asRank))" }
}

extension DatedFact {
  fileprivate var caption: String { "Date (\(role.inWords.lowercased())): \(meaning)" }

  /// Every meaning in one line.
  private var meaning: String {
    if role == .birth { return "masked" }
    guard !readings.isEmpty else { return "could not be read" }
    return readings.inWords + (isOpenEnded ? ", and after" : "")
  }
}

/// A row of the table of dates.
struct DateRow {
  let finding: String
  let findingAnchor: String
  let role: String
  let written: String
  let writing: String
  let meanings: [String]
  let pageAnchor: String
  let pageWords: String
  let picture: String
  let hasPicture: Bool
  let alternative: String

  init(_ date: DatedFact, _ findings: ReviewFindings) {
    let known = findings[date.id]
    finding = date.id.rawValue
    findingAnchor = Anchor.finding(date.id)
    role = date.role.inWords
    written = date.text
    writing = date.writing.inWords
    var meanings = date.readings.map(\.ranked)
    if meanings.isEmpty { meanings = [date.role == .birth ? "masked" : "could not be read"] }
    if date.isOpenEnded { meanings.append("and went on after it") }
    self.meanings = meanings
    pageAnchor = Anchor.page(date.place.page)
    pageWords = Anchor.words(date.place.page)
    picture = known?.picture ?? ""
    hasPicture = !picture.isEmpty
    alternative = known?.alternative ?? ""
  }
}

/// An attestation with the elements of its notary block.
struct AttestationCard {
  struct Element {
    let name: String
    let symbol: String
    let state: String
    let read: String
    let filled: String
  }

  let finding: String
  let findingAnchor: String
  let heading: String
  let symbol: String
  let state: String
  let reason: String
  let pageAnchor: String
  let pageWords: String
  let picture: String
  let hasPicture: Bool
  let alternative: String
  let act: String
  let elements: [Element]
  let hasElements: Bool

  init(_ attestation: Attestation, _ findings: ReviewFindings) {
    let known = findings[attestation.id]
    finding = attestation.id.rawValue
    findingAnchor = Anchor.finding(attestation.id)
    let role = attestation.role == .unknown ? "" : " (\(attestation.role.rawValue))"
    heading = attestation.kindInWords + role
    symbol = attestation.state.symbol
    state = attestation.rankedState
    reason = attestation.reason.asSentence
    pageAnchor = Anchor.page(attestation.place.page)
    pageWords = Anchor.words(attestation.place.page)
    picture = known?.picture ?? ""
    hasPicture = !picture.isEmpty
    alternative = known?.alternative ?? ""
    let circumstances = (attestation.notary?.circumstances ?? []).map(\.inWords)
    act = ([(attestation.notary?.act ?? .unknown).inWords.capitalisedFirst] + circumstances)
      .joined(separator: ", ")
    elements = NotaryBlock.Element.allCases.compactMap { element in
      attestation.notary?.elements[element].map {
        Element(
          name: element.inWords, symbol: $0.state.symbol, state: $0.state.inWords,
          read: $0.text ?? "–", filled: $0.writing?.asFilling ?? "–")
      }
    }
    hasElements = !elements.isEmpty
  }
}

/// A row of the table of fields and check boxes.
struct EntryRow {
  let finding: String
  let findingAnchor: String
  let label: String
  let kind: String
  let symbol: String
  let state: String
  let reason: String
  /// Empty where it was written by hand or not read surely.
  let value: String
  let pageAnchor: String
  let pageWords: String
  let picture: String
  let hasPicture: Bool
  let alternative: String

  init(_ entry: Attestation, _ findings: ReviewFindings) {
    let known = findings[entry.id]
    finding = entry.id.rawValue
    findingAnchor = Anchor.finding(entry.id)
    label = entry.label ?? ""
    kind = entry.kind.inWords
    symbol = entry.state.symbol
    state = entry.rankedState
    reason = entry.reason
    value = entry.value ?? ""
    pageAnchor = Anchor.page(entry.place.page)
    pageWords = Anchor.words(entry.place.page)
    picture = known?.picture ?? ""
    hasPicture = !picture.isEmpty
    alternative = known?.alternative ?? ""
  }
}

/// A row of the table of passages. Their pictures are beside the checks.
struct PassageRow {
  let finding: String
  let findingAnchor: String
  let text: String
  let rank: String
  let pageAnchor: String
  let pageWords: String

  init(_ passage: Passage) {
    finding = passage.id.rawValue
    findingAnchor = Anchor.finding(passage.id)
    text = passage.text
    rank = passage.confidence.asRank
    pageAnchor = Anchor.page(passage.place.page)
    pageWords = Anchor.words(passage.place.page)
  }
}
