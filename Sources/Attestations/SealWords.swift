internal import Casework
internal import PageLayout

/// What the words in a stamp say that it is.
struct SealWords {
  let sheet: Sheet
  let stamps: Lexicon.Stamps

  /// The words in `box`, and those of offices that OCR tore apart (`REC EIVED`).
  func words(in box: Box) -> [String] {
    let words = sheet.words(in: box).map {
      String(decoding: Phrase.normalised($0.text), as: UTF8.self)
    }
    let joined = words.joined()
    return words + longPurposes.filter { joined.contains($0) }
  }

  /// How many different words of officers (of a notary, of a seal of the state) stand in `box`.
  func officers(in box: Box) -> Int { Set(words(in: box)).intersection(stamps.officers).count }

  func kind(in box: Box, otherwise: FoundSeal.Kind) -> FoundSeal.Kind {
    let said = words(in: box)
    if isOfNotary(said) { return .seal }
    if said.contains(where: { stamps.purpose(of: $0) != nil }) { return .stamp }
    return said.contains(where: stamps.officers.contains) ? .seal : otherwise
  }

  /// What the stamp was put there for; `nil` where its words do not say.
  func purpose(in box: Box) -> StampPurpose? {
    let said = words(in: box)
    if isOfNotary(said) { return .notary }
    let purposes = Set(said.compactMap(stamps.purpose))
    // `Received` and `filed` in one stamp: the office took it in; in the order of what that says.
    return StampPurpose.allCases.first { purposes.contains($0) }
  }

  /// How many of the words in `box` are such as stock stamps bear.
  func stockWords(in box: Box) -> Int {
    words(in: box).count { stamps.purpose(of: $0) != nil || stamps.stock.contains($0) }
  }

  /// `Commission` alone is also the body that the complaint goes to.
  private func isOfNotary(_ said: [String]) -> Bool {
    said.contains(where: stamps.notary.contains)
      || said.contains("commission") && said.contains(where: stamps.besideCommission.contains)
  }

  /// Short ones stand within other words (`paid`, `unpaid`).
  private var longPurposes: [String] {
    stamps.purposes.values.joined().filter { $0.count > 5 }.sorted()
  }
}
