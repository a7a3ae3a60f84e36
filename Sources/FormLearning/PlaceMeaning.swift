import Casework
import PageLayout

/// What belongs in a place, by the words around it.
struct PlaceMeaning {
  let wording: Lexicon.Forms
  /// Certificates of notaries on the page, in points.
  let notaryBlocks: [Box]
  /// Places to sign that words alone found, and who signs there.
  let signatures: [(box: Box, role: Attestation.Role)]

  func kind(of place: LearntPlace) -> FormPlace.Kind {
    if place.isBox { return .checkBox }
    if case .field(.signature) = place.shape { return .signature }
    let label = words(place.label)
    // "Date signed" is no place to sign.
    if namedDateRole(label) != nil { return .date }
    if says(wording.signatures, in: label) { return .signature }
    if says(wording.dates, in: label) { return .date }
    if case .line = place.shape, isDayOfSentence(place) { return .date }
    let isSigned = signatures.contains { $0.box.isNested(with: place.box) }
    if case .line = place.shape, isSigned, place.label.count <= 5,
      !says(wording.names, in: label)
    {
      return .signature
    }
    return .text
  }

  /// "this ___ day of ___, 20__": blanks of a sentence that is about a day.
  private func isDayOfSentence(_ place: LearntPlace) -> Bool {
    guard place.box.width < 200 else { return false }
    return says(wording.daysOfSentences, in: words(place.context)) || isByCentury(place)
  }

  /// The first figures of a year stand right before it, or right behind it.
  private func isByCentury(_ place: LearntPlace) -> Bool {
    let before = place.context.last { $0.box.midX < place.box.x }
    let after = place.context.first { $0.box.midX > place.box.maxX }
    return [before, after].contains { word in
      guard let figures = word?.text.filter(\.isNumber) else { return false }
      return word?.text.contains(where: \.isLetter) == false
        && ["19", "20", "199", "200", "201", "202"].contains(figures)
    }
  }

  func signer(of place: LearntPlace) -> Attestation.Role {
    let label = words(place.label)
    if says(wording.notaries, in: label) { return .notary }
    if says(wording.witnesses, in: label) { return .witness }
    if notaryBlocks.contains(where: { $0.holdsMiddle(of: place.box) }) { return .notary }
    let found = signatures.first { $0.box.isNested(with: place.box) }?.role
    return found.flatMap { $0 == .unknown ? nil : $0 } ?? .complainant
  }

  /// `nil` where the words name no part that a date plays.
  func dateRole(of place: LearntPlace) -> DatedFact.Role? {
    let label = words(place.label)
    if let named = namedDateRole(label) { return named }
    guard says(wording.dates, in: label) || isDayOfSentence(place) else { return nil }
    return notaryBlocks.contains { $0.holdsMiddle(of: place.box) } ? .notarized : nil
  }

  private func namedDateRole(_ label: [String]) -> DatedFact.Role? {
    DatedFact.Role.allCases.first { says(wording.dateRoles[$0, default: []], in: label) }
  }

  private func words(_ words: [Word]) -> [String] { words.map(\.text) }

  private func says(_ phrases: [Phrase], in words: [String]) -> Bool {
    phrases.contains { $0.stands(in: words, least: 0.9) }
  }
}
